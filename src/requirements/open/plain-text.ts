/** Reads text files: the encoding from their bytes, the pages from page marks. Pure. */
import type { Page, PagedText } from "./paged.ts";

/** The mark that PDF text extractors leave between pages: a form feed, or a line « [[page 7]] ». */
const PAGE_MARK = /^\s*\[\[\s*page\s+(\d{1,5})\s*\]\]\s*$/i;

/** Decodes the bytes; `null` when they are not text. A byte order mark wins over the encoding that the file declares. */
export function decodedText(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const plain = a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
  if (plain.subarray(0, SNIFFED).includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch {
    return new TextDecoder("windows-1252").decode(plain);
  }
}

/** How many bytes are searched for one that no text holds. */
const SNIFFED = 65_536;

/** The pages of a plain text by its marks, else one page without a number. */
export function pagesOfText(text: string): PagedText {
  const pages: { number: number | null; readonly lines: string[] }[] = [{ number: null, lines: [] }];
  const fed = text.includes("\f");
  let fedPages = 1;
  if (fed && pages[0] !== undefined) pages[0].number = fedPages;
  for (const line of text.split(/\r\n|\r|\n|(?=\f)/)) {
    const marked = PAGE_MARK.exec(line)?.[1];
    if (marked !== undefined) pages.push({ number: Number(marked), lines: [] });
    else if (line.startsWith("\f")) {
      fedPages += 1;
      pages.push({ number: fedPages, lines: [line.slice(1)] });
    } else pages.at(-1)?.lines.push(line);
  }
  const kept: Page[] = pages.filter(({ lines }) => lines.some((line) => line.trim() !== ""));
  return { pages: kept, lines: kept.some(({ lines }) => lines.some((line) => line.length > WIDEST_LINE)) ? "blocks" : "wrapped" };
}

/** The longest line on paper: a text with a longer one has each paragraph on one line. */
const WIDEST_LINE = 300;
