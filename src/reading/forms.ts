/** What a form is for, by its marks and its buttons: searching, subscribing to a newsletter, or anything else. */

import type { FormEvidence } from "../domain/evidence.ts";
import { isSameSite } from "../domain/hosts.ts";
import { present } from "../domain/present.ts";
import { MOST_LISTED } from "../domain/question.ts";
import {
  attributeOf,
  baseOf,
  classesOf,
  closest,
  controlsOfForm,
  documentOf,
  idOf,
  matches,
  methodOfForm,
  queryAll,
  textOf,
  viewOf,
} from "../page/dom.ts";
import type { Steps } from "../page/slices.ts";
import type { Around } from "./around.ts";
import { bounded } from "./texts.ts";
import { readable, wordsOf } from "./words.ts";

const SUBSCRIBES =
  /\b(s abonner|abonnez vous|m abonner|subscribe|newsletter|lettre d information|la lettre (de|du) (la |l )?(ville|commune|mairie|departement|region|agglomeration|metropole|syndicat|pays))\b/;
const SEARCH =
  /\b(recherche|rechercher|search|mots? cles?|keywords?|filtr(e|es|er)|filter|afficher (les|la liste|tou(s|tes))|voir les resultats|lister|show results)\b/;

/** As work that may pause after each walk of the whole form. */
export function* formEvidence(form: HTMLFormElement): Steps<FormEvidence> {
  const elements = [...controlsOfForm(form)];
  yield;
  const pushed = [...queryAll(form, "button, input[type=submit], input[type=button], input[type=image]")];
  yield;
  const said = pushed.filter((button) => matches(button, SENDS)).map(saidBy);
  return {
    searches: isSearchForm(form, elements, said),
    subscribes: subscribes(form, elements, said),
    texts: elements.filter((one) => one instanceof HTMLInputElement && /^(text|email|tel)$/.test(one.type)).length,
    buttons: pushed
      .filter((button) => !matches(button, "input[type=image]"))
      .slice(0, MOST_LISTED)
      .map((button) => bounded(readable(button instanceof HTMLInputElement ? button.value : textOf(button)))),
    action: bounded(attributeOf(form, "action") ?? ""),
    ...present({ sendsTo: otherSiteOf(form, elements) }),
  };
}

/** The host of another site that the form sends to, itself or by one of its buttons. */
function otherSiteOf(form: HTMLFormElement, elements: readonly Element[]): string | undefined {
  const hostname = ownHostOf(form);
  // A saved or local page sends its form where the original did.
  if (hostname === "" || /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname)) return undefined;
  const buttons = elements.flatMap((one) => attributeOf(one, "formaction") ?? []);
  for (const address of [attributeOf(form, "action") ?? "", ...buttons]) {
    if (!URL.canParse(address, baseOf(form))) continue;
    const to = new URL(address, baseOf(form));
    if (/^https?:$/.test(to.protocol) && to.hostname !== hostname && !isSameSite(to.hostname, hostname)) return to.hostname;
  }
  return undefined;
}

/** The host of the page; without an address of its own, that of the page that made it. */
function ownHostOf(form: HTMLFormElement): string {
  const hostname = viewOf(documentOf(form))?.location.hostname ?? "";
  if (hostname !== "") return hostname;
  return URL.canParse(baseOf(form)) ? new URL(baseOf(form)).hostname : "";
}

/** A search box, or a control among filters that have a button to search. A form that searches says so itself. */
export function inSearch(element: Element, around: Around): boolean {
  if ((element as HTMLInputElement).type === "search" || attributeOf(element, "role") === "searchbox") return true;
  if (around.nearest(element, "[role=search], search") !== null) return true;
  // In the head of a column, what filters its rows.
  const head = closest(element, "th, [role=columnheader]");
  if (head !== null && closest(element, "[class*=filter i], [class*=filtre i]") !== null) return true;
  if ((element as HTMLInputElement).form != null) return false;
  const filters = around.nearest(element, "[class*=search i], [class*=recherche i], [class*=filter i], [class*=filtre i]");
  return filters !== null && queryAll(filters, "input, select").length >= 3 && buttonsOf(filters).some((text) => SEARCH.test(text));
}

/** Characters of a small form's text that say what it is for. */
const SHORT = 200;

/** True for a box or two at the foot of a page that subscribe to its newsletter. */
function subscribes(form: HTMLFormElement, elements: readonly Element[], said: readonly string[]): boolean {
  let boxes = 0;
  for (const one of elements) {
    boxes += Number(matches(one, "input:not([type=hidden], [type=submit], [type=button], [type=checkbox])"));
    if (boxes > 2) return false;
  }
  return SUBSCRIBES.test(wordsOf(`${idOf(form)} ${classesOf(form)} ${(textOf(form) ?? "").slice(0, SHORT)} ${said.join(" ")}`).join(" "));
}

/** Buttons that send their form. */
const SENDS = "button:not([type=button]), input[type=submit], input[type=image]";

function buttonsOf(container: Element): string[] {
  return [...queryAll(container, SENDS)].map(saidBy);
}

function saidBy(button: Element): string {
  return wordsOf(button instanceof HTMLInputElement ? `${button.value} ${button.alt}` : textOf(button)).join(" ");
}

/** A form sent by GET, or whose only button says that it searches. */
function isSearchForm(form: HTMLFormElement, elements: readonly Element[], said: readonly string[]): boolean {
  if (attributeOf(form, "role") === "search") return true;
  // What the form tells its server beside the words: "mode=search".
  if (
    elements.some((one) => one instanceof HTMLInputElement && one.type === "hidden" && /^(search|recherche|rechercher)$/i.test(one.value))
  )
    return true;
  const searches = said.filter((text) => SEARCH.test(text)).length;
  if (said.length > 0 && searches === said.length) return true;
  const marks = wordsOf(
    `${idOf(form)} ${classesOf(form)} ${attributeOf(form, "action") ?? ""} ${attributeOf(form, "name") ?? ""}`.replace(/[_-]/g, " "),
  ).join(" ");
  return methodOfForm(form) === "get" && attributeOf(form, "method") !== null && SEARCH.test(`${marks} ${said.join(" ")}`);
}
