/**
 * What earns a fill by one click: somebody buys and whoever fills the page sells, or a company registers and the page says nothing else. A bank, an
 * insurer, a prize, a fair or a customs office asks the same of a company, in the same words but these.
 */

import type { Evidence } from "../domain/evidence.ts";
import { isFieldKey } from "../domain/fields.ts";
import type { Target } from "../domain/page-reading.ts";
import type { Weighed } from "./decide.ts";
import { groupOf } from "./kinds.ts";
import type { PageWords } from "./page-facts.ts";
import { ADDRESSED, ANY_COMPANY, BUYING, BUYING_BY_TITLE, CANDIDATE, OWN, PUBLIC_BODY, SUPPLIER, TRADING } from "./page-words.ts";
import { saidBy } from "./titles.ts";
import { tradesIn } from "./trades.ts";
import { PAGE } from "./weights.ts";
import { wordsOf } from "./words.ts";

/** `plainly`: in words of a procedure · `together`: in words of a trade, of which it takes two. */
export type BuyerSaid = "plainly" | "together" | "no";

/** Pieces that nobody asks but a buyer; beside a candidature, those that others ask too. */
const OF_A_MARKET = /^document\.(dc[12]|dume|attri\d)$/;
const OF_A_CANDIDATURE = /^document\.(attestationVigilance|attestationFiscale|memoire|references|attestationsBonneExecution|cibtp|cnetp)$/;

/** @param named the pieces of the page's slots, those that the catalogue knows */
export function buyerSaid({ told, titles, all, heading }: PageWords, named: readonly Target[]): BuyerSaid {
  if (BUYING.test(told) || BUYING_BY_TITLE.test(titles) || named.some((target) => OF_A_MARKET.test(target))) return "plainly";
  // In its titles: a label or a block may name the suppliers, the buyers of whoever answers.
  const trading = TRADING.filter((words) => words.test(heading)).length + Number(BUYING_BY_TITLE.test(told));
  const isCandidature = CANDIDATE.test(told);
  const isTogether =
    trading >= 2 ||
    (trading === 1 && (isCandidature || PUBLIC_BODY.test(told))) ||
    (isCandidature && named.some((target) => OF_A_CANDIDATURE.test(target))) ||
    (SUPPLIER.test(told) && (OWN.test(told.replace(ANY_COMPANY, " ")) || ADDRESSED.test(all)));
  return isTogether ? "together" : "no";
}

/**
 * Whoever lends, insures or rewards asks for more than a buyer does. A word of the page's title counts twice, one of the text that the page begins
 * with, where menus stand, half.
 */
export function isOfAnotherTrade({ kept, told, heading, asked, lead }: PageWords): boolean {
  const titled = tradesIn(kept.heading);
  const inside = tradesIn(asked);
  const begun = [...tradesIn(lead)].filter((word) => !titled.has(word) && !inside.has(word));
  const isBuyer = BUYING.test(told) || BUYING_BY_TITLE.test(heading);
  return titled.size * PAGE.titled + inside.size + begun.length * PAGE.begun >= (isBuyer ? PAGE.tradesOfBuyer : PAGE.trades);
}

const TITLE_PARTS = /\s[-–—|·•]\s|\s?[|•]\s?/;

/**
 * A registration that says nothing else: a title understood whole speaks of one's own company, so is every other title, and hardly anything is asked
 * but who the company and its persons are. Names of sites and their mottos, the parts of the page's title that are not understood, count for nothing.
 */
export function isPlainRegistration(evidence: Evidence, { told, over }: PageWords, counted: readonly Weighed[]): boolean {
  const parts = evidence.title.split(TITLE_PARTS).filter((part) => part !== "");
  const strange = new Set(parts.filter((part) => !saidBy(part).isUnderstood).flatMap(wordsOf));
  const rest = (text: string) =>
    wordsOf(text)
      .filter((word) => !strange.has(word))
      .join(" ");
  const purposes = parts.length + evidence.main.length === 0 ? [over] : [...parts, ...evidence.main].map(rest);
  const asking = counted.filter(({ guess: { control } }) => control.type !== "radio" && control.type !== "checkbox");
  const known = asking.filter(({ resolved: { target } }) => target !== null && isFieldKey(target) && groupOf(target) !== "bancaire");
  return (
    purposes.some((text) => OWN.test(text) && saidBy(text).isUnderstood) &&
    evidence.headings.every((text) => saidBy(rest(text)).isUnderstood) &&
    !CANDIDATE.test(told) &&
    known.length >= asking.length * PAGE.plain
  );
}
