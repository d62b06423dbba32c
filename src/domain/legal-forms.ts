/** Legal forms as people, names of companies, forms and the INSEE nomenclature (catégories juridiques, niveau III) write them. */
import { bare, plainWords } from "./plain.ts";

interface LegalForm {
  readonly id: string;
  readonly abbreviation?: string;
  readonly codes?: RegExp;
  readonly words: RegExp;
  /** The form that this one is a variant of: in a list without "SASU", "SAS" is chosen. */
  readonly wider?: string;
  /** True for a form that companies' names may include. */
  readonly inNames?: true;
}

/** In reading order: a narrower form is removed from the text before a wider one is searched. */
const FORMS: readonly LegalForm[] = [
  {
    id: "scop",
    inNames: true,
    abbreviation: "SCOP",
    words: /\bscop\b|cooperative( ouvriere)?( et participative)? de production|societe cooperative et participative/g,
  },
  { id: "scic", inNames: true, abbreviation: "SCIC", words: /\bscic\b|cooperative d interet collectif/g },
  {
    id: "selarl",
    inNames: true,
    abbreviation: "SELARL",
    codes: /^5485$/,
    words: /\bselarl\b|societe d exercice liberal a responsabilite limitee/g,
    wider: "sarl",
  },
  {
    id: "selas",
    abbreviation: "SELAS",
    codes: /^5785$/,
    words: /\bselas\b|societe d exercice liberal par actions? simplifiee/g,
    wider: "sas",
  },
  { id: "selafa", abbreviation: "SELAFA", codes: /^5585$/, words: /\bselafa\b|societe d exercice liberal a forme anonyme/g, wider: "sa" },
  {
    id: "sasu",
    inNames: true,
    abbreviation: "SASU",
    codes: /^5720$/,
    words:
      /\bsasu\b|(sas( ,)? )?societe par actions simplifiee (unipersonnelle|a associe unique)|(societe par actions simplifiee|\bsas) (unipersonnelle|a associe unique)/g,
    wider: "sas",
  },
  {
    id: "eurl",
    inNames: true,
    abbreviation: "EURL",
    codes: /^5498$/,
    words:
      /\beurl\b|entreprise unipersonnelle a responsabilite limitee|(societe a responsabilite limitee|\bsarl) (unipersonnelle|a associe unique)/g,
    wider: "sarl",
  },
  {
    id: "eirl",
    inNames: true,
    abbreviation: "EIRL",
    words: /\beirl\b|entreprise(neur)? individuel(le)? a responsabilite limitee/g,
    wider: "ei",
  },
  { id: "saca", codes: /^55\d\d$/, words: /\b(sa|societe anonyme) a conseil d administration( s a i)?|\bsaca\b/g, wider: "sa" },
  { id: "sadir", codes: /^56\d\d$/, words: /\b(sa|societe anonyme) a directoire( s a i)?/g, wider: "sa" },
  { id: "sca", abbreviation: "SCA", codes: /^53(08|10)$/, words: /\bsca\b|societe en commandite par actions/g },
  { id: "scs", abbreviation: "SCS", codes: /^5306$/, words: /\bscs\b|societe en commandite simple/g },
  { id: "snc", inNames: true, abbreviation: "SNC", codes: /^5202$/, words: /\bsnc\b|societe en nom collectif/g },
  { id: "sci", inNames: true, abbreviation: "SCI", codes: /^6540$/, words: /\bsci\b|societe civile immobiliere/g },
  { id: "scp", abbreviation: "SCP", words: /\bscp\b|societe civile professionnelle/g },
  { id: "scm", abbreviation: "SCM", codes: /^6589$/, words: /\bscm\b|societe civile de moyens/g },
  { id: "sas", inNames: true, abbreviation: "SAS", codes: /^57[1-7]\d$/, words: /\bsas\b|societe par actions simplifiee/g },
  { id: "sarl", inNames: true, abbreviation: "SARL", codes: /^54\d\d$/, words: /\bsarl\b|societe a responsabilite limitee/g },
  { id: "sa", inNames: true, abbreviation: "SA", words: /\bsa\b|societe anonyme/g },
  { id: "gie", abbreviation: "GIE", codes: /^6220$/, words: /\bgie\b|groupement d interet economique/g },
  {
    id: "epic",
    abbreviation: "EPIC",
    codes: /^41\d\d$/,
    words: /\bepic\b|etablissement public (national |local )?a caractere industriel/g,
  },
  { id: "micro", words: /micro entrepreneur|micro entreprise|auto entrepreneur|autoentrepreneur/g },
  {
    id: "ei",
    inNames: true,
    abbreviation: "EI",
    codes: /^1000$/,
    words: /\bei\b|entreprise individuelle|entrepreneur individuel|entreprise en nom propre/g,
  },
  { id: "association", codes: /^92\d\d$/, words: /\bassociations?\b/g },
  { id: "fondation", codes: /^9300$/, words: /\bfondations?\b/g },
  { id: "mutuelle", codes: /^8210$/, words: /\bmutuelles?\b/g },
];

/** The forms that a text names, narrowest first; what follows "hors" is not named. A four-digit text is an INSEE code. */
export function legalFormsIn(text: string): readonly string[] {
  const code = /^\s*(\d{4})\s*$/.exec(text)?.[1];
  if (code !== undefined)
    return FORMS.filter(({ codes }) => codes?.test(code))
      .slice(0, 1)
      .map(({ id }) => id);
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
  const wider = ids.flatMap((id) => FORMS.find((form) => form.id === id)?.wider ?? []);
  return [...new Set([...ids, ...wider])];
}

/** "SAS" for "SAS, société par actions simplifiée"; nothing when the text names no form or several. */
export function abbreviationOf(text: string): readonly string[] {
  const [id, other] = legalFormsIn(text);
  const abbreviation = other === undefined ? FORMS.find((form) => form.id === id)?.abbreviation : undefined;
  return abbreviation === undefined ? [] : [abbreviation];
}

const ABBREVIATED = new RegExp(FORMS.flatMap(({ abbreviation, words }) => (abbreviation === undefined ? [] : words.source)).join("|"));

/** True when the text names a form that companies have an abbreviation for. */
export function namesLegalForm(text: string): boolean {
  return ABBREVIATED.test(plainWords(text));
}

/** Words that a company's name may include or omit, folded. */
export const FORMS_IN_NAMES: readonly string[] = [
  ...FORMS.flatMap(({ abbreviation, inNames }) => (inNames && abbreviation !== undefined ? [abbreviation.toLowerCase()] : [])),
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
