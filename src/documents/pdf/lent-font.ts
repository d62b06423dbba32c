/**
 * One font for a whole dossier: the values of a document's form are written with the dossier's own, which is embedded once, when the dossier is
 * saved, whatever the number of forms.
 */
import { PDFDict, type PDFDocument, PDFFont, type PDFObjectCopier, type PDFRef } from "pdf-lib";

/** By its reference in the document that it is lent to, the font's own in the dossier. */
export type Lent = Map<PDFRef, PDFRef>;

/** What TypeScript holds private. */
interface Held {
  readonly embedder: Parameters<typeof PDFFont.of>[2];
}
interface Copier {
  readonly traversedObjects: Map<unknown, unknown>;
}

/** The same font under a number of that document, where nothing of it is written. */
export function lendTo(from: PDFDocument, font: PDFFont, lent: Lent): PDFFont {
  const ref = from.context.nextRef();
  from.context.assign(ref, PDFDict.withContext(from.context));
  lent.set(ref, font.ref);
  return PDFFont.of(ref, from, (font as unknown as Held).embedder);
}

/** What is copied next names the dossier's font where it named the one lent. */
export function giveBack(copier: PDFObjectCopier, lent: Lent): void {
  const { traversedObjects } = copier as unknown as Copier;
  for (const [ref, own] of lent) traversedObjects.set(ref, own);
  lent.clear();
}
