/** One place of the page that takes files: what will go there, what is missing and where to obtain it, what the person must decide. */
import { Radio, RadioGroup } from "react-aria-components";
import type { DossierPiece } from "../src/domain/dossier.ts";
import { pieceOf } from "../src/domain/pieces.ts";
import type { SlotLine } from "../src/messages/situation.ts";
import { Checkbox } from "./controls.tsx";
import { ExigibilityNote } from "./Exigibility.tsx";
import { SLOT_LOOKS } from "./states.tsx";
import { ValidityTag } from "./Validity.tsx";
import { useWords } from "./words.tsx";

interface SlotRowProps {
  readonly slot: SlotLine;
  readonly pieces: readonly DossierPiece[];
  /** What the person chose for this slot; what is proposed otherwise. */
  readonly chosen: readonly string[];
  readonly problem?: string | undefined;
  readonly onChoose: (pieceIds: readonly string[]) => void;
}

export function SlotRow({ slot, pieces, chosen, problem, onChoose }: SlotRowProps) {
  const { m } = useWords();
  const { icon: Icon, tone } = SLOT_LOOKS[slot.status];
  const definition = pieceOf(slot.kind);
  const candidates = pieces.filter((piece) => slot.candidates.includes(piece.id));
  const going = pieces.filter((piece) => chosen.includes(piece.id));
  const several = slot.merged || slot.multiple;
  const open = slot.status === "ready" || slot.status === "ask" || slot.status === "failed";
  const single = open && !several && slot.status !== "ask" ? going[0] : undefined;
  const title = slot.pageLabel === "" ? m.labels.piece(slot.kind) : slot.pageLabel;
  return (
    <li className="row piece" data-slot={slot.kind} data-status={slot.status}>
      <Icon size={16} className={`tone-${tone}`} aria-hidden="true" />
      <div>
        <p className="title">{title}</p>
        <p className="about held">
          <strong className={`tone-${tone}`}>{m.pieces.status[slot.status]}</strong>
          {slot.status === "attached" && <span>{slot.files.join(", ")}</span>}
          {open && slot.merged && <span>{m.pieces.merged(going.length)}</span>}
          {single !== undefined && <ValidityTag validity={single.validity} />}
        </p>
        {slot.status === "missing" && definition.obtainAt !== undefined && (
          <p className="about">
            <a href={definition.obtainAt.url} target="_blank" rel="noreferrer">
              {m.pieces.obtain(definition.obtainAt.label)}
            </a>
          </p>
        )}
        <ExigibilityNote kind={slot.kind} />
        {problem !== undefined && <p className="about tone-bad">{problem}</p>}
      </div>
      <span />
      {open && several && candidates.length > 0 && (
        <div className="more choice-list">
          {candidates.map((piece) => (
            <Checkbox
              key={piece.id}
              label={piece.title}
              selected={chosen.includes(piece.id)}
              onChange={(selected) =>
                onChoose(candidates.map(({ id }) => id).filter((id) => (id === piece.id ? selected : chosen.includes(id))))
              }
            >
              <span>
                {piece.title} <ValidityTag validity={piece.validity} />
              </span>
            </Checkbox>
          ))}
        </div>
      )}
      {open && !several && slot.status === "ask" && (
        <RadioGroup className="more choice-list" aria-label={m.pieces.choose} value={chosen[0] ?? null} onChange={(id) => onChoose([id])}>
          {candidates.map((piece) => (
            <Radio key={piece.id} value={piece.id} className="radio">
              <span className="dot" aria-hidden="true" />
              <span>
                {piece.title} <ValidityTag validity={piece.validity} />
              </span>
            </Radio>
          ))}
        </RadioGroup>
      )}
    </li>
  );
}
