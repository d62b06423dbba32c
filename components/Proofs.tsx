/** What lets a reader check a document: its issuer's code, electronic signatures. Nothing is verified here. */
import type { CoffrePiece } from "../src/domain/coffre.ts";
import { pieceOf } from "../src/domain/pieces.ts";
import type { SeenCode } from "../src/domain/seen-code.ts";
import { CODES } from "../src/i18n/codes.ts";
import { useWords } from "./words.tsx";

/** Where the specifications, the readers and the trusted list of 2D-Doc are published. */
const READERS = "https://ants.gouv.fr";

/** Only the site of the address is shown: it tells who the code belongs to. */
function CodeLink({ code }: { readonly code: SeenCode }) {
  const url = code.form === "address" ? code.url : READERS;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {new URL(url).host}
    </a>
  );
}

export function Proofs({ piece: { kind, securityCode, signatures = [], codes = [] } }: { readonly piece: CoffrePiece }) {
  const { m, language } = useWords();
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
      {codes.map((code) => (
        <p key={JSON.stringify(code)} className="about">
          {CODES[language].seen(code)} <CodeLink code={code} />
        </p>
      ))}
      {signatures.map((signature) => (
        <p key={`${signature.signer}${signature.on}`} className="about">
          {m.coffre.signature(signature)}
        </p>
      ))}
    </>
  );
}
