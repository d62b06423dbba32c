/** The page's fields: what will be written with its source, what only the person knows, what is left alone and why. */
import { CircleCheck, CircleDashed, CircleSlash, PenLine } from "lucide-react";
import { type FieldKey, fieldOf } from "../src/domain/fields.ts";
import { formatValue } from "../src/i18n/format.ts";
import { originText } from "../src/i18n/origin.ts";
import type { FieldLine } from "../src/messages/situation.ts";
import { Checkbox } from "./controls.tsx";
import { EntriesForm } from "./EntriesForm.tsx";
import "./FormTab.css";
import { useWords } from "./words.tsx";

/** Names a control across frames. */
export function refOf({ frameId, id }: { readonly frameId: number; readonly id: string }): string {
  return `${frameId}#${id}`;
}

interface FormTabProps {
  readonly fields: readonly FieldLine[];
  readonly excluded: ReadonlySet<string>;
  readonly onExclude: (ref: string, excluded: boolean) => void;
  readonly onRemember: (values: Partial<Record<FieldKey, string>>) => Promise<readonly FieldKey[]>;
}

export function FormTab({ fields, excluded, onExclude, onRemember }: FormTabProps) {
  const { m } = useWords();
  const withStatus = (...statuses: FieldLine["status"][]) => fields.filter((line) => statuses.includes(line.status));
  const missing = withStatus("missing");
  const askable = distinctFields(missing.filter((line) => fieldOf(line.field).origin === "user"));
  const unknown = missing.filter((line) => fieldOf(line.field).origin !== "user");
  if (fields.length === 0) return <p className="empty">{m.fields.none}</p>;
  return (
    <>
      {askable.length > 0 && <EntriesForm fields={askable} onRemember={onRemember} />}
      <Lines title={m.fields.ready} lines={withStatus("ready")} excluded={excluded} onExclude={onExclude} />
      <Lines title={m.fields.filled} lines={withStatus("filled", "already")} />
      <Lines title={m.fields.missingSources} lines={unknown} />
      <Lines title={m.fields.left} lines={withStatus("left")} />
    </>
  );
}

function distinctFields(lines: readonly FieldLine[]): FieldKey[] {
  return [...new Set(lines.map((line) => line.field))];
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly FieldLine[];
  readonly excluded?: ReadonlySet<string>;
  readonly onExclude?: (ref: string, excluded: boolean) => void;
}

function Lines({ title, lines, excluded, onExclude }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <section className="section">
      <h2 className="section-title">
        {title}
        <span>{lines.length}</span>
      </h2>
      <ul className="rows">
        {lines.map((line) => (
          <Line key={refOf(line)} line={line} excluded={excluded?.has(refOf(line)) === true} onExclude={onExclude} />
        ))}
      </ul>
    </section>
  );
}

const ICONS = { ready: PenLine, filled: CircleCheck, already: CircleCheck, missing: CircleDashed, left: CircleSlash } as const;
const TONES = { ready: "accent", filled: "ok", already: "ok", missing: "plain", left: "plain" } as const;

interface LineProps {
  readonly line: FieldLine;
  readonly excluded: boolean;
  readonly onExclude?: ((ref: string, excluded: boolean) => void) | undefined;
}

function Line({ line, excluded, onExclude }: LineProps) {
  const { m, language } = useWords();
  const Icon = ICONS[line.status];
  const label = line.pageLabel === "" ? m.labels.field(line.field) : line.pageLabel;
  const value = line.value === undefined ? null : formatValue(line.field, line.value, language, m);
  return (
    <li className="row field-row" data-field={line.field} data-status={line.status} data-excluded={excluded}>
      {line.status === "ready" && onExclude !== undefined ? (
        <Checkbox label={m.fields.include(label)} selected={!excluded} onChange={(included) => onExclude(refOf(line), !included)} />
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
        <div className="value">{line.reason === undefined ? (line.written ?? value) : m.fields.reasons[line.reason]}</div>
      </div>
    </li>
  );
}
