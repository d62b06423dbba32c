/** Who delivers that kind of document; the catalogue's words are French. */
import { type PieceKind, pieceOf } from "../src/domain/pieces.ts";
import { useWords } from "./words.tsx";

export function Obtain({ kind }: { readonly kind: PieceKind }) {
  const { m } = useWords();
  const { obtainAt } = pieceOf(kind);
  if (obtainAt === undefined) return null;
  const text = m.pieces.obtain(obtainAt.label);
  return (
    <p className="about">
      {obtainAt.url === undefined ? (
        text
      ) : (
        <a className="obtain" href={obtainAt.url} target="_blank" rel="noreferrer">
          {text}
        </a>
      )}
    </p>
  );
}
