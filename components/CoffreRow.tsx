/** One document of the coffre: what it is and until when; the form that confirms or corrects what was read. */
import { Eye, FileText, Pencil, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { CoffrePiece } from "../src/domain/coffre.ts";
import { PIECE_KINDS, type PieceKind } from "../src/domain/pieces.ts";
import { formatSiren } from "../src/domain/siret.ts";
import { formatDay, isDay } from "../src/domain/time.ts";
import { basisOf, validityOf } from "../src/domain/validity.ts";
import { Button, Field } from "./controls.tsx";
import { ValidityTag } from "./Validity.tsx";
import { useWords } from "./words.tsx";

const DATES = ["issuedOn", "validFrom", "validUntil", "closingOn"] as const;
type DateField = (typeof DATES)[number];

/** What was read and is not certain: a value to propose, and the line it was read in. */
export type Proposals = Partial<Record<"kind" | DateField, { readonly value: string; readonly evidence: string }>>;

interface CoffreRowProps {
  readonly piece: CoffrePiece;
  readonly proposals: Proposals | undefined;
  readonly today: string;
  readonly editing: boolean;
  readonly onEdit: () => void;
  readonly onAmend: (piece: CoffrePiece) => void;
  readonly onDiscard: () => void;
  readonly onView: () => void;
}

export function CoffreRow({ piece, proposals, today, editing, onEdit, onAmend, onDiscard, onView }: CoffreRowProps) {
  const { m } = useWords();
  return (
    <li className="row piece" data-coffre={piece.id} data-kind={piece.kind}>
      <FileText size={16} className="tone-plain" aria-hidden="true" />
      <div>
        <p className="title">{piece.title}</p>
        <p className="about">
          <ValidityTag validity={validityOf(piece, today)} /> {piece.fileName}
        </p>
        {piece.otherSiren !== undefined && <p className="about tone-bad">{m.coffre.otherCompany(formatSiren(piece.otherSiren))}</p>}
      </div>
      <div className="tools">
        <Button look="icon" aria-label={m.pieces.open(piece.title)} onPress={onView}>
          <Eye size={15} />
        </Button>
        {!editing && (
          <Button look="icon" aria-label={m.coffre.correct(piece.title)} onPress={onEdit}>
            <Pencil size={15} />
          </Button>
        )}
        <Button look="icon" aria-label={m.coffre.remove(piece.title)} onPress={onDiscard}>
          <Trash2 size={15} />
        </Button>
      </div>
      {editing && <PieceForm piece={piece} proposals={proposals ?? {}} onAmend={onAmend} />}
    </li>
  );
}

function PieceForm({
  piece,
  proposals,
  onAmend,
}: {
  readonly piece: CoffrePiece;
  readonly proposals: Proposals;
  readonly onAmend: CoffreRowProps["onAmend"];
}) {
  const { m } = useWords();
  const [kind, setKind] = useState<PieceKind>(
    piece.confirmed ? piece.kind : ((proposals.kind?.value as PieceKind | undefined) ?? piece.kind),
  );
  const [texts, setTexts] = useState<Partial<Record<DateField, string>>>(() =>
    Object.fromEntries(DATES.map((field) => [field, dayText(piece[field] ?? proposals[field]?.value)])),
  );
  const [tried, setTried] = useState(false);
  const wrong = (field: DateField) => (texts[field] ?? "") !== "" && dayOf(texts[field] ?? "") === null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (DATES.some(wrong)) return;
    const { issuedOn: _i, validFrom: _f, validUntil: _u, closingOn: _c, otherSiren: _o, ...rest } = piece;
    const dates = Object.fromEntries(
      DATES.flatMap((field) => (dayOf(texts[field] ?? "") === null ? [] : [[field, dayOf(texts[field] ?? "")]])),
    );
    const title = kind === piece.kind ? piece.title : m.labels.piece(kind);
    onAmend({ ...rest, ...dates, kind, title, validityBasis: basisOf({ kind, ...dates }), confirmed: true });
  }

  return (
    <form className="more kept-form" onSubmit={submit} noValidate>
      <div className="field wide">
        <label htmlFor={`kind-${piece.id}`}>{m.coffre.kind}</label>
        <select id={`kind-${piece.id}`} value={kind} onChange={(event) => setKind(event.target.value as PieceKind)}>
          {PIECE_KINDS.map((one) => (
            <option key={one} value={one}>
              {m.labels.piece(one)}
            </option>
          ))}
        </select>
        <Evidence line={proposals.kind?.evidence} />
      </div>
      {DATES.map((field) => (
        <div key={field}>
          <Field
            label={m.coffre.dates[field]}
            value={texts[field] ?? ""}
            onChange={(text) => setTexts({ ...texts, [field]: text })}
            hint={m.coffre.date}
            error={tried && wrong(field) ? m.coffre.wrongDate : undefined}
          />
          <Evidence line={proposals[field]?.evidence} />
        </div>
      ))}
      <div className="actions">
        <Button look="primary" type="submit">
          {piece.otherSiren === undefined ? m.coffre.confirm : m.coffre.ours}
        </Button>
      </div>
    </form>
  );
}

function Evidence({ line }: { readonly line: string | undefined }) {
  const { m } = useWords();
  return line === undefined ? null : <p className="about">{m.coffre.read(line)}</p>;
}

function dayText(day: string | undefined): string {
  return day === undefined ? "" : formatDay(day);
}

/** "31/12/2026" → "2026-12-31"; `null` when it is no day. */
function dayOf(text: string): string | null {
  const day = text
    .trim()
    .replace(
      /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/,
      (_, d: string, mo: string, y: string) => `${y}-${mo.padStart(2, "0")}-${d.padStart(2, "0")}`,
    );
  return isDay(day) ? day : null;
}
