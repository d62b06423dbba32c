/** Whose a block that asks a company's identity is, when another block asked it before. */
import { isFieldKey } from "../domain/fields.ts";
import type { Target } from "../domain/page-reading.ts";
import type { Guess } from "./guess.ts";
import { COMPANY } from "./kinds.ts";
import { blockOf } from "./neighbourhood.ts";
import { type Resolved, refused } from "./resolved.ts";
import { saidBy } from "./titles.ts";
import { wordsOf } from "./words.ts";

const SECOND = refused("asked of a first company before");
/** Of whoever fills the page, whatever was asked before. */
const ANSWERS = /\b(vous|votre|vos|notre|nos|candidate?|soumissionnaire)\b/;

/**
 * "A. Architecte", then "B. Bureau d'études", each with its name and its SIRET: the first block is the one that answers, and what stands under a
 * later title that is not understood is another company's.
 */
export function withoutSecondCompany(guesses: readonly Guess[], resolved: Map<Guess, Resolved>): void {
  const firsts = new Map<Target, number>();
  const seconds = new Set<number>();
  for (const guess of guesses) {
    const target = resolved.get(guess)?.target ?? null;
    const block = blockOf(guess);
    if (target === null || block === undefined || !COMPANY.has(target)) continue;
    const first = firsts.get(target);
    if (first === undefined) firsts.set(target, block);
    else if (first !== block && isAnothers(guess, first)) seconds.add(block);
  }
  if (seconds.size === 0) return;
  for (const guess of guesses) {
    const target = resolved.get(guess)?.target ?? null;
    if (target !== null && isFieldKey(target) && guess.control.titles.some(({ block }) => seconds.has(block))) resolved.set(guess, SECOND);
  }
}

/** Its own title is not understood, and stands neither over the first block nor over whoever answers. */
function isAnothers({ over, control, labels }: Guess, first: number): boolean {
  const [own] = over;
  const isAround = control.titles.some(({ block }) => block === first);
  const isOwnRow = labels.some(({ from, text }) => from === "table:row" && saidBy(text).party === "candidat");
  return own !== undefined && !own.isUnderstood && !isOwnRow && !isAround && !ANSWERS.test(wordsOf(own.text).join(" "));
}
