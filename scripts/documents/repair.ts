/** The repair of damaged PDFs, its program in the package that the extension takes it from. */
import { fileURLToPath } from "node:url";
import { repairBy } from "../../src/documents/pdf/repair.ts";

export const REPAIR = repairBy(fileURLToPath(new URL("../../node_modules/@neslinesli93/qpdf-wasm/dist/qpdf.wasm", import.meta.url)));
