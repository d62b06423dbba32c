/** Compares a document just kept with those of the same kind already in the coffre. Pure. */
import type { CoffrePiece, HandedDocument } from "../domain/coffre.ts";
import { pieceOf } from "../domain/pieces.ts";
import { bare } from "../domain/plain.ts";
import { present } from "../domain/present.ts";
import { validityOf } from "../domain/validity.ts";

/**
 * @param before the company's documents as they were before it came
 * @param today "2026-11-24", Europe/Paris
 */
export function standingOf(piece: CoffrePiece, before: readonly CoffrePiece[], today: string): HandedDocument {
  const { id, kind, title, fileName, confirmed } = piece;
  const until = endOf(piece, today);
  const told = { id, kind, title, fileName, confirmed, ...present({ until }) };
  if (before.some((one) => one.id === id)) return { ...told, beside: "same" };
  const isOfIts = (one: CoffrePiece) =>
    one.confirmed && one.kind === kind && (pieceOf(kind).several !== true || bare(one.title) === bare(title));
  const [last] = before.filter(isOfIts).toSorted((a, b) => (lastDayOf(b) ?? "").localeCompare(lastDayOf(a) ?? ""));
  if (last === undefined || kind === "autre") return { ...told, beside: "first" };
  const other = present({ otherUntil: endOf(last, today) });
  const [day, otherDay] = [lastDayOf(piece), lastDayOf(last)];
  if (!confirmed || day === undefined || otherDay === undefined) return { ...told, ...other, beside: "undated" };
  return { ...told, ...other, beside: day > otherDay ? "newer" : "older" };
}

function endOf(piece: CoffrePiece, today: string): string | undefined {
  return validityOf(piece, today).until;
}

/** The day that orders two documents of one kind. */
function lastDayOf({ validUntil, closingOn, validFrom, issuedOn }: CoffrePiece): string | undefined {
  return validUntil ?? closingOn ?? validFrom ?? issuedOn;
}
