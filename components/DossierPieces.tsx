/** The documents of the dossier: which go in, and in which order. By keyboard too: the focus follows what moves, and its place is said. */
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { DossierPiece } from "../src/domain/dossier.ts";
import { Button, Checkbox } from "./controls.tsx";
import type { Arrangement } from "./useArrangement.ts";
import { ValidityTag } from "./Validity.tsx";
import { useWords } from "./words.tsx";

interface DossierPiecesProps {
  readonly arrangement: Arrangement;
  /** While the dossier is made, nothing moves. */
  readonly busy: boolean;
}

export function DossierPieces({ arrangement: { pieces, isPicked, pick, move }, busy }: DossierPiecesProps) {
  const { m } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const moving = useRef<{ readonly id: string; readonly by: -1 | 1 } | null>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    if (moving.current === null) return;
    const { id, by } = moving.current;
    moving.current = null;
    const row = [...(list.current?.children ?? [])].find((one) => one.getAttribute("data-piece") === id);
    const buttons = by === -1 ? ["up", "down"] : ["down", "up"];
    const free = buttons.map((way) => row?.querySelector<HTMLButtonElement>(`[data-way=${way}]:enabled`)).find((button) => button != null);
    free?.focus();
  });

  function moveBy(piece: DossierPiece, by: -1 | 1): void {
    moving.current = { id: piece.id, by };
    setSaid(m.dossier.moved(piece.title, move(piece.id, by), pieces.length));
  }

  return (
    <section className="section">
      <h2 className="section-title">
        {m.dossier.pieces}
        <span>{m.dossier.chosen(pieces.filter(({ id }) => isPicked(id)).length, pieces.length)}</span>
      </h2>
      <ol className="rows" ref={list}>
        {pieces.map((piece, index) => (
          <li key={piece.id} className="row dossier-piece" data-piece={piece.id} data-picked={isPicked(piece.id)}>
            <Checkbox
              label={m.dossier.take(piece.title)}
              selected={isPicked(piece.id)}
              disabled={busy}
              onChange={(picked) => pick(piece.id, picked)}
            >
              <PieceName piece={piece} />
            </Checkbox>
            <Moves
              title={piece.title}
              up={!busy && index > 0}
              down={!busy && index < pieces.length - 1}
              onMove={(by) => moveBy(piece, by)}
            />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}

interface MovesProps {
  readonly title: string;
  /** Whether it may go there. */
  readonly up: boolean;
  readonly down: boolean;
  readonly onMove: (by: -1 | 1) => void;
}

function Moves({ title, up, down, onMove }: MovesProps) {
  const { m } = useWords();
  return (
    <div className="tools">
      <Button look="icon" data-way="up" aria-label={m.dossier.up(title)} isDisabled={!up} onPress={() => onMove(-1)}>
        <ArrowUp size={15} />
      </Button>
      <Button look="icon" data-way="down" aria-label={m.dossier.down(title)} isDisabled={!down} onPress={() => onMove(1)}>
        <ArrowDown size={15} />
      </Button>
    </div>
  );
}

function PieceName({ piece }: { readonly piece: DossierPiece }) {
  const { m } = useWords();
  const from = piece.origin.from === "source" ? piece.origin.provenance.provider : m.coffre.heading;
  return (
    <span>
      <span className="title">{piece.title}</span>
      <span className="about">
        <ValidityTag validity={piece.validity} />
        {from}
      </span>
    </span>
  );
}
