/** Fields that a page splits over neighbouring controls: SIREN and NIC, phone, date, IBAN in boxes of a few characters. A grammar over lengths. */

import type { ControlReading } from "../domain/page-reading.ts";
import { plainOrNull } from "./found.ts";
import type { Guess } from "./guess.ts";
import { typeOfConcept } from "./guess.ts";
import type { Concept } from "./lexicon.ts";
import { countsDigits, wordsOf } from "./words.ts";

export interface Split {
  readonly concept: Concept;
  readonly part?: NonNullable<ControlReading["part"]> | undefined;
}

const UNSAID = new Set(["placeholder", "title", "table:column"]);
const PIECES: readonly (readonly [RegExp, "day" | "month" | "year"])[] = [
  [/^(jour|day|jj|dd|j)$/, "day"],
  [/^(mois|month|mm|m)$/, "month"],
  [/^(annee|year|aaaa|yyyy|an|a)$/, "year"],
];

/** For each control that takes a part: the field and the part, by its place in the list. */
export function splitsOf(guesses: readonly Guess[]): ReadonlyMap<Guess, Split> {
  const splits = new Map<Guess, Split>();
  for (let i = 0; i < guesses.length; i++) {
    const first = guesses[i];
    if (first === undefined || splits.has(first)) continue;
    const group = groupFrom(guesses, i);
    if (group.length < 2) continue;
    const parts = partsOf(first, group);
    if (parts === null) continue;
    group.forEach((guess, n) => {
      const part = parts[n];
      if (part !== undefined) splits.set(guess, part);
    });
    i += parts.length - 1;
  }
  return splits;
}

/** The control and those after it that nothing names, in the same small place. */
function groupFrom(guesses: readonly Guess[], at: number): Guess[] {
  const first = guesses[at];
  if (first === undefined || !isBox(first)) return [];
  const group = [first];
  for (let i = at + 1; i < guesses.length && group.length < 10; i++) {
    const next = guesses[i];
    const previous = group.at(-1);
    if (next === undefined || previous === undefined || !isBox(next) || !previous.control.besideNext) break;
    if (isTown(first) && next.concept === "commune") return [first, next];
    if (isAnotherField(next, first)) break;
    group.push(next);
  }
  return group;
}

/** A label of its own, or a placeholder or a tip that names another thing, makes it another field. */
function isAnotherField(next: Guess, first: Guess): boolean {
  const [column, own] = [columnOf(first), columnOf(next)];
  if (column !== undefined && own !== undefined && column !== own && pieceName(own) === null) return true;
  if (pieceName(next.label) !== null) return false;
  if (isCode(first)) return wordsOf(next.label).join(" ") !== "numero";
  if (next.by?.from === "placeholder" && next.concept !== first.concept) return !isTown(first);
  if (isSaid(next)) return next.label !== first.label && !countsDigits(next.label);
  return next.concept !== null && next.concept !== first.concept && !isNumber(next) && !isTown(first);
}

/** The header of its column. */
function columnOf({ labels }: Guess): string | undefined {
  return labels.find(({ from }) => from === "table:column")?.text;
}

function isBox({ control }: Guess): boolean {
  return control.type === "text" || control.type === "select";
}

function isSaid({ labels }: Guess): boolean {
  return labels.some(({ from }) => !UNSAID.has(from));
}

/** "SIRET" over a box of five is the NIC's: lengths decide there. */
function isNumber({ concept }: Guess): boolean {
  return concept === "siret" || concept === "siren" || concept === "nic";
}

function isTown({ concept }: Guess): boolean {
  return concept === "codePostalEtCommune";
}

function pieceName(label: string): "day" | "month" | "year" | null {
  const said = wordsOf(label).map((word) => PIECES.find(([one]) => one.test(word))?.[1]);
  const [first] = said;
  return first !== undefined && said.every((piece) => piece === first) ? first : null;
}

function lengthOf({ control: { maxLength, size } }: Guess): number {
  if (maxLength > 0) return maxLength;
  return size > 0 && size <= 10 ? size : 0;
}

function partsOf(first: Guess, group: readonly Guess[]): Split[] | null {
  const lengths = group.map(lengthOf);
  const names = group.map(partName);
  const concept = thingOf(first, names);
  const both = twoThings(first, group);
  if (both !== null) return both;
  if (concept === "siret" || concept === "siren" || concept === "siretSiege") return numberParts(lengths);
  if (
    concept === "codePostalEtCommune" ||
    (concept === "codePostal" && first.also.includes("commune")) ||
    (concept === "commune" && first.also.includes("codePostal"))
  ) {
    return townParts(first, group);
  }
  if (concept === "adresseLigne1") return addressLines(group);
  if (concept === "iban") return running("iban", lengths, (sum) => sum >= 22 && sum <= 34);
  if (concept === "contactTelephone" || concept === "contactFax") return phoneParts(concept, group, lengths);
  if (typeOfConcept(concept) === "date" && concept !== null) return dateParts(concept, lengths, names);
  return null;
}

/** "Jour", "Mois", "Année" under "Créée le", "Indicatif" after "Téléphone": the thing that the text over its parts names. */
function thingOf(first: Guess, [name]: readonly ReturnType<typeof pieceName>[]): Concept | null {
  if (name === null && !isCode(first)) return first.concept;
  const said = [...first.labels, ...first.control.titles.slice(0, 1)].map(({ text }) => plainOrNull(text)?.concept ?? null);
  return said.find((concept) => (name === null ? concept === "contactTelephone" : typeOfConcept(concept) === "date")) ?? first.concept;
}

function partName({ label, control: { placeholder, options } }: Guess): ReturnType<typeof pieceName> {
  return [label, placeholder, options[0]?.text ?? ""].map(pieceName).find((name) => name !== null) ?? null;
}

/** "Téléphone et télécopie" over two boxes: one each. */
function twoThings({ concept, also }: Guess, group: readonly Guess[]): Split[] | null {
  const [other, ...more] = also;
  if (concept !== "contactTelephone" || other !== "contactFax" || more.length > 0) return null;
  return group.length === 2 && group.every(({ control }) => control.type === "text") ? [{ concept }, { concept: other }] : null;
}

/** "CP - Ville" over two boxes. */
function townParts(first: Guess, group: readonly Guess[]): Split[] | null {
  if (group.length !== 2) return null;
  const words = wordsOf(first.label);
  const townFirst =
    words.findIndex((word) => /^(ville|commune|city|town|localite)$/.test(word)) <
    words.findIndex((word) => /^(cp|code|postal|zip|postcode)$/.test(word));
  return townFirst ? [{ concept: "commune" }, { concept: "codePostal" }] : [{ concept: "codePostal" }, { concept: "commune" }];
}

/** One label over the lines of an address: the street, then what completes it. */
function addressLines(group: readonly Guess[]): Split[] | null {
  if (group.length < 2 || group.some(({ control }) => control.type !== "text") || group.slice(1).some((guess) => lengthOf(guess) === 5))
    return null;
  return [{ concept: "adresseLigne1" }, { concept: "adresseComplement" }, ...group.slice(2).map((): Split => ({ concept: "nothing" }))];
}

/** SIREN 9 + NIC 5; or one number in groups. */
function numberParts(lengths: readonly number[]): Split[] | null {
  const [first = 0, second = 0] = lengths;
  if ((first === 9 || first === 11) && (second === 5 || second === 6)) return [{ concept: "siren" }, { concept: "nic" }];
  return running("siret", lengths, (sum) => sum === 14) ?? running("siren", lengths, (sum) => sum === 9);
}

/** Consecutive slices of the whole value, when the lengths add up to one. */
function running(concept: Concept, lengths: readonly number[], isWhole: (sum: number) => boolean): Split[] | null {
  const parts: Split[] = [];
  let at = 0;
  for (const length of lengths) {
    if (length === 0) return null;
    parts.push({ concept, part: { from: at, to: at + length } });
    at += length;
    if (isWhole(at) && (concept !== "iban" || parts.length === lengths.length)) return parts;
  }
  return null;
}

function isCode({ label }: Guess): boolean {
  return /^(indicatif|country code|prefix)( pays| du pays)?$/.test(wordsOf(label).join(" "));
}

function phoneParts(concept: Concept, group: readonly Guess[], lengths: readonly number[]): Split[] | null {
  const first = group[0];
  if (first === undefined) return null;
  const hasCode =
    isCode(first) ||
    (first.control.type === "select"
      ? first.control.options.some(({ text, value }) => /\+ ?33|\b0033\b/.test(`${text} ${value}`))
      : lengths[0] !== undefined && lengths[0] >= 3 && lengths[0] <= 5 && group.length === 2);
  if (hasCode) return [{ concept, part: { piece: "countryCode" } }, { concept }];
  return running(concept, lengths, (sum) => sum === 10);
}

function dateParts(concept: Concept, lengths: readonly number[], names: readonly ("day" | "month" | "year" | null)[]): Split[] | null {
  const three = names.slice(0, 3);
  if (three.length === 3 && three.every((name) => name !== null) && new Set(three).size === 3) {
    return three.map((piece) => ({ concept, part: { piece: piece ?? "day" } }));
  }
  const [a, b, c] = lengths;
  if (a === 2 && b === 2 && c === 4) return [day(concept), month(concept), year(concept)];
  if (a === 4 && b === 2 && c === 2) return [year(concept), month(concept), day(concept)];
  return null;
}

const day = (concept: Concept): Split => ({ concept, part: { piece: "day" } });
const month = (concept: Concept): Split => ({ concept, part: { piece: "month" } });
const year = (concept: Concept): Split => ({ concept, part: { piece: "year" } });
