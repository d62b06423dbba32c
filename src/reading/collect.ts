/** From a document to evidence. With controls, headings and labels, the only files of the reading that touch the page. */
import {
  attributeOf,
  classesOf,
  closest,
  contains,
  idOf,
  localNameOf,
  matches,
  nextNodeOf,
  parentElementOf,
  query,
  queryAll,
  textOf,
  titleOf,
} from "../page/dom.ts";
import { isSeenSlot, isVisibleOrLabelled } from "../page/visible.ts";
import { controlsOf, type FoundControl } from "./controls.ts";
import type { ControlEvidence, Evidence } from "./evidence.ts";
import { formEvidence, inSearch } from "./forms.ts";
import { labelsOf, questionsOf } from "./labels.ts";
import { readable } from "./words.ts";

/** What shops name their steps. */
const SHOP =
  "[id*=checkout i], [class*=checkout i], [id*=panier i], .cart, #cart, [class*=shopping-cart i], [action*='/commande' i], [action*='/checkout' i], [action*='/panier' i]";
const MOST_OPTIONS = 300;

/** The evidence, and the controls that it tells of, in the same order. */
export function collect(
  document: Document,
  found: readonly FoundControl[] = controlsOf(document),
): { readonly evidence: Evidence; readonly found: readonly FoundControl[] } {
  const numbers = new Numbering();
  const controls = found.map((control, at) => controlEvidence(control, found[at - 1], found[at + 1], numbers));
  const readableOf = (element: Element) => readable(textOf(element));
  return {
    found,
    evidence: {
      title: titleOf(document),
      main: [...queryAll(document, "h1")].map(readableOf),
      headings: [...queryAll(document, "h1, h2")].filter((title) => closest(title, "aside, nav, footer") === null).map(readableOf),
      menu: [...queryAll(document, "nav a, aside a, header a, [role=navigation] a")].map(readableOf),
      lead: readable(textOf(query(document, "main, [role=main], #content, #contenu"))).slice(0, 600),
      forms: numbers.forms.map(formEvidence),
      controls,
    },
  };
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

/** Long on purpose: one property a line, each with what stands for nothing. */
function controlEvidence(
  { element, type, headings, order }: FoundControl,
  before: FoundControl | undefined,
  next: FoundControl | undefined,
  numbers: Numbering,
): ControlEvidence {
  const input = element as HTMLInputElement;
  const form = input.form ?? null;
  const row = closest(element, "tr");
  const isTick = type === "radio" || type === "checkbox";
  const isSlot = type === "file" || type === "dropZone";
  return {
    type,
    input: element instanceof HTMLInputElement ? element.type : localNameOf(element),
    order,
    name: attributeOf(element, "name") ?? attributeOf(element, "formcontrolname") ?? "",
    id: idOf(element),
    autocomplete: attributeOf(element, "autocomplete") ?? "",
    marks: [element, parentElementOf(element)].map((one) => (one === null ? "" : classesOf(one))).join(" "),
    maxLength: Math.max(0, input.maxLength ?? 0),
    size: Number(attributeOf(element, "size") ?? 0) || 0,
    pattern: input.pattern ?? "",
    placeholder: attributeOf(element, "placeholder") ?? "",
    labels: labelsOf(element),
    questions: isTick ? questionsOf(element) : [],
    titles: headings.map(({ text, level, element: title }) => ({ text, level, block: numbers.of(title) })),
    options: element instanceof HTMLSelectElement ? optionsOf(element) : [],
    answers: type === "radio" ? answersOf(input) : [],
    form: numbers.form(form),
    row: row === null ? null : numbers.of(row),
    besideNext: next !== undefined && areClose(element, next.element),
    pairedBefore: input.type === "password" && before !== undefined && arePaired(before.element, element),
    isVisible: isSlot ? isSeenSlot(element) : isVisibleOrLabelled(element),
    isDisabled: matches(element, ":disabled, [aria-disabled=true]"),
    isReadOnly: matches(element, "[readonly], [aria-readonly=true]"),
    inSearch: inSearch(element),
    inShop: closest(element, SHOP) !== null,
    after: readable(textOf(nextNodeOf(element))).slice(0, 80),
    caption: captionOf(element),
  };
}

function captionOf(element: Element): string {
  const table = closest(element, "table");
  return readable(table === null ? "" : textOf(query(table, "caption"))).slice(0, 160);
}

function optionsOf({ options }: HTMLSelectElement): ControlEvidence["options"] {
  return [...options].slice(0, MOST_OPTIONS).map(({ value, text }) => ({ value, text }));
}

function answersOf(button: HTMLInputElement): string[] {
  const named = `input[type=radio][name=${JSON.stringify(button.name)}]`;
  const group = [...(button.form === null ? queryAll(button.ownerDocument, named) : queryAll(button.form, named))] as HTMLInputElement[];
  return group.slice(0, 20).map((one) => readable(`${one.value} ${one.labels?.[0]?.textContent ?? textOf(one.nextSibling) ?? ""}`));
}

/** Neighbours under a common ancestor that holds little else. */
function areClose(one: Element, other: Element): boolean {
  let ancestor = parentElementOf(one);
  for (let depth = 0; ancestor !== null && depth < 4; depth++, ancestor = parentElementOf(ancestor)) {
    if (contains(ancestor, other)) return holdsAtMost(ancestor, 12);
    if (matches(ancestor, "tr, form")) return false;
  }
  return false;
}

function arePaired(one: Element, other: Element): boolean {
  let ancestor = parentElementOf(one);
  for (let depth = 0; ancestor !== null && depth < 4; depth++, ancestor = parentElementOf(ancestor)) {
    if (contains(ancestor, other)) return queryAll(ancestor, "input:not([type=hidden])").length <= 4;
  }
  return false;
}

function holdsAtMost(container: Element, most: number): boolean {
  return queryAll(container, "input:not([type=hidden]), select").length <= most;
}
