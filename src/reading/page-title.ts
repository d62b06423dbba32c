/** What the title of a whole page says of the controls under it: what is bought there, and to whom one answers, is not theirs. */
import type { ControlEvidence, Title } from "../domain/evidence.ts";
import { BOUGHT, CANDIDATE, PROCEDURE } from "./page-words.ts";
import { type Said, saidBy } from "./titles.ts";
import { wordsOf } from "./words.ts";

/** Whom such a title may name beside whoever answers: the page is theirs. */
const ABOUT_OTHERS =
  /\b(sous ?(traitan\w+|contractants?)|co ?(traitants?|contractants?)|membres?|partenaires?|subcontractors?|partners?)\b/;

const BUYER_NAMED = /^(acheteur|ma[iî]tre d['’]ouvrage|pouvoir adjudicateur|entit[ée] adjudicatrice|collectivit[ée])\s*[:–—-]\s+\p{Lu}/iu;

/** The titles that stand over nearly every control of a page. */
export function titlesOfAll(controls: readonly ControlEvidence[]): ReadonlySet<number> {
  return new Set([...countsUnder(controls)].filter(([, count]) => count >= controls.length * 0.8).map(([block]) => block));
}

/** How many controls stand under each title, by its number. */
export function countsUnder(controls: readonly ControlEvidence[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { titles } of controls) for (const { block } of titles) counts.set(block, (counts.get(block) ?? 0) + 1);
  return counts;
}

/** What the title at that place over a control says of it. */
export function saidOver({ text, block, level }: Title, at: number, ofAll: ReadonlySet<number>): Said {
  const said = saidBy(text);
  const plain = wordsOf(text).join(" ");
  // "Maître d'ouvrage : OPH du Pays", over the whole page: whom one answers.
  if (at > 0 && ofAll.has(block) && BUYER_NAMED.test(text)) return { ...said, party: undefined };
  if (
    (level > 1 && !ofAll.has(block)) ||
    ABOUT_OTHERS.test(plain) ||
    !(PROCEDURE.test(plain) || BOUGHT.test(plain) || CANDIDATE.test(plain))
  )
    return said;
  const { topic, party, role } = said;
  return {
    ...said,
    topic: topic === "offer" || topic === "reference" ? topic : null,
    party: party === "autre" ? undefined : party,
    // Alone over its controls, it may name the person that they ask.
    role: role === "autre" && at > 0 ? undefined : role,
    address: undefined,
  };
}
