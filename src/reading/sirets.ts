/** The SIRETs that a page shows, and whose each seems to be. Only numbers that pass their check digit. */

import type { PageReading } from "../domain/page-reading.ts";
import { fold } from "../domain/plain.ts";
import { isSiret } from "../domain/siret.ts";
import {
  bodyOf,
  closest,
  firstElementOf,
  nodeValueOf,
  parentElementOf,
  previousElementOf,
  textOf,
  topElementOf,
  walkerOf,
} from "../page/dom.ts";
import type { Steps } from "../page/slices.ts";
import { partyOf } from "./party.ts";

type Party = "candidat" | "acheteur" | "unknown";

const NUMBER = /(?<![\d.,/-])\d{3}[ .\u00a0\u202f]?\d{3}[ .\u00a0\u202f]?\d{3}[ .\u00a0\u202f]?\d{5}(?![\d/-])/g;
/** In any text that holds one, whatever stands around. */
const LIKE_A_NUMBER = /\d{3}[ .\u00a0\u202f]?\d{3}[ .\u00a0\u202f]?\d{3}[ .\u00a0\u202f]?\d{5}/;
const MOST = 50;

export interface SiretInput {
  readonly value: string;
  readonly party: "candidat" | "autre" | undefined;
}

/**
 * @param inputs values of controls, with whose they are
 * @param written those in the page's texts
 */
export function siretsOf(inputs: readonly SiretInput[], written: PageReading["sirets"]): PageReading["sirets"] {
  const found = new Map<string, PageReading["sirets"][number]>();
  for (const { value, party } of inputs) {
    const siret = value.replace(/[\s.\u00a0\u202f]/g, "");
    if (isSiret(siret) && !found.has(siret))
      found.set(siret, { siret, where: "input", party: party === "autre" ? "acheteur" : (party ?? "unknown") });
  }
  for (const one of written) {
    if (found.size >= MOST) break;
    if (!found.has(one.siret)) found.set(one.siret, one);
  }
  return [...found.values()];
}

/** The SIRETs in the page's texts, each once, and no more than are told. */
export function* siretsWritten(document: Document): Steps<PageReading["sirets"]> {
  const found = new Map<string, PageReading["sirets"][number]>();
  for (const written of numbersIn(document)) {
    if (found.size >= MOST) break;
    if (written === null) {
      yield;
      continue;
    }
    const { siret, parent, text } = written;
    if (!found.has(siret)) found.set(siret, { siret, where: "text", party: partyAround(parent, text) });
  }
  return [...found.values()];
}

interface Written {
  readonly siret: string;
  readonly parent: Element;
  /** The whole text that the number stands in. */
  readonly text: string;
}

/** Texts between two places where the walk may wait. */
const STRIDE = 256;

/** `null` where the walk may wait. */
function* numbersIn(document: Document): Generator<Written | null> {
  let visited = 0;
  const written = bodyOf(document) ?? topElementOf(document);
  // The browser tells all the text at once for what it costs us to go through a hundredth of it.
  if (!LIKE_A_NUMBER.test(textOf(written))) return;
  yield null;
  const walker = walkerOf(document, written, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    visited += 1;
    if (visited % STRIDE === 0) yield null;
    const text = nodeValueOf(node) ?? "";
    if (text.length < 14 || !/\d{3}/.test(text)) continue;
    const parent = parentElementOf(node);
    if (parent === null || closest(parent, "script, style, template, noscript") !== null) continue;
    for (const [written] of text.matchAll(NUMBER)) {
      const siret = written.replace(/\D/g, "");
      if (isSiret(siret)) yield { siret, parent, text };
    }
  }
}

/** What the words just around the number say: its own text, its cell's title, its block. */
function partyAround(parent: Element, text: string): Party {
  const cell = closest(parent, "td, dd, li, p, div");
  const texts = [text, textOf(previousElementOf(cell)) ?? "", textOf(cell) ?? "", textOf(firstElementOf(parentElementOf(cell))) ?? ""];
  for (const one of texts) {
    if (one.length > 300) continue;
    const plain = fold(one);
    if (
      /\b(acheteur|organisme|pouvoir adjudicateur|entite (publique|adjudicatrice)|collectivite|commune de|ville de|departement d|region|syndicat|office)/.test(
        plain,
      )
    )
      return "acheteur";
    const party = partyOf(one);
    if (party === "autre") return "acheteur";
    if (party === "candidat") return "candidat";
  }
  return "unknown";
}
