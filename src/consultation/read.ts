/** Reads the files of a consultation, one after the other: what each asks, or why it is not read. Runs in a worker, or in Node. */

import { kindOf } from "../requirements/kind.ts";
import { eachOpened, type OpenedFile, type PdfReader } from "../requirements/open/open.ts";
import { requirementsOf } from "../requirements/requirements.ts";
import { segmentsOf } from "../requirements/segments.ts";
import type { FileRead } from "./reading.ts";

/** Pages of a PDF, all of them or the first ones. */
export type PagesReader = (bytes: Uint8Array, pages: number) => ReturnType<PdfReader>;

/** What says what a document is stands in its first pages. */
const FIRST_PAGES = 8;
/** More pages than a règlement ever has. */
const ALL_PAGES = 300;

/** A PDF that is a contract, a plan or a price list is left at its first pages: nothing of it is told anyway. */
export function soberReader(pagesOf: PagesReader): PdfReader {
  return async (bytes) => {
    const first = await pagesOf(bytes, FIRST_PAGES);
    if (typeof first === "string" || first.length < FIRST_PAGES) return first;
    const pages = first.map((lines, index) => ({ number: index + 1, lines }));
    return kindOf(segmentsOf({ pages, lines: "wrapped" }), false).isSilent ? first : pagesOf(bytes, ALL_PAGES);
  };
}

/** A file as it was dropped. */
export type DroppedFile = Pick<File, "name" | "arrayBuffer">;

/** Each file as soon as it is read. An archive that cannot be opened is told by its own name, and loses no other file. */
export async function* eachRead(files: readonly DroppedFile[], pagesOf: PagesReader): AsyncGenerator<FileRead> {
  const readPdf = soberReader(pagesOf);
  for (const file of files) {
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    );
    if (bytes === null) yield { file: file.name, refused: "damaged" };
    else for await (const opened of eachOpened(file.name, bytes, readPdf)) yield fileRead(opened);
  }
}

function fileRead({ file, opened }: OpenedFile): FileRead {
  return "refused" in opened ? { file, refused: opened.refused } : { file, asks: requirementsOf(opened.text, opened.notice) };
}
