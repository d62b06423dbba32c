/** One document or certification that the company holds: until when, from whom, and the way to read it. */
import { Download, Eye, FileText, FileUp, Globe } from "lucide-react";
import type { Dossier, DossierPiece } from "../src/domain/dossier.ts";
import { formatDay } from "../src/domain/time.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { RowButton, Tag } from "./controls.tsx";
import { VALIDITY_LOOKS } from "./states.tsx";
import { type Span, Timeline } from "./Timeline.tsx";
import { ValidityTag } from "./Validity.tsx";
import { useWords } from "./words.tsx";

interface PieceRowProps {
  readonly piece: DossierPiece;
  readonly problem?: string | undefined;
  readonly onOpen: (pieceId: string) => void;
  readonly onDownload: (pieceId: string) => void;
  /** Leads to the coffre, where another document takes its place. */
  readonly onReplace: () => void;
  readonly span: Span;
}

function fromOf({ origin, title }: DossierPiece, m: Messages): string {
  if (origin.from === "made") return m.candidacy.fromHere;
  return origin.from === "source" ? origin.provenance.provider : m.origin.coffre(title);
}

export function PieceRow({ piece, problem, onOpen, onDownload, onReplace, span }: PieceRowProps) {
  const { m } = useWords();
  const { tone } = VALIDITY_LOOKS[piece.validity.status];
  const from = fromOf(piece, m);
  return (
    <li className="row piece" data-piece={piece.id}>
      <FileText size={16} className={`tone-${piece.chosen ? tone : "plain"}`} aria-hidden="true" />
      <div>
        <p className="title">{piece.title}</p>
        <p className="about held">
          <ValidityTag validity={piece.validity} atAward={piece.atAward} />
          <span>
            {from}
            {piece.issuedOn !== undefined && ` · ${formatDay(piece.issuedOn)}`}
            {piece.barred !== undefined && ` · ${m.pieces.barred[piece.barred]}`}
          </span>
        </p>
        <Timeline validity={piece.validity} span={span} />
        {problem !== undefined && <p className="about tone-bad">{problem}</p>}
      </div>
      <div className="tools">
        {piece.downloadable ? (
          <>
            <RowButton aria-label={m.pieces.open(piece.title)} onPress={() => onOpen(piece.id)}>
              <Eye size={15} />
            </RowButton>
            <RowButton aria-label={m.pieces.download(piece.title)} onPress={() => onDownload(piece.id)}>
              <Download size={15} />
            </RowButton>
          </>
        ) : (
          piece.publicUrl !== undefined && (
            <a href={piece.publicUrl} target="_blank" rel="noreferrer" aria-label={m.pieces.web}>
              <Globe size={15} aria-hidden="true" />
            </a>
          )
        )}
        <RowButton aria-label={m.pieces.replace(piece.title)} onPress={onReplace}>
          <FileUp size={15} />
        </RowButton>
      </div>
    </li>
  );
}

interface CertificationRowProps {
  readonly certification: Dossier["certifications"][number];
  readonly span: Span;
}

export function CertificationRow({ certification, span }: CertificationRowProps) {
  const { m } = useWords();
  const { held, label, code, body, validity, atAward, provenance, url } = certification;
  // An expired certification shows its last day: "not held" would hide that it was held.
  const judged = held === true || validity.status === "expired";
  return (
    <li className="row piece">
      <FileText size={16} className={`tone-${judged ? VALIDITY_LOOKS[validity.status].tone : "plain"}`} aria-hidden="true" />
      <div>
        <p className="title">{[label, code].filter(Boolean).join(" · ")}</p>
        <p className="about">
          {judged ? (
            <ValidityTag validity={validity} atAward={atAward} />
          ) : (
            <Tag>{held === null ? m.pieces.unknownHeld : m.pieces.notHeld}</Tag>
          )}{" "}
          {body ?? provenance.provider}
        </p>
        {judged && <Timeline validity={validity} span={span} />}
      </div>
      <div className="tools">
        {url !== undefined && (
          <a href={url} target="_blank" rel="noreferrer" aria-label={m.pieces.web}>
            <Globe size={15} aria-hidden="true" />
          </a>
        )}
      </div>
    </li>
  );
}
