/** Bringing a document of the dossier onto the shelf, once. */
import type { DossierPiece } from "../domain/dossier.ts";
import type { DocumentProblem } from "../messages/contract.ts";
import type { Inquiry, Service } from "./service.ts";
import type { Shelf } from "./shelf.ts";

interface BringDeps {
  readonly shelf: Shelf;
  readonly service: Service;
  readonly now: Date;
}

/** The document's key on the shelf: the same number in a later answer may be another document. */
function keyOf(inquiry: Inquiry, piece: DossierPiece): string {
  if (piece.origin.from === "coffre") return `coffre|${piece.origin.pieceId}`;
  const { provenance, n } = piece.origin;
  return [inquiry.siret, provenance.source, n, provenance.fetchedAt].join("|");
}

export async function bringPiece(
  { shelf, service, now }: BringDeps,
  inquiry: Inquiry,
  piece: DossierPiece,
): Promise<{ readonly key: string; readonly fileName: string } | { readonly problem: DocumentProblem }> {
  const key = keyOf(inquiry, piece);
  const known = await shelf.get(key);
  if (known !== null) return { key, fileName: known.fileName };
  if (piece.origin.from === "coffre") return { problem: "unknown" };
  const document = await service.document(inquiry, piece.origin.provenance.source, piece.origin.n);
  if ("problem" in document) return document;
  await shelf.put({ key, ...document, putAt: now.getTime() });
  return { key, fileName: document.fileName };
}
