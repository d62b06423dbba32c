/** Reads the pages of a scan, one after the other, as long as more is wanted. Such a reading is a proposal, never a certainty. */
import { PDFDocument } from "pdf-lib";
import { getDocumentProxy } from "unpdf";
import { addPicture } from "../pdf/picture.ts";
import type { Dropped, ReadScan } from "../recognise/port.ts";
import { linesOf } from "../recognise/text-lines.ts";
import { type DecoderFiles, withPlainImages } from "./coded-images.ts";
import { type LetterFiles, type LettersRead, letterReaderBy, type ReadLetters } from "./letter-reader.ts";
import { imagesOf } from "./page-images.ts";
import { liesOnItsSide, pageOf, type Raster, turned } from "./raster.ts";

/** `beside`: headings of a table are put beside their values · `drawn`: each cell stands at its column. */
export type LinesOfScan = "beside" | "drawn";

export function scanReaderBy(files: LetterFiles & DecoderFiles, lines: LinesOfScan = "beside"): ReadScan {
  const read = letterReaderBy(files);
  return async function* readScan(scanned) {
    const bytes = await withPlainImages(await asPdf(scanned), files);
    const pdf = await getDocumentProxy(bytes, {
      disableFontFace: true,
      useSystemFonts: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      verbosity: 0,
    });
    try {
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number);
        const images = await imagesOf(page);
        const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
        const shown = { view: [left, bottom, right, top], quarters: page.rotate / 90 } as const;
        page.cleanup();
        if (images.length === 0) yield [];
        else yield linesOf((await readStraight(pageOf(images, shown), read)).words, lines === "beside");
      }
    } finally {
      await pdf.loadingTask.destroy();
    }
  };
}

/** Turns a picture into the page that the dossier will show, upright. */
async function asPdf({ bytes, type }: Dropped): Promise<Uint8Array> {
  if (type === "application/pdf") return bytes.slice();
  const doc = await PDFDocument.create({ updateMetadata: false });
  if (typeof (await addPicture(doc, bytes, type)) === "string") throw new Error("The picture is damaged.");
  return doc.save();
}

/** Mean confidence above which a page is upright: upside down, letters are guessed. */
const STRAIGHT = 65;

/** Reads the page along its lines, then upside down, then the other ways, until one reads well; otherwise takes the best. */
async function readStraight(page: Raster, read: ReadLetters): Promise<LettersRead> {
  let ways = liesOnItsSide(page) ? [1, 3, 0, 2] : [0, 2, 1, 3];
  let best: LettersRead = { words: [], confidence: 0, isSideways: false };
  while (ways.length > 0 && best.confidence < STRAIGHT) {
    const [quarters = 0, ...others] = ways;
    const found = await read(turned(page, quarters));
    // Upside down, letters that are well read on their side would be so again.
    const liesAcross = found.isSideways && found.confidence >= STRAIGHT;
    ways = liesAcross ? others.filter((way) => (way - quarters) % 2 !== 0) : others;
    if (!found.isSideways && found.confidence > best.confidence) best = found;
  }
  return best;
}
