/**
 * One font for a whole dossier: form values are written with the dossier's own font, which is embedded once, when the dossier is
 * saved, whatever the number of forms.
 */
import { PDFDict, type PDFDocument, PDFFont, type PDFObjectCopier, type PDFRef } from "pdf-lib";

/** Maps the font's reference in the document that borrows it to its reference in the dossier. */
export type Lent = Map<PDFRef, PDFRef>;

/** Members that TypeScript declares private. */
interface Held {
  readonly embedder: Parameters<typeof PDFFont.of>[2];
}
interface Copier {
  readonly traversedObjects: Map<unknown, unknown>;
}

/** The font under a number in the borrowing document, which does not store it. */
export function lendTo(from: PDFDocument, font: PDFFont, lent: Lent): PDFFont {
  const ref = from.context.nextRef();
  from.context.assign(ref, PDFDict.withContext(from.context));
  lent.set(ref, font.ref);
  return PDFFont.of(ref, from, (font as unknown as Held).embedder);
}

/** Makes later copies refer to the dossier's font in place of the lent one. */
export function giveBack(copier: PDFObjectCopier, lent: Lent): void {
  const { traversedObjects } = copier as unknown as Copier;
  for (const [ref, own] of lent) traversedObjects.set(ref, own);
  lent.clear();
}
