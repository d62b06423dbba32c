/** The words by which a page means the mandataire of a group: the one company that leads it. Pure. */
import { bare } from "./plain.ts";

/** « mandataire », « Membre 1 (mandataire) », not « mandataire social » nor « pouvoir donné par le mandataire ». */
export function saysLead(text: string): boolean {
  const plain = bare(text);
  return /\bmandataire\b(?! (social|judiciaire|ad hoc))/.test(plain) && !/\b(co ?traitants?|autres?|par (le|son))\b/.test(plain);
}
