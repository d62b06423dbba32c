/** One document of the coffre: what it is and until when; what is asked about it, beside its page. */
import { Eye, FileText, Pencil, Trash2 } from "lucide-react";
import { memo, useState } from "react";
import type { CoffrePiece } from "../src/domain/coffre.ts";
import { formatSiren } from "../src/domain/siret.ts";
import { validityOf } from "../src/domain/validity.ts";
import { type CoffreCompany, CoffreForm } from "./CoffreForm.tsx";
import { Button, RowButton } from "./controls.tsx";
import { whyLeftOut } from "./left-out.ts";
import { Obtain } from "./Obtain.tsx";
import { PagePreview } from "./PagePreview.tsx";
import { Proofs } from "./Proofs.tsx";
import { ValidityRule, ValidityTag } from "./Validity.tsx";
import { useWords } from "./words.tsx";

interface CoffreRowProps {
  readonly piece: CoffrePiece;
  readonly companies: readonly CoffreCompany[];
  readonly today: string;
  readonly editing: boolean;
  /** True when the search does not match it. */
  readonly isHidden?: boolean;
  readonly onEdit: (pieceId: string) => void;
  readonly onAmend: (piece: CoffrePiece) => Promise<void>;
  readonly onDiscard: (pieceId: string) => void;
  readonly onView: (pieceId: string) => void;
  readonly load: (pieceId: string) => Promise<Blob | null>;
}

/** The search shows and hides rows at each letter, without rendering their content again. */
export function CoffreRow({ isHidden = false, ...props }: CoffreRowProps) {
  return (
    <li className="row piece" hidden={isHidden} data-coffre={props.piece.id} data-kind={props.piece.kind}>
      <CoffreDocument {...props} />
    </li>
  );
}

/** What merging it in a dossier would come to, tried when it was dropped. */
function Merging({ piece: { unfit, caveats = [] } }: { readonly piece: CoffrePiece }) {
  const { m } = useWords();
  return (
    <>
      {unfit !== undefined && <p className="about tone-warn">{m.coffre.unfit(whyLeftOut(unfit, m))}</p>}
      {caveats.map((caveat) => (
        <p key={caveat} className="about">
          {m.coffre.caveats[caveat]}
        </p>
      ))}
    </>
  );
}

/** Rendered again only when one of its properties changed: a coffre has hundreds of rows. */
const CoffreDocument = memo(function CoffreDocument(props: Omit<CoffreRowProps, "isHidden">) {
  const { piece, companies, today, editing, onEdit, onAmend, onDiscard, onView, load } = props;
  const { m } = useWords();
  const [page, setPage] = useState(() => piece.asks?.flatMap(({ proposals }) => proposals)[0]?.page ?? 1);
  const [discarding, setDiscarding] = useState(false);
  const validity = validityOf(piece, today);
  const ends = validity.status === "expired" || validity.status === "expiringSoon";
  return (
    <>
      <FileText size={16} className="tone-plain" aria-hidden="true" />
      <div>
        <p className="title">{piece.title}</p>
        <p className="about held">
          {piece.confirmed && <ValidityTag validity={validity} />}
          <span>{piece.fileName}</span>
        </p>
        {!editing && piece.otherSiren !== undefined && (
          <p className="about tone-bad">{m.coffre.otherCompany(formatSiren(piece.otherSiren))}</p>
        )}
        <Merging piece={piece} />
        <Proofs piece={piece} />
        {piece.confirmed && ends && <Obtain kind={piece.kind} />}
        {piece.confirmed && <ValidityRule kind={piece.kind} />}
      </div>
      <div className="tools">
        <RowButton aria-label={m.pieces.open(piece.title)} onPress={() => onView(piece.id)}>
          <Eye size={15} />
        </RowButton>
        {!editing && (
          <RowButton aria-label={m.coffre.correct(piece.title)} onPress={() => onEdit(piece.id)}>
            <Pencil size={15} />
          </RowButton>
        )}
        <RowButton aria-label={m.coffre.remove(piece.title)} onPress={() => setDiscarding(true)}>
          <Trash2 size={15} />
        </RowButton>
      </div>
      {discarding && (
        <div className="more choices" role="alert">
          <p>{m.coffre.removeSure}</p>
          <Button autoFocus onPress={() => setDiscarding(false)}>
            {m.coffre.keep}
          </Button>
          <Button look="danger" onPress={() => onDiscard(piece.id)}>
            {m.coffre.removeNow}
          </Button>
        </div>
      )}
      {editing && (
        <div className="asked-beside">
          <CoffreForm piece={piece} companies={companies} today={today} onAmend={onAmend} onPage={setPage} />
          <PagePreview title={piece.title} type={piece.type} page={page} load={() => load(piece.id)} />
        </div>
      )}
    </>
  );
});
