/** PDFs as other programs write them, wrongly or in rare ways: made by hand, each with one oddity. qpdf or poppler opens them all. */
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from "pdf-lib";
import { type Bytes, plain, withForm, withHole, withMissingContent } from "./merge-corpus.ts";

const name = (text: string) => PDFName.of(text);
const saved = async (doc: PDFDocument) => (await doc.save({ useObjectStreams: false, updateFieldAppearances: false })) as Bytes;

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text, "latin1"));

/** Writes the objects one after the other, with a correct cross-reference table. */
function written(objects: readonly string[], root = "<< /Type /Catalog /Pages 2 0 R >>"): Bytes {
  let text = "%PDF-1.7\n";
  const at = [root, ...objects].map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = at.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return bytesOf(
    `${text}xref\n0 ${at.length + 1}\n0000000000 65535 f \n${table}trailer << /Root 1 0 R /Size ${at.length + 1} >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
const SQUARE = stream("0 0 1 rg 100 100 200 200 re f");
const BOX = "/MediaBox [0 0 595 842]";

/** A page that does not say its size. */
export const noMediaBox = written(["<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", SQUARE]);
/** Resources that are not a dictionary. */
export const badResources = written([
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  `<< /Type /Page /Parent 2 0 R ${BOX} /Resources [1 2] /Contents 4 0 R >>`,
  SQUARE,
]);
/** Three pages, the second of which lacks its type. */
export const pageWithoutType = written([
  "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>",
  `<< /Type /Page /Parent 2 0 R ${BOX} /Contents 6 0 R >>`,
  `<< /Parent 2 0 R ${BOX} /Contents 6 0 R >>`,
  `<< /Type /Page /Parent 2 0 R ${BOX} /Contents 6 0 R >>`,
  SQUARE,
]);
/** Two pages, one of them written directly in the list of pages. */
export const directPage = written([
  `<< /Type /Pages /Kids [3 0 R << /Type /Page ${BOX} /Contents 4 0 R >>] /Count 2 >>`,
  `<< /Type /Page /Parent 2 0 R ${BOX} /Contents 4 0 R >>`,
  SQUARE,
]);
/** A catalog that lacks its type. */
export const catalogWithoutType = written(
  ["<< /Type /Pages /Kids [3 0 R] /Count 1 >>", `<< /Type /Page /Parent 2 0 R ${BOX} /Contents 4 0 R >>`, SQUARE],
  "<< /Pages 2 0 R >>",
);
/** A stream that contains the word `endstream`, with its length in another object. */
export const wordStream = (() => {
  const content = "BT /F1 24 Tf 80 700 Td (upstream and endstream words) Tj ET 0 0 1 rg 100 100 200 200 re f";
  return written([
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R ${BOX} /Contents 4 0 R /Resources << /Font << /F1 6 0 R >> >> >>`,
    `<< /Length 5 0 R >>\nstream\n${content}\nendstream`,
    String(content.length),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ]);
})();

/** A blank page whose compressed content holds no byte. */
export const emptyContent = written([
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  `<< /Type /Page /Parent 2 0 R ${BOX} /Contents 4 0 R >>`,
  "<< /Length 0 /Filter /FlateDecode >>\nstream\n\nendstream",
]);

/** A layer, shown or hidden by the base state alone. */
export const layer = (shown: boolean) =>
  written(
    [
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R ${BOX} /Contents 4 0 R /Resources << /Properties << /L 5 0 R >> >> >>`,
      stream("/OC /L BDC 0 0 1 rg 100 100 300 300 re f EMC"),
      "<< /Type /OCG /Name (Plan) >>",
    ],
    `<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << ${shown ? "" : "/BaseState /OFF"} >> >> >>`,
  );

/** A form filled by a program that leaves the drawing to the reader: it still looks empty. */
export const staleForm = () => filledBy("1 250 000 euros");

/** The same, with that value. */
export async function filledBy(value: string): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(1));
  const form = doc.getForm();
  const field = form.createTextField("montant");
  field.addToPage(doc.getPage(0), { x: 60, y: 500, width: 240, height: 30 });
  form.updateFieldAppearances();
  field.acroField.dict.set(name("V"), PDFHexString.fromText(value));
  form.acroForm.dict.set(name("NeedAppearances"), doc.context.obj(true));
  return saved(doc);
}

/** Points. */
export const LOW_FIELD = 30;

/** A form that its reader must draw: a password, a choice shown by another word than its value, two lines in a low field, a list of choices. */
export async function formToDraw(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(1));
  const form = doc.getForm();
  const page = doc.getPage(0);
  const low = { x: 60, width: 200, height: LOW_FIELD };
  const password = form.createTextField("code");
  password.addToPage(page, { ...low, y: 600 });
  password.enablePassword();
  const remark = form.createTextField("remarque");
  remark.addToPage(page, { ...low, y: 540 });
  remark.enableMultiline();
  remark.setFontSize(14);
  const choice = form.createDropdown("departement");
  choice.addToPage(page, { ...low, y: 480 });
  const list = form.createOptionList("villes");
  list.addToPage(page, { ...low, y: 420 });
  list.setFontSize(14);
  form.updateFieldAppearances();
  const { context } = doc;
  const text = (value: string) => PDFHexString.fromText(value);
  password.acroField.dict.set(name("V"), text("motdepasse"));
  remark.acroField.dict.set(name("V"), text("Couverture en ardoise\rZinguerie et bardage"));
  choice.acroField.dict.set(name("V"), text("35"));
  choice.acroField.dict.set(
    name("Opt"),
    context.obj([
      [text("22"), text("Côtes-d'Armor")],
      [text("35"), text("Ille-et-Vilaine")],
    ]),
  );
  list.acroField.dict.set(name("V"), context.obj([text("Vannes")]));
  list.acroField.dict.set(name("Opt"), context.obj([text("Rennes"), text("Brest"), text("Vannes")]));
  for (const field of form.getFields()) for (const widget of field.acroField.getWidgets()) widget.dict.delete(name("AP"));
  form.acroForm.dict.set(name("NeedAppearances"), context.obj(true));
  return saved(doc);
}

export async function withAttachment(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(1));
  await doc.attach(new TextEncoder().encode("<Invoice/>"), "facture.xml", { mimeType: "application/xml" });
  return saved(doc);
}

/** A paper clip on the page. */
export async function withPaperClip(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(1));
  const { context } = doc;
  const file = context.register(context.stream("annexe", { Type: "EmbeddedFile" }));
  const spec = context.obj({ Type: "Filespec", F: PDFString.of("annexe.txt"), EF: { F: file } });
  const clip = context.obj({ Type: "Annot", Subtype: "FileAttachment", Rect: [100, 700, 120, 720], FS: spec });
  doc.getPage(0).node.addAnnot(context.register(clip));
  return saved(doc);
}

/** Usage rights for reader programs: nobody signed. */
export async function withReaderRights(): Promise<Bytes> {
  const doc = await PDFDocument.load(await withForm());
  doc.catalog.set(name("Perms"), doc.context.obj({ UR3: { Type: "Sig" } }));
  return saved(doc);
}

/** Three pages, two nested bookmarks and one of a web site, a named destination, two links. */
export async function withBookmarks(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(3));
  const { context } = doc;
  const [first, second, third] = doc.getPages();
  if (first === undefined || second === undefined || third === undefined) throw new Error("Three pages were expected.");
  const [root, chapter, part, site] = [context.nextRef(), context.nextRef(), context.nextRef(), context.nextRef()];
  context.assign(part, context.obj({ Title: PDFString.of("Méthode"), Parent: chapter, Dest: [third.ref, name("Fit")] }));
  const leads = {
    Title: PDFString.of("Moyens"),
    Parent: root,
    First: part,
    Last: part,
    Count: 1,
    A: { S: "GoTo", D: PDFString.of("deux") },
    Next: site,
  };
  const script = { S: "JavaScript", JS: PDFString.of("app.alert(1)") };
  const outside = { S: "URI", URI: PDFString.of("https://exemple.fr/references"), Next: script };
  context.assign(site, context.obj({ Title: PDFString.of("Nos chantiers"), Parent: root, Prev: chapter, A: outside }));
  context.assign(chapter, context.obj(leads));
  context.assign(root, context.obj({ Type: "Outlines", First: chapter, Last: site, Count: 3 }));
  doc.catalog.set(name("Outlines"), root);
  doc.catalog.set(name("Names"), context.obj({ Dests: { Names: [PDFString.of("deux"), [second.ref, name("XYZ"), 0, 500, 0]] } }));
  const link = (to: object) => context.register(context.obj({ Type: "Annot", Subtype: "Link", Rect: [40, 700, 200, 720], ...to }));
  first.node.addAnnot(link({ Dest: PDFString.of("deux") }));
  second.node.addAnnot(link({ A: { S: "GoTo", D: [third.ref, name("Fit")] } }));
  return saved(doc);
}

/** A link to a file that lies beside it. */
export async function withDeadLink(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(1));
  const link = {
    Type: "Annot",
    Subtype: "Link",
    Rect: [40, 700, 200, 720],
    A: { S: "GoToR", F: PDFString.of("annexe.pdf"), D: [0, "Fit"] },
  };
  doc.getPage(0).node.addAnnot(doc.context.register(doc.context.obj(link)));
  return saved(doc);
}

/** A comment whose text holds a bracket, which encryption hides. */
export async function withBracket(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(1));
  const note = doc.context.obj({
    Type: "Annot",
    Subtype: "Text",
    Rect: [100, 700, 120, 720],
    Contents: PDFString.of("1\\) à relire \\( fin"),
  });
  doc.getPage(0).node.addAnnot(doc.context.register(note));
  return saved(doc);
}

/** A stamp that stays upright on a page turned by a quarter. */
export async function withUprightStamp(quarters: number): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(1));
  const { context } = doc;
  const page = doc.getPage(0);
  page.node.set(name("Rotate"), context.obj(quarters * 90));
  const look = context.stream("0.8 0 0 rg 0 0 100 20 re f", { Type: "XObject", Subtype: "Form", BBox: [0, 0, 100, 40] });
  const stamp = { Type: "Annot", Subtype: "Stamp", Rect: [250, 400, 350, 440], F: 4 + 16, AP: { N: context.register(look) } };
  page.node.addAnnot(context.register(context.obj(stamp)));
  return saved(doc);
}

/** A choice list with a border given the old way, not drawn by any program. */
export async function withBorderedList(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(1));
  const form = doc.getForm();
  const list = form.createDropdown("forme");
  list.addOptions(["SAS", "SARL"]);
  list.select("SARL");
  list.addToPage(doc.getPage(0), { x: 60, y: 400, width: 240, height: 60, font: await doc.embedFont(StandardFonts.Helvetica) });
  for (const { dict } of list.acroField.getWidgets()) {
    for (const key of ["AP", "BS"]) dict.delete(name(key));
    dict.set(name("Border"), doc.context.obj([0, 0, 3]));
    const look = dict.lookup(name("MK"));
    if (look instanceof PDFDict) look.set(name("BC"), doc.context.obj([0, 0, 0]));
  }
  return saved(doc);
}

/** A page whose drawing throws when it is drawn over: an array of contents that holds a number. */
/** A tree that holds nothing. */
export const noPageAtAll = written(["<< /Type /Pages /Kids [] /Count 0 >>", "<< /Type /Page >>", SQUARE]);

const spoilt = (pattern: RegExp | string, by: string) => ({
  lost: true,
  make: async () => bytesOf(latin(await plain(3)).replace(pattern, by)),
});

const update = (body: string, trailer: string) => (text: string) => {
  const at = text.length + 1;
  const entry = `${String(at).padStart(10, "0")} 00000 n \n`;
  return `${text}\n9999 0 obj\n${body}\nendobj\nxref\n9999 1\n${entry}trailer\n${trailer}\nstartxref\n${at + body.length + 21}\n%%EOF\n`;
};

/** Faults of structure, each put in the same document written in several ways: a reader that rebuilds its table shows every page. */
export const FAULTS: Readonly<Record<string, (text: string) => string>> = {
  "a table cut short": (text) => text.replace(/\nxref[\s\S]*?trailer/, "\nxref\n0 9\n0000000000 65535 f \ntrailer"),
  "no table": (text) => text.replace(/\nxref[\s\S]*?trailer/, "\ntrailer"),
  "a table that is elsewhere": (text) => text.replace(/startxref\s+\d+\s+%%EOF\s*$/, "startxref\n99999999\n%%EOF\n"),
  "lengths too short": (text) =>
    text.replace(/\/Length (\d+)/g, (_, size: string) => `/Length ${String(Math.max(1, Number(size) - 7)).padStart(size.length, "0")}`),
  "lengths of nothing": (text) => text.replace(/\/Length (\d+)/g, (_, size: string) => `/Length ${"0".repeat(size.length)}`),
  "ends of objects missing": (text) => text.replace(/endobj/g, "      "),
  "a header after two kilobytes of another": (text) => `${"X-Server: exemple\r\n".repeat(110)}${text}`,
  "an update whose trailer names nothing": update("<< /A 1 >>", "<< /Size 10000 >>"),
  "an update that continues nothing": update("<< /A 1 >>", "<< /Size 10000 /Root 9998 0 R /Prev 17 >>"),
  "pages that do not name their parent": (text) => text.replace(/\/Parent \d+ 0 R/g, (parent) => " ".repeat(parent.length)),
  "a catalog without its type": (text) => text.replace(/\/Type\s*\/Catalog/, (type) => " ".repeat(type.length)),
};

interface Spoilt {
  /** True when something may be missing: this is reported, and the original attached. */
  readonly lost: boolean;
  readonly make: () => Promise<Bytes>;
}

/** Damaged documents of three pages, of which readers show all or most. */
export const SPOILT: Readonly<Record<string, Spoilt>> = {
  "a content that is not in the file": { lost: true, make: withMissingContent },
  "a content with a hole": { lost: true, make: withHole },
  "no mark of its end": spoilt(/%%EOF\s*$/, ""),
  "an update cut short": spoilt(/$/, "99 0 obj\n<< >>\nendobj\n98 0 obj\n<< /Type"),
  "a header under what a server wrote": { ...spoilt(/^/, `HTTP/1.1 200 OK\r\n${"X-Filler: 0\r\n".repeat(200)}\r\n`), lost: false },
  "no version": { ...spoilt(/%PDF-\d\.\d/, "%PDF-"), lost: false },
  "a page that says it is something else": spoilt("/Type /Page\n", "/Type /Template\n"),
  "a page that is not there": spoilt(/\/Count 3/, "/Count 4"),
  "a box that is not closed": spoilt(/(\/MediaBox \[[^\]]*)\]/, "$1"),
};
