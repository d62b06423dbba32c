/** Every control of a document and of its open shadow roots, in the page's order, with the headings that stand above each. */

import type { ControlType } from "../domain/page-reading.ts";
import {
  bodyOf,
  childrenOf,
  classesOf,
  DEEPEST,
  firstElementOf,
  hasAttributes,
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
import type { Steps } from "../page/slices.ts";
import { type Heading, HeadingTrail, isTitleName } from "./headings.ts";
import { CONTROLS } from "./texts.ts";
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

/** Eight times the largest known form. A page with more controls is no candidature, and reading it would take seconds. */
export const MOST_CONTROLS = 1_000;
/** Elements between two places where the walk may wait. */
const STRIDE = 64;

/** What a page holds, and whether some of it is beyond reading. */
export interface Inventory {
  /** One more than `MOST_CONTROLS` at most. */
  readonly found: readonly FoundControl[];
  /** True when there are controls deeper than the walk goes. */
  readonly goesDeeper: boolean;
  /** True when some of it stands in open shadow roots. */
  readonly hasShadows: boolean;
  /** What has no shadow root and may be given one, which changes nothing else of the page. */
  readonly mayHost: readonly Element[];
}

/** An element, or an open shadow root, whose children are being walked. */
interface Level {
  readonly element: Element | null;
  readonly hosts: readonly Element[];
  readonly depth: number;
  next: Element | null;
}

/** Lists the controls. Linear: one walk of the tree. */
export function* inventoryOf(document: Document): Steps<Inventory> {
  const walk = new Walk();
  const body = bodyOf(document);
  if (body !== null) walk.visit(body, [], 0);
  for (let visited = 0; walk.found.length <= MOST_CONTROLS && walk.goOn(); visited += 1) if (visited % STRIDE === 0) yield;
  for (const zone of walk.zones) {
    if (holdsFileInput(zone.element)) continue;
    walk.found.push({ ...zone, type: "dropZone", order: walk.found.length });
  }
  return walk;
}

class Walk implements Inventory {
  readonly found: FoundControl[] = [];
  readonly zones: Pick<FoundControl, "element" | "headings" | "hosts">[] = [];
  readonly #trail = new HeadingTrail();
  readonly #levels: Level[] = [];
  readonly mayHost: Element[] = [];
  hasShadows = false;
  goesDeeper = false;

  /** One step on; false when there is nothing left. */
  goOn(): boolean {
    const level = this.#levels.at(-1);
    if (level === undefined) return false;
    const { next } = level;
    if (next === null) {
      this.#levels.pop();
      if (level.element !== null) this.#trail.leave(level.element);
      return true;
    }
    level.next = nextElementOf(next);
    this.visit(next, level.hosts, level.depth + 1);
    return true;
  }

  visit(element: Element, hosts: readonly Element[], depth: number): void {
    if (depth > DEEPEST) {
      this.goesDeeper ||= typeOf(element, localNameOf(element)) !== null || query(element, CONTROLS) !== null;
      return;
    }
    // Each question costs as much as the next element: none is asked twice.
    const name = localNameOf(element);
    const isMarked = hasAttributes(element);
    const type = typeOf(element, name);
    if (type !== null) {
      this.found.push({ element, type, headings: this.#trail.above(element), order: this.found.length, hosts });
      return;
    }
    if (LEAVES.has(name)) return;
    const classes = isMarked ? classesOf(element) : "";
    if (isMarked && isDropZone(element, name, classes)) this.zones.push({ element, headings: this.#trail.above(element), hosts });
    const opened = isMarked || isTitleName(name) ? this.#trail.enter(element, name, classes) : false;
    const next = firstElementOf(element);
    if (opened || next !== null) this.#levels.push({ element: opened ? element : null, hosts, depth, next });
    if (!HOSTS.has(name) && !name.includes("-")) return;
    const shadow = shadowOf(element);
    if (shadow === null) {
      this.mayHost.push(element);
      return;
    }
    this.hasShadows = true;
    // Before the element's own children.
    this.#levels.push({ element: null, hosts: [...hosts, element], depth, next: shadow.firstElementChild });
  }
}

/** What kind of control an element is; `null` for anything else. */
export function typeOf(element: Element, localName: string): ControlType | null {
  switch (localName) {
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

/** Whether one of these elements was given a shadow root since they were listed. */
export function* isOneOpened({ mayHost }: Inventory): Steps<boolean> {
  for (const [at, element] of mayHost.entries()) {
    if (shadowOf(element) !== null) return true;
    if (at % HOST_STRIDE === 0) yield;
  }
  return false;
}

const HOST_STRIDE = 1_024;

/** Elements that may have a shadow root, besides those that a page names itself. Source: DOM standard, valid shadow host name. */
const HOSTS = new Set("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "));

/** Elements in which there is nothing to read. */
const LEAVES = new Set(["script", "style", "template", "svg", "noscript"]);

function isDropZone(element: Element, localName: string, classes: string): boolean {
  if (!isNamedDropZone(element, localName, classes)) return false;
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
