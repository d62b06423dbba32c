/** What is written on an element about its own gesture: what it runs, how its page sends it, whether a person can press it. */
import { attributeOf, closest, hasAttributes, matches } from "../page/dom.ts";

const namesOf = (element: Element): string[] => (hasAttributes(element) ? Element.prototype.getAttributeNames.call(element) : []);

export function dataOf(element: Element): readonly (readonly [string, string])[] {
  return namesOf(element).flatMap((name) => (name.startsWith("data-") ? [[name.slice(5), attributeOf(element, name) ?? ""] as const] : []));
}

/** What the browser runs when it is pressed. */
export function runBy(element: Element): string {
  const href = attributeOf(element, "href") ?? "";
  return `${/^\s*javascript:/i.test(href) ? href : ""} ${attributeOf(element, "onclick") ?? ""}`.trim();
}

/** Attributes in which frameworks have programs written, and names that styles and data give to what is done. */
const OF_PROGRAMS = /^(?:on|data-|class$|ng-|\(|@|v-on:|x-on:|wire:|hx-|up-)/;

/** All that is written about what it does, names and values. */
export function writtenToRun(element: Element): string {
  const others = namesOf(element).filter((name) => OF_PROGRAMS.test(name));
  return [runBy(element), ...others.flatMap((name) => [name, attributeOf(element, name) ?? ""])].join(" ");
}

/** True where the person is asked first whether to do it: it has effects. */
export const asksFirst = (element: Element) =>
  /\bconfirm\s*\(/.test(runBy(element)) || matches(element, "[data-confirm], [data-turbo-confirm], [hx-confirm]");

/** Ways that a page's program sends a link or button, other than those of the browser. */
const METHODS = ["data-method", "data-turbo-method", "data-ajax-method", "up-method"];

/** How the page's program sends it when the browser's own way is not the one; `removes`: with effects that its words may not tell. */
export function sentByProgram(element: Element): "removes" | "asks" | null {
  if (matches(element, "[hx-delete], [hx-put], [hx-patch], [data-hx-delete], [data-hx-put], [data-hx-patch]")) return "removes";
  const method = METHODS.map((name) => attributeOf(element, name) ?? "").find((one) => one !== "") ?? "get";
  if (!/^(?:get|post)$/i.test(method)) return "removes";
  return method.toLowerCase() === "post" || matches(element, "[hx-post], [data-hx-post]") ? "asks" : null;
}

const OF_MENUS = "[role=tab], [role=menuitem], [aria-haspopup], [aria-expanded], summary, select, [contenteditable]";

/** True for what a person sees and can press, and that unfolds nothing. */
export function isPressable(element: Element): boolean {
  if (matches(element, `:disabled, [aria-disabled=true], ${OF_MENUS}`) || closest(element, "[aria-hidden=true]") !== null) return false;
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
}
