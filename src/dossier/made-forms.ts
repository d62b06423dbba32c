/** The forms made for a consultation, as pieces of the dossier: first among them, and only while the dossier knows what they were made of. */
import { FORM_KINDS, type MadeForm, type MadeForms } from "../domain/bid.ts";
import type { Dossier, DossierPiece } from "../domain/dossier.ts";

/** What the dossier knows, whoever told it: two dossiers that know the same give the same text. */
export function basisOf({ values }: Pick<Dossier, "values">): string {
  const known = Object.entries(values).map(([field, held]) => [field, held?.value] as const);
  return JSON.stringify(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** True when the dossier still knows what the forms were made of. */
export function isCurrent(forms: MadeForms, dossier: Pick<Dossier, "values">): boolean {
  return forms.basis === basisOf(dossier);
}

/** The dossier with the forms made for this consultation, in place of those of any other. The forms come first, in a candidature's order. */
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

/** A DUME goes in as what people read; its XML stays beside it for where that is asked. One with open questions is not chosen. */
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

/** The summary, when it lists other documents than those picked now: it says what is no more true, and stays out of the dossier. */
export function staleRecap(forms: MadeForms | null, picked: readonly string[]): MadeForm | null {
  const recap = forms?.files.find(({ kind }) => kind === "recap");
  if (recap === undefined) return null;
  const now = new Set(picked.filter((id) => id !== recap.key));
  const listed = recap.lists ?? [];
  return listed.length === now.size && listed.every((id) => now.has(id)) ? null : recap;
}
