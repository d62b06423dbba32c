/** Recognises two spellings of the same address or name. */

import { withoutLegalForm } from "../domain/legal-forms.ts";
import { bare } from "../domain/plain.ts";

/** Words of addresses as sources shorten them, and the legal forms that some print in the name. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  all: "allee",
  av: "avenue",
  ave: "avenue",
  bd: "boulevard",
  bld: "boulevard",
  boul: "boulevard",
  bvd: "boulevard",
  car: "carrefour",
  ch: "chemin",
  che: "chemin",
  chem: "chemin",
  chs: "chaussee",
  crs: "cours",
  dr: "docteur",
  esp: "esplanade",
  fbg: "faubourg",
  fg: "faubourg",
  gal: "general",
  ham: "hameau",
  imp: "impasse",
  ld: "lieu dit",
  lot: "lotissement",
  mal: "marechal",
  mte: "montee",
  pas: "passage",
  pl: "place",
  pr: "professeur",
  pro: "promenade",
  qu: "quai",
  r: "rue",
  res: "residence",
  rte: "route",
  sq: "square",
  st: "saint",
  ste: "sainte",
  tra: "traverse",
  zi: "zone industrielle",
  za: "zone artisanale",
  zac: "zone d amenagement concerte",
};

/** Optional endings of an address: the country, the cedex, the arrondissement already told by the postal code. */
const ENDINGS = [/ france$/, / cedex( \d{1,2})?$/, / \d{1,2}(er|e|eme)?( arrondissement)?$/];
/** Words that make another address. */
const DISTINCT = new Set(["bis", "ter", "quater"]);

/**
 * "12 BIS AV. DE LA GARE, LYON" and "12 bis avenue de la Gare, bât. C, 69003 Lyon" are the same address, one said with more detail;
 * "12 avenue de la Gare" is another.
 */
export function isSameAddress(a: string, b: string): boolean {
  const [one, other] = [houseIn(a), houseIn(b)];
  if (one !== undefined && other !== undefined && one !== other) return false;
  // A cedex has its own postal code, in the same département.
  const isCedex = [a, b].some((address) => / cedex\b/.test(bare(address)));
  const [short, long] = [a, b]
    .map((address) => wordsOf(isCedex ? bare(address).replace(/\b(\d{2})\d{3}(?= [a-z])/g, "$1") : address))
    .sort((x, y) => x.size - y.size);
  if (short === undefined || long === undefined) return false;
  const extra = [...long].filter((word) => !short.has(word));
  return [...short].every((word) => long.has(word)) && !extra.some((word) => DISTINCT.has(word));
}

/** Two towns, whole: "ST DENIS CEDEX" is Saint-Denis, "Saint-Denis-en-Val" is not. */
export function isSameTown(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  return one.size === other.size && [...one].every((word) => other.has(word));
}

/** The number of the house, where an address begins by it. */
function houseIn(address: string): string | undefined {
  return /^\d{1,4}(?!\d)/.exec(address.trim())?.[0].replace(/^0+/, "");
}

function wordsOf(address: string): Set<string> {
  const street = ENDINGS.reduce((text, ending) => text.replace(ending, ""), bare(address)).replace(REPEATED, repetitionIn);
  return new Set(street.split(" ").flatMap((word) => (LONG_FORMS[word] ?? word).split(" ")));
}

/** "12B", "12 bis", "12bis": INSEE writes the first letter, the Poste the word. */
const REPEATED = /^(\d+) ?(b|bis|t|ter|q|quater)(?= )/;
const REPETITIONS: Readonly<Record<string, string>> = { b: "bis", t: "ter", q: "quater" };

function repetitionIn(_: string, number: string, letter: string): string {
  return `${number} ${REPETITIONS[letter] ?? letter}`;
}

/** "SARL Dupont & Fils" and "DUPONT ET FILS" are the same. */
export function plainName(text: string): string {
  return withoutLegalForm(bare(text.replaceAll("&", " et ").replaceAll(".", "")));
}
