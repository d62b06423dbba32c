/**
 * The texts of a consultation's files, one by one. Scans come last, since each page takes seconds; only those that may be the
 * règlement or a notice are read.
 */
import { kindOf } from "../requirements/kind.ts";
import { eachOpened, isNamedAsRules, type OpenedFile, type PdfReader } from "../requirements/open/open.ts";
import type { PagedText } from "../requirements/open/paged.ts";
import { segmentsOf } from "../requirements/segments.ts";

/** Pages of a PDF, all of them or the first ones. */
export type PagesReader = (bytes: Uint8Array, pages: number) => ReturnType<PdfReader>;

/** Lines of a scan's pages; each page is read only on demand. @throws when a picture is damaged */
export type ScanReader = (bytes: Uint8Array) => AsyncGenerator<readonly string[]>;

/** How scans are read by OCR. */
export interface Scanning {
  readonly readScan: ScanReader;
  /** Called before each page is read, from 1. */
  readonly onPage?: (file: string, page: number) => void;
  /** False when a scan is not worth its time, because the règlement was already read. */
  readonly isWanted: (file: string) => boolean;
}

/** A file as it was dropped. */
export type DroppedFile = Pick<File, "name" | "arrayBuffer">;

/** A scan's first pages tell its kind. */
const FIRST_SCANNED = 3;
/** A scanned règlement is not longer, and each page takes a second or more. */
const MOST_SCANNED = 40;
/** How many scans are held until the other files are read, and their total bytes. */
const HELD_SCANS = 12;
const HELD_BYTES = 60_000_000;

interface Held {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Yields each file as soon as it is read. An archive that cannot be opened is reported by name and loses no other file. */
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

/** A scan's pages, while it may be a règlement or a notice. */
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
    // Pages read before the damaged one are kept; a scan damaged from the start gives nothing.
    if (pages.length === 0) return { file, opened: { refused: "damaged" } };
  }
  return { file, opened: { text: text() } };
}
