/**
 * A document's text made ready for reading: without spaces, accents, punctuation or line ends, so that a phrase is found
 * however it is broken, and with each date replaced by one mark. Every character remembers the line it came from.
 */
import { fold as plainFold, squeeze as plainSqueeze } from "../../domain/plain.ts";
import { datesIn, type WrittenDate } from "./written-dates.ts";

/** A document's text, page by page, line by line, and whether it was printed or read by a scanner. */
export interface DocumentText {
  readonly pages: readonly (readonly string[])[];
  /** `ocr`: text that a scanner guessed behind an image; no date of it is taken without asking. */
  readonly layer: "printed" | "ocr";
}

export interface Line {
  /** From 1. */
  readonly page: number;
  readonly text: string;
}

/** Marks of dates in `squeezed`: each is the first character of this range plus the date's number. */
const MARK_START = 0xe000;
const MARK_COUNT = 0x1900;
export const MARK = "[\\ue000-\\uf8ff]";

export interface Stream {
  readonly squeezed: string;
  /** Without accents, lower case, words kept apart: for words too short to be searched for in `squeezed`. */
  readonly words: string;
  /** Folded, line by line, with words cut at line ends joined: for the text before and after a name. */
  readonly flow: string;
  /** The same of the first lines, where a paper says what it is. */
  readonly head: { readonly squeezed: string; readonly words: string };
  /** Length of `squeezed` up to the end of page 2: titles are on the first two pages. */
  readonly front: number;
  dateAt(mark: string): WrittenDate | undefined;
  /** Positions in `squeezed` of dates written as in a letter: "Lyon, le 4 mai 2026". */
  readonly letterDates: readonly number[];
  /** The line that the character of `squeezed` comes from. */
  lineAt(index: number): Line;
}

/** Folds a text, superscript letters too: "1ᵉʳ" → "1er". */
export function fold(text: string): string {
  return plainFold(text.normalize("NFKD"));
}

/** Letters and digits only, folded. */
export function squeeze(text: string): string {
  return plainSqueeze(text.normalize("NFKD"));
}

export function streamOf({ pages }: DocumentText): Stream {
  const lines: Line[] = pages.flatMap((page, index) => page.map((text) => ({ page: index + 1, text })));
  let folded = "";
  const lineOfFolded: number[] = [];
  const afterPlace = new Set<number>();
  lines.forEach(({ text }, index) => {
    const line = `${together(fold(text))} `;
    for (const [before] of text.matchAll(PLACE_AND_LE)) {
      if (!NO_PLACE.test(fold(before))) afterPlace.add(folded.length + fold(text.slice(0, text.indexOf(before) + before.length)).length);
    }
    folded += line;
    for (let i = 0; i < line.length; i++) lineOfFolded.push(index);
  });

  const dates = datesIn(folded).slice(0, MARK_COUNT);
  const letterDates: number[] = [];
  let squeezed = "";
  const lineOfSqueezed: number[] = [];
  let next = 0;
  for (let i = 0; i < folded.length; ) {
    const date = dates[next];
    const character = date?.start === i ? String.fromCharCode(MARK_START + next) : folded.charAt(i).replace(/[^a-z0-9]/, "");
    if (character !== "") {
      squeezed += character;
      lineOfSqueezed.push(lineOfFolded[i] ?? 0);
    }
    if (date?.start === i) {
      if (afterPlace.has(i)) letterDates.push(squeezed.length - 1);
      i = date.end;
      next += 1;
    } else i += 1;
  }

  const front = lineOfSqueezed.findIndex((line) => (lines[line]?.page ?? 1) > 2);
  return {
    squeezed,
    words: wordsOf(folded),
    head: { squeezed: squeeze(folded.slice(0, HEAD)), words: wordsOf(folded.slice(0, HEAD)) },
    flow: lines
      .map(({ text }) => together(fold(text)))
      .join("\n")
      .replace(/(?<=[a-z])-\n/g, ""),
    letterDates,
    front: front === -1 ? squeezed.length : front,
    dateAt: (mark) => dates[mark.charCodeAt(0) - MARK_START],
    lineAt: (index) => lines[lineOfSqueezed[index] ?? 0] ?? { page: 1, text: "" },
  };
}

/** How many characters the first lines are. */
const HEAD = 500;

const wordsOf = (folded: string): string => ` ${folded.replace(/[^a-z0-9]+/g, " ")} `;

/** A town, its small words included, then "le" and a date: at the start of a line or a cell, or after a comma. */
const TOWN = "\\p{Lu}[\\p{L}’'.-]*(?:[ \\u00a0]{1,2}(?:\\p{Lu}[\\p{L}’'.-]*|sur|sous|les|lès|le|la|de|du|des|en|aux|et|\\d{1,2})){0,5}";
const PLACE_AND_LE = new RegExp(
  `(?:^|[,.;:]|\\s{3})\\s*(?:(?:Fait\\s+)?[àÀAa]\\s+${TOWN}\\s*,?|${TOWN}\\s*,)\\s*[lL][eE]\\s+(?=[\\d\\p{L}])`,
  "gu",
);
/** Events dated in the same way that are not the issue: a birth, a meeting, a judgment. */
const NO_PLACE = /\b(?:nee?|tenue?|assemblee|jugement|tribunal|seance|signee?|conclue?|depuis|avant|jusqu)\b/;

/** "P R O   B T P" → "pro btp": joins letters that are spaced out one by one. */
function together(folded: string): string {
  return folded.replace(/(?<![a-z0-9])[a-z](?: {1,3}[a-z](?![a-z0-9])){2,}/g, (letters) =>
    letters.replace(/ {2,}/g, "\n").replaceAll(" ", "").replaceAll("\n", " "),
  );
}

const PLAIN = new Map<string, { readonly squeezed: string; readonly words: string }>();

/** A phrase of the rules in the forms searched for, computed once: its letters alone, and its words between spaces. */
export function plainOf(phrase: string): { readonly squeezed: string; readonly words: string } {
  const known = PLAIN.get(phrase) ?? { squeezed: squeeze(phrase), words: ` ${wordsOf(fold(phrase)).trim()} ` };
  PLAIN.set(phrase, known);
  return known;
}

/** Phrases shorter than this are searched for as whole words: squeezed, "rib" is also in "distribution". */
const LONG_ENOUGH = 9;

/** `near` also accepts a phrase with one or two scanner mistakes, and is much slower. */
export type Exactness = "exact" | "near";

/**
 * True when the phrase stands in the text.
 * @param within `head`: the first lines · `front`: the first two pages, where titles stand; a near find is looked for there only
 */
export function stands(phrase: string, stream: Stream, within: "head" | "front" | "all", how: Exactness): boolean {
  const { squeezed: wanted, words } = plainOf(phrase);
  if (within === "head" && wanted.length >= LONG_ENOUGH) return stream.head.squeezed.includes(wanted);
  if (wanted.length < LONG_ENOUGH) return (within === "head" ? stream.head.words : stream.words).includes(words);
  const front = stream.squeezed.slice(0, stream.front);
  if ((within === "front" ? front : stream.squeezed).includes(wanted)) return true;
  return how === "near" && isNear(wanted, front, Math.floor(wanted.length / LONG_ENOUGH));
}

/**
 * True when some part of the text is within `errors` insertions, deletions or replacements of the phrase (Sellers' algorithm, with Ukkonen's
 * cut-off: a beginning of the phrase that already has more mistakes is not followed).
 */
function isNear(phrase: string, text: string, errors: number): boolean {
  const length = phrase.length;
  // mistakes[i]: the fewest mistakes of a match of the phrase's first i letters that ends at this place of the text.
  const mistakes = Uint16Array.from({ length: length + 1 }, (_, i) => i);
  /** The longest beginning of the phrase within the errors: of longer ones, only the next can come within them at the next letter. */
  let followed = Math.min(errors, length);
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    const reach = Math.min(length, followed + 1);
    let diagonal = 0;
    let above = 0;
    for (let i = 1; i <= reach; i++) {
      const left = i > followed ? errors + 1 : (mistakes[i] ?? 0);
      const replaced = diagonal + (phrase.charCodeAt(i - 1) === letter ? 0 : 1);
      above = Math.min(replaced, left + 1, above + 1);
      diagonal = left;
      mistakes[i] = above;
    }
    followed = reach;
    while ((mistakes[followed] ?? 0) > errors) followed--;
    if (followed === length) return true;
  }
  return false;
}
