/**
 * Whether a document says a thing of itself. A title that is only cited ("notre attestation de vigilance", "au vu du mémoire
 * technique") is the title of another document; what is said under a condition ("si le contrat est résilié") is not said.
 */
import { bare } from "../../domain/plain.ts";
import { plainOf, type Stream } from "./stream.ts";

const POSSESSIVE = new Set("mon ma mes votre vos notre nos son sa ses leur leurs".split(" "));
/** How many words before a title a possessive may be: "votre demande d'attestation de vigilance". */
const POSSESSIVE_REACH = 3;
const ARTICLE = new Set("du au aux la le les un une des ce cet joint jointe annexe".split(" "));
/** Words before a number that a document gives in passing: "Numéro caisse de congés payés : 0721 0065". */
const NUMBER = new Set("numero n no".split(" "));
/** Words that begin a document's own title. The names of issuers carry an article without being cited: "la CNETP certifie". */
const DOCUMENT_NOUN =
  /^(?:attestation|certificat|extrait|avis|bilan|comptes|lettre|declaration|acte|memoire|curriculum|garantie|assurance|responsabilite|releve|pouvoir|delegation|document|carte|liste|statuts|coordonnees|situation)\b/;

const placesOf = (phrase: string, words: string): number[] => {
  const wanted = plainOf(phrase).words;
  const places: number[] = [];
  for (let at = words.indexOf(wanted); at !== -1; at = words.indexOf(wanted, at + 1)) places.push(at);
  return places;
};

const before = (words: string, at: number, count: number): string[] => words.slice(0, at).trim().split(" ").slice(-count);

/** True when every occurrence of the phrase in whole words cites it; false when its words are cut, so that nobody can tell. */
export function isCited(phrase: string, { words }: Stream): boolean {
  const places = placesOf(phrase, words);
  const isNoun = DOCUMENT_NOUN.test(bare(phrase));
  return (
    places.length > 0 &&
    places.every((at) => {
      const ahead = before(words, at, POSSESSIVE_REACH);
      const last = ahead.at(-1) ?? "";
      return (NUMBER.has(last) && !/^\d/.test(phrase)) || (isNoun && ARTICLE.has(last)) || ahead.some((word) => POSSESSIVE.has(word));
    })
  );
}

/** What follows is said only under a condition. On folded text, or on its words. */
export const CONDITION = /\b(?:si|s['’ ]ils?|lorsqu(?:e|['’ ])|quand|(?:en|au) cas|sauf|hypothese)\b/;
const CONDITION_REACH = 10;
/** A phrase shorter than this, without its spaces, may begin another one: « est résilié », « est résiliée ». */
const LONG_ENOUGH = 14;

/** True when the phrase is stated, and not only under a condition. */
export function isAsserted(phrase: string, stream: Stream): boolean {
  const places = placesOf(phrase, stream.words);
  const { squeezed } = plainOf(phrase);
  if (places.length === 0) return squeezed.length >= LONG_ENOUGH && stream.squeezed.includes(squeezed);
  return places.some((at) => !CONDITION.test(before(stream.words, at, CONDITION_REACH).join(" ")));
}
