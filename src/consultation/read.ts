/** Reads a consultation's files one by one: what each asks for, or why it is not read. Runs in a worker, or in Node. */
import { kindOf } from "../requirements/kind.ts";
import { isNamedAsRules, type OpenedFile, type PdfReader } from "../requirements/open/open.ts";
import { requirementsOf } from "../requirements/requirements.ts";
import { segmentsOf } from "../requirements/segments.ts";
import type { FileRead } from "./reading.ts";
import { type DroppedFile, eachText, type PagesReader, type Scanning } from "./texts.ts";

/** A document's first pages tell its kind. */
const FIRST_PAGES = 8;
/** More pages than any règlement has. */
const ALL_PAGES = 300;

/** Stops after the first pages of a contract, a plan or a price list: nothing of it would be shown. */
export function soberReader(pagesOf: PagesReader): PdfReader {
  return async (bytes) => {
    const first = await pagesOf(bytes, FIRST_PAGES);
    if (typeof first === "string" || first.length < FIRST_PAGES) return first;
    const pages = first.map((lines, index) => ({ number: index + 1, lines }));
    return kindOf(segmentsOf({ pages, lines: "wrapped" }), false).isSilent ? first : pagesOf(bytes, ALL_PAGES);
  };
}

/** Yields each file as soon as it is read. @param scanning without it, scans are named but not read */
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
