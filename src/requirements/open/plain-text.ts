/** The text of files that are text: their encoding told from their bytes, their pages from what marks them. Pure. */
import type { Page, PagedText } from "./paged.ts";

/** What a programme that takes text out of a PDF leaves between pages: a form feed, or a line « [[page 7]] ». */
const PAGE_MARK = /^\s*\[\[\s*page\s+(\d{1,5})\s*\]\]\s*$/i;

/** The text that the bytes are; `null` when they are no text. A mark of order is believed before what the file says of itself. */
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

/** How far a byte that no text holds is looked for. */
const SNIFFED = 65_536;

/** The pages of a plain text: those that it marks, else one without a number. */
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

/** No paper has longer lines: a text that has one writes each paragraph on its line. */
const WIDEST_LINE = 300;
