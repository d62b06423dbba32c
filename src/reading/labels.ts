/**
 * What a page writes beside a control: a ladder of places, best first, each remembered by its name, so that a decision can say which rung
 * spoke. Absorbed from what browsers do: ARIA first, then labels, then the row, the column, the block; a neighbour that holds a control of
 * its own gives no label.
 */
import type { Label, Rung } from "./evidence.ts";
import { isGenericUpload } from "./pieces.ts";
import { readable } from "./words.ts";

const CONTROLS = "input:not([type=hidden]), select, textarea";
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
const LONGEST = 240;

/** The labels of a control, best rung first. Empty texts are not listed. */
export function labelsOf(element: Element): Label[] {
  const labels: Label[] = [];
  const push = (from: Rung, parts: Parts | string) => {
    const { text, hint } = typeof parts === "string" ? { text: readable(parts), hint: "" } : parts;
    if (meaningful(text) && text.length <= LONGEST) labels.push({ from, text, hint });
  };
  push("aria:labelledby", ariaLabelledBy(element));
  for (const label of nativeLabels(element)) push("label:for", partsOf(label, element));
  push("aria:label", element.getAttribute("aria-label") ?? "");
  const isFile = element.matches("input[type=file]");
  const ticks = element.matches("input[type=radio], input[type=checkbox]");
  if (ticks && labels.length === 0) push("label:after", textAfter(element));
  if (!ticks) {
    const table = tableLabels(element);
    if (isFile) for (const cell of cellsBefore(element)) push("table:row", partsOf(cell, element));
    else if (table.row !== null) push("table:row", table.row);
    if (table.column !== null) push("table:column", table.column);
    const term = element.closest("dd")?.previousElementSibling;
    if (term?.localName === "dt") push("list:term", partsOf(term, element));
    if (!labels.some(({ from }) => STRONG.has(from))) for (const { from, parts } of surroundings(element)) push(from, parts);
    // "Parcourir", "Choisir un fichier": which piece stands in the card or beside.
    if (isFile && labels.every(({ text }) => isGenericUpload(text))) for (const parts of slotTexts(element)) push("block", parts);
  }
  if (element instanceof HTMLSelectElement) push("placeholder", promptOf(element));
  push("placeholder", element.getAttribute("placeholder") ?? element.getAttribute("data-placeholder") ?? "");
  push("title", element.getAttribute("title") ?? "");
  return labels;
}

/** The first option of a list, when it is no answer: "Pays", "Civilité…", "-- Effectif --". */
function promptOf({ options }: HTMLSelectElement): string {
  const first = options[0];
  return first !== undefined && options.length > 1 && (first.value === "" || first.value === "0" || first.disabled) ? first.text : "";
}

/** What is asked by a group of buttons, or by a lone box: what stands before the first of them. */
export function questionsOf(element: Element): Label[] {
  const first = firstOfGroup(element);
  const labels: Label[] = [];
  const push = (from: Rung, { text, hint }: Parts) => {
    if (meaningful(text) && text.length <= LONGEST * 2) labels.push({ from, text, hint });
  };
  const group = groupName(first);
  if (group !== null) push("aria:label", group);
  const table = tableLabels(first);
  if (table.row !== null) push("table:row", table.row);
  const term = first.closest("dd")?.previousElementSibling;
  if (term?.localName === "dt") push("list:term", partsOf(term, first));
  for (const { from, parts } of surroundings(first)) push(from, parts);
  return labels.filter(({ from }) => from !== "block");
}

/** The name of the nearest group of buttons, whatever the element that makes it. */
function groupName(element: Element): Parts | null {
  let ancestor = element.parentElement;
  for (let depth = 0; ancestor !== null && depth < 6; depth++, ancestor = ancestor.parentElement) {
    if (ancestor.localName === "form" || ancestor.localName === "body") return null;
    const named = ariaLabelledBy(ancestor);
    const text = meaningful(named.text) ? named.text : readable(ancestor.getAttribute("aria-label"));
    if (meaningful(text)) return { text, hint: "" };
  }
  return null;
}

function firstOfGroup(element: Element): Element {
  const name = element.getAttribute("name");
  if (name === null || !element.matches("input[type=radio]")) return element;
  const root = (element as HTMLInputElement).form ?? (element.getRootNode() as Document | ShadowRoot);
  return root.querySelector(`input[type=radio][name=${JSON.stringify(name)}]`) ?? element;
}

/** Rungs that name the control for sure. */
export const STRONG: ReadonlySet<Rung> = new Set<Rung>([
  "aria:labelledby",
  "label:for",
  "aria:label",
  "label:near",
  "table:row",
  "list:term",
]);

interface Parts {
  readonly text: string;
  readonly hint: string;
}
const NOTHING: Parts = { text: "", hint: "" };

/** The text of an element, without the controls in it, and its help apart. */
function partsOf(element: Element, but: Element | null): Parts {
  const main: string[] = [];
  const hints: string[] = [];
  // A label that goes on in paragraphs explains itself there.
  const isLabel = element.localName === "label";
  const gather = (node: Node, into: string[]): void => {
    if (node.nodeType === Node.TEXT_NODE) into.push(node.nodeValue ?? "");
    if (!(node instanceof Element)) return;
    if (node === but || SKIPPED.has(node.localName) || (node.localName === "input" && node !== element)) return;
    if (node.getAttribute("hidden") !== null) return;
    // What the page put into a component's own label.
    const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    for (const child of slotted) gather(child, into);
    if (slotted.length > 0) return;
    const isHint =
      node !== element &&
      (node.localName === "small" ||
        HINT.test(node.getAttribute("class") ?? "") ||
        (isLabel && isBlock(node) && meaningful(main.join(""))));
    for (const child of node.childNodes) gather(child, isHint ? hints : into);
    if (node.localName === "br" || node.localName === "div" || node.localName === "p") into.push(" ");
  };
  gather(element, main);
  const text = readable(main.join("")).replace(BADGE, " ");
  const hint = readable(hints.join(" "));
  return meaningful(text) ? { text, hint } : { text: hint, hint: "" };
}

/** More than punctuation and marks, or the "http://" before a box. */
export function meaningful(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/^https?:\/\/$/, ""));
}

/** The elements whose identifiers an attribute lists, in its order. */
export function referredBy(element: Element, attribute: "aria-labelledby" | "aria-describedby"): Element[] {
  const ids = (element.getAttribute(attribute) ?? "").split(/\s+/).filter((id) => id !== "");
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  return ids.flatMap((id) => root.getElementById(id) ?? []).filter((referred) => referred !== element);
}

function ariaLabelledBy(element: Element): Parts {
  const parts = referredBy(element, "aria-labelledby").map((named) => partsOf(named, element));
  return { text: readable(parts.map(({ text }) => text).join(" ")), hint: readable(parts.map(({ hint }) => hint).join(" ")) };
}

/** Of several, the one beside the control first: the other is over a group. */
function nativeLabels(element: Element): readonly Element[] {
  const labels = (element as HTMLInputElement).labels;
  if (labels === null || labels === undefined) return [];
  const isBesideIt = (label: Element) => label.parentElement === element.parentElement;
  return [...labels].sort((one, other) => Number(isBesideIt(other)) - Number(isBesideIt(one)));
}

/** What follows a button or box that no label names. */
function textAfter(element: Element): Parts {
  const texts: string[] = [];
  for (let node = element.nextSibling; node !== null; node = node.nextSibling) {
    if (node instanceof Element && (node.matches(CONTROLS) || node.querySelector(CONTROLS) !== null)) break;
    const text = node instanceof Element ? partsOf(node, element).text : readable(node.nodeValue);
    if (meaningful(text)) texts.push(text);
    if (node instanceof Element && texts.length > 0 && node.localName !== "br") break;
  }
  if (texts.length > 0) return { text: readable(texts.join(" ")), hint: "" };
  const parent = element.parentElement;
  if (parent !== null && parent.localName !== "form" && parent.querySelectorAll(CONTROLS).length === 1) {
    const parts = partsOf(parent, element);
    if (meaningful(parts.text)) return parts;
    const cell = parent.closest("td, th")?.nextElementSibling;
    if (cell != null && cell.querySelector(CONTROLS) === null) return partsOf(cell, element);
  }
  return NOTHING;
}

/**
 * The cells on the left that hold no control, nearest first: one of them names the piece, others say whether it is required.
 * The nearest may hold the box where the piece is named: "Autre document : ____".
 */
function cellsBefore(element: Element): Element[] {
  const cells: Element[] = [];
  const nearest = element.closest("td, th")?.previousElementSibling ?? null;
  for (let cell = nearest; cell !== null; cell = cell.previousElementSibling) {
    if (cell.querySelector(CONTROLS) === null || (cell === nearest && cell.querySelector("input[type=file], select") === null))
      cells.push(cell);
  }
  return cells;
}

/** The nearest texts before a slot in the block that is its own; of a text with a title in it, the title first. */
function* slotTexts(element: Element): Generator<Parts> {
  let box: Element = element;
  for (let depth = 0; depth < 6; depth++) {
    const parent = box.parentElement;
    let isSaid = false;
    if (parent === null || parent.localName === "body") return;
    for (let before = box.previousElementSibling; before !== null; before = before.previousElementSibling) {
      if (before.matches("input[type=file]") || before.querySelector("input[type=file]") !== null) return;
      // A box for the day of issue, beside the slot.
      if (before.localName === "button" || before.matches(CONTROLS) || before.querySelector(CONTROLS) !== null) continue;
      const title = before.querySelector("strong, b, h2, h3, h4, h5, h6, [class*=title], [class*=titre]");
      for (const part of title === null ? [before] : [title, before]) {
        const parts = partsOf(part, element);
        if (!meaningful(parts.text) || isGenericUpload(parts.text)) continue;
        isSaid = true;
        yield parts;
      }
    }
    if (isSaid || parent.querySelectorAll("input[type=file]").length > 1) return;
    box = parent;
  }
}

/** The row's and the column's title of a control in a table. */
function tableLabels(element: Element): { readonly row: Parts | null; readonly column: Parts | null } {
  const cell = element.closest("td, th");
  const row = cell?.parentElement;
  if (cell === null || cell === undefined || row === null || row === undefined || row.localName !== "tr")
    return { row: null, column: null };
  // A table inside a cell, that only holds the control, belongs to that cell.
  const table = row.closest("table");
  const isAlone = table !== null && table.querySelectorAll(CONTROLS).length === 1 && !meaningful(partsOf(table, element).text);
  const outer = isAlone ? table.parentElement?.closest("td, th") : null;
  if (outer != null) return tableLabelsAt(outer, element);
  return tableLabelsAt(cell, element);
}

function tableLabelsAt(cell: Element, element: Element) {
  return { row: rowLabel(cell, element), column: columnLabel(cell, element) };
}

/** The nearest cell on the left that speaks and holds no control. A row where every cell holds one has no such title. */
function rowLabel(cell: Element, element: Element): Parts | null {
  // What the cell itself writes before the control is nearer.
  if (meaningful(ownTextBefore(cell, element))) return null;
  for (let left = cell.previousElementSibling; left !== null; left = left.previousElementSibling) {
    if (left.querySelector(CONTROLS) !== null) {
      const first = firstCell(cell);
      return first !== null && first.querySelector(CONTROLS) === null && isGridRow(cell) ? nonEmpty(partsOf(first, element)) : null;
    }
    const parts = partsOf(left, element);
    if (meaningful(parts.text)) return parts;
  }
  return spanningLabel(cell, element);
}

/** A title of an earlier row that spans this one. */
function spanningLabel(cell: Element, element: Element): Parts | null {
  let distance = 0;
  for (let row: Element | null = cell.parentElement; row !== null && distance < 8; row = row.previousElementSibling, distance++) {
    const first = row.firstElementChild;
    if (first === null || first === cell || first.querySelector(CONTROLS) !== null) continue;
    if (Number(first.getAttribute("rowspan") ?? 1) > distance && (distance > 0 || first !== cell))
      return distance === 0 ? null : nonEmpty(partsOf(first, element));
  }
  return null;
}

function nonEmpty(parts: Parts): Parts | null {
  return meaningful(parts.text) ? parts : null;
}

function firstCell(cell: Element): Element | null {
  return cell.parentElement?.firstElementChild ?? null;
}

/** A row of values under columns: its label is its first cell, for all of its controls. */
function isGridRow(cell: Element): boolean {
  const cells = [...(cell.parentElement?.children ?? [])];
  return cells.length > 2 && cells.slice(1).every((one) => one.querySelector(CONTROLS) !== null || !meaningful(one.textContent ?? ""));
}

/** The header of the cell's column, colspans counted. */
function columnLabel(cell: Element, element: Element): Parts | null {
  const table = cell.closest("table");
  const row = cell.parentElement;
  if (table === null || row === null) return null;
  const index = columnOf(cell);
  const rows = [...table.querySelectorAll("tr")].filter((one) => one.closest("table") === table);
  const at = rows.indexOf(row as HTMLTableRowElement);
  for (let above = at - 1; above >= 0; above--) {
    const candidate = rows[above];
    if (candidate === undefined || candidate.querySelector(CONTROLS) !== null) continue;
    const cells = [...candidate.children];
    const isHeader =
      candidate.parentElement?.localName === "thead" ||
      cells.every(({ localName }) => localName === "th") ||
      cells.length === row.children.length;
    if (!isHeader || cells.length < 2) continue;
    const header = cells.find((one) => columnOf(one) <= index && index < columnOf(one) + spanOf(one));
    const parts = header === undefined ? NOTHING : partsOf(header, element);
    return meaningful(parts.text) ? parts : null;
  }
  return null;
}

function columnOf(cell: Element): number {
  let column = 0;
  for (let left = cell.previousElementSibling; left !== null; left = left.previousElementSibling) column += spanOf(left);
  return column;
}

function spanOf(cell: Element): number {
  return Math.max(1, Number(cell.getAttribute("colspan") ?? 1) || 1);
}

/** Text of the container that stands before the control and after the control before it. */
function ownTextBefore(container: Element, element: Element): string {
  const { before } = textBefore(container, element);
  return before.text;
}

/** Walks the container up to the control; another control met on the way starts the text anew. */
function textBefore(
  container: Element,
  element: Element,
): { readonly before: Parts; readonly afterControl: boolean; readonly label: Parts | null } {
  let main: string[] = [];
  let hints: string[] = [];
  let label: Parts | null = null;
  let afterControl = false;
  let done = false;
  const gather = (node: Node, inHint: boolean): void => {
    if (done) return;
    if (node === element) {
      done = true;
      return;
    }
    if (node.nodeType === Node.TEXT_NODE) (inHint ? hints : main).push(node.nodeValue ?? "");
    if (!(node instanceof Element)) return;
    if (node.matches(CONTROLS)) {
      if (sameGroup(node, element)) return;
      main = [];
      hints = [];
      label = null;
      afterControl = true;
      return;
    }
    if (SKIPPED.has(node.localName) || node.getAttribute("hidden") !== null) return;
    if (node instanceof HTMLLabelElement && !node.contains(element)) {
      // The words of a button before are its own.
      if (namesAnother(node, element) && afterControl) return;
      if (!namesAnother(node, element)) label = partsOf(node, element);
    }
    const hint = inHint || node.localName === "small" || HINT.test(node.getAttribute("class") ?? "");
    for (const child of node.childNodes) gather(child, hint);
    if (!done) (hint ? hints : main).push(isBlock(node) ? "\n" : " ");
  };
  for (const child of container.childNodes) gather(child, false);
  return { before: { text: lastLine(main.join("")), hint: readable(hints.join(" ")) }, afterControl, label };
}

function isTick(element: Element): boolean {
  return element.matches("input[type=radio], input[type=checkbox]");
}

function isBlock({ localName }: Element): boolean {
  return /^(div|p|li|tr|h[1-6]|fieldset|section|ul|ol|table|br|hr|label|dt|dd|legend)$/.test(localName);
}

/** Of several lines before a control, the last that says something is its label. */
function lastLine(text: string): string {
  const lines = text.split("\n").map(readable).filter(meaningful);
  return lines.at(-1) ?? "";
}

function sameGroup(one: Element, other: Element): boolean {
  const [name, otherName] = [one.getAttribute("name"), other.getAttribute("name")];
  return one.matches("input[type=radio]") && other.matches("input[type=radio]") && name !== null && name === otherName;
}

/** A label that is really another control's. */
function namesAnother(label: HTMLLabelElement, element: Element): boolean {
  return label.control !== null && label.control !== element;
}

/** Labels without `for`, texts before, the only text of the block, a label that floats after its input. */
function* surroundings(element: Element): Generator<{ readonly from: Rung; readonly parts: Parts }> {
  let container: Element | null = element.parentElement;
  for (let depth = 0; container !== null && depth < 6; depth++) {
    if (container.localName === "body" || container.localName === "tbody" || container.localName === "table") return;
    if (container.localName === "label" || (container.localName === "span" && container.parentElement?.localName === "label")) {
      container = container.parentElement;
      continue;
    }
    if (container.localName === "form" && depth > 1 && container.querySelectorAll(CONTROLS).length > 3) return;
    const { before, label, afterControl } = textBefore(container, element);
    if (label !== null && meaningful(label.text)) {
      yield { from: "label:near", parts: label };
      return;
    }
    if (meaningful(before.text)) {
      yield { from: "before", parts: before };
      return;
    }
    const others = [...container.querySelectorAll(CONTROLS)].filter((one) => one !== element && !sameGroup(one, element));
    if (others.length === 0) {
      const floating = isTick(element) ? undefined : [...container.querySelectorAll("label")].find((one) => !namesAnother(one, element));
      if (floating !== undefined && meaningful(partsOf(floating, element).text)) {
        yield { from: "label:near", parts: partsOf(floating, element) };
        return;
      }
      const whole = isTick(element) ? NOTHING : partsOf(container, element);
      if (meaningful(whole.text) && whole.text.length < 80) {
        yield { from: "block", parts: whole };
        return;
      }
    } else if (afterControl) {
      return;
    }
    // The block before, when the control is alone in its own: titles in a left column.
    const previous: Element | null = container.previousElementSibling;
    if (others.length === 0 && previous !== null && previous.querySelector(CONTROLS) === null && !previous.matches(CONTROLS)) {
      const parts = partsOf(previous, element);
      if (meaningful(parts.text) && parts.text.length < 120) {
        yield { from: "before", parts };
        return;
      }
    }
    container = container.parentElement;
  }
}
