/**
 * Opens the files of a consultation: each is read according to its bytes, or refused by name; a file with a false name affects no other.
 * The PDF reader is a parameter, since it is slow and in another room.
 */
import { fileTypeOf } from "../../domain/files.ts";
import { HTML, linesOfMarkup, OPEN_DOCUMENT, WORD } from "./markup.ts";
import { isNotice, linesOfNotice, type NoticeDeadline, noticeDeadlinesOf } from "./notice-xml.ts";
import type { PagedText, Refusal } from "./paged.ts";
import { decodedText, pagesOfText } from "./plain-text.ts";
import { entriesOf, entryCountOf, unpack, type ZipEntry } from "./zip-directory.ts";

/** The text of a PDF by pages, from 1. A reader may stop at the first pages of a document that binds no candidate. */
export type PdfReader = (bytes: Uint8Array) => Promise<readonly (readonly string[])[] | "locked" | "damaged" | "scan">;

/** A file of a consultation, opened or refused. A file in an archive includes the archive's name: "dce.zip/rc.pdf". */
export interface OpenedFile {
  readonly file: string;
  readonly opened: { readonly text: PagedText; readonly notice?: readonly NoticeDeadline[] } | { readonly refused: Refusal };
}

/** Limits for archives. Sizes in bytes. */
export const LIMITS = { entries: 10_000, depth: 3, file: 100_000_000, total: 500_000_000, ratio: 250, smallest: 1_000_000 } as const;

/** How much the archives of one file may still unpack. */
interface Budget {
  entries: number;
  bytes: number;
}

/** Opens a file, and every file in it when it is an archive. Never throws for what the file holds. */
export async function openFile(file: string, bytes: Uint8Array, readPdf: PdfReader): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = [];
  for await (const one of eachOpened(file, bytes, readPdf)) opened.push(one);
  return opened;
}

/** The same, one after the other: in archives, files named as a règlement or a notice come first, with one in memory at a time. */
export function eachOpened(file: string, bytes: Uint8Array, readPdf: PdfReader): AsyncGenerator<OpenedFile> {
  return openWithin(file, bytes, readPdf, 0, { entries: LIMITS.entries, bytes: LIMITS.total });
}

async function* openWithin(file: string, bytes: Uint8Array, readPdf: PdfReader, depth: number, budget: Budget): AsyncGenerator<OpenedFile> {
  const type = typeOf(bytes);
  if (type === "zip" && agrees(extensionOf(file), type)) yield* openZip(file, bytes, readPdf, depth, budget);
  else yield openAlone(file, bytes, type, readPdf);
}

async function openAlone(file: string, bytes: Uint8Array, type: ByteType, readPdf: PdfReader): Promise<OpenedFile> {
  const said = extensionOf(file);
  if (!agrees(said, type)) return refused(file, "lying");
  if (type === "pdf") {
    const pages = await readPdf(bytes);
    if (typeof pages === "string") return refused(file, pages);
    return { file, opened: { text: { pages: pages.map((lines, index) => ({ number: index + 1, lines })), lines: "wrapped" } } };
  }
  if (type === "ole") return refused(file, OFFICE_XML.has(said) ? "locked" : "type");
  if (type === "binary" || UNREAD.has(said)) return refused(file, "type");
  const text = decodedText(bytes);
  return text === null ? refused(file, said === "txt" ? "lying" : "type") : { file, opened: openedText(text) };
}

function openedText(text: string): Exclude<OpenedFile["opened"], { readonly refused: Refusal }> {
  if (isNotice(text)) return { text: inBlocks(linesOfNotice(text)), notice: noticeDeadlinesOf(text) };
  if (/<(?:html|body|!doctype html|table|div|p|br)\b/i.test(text.slice(0, 20_000)) && /<\/\w+>/.test(text))
    return { text: inBlocks(linesOfMarkup(text, HTML)) };
  return { text: pagesOfText(text) };
}

async function* openZip(file: string, bytes: Uint8Array, readPdf: PdfReader, depth: number, budget: Budget): AsyncGenerator<OpenedFile> {
  const count = entryCountOf(bytes);
  if (count === null) return yield refused(file, "damaged");
  if (count >= budget.entries) return yield refused(file, "entries");
  budget.entries -= count;
  const entries = entriesOf(bytes);
  if (entries === null) return yield refused(file, "damaged");
  const office = openOffice(file, bytes, entries);
  if (office !== null) return yield office;
  if (depth >= LIMITS.depth) return yield refused(file, "deep");
  for (const entry of inReadingOrder(entries)) {
    const name = `${file}/${entry.name.replaceAll("\\", "/")}`;
    const taken = takenFrom(bytes, entry, budget);
    if (typeof taken === "string") yield refused(name, taken);
    else yield* openWithin(name, taken, readPdf, depth + 1, budget);
  }
}

const RULES_BY_NAME = /r[eèé]glement|(?:^|[^a-z])rc(?:[^a-z]|$)|(?:^|[^a-z])(?:avis|aapc|boamp|joue|ted)(?:[^a-z]|$)|consultation/i;

/** Whether a file is named as a règlement or a notice, whatever its folders are. */
export function isNamedAsRules(file: string): boolean {
  return RULES_BY_NAME.test(file.split(/[/\\]/).at(-1) ?? file);
}

/** A name decides only the reading order. */
function inReadingOrder(entries: readonly ZipEntry[]): ZipEntry[] {
  const rank = ({ name }: ZipEntry) => (isNamedAsRules(name) ? 0 : /\.zip$/i.test(name) ? 1 : 2);
  return entries.toSorted((one, other) => rank(one) - rank(other));
}

/** The bytes of an entry, or why it is not unpacked. */
function takenFrom(bytes: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array | Refusal {
  if (climbs(entry.name)) return "path";
  if (entry.isEncrypted) return "locked";
  if (entry.size > LIMITS.file || entry.size > budget.bytes) return "bomb";
  if (entry.size > LIMITS.smallest && entry.size > LIMITS.ratio * entry.packed) return "bomb";
  budget.bytes -= entry.size;
  const unpacked = unpack(bytes, entry);
  if (unpacked === "lies") return "bomb";
  return unpacked === "damaged" ? "damaged" : unpacked;
}

function climbs(name: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes("..");
}

/** A Word or OpenDocument text; `null` for another ZIP. */
function openOffice(file: string, bytes: Uint8Array, entries: readonly ZipEntry[]): OpenedFile | null {
  const named = (name: string) => entries.find((entry) => entry.name === name);
  const word = named("word/document.xml");
  const content = named("mimetype") === undefined ? undefined : named("content.xml");
  if (named("[Content_Types].xml") === undefined ? content === undefined : word === undefined)
    return named("[Content_Types].xml") === undefined ? null : refused(file, "type");
  if (entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$|^Basic\//i.test(name))) return refused(file, "macros");
  const entry = word ?? content;
  if (entry === undefined) return null;
  const part = takenFrom(bytes, entry, { entries: 0, bytes: LIMITS.file });
  if (typeof part === "string") return refused(file, part);
  const source = new TextDecoder().decode(part);
  if (word === undefined && !source.includes("<office:text")) return refused(file, "type");
  return { file, opened: { text: inBlocks(linesOfMarkup(source, word === undefined ? OPEN_DOCUMENT : WORD)) } };
}

function inBlocks(lines: readonly string[]): PagedText {
  return { pages: [{ number: null, lines }], lines: "blocks" };
}

function refused(file: string, why: Refusal): OpenedFile {
  return { file, opened: { refused: why } };
}

type ByteType = "pdf" | "zip" | "ole" | "binary" | "text";

const STARTS: readonly (readonly [type: ByteType, bytes: readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["ole", [0xd0, 0xcf, 0x11, 0xe0]],
  ["binary", [0x4d, 0x5a]],
  ["binary", [0x7f, 0x45, 0x4c, 0x46]],
  ["binary", [0x52, 0x61, 0x72, 0x21]],
  ["binary", [0x37, 0x7a, 0xbc, 0xaf]],
  ["binary", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];
/** In how many first bytes a zero shows that a file is not text. */
const SNIFFED = 1024;

function typeOf(bytes: Uint8Array): ByteType {
  const start = STARTS.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  // « MZ » may also begin a text.
  if (start !== undefined && !(start[1].length === 2 && !bytes.subarray(0, SNIFFED).includes(0))) return start[0];
  const type = fileTypeOf(bytes);
  if (type === undefined) return "text";
  return type === "application/pdf" ? "pdf" : "binary";
}

/** Texts that are not read: data, programs and drawings. */
const UNREAD = new Set(["csv", "js", "dxf", "dwg", "css", "json", "ifc", "ps1", "bat", "vbs", "rtf", "svg", "eml"]);
const OFFICE_XML = new Set(["docx", "docm", "xlsx", "xlsm", "pptx", "odt", "ods"]);
/** The byte types that an extension allows; another extension allows any. */
const PROMISES: Readonly<Record<string, readonly ByteType[]>> = {
  pdf: ["pdf"],
  zip: ["zip"],
  docx: ["zip", "ole"],
  docm: ["zip", "ole"],
  odt: ["zip", "ole"],
  txt: ["text"],
  html: ["text"],
  htm: ["text"],
  xml: ["text"],
};

function agrees(extension: string, type: ByteType): boolean {
  const promised = PROMISES[extension];
  return promised === undefined ? true : promised.includes(type);
}

function extensionOf(file: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(file)?.[1]?.toLowerCase() ?? "";
}
