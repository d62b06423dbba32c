/** The form of one reference, person, equipment or year. */
import { type FormEvent, useId, useState } from "react";
import type { DossierPiece } from "../src/domain/dossier.ts";
import { type MeansKind, NATURES } from "../src/domain/means.ts";
import { ENTRY_FIELDS, type EntryField, type EntryRead, type EntryTexts, textsOf } from "../src/domain/means-entry.ts";
import { Ask } from "./Ask.tsx";
import { Button, Field } from "./controls.tsx";
import type { EntryOf } from "./MeansRow.tsx";
import { useWords } from "./words.tsx";

interface MeansEntryProps {
  readonly kind: MeansKind;
  /** `null` for a new one. */
  readonly before: EntryOf["value"] | null;
  /** Documents of the coffre. */
  readonly pieces: readonly DossierPiece[];
  readonly read: (texts: EntryTexts) => EntryRead<MeansKind>;
  readonly onSave: (entry: EntryOf["value"]) => void;
  readonly onCancel: () => void;
}

export function MeansEntry({ kind, before, pieces, read, onSave, onCancel }: MeansEntryProps) {
  const { m } = useWords();
  const words = m.means;
  const [texts, setTexts] = useState<EntryTexts>(() => (before === null ? {} : textsOf(kind, before as never)));
  const [wrong, setWrong] = useState<Extract<EntryRead<MeansKind>, { wrong: unknown }>["wrong"]>({});

  function submit(event: FormEvent): void {
    event.preventDefault();
    const outcome = read(texts);
    if ("wrong" in outcome) setWrong(outcome.wrong);
    else onSave(outcome.entry);
  }
  return (
    <form className="means-entry" onSubmit={submit} noValidate>
      <div className="entries">
        {ENTRY_FIELDS[kind].map((field, at) => {
          const problem = wrong[field];
          return (
            <Entry
              key={field}
              {...{ field, kind, pieces }}
              first={at === 0}
              value={texts[field] ?? ""}
              error={problem === undefined ? undefined : words.problem(field, problem)}
              onType={(value) => setTexts({ ...texts, [field]: value })}
            />
          );
        })}
      </div>
      <div className="choices">
        <Button look="primary" type="submit">
          {words.save}
        </Button>
        <Button look="link" onPress={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

interface EntryProps {
  readonly field: EntryField;
  readonly kind: MeansKind;
  readonly first: boolean;
  readonly value: string;
  readonly error: string | undefined;
  readonly pieces: readonly DossierPiece[];
  readonly onType: (value: string) => void;
}

const WIDE: ReadonlySet<EntryField> = new Set(["client", "objet", "qualifications", "about", "nature", "pieceId"]);
const DAYS: ReadonlySet<EntryField> = new Set(["from", "until"]);

function Entry(props: EntryProps) {
  const { field, first, value, error, onType } = props;
  const { m } = useWords();
  const words = m.means;
  const label = words.fields[field];
  const control =
    field === "nature" ? (
      <Ask label={label} value={NATURES.find((one) => one === value) ?? null} all={NATURES} names={words.natures} onChoose={onType} />
    ) : field === "leads" ? (
      <Ask
        label={label}
        value={value === "yes" ? "yes" : value === "no" ? "no" : null}
        all={["yes", "no"]}
        names={words}
        onChoose={onType}
      />
    ) : field === "pieceId" ? (
      <Document {...props} label={label} />
    ) : (
      <Field
        label={label}
        value={value}
        onChange={onType}
        error={error}
        autoFocus={first}
        hint={DAYS.has(field) ? words.dayHint : undefined}
      />
    );
  return <div className={WIDE.has(field) ? "wide" : ""}>{control}</div>;
}

function Document({ kind, value, pieces, label, onType }: EntryProps & { readonly label: string }) {
  const { m } = useWords();
  const id = useId();
  const wanted = kind === "team" ? "cv" : "attestationsBonneExecution";
  const own = pieces.filter((piece) => piece.kind === wanted);
  // When no document is of that kind, any document of the company is offered.
  const offered = own.length > 0 ? own : pieces;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} autoComplete="off" value={value} onChange={(event) => onType(event.target.value)}>
        <option value="">{m.means.noDocument}</option>
        {offered.map((piece) => (
          <option key={piece.id} value={piece.origin.from === "coffre" ? piece.origin.pieceId : ""}>
            {piece.title}
          </option>
        ))}
      </select>
    </div>
  );
}
