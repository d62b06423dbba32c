/**
 * The texts of a consultation's files, one after the other. Scans come last, for each of their pages takes seconds: only those that may be the
 * règlement or a notice are read.
 */
import { kindOf } from "../requirements/kind.ts";
import { eachOpened, isNamedAsRules, type OpenedFile, type PdfReader } from "../requirements/open/open.ts";
import type { PagedText } from "../requirements/open/paged.ts";
import { segmentsOf } from "../requirements/segments.ts";

/** Pages of a PDF, all of them or the first ones. */
export type PagesReader = (bytes: Uint8Array, pages: number) => ReturnType<PdfReader>;

/** Lines of the pages of a scan, a page read only when it is asked. @throws when a picture is damaged */
export type ScanReader = (bytes: Uint8Array) => AsyncGenerator<readonly string[]>;

/** How the letters of scans are read, when they are. */
export interface Scanning {
  readonly readScan: ScanReader;
  /** Told of each page before it is read, from 1. */
  readonly onPage?: (file: string, page: number) => void;
  /** Whether a scan is worth its time: the person already has the règlement. */
  readonly isWanted: (file: string) => boolean;
}

/** A file as it was dropped. */
export type DroppedFile = Pick<File, "name" | "arrayBuffer">;

/** What says what a document is stands in its first pages. */
const FIRST_SCANNED = 3;
/** A règlement that was scanned is not longer; each page takes a second or more. */
const MOST_SCANNED = 40;
/** What is held of scans until all else is read: so many, bytes in all. */
const HELD_SCANS = 12;
const HELD_BYTES = 60_000_000;

interface Held {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Each file as soon as it is read. An archive that cannot be opened is told by its own name, and loses no other file. */
export async function* eachText(files: readonly DroppedFile[], readPdf: PdfReader, scanning: Scanning | null): AsyncGenerator<OpenedFile> {
  const held: Held[] = [];
  let scanned: Uint8Array | null = null;
  const watched: PdfReader = async (bytes) => {
    const pages = await readPdf(bytes);
    scanned = pages === "scan" ? bytes : null;
    return pages;
  };
  for (const file of files) {
    const bytes = await bytesOf(file);
    if (bytes === null) yield { file: file.name, opened: { refused: "damaged" } };
    else
      for await (const one of eachOpened(file.name, bytes, watched)) {
        if (scanning !== null && "refused" in one.opened && one.opened.refused === "scan" && scanned !== null && hasRoom(held, scanned))
          held.push({ file: one.file, bytes: scanned });
        else yield one;
      }
  }
  if (scanning !== null) yield* eachScan(held, scanning);
}

async function* eachScan(held: readonly Held[], scanning: Scanning): AsyncGenerator<OpenedFile> {
  for (const one of held.toSorted((a, b) => Number(isNamedAsRules(b.file)) - Number(isNamedAsRules(a.file))))
    yield scanning.isWanted(one.file) ? await recognised(one, scanning) : { file: one.file, opened: { refused: "scan" } };
}

async function bytesOf(file: DroppedFile): Promise<Uint8Array | null> {
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
}

function hasRoom(held: readonly Held[], more: Uint8Array): boolean {
  return held.length < HELD_SCANS && held.reduce((sum, { bytes }) => sum + bytes.length, more.length) <= HELD_BYTES;
}

/** A scan's pages, as long as they may be those of a règlement or of a notice. */
async function recognised({ file, bytes }: Held, { readScan, onPage }: Scanning): Promise<OpenedFile> {
  const pages: PagedText["pages"][number][] = [];
  const text = (): PagedText => ({ pages, lines: "wrapped", isRecognised: true });
  try {
    onPage?.(file, 1);
    for await (const lines of readScan(bytes)) {
      pages.push({ number: pages.length + 1, lines });
      if (pages.length === MOST_SCANNED) break;
      if (pages.length === FIRST_SCANNED && kindOf(segmentsOf(text()), false).kind === "other") break;
      onPage?.(file, pages.length + 1);
    }
  } catch {
    // What was read of it before is told; of a picture damaged from the start, nothing.
    if (pages.length === 0) return { file, opened: { refused: "damaged" } };
  }
  return { file, opened: { text: text() } };
}
