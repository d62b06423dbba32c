/** The places of the page that take files. */
import { refOf } from "../src/domain/page-reading.ts";
import type { SlotLine } from "../src/messages/situation.ts";
import { LawNote } from "./LawNote.tsx";
import { SlotRow, type SlotRowProps } from "./SlotRow.tsx";
import { useWords } from "./words.tsx";

interface ExpectedPiecesProps
  extends Pick<
    SlotRowProps,
    "pieces" | "siren" | "asking" | "prepared" | "now" | "teaching" | "onOpen" | "onRetry" | "onSignIn" | "onCoffre" | "onDossier"
  > {
  readonly slots: readonly SlotLine[];
  /** What will go into a slot. */
  readonly chosen: (slot: SlotLine) => readonly string[];
  /** By slot: why it could not be attached. */
  readonly problems: ReadonlyMap<string, string>;
  readonly onChoose: (ref: string, pieceIds: readonly string[]) => void;
  readonly isTicked: (slot: SlotLine) => boolean;
  readonly onTick: (ref: string, ticked: boolean) => void;
}

export function ExpectedPieces({ slots, chosen, problems, onChoose, isTicked, onTick, ...shared }: ExpectedPiecesProps) {
  const { m } = useWords();
  if (slots.length === 0) return null;
  return (
    <section className="section">
      <h2 className="section-title">
        {m.pieces.expected}
        <span>{`${slots.filter(({ status }) => status !== "missing").length}/${slots.length}`}</span>
      </h2>
      <LawNote says={(law) => law.alreadySent} />
      <ul className="rows">
        {slots.map((slot) => (
          <SlotRow
            {...shared}
            key={refOf(slot)}
            slot={slot}
            chosen={chosen(slot)}
            problem={problems.get(refOf(slot))}
            onChoose={(ids) => onChoose(refOf(slot), ids)}
            isTicked={isTicked(slot)}
            onTick={(ticked) => onTick(refOf(slot), ticked)}
          />
        ))}
      </ul>
    </section>
  );
}
