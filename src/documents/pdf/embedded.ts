/** Files that lie inside a PDF: attachments, portfolios, paper clips. Its pages can be merged, they cannot. */
import { PDFArray, PDFDict, type PDFDocument, PDFName } from "pdf-lib";

const name = (text: string) => PDFName.of(text);
/** Annotations that hold a file. */
const HOLDERS = ["FileAttachment", "RichMedia", "Movie", "Sound", "3D", "Screen"].map(name);

export function holdsFiles(doc: PDFDocument): boolean {
  const names = doc.catalog.lookup(name("Names"));
  const tree = names instanceof PDFDict ? names.lookup(name("EmbeddedFiles")) : undefined;
  if (tree instanceof PDFDict && holdsNames(tree)) return true;
  if (doc.catalog.lookup(name("Collection")) instanceof PDFDict || isList(doc.catalog.lookup(name("AF")))) return true;
  return doc.getPages().some(({ node }) => {
    const annotations = node.lookup(name("Annots"));
    if (!(annotations instanceof PDFArray)) return false;
    return annotations.asArray().some((_, index) => {
      const annotation = annotations.lookup(index);
      return annotation instanceof PDFDict && HOLDERS.includes(annotation.lookup(name("Subtype")) as PDFName);
    });
  });
}

function holdsNames(tree: PDFDict): boolean {
  return isList(tree.lookup(name("Names"))) || isList(tree.lookup(name("Kids")));
}

function isList(value: unknown): boolean {
  return value instanceof PDFArray && value.size() > 0;
}
