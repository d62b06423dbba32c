/** Reads the files of a consultation, one after the other: what each asks, or why it is not read. Runs in a worker, or in Node. */
import { kindOf } from "../requirements/kind.ts";
import { isNamedAsRules, type OpenedFile, type PdfReader } from "../requirements/open/open.ts";
import { requirementsOf } from "../requirements/requirements.ts";
import { segmentsOf } from "../requirements/segments.ts";
import type { FileRead } from "./reading.ts";
import { type DroppedFile, eachText, type PagesReader, type Scanning } from "./texts.ts";

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

/** Each file as soon as it is read. @param scanning without it, a scan is named and not read */
export async function* eachRead(
  files: readonly DroppedFile[],
  pagesOf: PagesReader,
  scanning?: Omit<Scanning, "isWanted">,
): AsyncGenerator<FileRead> {
  let hasRules = false;
  const isWanted = (file: string) => !hasRules || isNamedAsRules(file);
  for await (const opened of eachText(files, soberReader(pagesOf), scanning === undefined ? null : { ...scanning, isWanted })) {
    const read = fileRead(opened);
    if ("asks" in read && read.asks.kind === "rc") hasRules = true;
    yield read;
  }
}

function fileRead({ file, opened }: OpenedFile): FileRead {
  if ("refused" in opened) return { file, refused: opened.refused };
  const asks = requirementsOf(opened.text, opened.notice);
  return opened.text.isRecognised === true ? { file, asks, recognised: true } : { file, asks };
}
