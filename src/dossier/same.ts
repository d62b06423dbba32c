/** Recognises two spellings of the same address or name. */

import { withoutLegalForm } from "../domain/legal-forms.ts";
import { bare, plainWords } from "../domain/plain.ts";

/** Words of addresses as INSEE, the Poste and people shorten them. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  activites: "activite",
  all: "allee",
  app: "appartement",
  appt: "appartement",
  av: "avenue",
  ave: "avenue",
  bat: "batiment",
  bd: "boulevard",
  bld: "boulevard",
  boul: "boulevard",
  bvd: "boulevard",
  cap: "capitaine",
  car: "carrefour",
  cdt: "commandant",
  ch: "chemin",
  che: "chemin",
  chem: "chemin",
  chs: "chaussee",
  col: "colonel",
  crs: "cours",
  dr: "docteur",
  esc: "escalier",
  esp: "esplanade",
  fbg: "faubourg",
  fg: "faubourg",
  gal: "general",
  gr: "grande rue",
  ham: "hameau",
  imm: "immeuble",
  imp: "impasse",
  ld: "lieu dit",
  lieudit: "lieu dit",
  lot: "lotissement",
  lt: "lieutenant",
  mal: "marechal",
  mte: "montee",
  nd: "notre dame",
  pas: "passage",
  pdt: "president",
  pl: "place",
  pr: "professeur",
  pro: "promenade",
  qu: "quai",
  qua: "quai",
  r: "rue",
  rd: "route departementale",
  res: "residence",
  rle: "ruelle",
  rn: "route nationale",
  rpt: "rond point",
  rte: "route",
  sen: "sentier",
  sq: "square",
  st: "saint",
  ste: "sainte",
  tra: "traverse",
  vla: "villa",
  zi: "zone industrielle",
  za: "zone artisanale",
  zac: "zone d amenagement concerte",
};

/** What may follow the town, after its postal code: the country, the cedex, the arrondissement that the postal code tells. */
const AFTER_TOWN = /(\b\d{5} [a-z ]*?[a-z])(?: \d{1,2}(?:er?|e|eme)?(?: arrondissement)?)?(?: cedex(?: \d{1,2})?)?(?: france)?$/;
const CEDEX = / cedex(?: \d{1,2})?$/;

/**
 * "12 BIS AV. DE LA GARE, LYON" and "12 bis avenue de la Gare, bât. C, 69003 Lyon" are the same address, one said with more detail;
 * "12 avenue de la Gare" is another.
 */
export function isSameAddress(a: string, b: string): boolean {
  // A cedex has its own postal code, in the same département.
  const isCedex = [a, b].some((address) => / cedex\b/.test(bare(address)));
  const [one, other] = [a, b].map((address) => spelled(address, isCedex));
  if (one === undefined || other === undefined) return false;
  if (one.house !== undefined && other.house !== undefined && one.house !== other.house) return false;
  const [short, long] = one.words.size <= other.words.size ? [one.words, other.words] : [other.words, one.words];
  return [...short].every((word) => long.has(word));
}

/** Two towns, whole: "ST DENIS CEDEX" and "93200 Saint-Denis" are one, "Saint-Denis-en-Val" is another. */
export function isSameTown(a: string, b: string): boolean {
  const [one, other] = [townIn(a), townIn(b)];
  if (one.district !== undefined && other.district !== undefined && one.district !== other.district) return false;
  return one.words.size === other.words.size && [...one.words].every((word) => other.words.has(word));
}

/** A town, and the number of its district, when it is told. */
function townIn(text: string): { readonly words: ReadonlySet<string>; readonly district: number | undefined } {
  const [, name = "", number] =
    /^(?:(?:f )?\d{5} )?(.*?)(?: (\d{1,2})(?:er?|e|eme)?(?: arrondissement)?)?(?: cedex(?: \d{1,2})?)?(?: (?:\d{2}|2[ab]|97\d|\d{5}))?$/.exec(
      bare(text.replace(/\bs\s?\/\s?/gi, "sur ")),
    ) ?? [];
  return { words: longWords(name.replace(/ s (?=[a-z]{3})/, " sur ")), district: number === undefined ? undefined : Number(number) };
}

interface Spelled {
  /** The house with its repetition, "12-bis", where the address begins by one. */
  readonly house: string | undefined;
  readonly words: ReadonlySet<string>;
}

function spelled(address: string, isCedex: boolean): Spelled {
  const written = plainWords(address)
    .replace(/^n (?=\d)/, "")
    .replace(AFTER_TOWN, "$1")
    .replace(CEDEX, "");
  const known = isCedex ? written.replace(/\b(\d{2})\d{3}(?= [a-z])/g, "$1") : written;
  const [whole = "", number = "", letters] = HOUSE.exec(known) ?? [];
  if (whole === "") return { house: undefined, words: longWords(known) };
  const house = `${number.replace(/^0+/, "")}${letters === undefined ? "" : `-${REPETITIONS[letters] ?? letters}`}`;
  return { house, words: longWords(house + known.slice(whole.length)) };
}

function longWords(text: string): ReadonlySet<string> {
  const joined = text.replace(/\b(\d{1,4}) ?(bis|ter|quater|quinquies)\b/g, "$1-$2").replace(/\bn d(?:ame)?\b/g, "nd");
  return new Set(
    joined
      .split(" ")
      .flatMap((word) => (LONG_FORMS[word] ?? word).split(" "))
      .filter(Boolean),
  );
}

/** "12B", "12 bis", "12bis", "12 C": INSEE writes the first letter, the Poste the word. « 12 a 14 » is two houses. */
const HOUSE = /^(\d{1,4})(?: ?(bis|ter|quater|quinquies|[a-h]|t|q)(?! \d)(?= |$))?(?= |$)/;
const REPETITIONS: Readonly<Record<string, string>> = { b: "bis", t: "ter", q: "quater", quinquies: "c" };

/** "SARL Dupont & Fils" and "DUPONT ET FILS" are the same. */
export function plainName(text: string): string {
  return withoutLegalForm(bare(text.replaceAll("&", " et ").replaceAll(".", "")));
}
