/** What helps to find one's way in the merged file: the outline, the pages' labels, the metadata. */
import { type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFPage, PDFString } from "pdf-lib";

const name = (text: string) => PDFName.of(text);

interface Chapter {
  readonly title: string;
  readonly first: PDFPage;
}

/** One entry a chapter, shown when the file is opened (ISO 32000, 12.3.3). */
export function addOutline(doc: PDFDocument, chapters: readonly Chapter[]): void {
  const { context, catalog } = doc;
  const root = context.nextRef();
  const refs = chapters.map(() => context.nextRef());
  chapters.forEach(({ title, first }, index) => {
    const [previous, ref, next] = [refs[index - 1], refs[index], refs[index + 1]];
    if (ref === undefined) return;
    const entry = context.obj({ Title: PDFHexString.fromText(title), Parent: root, Dest: [first.ref, name("Fit")] });
    if (previous !== undefined) entry.set(name("Prev"), previous);
    if (next !== undefined) entry.set(name("Next"), next);
    context.assign(ref, entry);
  });
  const [first, last] = [refs[0], refs.at(-1)];
  if (first === undefined || last === undefined) return;
  context.assign(root, context.obj({ Type: "Outlines", First: first, Last: last, Count: refs.length }));
  catalog.set(name("Outlines"), root);
  catalog.set(name("PageMode"), name("UseOutlines"));
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

/** The document's properties, in both places where readers and archives look for them. */
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
