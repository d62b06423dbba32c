/** What the form asks for, then everything the company holds, the most urgent first. */
import { Files, Lock, Plus } from "lucide-react";
import { useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Dossier, DossierPiece } from "../src/domain/dossier.ts";
import { refOf } from "../src/domain/page-reading.ts";
import type { PreparedDossier } from "../src/domain/prepared.ts";
import { sirenOf } from "../src/domain/siret.ts";
import { formatDay, parisDay } from "../src/domain/time.ts";
import type { Validity, ValidityStatus } from "../src/domain/validity.ts";
import type { SlotLine } from "../src/messages/situation.ts";
import { CoffreDrop, type HandIn } from "./CoffreDrop.tsx";
import { Button } from "./controls.tsx";
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
  readonly now: Date;
  readonly onCoffre: () => void;
  /** `null` where files cannot be given: the browser closes that screen as soon as it loses the focus. */
  readonly onFiles: HandIn | null;
  readonly prepared: PreparedDossier | null;
  readonly onDossier: () => void;
}

export function PiecesTab(props: PiecesTabProps) {
  const { slots, dossier, chosen, problems, onChoose, onOpen, onDownload, coffreLocked, onCoffre, onFiles, prepared, onDossier, now } =
    props;
  const { m } = useWords();
  const [filter, setFilter] = useState<Filter>("all");
  const all = dossier?.pieces ?? [];
  const pieces = all.filter((piece) => FILTERS[filter](piece)).toSorted(byUrgency);
  const certifications = (dossier?.certifications ?? []).toSorted(byValidity);
  const today = parisDay(now);
  const span = { today, on: dossier?.on ?? today };
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
                siren={dossier === null ? null : sirenOf(dossier.siret)}
                prepared={prepared}
                now={now}
                chosen={chosen(slot)}
                problem={problems.get(refOf(slot))}
                onCoffre={onCoffre}
                onChoose={(ids) => onChoose(refOf(slot), ids)}
              />
            ))}
          </ul>
        </section>
      )}
      <section className="section">
        <h2 className="section-title">
          {m.pieces.held}
          <span>{all.length}</span>
        </h2>
        {all.length > 0 && (
          <>
            <ToggleButtonGroup
              className="filters"
              aria-label={m.pieces.filter}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[filter]}
              onSelectionChange={(keys) => setFilter([...keys][0] as Filter)}
            >
              {FILTER_NAMES.map((name) => (
                <ToggleButton key={name} id={name} className="filter">
                  {m.pieces.filters[name]} <span>{all.filter((piece) => FILTERS[name](piece)).length}</span>
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            <p className="about judged">
              {span.on > today ? m.pieces.judgedOn(formatDay(span.on)) : m.pieces.judgedToday}{" "}
              {dossier?.awardOn !== undefined && m.pieces.judgedAward(formatDay(dossier.awardOn))}
            </p>
          </>
        )}
        {onFiles !== null && !coffreLocked ? (
          <CoffreDrop onFiles={onFiles} onCoffre={onCoffre} />
        ) : (
          <Button look="link" onPress={onCoffre}>
            {coffreLocked ? <Lock size={14} /> : <Plus size={14} />}
            {coffreLocked ? m.coffre.unlock : m.coffre.add}
          </Button>
        )}
        {all.length > 0 && (
          <Button look="link" onPress={onDossier}>
            <Files size={14} />
            {m.dossier.open}
          </Button>
        )}
        {pieces.length === 0 && <p className="empty">{all.length === 0 ? m.pieces.noneHeld : m.pieces.noneSuch}</p>}
        {pieces.length > 0 && (
          <ul className="rows">
            {pieces.map((piece) => (
              <PieceRow
                key={piece.id}
                piece={piece}
                problem={problems.get(piece.id)}
                onOpen={onOpen}
                onDownload={onDownload}
                onReplace={onCoffre}
                span={span}
              />
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
                span={span}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface Judged {
  readonly validity: Validity;
}

function byValidity({ validity: a }: Judged, { validity: b }: Judged): number {
  return URGENCY[a.status] - URGENCY[b.status] || (a.until ?? "9999").localeCompare(b.until ?? "9999");
}

/** Those to act on first; a document that a better one of its kind stands for comes last. */
function byUrgency(a: DossierPiece, b: DossierPiece): number {
  return Number(isSuperseded(a)) - Number(isSuperseded(b)) || byValidity(a, b);
}

const isSuperseded = ({ chosen, validity }: DossierPiece) => !chosen && validity.status !== "expired";
const needsAct = ({ validity: { status }, barred }: DossierPiece) =>
  status === "expired" || status === "expiringSoon" || status === "toCheck" || barred !== undefined;
const FILTERS = {
  all: () => true,
  act: needsAct,
  valid: ({ validity: { status } }) => status === "valid",
  coffre: ({ origin }) => origin.from === "coffre",
} as const satisfies Record<string, (piece: DossierPiece) => boolean>;
type Filter = keyof typeof FILTERS;
const FILTER_NAMES = Object.keys(FILTERS) as readonly Filter[];
