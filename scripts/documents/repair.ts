/** The repair of damaged PDFs, with its programs loaded from the packages that the extension takes them from. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { repairBy } from "../../src/documents/pdf/repair.ts";

const inPackages = (path: string) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));

export const REPAIR = repairBy({
  qpdf: inPackages("@neslinesli93/qpdf-wasm/dist/qpdf.wasm"),
  pdfium: async () => new Uint8Array(await readFile(inPackages("@embedpdf/pdfium/dist/pdfium.wasm"))),
});
