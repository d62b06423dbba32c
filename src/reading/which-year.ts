/** Which year a turnover or a headcount is asked for: a title, a row or the closing day beside says it. */
import { plainOrNull } from "./found.ts";
import type { Guess } from "./guess.ts";
import { isYearly, ofYear } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import { blockOf, isWithin, type Neighbourhood } from "./neighbourhood.ts";
import { type Resolved, refused } from "./resolved.ts";
import { partOf } from "./sequence.ts";
import { suits } from "./suits.ts";
import { CONTROL } from "./weights.ts";
import { wordsOf } from "./words.ts";
import { isYearAlone, type Year } from "./years.ts";

/** How far from an amount its year or its closing day stands, in controls. */
const BESIDE = 3;

/** The field of the year that is said, or nothing. */
export function yearly(concept: Concept, guess: Guess, around: Neighbourhood): Resolved {
  if (!isYearly(concept) || guess.year === "other") return refused("another year");
  if (concept === "exerciceAnneeN1" && guess.control.titles.slice(0, 1).some(({ text }) => isShare(text)))
    return refused("the part linked to the market");
  const all = around.alike("yearly", (other) => askedYearly(other, around), concept);
  const same = inBlockOf(concept, guess, around);
  const year = guess.year ?? (same.length === 1 ? (all.length === 1 ? 1 : null) : pairedYear(guess, same, around));
  if (concept === "effectifMoyenN1" && year === 1) return { target: "effectif", of: "moyen" };
  // Three boxes without a year of their own: no order is sure.
  if (year === null) return refused("which year is not said");
  const ofYears = (other: Guess) => besideBlock(askedYearly(other, around), other, other.year);
  const [first, second] = around.alike("yearly of a year", ofYears, besideBlock(concept, guess, year) ?? "");
  return second !== undefined && first !== guess ? refused("the same year twice") : { target: ofYear(concept, year) };
}

/** The controls of the block that ask the same thing, whatever their years. */
function inBlockOf(concept: Concept, guess: Guess, around: Neighbourhood): readonly Guess[] {
  const inBlock = (other: Guess) => besideBlock(askedYearly(other, around), other);
  return around.alike("yearly of a block", inBlock, besideBlock(concept, guess) ?? "");
}

/** What is asked, of which there may be one a year; `null` where it is another's, or said too weakly. */
function askedYearly(guess: Guess, around: Neighbourhood): Concept | null {
  if (isLaterPart(guess, around)) return null;
  const concept = around.conceptOf(guess);
  const isAsked = concept !== null && guess.party !== "autre" && guess.confidence >= CONTROL.least && suits(concept, guess);
  return isAsked ? concept : null;
}

/** Of a date in parts, the first stands for all. */
function isLaterPart(guess: Guess, around: Neighbourhood): boolean {
  const [before, split] = [around.before(guess, 1), around.splitOf(guess)];
  return split?.part !== undefined && before !== undefined && around.splitOf(before)?.concept === split.concept;
}

/** What is asked with the block where it is, and its year. */
function besideBlock(concept: Concept | null, guess: Guess, year?: Guess["year"]): string | null {
  return concept === null ? null : `${concept}|${blockOf(guess) ?? ""}|${year ?? ""}`;
}

/** The amount that a label which only tells a year asks for, by what stands before it or over it; `null` where it asks something else. */
export function ofYearAlone(concept: Concept | null, guess: Guess, around: Neighbourhood): Resolved | null {
  const column = guess.labels.find(({ from }) => from === "table:column")?.text;
  // Of a column that asks something else than a year, the row tells which one.
  if (column !== undefined && !isYearAlone(column)) return null;
  if (concept === null) return goesOn(guess, around) ?? ofTitle(guess, around);
  if (concept === "exerciceFinN1") return ofTitle(guess, around);
  return concept === "exerciceAnneeN1" ? (goesOn(guess, around) ?? ofTitle(guess, around)) : null;
}

/** "Chiffre d'affaires, dernier exercice", then "Exercice précédent": a label that is a year alone goes on with the amount before it. */
function goesOn(guess: Guess, around: Neighbourhood): Resolved | null {
  if (guess.year === null || guess.year === "other" || !isYearAlone(guess.label)) return null;
  const years = new Set([guess.year]);
  for (let distance = 1; distance < BESIDE; distance++) {
    const before = around.before(guess, distance);
    if (before === undefined || partOf(before) !== partOf(guess) || before.party === "autre") return null;
    const { year } = before;
    if (year === null || year === "other" || years.has(year)) return null;
    years.add(year);
    const concept = around.conceptOf(before);
    if (concept === "chiffreAffairesN1" || concept === "effectifMoyenN1") return { target: ofYear(concept, guess.year) };
  }
  return null;
}

/** "Exercice 2025" under "Chiffre d'affaires", which the block asks nowhere else: nobody asks for a year that the label tells already. */
function ofTitle(guess: Guess, around: Neighbourhood): Resolved | null {
  const { year, label } = guess;
  const title = guess.control.titles.find(({ text }) => text !== label)?.text ?? "";
  const concept = plainOrNull(title)?.concept;
  const isYear = /^\D+20\d\d\D*$/.test(label) || isYearAlone(label.split(" / ")[0] ?? "");
  // A column that asks the year says so itself.
  if (year === null || year === "other" || !isYear || isShare(title) || guess.by?.from === "table:column") return null;
  const isAmount = concept !== undefined && isYearly(concept) && suits(concept, guess);
  return isAmount && inBlockOf(concept, guess, around).length === 0 ? { target: ofYear(concept, year) } : null;
}

/** A day asked for a year, beside the turnover of that year: the day that closes it. */
export function closesYear(guess: Guess, around: Neighbourhood): boolean {
  const { year, control } = guess;
  if (control.input !== "date" || year === null || year === "other" || guess.party === "autre") return false;
  return around.guesses.some(
    (other) => other.year === year && blockOf(other) === blockOf(guess) && around.conceptOf(other) === "chiffreAffairesN1",
  );
}

/** Boxes in rows, from the last year back, each with the year or the closing day beside: any order holds, since the rows say theirs. */
function pairedYear(guess: Guess, same: readonly Guess[], around: Neighbourhood): Year | null {
  if (same.length < 2 || same.length > 5 || same.some(({ year }) => year !== null)) return null;
  const inBlock = around.alike("block", (other) => String(blockOf(other)), String(blockOf(guess)));
  const row = same.indexOf(guess);
  const dated = ["exerciceAnneeN1", "exerciceFinN1"]
    .map((kind) => inBlock.filter((other) => around.conceptOf(other) === kind))
    .find((list) => list.length === same.length && list.every((one, at) => isBeside(one, same[at])));
  const said = dated?.[row]?.year;
  if (dated === undefined || said === "other") return null;
  if (said !== null && said !== undefined) return said;
  return dated.every(({ year }) => year === null) && (row === 0 || row === 1 || row === 2) ? ((row + 1) as Year) : null;
}

function isBeside(one: Guess, other: Guess | undefined): boolean {
  return other !== undefined && isWithin(one, other, BESIDE);
}

/** "Chiffre d'affaires annuel spécifique": of the market's own field, which each consultation defines; its years too. */
function isShare(title: string): boolean {
  return /\b(specifique|dans le domaine|objet du marche|lie au marche)\b/.test(wordsOf(title).join(" "));
}

/** "Montant HT", "Année": a figure that no text near says the kind of. */
export function isUnnamedFigure(guess: Guess): boolean {
  return (isBare(guess) && !saysFigures(guess)) || isRowOfColumn(guess);
}

/** "2025 (dernier clos)", crossed with "du": the row tells the year, and the column asks something else. */
function isRowOfColumn({ by, labels, concept }: Guess): boolean {
  if (concept !== "exerciceAnneeN1") return false;
  const column = labels.find(({ from }) => from === "table:column");
  return by?.from === "table:row" && column !== undefined && /\d/.test(by.text) && plainOrNull(column.text)?.concept !== "exerciceAnneeN1";
}

/** By the text that decided: in a table the label is the row, and the column asks. */
function isBare({ label, by }: Guess): boolean {
  return wordsOf(by?.from === "table:column" ? by.text : label).every((word) => BARE.test(word));
}

const BARE = /^(montants?|ht|ttc|eur|euros?|k|ke|en|annees?|exercices?|year|amount|fin|date|de|d|du|le|la|total|global|n|\d+)$/;
const FIGURES =
  /\b(chiffres? d? ?affaires?|ca|turnover|revenue|effectifs?|salaries|exercices?|bilans?|financ\w+|economiques?|comptes? annuels?|staff|manpower|headcount|resultats?|clos)\b/;

function saysFigures({ control, labels }: Guess): boolean {
  const texts = [...control.titles.map(({ text }) => text), ...labels.map(({ text }) => text), control.caption];
  return texts.some((text) => FIGURES.test(wordsOf(text).join(" ")));
}

/** Headcounts asked year by year are averages; that of an earlier year, whatever stands over it. */
export function isMeanHeadcount(concept: Concept, { year, control, label, labels }: Guess): boolean {
  const told = [label, ...labels.flatMap(({ from, text }) => (from === "table:column" ? text : []))];
  return (
    concept === "effectif" &&
    year !== null &&
    control.type === "text" &&
    (((year === 2 || year === 3) && told.some((text) => /\d/.test(text))) ||
      /\bmoyen/.test(wordsOf(control.titles[0]?.text ?? "").join(" ")))
  );
}
