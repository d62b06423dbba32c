/** Forms made for a consultation, as the first pieces of the dossier, while its values are those that they were made from. */
import { FORM_KINDS, type MadeForm, type MadeForms } from "../domain/bid.ts";
import type { Dossier, DossierPiece } from "../domain/dossier.ts";

/** The dossier's values as a text, without their origin: equal values give equal texts. */
export function basisOf({ values }: Pick<Dossier, "values">): string {
  const known = Object.entries(values).map(([field, held]) => [field, held?.value] as const);
  return JSON.stringify(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** True when the dossier still has the values that the forms were made from. */
export function isCurrent(forms: MadeForms, dossier: Pick<Dossier, "values">): boolean {
  return forms.basis === basisOf(dossier);
}

/** The dossier with the forms made for this consultation, instead of others. The forms come first, in a candidature's order. */
export function withMadeForms(dossier: Dossier, forms: MadeForms | null): Dossier {
  const made = forms === null || !isCurrent(forms, dossier) ? [] : forms.files.map((file) => pieceOf(file, forms));
  const replaced = new Set(made.filter(({ chosen, kind }) => chosen && kind !== "autre").map(({ kind }) => kind));
  const others = dossier.pieces
    .filter(({ origin }) => origin.from !== "made")
    .map((piece) => (replaced.has(piece.kind) ? { ...piece, chosen: false } : piece));
  return { ...dossier, pieces: [...made, ...others].toSorted((a, b) => rankOf(a) - rankOf(b)) };
}

const RANKS: readonly string[] = FORM_KINDS;

function rankOf({ kind }: DossierPiece): number {
  const rank = RANKS.indexOf(kind);
  return rank === -1 ? RANKS.length : rank;
}

/** A DUME is chosen in its readable form; its XML stays available for where it is asked. A DUME with open questions is not chosen. */
function pieceOf({ key, kind, title, mediaType, sha256, left }: MadeForm, { at }: MadeForms): DossierPiece {
  return {
    id: key,
    kind: kind === "recap" ? "autre" : kind,
    title,
    sha256,
    validityBasis: "computed",
    downloadable: true,
    origin: { from: "made", at, mediaType },
    validity: { status: "valid", rule: "parConsultation" },
    chosen: mediaType === "application/pdf" && (kind !== "dume" || left.length === 0),
  };
}

/** The summary, when it lists other documents than those now picked: it is out of date and stays out of the dossier. */
export function staleRecap(forms: MadeForms | null, picked: readonly string[]): MadeForm | null {
  const recap = forms?.files.find(({ kind }) => kind === "recap");
  if (recap === undefined) return null;
  const now = new Set(picked.filter((id) => id !== recap.key));
  const listed = recap.lists ?? [];
  return listed.length === now.size && listed.every((id) => now.has(id)) ? null : recap;
}
