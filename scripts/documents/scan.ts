/** The reader of scans, with its program and data loaded from the packages that the extension takes them from. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { faxDecoderOf } from "../../src/documents/scan/coded-images.ts";
import { scanReaderBy } from "../../src/documents/scan/scan.ts";

const inPackages = (path: string) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
const read = async (path: string) => new Uint8Array(readFileSync(inPackages(path)));

const FILES = {
  core: inPackages("tesseract.js-core/tesseract-core-simd-lstm.wasm"),
  data: () => read("@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz"),
  decoder: (fileName: string) => read(`pdfjs-dist/wasm/${fileName}`),
};

export const DECODE_FAX = faxDecoderOf(FILES);
export const READ_SCAN = scanReaderBy(FILES);
/** Keeps each cell at its column, as règlements are read. */
export const READ_SCAN_AS_DRAWN = scanReaderBy(FILES, "drawn");
