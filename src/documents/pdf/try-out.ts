/** Tries what a dossier will do with a document when it is dropped, rather than on the day of the deadline. */
import { PDFDocument, StandardFonts } from "pdf-lib";
import type { FileType } from "../../domain/files.ts";
import { CAVEATS, type TriedOut } from "../../domain/prepared.ts";
import { takePages } from "./merge.ts";
import { addPicture } from "./picture.ts";
import { readyPdf } from "./ready.ts";
import type { Repair } from "./repair.ts";

interface Tried {
  readonly bytes: Uint8Array;
  readonly type: FileType;
}

export function tryOutBy(repair: Repair): (tried: Tried) => Promise<TriedOut> {
  return async ({ bytes, type }) => {
    try {
      const doc = await PDFDocument.create({ updateMetadata: false });
      if (type !== "application/pdf") {
        const page = await addPicture(doc, bytes, type);
        return typeof page === "string" ? { unfit: page } : {};
      }
      // The dossier will draw form values in another font: here it only matters that they can be drawn.
      const ready = await readyPdf(bytes, { repair, embedFont: (from) => from.embedFont(StandardFonts.Helvetica) });
      if ("leftOut" in ready) return { unfit: ready.leftOut };
      takePages(doc, ready);
      const caveats = CAVEATS.filter((caveat) => ready[caveat]);
      return {
        ...(ready.signatures.length === 0 ? {} : { signatures: ready.signatures }),
        ...(caveats.length === 0 ? {} : { caveats }),
      };
    } catch {
      return { unfit: "damaged" };
    }
  };
}
