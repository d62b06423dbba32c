/** One place of the page that takes files: what will go there, what is missing and where to obtain it, what the person must decide. */
import { Plus } from "lucide-react";
import { RadioGroup } from "react-aria-components";
import type { DossierPiece } from "../src/domain/dossier.ts";
import type { PreparedDossier } from "../src/domain/prepared.ts";
import type { SlotLine } from "../src/messages/situation.ts";
import { Button, Checkbox, Choice } from "./controls.tsx";
import { ExigibilityNotes } from "./Exigibility.tsx";
import { Obtain } from "./Obtain.tsx";
import { SlotSource } from "./SlotSource.tsx";
import { SLOT_LOOKS } from "./states.tsx";
import { ValidityTag } from "./Validity.tsx";
import { useWords } from "./words.tsx";

interface SlotRowProps {
  readonly slot: SlotLine;
  readonly pieces: readonly DossierPiece[];
  /** Of the company that answers. */
  readonly siren: string | null;
  readonly prepared: PreparedDossier | null;
  readonly now: Date;
  /** What the person chose for this slot; what is proposed otherwise. */
  readonly chosen: readonly string[];
  readonly problem?: string | undefined;
  readonly onChoose: (pieceIds: readonly string[]) => void;
  readonly onCoffre: () => void;
}

export function SlotRow({ slot, pieces, siren, prepared, now, chosen, problem, onChoose, onCoffre }: SlotRowProps) {
  const { m } = useWords();
  const { icon: Icon, tone } = SLOT_LOOKS[slot.status];
  const candidates = pieces.filter((piece) => slot.candidates.includes(piece.id));
  const going = pieces.filter((piece) => chosen.includes(piece.id));
  const ready = (prepared?.files ?? []).filter(({ key }) => chosen.includes(key));
  const several = slot.merged || slot.multiple;
  const open = slot.status === "ready" || slot.status === "ask" || slot.status === "failed";
  const single = open && !several && slot.status !== "ask" ? going[0] : undefined;
  const outdated = slot.status === "missing" ? lastOutdated(pieces, slot.kind) : undefined;
  const title = slot.pageLabel === "" ? m.labels.piece(slot.kind) : slot.pageLabel;
  return (
    <li className="row piece" data-slot={slot.kind} data-status={slot.status}>
      <Icon size={16} className={`tone-${tone}`} aria-hidden="true" />
      <div>
        <p className="title">{title}</p>
        <p className="about held">
          <strong className={`tone-${tone}`}>{outdated === undefined ? m.pieces.status[slot.status] : m.pieces.status.expired}</strong>
          {slot.status === "attached" && <span>{slot.files.join(", ")}</span>}
          {open && slot.merged && ready.length === 0 && <span>{m.pieces.merged(going.length)}</span>}
          {open && ready.length > 0 && <span>{ready.map(({ fileName }) => fileName).join(", ")}</span>}
          {single !== undefined && <ValidityTag validity={single.validity} atAward={single.atAward} />}
        </p>
        {outdated !== undefined && (
          <p className="about held">
            {m.pieces.onlyOutdated} <ValidityTag validity={outdated.validity} />
          </p>
        )}
        {slot.status === "missing" && <Obtain kind={slot.kind} />}
        {slot.status === "missing" && (
          <Button look="link" onPress={onCoffre}>
            <Plus size={13} />
            {m.pieces.drop}
          </Button>
        )}
        <ExigibilityNotes kind={slot.kind} siren={siren} />
        {problem !== undefined && <p className="about tone-bad">{problem}</p>}
      </div>
      <span />
      {open && prepared !== null && slot.prepared.length > 0 && (
        <SlotSource slot={slot} prepared={prepared} chosen={chosen} now={now} onChoose={onChoose} />
      )}
      {open && several && ready.length === 0 && candidates.length > 0 && (
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
                {piece.title} <ValidityTag validity={piece.validity} atAward={piece.atAward} />
              </span>
            </Checkbox>
          ))}
        </div>
      )}
      {open && !several && slot.status === "ask" && (
        <RadioGroup className="more choice-list" aria-label={m.pieces.choose} value={chosen[0] ?? null} onChange={(id) => onChoose([id])}>
          {candidates.map((piece) => (
            <Choice key={piece.id} value={piece.id}>
              <span>
                {piece.title} <ValidityTag validity={piece.validity} atAward={piece.atAward} />
              </span>
            </Choice>
          ))}
        </RadioGroup>
      )}
    </li>
  );
}

/** The document of that kind that ended last: held, but no more good. */
function lastOutdated(pieces: readonly DossierPiece[], kind: SlotLine["kind"]): DossierPiece | undefined {
  const outdated = pieces.filter((piece) => piece.kind === kind && piece.validity.status === "expired");
  return outdated.toSorted((a, b) => (b.validity.until ?? "").localeCompare(a.validity.until ?? ""))[0];
}
