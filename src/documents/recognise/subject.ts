/** Whom a paper is about: the company named by its labels and its main sentence, which may differ from one that it cites elsewhere. */

import { withoutLegalForm } from "../../domain/legal-forms.ts";
import type { PieceKind } from "../../domain/pieces.ts";
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
/** Points to where the company is named: "l'entreprise désignée ci-dessus". */
const POINTS =
  /^\W*(?:(?:ci|sus)\b|ci-|sus|designe|mentionne|nomme|vise|identifie|dont|qui\b|est\b|a\b|au\b|beneficie|dispose|satisfait|remplit|respecte|repond|detient|possede|justifie|exerce|figure|s['’]est|se\b)/;
/** What follows tells the relation of another party to the company named before. */
const RELATION =
  /sous-traitant|pour le compte|donneur d['’]ordre|maitre d['’](?:ouvrage|oeuvre)|client\b|employeur|employe|salarie|\bchez\b|filiale|mandataire|president|gerante?\b|dirigeante?\b|associee?\b|direct(?:eur|rice)\b/;
const REACH = 200;

/** True when the paper says whom it is about, and it is never the company. False without a name to compare. */
export function isAboutAnother(
  { siren, names = [] }: { readonly siren: string; readonly names?: readonly string[] },
  { flow }: Stream,
  kind: PieceKind,
): boolean {
  const ours = names.map((name) => squeeze(withoutLegalForm(name.normalize("NFKD")))).filter((name) => name !== "");
  if (ours.length === 0) return false;
  const subjects = [...flow.matchAll(SUBJECT)].map(({ 0: found, index }) => flow.slice(index + found.length, index + found.length + REACH));
  const named = subjects.filter((subject) => bare(subject) !== "" && !POINTS.test(subject));
  const isOurs = (subject: string) => {
    const told = squeeze(subject.split(RELATION)[0] ?? "");
    return told.includes(siren) || ours.some((name) => told.includes(name));
  };
  if (named.length === 0 && kind === "bilans") return isHeadedByAnother(flow, isOurs);
  return named.length > 0 && !named.some(isOurs);
}

/** A line at the head that is a company's name and nothing else. */
const HEADING_NAME = /^\W*(?:sci|sarl|sas|sasu|eurl|snc|scop|sccv|selarl|holding|association)\s[a-z0-9 '’&.-]+$/;
const HEAD_LINES = 3;

/** Accounts carry the name of their company at their head. */
function isHeadedByAnother(flow: string, isOurs: (text: string) => boolean): boolean {
  const head = flow.split("\n").slice(0, HEAD_LINES);
  return head.some((line) => HEADING_NAME.test(line)) && !head.some(isOurs);
}
