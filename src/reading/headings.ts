/** The titles that stand above a control: headings, legends, captions, panel titles, full rows of a table, bold lines. */
import { isConnected } from "../page/dom.ts";
import { readable } from "./words.ts";

export interface Heading {
  readonly text: string;
  /** 1–6 for h1–h6; between and after them for what only looks like a title. */
  readonly level: number;
  readonly element: Element;
}

interface Held extends Heading {
  /** The smallest element that holds the title and a control after it: the title speaks of that only. */
  scope: Element | null;
}

const LONGEST = 160;
const CONTROLS = "input:not([type=hidden]), select, textarea";
const TITLE_CLASS =
  /(^|[-_ ])(titre|title|heading|legend|legende|entete|rubrique|soustitre|subtitle|section-?name|panel-heading|card-header|bloc-?titre|box-?header)([-_ ]|$)/i;
const CHROME = "nav, footer, [role=navigation], [role=contentinfo], dialog:not([open])";

/** Kept along one walk of the page in its order. */
export class HeadingTrail {
  readonly #held: Held[] = [];

  /** To be called on each element before its children. True when it is a group that names itself, to be left later. */
  enter(element: Element): boolean {
    const heading = headingOf(element);
    if (heading !== null) this.#hold(heading, null);
    const name = groupNameOf(element);
    if (name === null) return false;
    this.#hold({ text: name, level: 6.2, element }, element);
    return true;
  }

  leave(element: Element): void {
    for (let i = this.#held.length - 1; i >= 0; i--) {
      if (this.#held[i]?.scope === element && this.#held[i]?.element === element) this.#held.splice(i, 1);
    }
  }

  /** The titles that speak of the control, nearest first. */
  above(control: Element): Heading[] {
    const chain: Held[] = [];
    for (let i = this.#held.length - 1; i >= 0; i--) {
      const heading = this.#held[i];
      if (heading === undefined) continue;
      heading.scope ??= commonAncestor(heading.element, control);
      if (!contains(heading.scope, control)) continue;
      const covered = chain.some((nearer) => nearer.level <= heading.level && !strictlyHolds(heading.scope, nearer.scope));
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

/** True while the element is there and says the same title. */
export function stillSays({ element, text }: Heading): boolean {
  return isConnected(element) && (headingOf(element)?.text === text || groupNameOf(element) === text);
}

/** The element as a title, or `null`. */
function headingOf(element: Element): Heading | null {
  const level = levelOf(element);
  if (level === null) return null;
  const text = readable(titleText(element));
  if (text.length < 2 || text.length > LONGEST) return null;
  if (element.closest(CHROME) !== null) return null;
  return { text, level, element };
}

/** What a title says, a control in it apart ("Pays <select>" is no title) and help in small print left out. */
function titleText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const small of copy.querySelectorAll("[class*=hint], small, script, style, .fr-stepper__state")) small.remove();
  return copy.textContent ?? "";
}

/** Elements that are titles by their name. */
const TITLES: ReadonlyMap<string, number> = new Map([
  ...[1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level] as const),
  ["legend", 6.3],
  ...["caption", "summary", "mat-panel-title", "mat-card-title"].map((name) => [name, 6.4] as const),
]);
/** Elements that are no title of others, whatever they look like. */
const NO_TITLES = new Set(["label", "option", "button", "a", "body"]);

function levelOf(element: Element): number | null {
  const { localName } = element;
  const level = TITLES.get(localName);
  if (level !== undefined) return level;
  if (element.getAttribute("role") === "heading") return Number(element.getAttribute("aria-level") ?? 6) || 6;
  if (NO_TITLES.has(localName)) return null;
  return isSectionRow(element) ? 6.5 : levelByLook(element);
}

/** A short text without a control in it that a class or bold letters set apart. */
function levelByLook(element: Element): number | null {
  const { localName, className } = element;
  if (hasControls(element)) return null;
  const text = element.textContent ?? "";
  if (text.length > LONGEST || text.trim() === "") return null;
  if (TITLE_CLASS.test(className) && !isLabelCell(element) && !/label/i.test(className)) return 6.6;
  const isBold = localName === "strong" || localName === "b" || localName === "u";
  return isBold && isAloneInBlock(element) ? 6.8 : null;
}

/** A row of a table, or its only cell, that spans the table and holds no control. */
function isSectionRow(element: Element): boolean {
  if (element.localName !== "td" && element.localName !== "th") return false;
  const row = element.parentElement;
  if (row?.localName !== "tr" || row.children.length !== 1 || hasControls(element)) return false;
  return Number(element.getAttribute("colspan") ?? 1) > 1;
}

/** A bold line that is all of its paragraph, and no label of a control beside it. */
function isAloneInBlock(element: Element): boolean {
  const parent = element.parentElement;
  if (parent === null || !/^(p|div|section|li|fieldset|form|center|font|span)$/.test(parent.localName)) return false;
  if (readable(parent.textContent) !== readable(element.textContent) || isLabelCell(parent)) return false;
  const next = parent.nextElementSibling;
  return next === null || !isLoneControl(next);
}

function isLabelCell(element: Element): boolean {
  return element.closest("td, th, dt, label") !== null;
}

function isLoneControl(element: Element): boolean {
  return element.matches(CONTROLS) || (element.querySelectorAll(CONTROLS).length === 1 && readable(element.textContent) === "");
}

function hasControls(element: Element): boolean {
  return element.querySelector(CONTROLS) !== null;
}

/** A group that names itself by ARIA. A fieldset's legend speaks for itself. */
function groupNameOf(element: Element): string | null {
  const isGroup =
    /^(fieldset|section)$/.test(element.localName) || /^(group|region|radiogroup|tabpanel|form)$/.test(element.getAttribute("role") ?? "");
  if (!isGroup) return null;
  const named = element.getAttribute("aria-labelledby");
  const byId =
    named === null
      ? ""
      : readable(
          named
            .split(/\s+/)
            .map((id) => element.ownerDocument.getElementById(id)?.textContent ?? "")
            .join(" "),
        );
  const text = byId === "" ? readable(element.getAttribute("aria-label")) : byId;
  return text === "" || text.length > LONGEST ? null : text;
}

function commonAncestor(one: Element, other: Element): Element {
  for (let ancestor: Element | null = one; ancestor !== null; ancestor = parentAcross(ancestor)) {
    if (contains(ancestor, other)) return ancestor;
  }
  return one.ownerDocument.body;
}

function contains(ancestor: Element | null, element: Element): boolean {
  for (let one: Element | null = element; one !== null; one = hostOf(one)) if (ancestor?.contains(one)) return true;
  return false;
}

function strictlyHolds(outer: Element | null, inner: Element | null): boolean {
  return outer !== null && inner !== null && outer !== inner && contains(outer, inner);
}

function parentAcross(element: Element): Element | null {
  return element.parentElement ?? hostOf(element);
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
