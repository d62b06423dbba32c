/** Texts as plain words: what two writings of one thing share. */

/** "Société par actions, simplifiée (S.A.S.)" → "societe par actions simplifiee sas": what two writings of one thing share. */
export function plainWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1")
    .replace(/[^a-z0-9+<>]+/g, " ")
    .trim();
}
