/** Controls of the page where nothing will be written: folded, for whoever knows what they ask. */
import { ChevronRight } from "lucide-react";
import { useRef, useState } from "react";
import { refOf } from "../src/domain/page-reading.ts";
import { cleaned } from "../src/i18n/line-names.ts";
import type { UnreadLine } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import { namingOf, Reassign, type Teaching } from "./Reassign.tsx";
import { useArrows } from "./useArrows.ts";
import { useWords } from "./words.tsx";

export function UnreadLines({ lines, teaching }: { readonly lines: readonly UnreadLine[]; readonly teaching: Teaching }) {
  const { m } = useWords();
  const [opened, setOpened] = useState(lines.some((line) => isBegun(line, teaching)));
  const { isSkipped, list } = useArrows(lines.length);
  if (lines.length === 0) return null;
  return (
    <section className="section">
      <Button look="link" className="section-opener" aria-expanded={opened} onPress={() => setOpened(!opened)}>
        <ChevronRight size={13} className="chevron" aria-hidden="true" />
        {m.teach.unread(lines.length)}
      </Button>
      {opened && (
        <>
          <p className="about">{m.teach.unreadHint}</p>
          <ul className="rows" aria-label={m.teach.unread(lines.length)} {...list}>
            {lines.map((line, index) => (
              <UnreadRow key={refOf(line)} {...{ line, teaching }} skipped={isSkipped(index)} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function isBegun(line: UnreadLine, { drafts }: Teaching): boolean {
  return drafts[namingOf(line)] !== undefined;
}

interface RowProps {
  readonly line: UnreadLine;
  readonly teaching: Teaching;
  readonly skipped: boolean;
}

function UnreadRow({ line, teaching, skipped }: RowProps) {
  const { m } = useWords();
  const [opened, setOpened] = useState(isBegun(line, teaching));
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpened(false);
    opener.current?.focus();
  };
  const label = cleaned(line.label);
  const said = line.taught === undefined ? (line.heading ?? "") : m.teach.said[line.taught];
  return (
    <li className="row unread-row">
      <Button ref={opener} look="line" aria-expanded={opened} excludeFromTabOrder={skipped} onPress={() => setOpened(!opened)}>
        <span className="page-label">{label}</span> <span className="about">{said}</span>
      </Button>
      {opened && (
        <div className="details">
          <Reassign {...{ line }} asked={null} may={line.may} isTaught={line.taught !== undefined} teaching={teaching} onDone={close} />
          <Button look="link" onPress={() => teaching.onShow(line)}>
            {m.teach.show}
          </Button>
        </div>
      )}
    </li>
  );
}
