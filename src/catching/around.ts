/** What is written on an element and around it: its line of a list or table, the term before it, the heading above it. */
import {
  attributeOf,
  byId,
  childNodesOf,
  closest,
  DEEPEST,
  drawnParentOf,
  localNameOf,
  matches,
  nodeTypeOf,
  nodeValueOf,
  previousElementOf,
  query,
  queryAll,
  rootOf,
} from "../page/dom.ts";

const MOST_LETTERS = 110;
export const clean = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, MOST_LETTERS);

/** Elements inside a word; any other parts two words, as it does on the screen. */
const INSIDE_A_WORD: ReadonlySet<string> = new Set(["b", "i", "em", "strong", "sup", "sub", "mark", "font", "u", "wbr"]);
const UNREAD: ReadonlySet<string> = new Set(["script", "style", "template", "noscript"]);
/** What leads somewhere. */
const GESTURES = "a, button, [role=button], [role=link], input, select";

/** The text in a node, its parts apart. @param isLeftOut elements whose text is not taken */
function textIn(node: Node, isLeftOut: (element: Element) => boolean = () => false, depth = 0): string {
  if (nodeTypeOf(node) === Node.TEXT_NODE) return nodeValueOf(node) ?? "";
  if (depth > DEEPEST) return "";
  if (nodeTypeOf(node) === Node.ELEMENT_NODE && (UNREAD.has(localNameOf(node as Element)) || isLeftOut(node as Element))) return " ";
  const inside = [...childNodesOf(node)].map((child) => textIn(child, isLeftOut, depth + 1)).join("");
  return INSIDE_A_WORD.has(localNameOf(node as Element)) ? inside : ` ${inside} `;
}

export function labelOf(element: Element): string {
  const inside = query(element, "img[alt], svg title");
  const value = matches(element, "input") ? (attributeOf(element, "value") ?? attributeOf(element, "alt")) : textIn(element);
  const said = [
    namedBy(element),
    attributeOf(element, "aria-label"),
    value,
    attributeOf(element, "title"),
    inside === null ? "" : (attributeOf(inside, "alt") ?? textIn(inside)),
  ];
  return said.map((one) => clean(one ?? "")).find((one) => one !== "") ?? "";
}

/** The parts of the page that name it. */
function namedBy(element: Element): string {
  const ids = (attributeOf(element, "aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  return ids
    .map((id) => byId(rootOf(element), id))
    .map((one) => (one === null ? "" : textIn(one)))
    .join(" ");
}

const LINES = "tr, li, [role=row], [role=listitem], dd, article, fieldset";
const hasWords = (text: string) => /\p{L}{2}/u.test(text);

/** The other text in its line of a list or table, without that of other gestures unless it is all that there is. */
export function besideOf(element: Element): string {
  const line = closest(element, LINES);
  const texts = line === null ? [] : [termOf(line), besidesGestures(line), besidesItself(line, element)].map(clean);
  return texts.find(hasWords) ?? texts.find((text) => text !== "") ?? "";
}

const besidesGestures = (line: Element) => textIn(line, (one) => one !== line && matches(one, GESTURES));
const besidesItself = (line: Element, element: Element) => textIn(line, (one) => one === element);

/** « dt » of a « dd ». */
function termOf(line: Element): string {
  if (localNameOf(line) !== "dd") return "";
  let term = previousElementOf(line);
  while (term !== null && localNameOf(term) === "dd") term = previousElementOf(term);
  return term !== null && localNameOf(term) === "dt" ? textIn(term) : "";
}

const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading], legend, caption, summary";
/** Above it, other parts of the page begin. */
const CLIMBED = 8;

/**
 * The heading that it stands under: the last one before the element, in the nearest part of the page that has one. A year alone stands
 * under another.
 */
export function headingOf(element: Element): string {
  let part = drawnParentOf(element);
  let year = "";
  for (let climbed = 0; part !== null && climbed < CLIMBED; climbed += 1) {
    const before = [...queryAll(part, HEADINGS)].filter((one) => isBefore(one, element)).map((one) => clean(textIn(one)));
    const last = before.findLast(hasWords);
    if (last !== undefined) return clean(`${last} ${year}`);
    if (year === "") year = before.at(-1) ?? "";
    part = drawnParentOf(part);
  }
  return year;
}

function isBefore(one: Node, other: Node): boolean {
  return (Node.prototype.compareDocumentPosition.call(one, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
