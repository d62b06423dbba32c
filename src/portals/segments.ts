/** A page as the sequence of texts that a person reads, and the values beside labels. */
import {
  bodyOf,
  closest,
  contains,
  DEEPEST,
  documentOf,
  firstElementOf,
  firstNodeOf,
  localNameOf,
  nextElementOf,
  nextNodeOf,
  nodeTypeOf,
  nodeValueOf,
  parentElementOf,
  queryAll,
  tagNameOf,
} from "../page/dom.ts";
import type { Steps } from "../page/slices.ts";

export interface Segment {
  readonly text: string;
  readonly element: Element;
  /** True for a form control: somebody types its content, so it says nothing of the consultation. */
  readonly control: boolean;
}

/** Elements that a person never reads, besides hidden ones. */
const NEVER_READ = new Set(["script", "style", "noscript", "template", "option"]);
const LEFT_OUT = new Set([...NEVER_READ, "button", "nav", "aside", "footer", "del", "s", "strike", "title", "head"]);
const CONTROLS = new Set(["input", "select", "textarea"]);
const INLINE = new Set(["span", "a", "em", "i", "sup", "sub", "small", "abbr", "time", "font", "u", "mark", "strong", "b"]);
/** How many levels above a label its value may be attached. */
const CLIMB = 3;

/** Texts in reading order, cut where blocks, cells, labels and line breaks cut them. */
export function segmentsOf(page: Document): Steps<Segment[]> {
  return segmentsBut(page, LEFT_OUT);
}

/** The same with menus, notes and the page's foot, where a portal says once what holds for all its pages. */
export function everySegmentOf(page: Document): Steps<Segment[]> {
  return segmentsBut(page, NEVER_READ);
}

/** An element that is being walked. */
interface Level {
  readonly element: Element;
  readonly isInline: boolean;
  /** Told once something in it asks. */
  hasColumns?: boolean;
  next: Node | null;
}

/** Nodes between two places where the walk may wait. */
const STRIDE = 128;

function* segmentsBut(page: Document, leftOut: ReadonlySet<string>): Steps<Segment[]> {
  const segments: Segment[] = [];
  let run = "";
  const cut = (element: Element) => {
    const text = run.trim().replace(/\s{2,}|[^\S ]/g, " ");
    if (text !== "") segments.push({ text, element, control: false });
    run = "";
  };
  const body = bodyOf(page);
  if (body === null) return segments;
  const hidden = new Set<Element>(queryAll(body, "[hidden]"));
  yield;
  const levels: Level[] = [];
  let visited = 0;
  for (let level: Level | undefined = levelOf(body, false); level !== undefined; ) {
    const { next: node, element }: Level = level;
    if (node === null) {
      if (!level.isInline) cut(element);
      level = levels.pop();
      continue;
    }
    level.next = nextNodeOf(node);
    visited += 1;
    if (visited % STRIDE === 0) yield;
    const type = nodeTypeOf(node);
    if (type === 3) run += nodeValueOf(node) ?? "";
    if (type !== 1) continue;
    const child = node as Element;
    const localName = localNameOf(child);
    if (CONTROLS.has(localName)) {
      cut(element);
      segments.push({ text: "", element: child, control: true });
    } else if (!leftOut.has(localName) && !hidden.has(child)) {
      const isInline = isInlineIn(level, child, localName);
      if (!isInline) cut(element);
      if (levels.length >= DEEPEST) continue;
      levels.push(level);
      level = levelOf(child, isInline);
    }
  }
  return segments;
}

function levelOf(element: Element, isInline: boolean): Level {
  return { element, isInline, next: firstNodeOf(element) };
}

/** True for an element of HTML that is written within a line, unless it is a column. */
function isInlineIn(level: Level, child: Element, localName: string): boolean {
  return INLINE.has(localName) && isCapital(tagNameOf(child)) && !columnsOf(level);
}

function isCapital(name: string): boolean {
  return name >= "A" && name < "[";
}

function columnsOf(level: Level): boolean {
  level.hasColumns ??= hasColumns(level.element);
  return level.hasColumns;
}

/** Nodes checked to tell whether an element has columns: a longer one is a list, whose beginning is like the rest. */
const MOST_LOOKED_AT = 200;

/** Several elements and no text of its own. */
function hasColumns(element: Element): boolean {
  const first = firstElementOf(element);
  if (first === null || nextElementOf(first) === null) return false;
  let node = firstNodeOf(element);
  for (let at = 0; node !== null && at < MOST_LOOKED_AT; at += 1, node = nextNodeOf(node))
    if (nodeTypeOf(node) === 3 && nodeValueOf(node)?.trim() !== "") return false;
  return true;
}

/** The text beside a label: the next segment, when it is close in the tree, in the same row, and not a control. */
export function valueBeside(segments: readonly Segment[], index: number): Segment | null {
  const label = segments[index];
  const value = segments[index + 1];
  if (label === undefined || value === undefined || value.control) return null;
  if (closest(label.element, "thead") !== null) return null;
  const row = closest(label.element, "tr") as HTMLTableRowElement | null;
  if (row !== null && (!contains(row, value.element) || row.cells.length % 2 === 1 || closest(value.element, "th") !== null)) return null;
  let above: Element | null = label.element;
  for (let step = 0; step <= CLIMB && above !== null && above !== bodyOf(documentOf(label.element)); step++) {
    if (contains(above, value.element)) return value;
    above = parentElementOf(above);
  }
  return null;
}
