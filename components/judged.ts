/** What the company holds, in the order in which it needs a decision. */
import type { DossierPiece } from "../src/domain/dossier.ts";
import { inCodeOrder } from "../src/domain/order.ts";
import type { Validity, ValidityStatus } from "../src/domain/validity.ts";

/** What needs a decision first. */
const URGENCY: Record<ValidityStatus, number> = { expired: 0, expiringSoon: 1, toCheck: 2, valid: 3, unknown: 4 };

interface Judged {
  readonly validity: Validity;
}

export function byValidity({ validity: a }: Judged, { validity: b }: Judged): number {
  return URGENCY[a.status] - URGENCY[b.status] || inCodeOrder(a.until ?? "9999", b.until ?? "9999");
}

/** Sorts the documents to act on first. One that a better document of its kind replaces comes last. */
export function byUrgency(a: DossierPiece, b: DossierPiece): number {
  return Number(isSuperseded(a)) - Number(isSuperseded(b)) || byValidity(a, b);
}

const isSuperseded = ({ chosen, validity }: DossierPiece) => !chosen && validity.status !== "expired";
const needsAct = ({ validity: { status }, barred }: DossierPiece) =>
  status === "expired" || status === "expiringSoon" || status === "toCheck" || barred !== undefined;
export const FILTERS = {
  all: () => true,
  act: needsAct,
  valid: ({ validity: { status } }) => status === "valid",
  coffre: ({ origin }) => origin.from === "coffre",
} as const satisfies Record<string, (piece: DossierPiece) => boolean>;
export type Filter = keyof typeof FILTERS;
export const FILTER_NAMES = Object.keys(FILTERS) as readonly Filter[];
