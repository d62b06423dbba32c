/** From a document to evidence. Only this file, controls, headings and labels touch the page. */

import type { ControlEvidence, Evidence, FormEvidence } from "../domain/evidence.ts";
import { MOST_ANSWERS, MOST_LISTED, MOST_OPTIONS } from "../domain/question.ts";
import {
  attributeOf,
  bodyOf,
  classesOf,
  closest,
  contains,
  idOf,
  localNameOf,
  matches,
  nextNodeOf,
  nodeValueOf,
  parentElementOf,
  previousElementOf,
  query,
  queryAll,
  rootOf,
  textOf,
  titleOf,
  walkerOf,
} from "../page/dom.ts";
import { finish, type Steps } from "../page/slices.ts";
import { seenSlotSteps, visibleOrLabelledSteps } from "../page/visible.ts";
import { Around } from "./around.ts";
import { type FoundControl, inventoryOf } from "./controls.ts";
import { formEvidence, inSearch } from "./forms.ts";
import { titleText } from "./headings.ts";
import { labelsOf, Questions, SharedLabels } from "./labels.ts";
import { bounded } from "./texts.ts";
import { readable } from "./words.ts";

/** The names that shops give to their steps. */
const SHOP =
  "[id*=checkout i], [class*=checkout i], [id*=panier i], .cart, #cart, [class*=shopping-cart i], [action*='/commande' i], [action*='/checkout' i], [action*='/panier' i]";

/** The evidence, and the controls that it tells of, in the same order. */
export function collect(document: Document): { readonly evidence: Evidence; readonly found: readonly FoundControl[] } {
  const { found } = finish(inventoryOf(document));
  return { evidence: finish(evidenceSteps(document, found)), found };
}

/** The evidence on these controls, as work that may wait. */
export function* evidenceSteps(document: Document, found: readonly FoundControl[]): Steps<Evidence> {
  const numbers = new Numbering();
  const labels = new SharedLabels();
  const shared = {
    numbers,
    inputs: new Inputs(),
    questions: new Questions(),
    answers: new Answers(labels),
    around: new Around(),
    labels,
  };
  const controls: ControlEvidence[] = [];
  for (const [at, control] of found.entries()) {
    controls.push(yield* controlEvidence(control, { before: found[at - 1], next: found[at + 1], ...shared }));
    yield;
  }
  const readableOf = (element: Element) => bounded(readable(titleText(element)));
  const forms: FormEvidence[] = [];
  for (const form of numbers.forms) {
    forms.push(yield* formEvidence(form));
    yield;
  }
  // Each of these queries goes through the whole page.
  const titles = [...queryAll(document, "h1, h2")];
  const first = titles.filter((title) => localNameOf(title) === "h1");
  const main = first.slice(0, MOST_LISTED).map(readableOf);
  yield;
  const headings = titles
    .slice(0, MOST_LISTED)
    .filter((title) => closest(title, "aside, nav, footer") === null)
    .map(readableOf);
  yield;
  const menu = [...queryAll(document, "nav a, aside a, header a, [role=navigation] a")].slice(0, MOST_LISTED).map(readableOf);
  yield;
  const lead = yield* beginningOf(document, query(document, "main, [role=main], #content, #contenu"), first[0] ?? titles[0] ?? null);
  return { title: bounded(titleOf(document)), main, headings, menu, lead, forms, controls };
}

/** The same evidence, with what a person sees of each control now: the very same where that did not change. */
export function* evidenceNow(evidence: Evidence, found: readonly FoundControl[]): Steps<Evidence> {
  const controls: ControlEvidence[] = [];
  let isSame = true;
  for (const [at, told] of evidence.controls.entries()) {
    const control = found[at];
    const isVisible = control === undefined ? told.isVisible : yield* isSeen(control);
    isSame &&= isVisible === told.isVisible;
    controls.push(isVisible === told.isVisible ? told : { ...told, isVisible });
    yield;
  }
  return isSame ? evidence : { ...evidence, controls };
}

function isSeen({ element, type }: FoundControl): Steps<boolean> {
  return type === "file" || type === "dropZone" ? seenSlotSteps(element) : visibleOrLabelledSteps(element);
}

/** How many characters of a page's main part tell what it is for. */
const LEAD = 600;
/** Texts between two places where the reading may wait. */
const STRIDE = 128;

/** Where a person writes at length: no words of the page. */
const WRITTEN = "textarea, [contenteditable]:not([contenteditable=false])";

/** The first words of the page's main part, or else those from its first title on, read no further. */
function* beginningOf(document: Document, main: Element | null, title: Element | null): Steps<string> {
  const body = bodyOf(document);
  if (main === null && (title === null || body === null)) return "";
  const walker = walkerOf(document, main ?? (body as Element), NodeFilter.SHOW_TEXT);
  if (main === null && title !== null) walker.currentNode = title;
  let said = "";
  let visited = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = readable(nodeValueOf(node));
    if (text !== "" && closest(parentElementOf(node), WRITTEN) === null) {
      said = said === "" ? text : `${said} ${text}`;
      if (said.length > LEAD) return said.slice(0, LEAD);
    }
    visited += 1;
    if (visited % STRIDE === 0) yield;
  }
  return said;
}

/** Elements that several controls share, as numbers. */
class Numbering {
  readonly forms: HTMLFormElement[] = [];
  readonly #others = new Map<Element, number>();

  form(element: HTMLFormElement | null): number | null {
    if (element === null) return null;
    const known = this.forms.indexOf(element);
    return known === -1 ? this.forms.push(element) - 1 : known;
  }

  of(element: Element): number {
    const known = this.#others.get(element) ?? this.#others.size;
    this.#others.set(element, known);
    return known;
  }
}

/** Long on purpose: one property a line, each with its empty value. */
function* controlEvidence(
  control: FoundControl,
  { before, next, numbers, inputs, questions, answers, around, labels }: Shared,
): Steps<ControlEvidence> {
  const { element, type, headings, order } = control;
  const input = element as HTMLInputElement;
  const form = input.form ?? null;
  const row = closest(element, "tr");
  const isTick = type === "radio" || type === "checkbox";
  // A browser that reads its first control learns here most of the code: in pieces, each may take a frame.
  const isVisible = yield* isSeen(control);
  yield;
  const said = labelsOf(element, labels);
  yield;
  const asked = isTick ? questions.of(element) : [];
  yield;
  return {
    type,
    input: element instanceof HTMLInputElement ? element.type : localNameOf(element),
    order,
    name: bounded(attributeOf(element, "name") ?? attributeOf(element, "formcontrolname") ?? ""),
    id: bounded(idOf(element)),
    autocomplete: bounded(attributeOf(element, "autocomplete") ?? ""),
    marks: bounded([element, parentElementOf(element)].map((one) => (one === null ? "" : classesOf(one))).join(" ")),
    maxLength: Math.max(0, input.maxLength ?? 0),
    size: Number(attributeOf(element, "size") ?? 0) || 0,
    pattern: bounded(input.pattern ?? ""),
    placeholder: bounded(attributeOf(element, "placeholder") ?? ""),
    labels: said,
    questions: asked,
    titles: headings.map(({ text, level, element: title }) => ({ text, level, block: numbers.of(title) })),
    options: element instanceof HTMLSelectElement ? optionsOf(element) : [],
    answers: type === "radio" ? answers.of(input) : [],
    form: numbers.form(form),
    row: row === null ? null : numbers.of(row),
    besideNext: next !== undefined && (yield* areClose(element, next.element, inputs)),
    pairedBefore: input.type === "password" && before !== undefined && arePaired(before.element, element),
    isVisible,
    isDisabled: matches(element, ":disabled, [aria-disabled=true]"),
    isReadOnly: matches(element, "[readonly], [aria-readonly=true]"),
    inSearch: inSearch(element, around),
    inShop: around.nearest(element, SHOP) !== null,
    after: readable(textOf(nextNodeOf(element))).slice(0, 80),
    caption: captionOf(element),
  };
}

function captionOf(element: Element): string {
  const table = closest(element, "table");
  const before = previousElementOf(table);
  const said = table === null ? null : (query(table, "caption") ?? (before !== null && matches(before, "p") ? before : null));
  return readable(textOf(said)).slice(0, 160);
}

function optionsOf({ options }: HTMLSelectElement): ControlEvidence["options"] {
  return [...options].slice(0, MOST_OPTIONS).map(({ value, text }) => ({ value: bounded(value), text: bounded(text) }));
}

/** What the buttons of each group say: told once for all of them. */
class Answers {
  readonly #known = new Map<Node, Map<string, readonly string[]>>();
  readonly #labels: SharedLabels;

  constructor(labels: SharedLabels) {
    this.#labels = labels;
  }

  of(button: HTMLInputElement): readonly string[] {
    const home = button.form ?? button.ownerDocument;
    const known = this.#known.get(home) ?? new Map<string, readonly string[]>();
    this.#known.set(home, known);
    const answers = known.get(button.name) ?? answersOf(button, this.#labels);
    known.set(button.name, answers);
    return answers;
  }
}

function answersOf(button: HTMLInputElement, { native }: SharedLabels): readonly string[] {
  const named = `input[type=radio][name=${JSON.stringify(button.name)}]`;
  const group = [...(button.form === null ? queryAll(button.ownerDocument, named) : queryAll(button.form, named))] as HTMLInputElement[];
  return group
    .slice(0, MOST_ANSWERS)
    .map((one) => bounded(readable(`${one.value} ${textOf(native.of(one)[0]) ?? textOf(one.nextSibling) ?? ""}`)));
}

/** A control's neighbours in the page's order, and what all controls share. */
interface Shared {
  readonly before: FoundControl | undefined;
  readonly next: FoundControl | undefined;
  readonly numbers: Numbering;
  readonly inputs: Inputs;
  readonly questions: Questions;
  readonly answers: Answers;
  readonly around: Around;
  readonly labels: SharedLabels;
}

interface Listed {
  readonly all: NodeListOf<Element>;
  readonly places: ReadonlyMap<Element, number>;
}

/** The inputs and lists of each document or shadow root in its order: how many an element holds is counted around one, not in the whole. */
class Inputs {
  readonly #roots = new Map<Node, Listed>();
  readonly #few = new Map<Element, boolean>();

  /** True when `container`, which holds `one`, holds little else. */
  *areFew(container: Element, one: Element): Steps<boolean> {
    const known = this.#few.get(container);
    if (known !== undefined) return known;
    const areFew = isFew(container, one, yield* this.#of(rootOf(one)));
    this.#few.set(container, areFew);
    return areFew;
  }

  *#of(root: Node): Steps<Listed> {
    const known = this.#roots.get(root);
    if (known !== undefined) return known;
    const all = queryAll(root, INPUTS);
    yield;
    const places = new Map<Element, number>();
    for (const [place, element] of all.entries()) {
      places.set(element, place);
      if (place % STRIDE === 0) yield;
    }
    const made = { all, places };
    this.#roots.set(root, made);
    return made;
  }
}

const INPUTS = "input:not([type=hidden]), select";
const FEW = 12;

function isFew(container: Element, one: Element, { all, places }: Listed): boolean {
  const place = places.get(one);
  if (place === undefined) return queryAll(container, INPUTS).length <= FEW;
  let [first, last] = [place, place];
  while (first > 0 && last - first <= FEW && holds(container, all[first - 1])) first -= 1;
  while (last + 1 < all.length && last - first <= FEW && holds(container, all[last + 1])) last += 1;
  return last - first + 1 <= FEW;
}

function holds(container: Element, element: Element | undefined): boolean {
  return element !== undefined && contains(container, element);
}

/** True for neighbours under a common ancestor that holds little else. */
function* areClose(one: Element, other: Element, inputs: Inputs): Steps<boolean> {
  const ancestor = sharedBy(one, other, "tr, form");
  return ancestor !== null && (yield* inputs.areFew(ancestor, one));
}

function arePaired(one: Element, other: Element): boolean {
  const ancestor = sharedBy(one, other);
  return ancestor !== null && queryAll(ancestor, "input:not([type=hidden])").length <= 4;
}

/** The nearest ancestor of both, four levels above at most. @param last no ancestor beyond one that matches */
function sharedBy(one: Element, other: Element, last?: string): Element | null {
  let ancestor = parentElementOf(one);
  for (let depth = 0; ancestor !== null && depth < 4; depth++, ancestor = parentElementOf(ancestor)) {
    if (contains(ancestor, other)) return ancestor;
    if (last !== undefined && matches(ancestor, last)) return null;
  }
  return null;
}
