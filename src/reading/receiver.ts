/**
 * Who receives what one click writes. Trades have no end of words of their own; what buyers ask has one. So a page that asks something which is
 * neither in the catalogue nor made of a candidature's words must be a buyer's plainly: by its procedure, its number, what one does there, or its name.
 */

import type { Target } from "../domain/page-reading.ts";
import { isNeutral } from "./concepts.ts";
import type { Weighed } from "./decide.ts";
import type { PageWords } from "./page-facts.ts";
import {
  ANSWERING,
  BESIDE,
  BUYING,
  CANDIDATE,
  HANDED_OVER,
  NUMBERED,
  PROCEDURE,
  PUBLIC_BODY,
  SUPPLIERS,
  TRADING,
  WHO_BUYS,
} from "./page-words.ts";
import { isTitleWord, type Said, saidBy } from "./titles.ts";
import { PAGE } from "./weights.ts";
import { wordsOf } from "./words.ts";

/** Pieces that nobody asks but a buyer. */
const OF_A_PROCEDURE = /^document\.(dc[12]|dume)$/;

/** @param named the pieces of the page's slots, those that the catalogue knows */
export function isBuyersOwn(said: PageWords, all: readonly Weighed[], named: readonly Target[]): boolean {
  const asked = all.filter(isAsked);
  const strange = asked.filter(isStrange).length;
  return strange === 0 || isPlainlyBuyers(said, named) || (strange <= asked.length * PAGE.strange && SUPPLIERS.test(said.heading));
}

function isPlainlyBuyers({ heading, titles, purpose, lead }: PageWords, named: readonly Target[]): boolean {
  const isTrade = TRADING.some((words) => words.test(heading));
  return (
    named.some((target) => OF_A_PROCEDURE.test(target)) ||
    NUMBERED.test(titles) ||
    NUMBERED.test(lead) ||
    ANSWERING.test(purpose) ||
    HANDED_OVER.test(titles) ||
    PROCEDURE.test(titles) ||
    (isTrade && PUBLIC_BODY.test(heading)) ||
    ((isTrade || BUYING.test(heading)) && CANDIDATE.test(heading))
  );
}

/** What a person answers, somebody else's data too, beside what is only ticked. */
function isAsked({ guess: { control }, leave }: Weighed): boolean {
  if (control.type === "radio" || control.type === "checkbox") return false;
  return leave === undefined || leave === "otherParty" || (leave === "hidden" && control.type === "file");
}

/** True for a question that neither the catalogue nor a candidature explains. */
function isStrange({ guess, resolved: { target } }: Weighed): boolean {
  const { control, concept, label, over, party, rowTopic } = guess;
  const words = wordsOf(label);
  const text = words.join(" ");
  if (WHO_BUYS.test(text)) return true;
  const isOtherPiece = target === "document.autre";
  const isKnown =
    target !== null || concept !== null || rowTopic !== null || party === "autre" || control.type === "file" || control.input === "email";
  if ((isKnown && !isOtherPiece) || BESIDE.test(text) || over.some(isAskedBeside)) return false;
  return !(words.every((word) => isTitleWord(word) || isNeutral(word)) || isExplained(saidBy(label)));
}

function isExplained(said: Said): boolean {
  return said.isUnderstood || isAskedBeside(said);
}

/** Of the offer, of what was done before, of who will do it: every buyer asks it in words of its own. */
function isAskedBeside({ topic }: Said): boolean {
  return topic === "offer" || topic === "reference" || topic === "team";
}
