/** The documents kept, by kind, the latest first; those that a later one replaces are folded. All stay drawn: the search only hides. */
import { Search } from "lucide-react";
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from "react";
import type { CoffrePiece } from "../src/domain/coffre.ts";
import { inCodeOrder } from "../src/domain/order.ts";
import type { PieceKind } from "../src/domain/pieces.ts";
import { fold } from "../src/domain/plain.ts";
import { CoffreRow } from "./CoffreRow.tsx";
import { isFound, NOTHING_SOUGHT, type Shelf, type Sought, shelvesOf, yearsOf } from "./coffre-lists.ts";
import type { CoffreProps } from "./coffre-props.ts";
import { Button } from "./controls.tsx";
import { useFirstThenAll } from "./useFirstThenAll.ts";
import { useWords } from "./words.tsx";

interface ShelvesProps extends CoffreProps {
  readonly pieces: readonly CoffrePiece[];
}

/** Up to this many documents, no search is offered. */
const FEW = 6;

export function CoffreShelves({ pieces, view, actions, today }: ShelvesProps) {
  const { m } = useWords();
  const [sought, setSought] = useState(NOTHING_SOUGHT);
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useFound(pieces, sought);
  const shelves = useMemo(() => shelvesOf(pieces, today), [pieces, today]);
  const drawn = new Set(useFirstThenAll(useMemo(() => shelves.flatMap((shelf) => [...shelf.pieces, ...shelf.replaced]), [shelves])));
  const { amend } = actions;
  const onAmend = useCallback(
    (piece: CoffrePiece) => {
      setChosen(null);
      return amend(piece);
    },
    [amend],
  );
  if (pieces.length === 0) return null;
  const isSeeking = sought !== NOTHING_SOUGHT && found.size < pieces.length;
  const replaced = shelves.flatMap((shelf) => shelf.replaced);
  const rows = (shown: readonly CoffrePiece[]) =>
    shown
      .filter((piece) => drawn.has(piece))
      .map((piece) => (
        <CoffreRow
          key={piece.id}
          piece={piece}
          isHidden={!found.has(piece.id)}
          companies={chosen === piece.id ? view.companies : NO_COMPANY}
          today={today}
          editing={chosen === piece.id}
          onEdit={setChosen}
          onAmend={onAmend}
          onDiscard={actions.discard}
          onView={actions.view}
          load={actions.load}
        />
      ));
  return (
    <section className="section" data-shelves="">
      <h2 className="section-title">
        {m.coffre.confirmed}
        <span role="status">{isSeeking ? m.coffre.found(found.size, pieces.length) : m.coffre.kept(pieces.length)}</span>
      </h2>
      {pieces.length > FEW && <Seeking pieces={pieces} sought={sought} onSeek={setSought} />}
      {found.size === 0 && <p className="empty">{m.coffre.noneFound}</p>}
      <ul className="rows" hidden={found.size === 0}>
        {shelves.map((shelf) => (
          <ShelfRows key={shelf.kind} shelf={shelf} found={found} isSeeking={isSeeking} rows={rows} />
        ))}
      </ul>
      {replaced.length > 0 && <Replaced pieces={replaced} onDiscard={actions.discard} />}
    </section>
  );
}

const NO_COMPANY: ShelvesProps["view"]["companies"] = [];

/** The ids of the documents that match. The typed text shows at once, however long the search takes. */
function useFound(pieces: readonly CoffrePiece[], sought: Sought): ReadonlySet<string> {
  const { m } = useWords();
  const settled = useDeferredValue(sought);
  return useMemo(
    () => new Set(pieces.filter((piece) => isFound(piece, settled, m.labels.piece)).map(({ id }) => id)),
    [pieces, settled, m],
  );
}

interface ShelfRowsProps {
  readonly shelf: Shelf;
  readonly found: ReadonlySet<string>;
  readonly isSeeking: boolean;
  readonly rows: (pieces: readonly CoffrePiece[]) => ReactNode;
}

function ShelfRows({ shelf: { pieces, replaced }, found, isSeeking, rows }: ShelfRowsProps) {
  const { m } = useWords();
  const [opened, setOpened] = useState(false);
  const among = replaced.filter(({ id }) => found.has(id)).length;
  return (
    <>
      {rows(pieces)}
      {replaced.length > 0 && (
        <li className="row older" hidden={among === 0}>
          <details open={opened || isSeeking} onToggle={({ currentTarget }) => isSeeking || setOpened(currentTarget.open)}>
            <summary>{m.coffre.older(among, pieces[0]?.fileName ?? "")}</summary>
            <ul>{rows(replaced)}</ul>
          </details>
        </li>
      )}
    </>
  );
}

interface SeekingProps {
  readonly pieces: readonly CoffrePiece[];
  readonly sought: Sought;
  readonly onSeek: (sought: Sought) => void;
}

function Seeking({ pieces, sought, onSeek }: SeekingProps) {
  const { m } = useWords();
  const written = (kind: PieceKind) => fold(m.labels.piece(kind));
  const kinds = [...new Set(pieces.map(({ kind }) => kind))].toSorted((a, b) => inCodeOrder(written(a), written(b)));
  const years = [...new Set(pieces.flatMap(yearsOf))].toSorted().toReversed();
  return (
    <search className="seeking">
      <label className="sought">
        <Search size={15} aria-hidden="true" />
        <input
          type="search"
          autoComplete="off"
          aria-label={m.coffre.seek}
          placeholder={m.coffre.seekExample}
          value={sought.text}
          onChange={({ target }) => onSeek({ ...sought, text: target.value })}
        />
      </label>
      <select
        autoComplete="off"
        aria-label={m.coffre.kind}
        value={sought.kind}
        onChange={({ target }) => onSeek({ ...sought, kind: target.value as PieceKind | "" })}
      >
        <option value="">{m.coffre.allKinds}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {m.labels.piece(kind)}
          </option>
        ))}
      </select>
      <select
        autoComplete="off"
        aria-label={m.coffre.year}
        value={sought.year}
        onChange={({ target }) => onSeek({ ...sought, year: target.value })}
      >
        <option value="">{m.coffre.allYears}</option>
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </select>
    </search>
  );
}

/** Removes all replaced documents at once, after a question whose first button goes back. */
function Replaced({ pieces, onDiscard }: { readonly pieces: readonly CoffrePiece[]; readonly onDiscard: (id: string) => void }) {
  const { m } = useWords();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button look="link" onPress={() => setAsked(true)}>
        {m.coffre.removeReplaced(pieces.length)}
      </Button>
    );
  }
  return (
    <div className="choices" role="alert">
      <p>{m.coffre.removeSure}</p>
      <Button autoFocus onPress={() => setAsked(false)}>
        {m.coffre.keep}
      </Button>
      <Button
        look="danger"
        onPress={() => {
          for (const { id } of pieces) onDiscard(id);
        }}
      >
        {m.coffre.removeReplaced(pieces.length)}
      </Button>
    </div>
  );
}
