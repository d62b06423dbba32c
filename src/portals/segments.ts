/** A page as the run of texts a person reads, and the values that stand beside labels. */

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
  const walk = (element: Element) => {
    const columns =
      element.children.length > 1 && [...element.childNodes].every((node) => node.nodeType !== 3 || !node.textContent?.trim());
    for (const node of element.childNodes) {
      if (node.nodeType === 3) run += node.textContent;
      if (node.nodeType !== 1) continue;
      const child = node as Element;
      if (child.matches(CONTROLS)) {
        cut(element);
        segments.push({ text: "", element: child, control: true });
        continue;
      }
      if (child.matches(leftOut)) continue;
      const inline = INLINE.has(child.tagName) && !columns;
      if (!inline) cut(element);
      walk(child);
      if (!inline) cut(child);
    }
  };
  walk(page.body);
  cut(page.body);
  return segments;
}

/** The text beside a label: the next segment, when it hangs near by, in the same row, and is no control. */
export function valueBeside(segments: readonly Segment[], index: number): Segment | null {
  const label = segments[index];
  const value = segments[index + 1];
  if (label === undefined || value === undefined || value.control) return null;
  if (label.element.closest("thead") !== null) return null;
  const row = label.element.closest("tr");
  if (row !== null && (!row.contains(value.element) || row.cells.length % 2 === 1 || value.element.closest("th") !== null)) return null;
  let above: Element | null = label.element;
  for (let step = 0; step <= CLIMB && above !== null && above !== label.element.ownerDocument.body; step++) {
    if (above.contains(value.element)) return value;
    above = above.parentElement;
  }
  return null;
}
