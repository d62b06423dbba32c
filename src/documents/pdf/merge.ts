/** Takes the pages of one PDF into another. The one that is taken from is changed on the way and is of no use afterwards. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  type PDFFont,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFObjectCopier,
  PDFPage,
  PDFRef,
  PDFStream,
} from "pdf-lib";
import { flattenAnnotations } from "./annotations.ts";
import { contentOf, encloseContent, unrestored } from "./content.ts";
import { drawFieldValues } from "./forms.ts";

const name = (text: string) => PDFName.of(text);

/** Entries of a page that mean nothing outside its document, or make it act. */
const LEFT_BEHIND = ["StructParents", "B", "AA", "PieceInfo", "Thumb", "Tabs", "Metadata", "PZ", "SeparationInfo"];

/** Makes a document ready to be taken. @throws when a part of it is missing or unreadable */
export async function prepare(doc: PDFDocument, embedFont: () => Promise<PDFFont>): Promise<{ readonly incompleteForm: boolean }> {
  const complete = await drawFieldValues(doc, embedFont).catch(() => false);
  for (const { node } of doc.getPages()) {
    encloseContent(node, unrestored(contentOf(node)));
    flattenAnnotations(doc, node);
    for (const key of LEFT_BEHIND) node.delete(name(key));
  }
  await doc.flush();
  checkWhole(doc);
  return { incompleteForm: !complete };
}

/** Entries without which a page does not show what it should. */
const NEEDED = new Set(["Contents", "XObject", "Font", "SMask", "FontFile", "FontFile2", "FontFile3", "DescendantFonts", "FontDescriptor"]);

/** @throws when something that the pages draw could not be parsed, or is not in the file */
export function checkWhole(doc: PDFDocument): void {
  const seen = new Set<PDFObject>();
  const waiting: PDFObject[] = doc.getPages().map(({ node }) => node);
  const visit = (value: PDFObject, isNeeded: boolean) => {
    if (!(value instanceof PDFRef)) return waiting.push(value);
    if (seen.has(value)) return 0;
    seen.add(value);
    const found = doc.context.lookup(value);
    if (found === undefined && isNeeded) throw new Error(`${value.toString()} is missing.`);
    return found === undefined ? 0 : waiting.push(found);
  };
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFInvalidObject) throw new Error("An object cannot be parsed.");
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFArray) for (const value of dict.asArray()) visit(value, false);
    if (!(dict instanceof PDFDict)) continue;
    for (const [key, value] of dict.entries()) {
      const label = key.asString().slice(1);
      if (label === "Parent") continue;
      if ((label === "XObject" || label === "Font") && value instanceof PDFDict) for (const one of value.values()) visit(one, true);
      else visit(value, NEEDED.has(label));
    }
  }
}

/** Appends all pages of a prepared document; answers them. Layers that were hidden stay hidden. */
export function takePages(into: PDFDocument, from: PDFDocument): PDFPage[] {
  const copier = PDFObjectCopier.for(from.context, into.context);
  const pages = from.getPages().map(({ node }) => {
    const copy = copier.copy(node);
    return into.addPage(PDFPage.of(copy, into.context.register(copy), into));
  });
  const layers = from.catalog.lookup(name("OCProperties"));
  if (layers instanceof PDFDict) takeLayers(into, copier.copy(layers));
  return pages;
}

function takeLayers(into: PDFDocument, taken: PDFDict): void {
  const known = into.catalog.lookup(name("OCProperties"));
  if (!(known instanceof PDFDict)) {
    // Another configuration than the default one, and actions on events, are choices of the document left behind.
    taken.delete(name("Configs"));
    into.catalog.set(name("OCProperties"), into.context.register(taken));
    return;
  }
  extend(known, taken, "OCGs");
  const from = taken.lookup(name("D"));
  const to = known.lookup(name("D"));
  if (from instanceof PDFDict && to instanceof PDFDict) for (const key of ["OFF", "ON", "Order", "Locked"]) extend(to, from, key);
}

function extend(to: PDFDict, from: PDFDict, key: string): void {
  const more = from.lookup(name(key));
  if (!(more instanceof PDFArray)) return;
  const list = to.lookup(name(key));
  const all = [...(list instanceof PDFArray ? list.asArray() : []), ...more.asArray()];
  to.set(name(key), to.context.obj(all));
}
