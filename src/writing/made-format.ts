/** In which file format the whole candidature goes into a slot. */
import type { PieceKind } from "../domain/pieces.ts";
import { isAccepted } from "./attach-accept.ts";

/** A ZIP when the slot asks for one or takes no PDF; otherwise a PDF. */
export function madeFormatOf(kind: PieceKind, accept: string | undefined): "pdf" | "zip" {
  const takes = (extension: string) => isAccepted({ fileName: `dossier.${extension}`, type: `application/${extension}` }, accept);
  if (kind === "zip") return takes("zip") || !takes("pdf") ? "zip" : "pdf";
  return takes("pdf") || !takes("zip") ? "pdf" : "zip";
}
