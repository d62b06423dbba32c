/** What a dossier will do with a document, tried when it is dropped rather than on the deadline's day. */
import { PDFDocument, StandardFonts } from "pdf-lib";
import type { FileType } from "../../domain/files.ts";
import type { LeftOutReason } from "../../domain/prepared.ts";
import { takePages } from "./merge.ts";
import { addPicture } from "./picture.ts";
import { readyPdf } from "./ready.ts";
import type { Repair } from "./repair.ts";

interface Tried {
  readonly bytes: Uint8Array;
  readonly type: FileType;
}

/** Answers why the document could not be merged, `undefined` when it can. */
export function tryOutBy(repair: Repair): (tried: Tried) => Promise<LeftOutReason | undefined> {
  return async ({ bytes, type }) => {
    try {
      const doc = await PDFDocument.create({ updateMetadata: false });
      if (type !== "application/pdf") {
        const page = await addPicture(doc, bytes, type);
        return typeof page === "string" ? page : undefined;
      }
      // What its form holds is drawn in another font on the day: here it only matters that it can be.
      const ready = await readyPdf(bytes, { repair, embedFont: (from) => from.embedFont(StandardFonts.Helvetica) });
      if ("leftOut" in ready) return ready.leftOut;
      takePages(doc, ready);
      return undefined;
    } catch {
      return "damaged";
    }
  };
}
