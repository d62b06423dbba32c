/** What is never written, whatever it asks: passwords, captchas, searches, oaths, what nobody sees. */

import type { ControlReading } from "../domain/page-reading.ts";
import type { ControlEvidence, FormEvidence } from "./evidence.ts";
import type { Guess } from "./guess.ts";
import { IDENTITY } from "./kinds.ts";
import { OWN } from "./page-words.ts";
import { wordsOf } from "./words.ts";

type Leave = NonNullable<ControlReading["leave"]>;

const CAPTCHA =
  /captcha|recaptcha|anti ?(spam|robot|bot)|turing|(code|texte|caracteres) (de l image|affiche|ci dessus|ci contre)|combien font|je ne suis pas un robot|security code/;
/** A trap for robots says so, or is named as what nobody asks. */
const TRAP =
  /laissez (ce champ )?(vide|libre)|laisser (ce champ )?(vide|libre)|ne (pas|rien) (remplir|renseigner|saisir|ecrire)|ne (remplissez|renseignez) (pas|rien)|leave (this )?(field )?(blank|empty)|do not fill|honeypot|hp field|h ?p ?o ?t|pot de miel|si vous etes (un )?humain|si vous etes un robot/;
const SWORN =
  /\b(sur l honneur|j atteste|atteste|attestons|je certifie|certifie|certifions|je declare|declare|declarons|je jure|sworn|hereby (declare|certify)|i (declare|certify|confirm that))\b/;

/** Why the control is left alone; `undefined` when it is not. */
export function leaveOf(guess: Guess, forms: readonly FormEvidence[]): Leave | undefined {
  const { control } = guess;
  const { type, input } = control;
  const texts = wordsOf([guess.label, ...guess.labels.map(({ text, hint }) => `${text} ${hint}`)].join(" ")).join(" ");
  // "Entreprise étrangère ? Laissez vide.": left by those whom it names only.
  const sure = wordsOf(
    [guess.label, ...guess.labels.map(({ text, hint }) => (hint.includes("?") ? text : `${text} ${hint}`))].join(" "),
  ).join(" ");
  const names = wordsOf(`${control.id} ${control.name} ${control.marks}`.replace(/[_-]/g, " ")).join(" ");
  if (input === "password") return "password";
  if (CAPTCHA.test(`${texts} ${names}`)) return "captcha";
  if ((type === "checkbox" || type === "radio") && SWORN.test(texts)) return "sworn";
  if (TRAP.test(`${sure} ${names}`)) return "hidden";
  if (isSearch(control, texts, forms) && !findsOwnCompany(guess)) return "search";
  if (!control.isVisible) return "hidden";
  if (control.isDisabled) return "disabled";
  if (control.isReadOnly) return "readOnly";
  return undefined;
}

/** "Votre organisation de rattachement : SIRET [Rechercher]": the first step of a registration, though its button searches. */
function findsOwnCompany({ concept, control }: Guess): boolean {
  if (concept === null || !IDENTITY.has(concept) || control.inSearch) return false;
  return OWN.test(wordsOf(control.titles.map(({ text }) => text).join(" . ")).join(" "));
}

/** A search box, or a control of a form that searches. */
function isSearch({ inSearch, form }: ControlEvidence, texts: string, forms: readonly FormEvidence[]): boolean {
  if (inSearch || /^(rechercher?|recherche rapide|search)\b/.test(texts)) return true;
  const own = form === null ? undefined : forms[form];
  return own !== undefined && (own.searches || own.subscribes);
}
