/** Drawn papers as photographs: pages with a picture and no text, as scanners make them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { degrees, PDFDocument, PDFName, StandardFonts } from "pdf-lib";
import { onDisk, pictureOf, transform } from "./tools.ts";

export interface Photographed {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Dots per inch of an office scanner. */
const RESOLUTION = 200;

/** A picture of these lines on an A4 page, as a scanner sees them. @param lean degrees */
export async function photographed(lines: readonly string[], lean = 0): Promise<Photographed> {
  const doc = await PDFDocument.create();
  const page = doc.addPage([595, 842]);
  const font = await doc.embedFont(StandardFonts.TimesRoman);
  lines.forEach((line, index) => {
    page.drawText(line, { x: 60, y: 740 - 24 * index, size: 11, font, rotate: degrees(lean) });
  });
  return pageAsScanned(await doc.save());
}

/** The first page of a document, as a scanner sees it. */
export function pageAsScanned(document: Uint8Array): Photographed {
  const to = join(mkdtempSync(join(tmpdir(), "pli-pret-scan-")), "page");
  spawnSync("pdftoppm", ["-r", String(RESOLUTION), "-gray", "-f", "1", "-singlefile", onDisk(document), to]);
  return pictureOf(readFileSync(`${to}.pgm`));
}

/** The picture as a file: PGM. */
export function pgm({ width, height, grey }: Photographed): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]));
}

/** The picture as a fax server writes it: a TIFF of strips. */
export function faxOf(picture: Photographed): Uint8Array {
  const args = ["-threshold", "60%", "-define", "tiff:rows-per-strip=64", "-compress", "Group4"];
  return transform("convert", pgm(picture), (from, to) => [from, ...args, `tiff:${to}`], "tif");
}

interface Drawn {
  readonly bytes: Uint8Array;
  readonly about: Readonly<Record<string, unknown>>;
}

/** A PDF of one page with that picture. @param quarters rotation of the page, in clockwise quarter turns */
export async function scanOf({ width, height, grey }: Photographed, quarters = 0, drawn?: Drawn): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  const page = doc.addPage(quarters % 2 === 0 ? [595, 842] : [842, 595]);
  const about = {
    Type: "XObject",
    Subtype: "Image",
    Width: width,
    Height: height,
    ...(drawn?.about ?? { ColorSpace: "DeviceGray", BitsPerComponent: 8 }),
  };
  const image = doc.context.register(doc.context.stream(drawn?.bytes ?? grey, about as Parameters<typeof doc.context.stream>[1]));
  const key = page.node.newXObject("Scan", image).asString();
  const matrix = ["595 0 0 842 0 0", "0 -595 842 0 0 595", "-595 0 0 -842 595 842", "0 595 -842 0 842 0"][quarters];
  page.node.set(PDFName.of("Contents"), doc.context.register(doc.context.stream(`q ${matrix} cm ${key} Do Q`)));
  return doc.save();
}

export const CODINGS = ["CCITT", "JBIG2", "JPEG 2000"] as const;

/** The picture as that coding writes it in a PDF, by ImageMagick. */
export function codedAs(coding: (typeof CODINGS)[number], picture: Photographed): Drawn {
  const { width, height } = picture;
  if (coding === "JPEG 2000") {
    const bytes = transform("convert", pgm(picture), (from, to) => [from, "-quality", "50", to], "jp2");
    return { bytes, about: { Filter: "JPXDecode", ColorSpace: "DeviceGray", BitsPerComponent: 8 } };
  }
  const strips = ["-define", "tiff:rows-per-strip=9999", "-compress", "Group4"];
  const { bytes, isBlackOne } = stripOf(
    transform("convert", pgm(picture), (from, to) => [from, "-threshold", "60%", ...strips, to], "tif"),
  );
  const about = { ColorSpace: "DeviceGray", BitsPerComponent: 1 };
  if (coding === "JBIG2") return { bytes: jbig2Of(bytes, width, height), about: { ...about, Filter: "JBIG2Decode" } };
  const parms = { K: -1, Columns: width, Rows: height, BlackIs1: isBlackOne };
  return { bytes, about: { ...about, Filter: "CCITTFaxDecode", DecodeParms: parms } };
}

/** The one strip of a TIFF: its bytes, and whether a black pixel is 1 (tags 273, 279, 262). */
function stripOf(tiff: Uint8Array): { readonly bytes: Uint8Array; readonly isBlackOne: boolean } {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  const tags = new Map<number, number>();
  for (let index = 0; index < view.getUint16(directory, little); index++) {
    const entry = directory + 2 + index * 12;
    const isShort = view.getUint16(entry + 2, little) === 3;
    tags.set(view.getUint16(entry, little), isShort ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little));
  }
  const from = tags.get(273) ?? 0;
  return { bytes: tiff.slice(from, from + (tags.get(279) ?? 0)), isBlackOne: tags.get(262) === 1 };
}

const PAGE_INFORMATION = 48;
const LOSSLESS_REGION = 39;

/** A page of one region, coded as a fax is (ITU T.88, 7.2, 7.4.6 and 7.4.8). */
function jbig2Of(fax: Uint8Array, width: number, height: number): Uint8Array {
  const long = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
  const size = [...long(width), ...long(height)];
  const segment = (number: number, type: number, data: readonly number[]) => [...long(number), type, 0, 1, ...long(data.length), ...data];
  const page = segment(0, PAGE_INFORMATION, [...size, ...long(0), ...long(0), 0, 0, 0]);
  return new Uint8Array([...page, ...segment(1, LOSSLESS_REGION, [...size, ...long(0), ...long(0), 0, 1, ...fax])]);
}
