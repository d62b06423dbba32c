/**
 * What a page writes beside a control: a ladder of places, best first, each remembered by its name, so that a decision can say which rung
 * spoke. Absorbed from what browsers do: ARIA first, then labels, then the row, the column, the block; a neighbour that holds a control of
 * its own gives no label.
 */

import type { Label, Rung } from "../domain/evidence.ts";
import { attributeOf, closest, localNameOf, matches, parentElementOf, previousElementOf, query, queryAll, rootOf } from "../page/dom.ts";
import { type CaptionOrders, captionOf } from "./caption-order.ts";
import { isGenericUpload } from "./pieces.ts";
import { slotTexts, surrounding, textAfter } from "./surroundings.ts";
import { cellsBefore, tableLabels } from "./table-labels.ts";
import { ariaLabelledBy, bounded, meaningful, type Parts, partsOf } from "./texts.ts";
import { STRONG } from "./weights.ts";
import { readable } from "./words.ts";

const LONGEST = 240;
/** A control that has more is said by the first of them. */
const MOST_LABELS = 50;
/** Longest question, which may be a whole sentence. */
const LONGEST_QUESTION = 2 * LONGEST;

/** Texts in the order in which they are looked for. Empty ones, and those too long for a label, are not kept. */
class Ladder {
  readonly labels: Label[] = [];
  readonly #longest: number;

  constructor(longest: number) {
    this.#longest = longest;
  }

  push(from: Rung, parts: Parts | string | null): void {
    const { text, hint } = typeof parts === "string" || parts === null ? { text: readable(parts), hint: "" } : parts;
    if (this.labels.length < MOST_LABELS && meaningful(text) && text.length <= this.#longest)
      this.labels.push({ from, text, hint: bounded(hint) });
  }
}

/** What the controls of one reading share, during which the page does not change. */
export class SharedLabels {
  readonly orders: CaptionOrders = new Map();
  readonly native = new NativeLabels();
}

/** The labels of a control, best rung first. Empty texts are not listed. */
export function labelsOf(element: Element, { orders, native }: SharedLabels): Label[] {
  const ladder = new Ladder(LONGEST);
  ladder.push("aria:labelledby", ariaLabelledBy(element));
  for (const label of nearestFirst(native.of(element), element)) ladder.push("label:for", partsOf(label, element));
  ladder.push("aria:label", attributeOf(element, "aria-label"));
  const type = element instanceof HTMLInputElement ? element.type : "";
  if (type !== "radio" && type !== "checkbox") pushPlace(element, type === "file", ladder, orders);
  else if (ladder.labels.length === 0) ladder.push("label:after", textAfter(element));
  if (element instanceof HTMLSelectElement) ladder.push("placeholder", promptOf(element));
  ladder.push("placeholder", attributeOf(element, "placeholder") ?? attributeOf(element, "data-placeholder"));
  ladder.push("title", attributeOf(element, "title"));
  return ladder.labels;
}

/** Labels from the place of a control: its table, its list, the texts around it. */
function pushPlace(element: Element, isFile: boolean, ladder: Ladder, orders: CaptionOrders): void {
  const { row, column } = tableLabels(element);
  if (isFile) for (const cell of cellsBefore(element)) ladder.push("table:row", partsOf(cell, element));
  else ladder.push("table:row", row);
  ladder.push("table:column", column);
  ladder.push("list:term", termOf(element));
  // "Jour" names a box, and not of which date.
  if (!ladder.labels.some(({ from, text }) => STRONG.has(from) && !PIECE.test(text))) {
    const after = captionOf(element, orders);
    if (after === undefined) pushSurrounding(element, ladder);
    else ladder.push("block", after);
  }
  // "Parcourir", "Choisir un fichier": which piece stands in the card or beside.
  if (isFile && ladder.labels.every(({ text }) => isGenericUpload(text)))
    for (const parts of slotTexts(element)) ladder.push("block", parts);
}

const PIECE = /^\W*(jour|mois|ann[ée]e|day|month|year|jj|mm|aaaa|indicatif|num[ée]ro)\W*$/i;

function pushSurrounding(element: Element, ladder: Ladder): void {
  const found = surrounding(element);
  if (found !== null) ladder.push(found.from, found.parts);
}

/** The term of a list of definitions whose definition holds the control. */
function termOf(element: Element): Parts | null {
  const term = previousElementOf(closest(element, "dd"));
  return term != null && localNameOf(term) === "dt" ? partsOf(term, element) : null;
}

/** The first option of a list, when it is no answer: "Pays", "Civilité…", "-- Effectif --". */
function promptOf({ options }: HTMLSelectElement): string {
  const first = options[0];
  return first !== undefined && options.length > 1 && (first.value === "" || first.value === "0" || first.disabled) ? first.text : "";
}

/** The questions of one reading: those of a group are looked for once, for all its buttons. */
export class Questions {
  readonly #known = new Map<Element, readonly Label[]>();

  of(element: Element): readonly Label[] {
    const first = firstOfGroup(element);
    const known = this.#known.get(first) ?? questionsBefore(first);
    this.#known.set(first, known);
    return known;
  }
}

/** The questions of a group of buttons, or of a single box: the texts before the first of them. */
export function questionsOf(element: Element): readonly Label[] {
  return questionsBefore(firstOfGroup(element));
}

function questionsBefore(first: Element): readonly Label[] {
  const ladder = new Ladder(LONGEST_QUESTION);
  ladder.push("aria:label", groupName(first));
  ladder.push("table:row", tableLabels(first).row);
  ladder.push("list:term", termOf(first));
  pushSurrounding(first, ladder);
  return ladder.labels.filter(({ from }) => from !== "block");
}

/** The name of the nearest group of buttons, whatever the element that makes it. */
function groupName(element: Element): Parts | null {
  let ancestor = parentElementOf(element);
  for (let depth = 0; ancestor !== null && depth < 6; depth++, ancestor = parentElementOf(ancestor)) {
    if (localNameOf(ancestor) === "form" || localNameOf(ancestor) === "body") return null;
    const named = ariaLabelledBy(ancestor);
    const text = meaningful(named.text) ? named.text : readable(attributeOf(ancestor, "aria-label"));
    if (meaningful(text)) return { text, hint: "" };
    // The name of the part around a fieldset is not the question in its legend.
    const legend = localNameOf(ancestor) === "fieldset" ? query(ancestor, "legend") : null;
    if (legend !== null) return partsOf(legend, element);
  }
  return null;
}

function firstOfGroup(element: Element): Element {
  const name = attributeOf(element, "name");
  if (name === null || !matches(element, "input[type=radio]")) return element;
  const root = (element as HTMLInputElement).form ?? (rootOf(element) as Document | ShadowRoot);
  return query(root, `input[type=radio][name=${JSON.stringify(name)}]`) ?? element;
}

/** Of several, the one beside the control first: the other is over a group. */
function nearestFirst(labels: readonly Element[], element: Element): readonly Element[] {
  const isBesideIt = (label: Element) => parentElementOf(label) === parentElementOf(element);
  return labels.length < 2 ? labels : labels.toSorted((one, other) => Number(isBesideIt(other)) - Number(isBesideIt(one)));
}

/** The `label` elements of controls. A browser goes through the whole page for those of each: here they are gone through once. */
class NativeLabels {
  readonly #roots = new Map<Node, ReadonlyMap<Element, readonly Element[]>>();

  /** As `element.labels`, in the page's order. */
  of(element: Element): readonly Element[] {
    const root = rootOf(element);
    const known = this.#roots.get(root) ?? Map.groupBy([...queryAll<HTMLLabelElement>(root, "label")], (label) => label.control as Element);
    this.#roots.set(root, known);
    return known.get(element) ?? [];
  }
}
