/** How the coffre's documents are put together on its page: those that name one other company, those of one kind, those that are sought. */
import type { CoffrePiece } from "../src/domain/coffre.ts";
import { inCodeOrder } from "../src/domain/order.ts";
import { PIECE_KINDS, type PieceKind } from "../src/domain/pieces.ts";
import { fold } from "../src/domain/plain.ts";
import { type Day, validityOf } from "../src/domain/validity.ts";

/** Documents that wait because they name the same other company. */
export interface ForeignGroup {
  readonly siren: string;
  readonly pieces: readonly CoffrePiece[];
}

/** Smaller groups are answered one by one. */
const GROUP = 2;

export function foreignGroups(waiting: readonly CoffrePiece[]): ForeignGroup[] {
  const groups = Map.groupBy(waiting.filter(namesOneOther), ({ otherSiren = "" }) => otherSiren);
  return [...groups].map(([siren, pieces]) => ({ siren, pieces })).filter(({ pieces }) => pieces.length >= GROUP);
}

/** True when it names exactly one other company: only one answer is possible. */
function namesOneOther({ otherSiren, asks = [] }: CoffrePiece): boolean {
  const ask = asks.find(({ about }) => about === "company");
  return otherSiren !== undefined && ask?.why === "otherCompany" && ask.proposals.every(({ value }) => value === otherSiren);
}

/** The document as it is kept for the company that it names; its other questions stay open. */
export function filedUnder({ otherSiren: _, asks = [], ...piece }: CoffrePiece, siren: string): CoffrePiece {
  const left = asks.filter(({ about }) => about !== "company");
  return { ...piece, siren, ...(left.length === 0 ? { confirmed: true } : { asks: left }) };
}

/** The documents of one kind. */
export interface Shelf {
  readonly kind: PieceKind;
  /** The latest first. */
  readonly pieces: readonly CoffrePiece[];
  /** Out of date, while a document with the same title among the others is not. */
  readonly replaced: readonly CoffrePiece[];
}

export function shelvesOf(pieces: readonly CoffrePiece[], today: Day): Shelf[] {
  const kinds = Map.groupBy(pieces, ({ kind }) => kind);
  return PIECE_KINDS.flatMap((kind) => {
    const ofKind = kinds.get(kind)?.toSorted((a, b) => inCodeOrder(lastDayOf(b), lastDayOf(a))) ?? [];
    if (ofKind.length === 0) return [];
    const standing = ofKind.filter((piece) => !isOver(piece, today));
    const isReplaced = (piece: CoffrePiece) => isOver(piece, today) && standing.some(({ title }) => title === piece.title);
    return [{ kind, pieces: ofKind.filter((piece) => !isReplaced(piece)), replaced: ofKind.filter(isReplaced) }];
  });
}

function isOver(piece: CoffrePiece, today: Day): boolean {
  return validityOf(piece, today).status === "expired";
}

function lastDayOf({ validUntil, closingOn, validFrom, issuedOn, addedAt }: CoffrePiece): string {
  return validUntil ?? closingOn ?? validFrom ?? issuedOn ?? addedAt;
}

/** The years that its dates are of, "2026". */
export function yearsOf({ validUntil, closingOn, validFrom, issuedOn }: CoffrePiece): string[] {
  const days = [validUntil, closingOn, validFrom, issuedOn].filter((day) => day !== undefined);
  return [...new Set(days.map((day) => day.slice(0, 4)))];
}

export interface Sought {
  /** Words of its title, its file's name, its kind or its years, in any order: "rc 2026". */
  readonly text: string;
  readonly kind: PieceKind | "";
  readonly year: string;
}

export const NOTHING_SOUGHT: Sought = { text: "", kind: "", year: "" };

/** @param kindName what the screen calls that kind */
export function isFound(piece: CoffrePiece, { text, kind, year }: Sought, kindName: (kind: PieceKind) => string): boolean {
  if (kind !== "" && piece.kind !== kind) return false;
  const years = yearsOf(piece);
  if (year !== "" && !years.includes(year)) return false;
  if (text === "") return true;
  const said = fold([piece.title, piece.fileName, kindName(piece.kind), ...years].join(" "));
  return fold(text)
    .split(/\s+/)
    .every((word) => said.includes(word));
}
