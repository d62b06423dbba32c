/** The words beside a control when it was read, and whether they are still there, so that later writing goes where it was read. */

import type { Label } from "../domain/evidence.ts";
import { attributeOf, idOf, isConnected } from "../page/dom.ts";
import type { Witness } from "../page/sight.ts";
import type { FoundControl } from "./controls.ts";
import { stillSays } from "./headings.ts";
import { labelsOf, questionsOf, SharedLabels } from "./labels.ts";
import { isGenericUpload } from "./pieces.ts";
import { wordsOf } from "./words.ts";

/** "3/5", "(12 %)", "40 caractères restants": a counter that the page shows is not part of a question. */
const COUNTED = /\(?\b\d+\s*(\/\s*\d+|%|(caract[eè]res?|fichiers?)\b[^)]*)\)?/gi;

/** What a control asked, in words: what a person reads beside it, and all that its evidence held. */
interface Asks {
  readonly label: string;
  readonly labels: readonly Label[];
  readonly questions: readonly Label[];
}

export function witnessOf({ label, labels, questions }: Asks, { element, type, headings }: FoundControl): Witness {
  const isTick = type === "radio" || type === "checkbox";
  // "Choisir un fichier" becomes the file's name once it holds one: neither is what it asks.
  const isIdle = (type === "file" || type === "dropZone") && isGenericUpload(label);
  const asked = [isIdle ? "" : label, headings[0]?.text ?? "", questions[0]?.text ?? ""];
  return {
    asks: asked.map((text) => wordsOf(text.replace(COUNTED, " ")).join(" ")).join(" | "),
    named: [idOf(element), attributeOf(element, "name") ?? ""].join(" ").trim(),
    stands: () =>
      isConnected(element) &&
      sameTexts(labelsOf(element, new SharedLabels()), labels) &&
      (!isTick || sameTexts(questionsOf(element), questions)) &&
      headings.every(stillSays),
  };
}

function sameTexts(now: readonly Label[], before: readonly Label[]): boolean {
  return now.length === before.length && now.every(({ text }, i) => text === before[i]?.text);
}
