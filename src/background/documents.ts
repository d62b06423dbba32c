/** The bytes of a piece: from the coffre, or from the service by way of the shelf, asked once. */
import type { Dossier, DossierPiece } from "../domain/dossier.ts";
import { pieceFileName } from "../domain/file-names.ts";
import type { DocumentProblem } from "../domain/prepared.ts";
import { sirenOf } from "../domain/siret.ts";
import type { CoffreDoor } from "../store/coffre-door.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import type { Shelf, ShelvedDocument } from "../store/shelf.ts";
import type { Inquiry, Service } from "./service.ts";

/** The name that a portal receives: the piece's place among those of the candidature, what it is, whose, until when. */
export function fileNameIn({ siret, pieces }: Dossier, piece: DossierPiece, mediaType: string): string {
  const order = [...pieces.filter(({ chosen }) => chosen), ...pieces.filter(({ chosen }) => !chosen)].indexOf(piece) + 1;
  const { kind, title, closingOn, validity, validUntil } = piece;
  const of = piece.origin.from === "made" ? (piece.origin.member?.siret ?? siret) : siret;
  return pieceFileName({ order, kind, title, closingOn, siren: sirenOf(of), until: validity.until ?? validUntil, mediaType });
}

interface DocumentDeps {
  readonly shelf: Shelf;
  readonly made: Pick<MadeShelf, "get">;
  readonly coffre: CoffreDoor;
  readonly service: () => Promise<Service>;
  readonly now: () => Date;
}

export type Taken = ShelvedDocument | { readonly problem: DocumentProblem };

/** Takes a piece's document. Those of the coffre never lie unencrypted on the shelf. */
export async function takeDocument(deps: DocumentDeps, inquiry: Inquiry, piece: DossierPiece): Promise<Taken> {
  const { origin } = piece;
  if (origin.from === "made") return (await deps.made.get(piece.id)) ?? { problem: "unknown" };
  return origin.from === "coffre" ? fromCoffre(deps, inquiry, origin.pieceId) : fromSource(deps, inquiry, origin);
}

async function fromCoffre({ coffre, now }: DocumentDeps, { siret }: Inquiry, pieceId: string): Promise<Taken> {
  const kept = (await coffre.list(sirenOf(siret))).find(({ id }) => id === pieceId);
  const bytes = await coffre.bytesOf(pieceId);
  if (kept === undefined || bytes === undefined) return { problem: "unknown" };
  return { key: `coffre|${pieceId}`, fileName: kept.fileName, mediaType: kept.type, bytes, putAt: now().getTime() };
}

type SourceOrigin = Extract<DossierPiece["origin"], { readonly from: "source" }>;

async function fromSource({ shelf, service, now }: DocumentDeps, inquiry: Inquiry, { provenance, n }: SourceOrigin): Promise<Taken> {
  // The same number in a later answer may be another document.
  const key = [inquiry.siret, provenance.source, n, provenance.fetchedAt].join("|");
  const known = await shelf.get(key);
  if (known !== null) return known;
  const put = await shelf.begin();
  const document = await (await service()).document(inquiry, provenance.source, n);
  if ("problem" in document) return document;
  const shelved = { key, ...document, putAt: now().getTime() };
  // The person signed out, or erased everything, while it came: nobody may have it any more.
  const isKept = await put(shelved).catch(isFull);
  return isKept ? shelved : { problem: "notPermitted" };
}

/** A full disk does not prevent attaching: the bytes are in memory. */
function isFull(error: unknown): boolean {
  if (error instanceof DOMException && error.name === "QuotaExceededError") return true;
  throw error;
}
