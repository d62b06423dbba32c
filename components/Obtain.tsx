/** Who delivers that kind of document. */
import { type PieceKind, pieceOf } from "../src/domain/pieces.ts";
import { useWords } from "./words.tsx";

export function Obtain({ kind }: { readonly kind: PieceKind }) {
  const { m } = useWords();
  const where = m.labels.obtainAt(kind);
  if (where === null) return null;
  const text = m.pieces.obtain(where);
  const url = pieceOf(kind).obtainAt?.url;
  return (
    <p className="about">
      {url === undefined ? (
        text
      ) : (
        <a className="obtain" href={url} target="_blank" rel="noreferrer">
          {text}
        </a>
      )}
    </p>
  );
}
