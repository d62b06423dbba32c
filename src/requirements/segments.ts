/**
 * A document's text as what is read at once: items of a list, paragraphs, headings. Each keeps its page and its own words, so that a finding
 * is quoted as it stands. Tables of contents and running headers are left out: what they name is not asked there. Pure.
 */
import { unaccented } from "../domain/plain.ts";
import type { PagedText } from "./open/paged.ts";

/** Words of the document, as they stand there, spaces made single. */
export interface Quote {
  readonly quote: string;
  /** From 1; `null` when the document has no pages. */
  readonly page: number | null;
}

export interface Segment {
  readonly page: number | null;
  /** Its lines, put together. */
  readonly text: string;
  /** The same letters folded, one for one. */
  readonly plain: string;
  /** Places that no quote goes across: another cell of the table stood there. */
  readonly breaks: readonly number[];
  /** Begins as an item of a list: « - », « • », « 3. ». */
  readonly isItem: boolean;
}

/** C1 controls are what Windows wrote for quotes and dashes in pages that said another encoding. */
const C1: Readonly<Record<string, string>> = { "\u0091": "'", "\u0092": "'", "\u0093": '"', "\u0094": '"', "\u0096": "-", "\u0097": "-" };

/** Folded, one letter for one: places in it are places in the text. */
export function foldedInPlace(text: string): string {
  const composed = unaccented(text);
  if (composed.length !== text.length) return text.toLowerCase().padEnd(text.length).slice(0, text.length);
  return Array.from({ length: text.length }, (_, index) => {
    const letter = composed.charAt(index);
    const lower = (C1[letter] ?? letter).toLowerCase();
    return lower.length === 1 ? lower : letter;
  }).join("");
}

/** « 2.5 Délai de validité des offres ……… 5 »: a line of a table of contents. */
const CONTENTS = /(?:\.{4,}|…{2,}|_{4,}|(?: \.){3,})\s*\d{0,3}\s*$|\s(?:\.{3}|…)\s*\d{1,3}\s*$|PAGEREF|TOC \\o/;
const CONTENTS_IN_A_ROW = /(?:\s\.\s?\d{1,3}\b.{0,90}?){3}/;
const CONTENTS_BY_GAP = /^\s*(?:article\b|annexe\b|\d{1,2}(?:[.-]\d{1,2})*\b).*\S {3,}\d{1,3}\s*$/i;
/** « Page 7 sur 15 R.C. », alone on its line. */
const RUNNING = /^.{0,60}\bpage\s*:?\s*\d{1,3}\s*(?:sur|\/|of)\s*\d{1,3}\b.{0,20}$/i;
/** The cell of a table that says whether a piece is signed. */
const LONE_CELL = /^\s*(?:oui|non)\s*$/i;
const LAST_CELL = /\s{3,}(?:oui|non)\s*$/i;
const ITEM = /^\s*(?:[-–—•*▪●○◦➢►✓√¨□☐→⇒‣■◆·\uf000-\uf0ff]|o |\(?[a-z]\)|\d{1,2}(?:\.\d{1,2})*\s?[.)°-](?=\s|[A-ZÉÈÀ])|[ivx]{1,4}[.)] )/iu;
const HEADING = /^\s*(?:article|chapitre|section|annexe|titre|[IVX]{1,4}\.\d|\d{1,2}(?:[.-]\d{1,2})*\s?[-–.:)])\s*/i;

/** The segments of a text, in order. */
export function segmentsOf({ pages, lines: kind }: PagedText): Segment[] {
  const width = widthOf(pages.flatMap(({ lines }) => lines));
  return pages.flatMap(({ number, lines }) => {
    const segments: Segment[] = [];
    let open = new Paragraph();
    const close = () => {
      if (open.text !== "") segments.push(segmentOf(open, number));
      open = new Paragraph();
    };
    for (const raw of lines) {
      const line = raw.normalize("NFC");
      const { last } = open;
      if (isLeftOut(line)) close();
      else if (LONE_CELL.test(line) && last !== null) open.breakHere();
      // An empty line between two lines of a sentence is the paper's, not the sentence's.
      else if (line.trim() === "") (last !== null && /[a-z,'’(]$/.test(last)) || close();
      else {
        if (kind === "blocks" || last === null || startsAnew(line, last, width)) close();
        open.add(line);
      }
    }
    close();
    return segments;
  });
}

function isLeftOut(line: string): boolean {
  return CONTENTS.test(line) || CONTENTS_BY_GAP.test(line) || RUNNING.test(line) || CONTENTS_IN_A_ROW.test(line);
}

/** Lines put together, with the places where another cell of the table stood. */
class Paragraph {
  text = "";
  last: string | null = null;
  readonly breaks: number[] = [];

  add(line: string): void {
    const own = line.replace(LAST_CELL, "").replace(/\s+/g, " ").trim();
    const hasCells = /\S\s{3,}\S/.test(line);
    if (hasCells && this.last !== null) this.breakHere();
    this.text = this.last === null ? own : `${this.text} ${own}`;
    this.last = own;
    if (hasCells) this.breakHere();
  }

  breakHere(): void {
    this.breaks.push(this.text.length);
  }
}

/** The length that nine lines in ten do not pass, letters. */
function widthOf(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trim().length).filter((length) => length > 0);
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
}

/** A line much shorter than the page is wide ends its paragraph, when the next could begin one. */
const SHORT = 0.55;

function startsAnew(line: string, last: string, width: number): boolean {
  if (ITEM.test(line) || HEADING.test(line)) return !/(?:articles?|n°|et|à|de|du|ou|au|L\.|R\.|D\.)$/i.test(last);
  if (/[:;]$/.test(last)) return true;
  const canBegin = /^\s*["«(]?[\p{Lu}\d]/u.test(line);
  if (last.length < SHORT * width && canBegin && !/[,(’'-]$|\s(?:et|ou|de|du|des|la|le|les|à|au|aux|en|par|pour|sur|d|l|n°)$/i.test(last))
    return true;
  // An hour ends what announces it.
  return /(?:[.!?…»)]|\d\s?h(?:\s?\d{2})?|\d:\d{2}|heures?)$/i.test(last) && canBegin;
}

function segmentOf({ text, breaks }: Paragraph, page: number | null): Segment {
  return { page, text, plain: foldedInPlace(text), breaks, isItem: ITEM.test(text) };
}

/** A quote is not longer than this, letters. */
const LONGEST = 420;

/** The sentence of a segment that holds a place, as it stands in the document. */
export function quoteOf(segment: Segment, start: number, end: number): Quote {
  const { text, breaks, page } = segment;
  const floor = Math.max(0, ...breaks.filter((at) => at <= start));
  const roof = Math.min(text.length, ...breaks.filter((at) => at > start));
  const [from, to] = sentenceAround(text, start, Math.min(end, roof), floor, roof);
  return { quote: clipped(text.slice(from, to), start - from), page };
}

/** The bounds of the sentence around a place: a full stop before a capital, a semicolon, a break of the table. */
export function sentenceAround(text: string, start: number, end: number, floor = 0, roof = text.length): [from: number, to: number] {
  const before = text.slice(floor, start);
  const from = floor + Math.max(0, ...[...before.matchAll(END_OF_SENTENCE)].map(({ index, 0: { length } }) => index + length));
  END_OF_SENTENCE.lastIndex = 0;
  const next = [...text.slice(end, roof).matchAll(END_OF_SENTENCE)][0];
  const to = next === undefined ? roof : end + next.index + 1;
  return [from, to];
}

const END_OF_SENTENCE = /(?:(?<!\b(?:art|[LRDNn]|M|cf|ex|env|p))[.!?]\s+(?=["«(]?[\p{Lu}•-])|;\s+)/gu;

function clipped(sentence: string, place: number): string {
  const quote = sentence.replace(/^\s*(?:[-–—•*▪●○◦➢►✓√¨□☐→⇒‣■◆·\uf000-\uf0ff]\s*)+/u, "").trim();
  if (quote.length <= LONGEST) return quote;
  const shift = Math.max(0, Math.min(place - 120, quote.length - LONGEST));
  const from = shift === 0 ? 0 : quote.indexOf(" ", shift) + 1;
  const cut = quote.slice(from, from + LONGEST);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).trim();
}
