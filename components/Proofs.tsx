/** What in a document lets its reader check it: the code of whoever issued it, electronic signatures. Nothing of it is verified here. */
import type { CoffrePiece } from "../src/domain/coffre.ts";
import { pieceOf } from "../src/domain/pieces.ts";
import { useWords } from "./words.tsx";

export function Proofs({ piece: { kind, securityCode, signatures = [] } }: { readonly piece: CoffrePiece }) {
  const { m } = useWords();
  const at = pieceOf(kind).checkAt;
  return (
    <>
      {securityCode !== undefined && at !== undefined && (
        <p className="about">
          {m.coffre.code(securityCode)}{" "}
          <a href={at.url} target="_blank" rel="noreferrer">
            {at.label}
          </a>
        </p>
      )}
      {signatures.map((signature) => (
        <p key={`${signature.signer}${signature.on}`} className="about">
          {m.coffre.signature(signature)}
        </p>
      ))}
    </>
  );
}
