/** Draws the values of form fields that no writer has drawn: flattening keeps only what is drawn. */
import { PDFBool, PDFDict, type PDFDocument, type PDFField, type PDFFont, PDFName, PDFSignature, PDFStream } from "pdf-lib";

/**
 * Draws what is missing, in the font given.
 * @returns true when every value is drawn; false when some could not be: the page then shows less than the form holds
 */
export async function drawFieldValues(doc: PDFDocument, embedFont: () => Promise<PDFFont>): Promise<boolean> {
  if (!(doc.catalog.lookup(PDFName.of("AcroForm")) instanceof PDFDict)) return true;
  let complete = true;
  for (const field of doc.getForm().getFields()) {
    if (field instanceof PDFSignature || isDrawn(field)) continue;
    try {
      field.defaultUpdateAppearances(await embedFont());
    } catch {
      complete = false;
    }
  }
  return complete;
}

function isDrawn(field: PDFField): boolean {
  return field.acroField.getWidgets().every((widget) => {
    const normal = widget.getAppearances()?.normal;
    return normal instanceof PDFStream || normal instanceof PDFDict || isHidden(widget.dict);
  });
}

function isHidden(widget: PDFDict): boolean {
  return widget.lookup(PDFName.of("Hidden")) === PDFBool.True;
}
