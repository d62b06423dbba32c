/** What is never written, whatever it asks: passwords, captchas, searches, oaths, what nobody sees. */

import type { ControlEvidence, FormEvidence } from "../domain/evidence.ts";
import type { ControlReading } from "../domain/page-reading.ts";
import { commits, isCaptcha, isPrice, swears } from "../page/refused-words.ts";
import type { Guess } from "./guess.ts";
import { IDENTITY } from "./kinds.ts";
import { OWN } from "./page-words.ts";
import { remembering, wordsOf } from "./words.ts";

type Leave = NonNullable<ControlReading["leave"]>;

/** A trap for robots says so, or is named as what nobody asks. */
const TRAP =
  /laissez (ce champ )?(vide|libre)|laisser (ce champ )?(vide|libre)|ne (pas|rien) (remplir|renseigner|saisir|ecrire)|ne (remplissez|renseignez) (pas|rien)|leave (this )?(field )?(blank|empty)|do not fill|honeypot|hp field|h ?p ?o ?t|pot de miel|si vous etes (un )?humain|si vous etes un robot/;
/** A control that its own name puts in a search. */
const SEARCHES = /\b(advanced ?search|quick ?search|search ?(form|criteria)|recherche ?(avancee|rapide|multi ?criteres))\b/;
/** Why the control is left alone; `undefined` when it is not. */
export function leaveOf(guess: Guess, forms: readonly FormEvidence[]): Leave | undefined {
  const { control } = guess;
  const { type, input } = control;
  const texts = textsOf(guess);
  // "Entreprise étrangère ? Laissez vide.": only the companies that it names leave it empty.
  const sure = wordsOf(
    [guess.label, ...guess.labels.map(({ text, hint }) => (hint.includes("?") ? text : `${text} ${hint}`))].join(" "),
  ).join(" ");
  const names = wordsOf(`${control.id} ${control.name} ${control.marks}`.replace(/[_-]/g, " ")).join(" ");
  if (input === "password") return "password";
  if (isCaptcha(`${texts} ${names}`)) return "captcha";
  if ((type === "checkbox" || type === "radio") && commits(texts)) return "sworn";
  if (TRAP.test(`${sure} ${names}`)) return "hidden";
  if ((isSearch(control, guess, forms) || SEARCHES.test(names)) && !findsOwnCompany(guess)) return "search";
  if (!control.isVisible) return "hidden";
  if (control.isDisabled) return "disabled";
  if (control.isReadOnly) return "readOnly";
  return undefined;
}

/** True when what is said of the control is a sworn statement. */
export function isOath(guess: Guess): boolean {
  return swears(textsOf(guess));
}

/** True when its own words or those of its block ask a price: no data of the company goes there. */
export function asksPrice({ label, labels, control: { type, titles } }: Guess): boolean {
  if (type === "radio" || type === "checkbox" || type === "file" || type === "dropZone") return false;
  const said = [label, ...labels.map(({ text }) => text), ...titles.slice(0, 2).map(({ text }) => text)];
  return said.some(saysPrice);
}

const saysPrice = remembering((text) => isPrice(wordsOf(text).join(" ")));

/** All that is said of the control, as plain words. */
function textsOf({ label, labels }: Guess): string {
  return wordsOf([label, ...labels.map(({ text, hint }) => `${text} ${hint}`)].join(" ")).join(" ");
}

/** "Votre organisation de rattachement : SIRET [Rechercher]": the first step of a registration, though its button searches. */
function findsOwnCompany({ concept, control }: Guess): boolean {
  if (concept === null || !IDENTITY.has(concept) || control.inSearch) return false;
  return OWN.test(wordsOf(control.titles.map(({ text }) => text).join(" . ")).join(" "));
}

/** A search box, or a control of a form that searches. */
function isSearch({ inSearch, form }: ControlEvidence, { label, labels }: Guess, forms: readonly FormEvidence[]): boolean {
  const said = [label, ...labels.flatMap(({ from, text }) => (from === "title" ? text : []))];
  if (inSearch || said.some((text) => /^(rechercher?|recherche rapide|search)\b/.test(wordsOf(text).join(" ")))) return true;
  const own = form === null ? undefined : forms[form];
  return own !== undefined && (own.searches || own.subscribes);
}
