/** Whether a frame holds anything that the reader could read: checked in every frame of every portal, so it must cost next to nothing. */
import { attributeOf, closest, matches, query, queryAll, shadowOf } from "../page/dom.ts";
import { isNamedDropZone, LIKE_A_DROP_ZONE } from "../page/drop-zone.ts";

const CONTROLS =
  "input:not([type=hidden i], [type=submit i], [type=button i], [type=image i], [type=reset i], [type=search i], [type=password i]), select, textarea";
/** Whole names of the search box that every page of a portal has. */
const SEARCH = /^(q|s|query|search|recherche|rechercher|mots?[-_]?cles?|keywords?)$/i;
/** In a page without a visible control, this many elements are checked for an open shadow root. */
const MOST_HOSTS = 1_500;

/** True for a control that may ask for something of a candidature. */
export function isWorthReading(element: Element): boolean {
  return (
    matches(element, CONTROLS) &&
    attributeOf(element, "role") !== "searchbox" &&
    !SEARCH.test(attributeOf(element, "name") ?? "") &&
    closest(element, "[role=search], search") === null
  );
}

/** True when the document, or an open shadow root of it, holds such a control or a place where files are dropped. */
export function holdsControls(document: Document): boolean {
  return holds(document) || shadowsOf(document).some(holds);
}

function holds(root: Node): boolean {
  // Almost always, there is no control or the first one is worth reading.
  if (query(root, CONTROLS) !== null && some(queryAll(root, CONTROLS), isWorthReading)) return true;
  return some(queryAll(root, LIKE_A_DROP_ZONE), isNamedDropZone);
}

function shadowsOf(root: Node): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const elements = queryAll(root, "*");
  for (let at = 0; at < elements.length && at < MOST_HOSTS; at += 1) {
    const shadow = shadowOf(elements[at]);
    if (shadow != null) found.push(shadow, ...shadowsOf(shadow));
  }
  return found;
}

function some(elements: NodeListOf<Element>, isOne: (element: Element) => boolean): boolean {
  for (let at = 0; at < elements.length; at += 1) {
    const element = elements[at];
    if (element !== undefined && isOne(element)) return true;
  }
  return false;
}
