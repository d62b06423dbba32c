/** Which address a box asks for, and how much of it: the head office's or the candidate's own, one line or the whole. */
import { isFieldKey } from "../domain/fields.ts";
import type { Guess } from "./guess.ts";
import type { Concept } from "./lexicon.ts";
import type { Neighbourhood } from "./neighbourhood.ts";
import { type Resolved, refused } from "./resolved.ts";
import { ANOTHER_ADDRESS, isPersonalBlock } from "./which-person.ts";
import { wordsOf } from "./words.ts";

const TOWN: ReadonlySet<Concept> = new Set<Concept>(["codePostal", "commune", "codePostalEtCommune"] as const);
/** "Départements": where one works, or of what one wants to hear. */
const SEVERAL = /\b(departements|communes|villes|regions|codes postaux)\b/;
const PERSONS_OWN = refused("a person's own address");

export function addressed(concept: Concept, guess: Guess, around: Neighbourhood): Resolved {
  if (SEVERAL.test(wordsOf(guess.label).join(" "))) return refused("several are asked");
  if (guess.address === "autre" || guess.role === "autre") return ANOTHER_ADDRESS;
  if (guess.role === "dirigeant" && (guess.roleSaid || isPersonalBlock(guess, around))) return PERSONS_OWN;
  const of = guess.address === "siege" ? ("siege" as const) : undefined;
  if (concept === "adresseLigne1" && isWholeAddress(guess, around)) return { target: "adresseComplete", of };
  // Boxes stacked under one label: the second line, then others that we have nothing for.
  const rank = concept === "adresseLigne1" ? linesBefore(guess, around) : 0;
  if (rank > 0) return rank === 1 ? { target: "adresseComplement", of } : refused("a third line");
  return isFieldKey(concept) ? { target: concept, of } : refused("no field of the catalogue");
}

/** How many boxes of the same label stand just before: lines of one address. */
function linesBefore(guess: Guess, around: Neighbourhood): number {
  let rank = 0;
  while (rank < 3) {
    const other = around.before(guess, rank + 1);
    const isLine = other?.label === guess.label && around.conceptOf(other) === "adresseLigne1" && other.control.form === guess.control.form;
    if (!isLine) break;
    rank++;
  }
  return rank;
}

/** One box for the whole address: no box of its own for the town or the postcode near it. */
function isWholeAddress(guess: Guess, around: Neighbourhood): boolean {
  const label = wordsOf(guess.label).join(" ");
  if (/\b(complete|full)\b/.test(label)) return true;
  if (/\b(rue|voie|street|ligne 1|line 1)\b/.test(label) && !/[\d,]/.test(guess.label.replace(/1$/, ""))) return false;
  return guess.also.some((concept) => TOWN.has(concept)) || !around.isNear(guess, 8, TOWN);
}
