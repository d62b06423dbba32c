/** What INSEE ("[ND]") and Recherche d'entreprises ("[NON-DIFFUSIBLE]") write instead of a value that the person keeps unpublished. */
const MASK = /\[\s*(ND|NON[-\s]?DIFFUSIBLE)\s*\]/i;

/** True when a mask stands in one of the values. A masked text is never a value. */
export function isMasked(...values: readonly unknown[]): boolean {
  return values.some((value) => typeof value === "string" && MASK.test(value));
}
