/** The titles that stand above a control: headings, legends, captions, panel titles, full rows of a table, bold lines. */
import {
  attributeOf,
  bodyOf,
  byId,
  childrenOf,
  classesOf,
  cloneOf,
  closest,
  contains,
  documentOf,
  firstElementOf,
  isConnected,
  localNameOf,
  matches,
  nextElementOf,
  nextNodeOf,
  nodeTypeOf,
  nodeValueOf,
  parentElementOf,
  previousNodeOf,
  query,
  queryAll,
  removeElement,
  rootOf,
  textOf,
} from "../page/dom.ts";
import { readable } from "./words.ts";

export interface Heading {
  readonly text: string;
  /** 1–6 for h1–h6; between and after them for what only looks like a title. */
  readonly level: number;
  readonly element: Element;
}

interface Held extends Heading {
  /** The smallest element that holds the title and a control after it: the title applies only there. */
  scope: Element | null;
}

const LONGEST = 160;
/** From this level on, only its look makes a text a title. */
const LOOKS = 6.5;
const CONTROLS = "input:not([type=hidden]), select, textarea";
const TITLE_CLASS =
  /(^|[-_ ])(titre|title|heading|legend|legende|entete|rubrique|soustitre|subtitle\d?|h[1-6]|section-?name|(group|section|form)-?caption|(panel|card|box|accordion)-?head(er|ing)|bloc-?titre)([-_ ]|$)/i;
/** A button that opens the part below it is that part's title. */
const ACCORDION = /accordion|expansion|collaps|disclosure/i;
const CHROME = "nav, footer, [role=navigation], [role=contentinfo], dialog:not([open])";

/** The titles so far, during one walk of the page in its order. */
export class HeadingTrail {
  readonly #held: Held[] = [];

  /**
   * To be called on each element before its children, but those without a mark whose name is no title's. True when it is a group that names
   * itself: it must be left later.
   */
  enter(element: Element, localName: string, classes: string): boolean {
    const role = attributeOf(element, "role");
    const heading = headingOf(element, localName, role, classes);
    if (heading !== null) this.#hold(heading, null);
    const name = groupNameOf(element, localName, role);
    if (name === null) return false;
    this.#hold({ text: name, level: 6.2, element }, element);
    return true;
  }

  leave(element: Element): void {
    for (let i = this.#held.length - 1; i >= 0; i--) {
      if (this.#held[i]?.scope === element && this.#held[i]?.element === element) this.#held.splice(i, 1);
    }
  }

  /** The titles that apply to the control, nearest first. */
  above(control: Element): Heading[] {
    const chain: Held[] = [];
    for (let i = this.#held.length - 1; i >= 0; i--) {
      const heading = this.#held[i];
      if (heading === undefined) continue;
      heading.scope ??= commonAncestor(heading.element, control);
      const { scope, level } = heading;
      // Most of them: of the part that a nearer title speaks of.
      if (chain.some((nearer) => nearer.level <= level && nearer.scope === scope)) continue;
      if (!holds(scope, control)) continue;
      const covered = chain.some((nearer) => nearer.level <= level && !strictlyHolds(scope, nearer.scope));
      if (!covered) chain.push(heading);
      if (chain.length >= 6) break;
    }
    return chain.map(({ text, level, element }) => ({ text, level, element }));
  }

  #hold(heading: Heading, scope: Element | null): void {
    this.#held.push({ ...heading, scope });
    if (this.#held.length > 150) this.#held.splice(0, 30);
  }
}

/** True for the few names that make a title of an element without any mark. */
export function isTitleName(localName: string): boolean {
  return TITLES.has(localName) || isBoldName(localName) || isNamedTitle(localName);
}

/** "mat-expansion-panel-header", "app-card-title": an element of the page's own. */
function isNamedTitle(localName: string): boolean {
  return localName.includes("-") && TITLE_CLASS.test(localName);
}

function isBoldName(localName: string): boolean {
  return localName === "strong" || localName === "b" || localName === "u";
}

/** True while the element is there and says the same title. */
export function stillSays({ element, text }: Heading): boolean {
  const [name, role] = [localNameOf(element), attributeOf(element, "role")];
  if (!isConnected(element)) return false;
  return headingOf(element, name, role, classesOf(element))?.text === text || groupNameOf(element, name, role) === text;
}

/** The element as a title, or `null`. Its name, role and classes are told: each walk of a page asks them of each element once. */
function headingOf(element: Element, localName: string, role: string | null, classes: string): Heading | null {
  const level = levelOf(element, localName, role, classes);
  if (level === null) return null;
  const text = readable(titleText(element));
  if (text.length < 2 || text.length > LONGEST) return null;
  if (level >= LOOKS && PROSE.test(text)) return null;
  if (closest(element, CHROME) !== null) return null;
  return { text, level, element };
}

const SMALL_PRINT = "[class*=hint], small, script, style, .fr-stepper__state";

/** The text of a title, without help in small print. */
export function titleText(element: Element): string {
  if (firstElementOf(element) === null || query(element, SMALL_PRINT) === null) return textOf(element);
  const copy = cloneOf(element);
  for (const small of queryAll(copy, SMALL_PRINT)) removeElement(small);
  return textOf(copy);
}

/** Elements that are titles by their name. */
const TITLES: ReadonlyMap<string, number> = new Map([
  ...[1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level] as const),
  ["legend", 6.3],
  ...["caption", "summary", "mat-panel-title", "mat-card-title"].map((name) => [name, 6.4] as const),
]);
/** Elements that are no title of others, whatever they look like. */
const NO_TITLES = new Set(["label", "option", "button", "a", "body"]);

function levelOf(element: Element, localName: string, role: string | null, classes: string): number | null {
  const level = TITLES.get(localName);
  if (level !== undefined) return level;
  if (role === "heading") return Number(attributeOf(element, "aria-level") ?? 6) || 6;
  if (localName === "button" && ACCORDION.test(classes)) return 6.6;
  if (NO_TITLES.has(localName)) return null;
  return isSectionRow(element, localName) ? 6.5 : levelByLook(element, localName, classes);
}

/** Two sentences, or one that goes on at length: it explains, and names nothing that stands under it. */
const PROSE = /\p{L}{3}\.\s+\p{Lu}|^(\S+\s+){9,}\S+\.$/u;

/** A short text without a control in it that a class or bold letters set apart. */
function levelByLook(element: Element, localName: string, classes: string): number | null {
  const isTitled = isNamedTitle(localName) || (TITLE_CLASS.test(classes) && !/label/i.test(classes));
  const isBold = isBoldName(localName);
  // Most bold words stand in a sentence: what is just beside them says so without the rest. Checks that walk the whole content come last.
  const isLine = isBold && !isInLine(element);
  if ((!isTitled && !isLine) || hasControls(element)) return null;
  const text = textOf(element);
  if (text.length > LONGEST || text.trim() === "") return null;
  if (isTitled && !isLabelCell(element)) return 6.6;
  return isLine && isAloneInBlock(element) ? 6.8 : null;
}

/** A row of a table, or its only cell, that spans the table and holds no control. */
function isSectionRow(element: Element, localName: string): boolean {
  if (localName !== "td" && localName !== "th") return false;
  const row = parentElementOf(element);
  if (row === null || localNameOf(row) !== "tr" || childrenOf(row).length !== 1 || hasControls(element)) return false;
  return Number(attributeOf(element, "colspan") ?? 1) > 1;
}

/** Elements whose only text a bold line may be. */
const BLOCKS = new Set(["p", "div", "section", "li", "fieldset", "form", "center", "font", "span"]);

function isInLine(element: Element): boolean {
  return isWritten(previousNodeOf(element)) || isWritten(nextNodeOf(element));
}

function isWritten(node: Node | null): boolean {
  return node !== null && nodeTypeOf(node) === Node.TEXT_NODE && /\S/.test(nodeValueOf(node) ?? "");
}

/** A bold line that is all of its paragraph, and no label of a control beside it. */
function isAloneInBlock(element: Element): boolean {
  const parent = parentElementOf(element);
  if (parent === null || !BLOCKS.has(localNameOf(parent))) return false;
  if (readable(textOf(parent)) !== readable(textOf(element)) || isLabelCell(parent)) return false;
  const next = nextElementOf(parent);
  return next === null || !isLoneControl(next);
}

function isLabelCell(element: Element): boolean {
  return closest(element, "td, th, dt, label") !== null;
}

function isLoneControl(element: Element): boolean {
  return matches(element, CONTROLS) || (queryAll(element, CONTROLS).length === 1 && readable(textOf(element)) === "");
}

function hasControls(element: Element): boolean {
  return query(element, CONTROLS) !== null;
}

/** Roles of groups. */
const GROUPS = new Set(["group", "region", "radiogroup", "tabpanel", "form"]);

/** A group that names itself by ARIA. A fieldset's legend speaks for itself. */
function groupNameOf(element: Element, localName: string, role: string | null): string | null {
  const isGroup = localName === "fieldset" || localName === "section" || (role !== null && GROUPS.has(role));
  if (!isGroup) return null;
  const named = attributeOf(element, "aria-labelledby");
  const titles = (named ?? "").split(/\s+/).filter((id) => id !== "");
  const byTitles = readable(titles.map((id) => textOf(byId(documentOf(element), id)) ?? "").join(" "));
  const text = byTitles === "" ? readable(attributeOf(element, "aria-label")) : byTitles;
  return text === "" || text.length > LONGEST ? null : text;
}

function commonAncestor(one: Element, other: Element): Element | null {
  for (let ancestor: Element | null = one; ancestor !== null; ancestor = parentAcross(ancestor)) {
    if (holds(ancestor, other)) return ancestor;
  }
  return bodyOf(documentOf(one));
}

/** True also when the element is in shadow roots inside. */
function holds(ancestor: Element | null, element: Element): boolean {
  if (ancestor === null) return false;
  for (let one: Element | null = element; one !== null; one = hostOf(one)) if (contains(ancestor, one)) return true;
  return false;
}

function strictlyHolds(outer: Element | null, inner: Element | null): boolean {
  return outer !== null && inner !== null && outer !== inner && holds(outer, inner);
}

function parentAcross(element: Element): Element | null {
  return parentElementOf(element) ?? hostOf(element);
}

function hostOf(element: Element): Element | null {
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : null;
}
