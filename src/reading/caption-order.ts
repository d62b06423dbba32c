/** Whether a form writes its captions after its boxes. A caption taken for that of the next box would shift every value by one. */
import {
  bodyOf,
  closest,
  DEEPEST,
  documentOf,
  firstNodeOf,
  localNameOf,
  matches,
  nextNodeOf,
  nodeTypeOf,
  nodeValueOf,
} from "../page/dom.ts";
import { typeOf } from "./controls.ts";
import { isBlockName, isSilent, meaningful, TITLE } from "./texts.ts";
import { readable } from "./words.ts";

/** What a form's order says of a box: its caption; `null` when nobody knows which text is its own; absent when the usual order holds. */
type Captions = ReadonlyMap<Element, string | null>;

/** Nodes of a form; beyond, it is read in the usual order: this is done in one piece. */
const MOST_NODES = 450;

/** The orders of one reading: each form is gone through once. */
export type CaptionOrders = Map<Element | null, Captions>;

export function captionOf(element: Element, orders: CaptionOrders): string | null | undefined {
  const form = closest(element, "form") ?? bodyOf(documentOf(element));
  const known = orders.get(form) ?? captionsIn(form);
  orders.set(form, known);
  return known.get(element);
}

/** Signs of a form's content: a box, a text, the end of a line, what ends a block (a title, a button to tick). */
type Sign = "C" | "T" | "|" | "X";

const BLOCK = /(?<![^X])\|*(C\|*T\|*)+(?![^X])/g;
const LINE = /(?<![^|X])(CT)+(?![^|X])/g;
/** Texts before their boxes, on one line or above. */
const BEFORE = /(?<![^|X])((TC)+|T\|+C)(?![^|X])/;

function captionsIn(form: Element | null): Captions {
  const { signs, of } = contentOf(form);
  const order = signs.replace(/[^|X]*X[^|]*/g, (line) => "X".repeat(line.length));
  const captions = (runs: readonly RegExpExecArray[], isKnown: boolean) =>
    new Map(
      runs
        .flatMap(({ 0: run, index }) => [...run].flatMap((sign, at) => (sign === "C" ? index + at : [])))
        .map((at) => [of[at] as Element, isKnown ? (of[order.indexOf("T", at)] as string) : null]),
    );
  const lines = [...order.matchAll(LINE)];
  const after = captions([...order.matchAll(BLOCK), ...lines], true);
  // In both orders, or in too few boxes, nothing tells whose a text between two boxes is.
  return after.size < 3 || BEFORE.test(order.replace(BLOCK, "X"))
    ? captions(
        lines.filter(([line]) => line.length > 2),
        false,
      )
    : after;
}

/** What a form holds, each with its sign. */
function contentOf(form: Element | null): { readonly signs: string; readonly of: readonly (Element | string)[] } {
  const of: (Element | string)[] = [];
  let signs = "";
  let seen = 0;
  const add = (sign: Sign, what: Element | string = "") => {
    if (sign === "T" && signs.endsWith("T")) what = `${of.pop()} ${what}`;
    else signs += sign;
    of.push(what);
  };
  const visit = (node: Node, depth: number): void => {
    seen += 1;
    const kind = nodeTypeOf(node);
    if (kind === Node.TEXT_NODE) {
      const text = readable(nodeValueOf(node));
      if (meaningful(text)) add("T", text);
    }
    if (kind !== Node.ELEMENT_NODE || depth > DEEPEST) return;
    const element = node as Element;
    const name = localNameOf(element);
    const type = typeOf(element, name);
    if (type !== null) add(type === "radio" || type === "checkbox" ? "X" : "C", element);
    if (isSilent(element, name)) return;
    const isApart = (name !== "label" && isBlockName(name)) || name.includes("-");
    if (isApart) add("|");
    if (matches(element, TITLE)) add("X");
    else for (let child = firstNodeOf(node); child !== null && seen <= MOST_NODES; child = nextNodeOf(child)) visit(child, depth + 1);
    if (isApart) add("|");
  };
  if (form !== null) visit(form, 0);
  return { signs: seen > MOST_NODES ? "" : signs, of };
}
