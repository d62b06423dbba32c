/** Boxes inside a sentence: "représentant légal de la société [ ], immatriculée sous le n° [ ] au RCS de [ ]". What stands just before asks. */
import type { ControlEvidence, Label } from "../domain/evidence.ts";
import { plainOrNull } from "./found.ts";
import type { Concept } from "./lexicon.ts";
import { wordsOf } from "./words.ts";

/** How a text ends before its box, and what that asks. */
const ENDS: readonly (readonly [RegExp, Concept])[] = [
  [
    /\b(de|du|pour|nom de|compte de) (l|la|notre|ma) ?(entreprise|societe|structure|association|cooperative|compagnie)( denommee?)?$/,
    "raisonSociale",
  ],
  [/\bsous (la )?forme (juridique |sociale )?(d une?|de)$/, "formeJuridique"],
  [/\b(rcs|registre du commerce( et des societes)?|greffe( du tribunal( de commerce)?)?|tribunal de commerce) (de|d|a)$/, "rcsVille"],
  [/\bsous le n(umero)?( unique)?( d identification)?$/, "siren"],
  [
    /\b(chiffre d affaires|ca)( (annuel|global|total))?( (hors taxes|ht))?( (s elevant a|s est eleve a|etait de|est de|de|d))$/,
    "chiffreAffairesN1",
  ],
  [/\b(joindre|jointe?s?|joignables?|appeler|contacter)( \w+){0,3} au$/, "contactTelephone"],
];
/** What a count is of stands after its box: "emploie [ ] salariés". */
const COUNTS = /\b(emploi\w*|employ\w+|compt(e|ons|ant))( (en moyenne|environ|actuellement))?$/;
const HEADS = /^(salarie|personne|collaborateur|employe|etp)/;
/** Of a part of it: "un chiffre d'affaires lié à l'objet du marché de". */
const OF_PART = /\b(lie|objet|domaine|part)\b/;

/** True for a text that goes on in the middle of a sentence, or a box after which one goes on. */
export function isInSentence({ from, text }: Label, { after }: Pick<ControlEvidence, "after">): boolean {
  return from === "before" && (/^[\p{Ll},;).]/u.test(text) || /^[\p{Ll},;]/u.test(after) || /\s(à|de|du|au|une?)\s*$/.test(text));
}

/** What a box asks by the end of the text before it, else by its own example, or by the brackets just after it: "Je soussigné(e), [ ] (prénom)". */
export function askedInSentence(label: Label, control: ControlEvidence): Concept | null {
  const bracketed = /^\(([^)]{3,40})\)/.exec(control.after)?.[1];
  if (label.from === "before" && bracketed !== undefined && (plainOrNull(label.text) === null || /^\([^)]*\)\W*$/.test(label.text)))
    return plainOf(bracketed);
  if (!isInSentence(label, control)) return null;
  const plain = wordsOf(label.text).join(" ");
  if (COUNTS.test(plain) && HEADS.test(wordsOf(control.after).join(" "))) return "effectif";
  const asked = ENDS.find(([end]) => end.test(plain))?.[1];
  if (asked !== undefined) return asked === "chiffreAffairesN1" && OF_PART.test(plain) ? null : asked;
  // "ou à l'adresse [ ]", of which the box says that it is an e-mail.
  return /\b(adresse|courriel|email|mail|a)$/.test(plain) && (control.input === "email" || plainOf(control.placeholder) === "contactEmail")
    ? "contactEmail"
    : null;
}

function plainOf(text: string): Concept | null {
  const concept = plainOrNull(text)?.concept ?? null;
  return concept === "nothing" ? null : concept;
}

/** "avec l'entreprise", "à la société": what is told from there on is another company's. */
export function namesAnother(label: Label, control: ControlEvidence): boolean {
  return (
    isInSentence(label, control) &&
    /\b(avec|a|aupres de|confie\w*)( le cas echeant)? (l|la|une)( autre)? ?(entreprise|societe|cabinet)$|\b(aupres (de|d)|chez)$/.test(
      wordsOf(label.text).join(" "),
    )
  );
}

/** "salariés. Elle peut être jointe au": what ends another box's sentence is not this one's. */
export function ownSentence(from: Label["from"], text: string): string {
  return from === "before" && /^[\p{Ll},;).]/u.test(text) ? text.replace(/^.*[.;]\s+(?=\p{L})/u, "") : text;
}
