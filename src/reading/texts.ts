/** The texts of a page, without the controls in them: of an element, before a control, of what an attribute refers to. */

import { LONGEST_TEXT } from "../domain/question.ts";
import {
  attributeOf,
  byId,
  countIn,
  DEEPEST,
  documentOf,
  firstNodeOf,
  localNameOf,
  matches,
  nextNodeOf,
  nodeTypeOf,
  nodeValueOf,
  parentNodeOf,
  rootOf,
  walkerOf,
} from "../page/dom.ts";
import { readable } from "./words.ts";

export const CONTROLS = "input:not([type=hidden]), select, textarea";
const HINT =
  /(^|[-_ ])(hints?|help(er|block|text)?|aide|info(-?bulle)?|messages?|errors?|erreur|description|tooltip|exemple|example|form-?text|note|sr-?help|legal|mention)([-_ ]|$)/i;
const SKIPPED = new Set([
  "script",
  "style",
  "template",
  "svg",
  "noscript",
  "option",
  "optgroup",
  "select",
  "textarea",
  "button",
  "datalist",
]);
/** A badge glued to what it marks: "décennaleObligatoire". */
const BADGE = /(?<=\p{Ll})(?=(Obligatoire|Facultati(f|ve)|Optionnel(le)?|Requise?|Recommandée?|Nouveau)\b)/gu;

export const TITLE = "h1, h2, h3, h4, h5, h6, legend, [role=heading]";

export interface Parts {
  readonly text: string;
  /** Help beside it: examples, formats. */
  readonly hint: string;
}

export const NOTHING: Parts = { text: "", hint: "" };

/** No label, and nothing that explains one, has so many nodes: beyond, what a container writes says nothing more of one control. */
const MOST_VISITED = 1_000;

/** The text of an element, without the controls in it, and its help apart. */
export function partsOf(element: Element, but: Element | null): Parts {
  const main: string[] = [];
  const hints: string[] = [];
  let visited = 0;
  const gather = (node: Node, into: string[], depth: number): void => {
    visited += 1;
    if (nodeTypeOf(node) === Node.TEXT_NODE) into.push(nodeValueOf(node) ?? "");
    if (!(node instanceof Element) || depth > DEEPEST || isPassedOver(node, element, but)) return;
    // What the page put into a component's own label.
    const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    for (const child of slotted) gather(child, into, depth + 1);
    if (slotted.length > 0) return;
    const isHelp = node !== element && (isHint(node) || explainsLabel(node, element, main));
    for (const child of childrenWhile(node, () => visited < MOST_VISITED)) gather(child, isHelp ? hints : into, depth + 1);
    if (localNameOf(node) === "br" || localNameOf(node) === "div" || localNameOf(node) === "p") into.push(" ");
  };
  gather(element, main, 0);
  const text = readable(main.join("")).replace(BADGE, " ");
  const hint = readable(hints.join(" "));
  return meaningful(text) ? { text, hint } : { text: hint, hint: "" };
}

function* childrenWhile(node: Node, mayGoOn: () => boolean): Generator<ChildNode> {
  for (let child = firstNodeOf(node); child !== null && mayGoOn(); child = nextNodeOf(child)) yield child;
}

function isPassedOver(node: Element, element: Element, but: Element | null): boolean {
  return node === but || (localNameOf(node) === "input" && node !== element) || isSilent(node);
}

/** Without a text that a person reads there. */
export function isSilent(node: Element, localName = localNameOf(node)): boolean {
  return SKIPPED.has(localName) || attributeOf(node, "hidden") !== null;
}

function isHint(node: Element): boolean {
  return localNameOf(node) === "small" || HINT.test(attributeOf(node, "class") ?? "");
}

/** A label that goes on in paragraphs explains itself there. */
function explainsLabel(node: Element, element: Element, said: readonly string[]): boolean {
  return localNameOf(element) === "label" && isBlock(node) && meaningful(said.join(""));
}

/** What is longer says nothing of a form, and does not leave the page. */
export function bounded(text: string): string {
  return text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
}

/** More than punctuation and marks, or the "http://" before a box. */
export function meaningful(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/^https?:\/\/$/, ""));
}

/** The elements whose identifiers an attribute lists, in its order. */
export function referredBy(element: Element, attribute: "aria-labelledby" | "aria-describedby"): Element[] {
  const listed = attributeOf(element, attribute);
  if (listed === null) return [];
  const ids = listed.split(/\s+/).filter((id) => id !== "");
  const root = rootOf(element);
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  return ids.flatMap((id) => byId(root, id) ?? []).filter((referred) => referred !== element);
}

/** What `aria-labelledby` refers to. */
export function ariaLabelledBy(element: Element): Parts {
  const all = referredBy(element, "aria-labelledby");
  if (all.length === 0) return NOTHING;
  // The title of its part, told before its own name: a title of others, not what it asks.
  const own = all.filter((named) => !matches(named, TITLE));
  const parts = (own.length === 0 ? all : own).map((named) => partsOf(named, element));
  return { text: readable(parts.map(({ text }) => text).join(" ")), hint: readable(parts.map(({ hint }) => hint).join(" ")) };
}

interface Before {
  readonly before: Parts;
  /** True when another control stands before, in the same container. */
  readonly afterControl: boolean;
  /** A label in the text that no other control has. */
  readonly label: Parts | null;
}

/**
 * Walks the container up to the control; another control met on the way starts the text anew. In a container of many elements, what stands
 * far before is not walked.
 */
export function textBefore(container: Element, element: Element): Before {
  let main: string[] = [];
  let hints: string[] = [];
  let label: Parts | null = null;
  let afterControl = false;
  let done = false;
  const startAnew = () => {
    main = [];
    hints = [];
    label = null;
    afterControl = true;
  };
  const enter = (node: Element, inHint: boolean, depth: number): void => {
    if (isSilent(node) || depth > DEEPEST) return;
    if (node instanceof HTMLLabelElement && !node.contains(element)) {
      const isAnothers = namesAnother(node, element);
      // The words of a button before are its own.
      if (isAnothers && afterControl) return;
      if (!isAnothers) label = partsOf(node, element);
    }
    const isHelp = inHint || isHint(node);
    for (let child = beginnings.get(node) ?? firstNodeOf(node); child !== null && !done; child = nextNodeOf(child))
      gather(child, isHelp, depth + 1);
    if (!done) (isHelp ? hints : main).push(isBlock(node) ? "\n" : " ");
  };
  const gather = (node: Node, inHint: boolean, depth: number): void => {
    done ||= node === element;
    if (done) return;
    if (nodeTypeOf(node) === Node.TEXT_NODE) (inHint ? hints : main).push(nodeValueOf(node) ?? "");
    if (!(node instanceof Element)) return;
    if (!matches(node, CONTROLS)) enter(node, inHint, depth);
    else if (!sameGroup(node, element)) startAnew();
  };
  const beginnings = beginningsNear(element, container);
  for (let child = beginnings.get(container) ?? firstNodeOf(container); child !== null && !done; child = nextNodeOf(child))
    gather(child, false, 0);
  return { before: { text: lastLine(main.join("")), hint: readable(hints.join(" ")) }, afterControl, label };
}

/** The child with which the walk of each element begins, where it does not begin with the first. */
function beginningsNear(element: Element, container: Element): ReadonlyMap<Node, ChildNode> {
  const beginnings = new Map<Node, ChildNode>();
  if (countIn(container) <= MOST_VISITED) return beginnings;
  const walker = walkerOf(documentOf(element), container, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = element;
  for (let visited = 0; visited < MOST_VISITED; visited += 1) if (walker.previousNode() === null) return beginnings;
  for (let node: Node | null = walker.currentNode; node !== null && node !== container; node = parentNodeOf(node)) {
    const parent = parentNodeOf(node);
    if (parent !== null) beginnings.set(parent, node as ChildNode);
  }
  return beginnings;
}

function isBlock(element: Element): boolean {
  return isBlockName(localNameOf(element));
}

export function isBlockName(localName: string): boolean {
  return BLOCKS.has(localName);
}

const BLOCKS = new Set("div p li tr h1 h2 h3 h4 h5 h6 fieldset section ul ol table br hr label dt dd legend".split(" "));

/** Of several lines before a control, the last that says something is its label; a sentence after a question only explains it. */
function lastLine(text: string): string {
  const lines = text.split("\n").map(readable).filter(meaningful);
  const [question = "", last = ""] = [lines.at(-2), lines.at(-1)];
  return /[?:]\W*$/.test(question) && /\.$/.test(last) ? question : last;
}

export function sameGroup(one: Element, other: Element): boolean {
  const [name, otherName] = [attributeOf(one, "name"), attributeOf(other, "name")];
  return matches(one, "input[type=radio]") && matches(other, "input[type=radio]") && name !== null && name === otherName;
}

/** A label that is really another control's. */
export function namesAnother(label: HTMLLabelElement, element: Element): boolean {
  return label.control !== null && label.control !== element;
}
