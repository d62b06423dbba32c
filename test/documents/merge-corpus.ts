/** PDFs and pictures like real ones, made here with pdf-lib and by hand; qpdf and mutool then damage some. */
import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import * as fontkit from "@cantoo/fontkit";
import {
  concatTransformationMatrix,
  degrees,
  drawObject,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFString,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  StandardFonts,
} from "pdf-lib";
import { transform } from "./tools.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

const name = (text: string) => PDFName.of(text);

async function saved(doc: PDFDocument, useObjectStreams = false): Promise<Bytes> {
  return (await doc.save({ useObjectStreams, updateFieldAppearances: false })) as Bytes;
}

/** Pages that are each one grey picture of noise, which does not compress, like a scan. `side`² bytes a page. */
export async function scanned(side: number, pages = 1): Promise<Bytes> {
  const doc = await PDFDocument.create();
  for (let index = 0; index < pages; index++) {
    const page = doc.addPage([595, 842]);
    const about = { Type: "XObject", Subtype: "Image", Width: side, Height: side, ColorSpace: "DeviceGray", BitsPerComponent: 8 };
    const picture = doc.context.register(doc.context.stream(randomBytes(side * side), about));
    page.node.setXObject(name("Im0"), picture);
    page.node.set(name("Contents"), doc.context.register(doc.context.stream("q 595 0 0 842 0 0 cm /Im0 Do Q")));
  }
  return saved(doc);
}

/** A small document as offices make them: 1 to 5 pages of text in embedded fonts, tables of lines, now and then a picture; each differs. */
export async function office(index: number, fonts: readonly Uint8Array[]): Promise<Bytes> {
  const doc = await PDFDocument.create();
  doc.registerFontkit(fontkit as unknown as Parameters<PDFDocument["registerFontkit"]>[0]);
  const embedded = await Promise.all(fonts.map((font) => doc.embedFont(font, { subset: index % 3 !== 0 })));
  for (let number = 0; number <= index % 5; number++) {
    const page = doc.addPage([595, 842]);
    for (let line = 0; line < 45; line++) {
      const font = embedded[line % embedded.length];
      const text = `${index}.${number}.${line} Attestation délivrée à l'entreprise désignée ci-dessus, au titre de l'année 2026`;
      if (font !== undefined) page.drawText(text, { x: 50, y: 790 - line * 16, size: 9, font });
      page.drawLine({ start: { x: 50, y: 786 - line * 16 }, end: { x: 545, y: 786 - line * 16 }, thickness: 0.3 });
    }
    if (index % 2 === 0) {
      const side = 250 + (index % 7) * 60;
      const about = { Type: "XObject", Subtype: "Image", Width: side, Height: side, ColorSpace: "DeviceGray", BitsPerComponent: 8 };
      const key = page.node.newXObject("Im", doc.context.register(doc.context.stream(randomBytes(side * side), about)));
      page.pushOperators(
        pushGraphicsState(),
        concatTransformationMatrix(120, 0, 0, 120, 400, 60),
        drawObject(key.asString().slice(1)),
        popGraphicsState(),
      );
    }
  }
  return saved(doc, index % 2 === 1);
}

/** Plain pages: a title, a frame, and a disc whose place differs on each. */
export async function plain(pages = 2, size: [number, number] = [595, 842]): Promise<Bytes> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  for (let index = 0; index < pages; index++) drawPage(doc, index, size, font);
  return saved(doc);
}

function drawPage(doc: PDFDocument, index: number, size: [number, number], font: Awaited<ReturnType<PDFDocument["embedFont"]>>) {
  const page = doc.addPage(size);
  const [width, height] = size;
  page.drawText(`Attestation, page ${index + 1}`, { x: 40, y: height - 80, size: 24, font });
  page.drawRectangle({ x: 40, y: 60, width: width / 2, height: height / 3, borderWidth: 2, borderColor: rgb(0, 0, 0) });
  page.drawCircle({ x: width * (0.2 + ((index * 37) % 60) / 100), y: height * 0.6, size: 40, color: rgb(0.2, 0.3, 0.6) });
  return page;
}

/** Pages turned by each quarter, one with a crop box that starts elsewhere, and an A3. */
export async function turned(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(4));
  for (const [index, page] of doc.getPages().entries()) page.setRotation(degrees(index * 90));
  doc.getPage(1).setCropBox(50, 100, 400, 500);
  const font = await doc.embedFont(StandardFonts.Helvetica);
  drawPage(doc, 7, [841.89, 1190.55], font);
  return saved(doc);
}

/** Content that scales its page and never restores the drawing state. */
export async function unrestored(): Promise<Bytes> {
  const doc = await PDFDocument.create();
  const page = doc.addPage([595, 842]);
  const content = "q 0.5 0 0 0.5 100 100 cm (Q\\) is no operator) pop % Q neither\n q 0 0 1 rg 0 0 400 400 re f\n";
  page.node.set(name("Contents"), doc.context.register(doc.context.stream(content.replace("(Q\\) is no operator) pop", "/Q MP"))));
  return saved(doc);
}

export async function withForm(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(2));
  const form = doc.getForm();
  const page = doc.getPage(0);
  const text = form.createTextField("entreprise.nom");
  text.setText("LUMIVERDE SAS");
  text.addToPage(page, { x: 60, y: 500, width: 240, height: 30 });
  const box = form.createCheckBox("accord");
  box.addToPage(page, { x: 60, y: 460, width: 24, height: 24 });
  box.check();
  const choice = form.createDropdown("forme");
  choice.addOptions(["SAS", "SARL"]);
  choice.select("SARL");
  choice.addToPage(doc.getPage(1), { x: 60, y: 500, width: 240, height: 30 });
  const radio = form.createRadioGroup("taille");
  radio.addOptionToPage("petite", page, { x: 320, y: 460, width: 24, height: 24 });
  radio.addOptionToPage("grande", page, { x: 360, y: 460, width: 24, height: 24 });
  radio.select("grande");
  form.updateFieldAppearances();
  return saved(doc);
}

/** A form whose value is not drawn: it asks the reader to draw it. */
export async function withUndrawnForm(): Promise<Bytes> {
  const doc = await PDFDocument.load(await withForm());
  const form = doc.getForm();
  form.acroForm.dict.set(name("NeedAppearances"), doc.context.obj(true));
  for (const widget of form.getTextField("entreprise.nom").acroField.getWidgets()) widget.dict.delete(name("AP"));
  return saved(doc);
}

/** The structure of a signed document, which is what a merge sees. The signature itself is zeros. */
export async function signed(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(2));
  const { context } = doc;
  const look = context.register(
    context.stream("q 0.8 0.1 0.1 rg 0 0 160 50 re f Q", { Type: "XObject", Subtype: "Form", BBox: [0, 0, 160, 50] }),
  );
  const value = context.register(
    context.obj({
      Type: "Sig",
      Filter: "Adobe.PPKLite",
      SubFilter: "ETSI.CAdES.detached",
      ByteRange: [0, 100, 200, 100],
      Contents: PDFString.of("00"),
    }),
  );
  const page = doc.getPage(0);
  const field = context.obj({
    Type: "Annot",
    Subtype: "Widget",
    FT: "Sig",
    T: PDFString.of("Signature1"),
    V: value,
    Rect: [300, 100, 460, 150],
    F: 132,
    P: page.ref,
    AP: { N: look },
  });
  const ref = context.register(field);
  page.node.addAnnot(ref);
  doc.catalog.set(name("AcroForm"), context.obj({ Fields: [ref], SigFlags: 3 }));
  return saved(doc);
}

/** An XFA form: with drawn pages (`static`), or one that only Acrobat draws: it says so (`dynamic`), or is from before PDF 1.7 (`old`). */
export async function withXfa(kind: "static" | "dynamic" | "old"): Promise<Bytes> {
  const doc = await PDFDocument.load(kind === "static" ? await withForm() : await plain(1), {});
  const xfa = doc.context.register(doc.context.stream("<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>"));
  const known = doc.catalog.lookup(name("AcroForm"));
  const form = known instanceof PDFDict ? known : doc.context.obj({ Fields: [] });
  form.set(name("XFA"), xfa);
  doc.catalog.set(name("AcroForm"), form);
  if (kind === "dynamic") doc.catalog.set(name("NeedsRendering"), doc.context.obj(true));
  return saved(doc);
}

/** A stamp, a link to another page (which must not be dragged along), a comment with its popup. */
export async function annotated(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(2));
  const { context } = doc;
  const [first, second] = [doc.getPage(0), doc.getPage(1)];
  const look = context.stream("0.1 0.6 0.2 rg 0 0 100 50 re f", {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, 100, 50],
    Matrix: [0, 1, -1, 0, 0, 0],
  });
  const stamp = { Type: "Annot", Subtype: "Stamp", Rect: [400, 600, 450, 700], P: first.ref, AP: { N: context.register(look) }, F: 4 };
  const link = { Type: "Annot", Subtype: "Link", Rect: [40, 700, 200, 720], Border: [0, 0, 0], Dest: [second.ref, name("Fit")] };
  const hidden = { ...stamp, Rect: [100, 600, 150, 700], F: 2 };
  for (const one of [stamp, link, hidden]) first.node.addAnnot(context.register(context.obj(one)));
  return saved(doc);
}

/** Two layers, one hidden. */
export async function layered(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(1));
  const { context } = doc;
  const page = doc.getPage(0).node;
  const [shown, hidden] = ["Visible", "Brouillon"].map((title) =>
    context.register(context.obj({ Type: "OCG", Name: PDFString.of(title) })),
  );
  if (shown === undefined || hidden === undefined) throw new Error("unreachable");
  page.normalizedEntries().Resources.set(name("Properties"), context.obj({ Shown: shown, Hidden: hidden }));
  const content = context.stream("/OC /Shown BDC 0.9 0 0 rg 100 300 80 80 re f EMC /OC /Hidden BDC 0 0 0 rg 300 300 200 200 re f EMC");
  const contents = page.Contents();
  if (contents instanceof PDFArray) contents.push(context.register(content));
  doc.catalog.set(name("OCProperties"), context.obj({ OCGs: [shown, hidden], D: { ON: [shown], OFF: [hidden], Order: [shown, hidden] } }));
  return saved(doc);
}

type Revision = "R2" | "R3" | "R4" | "R5" | "R6";
export const REVISIONS: readonly Revision[] = ["R2", "R3", "R4", "R5", "R6"];

/** Encrypted as each revision of the standard does, by qpdf. */
export function encrypted(bytes: Uint8Array, revision: Revision, userPassword: string): Bytes {
  const how = {
    R2: ["40"],
    R3: ["128", "--use-aes=n"],
    R4: ["128", "--use-aes=y"],
    R5: ["256", "--force-R5"],
    R6: ["256"],
  }[revision];
  return transform("qpdf", bytes, (from, to) => ["--allow-weak-crypto", "--encrypt", userPassword, "proprietaire", ...how, "--", from, to]);
}

/** The cross-reference table points to wrong positions. */
export function withWrongXref(bytes: Uint8Array): Bytes {
  const text = Buffer.from(bytes).toString("latin1");
  const wrong = text.replace(/^(\d{10}) (\d{5}) n/gm, "0000000007 $2 n").replace(/startxref\s+\d+/, "startxref\n99");
  if (wrong === text) throw new Error("This file has no table of positions.");
  return new Uint8Array(Buffer.from(wrong, "latin1"));
}

/** A run of zeros in the middle of a stream that pages draw. */
export async function withHole(): Promise<Bytes> {
  const bytes = await plain(3);
  const at = Buffer.from(bytes).indexOf("stream\n");
  const copy = bytes.slice();
  copy.fill(0, at + 12, at + 80);
  return copy;
}

/** A page whose content is not in the file. */
export async function withMissingContent(): Promise<Bytes> {
  const doc = await PDFDocument.load(await plain(3));
  doc.getPage(1).node.set(name("Contents"), doc.context.nextRef());
  return saved(doc);
}

export const HTML: Bytes = new Uint8Array(Buffer.from("\n<!DOCTYPE html><html><body>Votre session a expiré.</body></html>"));

/** A JPEG with an EXIF orientation, 1 to 8, added by hand. */
export function withOrientation(jpeg: Uint8Array, orientation: number): Bytes {
  const exif = Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\x01", "latin1"),
    Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ]);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]));
}

/** A picture that looks different in every orientation. */
export function jpeg(): Bytes {
  const draw = [
    "-fill",
    "black",
    "-draw",
    "rectangle 10,10 90,40",
    "-draw",
    "circle 250,150 250,190",
    "-fill",
    "gray",
    "-draw",
    "rectangle 10,150 60,190",
  ];
  return transform("convert", new Uint8Array(), (_, to) => ["-size", "300x200", "xc:white", ...draw, "-quality", "95", to], "jpg");
}

/** A PNG with 16 bits per channel, made by hand. */
export function png16(width = 120, height = 80): Bytes {
  const raw = Buffer.alloc(height * (1 + width * 6));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 6) + 1 + x * 6;
      raw.writeUInt16BE(Math.floor((x / width) * 65535), at);
      raw.writeUInt16BE(Math.floor((y / height) * 65535), at + 2);
      raw.writeUInt16BE(x < width / 2 ? 65535 : 0, at + 4);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([16, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(raw)), chunk("IEND", Buffer.alloc(0))]));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
