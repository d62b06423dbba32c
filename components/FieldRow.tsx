/** One line of the form: what is asked, what goes there and who says so, on one line; its details open below it. */
import { ChevronRight, CircleCheck, CircleDashed, CircleSlash, Crosshair, PenLine } from "lucide-react";
import { useRef, useState } from "react";
import { fieldOf, isRemembered } from "../src/domain/fields.ts";
import { refOf } from "../src/domain/page-reading.ts";
import { formatValue } from "../src/i18n/format.ts";
import type { LineName } from "../src/i18n/line-names.ts";
import { originSaid, originShort, originText } from "../src/i18n/origin.ts";
import type { FieldLine } from "../src/messages/situation.ts";
import { type Correcting, Correction } from "./Correction.tsx";
import { Button, Checkbox, RowButton } from "./controls.tsx";
import { namingOf, Reassign, type Teaching } from "./Reassign.tsx";
import { useWords } from "./words.tsx";

/** What may be said of a line before it is written. */
export interface Review {
  /** Ticked: it will be written. */
  readonly isTaken: (ref: string) => boolean;
  readonly onTake: (ref: string, taken: boolean) => void;
}

export interface FieldRowProps {
  readonly line: FieldLine;
  /** What the screen calls it: no other line has that name. */
  readonly name: LineName;
  /** The title shown above the line; empty when the line before has the same one; absent in a list without blocks. */
  readonly block?: string | undefined;
  readonly review: Review | undefined;
  /** A source may still tell it. */
  readonly isAwaited?: boolean;
  readonly correcting: Correcting;
  readonly teaching: Teaching;
  /** True when the block's heading already says its doubt. */
  readonly isDoubtSaid?: boolean;
  /** Not reached by Tab: the arrows lead there. */
  readonly skipped: boolean;
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
/** Lines whose value the person may give in place. */
const OPEN: ReadonlySet<FieldLine["status"]> = new Set(["ready", "proposed", "missing"] as const);

/** Long on purpose: what one line shows, each part on its condition. */
export function FieldRow(props: FieldRowProps) {
  const { line, name: whole, block, review, isAwaited = false, correcting, teaching, isDoubtSaid = false, skipped } = props;
  const called = block === undefined ? titled(whole) : whole;
  const { name, label, year } = called;
  // In the order of what is shown: people who use voice control say what they see.
  const said = year === undefined ? label : `${label} ${year}`;
  const { m, language } = useWords();
  const [opened, setOpened] = useState([refOf(line), namingOf(line)].some((draft) => correcting.drafts[draft] !== undefined));
  const opener = useRef<HTMLButtonElement>(null);
  const { status, field, value, origin, reason } = line;
  const taken = review === undefined || review.isTaken(refOf(line));
  const text = value === undefined ? "" : formatValue(field, value, language, m);
  const shown = isAwaited
    ? m.fields.awaited
    : line.edited === true
      ? m.fields.edited
      : reason === undefined
        ? text
        : m.fields.reasons[reason];
  const doubt = line.doubts?.[0];
  const mayCorrect = isCorrectable(line);
  const Icon = line.edited === true ? PenLine : ICONS[status];
  const close = () => {
    setOpened(false);
    opener.current?.focus();
  };
  return (
    <li
      className="row field-row"
      data-field={field}
      data-status={status}
      data-excluded={!taken}
      data-opened={opened}
      data-awaited={isAwaited}
      data-line={refOf(line)}
    >
      {block !== undefined && block !== "" && <p className="block">{block}</p>}
      {review !== undefined ? (
        <Checkbox
          label={m.fields.include(name, text)}
          selected={taken}
          excluded={skipped}
          onChange={(wanted) => review.onTake(refOf(line), wanted)}
        />
      ) : (
        <Icon size={16} className={`tone-${line.edited === true ? "plain" : TONES[status]}`} aria-hidden="true" />
      )}
      {isDetailed(line) ? (
        <Button
          ref={opener}
          look="line"
          aria-expanded={opened}
          aria-label={m.fields.change(said, shown, origin === undefined ? "" : originSaid(origin, m))}
          excludeFromTabOrder={skipped}
          onPress={() => setOpened(!opened)}
        >
          <LineText {...{ line, name: called, shown }} />
          <ChevronRight size={13} className="chevron" aria-hidden="true" />
        </Button>
      ) : (
        <span className="line">
          <LineText {...{ line, name: called, shown }} />
        </span>
      )}
      {status === "proposed" && (
        <RowButton aria-label={m.teach.showLine(said)} excluded={skipped} onPress={() => teaching.onShow(line)}>
          <Crosshair size={14} aria-hidden="true" />
        </RowButton>
      )}
      {doubt !== undefined && !isDoubtSaid && <p className="doubt">{m.fields.doubts[doubt.about](doubt.text)}</p>}
      {opened && <Details {...{ line, name, shown, text, mayCorrect, correcting, teaching }} onDone={close} />}
    </li>
  );
}

function isCorrectable({ status, value, field }: FieldLine): boolean {
  return OPEN.has(status) && typeof value !== "boolean" && fieldOf(field).type !== "boolean" && isRemembered(field);
}

/** True when a line opens on something: otherwise nothing of it takes the focus, unless it has a box. */
export function isDetailed(line: FieldLine): boolean {
  const { origin, doubts, reason, teachable } = line;
  return isCorrectable(line) || origin !== undefined || doubts?.[0] !== undefined || reason !== undefined || teachable !== undefined;
}

/** Puts the block's title into the name, for lists that show no block titles. */
function titled({ title, label, ...name }: LineName): LineName {
  return { ...name, label: title === undefined ? label : `${title} · ${label}` };
}

interface DetailsProps extends Pick<FieldRowProps, "line" | "correcting" | "teaching"> {
  readonly name: string;
  readonly shown: string;
  /** The value as a person reads it. */
  readonly text: string;
  readonly mayCorrect: boolean;
  readonly onDone: () => void;
}

function Details({ line, name, shown, text, mayCorrect, correcting, teaching, onDone }: DetailsProps) {
  const { m } = useWords();
  const [naming, setNaming] = useState(teaching.drafts[namingOf(line)] !== undefined);
  const { origin, written, field, taught, teachable } = line;
  if (naming && teachable !== undefined) {
    return (
      <div className="details">
        <Reassign {...{ line, asked: field, may: teachable, isTaught: taught !== undefined, teaching, onDone }} />
      </div>
    );
  }
  return (
    <div className="details">
      <p className="whole">{[name, shown].filter(Boolean).join(" : ")}</p>
      {origin !== undefined && <p className="about">{m.fields.from(originText(origin, m))}</p>}
      {written !== undefined && written !== text && <p className="about">{m.fields.writtenAs(written)}</p>}
      {taught !== undefined && <p className="about">{m.teach.said[taught]}</p>}
      {mayCorrect && <Correction line={line} correcting={correcting} onDone={onDone} />}
      {teachable !== undefined && (
        <div className="entries-actions">
          <Button look="link" onPress={() => setNaming(true)}>
            {m.teach.reassign}
          </Button>
          <Button look="link" onPress={() => teaching.onShow(line)}>
            {m.teach.show}
          </Button>
        </div>
      )}
    </div>
  );
}

function LineText({ line, name, shown }: Pick<FieldRowProps, "line" | "name"> & { readonly shown: string }) {
  const { m } = useWords();
  const { origin, required, status } = line;
  return (
    <>
      <span className="asked" title={name.name}>
        <span className="page-label">{name.label}</span> {name.year !== undefined && <span className="year">{name.year}</span>}
        {required && (status === "missing" || status === "left") && <span className="required" title={m.fields.required} />}
      </span>{" "}
      <span className="value" title={shown}>
        {shown}
      </span>{" "}
      {origin !== undefined && line.edited !== true && (
        <span className="from" title={originText(origin, m)}>
          {originShort(origin, m)}
        </span>
      )}
    </>
  );
}
