/** Years told one by the other: "Dernier exercice", "L'année d'avant", "Et celle d'avant" ; "N", "N-1", "N-2". */
import type { Guess } from "./guess.ts";
import { HEADED, qualifiersOf } from "./parties.ts";
import { namesAnother } from "./sentences.ts";
import { wordsOf } from "./words.ts";
import { afterN, isAfterAnother, type Year } from "./years.ts";

/** Where the numbers of three years are told from the last one closed, not from the one that runs. */
const LAST = /^(exercice |ann[ée]e )?N$/i;

/** The year asked before in the same block. */
interface Before {
  readonly year: NonNullable<Guess["year"]>;
  readonly row: number | null;
}

/** The guesses with the years that only their neighbours tell. */
export function inSequence(guesses: readonly Guess[]): readonly Guess[] {
  const shifted = blocksFromN(guesses);
  const last = new Map<string, Before>();
  let headed: string | undefined;
  return guesses.map((guess) => {
    const block = blockKey(guess);
    const before = last.get(block);
    const year = shifted.has(block) ? fromN(guess) : stepped(guess, before);
    // "Cotraitant : raison sociale", then "SIRET": theirs too.
    const isTheirs = headed === block && (isBare(guess) || goesOn(guess));
    if (!isTheirs) headed = isHeadedByOther(guess) ? block : undefined;
    if (isNamedInSentence(guess)) {
      headed = block;
      return { ...guess, party: "autre" as const };
    }
    if (year !== null) last.set(block, { year, row: guess.control.row });
    if (isTheirs && guess.party !== "autre") return { ...guess, party: "autre" as const };
    return year === guess.year ? guess : { ...guess, year, confidence: Math.min(guess.confidence, TOLD_BY_OTHERS) };
  });
}

/** What only its neighbours tell is to be confirmed. */
const TOLD_BY_OTHERS = 0.7;

function isHeadedByOther({ label, control }: Guess): boolean {
  return control.type === "text" && qualifiersOf(HEADED.exec(label)?.[1] ?? "").party === "autre";
}

/** "avec la société [ ], dont le siège est à [ ]". */
function isNamedInSentence({ labels, control }: Guess): boolean {
  return labels.some((one) => namesAnother(one, control));
}

function goesOn({ labels: [first], signs }: Guess): boolean {
  return (
    first?.from === "before" && /^[\p{Ll},;]/u.test(first.text) && !signs.some(({ from, says }) => from === "before" && says === "candidat")
  );
}

function isBare({ label, signs }: Guess): boolean {
  return wordsOf(label).length <= 3 && !HEADED.test(label) && !signs.some(({ from, about }) => about === "party" && from !== "heading");
}

function stepped(guess: Guess, before: Before | undefined): Guess["year"] {
  const step = guess.year === null ? saidOf(guess).find(({ text }) => isAfterAnother(text)) : undefined;
  if (step === undefined) return guess.year;
  if (before === undefined || before.year === "other") return "other";
  const isSameRow = guess.control.row !== null && guess.control.row === before.row;
  // Rows tell one year for all of their columns; columns tell it anew in each row.
  if (step.from === "table:row" && isSameRow) return before.year;
  if ((step.from === "table:column" && !isSameRow) || before.year === 3) return "other";
  return (before.year + 1) as Year;
}

/** The blocks that ask "N", "N-1" and "N-2", and not "N-3". */
function blocksFromN(guesses: readonly Guess[]): ReadonlySet<string> {
  const blocks = Map.groupBy(guesses, blockKey);
  return new Set(
    [...blocks].flatMap(([block, own]) => {
      const said = new Set(own.map(numberAfterN));
      return said.has(0) && said.has(2) && !said.has(3) ? block : [];
    }),
  );
}

function fromN(guess: Guess): Guess["year"] {
  const number = numberAfterN(guess);
  return number === null ? guess.year : number < 3 ? ((number + 1) as Year) : "other";
}

function numberAfterN(guess: Guess): number | null {
  for (const text of textsOf(guess)) {
    if (LAST.test(text.trim())) return 0;
    const number = afterN(wordsOf(text).join(" "));
    if (number !== undefined) return Number(number);
  }
  return null;
}

function textsOf(guess: Guess): readonly string[] {
  return saidOf(guess).map(({ text }) => text);
}

function saidOf({ labels }: Guess): Guess["labels"] {
  return labels.filter(({ from }) => from !== "title");
}

function blockKey(guess: Guess): string {
  return `${guess.control.form}|${partOf(guess) ?? ""}`;
}

/** The block of its title, of a title that is not the question itself. */
export function partOf({ control: { titles }, label }: Guess): number | undefined {
  return titles.find(({ text }) => text !== label)?.block;
}
