/**
 * Legal forms as people, forms and the INSEE nomenclature (catégories juridiques, niveau III) write them.
 * In the order of reading: a narrower form is taken out of the text before a wider one is looked for.
 */
import { plainWords } from "../domain/plain.ts";

interface LegalForm {
  readonly id: string;
  readonly abbreviation?: string;
  readonly codes?: RegExp;
  readonly words: RegExp;
  /** The form that it is a variety of: a list without "SASU" is answered with "SAS". */
  readonly wider?: string;
}

const FORMS: readonly LegalForm[] = [
  {
    id: "scop",
    abbreviation: "SCOP",
    words: /\bscop\b|cooperative( ouvriere)?( et participative)? de production|societe cooperative et participative/g,
  },
  { id: "scic", abbreviation: "SCIC", words: /\bscic\b|cooperative d interet collectif/g },
  {
    id: "selarl",
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
    abbreviation: "SASU",
    codes: /^5720$/,
    words:
      /\bsasu\b|(sas( ,)? )?societe par actions simplifiee (unipersonnelle|a associe unique)|(societe par actions simplifiee|\bsas) (unipersonnelle|a associe unique)/g,
    wider: "sas",
  },
  {
    id: "eurl",
    abbreviation: "EURL",
    codes: /^5498$/,
    words:
      /\beurl\b|entreprise unipersonnelle a responsabilite limitee|(societe a responsabilite limitee|\bsarl) (unipersonnelle|a associe unique)/g,
    wider: "sarl",
  },
  { id: "eirl", abbreviation: "EIRL", words: /\beirl\b|entreprise(neur)? individuel(le)? a responsabilite limitee/g, wider: "ei" },
  { id: "saca", codes: /^55\d\d$/, words: /\b(sa|societe anonyme) a conseil d administration( s a i)?|\bsaca\b/g, wider: "sa" },
  { id: "sadir", codes: /^56\d\d$/, words: /\b(sa|societe anonyme) a directoire( s a i)?/g, wider: "sa" },
  { id: "sca", abbreviation: "SCA", codes: /^53(08|10)$/, words: /\bsca\b|societe en commandite par actions/g },
  { id: "scs", abbreviation: "SCS", codes: /^5306$/, words: /\bscs\b|societe en commandite simple/g },
  { id: "snc", abbreviation: "SNC", codes: /^5202$/, words: /\bsnc\b|societe en nom collectif/g },
  { id: "sci", abbreviation: "SCI", codes: /^6540$/, words: /\bsci\b|societe civile immobiliere/g },
  { id: "scp", abbreviation: "SCP", words: /\bscp\b|societe civile professionnelle/g },
  { id: "scm", abbreviation: "SCM", codes: /^6589$/, words: /\bscm\b|societe civile de moyens/g },
  { id: "sas", abbreviation: "SAS", codes: /^57[1-7]\d$/, words: /\bsas\b|societe par actions simplifiee/g },
  { id: "sarl", abbreviation: "SARL", codes: /^54\d\d$/, words: /\bsarl\b|societe a responsabilite limitee/g },
  { id: "sa", abbreviation: "SA", words: /\bsa\b|societe anonyme/g },
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

/** The same forms, then those they are varieties of. */
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
