/** Whether a prepared dossier still holds what the person picks. Pure. */
import type { DossierPiece } from "../domain/dossier.ts";
import type { SentPiece } from "../domain/kept-consultation.ts";
import { type PreparedDossier, titlesLeftOut } from "../domain/prepared.ts";
import { isMembers } from "./packets.ts";

/** @returns true where what it holds is not known: an earlier version did not note it */
export function isOfPicked({ at, holds, remarks }: PreparedDossier, picked: readonly DossierPiece[]): boolean {
  if (holds === undefined) return true;
  // A form made again since is another document under the same name.
  if (picked.some(({ origin }) => origin.from === "made" && origin.at > at)) return false;
  const own = picked.filter((piece) => !isMembers(piece));
  const inside = new Set(holds.map(nameOf));
  const wanted = new Set(own.map(nameOf));
  const leftOut = new Set(titlesLeftOut(remarks));
  return own.every((piece) => inside.has(nameOf(piece)) || leftOut.has(piece.title)) && [...inside].every((name) => wanted.has(name));
}

function nameOf({ kind, title, issuedOn, validFrom, validUntil, closingOn }: SentPiece): string {
  return JSON.stringify([kind, title, issuedOn, validFrom, validUntil, closingOn]);
}
