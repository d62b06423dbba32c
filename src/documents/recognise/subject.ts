/** Whom a paper attests of: the company that its labels and its sentence name, which may not be the one that it cites elsewhere. */

import { withoutLegalForm } from "../../domain/legal-forms.ts";
import { bare, squeeze } from "../../domain/plain.ts";
import type { Stream } from "./stream.ts";

/** "Assuré : X", "La caisse certifie que l'entreprise X", "Titulaire   X". */
const SUBJECT = new RegExp(
  [
    /(?:^|\n| {3,})(?:assure|societaire|souscripteur|titulaire(?: du compte| du marche)?|entreprise|societe|raison sociale|denomination(?: sociale| ou raison sociale)?|adherent|beneficiaire)e?\s*:\s*/,
    /(?:atteste|certifie|attestons|certifions|attestent|certifient|declare|declarons|confirme|confirmons)\s[^.:]{0,60}?qu(?:e |['’])(?:l['’](?:entreprise|etablissement|assuree?|organisme|adherent)|la (?:societe|sarl|sas|sasu|eurl)|le (?:titulaire|cotisant|societaire))\s+/,
    /(?:atteste|certifie|attestons|certifions|attestent|certifient|declare|declarons|confirme|confirmons)\s[^.:]{0,60}?que (?=(?:m|mme|monsieur|madame)\b\.?)/,
    /(?:^|\n| {3,})(?=(?:m|mme|mlle|monsieur|madame)\.? [a-z]{2,}(?: [a-z'-]+){1,4},)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);
/** It points to where the company is named: "l'entreprise désignée ci-dessus". */
const POINTS =
  /^\W*(?:(?:ci|sus)\b|ci-|sus|designe|mentionne|nomme|vise|identifie|dont|qui\b|est\b|a\b|au\b|beneficie|dispose|est titulaire)/;
/** What follows is how another stands to the company that is named before. */
const RELATION =
  /sous-traitant|pour le compte|donneur d['’]ordre|maitre d['’](?:ouvrage|oeuvre)|client\b|employeur|employe|salarie|\bchez\b|filiale|mandataire|president/;
const REACH = 200;

/** True when the paper says of whom it attests, and it is never the company. Without a name to compare, nothing is said. */
export function isAboutAnother(
  { siren, names = [] }: { readonly siren: string; readonly names?: readonly string[] },
  { flow }: Stream,
): boolean {
  const ours = names.map((name) => squeeze(withoutLegalForm(name.normalize("NFKD")))).filter((name) => name !== "");
  if (ours.length === 0) return false;
  const subjects = [...flow.matchAll(SUBJECT)].map(({ 0: found, index }) => flow.slice(index + found.length, index + found.length + REACH));
  const named = subjects.filter((subject) => bare(subject) !== "" && !POINTS.test(subject));
  const isOurs = (subject: string) => {
    const told = squeeze(subject.split(RELATION)[0] ?? "");
    return told.includes(siren) || ours.some((name) => told.includes(name));
  };
  return named.length > 0 && !named.some(isOurs);
}
