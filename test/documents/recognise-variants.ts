/** Ways in which the text of a document can reach us altered. Each is a pure function of the pages and of a random source. */

import type { DocumentText } from "../../src/documents/recognise/stream.ts";
import { unaccented } from "../../src/domain/plain.ts";

/** 0 ≤ value < 1, reproducible from a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Pages = DocumentText["pages"];
type Variant = (pages: Pages, random: () => number) => DocumentText;

const printed = (pages: Pages): DocumentText => ({ pages, layer: "printed" });
const eachLine = (pages: Pages, change: (line: string) => string): Pages => pages.map((lines) => lines.map(change));

function rewrap(lines: readonly string[], random: () => number): string[] {
  const words = lines.join(" ").split(/\s+/);
  const wrapped: string[] = [];
  let line = "";
  for (const word of words) {
    line = line === "" ? word : `${line} ${word}`;
    if (random() < 0.25) {
      wrapped.push(line);
      line = "";
    }
  }
  return line === "" ? wrapped : [...wrapped, line];
}

const LETTER_CONFUSIONS: readonly (readonly [string, string])[] = [
  ["rn", "m"],
  ["e", "c"],
  ["i", "l"],
  ["l", "1"],
  ["o", "0"],
  ["u", "n"],
  ["a", "o"],
  ["t", "f"],
];
const DIGIT_CONFUSIONS: readonly (readonly [string, string])[] = [
  ["0", "8"],
  ["3", "8"],
  ["1", "7"],
  ["5", "6"],
  ["0", "O"],
  ["1", "l"],
  ["6", "G"],
];

function confuse(line: string, confusions: readonly (readonly [string, string])[], rate: number, random: () => number): string {
  return confusions.reduce(
    (text, [from, to]) => text.split(from).reduce((done, part) => done + (random() < rate ? to : from) + part),
    line,
  );
}

export const VARIANTS: Readonly<Record<string, Variant>> = {
  "tel quel": printed,
  "sans accents": (pages) => printed(eachLine(pages, (line) => unaccented(line.normalize("NFC")))),
  "tout en capitales": (pages) => printed(eachLine(pages, (line) => line.toUpperCase())),
  "lignes coupées au hasard": (pages, random) => printed(pages.map((lines) => rewrap(lines, random))),
  "espaces insécables, ligatures, apostrophes": (pages) =>
    printed(eachLine(pages, (line) => line.replaceAll(" ", "\u00a0 ").replaceAll("fi", "ﬁ").replaceAll("'", "’"))),
  "lettres espacées": (pages) => printed(eachLine(pages, (line) => (/\d/.test(line) ? line : [...line].join(" ")))),
  "mots coupés en fin de ligne": (pages, random) =>
    printed(
      pages.map((lines) =>
        lines.flatMap((line) =>
          random() < 0.4 && !/\d/.test(line) && line.length > 30 ? [`${line.slice(0, 25)}-`, line.slice(25)] : [line],
        ),
      ),
    ),
  "autre entreprise et autres dates en pied de page": (pages) =>
    printed(
      pages.map((lines) => [
        ...lines,
        "Imprimerie du Parc, 902 100 072 RCS Lyon, dépôt légal du 03/02/2019",
        "Page 1/1 — modèle du 14.09.2021",
      ]),
    ),
  "O au lieu de 0 dans les chiffres": (pages, random) =>
    printed(
      eachLine(pages, (line) =>
        confuse(
          line,
          [
            ["0", "O"],
            ["1", "l"],
          ],
          0.3,
          random,
        ),
      ),
    ),
  "lecture optique, 2 % d'erreurs": (pages, random) => ({
    pages: eachLine(pages, (line) => confuse(confuse(line, LETTER_CONFUSIONS, 0.02, random), DIGIT_CONFUSIONS, 0.02, random)),
    layer: "ocr",
  }),
  "lecture optique, 8 % d'erreurs": (pages, random) => ({
    pages: eachLine(pages, (line) => confuse(confuse(line, LETTER_CONFUSIONS, 0.08, random), DIGIT_CONFUSIONS, 0.08, random)),
    layer: "ocr",
  }),
  "tableau lu par lignes : intitulés puis dates": (pages) => printed(pages.map(stackDates)),
  "deux dates de validité": (pages) => printed(pages.map((lines) => [...lines, ...lines.flatMap(otherDate)])),
};

/** « Valable jusqu'au D1 », « Délivré le D2 » become « Valable jusqu'au », « Délivré le », D1, D2. */
function stackDates(lines: readonly string[]): string[] {
  const date = /\d{2}[/.]\d{2}[/.]\d{4}|\d{1,2}(?:er)? \p{L}+ \d{4}/gu;
  const labels: string[] = [];
  const dates: string[] = [];
  const rest: string[] = [];
  for (const line of lines) {
    const found = line.match(date);
    if (found?.length !== 1) {
      rest.push(line);
      continue;
    }
    labels.push(line.replace(date, "").trim());
    dates.push(...found);
  }
  return [...rest, ...labels, ...dates];
}

/** The line followed by itself with a date a year later, as a contradiction. */
function otherDate(line: string): string[] {
  return /jusqu'au|à la date du|fin de validité/i.test(line) ? [line.replace(/\b(20\d{2})\b/g, (year) => String(Number(year) + 1))] : [];
}
