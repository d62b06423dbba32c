/** What is never written, whatever it asks: passwords, captchas, searches, oaths, what nobody sees. */

import type { ControlReading } from "../domain/page-reading.ts";
import { isSeenSlot, isVisibleOrLabelled } from "../page/visible.ts";
import type { Guess } from "./guess.ts";
import { wordsOf } from "./words.ts";

type Leave = NonNullable<ControlReading["leave"]>;

const CAPTCHA =
  /captcha|recaptcha|anti ?(spam|robot|bot)|turing|(code|texte|caracteres) (de l image|affiche|ci dessus|ci contre)|combien font|je ne suis pas un robot|security code/;
/** A trap for robots says so, or is named as what nobody asks. */
const TRAP =
  /laissez (ce champ )?(vide|libre)|laisser (ce champ )?(vide|libre)|ne (pas|rien) (remplir|renseigner|saisir|ecrire)|ne (remplissez|renseignez) (pas|rien)|leave (this )?(field )?(blank|empty)|do not fill|honeypot|hp field|h ?p ?o ?t|pot de miel|si vous etes (un )?humain|si vous etes un robot/;
const SWORN =
  /\b(sur l honneur|j atteste|atteste|attestons|je certifie|certifie|certifions|je declare|declare|declarons|je jure|sworn|hereby (declare|certify)|i (declare|certify|confirm that))\b/;
const SUBSCRIBES = /\b(s abonner|abonnez vous|m abonner|subscribe|newsletter|lettre d information)\b/;
const SEARCH = /\b(recherche|rechercher|search|mots? cles?|keywords?|filtr(e|es|er)|filter)\b/;

/** What was found of each form in one reading of the page: whether it searches or subscribes. */
export type FormsSeen = Map<HTMLFormElement, boolean>;

/** Why the control is left alone; `undefined` when it is not. */
export function leaveOf(guess: Guess, seen: FormsSeen): Leave | undefined {
  const { element, type } = guess.control;
  const input = element as HTMLInputElement;
  const texts = wordsOf([guess.label, ...guess.labels.map(({ text, hint }) => `${text} ${hint}`)].join(" ")).join(" ");
  const names = wordsOf(
    `${element.id} ${element.getAttribute("name") ?? ""} ${element.className} ${element.parentElement?.className ?? ""}`.replace(
      /[_-]/g,
      " ",
    ),
  ).join(" ");
  if (input.type === "password") return "password";
  if (CAPTCHA.test(`${texts} ${names}`)) return "captcha";
  if ((type === "checkbox" || type === "radio") && SWORN.test(texts)) return "sworn";
  if (TRAP.test(`${texts} ${names}`)) return "hidden";
  if (isSearch(element, texts, seen)) return "search";
  if (!(type === "file" || type === "dropZone" ? isSeenSlot(element) : isVisibleOrLabelled(element))) return "hidden";
  if (element.matches(":disabled, [aria-disabled=true]")) return "disabled";
  if (element.matches("[readonly], [aria-readonly=true]")) return "readOnly";
  return undefined;
}

/** A search box, or a control of a form that searches. */
function isSearch(element: Element, texts: string, seen: FormsSeen): boolean {
  if ((element as HTMLInputElement).type === "search" || element.getAttribute("role") === "searchbox") return true;
  if (element.closest("[role=search], search") !== null) return true;
  if (/^(rechercher?|recherche rapide|search)\b/.test(texts)) return true;
  const form = (element as HTMLInputElement).form ?? null;
  if (form !== null) {
    const isApart = seen.get(form) ?? (isSearchForm(form) || subscribes(form));
    seen.set(form, isApart);
    return isApart;
  }
  const filters = element.closest("[class*=search i], [class*=recherche i], [class*=filter i], [class*=filtre i]");
  return filters !== null && filters.querySelectorAll("input, select").length >= 3 && saysSearch(filters);
}

/** A box or two at the foot of a page, for its letter. */
function subscribes(form: HTMLFormElement): boolean {
  const boxes = [...form.elements].filter((one) => one.matches("input:not([type=hidden], [type=submit], [type=button], [type=checkbox])"));
  return boxes.length <= 2 && SUBSCRIBES.test(wordsOf(`${form.id} ${form.className} ${buttonsOf(form).join(" ")}`).join(" "));
}

function buttonsOf(container: Element): string[] {
  return [...container.querySelectorAll("button:not([type=button]), input[type=submit], input[type=image]")].map((button) =>
    wordsOf(button instanceof HTMLInputElement ? `${button.value} ${button.alt}` : (button.textContent ?? "")).join(" "),
  );
}

function saysSearch(container: Element): boolean {
  return buttonsOf(container).some((text) => SEARCH.test(text));
}

/** A form sent by GET, or whose only button says that it searches. */
export function isSearchForm(form: HTMLFormElement): boolean {
  if (form.getAttribute("role") === "search") return true;
  // What the form tells its server beside the words: "mode=search".
  if (
    [...form.elements].some(
      (one) => one instanceof HTMLInputElement && one.type === "hidden" && /^(search|recherche|rechercher)$/i.test(one.value),
    )
  )
    return true;
  const said = buttonsOf(form);
  const searches = said.filter((text) => SEARCH.test(text)).length;
  if (said.length > 0 && searches === said.length) return true;
  const marks = wordsOf(
    `${form.id} ${form.className} ${form.getAttribute("action") ?? ""} ${form.getAttribute("name") ?? ""}`.replace(/[_-]/g, " "),
  ).join(" ");
  return form.method === "get" && form.hasAttribute("method") && SEARCH.test(`${marks} ${said.join(" ")}`);
}
