/** Who delivers that kind of document; going there is remembered, so that the piece is named once the person is on the site. */
import { createContext, useContext } from "react";
import { type PieceKind, pieceOf } from "../src/domain/pieces.ts";
import { useWords } from "./words.tsx";

/** Called with the kind of document that the person goes to obtain. */
export const OnObtain = createContext<(kind: PieceKind) => void>(() => {});

export function Obtain({ kind }: { readonly kind: PieceKind }) {
  const { m } = useWords();
  const onObtain = useContext(OnObtain);
  const where = m.labels.obtainAt(kind);
  if (where === null) return null;
  const text = m.pieces.obtain(where);
  const url = pieceOf(kind).obtainAt?.url;
  return (
    <p className="about">
      {url === undefined ? (
        text
      ) : (
        <a className="obtain" href={url} target="_blank" rel="noreferrer" onClick={() => onObtain(kind)}>
          {text}
        </a>
      )}
    </p>
  );
}
