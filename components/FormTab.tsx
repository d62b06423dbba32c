/** The page's fields: what will be written with its source, what only the person knows, what is left alone and why. */
import type { Dossier } from "../src/domain/dossier.ts";
import { type FieldKey, fieldOf, mayBeFound } from "../src/domain/fields.ts";
import { refOf } from "../src/domain/page-reading.ts";
import { isLarge } from "../src/dossier/asking.ts";
import { blockTitles, cleaned, type LineName, lineNames } from "../src/i18n/line-names.ts";
import type { FieldLine, RemainingLine, UnreadLine } from "../src/messages/situation.ts";
import type { Correcting } from "./Correction.tsx";
import { Button } from "./controls.tsx";
import { EntriesForm } from "./EntriesForm.tsx";
import { FieldRow, isDetailed, type Review } from "./FieldRow.tsx";
import { ProposedLines } from "./ProposedLines.tsx";
import type { Teaching } from "./Reassign.tsx";
import { UnreadLines } from "./UnreadLines.tsx";
import "./FormTab.css";
import { LawNote } from "./LawNote.tsx";
import { Signatory } from "./Signatory.tsx";
import { useArrows } from "./useArrows.ts";
import { useFirstThenAll } from "./useFirstThenAll.ts";
import { useLineFocus } from "./useLineFocus.ts";
import { useWords } from "./words.tsx";

interface FormTabProps {
  readonly fields: readonly FieldLine[];
  /** A source that has not answered may tell more. */
  readonly isComing: boolean;
  /** What the page still requires of the person; listed once something was written. */
  readonly remaining: readonly RemainingLine[];
  readonly onGo: (line: RemainingLine) => void;
  readonly excluded: ReadonlySet<string>;
  readonly onExclude: (ref: string, excluded: boolean) => void;
  /** Proposed lines that the person ticked. */
  readonly accepted: ReadonlySet<string>;
  readonly onAccept: (ref: string, accepted: boolean) => void;
  readonly onRemember: (values: Partial<Record<FieldKey, string>>) => Promise<readonly FieldKey[]>;
  readonly onFill: () => void;
  readonly correcting: Correcting;
  /** Controls where nothing will be written. */
  readonly unread: readonly UnreadLine[];
  readonly teaching: Teaching;
  readonly dossier: Dossier | null;
}

export function FormTab(props: FormTabProps) {
  const {
    fields,
    isComing,
    remaining,
    excluded,
    onExclude,
    accepted,
    onAccept,
    onRemember,
    onFill,
    correcting,
    unread,
    teaching,
    dossier,
  } = props;
  const { m } = useWords();
  const focus = useLineFocus();
  if (fields.length === 0) {
    return (
      <>
        <p className="empty">{m.fields.none}</p>
        <UnreadLines lines={unread} teaching={teaching} />
      </>
    );
  }
  const names = lineNames(fields, m, yearIn(dossier));
  const withStatus = (...statuses: FieldLine["status"][]) => fields.filter((line) => statuses.includes(line.status));
  const missing = withStatus("missing");
  const askable = [...new Set(missing.filter((line) => fieldOf(line.field).origin === "user").map((line) => line.field))];
  const list = { nameOf: (line: FieldLine) => names[fields.indexOf(line)] ?? UNNAMED, correcting, teaching };
  const filled = withStatus("filled", "already");
  return (
    <div {...focus}>
      {filled.length > 0 && remaining.length > 0 && <Remaining lines={remaining} onGo={props.onGo} />}
      <Signatory missing={missing} dossier={dossier} onRemember={onRemember} />
      {askable.length > 0 && (
        <EntriesForm fields={askable} onRemember={onRemember} onFill={onFill} drafts={correcting.drafts} onDraft={correcting.onDraft} />
      )}
      <Lines
        {...list}
        title={m.fields.ready}
        lines={fields.filter((line) => line.status === "ready" || (isComing && isSought(line)))}
        review={{ isTaken: (ref) => !excluded.has(ref), onTake: (ref, taken) => onExclude(ref, !taken) }}
      />
      <ProposedLines {...list} lines={withStatus("proposed")} review={{ isTaken: (ref) => accepted.has(ref), onTake: onAccept }} />
      <Lines {...list} title={m.fields.filled} lines={filled} />
      <Lines {...list} title={m.fields.missingSources} lines={isComing ? [] : fields.filter(isSought)} />
      <LeftLines {...list} lines={fields.filter(isLeft)} />
      <UnreadLines lines={unread} teaching={teaching} />
      {fields.some(({ reason }) => reason === "sworn") && (
        <>
          {isLarge(dossier) && <LawNote says={(law) => law.sizeGrounds} />}
          <LawNote says={(law) => law.groundArises} />
        </>
      )}
      {fields.some(({ field }) => field.startsWith("chiffreAffaires")) && <LawNote says={(law) => law.turnoverCap} />}
    </div>
  );
}

function isSought({ status, field }: FieldLine): boolean {
  return status === "missing" && mayBeFound(field);
}

/** Left alone, or of this consultation alone and not read off its page. */
function isLeft({ status, field }: FieldLine): boolean {
  return status === "left" || (status === "missing" && !mayBeFound(field) && fieldOf(field).origin !== "user");
}

/** The page held something there before Pli prêt wrote anything. */
function stands({ status, reason }: FieldLine): boolean {
  return status === "left" && reason === "notEmpty";
}

const UNNAMED: LineName = { name: "", label: "" };

/** The year of the accounts that are N-1, N-2 and N-3 of this company. */
function yearIn(dossier: Dossier | null): (back: string) => string | undefined {
  return (back) => {
    const end = dossier?.values[`exerciceFinN${back}` as FieldKey]?.value;
    return typeof end === "string" ? end.slice(0, 4) : undefined;
  };
}

/** The required answers that are still missing, each one press away. */
function Remaining({ lines, onGo }: { readonly lines: readonly RemainingLine[]; readonly onGo: FormTabProps["onGo"] }) {
  const { m } = useWords();
  return (
    <section className="section card remaining" aria-label={m.fields.remaining(lines.length)}>
      <h2>{m.fields.remaining(lines.length)}</h2>
      <ul>
        {lines.map((line) => (
          <li key={refOf(line)}>
            <Button look="link" onPress={() => onGo(line)}>
              {cleaned(line.label) || m.fields.unnamed}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly FieldLine[];
  readonly review?: Review;
  readonly nameOf: (line: FieldLine) => LineName;
  readonly correcting: Correcting;
  readonly teaching: Teaching;
}

/** Where nothing will be written: what is for the person, then what the page holds. */
function LeftLines({ lines, ...list }: Omit<LinesProps, "title" | "review">) {
  const { m } = useWords();
  return (
    <>
      <Lines {...list} title={m.fields.left} lines={lines.filter((line) => !stands(line))} />
      <Lines {...list} title={m.fields.stands} lines={lines.filter(stands)} />
    </>
  );
}

function Lines({ title, lines, review, nameOf, correcting, teaching }: LinesProps) {
  const isAwaited = (line: FieldLine) => review !== undefined && line.status === "missing";
  const isBoxed = (line: FieldLine) => review !== undefined && !isAwaited(line);
  const bare = lines.map((line) => !isBoxed(line) && !isDetailed(line));
  const { isSkipped, list } = useArrows(lines.length, (index) => bare[index] === true);
  const { m } = useWords();
  const drawn = useFirstThenAll(lines);
  if (lines.length === 0) return null;
  const known = lines.filter((line) => !isAwaited(line)).length;
  const titles = blockTitles(lines);
  const isGrouped = titles.some((title) => title !== undefined);
  return (
    <section className="section">
      <h2 className="section-title">
        {title}
        <span>{known === lines.length ? known : m.fields.readyOf(known, lines.length)}</span>
      </h2>
      <ul className="rows" aria-label={title} {...list}>
        {drawn.map((line, index) => (
          <FieldRow
            key={refOf(line)}
            {...{ line, correcting, teaching }}
            review={isBoxed(line) ? review : undefined}
            isAwaited={isAwaited(line)}
            name={nameOf(line)}
            block={isGrouped ? (titles[index] ?? "") : undefined}
            skipped={isSkipped(index)}
          />
        ))}
      </ul>
    </section>
  );
}
