/**
 * Splits a document's text into segments: list items, paragraphs, headings. Each keeps its page and its own words, so that a finding
 * is quoted literally. Tables of contents and running headers are left out: they ask for nothing. Pure.
 */
import { unaccented } from "../domain/plain.ts";
import { cellOf, columnsOf, type Fragment, fragmentsOf } from "./columns.ts";
import type { PagedText } from "./open/paged.ts";

/** Words of the document, as they stand there, spaces made single. */
export interface Quote {
  readonly quote: string;
  /** From 1; `null` when the document has no pages. */
  readonly page: number | null;
}

export interface Segment {
  readonly page: number | null;
  /** Its lines, joined. */
  readonly text: string;
  /** The same text folded, one character for one. */
  readonly plain: string;
  /** Positions that no quote may cross, because another cell of the table was there. */
  readonly breaks: readonly number[];
  /** True for an item of a list: « - », « • », « 3. ». */
  readonly isItem: boolean;
  /** How many of its first characters say what it is about: the first cell of a table's row, or all of it. */
  readonly head: number;
}

/** C1 controls stand for Windows's quotes and dashes in pages that declare another encoding. */
const C1: Readonly<Record<string, string>> = { "\u0091": "'", "\u0092": "'", "\u0093": '"', "\u0094": '"', "\u0096": "-", "\u0097": "-" };

/** Folded, one character for one: positions in it are positions in the text. */
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
const ITEM = /^\s*(?:[-–—•*▪●○◦➢►✓√¨□☐>→⇒‣■◆·\uf000-\uf0ff]|o |\(?[a-z]\)|\d{1,2}(?:\.\d{1,2})*\s?[.)°-](?=\s|[A-ZÉÈÀ])|[ivx]{1,4}[.)] )/iu;
const HEADING = /^\s*(?:article|chapitre|section|annexe|titre|[IVX]{1,4}\.\d|\d{1,2}(?:[.-]\d{1,2})*\s?[-–.:)])\s*/i;

/** The segments of a text, in order. */
export function segmentsOf({ pages, lines: kind }: PagedText): Segment[] {
  const width = widthOf(pages.flatMap(({ lines }) => lines));
  return pages.flatMap(({ number, lines }) => {
    const columns = kind === "blocks" ? [] : columnsOf(lines);
    const segments: Segment[] = [];
    const at: { open: Paragraph; row: Row | null } = { open: new Paragraph(), row: null };
    const close = () => {
      if (at.row !== null) segments.push(at.row.segment(number));
      else if (at.open.text !== "") segments.push(...withoutRunIn(segmentOf(at.open, number)));
      at.open = new Paragraph();
      at.row = null;
    };
    for (const raw of lines) {
      const line = raw.normalize("NFC");
      const { last, text } = at.open;
      if (isLeftOut(line)) close();
      else if (at.row?.goesOn(line) === true) at.row.add(line);
      else if (Row.begins(columns, line)) {
        close();
        at.row = new Row(columns, line);
      } else if (LONE_CELL.test(line) && last !== null) at.open.breakHere();
      // An empty line inside a sentence comes from the paper's layout.
      else if (line.trim() === "") (last !== null && /[a-z,'’(]$/.test(last)) || close();
      else {
        if (kind === "blocks" || last === null || startsAnew(line, last, width * (ITEM.test(text) ? SHORT_ITEM : SHORT))) close();
        at.open.add(line);
      }
    }
    close();
    return segments;
  });
}

/** A row of a table: the lines of each cell are one text, and no quote crosses cells. */
class Row {
  private readonly cells = new Map<number, string[]>();
  private readonly columns: readonly number[];

  constructor(columns: readonly number[], line: string) {
    this.columns = columns;
    this.add(line);
  }

  /** A line with a part at the margin and one at a column, and nothing between them. */
  static begins(columns: readonly number[], line: string): boolean {
    if (columns.length === 0 || LAST_CELL.test(line)) return false;
    const cells = fragmentsOf(line).map((one) => cellOf(columns, one));
    return cells[0] === 0 && cells.some((cell) => cell !== 0) && !cells.includes(null);
  }

  /** True for a line whose parts all continue cells of the row. */
  goesOn(line: string): boolean {
    const fragments = fragmentsOf(line);
    const cells = fragments.map((one) => cellOf(this.columns, one));
    const [first] = fragments;
    if (first === undefined || cells.includes(null) || fragments.some((one, index) => this.crosses(one, cells[index] ?? 0))) return false;
    if (cells[0] !== 0) return true;
    return /^[\p{Ll}(]/u.test(first.text) && !ITEM.test(first.text);
  }

  /** True for a part too long for its cell: the line is not part of the table. */
  private crosses({ column, text }: Fragment, cell: number): boolean {
    const next = this.columns[cell];
    return next !== undefined && column + text.length > next;
  }

  add(line: string): void {
    for (const fragment of fragmentsOf(line)) {
      const cell = cellOf(this.columns, fragment) ?? 0;
      this.cells.set(cell, [...(this.cells.get(cell) ?? []), fragment.text]);
    }
  }

  segment(page: number | null): Segment {
    const cells = [...this.cells].toSorted(([one], [other]) => one - other).map(([, lines]) => lines);
    const isAlone = cells.flat().length === 2;
    const breaks: number[] = [];
    let text = "";
    for (const fragment of cells.flat()) {
      if (text !== "") breaks.push(text.length);
      text = text === "" ? fragment : `${text} ${fragment}`;
    }
    const head = (cells[0] ?? []).join(" ").length;
    return { page, text, plain: foldedInPlace(text), breaks: isAlone ? [head] : breaks, isItem: ITEM.test(text), head };
  }
}

/** « Article 3.1 Documents de la candidature. Le candidat produit … »: a heading followed by its text on the same line. */
const RUN_IN = /^\s*(?:article\s+\d[\d.]*|\d{1,2}(?:\.\d{1,2})+)\s?[-–.:)]*\s*\p{Lu}[^.:;]{5,90}\.\s+(?=\p{Lu})/iu;

function withoutRunIn(segment: Segment): Segment[] {
  const heading = RUN_IN.exec(segment.text)?.[0];
  if (heading === undefined || segment.text.length < 2 * heading.length) return [segment];
  const part = (from: number, to: number): Segment => {
    const text = segment.text.slice(from, to).trim();
    const breaks = segment.breaks.filter((at) => at > from && at < to).map((at) => at - from);
    return { page: segment.page, text, plain: foldedInPlace(text), breaks, isItem: ITEM.test(text), head: text.length };
  };
  return [part(0, heading.length), part(heading.length, segment.text.length)];
}

function isLeftOut(drawn: string): boolean {
  const line = drawn.trim().replace(/\s{3,}/g, "   ");
  return CONTENTS.test(line) || CONTENTS_BY_GAP.test(line) || RUNNING.test(line) || CONTENTS_IN_A_ROW.test(line);
}

/** Joined lines, with the positions where another cell of the table was. */
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

/** The length in characters that nine lines in ten do not exceed. */
function widthOf(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trim().replace(/\s{3,}/g, "   ").length).filter((length) => length > 0);
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
}

/** A title in capitals is not part of a sentence. */
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u;
/** « Attestation … », « Kbis … », each on its own line, without a list mark. */
const NAMES_A_PIECE =
  /^\s*(?:Attestations?|Certificats?|Extraits?|Imprimés?|Formulaires?|Listes?|Références?|Déclarations?|Copies?|Pouvoirs?|Moyens|Bilans?|Mémoire|Acte d|Bordereau|K ?-?bis|DC ?\d|DUME|DPGF|BPU|DQE|RIB|CV|Quali[a-z]+)\b/;

/** « Lot n° 2 : Chauffage », a lot's own line in the list of the lots. */
const NAMES_A_LOT = /^\s*lots?\s*(?:n\s?[°ºo]\s*)?\d{1,2}\s*[:–-]\s*\p{L}/iu;

/** A line shorter than this share of the page's width ends its paragraph, when the next could begin one. */
const SHORT = 0.55;
/** The same for an item of a list, which seldom ends with a full stop. */
const SHORT_ITEM = 0.85;

/** A line that cannot end a sentence. */
const ENDS_OPEN =
  /[,(’'-]$|\s(?:et|ou|de|du|des|la|le|les|à|au|aux|en|par|pour|sur|d|l|n°|une?|un|ses|son|sa|leurs?|avec|dont|que|qui|toute?|chaque)$/i;

function startsAnew(line: string, last: string, short: number): boolean {
  if (ITEM.test(line) || HEADING.test(line)) return !/(?:articles?|n°|et|à|de|du|ou|au|L\.|R\.|D\.)$/i.test(last);
  // An open parenthesis continues below.
  if (/[:;]$/.test(last)) return !/\([^)]*$/.test(last);
  if (CAPITALS.test(line.trim()) !== CAPITALS.test(last)) return /^\s*\p{Lu}/u.test(line) && !/[,(’'-]$|\s\p{Ll}{1,3}$/u.test(last);
  if ((NAMES_A_PIECE.test(line) || NAMES_A_LOT.test(line)) && !ENDS_OPEN.test(last)) return true;
  const canBegin = /^\s*["«(]?[\p{Lu}\d]/u.test(line);
  if (last.length < short && canBegin && !ENDS_OPEN.test(last)) return true;
  // An hour ends its announcement, and a box ends its question.
  return /(?:[.!?…»)]|:\s?(?:oui|non)|\d\s?h(?:\s?\d{2})?|\d:\d{2}|heures?)$/i.test(last) && canBegin;
}

function segmentOf({ text, breaks }: Paragraph, page: number | null): Segment {
  return { page, text, plain: foldedInPlace(text), breaks, isItem: ITEM.test(text), head: text.length };
}

/** The longest quote, in characters. */
const LONGEST = 420;

/** The segment's sentence around a position, quoted literally. */
export function quoteOf(segment: Segment, start: number, end: number): Quote {
  const { text, breaks, page } = segment;
  const floor = Math.max(0, ...breaks.filter((at) => at <= start));
  const roof = Math.min(text.length, ...breaks.filter((at) => at > start));
  const [from, to] = sentenceAround(text, start, Math.min(end, roof), floor, roof);
  return { quote: clipped(text.slice(from, to), start - from), page };
}

/** The bounds of the sentence around a position: a full stop before a capital, a semicolon, a break of the table. */
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
  const quote = sentence.replace(/^\s*(?:[-–—•*▪●○◦➢►✓√¨□☐>→⇒‣■◆·\uf000-\uf0ff]\s*)+/u, "").trim();
  if (quote.length <= LONGEST) return quote;
  const shift = Math.max(0, Math.min(place - 120, quote.length - LONGEST));
  const from = shift === 0 ? 0 : quote.indexOf(" ", shift) + 1;
  const cut = quote.slice(from, from + LONGEST);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).trim();
}
