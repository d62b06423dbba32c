/** The texts around a control that no label names: before it, after it, in its block, in the card of a slot. */

import type { Rung } from "../domain/evidence.ts";
import {
  closest,
  localNameOf,
  matches,
  nextElementOf,
  nextNodeOf,
  nodeValueOf,
  parentElementOf,
  previousElementOf,
  query,
  queryAll,
} from "../page/dom.ts";
import { isGenericUpload } from "./pieces.ts";
import { CONTROLS, meaningful, NOTHING, namesAnother, type Parts, partsOf, sameGroup, textBefore } from "./texts.ts";
import { readable } from "./words.ts";

export interface Surrounding {
  readonly from: Rung;
  readonly parts: Parts;
}

/** The nearest label without `for`, text before, only text of the block, or label that floats after its input. */
export function surrounding(element: Element): Surrounding | null {
  let container: Element | null = parentElementOf(element);
  for (let depth = 0; container !== null && depth < 6; depth++) {
    if (endsSearch(container, depth)) return null;
    if (!isWrapping(container)) {
      const said = saidIn(container, element);
      if (said !== null) return said === "another control's" ? null : said;
    }
    container = parentElementOf(container);
  }
  return null;
}

/** Beyond stands what speaks of more than one control. */
function endsSearch(container: Element, depth: number): boolean {
  const localName = localNameOf(container);
  if (localName === "body" || localName === "tbody" || localName === "table") return true;
  return localName === "form" && depth > 1 && queryAll(container, CONTROLS).length > 3;
}

/** A label around the control was read as such. */
function isWrapping(element: Element): boolean {
  const localName = localNameOf(element);
  return localName === "label" || (localName === "span" && localNameOf(parentElementOf(element)) === "label");
}

/** "another control's" when what stands before in this container belongs to another control: nothing further speaks of this one. */
function saidIn(container: Element, element: Element): Surrounding | "another control's" | null {
  const { before, label, afterControl } = textBefore(container, element);
  if (label !== null && meaningful(label.text)) return { from: "label:near", parts: label };
  if (meaningful(before.text)) return { from: "before", parts: before };
  const isAlone = [...queryAll(container, CONTROLS)].every((one) => one === element || sameGroup(one, element));
  if (!isAlone) return afterControl ? "another control's" : null;
  return ownBlock(container, element) ?? blockBefore(container, element);
}

/** What a block says that holds only this control. */
function ownBlock(container: Element, element: Element): Surrounding | null {
  if (matches(element, "input[type=radio], input[type=checkbox]")) return null;
  const floating = [...queryAll<HTMLLabelElement>(container, "label")].find((one) => !namesAnother(one, element));
  const parts = floating === undefined ? NOTHING : partsOf(floating, element);
  if (meaningful(parts.text)) return { from: "label:near", parts };
  const whole = partsOf(container, element);
  return meaningful(whole.text) && whole.text.length < 80 ? { from: "block", parts: whole } : null;
}

/** The block before, when the control is alone in its own: titles in a left column. */
function blockBefore(container: Element, element: Element): Surrounding | null {
  const previous = previousElementOf(container);
  if (previous === null || query(previous, CONTROLS) !== null || matches(previous, CONTROLS)) return null;
  const parts = partsOf(previous, element);
  return meaningful(parts.text) && parts.text.length < 120 ? { from: "before", parts } : null;
}

/** What follows a button or box that no label names. */
export function textAfter(element: Element): Parts {
  const texts: string[] = [];
  for (let node = nextNodeOf(element); node !== null; node = nextNodeOf(node)) {
    if (node instanceof Element && (matches(node, CONTROLS) || query(node, CONTROLS) !== null)) break;
    const text = node instanceof Element ? partsOf(node, element).text : readable(nodeValueOf(node));
    if (meaningful(text)) texts.push(text);
    if (node instanceof Element && texts.length > 0 && localNameOf(node) !== "br") break;
  }
  return texts.length > 0 ? { text: readable(texts.join(" ")), hint: "" } : textOfWrapper(element);
}

/** What is written in the element that holds the control alone, else in the cell beside. */
function textOfWrapper(element: Element): Parts {
  const parent = parentElementOf(element);
  if (parent === null || localNameOf(parent) === "form" || queryAll(parent, CONTROLS).length !== 1) return NOTHING;
  const parts = partsOf(parent, element);
  if (meaningful(parts.text)) return parts;
  const cell = nextElementOf(closest(parent, "td, th"));
  return cell != null && query(cell, CONTROLS) === null ? partsOf(cell, element) : NOTHING;
}

/** Siblings before a slot that may name it. */
const MOST_LOOKED_AT = 100;

/** Nearest first. */
function* siblingsBefore(element: Element): Generator<Element> {
  let before = previousElementOf(element);
  for (let looked = 0; before !== null && looked < MOST_LOOKED_AT; looked += 1, before = previousElementOf(before)) yield before;
}

/** The nearest texts before a slot in the block that is its own; of a text with a title in it, the title first. */
export function* slotTexts(element: Element): Generator<Parts> {
  let box: Element = element;
  for (let depth = 0; depth < 6; depth++) {
    const parent = parentElementOf(box);
    let isSaid = false;
    if (parent === null || localNameOf(parent) === "body") return;
    for (const before of siblingsBefore(box)) {
      if (matches(before, "input[type=file]") || query(before, "input[type=file]") !== null) return;
      // A box for the day of issue, beside the slot.
      if (localNameOf(before) === "button" || matches(before, CONTROLS) || query(before, CONTROLS) !== null) continue;
      const title = query(before, "strong, b, h2, h3, h4, h5, h6, [class*=title], [class*=titre]");
      for (const part of title === null ? [before] : [title, before]) {
        const parts = partsOf(part, element);
        if (!meaningful(parts.text) || isGenericUpload(parts.text)) continue;
        isSaid = true;
        yield parts;
      }
    }
    if (isSaid || queryAll(parent, "input[type=file]").length > 1) return;
    box = parent;
  }
}
