/**
 * Reads the codes that a document shows, by ZXing compiled to WebAssembly (`zxing-wasm`). Loaded, with what draws the pages, at the first
 * document that may show one. What they say is told, and compared with what the document's text says; their signatures are not verified.
 */
import { PDFDocument } from "pdf-lib";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { FileType } from "../../domain/files.ts";
import type { SeenCode } from "../../domain/seen-code.ts";
import { addPicture } from "../pdf/picture.ts";
import { pagesWithCodes } from "./likely.ts";
import { type DrawPages, type Picture, pageDrawerBy } from "./render.ts";
import { twoDDocOf } from "./two-d-doc.ts";

/** Loads the bytes of the programs when they are needed. */
export interface CodeFiles {
  readonly pdfium: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly zxing: () => Promise<Uint8Array<ArrayBuffer>>;
}

export type ReadCodes = (document: { readonly bytes: Uint8Array; readonly type: FileType }) => Promise<readonly SeenCode[]>;

/** Codes on one page, at most: a page with more is a sheet of labels. */
const MOST = 12;
/** Longest address, in characters. */
const LONGEST = 1000;

export function codeReaderBy({ pdfium, zxing }: CodeFiles): ReadCodes {
  const draw: DrawPages = pageDrawerBy(pdfium);
  let ready: Promise<unknown> | null = null;

  return async ({ bytes, type }) => {
    const pdf = type === "application/pdf" ? bytes : await pageOf(bytes, type);
    const pages = pdf === null ? [] : await pagesWithCodes(pdf);
    if (pdf === null || pages.length === 0) return [];
    ready ??= zxing().then((program) => prepareZXingModule({ overrides: { wasmBinary: program.buffer }, fireImmediately: true }));
    await ready;
    const found: SeenCode[] = [];
    for (const picture of await draw(pdf, pages)) found.push(...(await codesIn(picture)));
    return found.filter((code, index) => found.findIndex((other) => JSON.stringify(other) === JSON.stringify(code)) === index);
  };
}

/** A picture, made into the page that a dossier shows. */
async function pageOf(bytes: Uint8Array, type: Exclude<FileType, "application/pdf">): Promise<Uint8Array | null> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  return typeof (await addPicture(doc, bytes, type)) === "string" ? null : doc.save();
}

async function codesIn({ data, width, height }: Picture): Promise<SeenCode[]> {
  const picture = { data, width, height, colorSpace: "srgb" } as ImageData;
  const read = await readBarcodes(picture, { formats: ["DataMatrix", "QRCode"], tryHarder: true, maxNumberOfSymbols: MOST });
  return read.flatMap(({ isValid, bytes }): SeenCode[] => {
    if (!isValid) return [];
    const text = new TextDecoder().decode(bytes);
    const code = twoDDocOf(text) ?? addressOf(text);
    return code === undefined ? [] : [code];
  });
}

function addressOf(text: string): SeenCode | undefined {
  const url = text.trim();
  return url.length <= LONGEST && /^https?:\/\/\S+$/i.test(url) && URL.canParse(url) ? { form: "address", url } : undefined;
}
