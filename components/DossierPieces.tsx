/** The documents of the dossier: which go in, and in which order. Dragged, or moved by keys: the focus follows, and the place is said. */
import { ArrowDown, ArrowUp, Eye, GripVertical } from "lucide-react";
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { DossierPiece } from "../src/domain/dossier.ts";
import { packetWordsFor } from "../src/i18n/packets.ts";
import { Button, Checkbox, RowButton } from "./controls.tsx";
import type { Arrangement } from "./useArrangement.ts";
import { ValidityTag } from "./Validity.tsx";
import { useWords } from "./words.tsx";

interface DossierPiecesProps {
  readonly arrangement: Arrangement;
  /** While the dossier is made, nothing moves. */
  readonly busy: boolean;
  readonly onOpen: (pieceId: string) => void;
}

export function DossierPieces({ arrangement, busy, onOpen }: DossierPiecesProps) {
  const { pieces, isPicked, pick } = arrangement;
  const { m } = useWords();
  const { list, said, moveTo } = useMoves(arrangement);
  const drag = useDrag(moveTo);
  const picked = pieces.filter(({ id }) => isPicked(id)).length;
  return (
    <section className="section">
      <h2 className="section-title">
        {m.dossier.pieces}
        <span>{m.dossier.chosen(picked, pieces.length)}</span>
      </h2>
      <p className="about">
        {m.dossier.orderHint}{" "}
        <Button
          look="link"
          isDisabled={busy}
          onPress={() =>
            pick(
              pieces.map(({ id }) => id),
              picked === 0,
            )
          }
        >
          {picked === 0 ? m.dossier.pickAll : m.dossier.pickNone}
        </Button>
      </p>
      <ol className="rows" ref={list}>
        {pieces.map((piece, index) => (
          <PieceLine
            key={piece.id}
            piece={piece}
            picked={isPicked(piece.id)}
            busy={busy}
            up={!busy && index > 0}
            down={!busy && index < pieces.length - 1}
            drag={busy ? {} : drag.rowProps(piece, index)}
            onPick={(wanted) => pick([piece.id], wanted)}
            onOpen={() => onOpen(piece.id)}
            onMove={(to) => moveTo(piece, to === "first" ? 0 : to === "last" ? pieces.length : index + to)}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}

interface PieceLineProps extends Omit<MovesProps, "title"> {
  readonly piece: DossierPiece;
  readonly picked: boolean;
  readonly busy: boolean;
  /** The properties that make the row draggable. */
  readonly drag: Partial<ReturnType<ReturnType<typeof useDrag>["rowProps"]>>;
  readonly onPick: (picked: boolean) => void;
  readonly onOpen: () => void;
}

function PieceLine({ piece, picked, busy, drag, onPick, onOpen, ...moves }: PieceLineProps) {
  const { m } = useWords();
  return (
    <li className="row dossier-piece" data-piece={piece.id} data-picked={picked} {...drag}>
      <span className="grip" aria-hidden="true">
        <GripVertical size={15} />
      </span>
      <Checkbox label={m.dossier.take(piece.title)} selected={picked} disabled={busy} onChange={onPick}>
        <PieceName piece={piece} />
      </Checkbox>
      <div className="tools">
        <RowButton aria-label={m.pieces.open(piece.title)} onPress={onOpen}>
          <Eye size={15} />
        </RowButton>
        <Moves title={piece.title} {...moves} />
      </div>
    </li>
  );
}

/** Moves a document, keeps the focus on the button that moved it, and says where it is. */
function useMoves({ pieces, place }: Arrangement) {
  const { m } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const moving = useRef<{ readonly id: string; readonly up: boolean } | null>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    if (moving.current === null) return;
    const { id, up } = moving.current;
    moving.current = null;
    const row = [...(list.current?.children ?? [])].find((one) => one.getAttribute("data-piece") === id);
    const buttons = up ? ["up", "down"] : ["down", "up"];
    const free = buttons.map((way) => row?.querySelector<HTMLButtonElement>(`[data-way=${way}]:enabled`)).find((button) => button != null);
    free?.focus();
  });

  function moveTo(piece: DossierPiece, at: number): void {
    moving.current = { id: piece.id, up: at < pieces.indexOf(piece) };
    setSaid(m.dossier.moved(piece.title, place(piece.id, at), pieces.length));
  }

  return { list, said, moveTo };
}

/** Moves the dragged row to the place of the row that it is dropped on. */
function useDrag(moveTo: (piece: DossierPiece, at: number) => void) {
  const [dragged, setDragged] = useState<DossierPiece | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    rowProps: (piece: DossierPiece, index: number) => ({
      draggable: true,
      "data-dragged": dragged?.id === piece.id || undefined,
      "data-over": (over === piece.id && dragged !== null && dragged.id !== piece.id) || undefined,
      onDragStart: ({ dataTransfer }: DragEvent) => {
        // Firefox starts no drag without data.
        dataTransfer.setData("text/plain", piece.title);
        dataTransfer.effectAllowed = "move";
        setDragged(piece);
      },
      onDragOver: (event: { preventDefault(): void }) => {
        if (dragged === null) return;
        event.preventDefault();
        setOver(piece.id);
      },
      onDrop: (event: { preventDefault(): void }) => {
        event.preventDefault();
        if (dragged !== null && dragged.id !== piece.id) moveTo(dragged, index);
        end();
      },
      onDragEnd: end,
    }),
  };
}

interface MovesProps {
  readonly title: string;
  /** Whether it can move that way. */
  readonly up: boolean;
  readonly down: boolean;
  readonly onMove: (to: -1 | 1 | "first" | "last") => void;
}

function Moves({ title, up, down, onMove }: MovesProps) {
  const { m } = useWords();
  const ends = ({ key }: Pick<KeyboardEvent, "key">) => {
    if (key === "Home" && up) onMove("first");
    if (key === "End" && down) onMove("last");
  };
  return (
    <>
      <Button look="icon" data-way="up" aria-label={m.dossier.up(title)} isDisabled={!up} onKeyDown={ends} onPress={() => onMove(-1)}>
        <ArrowUp size={15} />
      </Button>
      <Button look="icon" data-way="down" aria-label={m.dossier.down(title)} isDisabled={!down} onKeyDown={ends} onPress={() => onMove(1)}>
        <ArrowDown size={15} />
      </Button>
    </>
  );
}

function PieceName({ piece }: { readonly piece: DossierPiece }) {
  const { m, language } = useWords();
  const { origin } = piece;
  const made =
    origin.from === "made" && origin.member !== undefined ? packetWordsFor(language).from(origin.member.name) : m.candidacy.fromHere;
  const from = origin.from === "made" ? made : origin.from === "source" ? origin.provenance.provider : m.coffre.heading;
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
