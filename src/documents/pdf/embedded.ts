/** Files inside a PDF: attachments, portfolios, paper clips. Merging takes the pages, but not these files. */
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "pdf-lib";
import { RECORD_NAME } from "../../domain/bid.ts";

const name = (text: string) => PDFName.of(text);
/** Annotations that hold a file. */
const HOLDERS = ["FileAttachment", "RichMedia", "Movie", "Sound", "3D", "Screen"].map(name);

/** True when it contains files. The record inside a form made here does not count: it repeats what the pages say. */
export function holdsFiles(doc: PDFDocument): boolean {
  const names = doc.catalog.lookup(name("Names"));
  const tree = names instanceof PDFDict ? names.lookup(name("EmbeddedFiles")) : undefined;
  if (tree instanceof PDFDict && holdsNames(tree)) return true;
  if (doc.catalog.lookup(name("Collection")) instanceof PDFDict || isOfFiles(doc.catalog.lookup(name("AF")))) return true;
  return doc.getPages().some(({ node }) => {
    if (isOfFiles(node.lookup(name("AF")))) return true;
    const annotations = node.lookup(name("Annots"));
    if (!(annotations instanceof PDFArray)) return false;
    return annotations.asArray().some((_, index) => {
      const annotation = annotations.lookup(index);
      if (!(annotation instanceof PDFDict)) return false;
      return HOLDERS.includes(annotation.lookup(name("Subtype")) as PDFName) || isOfFiles(annotation.lookup(name("AF")));
    });
  });
}

/** True for files that something is associated with (ISO 32000-2, 14.13): a list of them, or one. */
function isOfFiles(associated: unknown): boolean {
  return (associated instanceof PDFArray && holdsOthers(associated)) || associated instanceof PDFDict;
}

function holdsNames(tree: PDFDict): boolean {
  const [list, kids] = [tree.lookup(name("Names")), tree.lookup(name("Kids"))];
  return (list instanceof PDFArray && holdsOthers(list)) || (kids instanceof PDFArray && kids.size() > 0);
}

/** True for a list of files, with or without names before them, in which some file is not our own record. */
function holdsOthers(list: PDFArray): boolean {
  return list.asArray().some((_, index) => {
    const file = list.lookup(index);
    if (file instanceof PDFString || file instanceof PDFHexString) return file.decodeText() !== RECORD_NAME;
    const named = file instanceof PDFDict ? (file.lookup(name("UF")) ?? file.lookup(name("F"))) : undefined;
    return !((named instanceof PDFString || named instanceof PDFHexString) && named.decodeText() === RECORD_NAME);
  });
}
