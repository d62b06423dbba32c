/** Takes the pages of one PDF into another. The source is changed on the way and cannot be used afterwards. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  type PDFFont,
  PDFInvalidObject,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFObjectCopier,
  PDFPage,
  PDFRef,
  PDFStream,
} from "pdf-lib";
import { flattenAnnotations, type InnerLink } from "./annotations.ts";
import { contentOf, encloseContent, keepReadable, unrestored } from "./content.ts";
import { drawFieldValues } from "./forms.ts";
import { takeLayers } from "./layers.ts";
import { giveBack, type Lent } from "./lent-font.ts";
import { type Bookmark, bookmarksOf, placesOf } from "./navigation.ts";
import { destinationOf } from "./outline.ts";
import { completePage } from "./page-tree.ts";

const name = (text: string) => PDFName.of(text);

/** Page entries that mean nothing outside their document, or that make the page act. */
const LEFT_BEHIND = ["StructParents", "B", "AA", "PieceInfo", "Thumb", "Tabs", "Metadata", "PZ", "SeparationInfo"];

/** A document ready to be merged. */
export interface Ready {
  readonly doc: PDFDocument;
  /** True when some value of its form could not be drawn. */
  readonly incompleteForm: boolean;
  /** True when some of its links, bookmarks or buttons led to other files, or did something: they no longer do. */
  readonly deadLinks: boolean;
  readonly links: readonly InnerLink[];
  readonly bookmarks: readonly Bookmark[];
}

/**
 * Makes a document ready to be taken.
 * @param asFarAsItGoes leave out parts that are missing or unreadable, as readers do
 * @throws when such a part exists and `asFarAsItGoes` is false
 */
export async function prepare(doc: PDFDocument, embedFont: () => Promise<PDFFont>, asFarAsItGoes = false): Promise<Ready> {
  if (asFarAsItGoes) leaveUnreadable(doc);
  const complete = await drawFieldValues(doc, embedFont).catch(() => false);
  const places = placesOf(doc);
  const { bookmarks, isWhole } = bookmarksOf(doc, places);
  const links: InnerLink[] = [];
  let deadLinks = !isWhole;
  for (const [index, { node }] of doc.getPages().entries()) {
    completePage(node);
    if (asFarAsItGoes) keepReadable(node);
    encloseContent(node, unrestored(contentOf(node)));
    const flattened = flattenAnnotations(doc, node, places, index);
    links.push(...flattened.links);
    deadLinks ||= !flattened.isWhole;
    for (const key of LEFT_BEHIND) node.delete(name(key));
  }
  await doc.flush();
  if (!asFarAsItGoes) checkWhole(doc);
  return { doc, incompleteForm: !complete, deadLinks, links, bookmarks };
}

/** Removes objects that cannot be parsed: they would damage the file that they are written to. */
function leaveUnreadable({ context }: PDFDocument): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) if (object instanceof PDFInvalidObject) context.assign(ref, PDFNull);
}

/** Entries without which a page is not shown as it should be. */
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

/**
 * Appends all pages of a prepared document. Links lead to the new pages, and hidden layers stay hidden. @returns the pages
 * @param lent fonts of `into` with which values were written
 */
export function takePages(into: PDFDocument, { doc: from, links }: Ready, lent: Lent = new Map()): PDFPage[] {
  const copier = PDFObjectCopier.for(from.context, into.context);
  giveBack(copier, lent);
  const pages = from.getPages().map(({ node }) => {
    const copy = copier.copy(node);
    return into.addPage(PDFPage.of(copy, into.context.register(copy), into));
  });
  for (const { annotation, place } of links) {
    const target = pages[place.page];
    // The copier returns the same copy that it made with the page.
    if (target !== undefined) copier.copy(annotation).set(name("Dest"), destinationOf(target, place));
  }
  const layers = from.catalog.lookup(name("OCProperties"));
  if (layers instanceof PDFDict) takeLayers(into, copier.copy(layers));
  return pages;
}
