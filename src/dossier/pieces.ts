/** Documents of the sources and of the coffre, judged on the day, with one chosen for each kind. */

import type { Answer } from "../domain/answer.ts";
import type { CoffrePiece } from "../domain/coffre.ts";
import type { DossierPiece } from "../domain/dossier.ts";
import { inCodeOrder } from "../domain/order.ts";
import { PIECE_KINDS, pieceOf } from "../domain/pieces.ts";
import { bare } from "../domain/plain.ts";
import { present } from "../domain/present.ts";
import { type DatedPiece, type Day, type ValidityStatus, validityOf } from "../domain/validity.ts";

/** A candidature carries the accounts of the last three years. */
const ACCOUNTS_CARRIED = 3;

const PREFERENCE: Readonly<Record<ValidityStatus, number>> = { valid: 0, expiringSoon: 1, toCheck: 2, unknown: 3, expired: 4 };

/**
 * All pieces in the catalogue's order, and by preference within a kind. An expired piece is shown but never chosen; the receipt of another
 * deposit is left out.
 */
export function piecesOf(known: {
  readonly answers: readonly Answer[];
  readonly coffre: readonly CoffrePiece[];
  readonly on: Day;
  readonly awardOn?: Day | undefined;
}): DossierPiece[] {
  const isCopy = copies();
  const pieces = [
    ...known.answers.flatMap((answer) => answer.pieces.map((piece) => fromSource(answer, piece, known))),
    ...known.coffre.filter(({ kind }) => kind !== "accuseDepot").map((piece) => fromCoffre(piece, known)),
  ]
    .sort(byPreference)
    .filter((piece) => !isCopy(piece));
  return chosenAmong(pieces);
}

/** Judges the same documents on other days, and sorts and chooses them anew. */
export function judgedAgain(pieces: readonly DossierPiece[], days: Days): DossierPiece[] {
  return chosenAmong(pieces.map(({ atAward: _, ...piece }) => ({ ...piece, ...judged(piece, days) })).sort(byPreference));
}

function chosenAmong(pieces: readonly DossierPiece[]): DossierPiece[] {
  const taken = new Set<string>();
  let accounts = 0;
  return pieces.map((piece) => {
    const slot = slotOf(piece);
    const usable = piece.downloadable && piece.barred === undefined && piece.validity.status !== "expired";
    const chosen = usable && !taken.has(slot) && (piece.kind !== "bilans" || accounts < ACCOUNTS_CARRIED);
    if (chosen) {
      taken.add(slot);
      if (piece.kind === "bilans") accounts += 1;
    }
    return { ...piece, chosen };
  });
}

/**
 * Returns a function to call on each piece in order: true for a document that another source already gave, since one register may answer at
 * several addresses. A document that one source lists twice is two documents.
 */
function copies(): (piece: DossierPiece) => boolean {
  const tellers = new Map<string, Set<string>>();
  return (piece) => {
    if (piece.origin.from !== "source" || dayOf(piece) === "") return false;
    const { source } = piece.origin.provenance;
    const identity = identityOf(piece);
    const before = tellers.get(identity) ?? new Set();
    tellers.set(identity, new Set([...before, source]));
    return before.size > (before.has(source) ? 1 : 0);
  };
}

function identityOf({ kind, title, issuedOn, validFrom, validUntil, closingOn }: DossierPiece): string {
  return [kind, bare(title), issuedOn, validFrom, validUntil, closingOn].join("|");
}

export interface Days {
  readonly on: Day;
  readonly awardOn?: Day | undefined;
}

/** The piece's validity on the judging day, and when the winner is asked for proofs. */
export function judged(piece: DatedPiece, { on, awardOn }: Days): Pick<DossierPiece, "validity" | "atAward"> {
  const validity = validityOf(piece, on);
  return awardOn === undefined ? { validity } : { validity, atAward: validityOf(piece, awardOn).status };
}

function fromSource({ provenance }: Answer, { n, ...piece }: Answer["pieces"][number], days: Days): DossierPiece {
  const origin = { from: "source" as const, provenance, n };
  return { ...piece, id: `${provenance.source}#${n}`, origin, ...judged(piece, days), chosen: false };
}

function fromCoffre(piece: CoffrePiece, days: Days): DossierPiece {
  const { id, kind, title, siret, issuedOn, validFrom, validUntil, validityBasis, closingOn, securityCode, sha256 } = piece;
  const barred: DossierPiece["barred"] = piece.otherSiren !== undefined ? "otherCompany" : piece.confirmed ? undefined : "toConfirm";
  return {
    id,
    origin: { from: "coffre", pieceId: id },
    ...{ kind, title, siret, issuedOn, validFrom, validUntil, validityBasis, closingOn, securityCode, sha256 },
    downloadable: true,
    ...judged(piece, days),
    chosen: false,
    ...present({ barred, codes: piece.codes }),
  };
}

/** Best status first, then the fresher, then the official piece. Accounts: latest closing first. */
function byPreference(a: DossierPiece, b: DossierPiece): number {
  return (
    PIECE_KINDS.indexOf(a.kind) - PIECE_KINDS.indexOf(b.kind) ||
    Number(a.barred !== undefined) - Number(b.barred !== undefined) ||
    PREFERENCE[a.validity.status] - PREFERENCE[b.validity.status] ||
    inCodeOrder(dayOf(b), dayOf(a)) ||
    Number(a.origin.from === "coffre") - Number(b.origin.from === "coffre")
  );
}

function dayOf({ closingOn, validUntil, issuedOn, validFrom }: DossierPiece): Day {
  return closingOn ?? validUntil ?? issuedOn ?? validFrom ?? "";
}

function slotOf({ kind, title, closingOn }: DossierPiece): string {
  if (kind === "bilans") return `${kind} ${closingOn?.slice(0, 4) ?? bare(title)}`;
  return pieceOf(kind).several === true ? `${kind} ${bare(title)}` : kind;
}
