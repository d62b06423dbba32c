/** What the form asks for, then everything the company holds, the most urgent first. */
import { Lock, Plus } from "lucide-react";
import type { Dossier, DossierPiece } from "../src/domain/dossier.ts";
import type { ValidityStatus } from "../src/domain/validity.ts";
import type { SlotLine } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import { refOf } from "./FormTab.tsx";
import { CertificationRow, PieceRow } from "./PieceRow.tsx";
import "./PiecesTab.css";
import { SlotRow } from "./SlotRow.tsx";
import { useWords } from "./words.tsx";

/** What needs a decision first. */
const URGENCY: Record<ValidityStatus, number> = { expired: 0, expiringSoon: 1, toCheck: 2, valid: 3, unknown: 4 };

interface PiecesTabProps {
  readonly slots: readonly SlotLine[];
  readonly dossier: Dossier | null;
  /** By slot: what will go there. */
  readonly chosen: (slot: SlotLine) => readonly string[];
  /** By piece or slot: why it could not be had or attached. */
  readonly problems: ReadonlyMap<string, string>;
  readonly onChoose: (ref: string, pieceIds: readonly string[]) => void;
  readonly onOpen: (pieceId: string) => void;
  readonly onDownload: (pieceId: string) => void;
  readonly coffreLocked: boolean;
  readonly onCoffre: () => void;
}

export function PiecesTab({ slots, dossier, chosen, problems, onChoose, onOpen, onDownload, coffreLocked, onCoffre }: PiecesTabProps) {
  const { m } = useWords();
  const pieces = (dossier?.pieces ?? []).toSorted(byUrgency);
  const certifications = dossier?.certifications ?? [];
  return (
    <>
      {slots.length > 0 && (
        <section className="section">
          <h2 className="section-title">
            {m.pieces.expected}
            <span>{`${slots.filter(({ status }) => status !== "missing").length}/${slots.length}`}</span>
          </h2>
          <ul className="rows">
            {slots.map((slot) => (
              <SlotRow
                key={refOf(slot)}
                slot={slot}
                pieces={dossier?.pieces ?? []}
                chosen={chosen(slot)}
                problem={problems.get(refOf(slot))}
                onChoose={(ids) => onChoose(refOf(slot), ids)}
              />
            ))}
          </ul>
        </section>
      )}
      <section className="section">
        <h2 className="section-title">
          {m.pieces.held}
          <span>{pieces.length}</span>
        </h2>
        <Button look="link" onPress={onCoffre}>
          {coffreLocked ? <Lock size={14} /> : <Plus size={14} />}
          {coffreLocked ? m.coffre.unlock : m.coffre.add}
        </Button>
        {pieces.length === 0 && <p className="empty">{m.pieces.noneHeld}</p>}
        {pieces.length > 0 && (
          <ul className="rows">
            {pieces.map((piece) => (
              <PieceRow key={piece.id} piece={piece} problem={problems.get(piece.id)} onOpen={onOpen} onDownload={onDownload} />
            ))}
          </ul>
        )}
      </section>
      {certifications.length > 0 && (
        <section className="section">
          <h2 className="section-title">
            {m.pieces.certifications}
            <span>{certifications.length}</span>
          </h2>
          <ul className="rows">
            {certifications.map((certification) => (
              <CertificationRow
                key={[
                  certification.provenance.source,
                  certification.kind,
                  certification.code,
                  certification.label,
                  certification.validUntil,
                ].join()}
                certification={certification}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function byUrgency(a: DossierPiece, b: DossierPiece): number {
  return (
    Number(b.chosen) - Number(a.chosen) ||
    URGENCY[a.validity.status] - URGENCY[b.validity.status] ||
    (a.validity.until ?? "9999").localeCompare(b.validity.until ?? "9999")
  );
}
