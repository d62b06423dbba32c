/** One place of the page that takes files: what will go there, what is missing and where to obtain it, what the person must decide. */
import { Plus } from "lucide-react";
import type { DossierPiece } from "../src/domain/dossier.ts";
import type { Asking } from "../src/domain/exigibility.ts";
import type { PreparedDossier } from "../src/domain/prepared.ts";
import type { SlotLine } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import { ExigibilityNotes } from "./Exigibility.tsx";
import { LawNote } from "./LawNote.tsx";
import { Obtain } from "./Obtain.tsx";
import { SlotChoices } from "./SlotChoices.tsx";
import { SLOT_LOOKS } from "./states.tsx";
import { ValidityTag } from "./Validity.tsx";
import { useWords } from "./words.tsx";

/** Slots that ask for a proof of that duty by another name than that of the certificate that gives it. */
const DISABLED_WORKERS = /handicap|oeth|agefiph/i;
const REFERENCES_ASKED: ReadonlySet<SlotLine["kind"]> = new Set<SlotLine["kind"]>(["references", "attestationsBonneExecution"]);

export interface SlotRowProps {
  readonly slot: SlotLine;
  readonly pieces: readonly DossierPiece[];
  /** Of the company that answers. */
  readonly siren: string | null;
  /** Who asks, and of whom. */
  readonly asking: Asking;
  readonly prepared: PreparedDossier | null;
  readonly now: Date;
  /** What the person chose for this slot; what is proposed otherwise. */
  readonly chosen: readonly string[];
  readonly problem?: string | undefined;
  readonly onChoose: (pieceIds: readonly string[]) => void;
  readonly onCoffre: () => void;
}

export function SlotRow(props: SlotRowProps) {
  const { slot, siren, asking, problem } = props;
  const { m } = useWords();
  const { icon: Icon, tone } = SLOT_LOOKS[slot.status];
  const title = slot.pageLabel === "" ? m.labels.piece(slot.kind) : slot.pageLabel;
  return (
    <li className="row piece" data-slot={slot.kind} data-status={slot.status}>
      <Icon size={16} className={`tone-${tone}`} aria-hidden="true" />
      <div>
        <p className="title">{title}</p>
        {slot.status === "missing" ? <Missing {...props} /> : <Held {...props} />}
        <ExigibilityNotes kind={slot.kind} siren={siren} asking={asking} />
        {slot.kind === "attestationVigilance" && DISABLED_WORKERS.test(title) && <LawNote says={(law) => law.disabledWorkers} />}
        {slot.status === "missing" && REFERENCES_ASKED.has(slot.kind) && <LawNote says={(law) => law.noReferences} />}
        {problem !== undefined && <p className="about tone-bad">{problem}</p>}
      </div>
      <span />
      <SlotChoices {...props} />
    </li>
  );
}

/** Nothing can go there yet: what is out of date, and how to obtain another. */
function Missing({ slot: { kind, status }, pieces, onCoffre }: SlotRowProps) {
  const { m } = useWords();
  const outdated = lastOutdated(pieces, kind);
  return (
    <>
      <p className="about held">
        <strong className={`tone-${SLOT_LOOKS[status].tone}`}>
          {outdated === undefined ? m.pieces.status[status] : m.pieces.status.expired}
        </strong>
      </p>
      {outdated !== undefined && (
        <p className="about held">
          {m.pieces.onlyOutdated} <ValidityTag validity={outdated.validity} />
        </p>
      )}
      <Obtain kind={kind} />
      <Button look="link" onPress={onCoffre}>
        <Plus size={13} />
        {m.pieces.drop}
      </Button>
    </>
  );
}

/** What stands there, or will go there. */
function Held(props: SlotRowProps) {
  const { status, files } = props.slot;
  const { m } = useWords();
  return (
    <p className="about held">
      <strong className={`tone-${SLOT_LOOKS[status].tone}`}>{m.pieces.status[status]}</strong>
      {status === "attached" && <span>{files.join(", ")}</span>}
      {(status === "ready" || status === "ask" || status === "failed") && <Going {...props} />}
    </p>
  );
}

function Going({ slot: { choice, made }, pieces, prepared, chosen }: SlotRowProps) {
  const { m } = useWords();
  const going = pieces.filter((piece) => chosen.includes(piece.id));
  if (made !== null) {
    const ready = (prepared?.files ?? []).filter(({ key }) => chosen.includes(key));
    return <span>{ready.length === 0 ? m.pieces.gathered(going.length, made) : ready.map(({ fileName }) => fileName).join(", ")}</span>;
  }
  const [only] = going;
  return choice === "nothing" && only !== undefined ? <ValidityTag validity={only.validity} atAward={only.atAward} /> : null;
}

/** The document of that kind that ended last: held, but no more good. */
function lastOutdated(pieces: readonly DossierPiece[], kind: SlotLine["kind"]): DossierPiece | undefined {
  const outdated = pieces.filter((piece) => piece.kind === kind && piece.validity.status === "expired");
  return outdated.toSorted((a, b) => (b.validity.until ?? "").localeCompare(a.validity.until ?? ""))[0];
}
