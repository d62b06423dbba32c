/** Papers drawn, then photographed: pages that hold a picture and no text, as scanners make them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { degrees, PDFDocument, PDFName, StandardFonts } from "pdf-lib";
import { onDisk, pictureOf } from "./tools.ts";

export interface Photographed {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Dots an inch of an office scanner. */
const RESOLUTION = 200;

/** The lines on an A4 page, as a scanner sees them. @param lean degrees */
export async function photographed(lines: readonly string[], lean = 0): Promise<Photographed> {
  const doc = await PDFDocument.create();
  const page = doc.addPage([595, 842]);
  const font = await doc.embedFont(StandardFonts.TimesRoman);
  lines.forEach((line, index) => {
    page.drawText(line, { x: 60, y: 740 - 24 * index, size: 11, font, rotate: degrees(lean) });
  });
  const to = join(mkdtempSync(join(tmpdir(), "pli-pret-scan-")), "page");
  spawnSync("pdftoppm", ["-r", String(RESOLUTION), "-gray", "-singlefile", onDisk(await doc.save()), to]);
  return pictureOf(readFileSync(`${to}.pgm`));
}

/** The picture as a file: PGM. */
export function pgm({ width, height, grey }: Photographed): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]));
}

interface Drawn {
  readonly bytes: Uint8Array;
  readonly about: Readonly<Record<string, unknown>>;
}

/** One page that holds that picture. @param quarters how the page lies, in quarters of a turn clockwise */
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
