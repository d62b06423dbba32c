/** A page as the run of texts a person reads, and the values that stand beside labels. */
import {
  bodyOf,
  childNodesOf,
  childrenOf,
  closest,
  contains,
  DEEPEST,
  documentOf,
  matches,
  nodeTypeOf,
  parentElementOf,
  tagNameOf,
  textOf,
} from "../page/dom.ts";

export interface Segment {
  readonly text: string;
  readonly element: Element;
  /** A form control: what it holds is typed by somebody, so it tells nothing of the consultation. */
  readonly control: boolean;
}

const LEFT_OUT = "script, style, noscript, template, option, button, nav, aside, footer, del, s, strike, title, head, [hidden]";
const CONTROLS = "input, select, textarea";
const INLINE = new Set(["SPAN", "A", "EM", "I", "SUP", "SUB", "SMALL", "ABBR", "TIME", "FONT", "U", "MARK", "STRONG", "B"]);
/** How far above a label its value may hang. */
const CLIMB = 3;

/** What says nothing to a person, wherever it stands. */
const NEVER_READ = "script, style, noscript, template, option, [hidden]";

/** Texts in reading order, cut where blocks, cells, labels and line breaks cut them. */
export function segmentsOf(page: Document): Segment[] {
  return segmentsBut(page, LEFT_OUT);
}

/** With the menus, the notes and the foot of the page: where a portal says once what holds for all its pages. */
export function everySegmentOf(page: Document): Segment[] {
  return segmentsBut(page, NEVER_READ);
}

function segmentsBut(page: Document, leftOut: string): Segment[] {
  const segments: Segment[] = [];
  let run = "";
  const cut = (element: Element) => {
    const text = run.replace(/\s+/g, " ").trim();
    if (text !== "") segments.push({ text, element, control: false });
    run = "";
  };
  const walk = (element: Element, depth: number) => {
    if (depth > DEEPEST) return;
    const columns =
      childrenOf(element).length > 1 && [...childNodesOf(element)].every((node) => nodeTypeOf(node) !== 3 || !textOf(node).trim());
    for (const node of childNodesOf(element)) {
      if (nodeTypeOf(node) === 3) run += textOf(node);
      if (nodeTypeOf(node) !== 1) continue;
      const child = node as Element;
      if (matches(child, CONTROLS)) {
        cut(element);
        segments.push({ text: "", element: child, control: true });
        continue;
      }
      if (matches(child, leftOut)) continue;
      const inline = INLINE.has(tagNameOf(child)) && !columns;
      if (!inline) cut(element);
      walk(child, depth + 1);
      if (!inline) cut(child);
    }
  };
  const body = bodyOf(page);
  if (body === null) return segments;
  walk(body, 0);
  cut(body);
  return segments;
}

/** The text beside a label: the next segment, when it hangs near by, in the same row, and is no control. */
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
