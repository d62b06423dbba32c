/** The files of a consultation from the disk, read by the product's own code; every quote is looked for where it is said to stand. */
import { basename } from "node:path";
import { eachText, type Scanning } from "../../src/consultation/texts.ts";
import { textOf } from "../../src/documents/recognise/text.ts";
import type { PdfReader } from "../../src/requirements/open/open.ts";
import type { PagedText, Refusal } from "../../src/requirements/open/paged.ts";
import { NOTHING, type Requirements, requirementsOf } from "../../src/requirements/requirements.ts";
import { bytesOfFile } from "../documents/asked.ts";
import { READ_SCAN_AS_DRAWN } from "../documents/scan.ts";

export interface ReadFile {
  readonly told: { readonly file: string; readonly refused?: Refusal; readonly recognised?: true } & Requirements;
  readonly quotes: { readonly told: number; readonly standing: number };
}

/** Pages read at most: more than any règlement has. */
const PAGES = 300;

const readPdf: PdfReader = async (bytes) => {
  const outcome = await textOf(bytes, { pages: PAGES, lines: "drawn" });
  if (outcome.state === "text") return outcome.text.pages;
  return outcome.state === "unreadable" ? "damaged" : outcome.state;
};

const SCANNING: Scanning = {
  readScan: (bytes) => READ_SCAN_AS_DRAWN({ bytes, type: "application/pdf" }),
  isWanted: () => true,
};

/** Reads files and the files of archives, in order, scans last. @param readsScans scans are read too, by text recognition */
export async function readFiles(paths: readonly string[], readsScans = true): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const path of paths) {
    const dropped = { name: basename(path), arrayBuffer: async () => new Uint8Array(bytesOfFile(path)).buffer };
    for await (const { file, opened } of eachText([dropped], readPdf, readsScans ? SCANNING : null)) {
      if ("refused" in opened) read.push({ told: { file, refused: opened.refused, ...NOTHING }, quotes: { told: 0, standing: 0 } });
      else {
        const requirements = requirementsOf(opened.text, opened.notice);
        const how = opened.text.isRecognised === true ? { recognised: true as const } : {};
        read.push({ told: { file, ...how, ...requirements }, quotes: standingOf(opened.text, requirements) });
      }
    }
  }
  return read;
}

/** How many quotes are given, and how many are found in the text of their page, runs of spaces counting as one. */
export function standingOf(text: PagedText, requirements: Requirements): ReadFile["quotes"] {
  const quotes = quotesIn(requirements);
  const pages = text.pages.map(({ number, lines }) => ({ number, text: single(lines.join(" ")) }));
  const standing = quotes.filter(({ quote, page }) => pages.some((one) => one.number === page && one.text.includes(single(quote))));
  return { told: quotes.length, standing: standing.length };
}

const single = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

function quotesIn(value: unknown): { quote: string; page: number | null }[] {
  if (value === null || typeof value !== "object") return [];
  const own =
    "quote" in value && typeof value.quote === "string"
      ? [{ quote: value.quote, page: "page" in value && typeof value.page === "number" ? value.page : null }]
      : [];
  return [...own, ...Object.values(value).flatMap(quotesIn)];
}
