/** Every control of a document and of its open shadow roots, in the page's order, with the headings that stand above each. */

import type { ControlType } from "../domain/page-reading.ts";
import {
  bodyOf,
  childrenOf,
  DEEPEST,
  localNameOf,
  matches,
  nextElementOf,
  parentElementOf,
  previousElementOf,
  query,
  shadowOf,
  textOf,
} from "../page/dom.ts";
import { isNamedDropZone } from "../page/drop-zone.ts";
import { type Heading, HeadingTrail } from "./headings.ts";
import { readable } from "./words.ts";

export interface FoundControl {
  readonly element: Element;
  readonly type: ControlType;
  /** Nearest first. */
  readonly headings: readonly Heading[];
  /** Place in the page's order. */
  readonly order: number;
  /** Open shadow hosts that hold it, outermost first. */
  readonly hosts: readonly Element[];
}

const NO_CONTROL = new Set(["hidden", "submit", "button", "image", "reset"]);

/** Eight times the largest form known: what has more asks for no candidature, and reading it would keep the person waiting for seconds. */
export const MOST_CONTROLS = 1_000;

/** Lists the controls, one more than `MOST_CONTROLS` at most. Linear: one walk of the tree. */
export function controlsOf(document: Document): FoundControl[] {
  const found: FoundControl[] = [];
  const trail = new HeadingTrail();
  const zones: { readonly element: Element; readonly headings: readonly Heading[]; readonly hosts: readonly Element[] }[] = [];

  function visit(element: Element, hosts: readonly Element[], depth: number): void {
    if (depth > DEEPEST || found.length > MOST_CONTROLS) return;
    const type = typeOf(element);
    if (type !== null) {
      found.push({ element, type, headings: trail.above(element), order: found.length, hosts });
      return;
    }
    if (isLeaf(element)) return;
    if (isDropZone(element)) zones.push({ element, headings: trail.above(element), hosts });
    const opened = trail.enter(element);
    const shadow = shadowOf(element);
    if (shadow !== null) for (const child of shadow.children) visit(child, [...hosts, element], depth + 1);
    for (const child of childrenOf(element)) visit(child, hosts, depth + 1);
    if (opened) trail.leave(element);
  }

  const body = bodyOf(document);
  if (body !== null) visit(body, [], 0);
  for (const zone of zones) {
    if (holdsFileInput(zone.element)) continue;
    found.push({ ...zone, type: "dropZone", order: found.length });
  }
  return found;
}

/** What kind of control an element is; `null` for anything else. */
function typeOf(element: Element): ControlType | null {
  switch (localNameOf(element)) {
    case "select":
      return "select";
    case "textarea":
      return "textarea";
    case "input": {
      const { type } = element as HTMLInputElement;
      if (NO_CONTROL.has(type)) return null;
      return type === "radio" || type === "checkbox" || type === "file" ? type : "text";
    }
    default:
      return null;
  }
}

function isLeaf(element: Element): boolean {
  const localName = localNameOf(element);
  return localName === "script" || localName === "style" || localName === "template" || localName === "svg" || localName === "noscript";
}

function isDropZone(element: Element): boolean {
  if (!isNamedDropZone(element)) return false;
  const text = readable(textOf(element));
  return text.length < 300 && /\b(d[ée]pos|gliss|drop|drag)/i.test(text);
}

/** The zone's own input, in it or beside it: then the input is the slot. */
function holdsFileInput(element: Element): boolean {
  const beside = [previousElementOf(element), nextElementOf(element)];
  if (beside.some((one) => matches(one, "input[type=file]") === true)) return true;
  const parent = parentElementOf(element);
  const isOwn = parent !== null && childrenOf(parent).length <= 3 && /^(div|span|label)$/.test(localNameOf(parent));
  return query(element, "input[type=file]") !== null || (isOwn && query(parent, "input[type=file]") !== null);
}
