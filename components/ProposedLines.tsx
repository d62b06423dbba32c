/** « À confirmer » : proposed lines, block by block; a block is accepted by one box, or line by line. */
import { refOf } from "../src/domain/page-reading.ts";
import { cleaned, type LineName } from "../src/i18n/line-names.ts";
import type { FieldLine } from "../src/messages/situation.ts";
import { Checkbox } from "./controls.tsx";
import { FieldRow, type FieldRowProps, type Review } from "./FieldRow.tsx";
import { useArrows } from "./useArrows.ts";
import { useWords } from "./words.tsx";

interface ProposedProps extends Pick<FieldRowProps, "correcting" | "teaching"> {
  readonly lines: readonly FieldLine[];
  readonly review: Review;
  readonly nameOf: (line: FieldLine) => LineName;
}

/** A box over a block, or one of its lines. */
type Entry = { readonly block: readonly FieldLine[] } | { readonly line: FieldLine; readonly isDoubtSaid: boolean };

export function ProposedLines({ lines, review, nameOf, ...row }: ProposedProps) {
  const { m } = useWords();
  const entries = blocksOf(lines).flatMap((block): Entry[] => {
    const isDoubtSaid = block.length > 1 && sharedDoubt(block) !== undefined;
    const own = block.map((line): Entry => ({ line, isDoubtSaid }));
    return block.length > 1 ? [{ block }, ...own] : own;
  });
  const { isSkipped, list } = useArrows(entries.length);
  if (lines.length === 0) return null;
  return (
    <section className="section">
      <h2 className="section-title">
        {m.fields.proposed}
        <span>{lines.length}</span>
      </h2>
      <ul className="rows" aria-label={m.fields.proposed} {...list}>
        {entries.map((entry, index) =>
          "block" in entry ? (
            <BlockRow key={`block of ${refs(entry.block)}`} block={entry.block} review={review} skipped={isSkipped(index)} />
          ) : (
            <FieldRow
              key={refOf(entry.line)}
              {...{ ...row, line: entry.line, review }}
              name={nameOf(entry.line)}
              isDoubtSaid={entry.isDoubtSaid}
              skipped={isSkipped(index)}
            />
          ),
        )}
      </ul>
    </section>
  );
}

interface BlockProps {
  readonly block: readonly FieldLine[];
  readonly review: Review;
  readonly skipped: boolean;
}

function BlockRow({ block, review, skipped }: BlockProps) {
  const { m } = useWords();
  const heading = cleaned(block[0]?.heading ?? "");
  const doubt = sharedDoubt(block);
  const isTaken = block.every((line) => review.isTaken(refOf(line)));
  const text = m.fields.acceptBlock(block.length);
  return (
    <li className="row block-row">
      <Checkbox
        label={[heading, text].filter(Boolean).join(" ")}
        selected={isTaken}
        excluded={skipped}
        onChange={(taken) => {
          for (const line of block) review.onTake(refOf(line), taken);
        }}
      >
        <span>
          <strong>{heading === "" ? text : heading}</strong> {heading !== "" && <span className="about">{text}</span>}
        </span>
      </Checkbox>
      {doubt !== undefined && <p className="doubt">{m.fields.doubts[doubt.about](doubt.text)}</p>}
    </li>
  );
}

/** Lines that follow one another under the same title. */
function blocksOf(lines: readonly FieldLine[]): FieldLine[][] {
  const blocks: FieldLine[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const [first] = last ?? [];
    if (last !== undefined && first?.frameId === line.frameId && first.heading === line.heading) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** The doubt that all lines of a block share. */
function sharedDoubt([first, ...others]: readonly FieldLine[]): NonNullable<FieldLine["doubts"]>[number] | undefined {
  const doubt = first?.doubts?.[0];
  const isShared = others.every(({ doubts }) => doubts?.[0]?.about === doubt?.about && doubts?.[0]?.text === doubt?.text);
  return isShared ? doubt : undefined;
}

const refs = (block: readonly FieldLine[]) => block.map(refOf).join(" ");
