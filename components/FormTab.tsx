/** The page's fields: what will be written with its source, what only the person knows, what is left alone and why. */
import { CircleCheck, CircleDashed, CircleSlash, Pencil, PenLine } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Dossier } from "../src/domain/dossier.ts";
import { type FieldKey, fieldOf } from "../src/domain/fields.ts";
import { refOf } from "../src/domain/page-reading.ts";
import { isLarge } from "../src/dossier/asking.ts";
import { formatValue } from "../src/i18n/format.ts";
import { originText } from "../src/i18n/origin.ts";
import type { FieldLine } from "../src/messages/situation.ts";
import { Button, Checkbox, Field } from "./controls.tsx";
import { EntriesForm } from "./EntriesForm.tsx";
import "./FormTab.css";
import { LawNote } from "./LawNote.tsx";
import { useWords } from "./words.tsx";

interface FormTabProps {
  readonly fields: readonly FieldLine[];
  readonly excluded: ReadonlySet<string>;
  readonly onExclude: (ref: string, excluded: boolean) => void;
  /** Proposed lines that the person ticked. */
  readonly accepted: ReadonlySet<string>;
  readonly onAccept: (ref: string, accepted: boolean) => void;
  readonly onRemember: (values: Partial<Record<FieldKey, string>>) => Promise<readonly FieldKey[]>;
  /** Answers false when the value has not the field's form. */
  readonly onCorrect: (field: FieldKey, value: string) => Promise<boolean>;
  readonly dossier: Dossier | null;
}

export function FormTab({ fields, excluded, onExclude, accepted, onAccept, onRemember, onCorrect, dossier }: FormTabProps) {
  const { m } = useWords();
  const withStatus = (...statuses: FieldLine["status"][]) => fields.filter((line) => statuses.includes(line.status));
  const missing = withStatus("missing");
  const askable = distinctFields(missing.filter((line) => fieldOf(line.field).origin === "user"));
  const unknown = missing.filter((line) => fieldOf(line.field).origin !== "user");
  if (fields.length === 0) return <p className="empty">{m.fields.none}</p>;
  return (
    <>
      {askable.length > 0 && <EntriesForm fields={askable} onRemember={onRemember} />}
      <Lines
        title={m.fields.ready}
        lines={withStatus("ready")}
        review={{ isTaken: (ref) => !excluded.has(ref), onTake: (ref, taken) => onExclude(ref, !taken), onCorrect, dossier }}
      />
      <Lines
        title={m.fields.proposed}
        lines={withStatus("proposed")}
        review={{ isTaken: (ref) => accepted.has(ref), onTake: onAccept, onCorrect, dossier }}
      />
      <Lines title={m.fields.filled} lines={withStatus("filled", "already")} />
      <Lines title={m.fields.missingSources} lines={unknown} />
      <Lines title={m.fields.left} lines={withStatus("left")} />
      {fields.some(({ reason }) => reason === "sworn") && (
        <>
          {isLarge(dossier) && <LawNote says={(law) => law.sizeGrounds} />}
          <LawNote says={(law) => law.groundArises} />
        </>
      )}
      {fields.some(({ field }) => field.startsWith("chiffreAffaires")) && <LawNote says={(law) => law.turnoverCap} />}
    </>
  );
}

function distinctFields(lines: readonly FieldLine[]): FieldKey[] {
  return [...new Set(lines.map((line) => line.field))];
}

/** What may be done to a line before it is written. */
interface Review extends Pick<FormTabProps, "onCorrect" | "dossier"> {
  /** Ticked: it will be written. */
  readonly isTaken: (ref: string) => boolean;
  readonly onTake: (ref: string, taken: boolean) => void;
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly FieldLine[];
  readonly review?: Review;
}

function Lines({ title, lines, review }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <section className="section">
      <h2 className="section-title">
        {title}
        <span>{lines.length}</span>
      </h2>
      <ul className="rows">
        {lines.map((line) => (
          <Line key={refOf(line)} line={line} review={review} />
        ))}
      </ul>
    </section>
  );
}

const ICONS = {
  ready: PenLine,
  proposed: PenLine,
  filled: CircleCheck,
  already: CircleCheck,
  missing: CircleDashed,
  left: CircleSlash,
} as const;
const TONES = { ready: "accent", proposed: "plain", filled: "ok", already: "ok", missing: "plain", left: "plain" } as const;

function Line({ line, review }: { readonly line: FieldLine; readonly review: Review | undefined }) {
  const { m, language } = useWords();
  const [changing, setChanging] = useState(false);
  const taken = review === undefined || review.isTaken(refOf(line));
  const doubt = line.doubts?.[0];
  const Icon = ICONS[line.status];
  const label = line.pageLabel === "" ? m.labels.field(line.field) : line.pageLabel;
  const value = line.value === undefined ? null : formatValue(line.field, line.value, language, m);
  return (
    <li className="row field-row" data-field={line.field} data-status={line.status} data-excluded={!taken}>
      {review !== undefined ? (
        <Checkbox label={m.fields.include(label)} selected={taken} onChange={(wanted) => review.onTake(refOf(line), wanted)} />
      ) : (
        <Icon size={16} className={`tone-${TONES[line.status]}`} aria-hidden="true" />
      )}
      <div>
        <div className="asked">
          <span className="page-label" title={label}>
            {label}
          </span>
          {line.origin !== undefined && (
            <span className="from" title={originText(line.origin, m)}>
              {originText(line.origin, m)}
            </span>
          )}
        </div>
        {doubt !== undefined && <p className="doubt">{m.fields.doubts[doubt.about](doubt.text)}</p>}
        {changing && review !== undefined ? (
          <Correction line={line} review={review} onDone={() => setChanging(false)} />
        ) : (
          <div className="value">
            {line.reason === undefined ? (line.written ?? value) : m.fields.reasons[line.reason]}
            {review !== undefined && typeof line.value !== "boolean" && (
              <Button look="icon" aria-label={m.fields.change(label)} onPress={() => setChanging(true)}>
                <Pencil size={13} />
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

interface CorrectionProps {
  readonly line: FieldLine;
  readonly review: Review;
  readonly onDone: () => void;
}

/** Another value for this portal: one that another source proposes, or the person's own. */
function Correction({ line, review, onDone }: CorrectionProps) {
  const { m, language } = useWords();
  const [text, setText] = useState(String(line.value ?? ""));
  const [wrong, setWrong] = useState(false);
  const known = review.dossier?.values[line.field];
  const proposals = known === undefined ? [] : [{ value: known.value, origin: known.origin }, ...known.alternatives];
  const others = proposals.filter(({ value }) => value !== line.value);

  async function keep(value: string): Promise<void> {
    const accepted = await review.onCorrect(line.field, value);
    setWrong(!accepted);
    if (accepted) onDone();
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    void keep(text);
  }

  return (
    <form className="correction" onSubmit={submit} noValidate>
      <Field label={m.fields.instead} value={text} onChange={setText} error={wrong ? m.fields.wrong : undefined} autoFocus />
      {others.map(({ value, origin }) => (
        <Button look="link" key={`${value}${originText(origin, m)}`} onPress={() => void keep(value === known?.value ? "" : String(value))}>
          {formatValue(line.field, value, language, m)} ({originText(origin, m)})
        </Button>
      ))}
      <div className="entries-actions">
        <Button type="submit">{m.fields.save}</Button>
        <Button look="link" onPress={onDone}>
          {m.fields.cancel}
        </Button>
      </div>
    </form>
  );
}
