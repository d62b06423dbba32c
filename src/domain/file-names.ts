/** Names of the files that a portal receives: ASCII, without spaces, capped in length, in the order of the dossier. */
import { extensionOf } from "./files.ts";
import { type PieceKind, pieceOf } from "./pieces.ts";
import { bare } from "./plain.ts";

/** Portals cut or refuse longer names; a portal's own limit may be shorter. */
export const NAME_LENGTH = 100;

/** "Société d'Étude n° 2" → "societe-d-etude-n-2"; may be empty. */
export function slugOf(text: string): string {
  return bare(text.replaceAll("€", "euro")).replaceAll(" ", "-");
}

interface NamedPiece {
  /** Place in the dossier, from 1. */
  readonly order: number;
  readonly kind: PieceKind;
  readonly title: string;
  readonly siren: string;
  /** End of validity, "YYYY-MM-DD". */
  readonly until?: string | undefined;
  /** Closing day of the accounts. */
  readonly closingOn?: string | undefined;
  readonly mediaType: string;
}

/** "01_attestation-vigilance-urssaf_732829320_2026-05-31.pdf". What is not known is not in the name. */
export function pieceFileName(piece: NamedPiece, length = NAME_LENGTH): string {
  const { order, kind, title, siren, until, closingOn, mediaType } = piece;
  const subject = kind === "autre" ? slugOf(title) || pieceOf(kind).slug : pieceOf(kind).slug;
  const year = closingOn === undefined ? "" : `-${closingOn.slice(0, 4)}`;
  const end = [siren, ...(until === undefined ? [] : [until])].map((part) => `_${part}`).join("");
  return capped(`${String(order).padStart(2, "0")}_`, `${subject}${year}`, `${end}${ending(mediaType)}`, length);
}

/** "dossier-candidature_732829320_2026-05-31.pdf", with "_volume-2-sur-3" when there are several. */
export function dossierFileName(
  siren: string,
  day: string,
  mediaType: string,
  volume?: { readonly n: number; readonly of: number },
): string {
  const part = volume === undefined || volume.of === 1 ? "" : `_volume-${volume.n}-sur-${volume.of}`;
  return `${pieceOf("candidature").slug}_${siren}_${day}${part}${ending(mediaType)}`;
}

function ending(mediaType: string): string {
  const extension = extensionOf(mediaType);
  return extension === undefined ? "" : `.${extension}`;
}

/** Only the subject is shortened: order, company, validity and extension stay whole. */
function capped(start: string, subject: string, end: string, length: number): string {
  const room = Math.max(1, length - start.length - end.length);
  return `${start}${subject.slice(0, room).replace(/-+$/, "")}${end}`;
}
