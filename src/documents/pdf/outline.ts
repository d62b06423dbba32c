/** Navigation of the merged file: outline, page labels, metadata. */
import {
  type PDFArray,
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
  PDFString,
} from "pdf-lib";
import type { Bookmark, Place } from "./navigation.ts";

const name = (text: string) => PDFName.of(text);

export interface Chapter {
  readonly title: string;
  readonly pages: readonly PDFPage[];
  /** The document's own bookmarks, placed under its entry. */
  readonly bookmarks: readonly Bookmark[];
}

interface Entry {
  readonly title: string;
  readonly to: PDFArray | null;
  readonly address?: string | undefined;
  readonly children: readonly Entry[];
}

/** One entry per chapter, shown when the file is opened (ISO 32000, 12.3.3), with its children folded. */
export function addOutline(doc: PDFDocument, chapters: readonly Chapter[]): void {
  const entries = chapters.flatMap(({ title, pages, bookmarks }): Entry[] => {
    const [first] = pages;
    if (first === undefined) return [];
    const to = destinationOf(first, { how: [name("Fit")] });
    return [{ title: title.replace(/[\p{Cc}\p{Cf}]/gu, " "), to, children: bookmarks.map((one) => entryOf(one, pages)) }];
  });
  if (entries.length === 0) return;
  const root = doc.context.nextRef();
  const { first, last } = writeLevel(doc.context, root, entries);
  doc.context.assign(root, doc.context.obj({ Type: "Outlines", First: first, Last: last, Count: entries.length }));
  doc.catalog.set(name("Outlines"), root);
  doc.catalog.set(name("PageMode"), name("UseOutlines"));
}

function entryOf({ title, place, address, children }: Bookmark, pages: readonly PDFPage[]): Entry {
  const page = place === null ? undefined : pages[place.page];
  const to = page === undefined || place === null ? null : destinationOf(page, place);
  return { title, to, address, children: children.map((one) => entryOf(one, pages)) };
}

/** As a PDF writes an address (ISO 32000, 12.6.4.7): other letters than those of ASCII in percents, its brackets escaped. */
const asciiOf = (address: string) => address.replace(/[^ -~]+/gu, encodeURIComponent).replace(/[\\()]/g, "\\$&");

/** The action of a link or bookmark that leads to an address. */
export function actionTo(context: PDFContext, address: string): PDFDict {
  return context.obj({ S: "URI", URI: PDFString.of(asciiOf(address)) });
}

function writeLevel(context: PDFContext, parent: PDFRef, entries: readonly Entry[]): { first: PDFRef; last: PDFRef } {
  const refs = entries.map(() => context.nextRef());
  entries.forEach(({ title, to, address, children }, index) => {
    const [previous, ref, next] = [refs[index - 1], refs[index], refs[index + 1]];
    if (ref === undefined) return;
    const entry = context.obj({ Title: PDFHexString.fromText(title), Parent: parent });
    if (to !== null) entry.set(name("Dest"), to);
    if (address !== undefined) entry.set(name("A"), actionTo(context, address));
    if (previous !== undefined) entry.set(name("Prev"), previous);
    if (next !== undefined) entry.set(name("Next"), next);
    if (children.length > 0) {
      const { first, last } = writeLevel(context, ref, children);
      entry.set(name("First"), first);
      entry.set(name("Last"), last);
      entry.set(name("Count"), PDFNumber.of(-children.length));
    }
    context.assign(ref, entry);
  });
  const [first, last] = [refs[0], refs.at(-1)];
  if (first === undefined || last === undefined) throw new Error("A level of the outline is empty.");
  return { first, last };
}

/** The destination of a link or bookmark: a page of this document, and how it is shown. */
export function destinationOf(page: PDFPage, { how }: Pick<Place, "how">): PDFArray {
  return page.doc.context.obj([page.ref, ...how.map((part) => part.clone(page.doc.context))]);
}

/** Labels "G-1" for the cover, then "2-1", "2-2"… for the pages of piece 2 (ISO 32000, 12.4.2). */
export function addPageLabels(
  doc: PDFDocument,
  coverPages: number,
  pieces: readonly { readonly number: number; readonly pages: number }[],
): void {
  const { context } = doc;
  const label = (prefix: string) => context.obj({ P: PDFString.of(prefix), S: "D" });
  const numbers = context.obj([PDFNumber.of(0), label("G-")]);
  let at = coverPages;
  for (const { number, pages } of pieces) {
    numbers.push(PDFNumber.of(at));
    numbers.push(label(`${number}-`));
    at += pages;
  }
  doc.catalog.set(name("PageLabels"), context.obj({ Nums: numbers }));
}

interface Subject {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly madeAt: string;
}

/** Writes the document's properties in both places where readers and archives look for them. */
export function addMetadata(doc: PDFDocument, { title, author, subject, madeAt }: Subject): void {
  const at = new Date(madeAt);
  doc.setTitle(title, { showInWindowTitleBar: true });
  doc.setAuthor(author);
  doc.setSubject(subject);
  doc.setCreator("Pli prêt");
  doc.setProducer("Pli prêt (pdf-lib)");
  doc.setCreationDate(at);
  doc.setModificationDate(at);
  doc.catalog.set(name("Lang"), PDFString.of("fr-FR"));
  const day = at.toISOString().replace(/\.\d+Z$/, "Z");
  const xmp = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(subject)}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>Pli prêt</xmp:CreatorTool><xmp:CreateDate>${day}</xmp:CreateDate><xmp:ModifyDate>${day}</xmp:ModifyDate>
<pdf:Producer>Pli prêt (pdf-lib)</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
  const stream = doc.context.stream(new TextEncoder().encode(xmp), { Type: "Metadata", Subtype: "XML" });
  doc.catalog.set(name("Metadata"), doc.context.register(stream));
}

function escaped(text: string): string {
  return text
    .replace(/\p{Cc}/gu, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
