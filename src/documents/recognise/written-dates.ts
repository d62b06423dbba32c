/** The dates written in a text, whatever the format, and whether they were written cleanly. Pure. */
import { isDay } from "../../domain/time.ts";

export interface WrittenDate {
  /** "2026-05-31"; `null` when the text is not a calendar day. */
  readonly day: string | null;
  /** False when a character had to be guessed or the format is ambiguous (year on two digits, "1/3/2026", "31 12 2025"). */
  readonly clean: boolean;
  readonly start: number;
  readonly end: number;
}

/** Characters that scanners read in place of digits, in lower case. */
const DIGIT_LOOKALIKES: Readonly<Record<string, string>> = {
  o: "0",
  q: "0",
  d: "0",
  i: "1",
  l: "1",
  "|": "1",
  z: "2",
  s: "5",
  b: "8",
  g: "9",
};
const DIGIT = "[0-9oqdil|zsbg]";

/** French, and English: certificates of management systems are often written in it. */
const MONTHS: readonly (readonly string[])[] = [
  ["janvier", "janv", "jan", "january"],
  ["fevrier", "fevr", "fev", "february"],
  ["mars", "march"],
  ["avril", "avr", "april"],
  ["mai", "may"],
  ["juin", "june"],
  ["juillet", "juil", "july"],
  ["aout", "august"],
  ["septembre", "sept", "sep", "september"],
  ["octobre", "oct", "october"],
  ["novembre", "nov", "november"],
  ["decembre", "dec", "december"],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** Numbers in full, as acts and notaries write days and years: "le vingt novembre deux mille vingt-six". */
const UNITS = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(" ");
const TEENS = ["dix[- ]sept", "dix[- ]huit", "dix[- ]neuf"];
const TENS = ["vingt", "trente", "quarante", "cinquante"];
const NUMBERS: readonly (readonly [words: RegExp, value: number])[] = [
  ["premier", 1] as const,
  ...[...UNITS, ...TEENS].map((word, index) => [word, index + 1] as const),
  ...TENS.flatMap((ten, index) => [
    [ten, (index + 2) * 10] as const,
    ...UNITS.slice(0, 9).map((unit, of) => [`${ten}(?:[- ]et)?[- ]${unit}e?`, (index + 2) * 10 + of + 1] as const),
  ]),
].map(([words, value]) => [new RegExp(`^${words}$`), value]);
const numberOf = (words: string): number | undefined => NUMBERS.find(([pattern]) => pattern.test(words))?.[1];
const IN_WORDS = "[a-z]+(?:[- ](?:et[- ])?[a-z]+)?";

const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2060;

/** In order of trust: where two overlap, the first is kept. */
const FORMS: readonly { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => Omit<WrittenDate, "start" | "end"> | null }[] =
  [
    {
      pattern: new RegExp(
        `(?<=\\b(?:le|du|au)\\s{1,3})(${IN_WORDS}) (${MONTHS.flat().join("|")}) (?:(\\d{4})|deux[- ]mille[- ](${IN_WORDS}))(?![\\p{L}\\d-])(?:,? ?\\(?(?:soit )?(\\d{2})/(\\d{2})/(\\d{4})(?!\\d)\\)?)?`,
        "gu",
      ),
      read: ([, words = "", month = "", year, yearWords = "", ...again]) => {
        const day = numberOf(words);
        const of = year ?? String(2000 + (numberOf(yearWords) ?? Number.NaN));
        if (day === undefined || of === "NaN") return null;
        const read = dayOf(of, String(MONTH_OF.get(month)), String(day), true);
        // Said again in figures: both must say the same.
        const [inFigures] = again.slice(0, 3).every((part) => part !== undefined) ? [dayOf(again[2], again[1], again[0], true)] : [read];
        return inFigures.day === read.day ? read : { day: null, clean: false };
      },
    },
    { pattern: /(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?!\d)/g, read: ([, year, month, day]) => dayOf(year, month, day, true) },
    {
      pattern: new RegExp(
        `(?<![\\d/.])(${DIGIT}{1,2})\\s{0,2}([/.-])\\s{0,2}(${DIGIT}{1,2})\\s{0,2}\\2\\s{0,2}(${DIGIT}{4}|${DIGIT}{2}(?!${DIGIT}))(?!\\d)`,
        "g",
      ),
      read: ([whole, day, , month, year]) => {
        if (whole.replace(/\D/g, "").length < 4) return null;
        return dayOf(year, month, day, day?.length === 2 && month?.length === 2);
      },
    },
    {
      pattern: new RegExp(`(?<![\\d/.])(1\\s?er|ler|${DIGIT}{1,2})\\s{1,3}([a-z0-9]{3,9})\\.?\\s{1,3}(${DIGIT}{4})(?!\\d)`, "g"),
      read: ([, day = "", word = "", year]) => {
        const letters = word.replaceAll("0", "o").replaceAll("1", "i");
        const month = MONTH_OF.get(letters);
        if (month === undefined) return null;
        return dayOf(year, String(month), /^1\s?er$/.test(day) ? "1" : day === "ler" ? "l" : day, letters === word);
      },
    },
    {
      // "04/1 1/2026": a scanner sees a space between two ones.
      pattern: /(?<![\d/.])(\d\s?\d)\s?\/\s?(\d\s?\d)\s?\/\s?(\d\s?\d\s?\d\s?\d)(?!\d)/g,
      read: ([, ...parts]) => {
        const [day, month, year] = parts.map((part = "") => part.replace(/\s/g, ""));
        return dayOf(year, month, day, false);
      },
    },
    {
      pattern: /(?<!\d\s?)(\d)\s?(\d)\s?(\d)\s?(\d)\s?(2)\s?(0)\s?(\d)\s?(\d)(?!\s?\d)/g,
      read: ([, a, b, c, d, ...year]) => dayOf(year.slice(0, 4).join(""), `${c}${d}`, `${a}${b}`, false),
    },
  ];

/**
 * Every date of a text, in order.
 * @param folded lower case, without accents; line ends are spaces
 */
export function datesIn(folded: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const date = read(match);
      if (date !== null) found.push({ ...date, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function dayOf(year = "", month = "", day = "", clean = false): Omit<WrittenDate, "start" | "end"> {
  const digits = [year, month, day].map(digitsOf);
  const [y = "", m = "", d = ""] = digits;
  const written = `${y.length === 2 ? `20${y}` : y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  const plausible = isDay(written) && Number(written.slice(0, 4)) >= EARLIEST_YEAR && Number(written.slice(0, 4)) <= LATEST_YEAR;
  const asWritten = [year, month, day].every((part, index) => part === digits[index]);
  return { day: plausible ? written : null, clean: clean && asWritten && y.length === 4 };
}

function digitsOf(text: string): string {
  return [...text].map((character) => DIGIT_LOOKALIKES[character] ?? character).join("");
}
