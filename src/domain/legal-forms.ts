/** Legal forms as people, names of companies, forms and the INSEE nomenclature (catégories juridiques, niveau III) write them. */
import { bare, plainWords } from "./plain.ts";

interface LegalForm {
  readonly id: string;
  readonly words: RegExp;
}

/** In reading order: a narrower form is removed from the text before a wider one is searched. */
const FORMS: readonly LegalForm[] = [
  {
    id: "scop",
    words: /\bscop\b|cooperative( ouvriere)?( et participative)? de production|societe cooperative et participative/g,
  },
  { id: "scic", words: /\bscic\b|cooperative d interet collectif/g },
  {
    id: "selarl",
    words: /\bselarl\b|societe d exercice liberal a responsabilite limitee/g,
  },
  {
    id: "selas",
    words: /\bselas\b|societe d exercice liberal par actions? simplifiee/g,
  },
  { id: "selafa", words: /\bselafa\b|societe d exercice liberal a forme anonyme/g },
  {
    id: "sasu",
    words:
      /\bsasu\b|(sas( ,)? )?societe par actions simplifiee (unipersonnelle|a associe unique)|(societe par actions simplifiee|\bsas) (unipersonnelle|a associe unique)/g,
  },
  {
    id: "eurl",
    words:
      /\beurl\b|entreprise unipersonnelle a responsabilite limitee|(societe a responsabilite limitee|\bsarl) (unipersonnelle|a associe unique)/g,
  },
  {
    id: "eirl",
    words: /\beirl\b|entreprise(neur)? individuel(le)? a responsabilite limitee/g,
  },
  { id: "saca", words: /\b(sa|societe anonyme) a conseil d administration( s a i)?|\bsaca\b/g },
  { id: "sadir", words: /\b(sa|societe anonyme) a directoire( s a i)?/g },
  { id: "sca", words: /\bsca\b|societe en commandite par actions/g },
  { id: "scs", words: /\bscs\b|societe en commandite simple/g },
  { id: "snc", words: /\bsnc\b|societe en nom collectif/g },
  { id: "sci", words: /\bsci\b|societe civile immobiliere/g },
  { id: "scp", words: /\bscp\b|societe civile professionnelle/g },
  { id: "scm", words: /\bscm\b|societe civile de moyens/g },
  { id: "sas", words: /\bsas\b|societe par actions simplifiee/g },
  { id: "sarl", words: /\bsarl\b|societe a responsabilite limitee/g },
  { id: "sa", words: /\bsa\b|societe anonyme/g },
  { id: "gie", words: /\bgie\b|groupement d interet economique/g },
  {
    id: "epic",
    words: /\bepic\b|etablissement public (national |local )?a caractere industriel/g,
  },
  { id: "micro", words: /micro entrepreneur|micro entreprise|auto entrepreneur|autoentrepreneur/g },
  {
    id: "ei",
    words: /\bei\b|entreprise individuelle|entrepreneur individuel|entreprise en nom propre/g,
  },
  { id: "association", words: /\bassociations?\b/g },
  { id: "fondation", words: /\bfondations?\b/g },
  { id: "mutuelle", words: /\bmutuelles?\b/g },
];

/** The form that another is a variant of: in a list without "SASU", "SAS" is chosen. */
const WIDER: Readonly<Record<string, string>> = {
  selarl: "sarl",
  selas: "sas",
  selafa: "sa",
  sasu: "sas",
  eurl: "sarl",
  eirl: "ei",
  saca: "sa",
  sadir: "sa",
};

/** INSEE codes, a narrower form before a wider one. */
const CODES: readonly (readonly [RegExp, string])[] = [
  [/^5485$/, "selarl"],
  [/^5785$/, "selas"],
  [/^5585$/, "selafa"],
  [/^5720$/, "sasu"],
  [/^5498$/, "eurl"],
  [/^55\d\d$/, "saca"],
  [/^56\d\d$/, "sadir"],
  [/^53(08|10)$/, "sca"],
  [/^5306$/, "scs"],
  [/^5202$/, "snc"],
  [/^6540$/, "sci"],
  [/^6589$/, "scm"],
  [/^57[1-7]\d$/, "sas"],
  [/^54\d\d$/, "sarl"],
  [/^6220$/, "gie"],
  [/^41\d\d$/, "epic"],
  [/^1000$/, "ei"],
  [/^92\d\d$/, "association"],
  [/^9300$/, "fondation"],
  [/^8210$/, "mutuelle"],
];

/** Forms that companies have no abbreviation for; of the others it is the id in capitals. */
const IN_FULL: ReadonlySet<string> = new Set(["saca", "sadir", "micro", "association", "fondation", "mutuelle"]);

/** The forms that a text names, narrowest first. A four-digit text is an INSEE code. */
export function legalFormsIn(text: string): readonly string[] {
  const code = /^\s*(\d{4})\s*$/.exec(text)?.[1];
  if (code === undefined) return legalFormsNamed(text);
  const form = CODES.find(([codes]) => codes.test(code));
  return form === undefined ? [] : [form[1]];
}

/** The forms that a text names in words, narrowest first; what follows "hors" is not named. */
export function legalFormsNamed(text: string): readonly string[] {
  let words = plainWords(text).replace(/\b(hors|sauf|autres?)\b.*$/, "");
  const found: string[] = [];
  for (const { id, words: pattern } of FORMS) {
    const rest = words.replace(pattern, "|");
    if (rest !== words) found.push(id);
    words = rest;
  }
  return found;
}

/** The same forms, then the wider forms that they are variants of. */
export function withWiderForms(ids: readonly string[]): readonly string[] {
  const wider = ids.flatMap((id) => WIDER[id] ?? []);
  return [...new Set([...ids, ...wider])];
}

/** "SAS" for "SAS, société par actions simplifiée"; nothing when the text names no form or several. */
export function abbreviationOf(text: string): readonly string[] {
  const [id, other] = legalFormsIn(text);
  return id === undefined || other !== undefined || IN_FULL.has(id) ? [] : [id.toUpperCase()];
}

const ABBREVIATED = new RegExp(FORMS.flatMap(({ id, words }) => (IN_FULL.has(id) ? [] : words.source)).join("|"));

/** True when the text names a form that companies have an abbreviation for. */
export function namesLegalForm(text: string): boolean {
  return ABBREVIATED.test(plainWords(text));
}

/** Words that a company's name may include or omit, folded. */
export const FORMS_IN_NAMES: readonly string[] = [
  ...["scop", "scic", "selarl", "sasu", "eurl", "eirl", "snc", "sci", "sas", "sarl", "sa", "ei"],
  ...["societe", "ste", "etablissements", "ets", "entreprise", "association"],
];

/** A name, folded, without its legal form: "SARL Élan Bâti", "Élan Bâti S.A.R.L." → "elan bati". A name that is only a form stays. */
export function withoutLegalForm(name: string): string {
  const words = bare(plainWords(name)).split(" ");
  const kept = words.filter((word) => !FORMS_IN_NAMES.includes(word));
  return (kept.length === 0 ? words : kept).join(" ");
}

/** Labels of bidders' most frequent categories, for registers that give only the code. */
const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ["1000", "Entrepreneur individuel"],
  ["5202", "Société en nom collectif"],
  ["5306", "Société en commandite simple"],
  ["5308", "Société en commandite par actions"],
  ["5410", "SARL nationale"],
  ["5442", "SARL d'intérêt collectif agricole"],
  ["5443", "SARL coopérative ouvrière de production (SCOP)"],
  ["5458", "SARL coopérative de production (SCOP)"],
  ["5460", "Autre SARL coopérative"],
  ["5485", "Société d'exercice libéral à responsabilité limitée"],
  ["5498", "SARL unipersonnelle"],
  ["5499", "Société à responsabilité limitée (sans autre indication)"],
  ["5505", "SA à participation ouvrière à conseil d'administration"],
  ["5515", "SA d'économie mixte à conseil d'administration"],
  ["5558", "SA coopérative de production (SCOP) à conseil d'administration"],
  ["5560", "Autre SA coopérative à conseil d'administration"],
  ["5585", "Société d'exercice libéral à forme anonyme à conseil d'administration"],
  ["5599", "SA à conseil d'administration (s.a.i.)"],
  ["5615", "SA d'économie mixte à directoire"],
  ["5658", "SA coopérative de production (SCOP) à directoire"],
  ["5685", "Société d'exercice libéral à forme anonyme à directoire"],
  ["5699", "SA à directoire (s.a.i.)"],
  ["5710", "SAS, société par actions simplifiée"],
  ["5720", "Société par actions simplifiée à associé unique ou société par actions simplifiée unipersonnelle"],
  ["5785", "Société d'exercice libéral par action simplifiée"],
  ["6220", "Groupement d'intérêt économique (GIE)"],
  ["6316", "Coopérative d'utilisation de matériel agricole en commun (CUMA)"],
  ["6317", "Société coopérative agricole"],
  ["6540", "Société civile immobilière"],
  ["6561", "SCP d'avocats"],
  ["6589", "Société civile de moyens"],
  ["6599", "Autre société civile"],
  ["9210", "Association non déclarée"],
  ["9220", "Association déclarée"],
  ["9221", "Association déclarée d'insertion par l'économique"],
  ["9222", "Association intermédiaire"],
  ["9223", "Groupement d'employeurs"],
  ["9230", "Association déclarée, reconnue d'utilité publique"],
  ["9260", "Association de droit local (Bas-Rhin, Haut-Rhin et Moselle)"],
  ["9300", "Fondation"],
]);

/** "5710" → "SAS, société par actions simplifiée"; `undefined` for a category that is not listed here. */
export function categorieJuridique(code: string | null | undefined): string | undefined {
  return CATEGORIES.get(code ?? "");
}
