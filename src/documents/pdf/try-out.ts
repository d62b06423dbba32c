/** Tries what a dossier will do with a document when it is dropped, rather than on the day of the deadline. */
import { PDFDocument } from "pdf-lib";
import type { FileType } from "../../domain/files.ts";
import { CAVEATS, type TriedOut } from "../../domain/prepared.ts";
import { embedMain } from "./letters.ts";
import { takePages } from "./merge.ts";
import { addPicture } from "./picture.ts";
import { readyPdf } from "./ready.ts";
import type { Repair } from "./repair.ts";

interface Tried {
  readonly bytes: Uint8Array;
  readonly type: FileType;
}

interface TryOutDeps {
  readonly repair: Repair;
  /** The dossier's first regular typeface, in which form values are drawn; asked for at the first form that needs it. */
  readonly typeface: () => Promise<Uint8Array>;
}

export function tryOutBy({ repair, typeface }: TryOutDeps): (tried: Tried) => Promise<TriedOut> {
  return async ({ bytes, type }) => {
    try {
      const doc = await PDFDocument.create({ updateMetadata: false });
      if (type !== "application/pdf") {
        const page = await addPicture(doc, bytes, type);
        return typeof page === "string" ? { unfit: page } : {};
      }
      const ready = await readyPdf(bytes, { repair, embedFont: async (from) => embedMain(from, await typeface()) });
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
