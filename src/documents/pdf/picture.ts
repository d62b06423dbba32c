/** A photograph or scan as a page: in its own shape, at most A4, turned upright. */
import {
  drawObject,
  type PDFDocument,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
} from "pdf-lib";
import type { FileType } from "../../domain/files.ts";
import type { LeftOutReason } from "../../domain/prepared.ts";

/** Points. */
export const A4 = { short: 595.28, long: 841.89 };

type PictureType = Exclude<FileType, "application/pdf">;

/** A PNG with more pixels is not drawn: each takes eight bytes, and a small file may claim any number. A JPEG is put in the page as it is. */
const MOST_PIXELS = 100_000_000;

/** Appends the picture as one page, or tells why it cannot. */
export async function addPicture(doc: PDFDocument, bytes: Uint8Array, type: PictureType): Promise<PDFPage | LeftOutReason> {
  if (isCutShort(bytes, type)) return "truncated";
  if (type === "image/png" && pixelsOfPng(bytes) > MOST_PIXELS) return "tooManyPixels";
  try {
    const image = type === "image/jpeg" ? await doc.embedJpg(bytes) : await doc.embedPng(stillOf(bytes));
    // Embedded now, so that its bytes are not kept until the end.
    await image.embed();
    const orientation = type === "image/jpeg" ? orientationOf(bytes) : 1;
    const turned = orientation > 4;
    const shown = turned ? { width: image.height, height: image.width } : { width: image.width, height: image.height };
    const wide = shown.width > shown.height;
    const scale = Math.min((wide ? A4.long : A4.short) / shown.width, (wide ? A4.short : A4.long) / shown.height);
    const width = shown.width * scale;
    const height = shown.height * scale;
    const page = doc.addPage([width, height]);
    const key = page.node.newXObject("Image", image.ref);
    const matrix = turnOf(orientation, width, height);
    page.pushOperators(
      pushGraphicsState(),
      PDFOperator.of(
        PDFOperatorNames.ConcatTransformationMatrix,
        matrix.map((value) => PDFNumber.of(value)),
      ),
      drawObject(key),
      popGraphicsState(),
    );
    return page;
  } catch {
    return "damaged";
  }
}

/** The matrix that draws the unit square upright in a page of that width and height. @param orientation as in EXIF and TIFF, 1 to 8 */
export function turnOf(orientation: number, width: number, height: number): readonly number[] {
  return TURNS[orientation]?.(width, height) ?? [width, 0, 0, height, 0, 0];
}

/** For each EXIF orientation, the matrix that draws the unit square upright in a page of that width and height. */
const TURNS: Readonly<Record<number, (width: number, height: number) => readonly number[]>> = {
  2: (w, h) => [-w, 0, 0, h, w, 0],
  3: (w, h) => [-w, 0, 0, -h, w, h],
  4: (w, h) => [w, 0, 0, -h, 0, h],
  5: (w, h) => [0, -h, -w, 0, w, h],
  6: (w, h) => [0, -h, w, 0, 0, h],
  7: (w, h) => [0, h, w, 0, 0, 0],
  8: (w, h) => [0, h, -w, 0, w, 0],
};

/** The orientation of a JPEG, 1 to 8 (EXIF 2.3, tag 0x0112); 1 when it is not said. */
export function orientationOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1];
    if (marker === 0xda) return 1;
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) return orientationIn(view, at + 10) ?? 1;
  }
  return 1;
}

function orientationIn(view: DataView, tiff: number): number | undefined {
  if (tiff + 8 > view.byteLength) return undefined;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > view.byteLength) return undefined;
  const count = view.getUint16(directory, little);
  for (let entry = directory + 2; entry < directory + 2 + count * 12 && entry + 12 <= view.byteLength; entry += 12) {
    if (view.getUint16(entry, little) === 0x0112) {
      const value = view.getUint16(entry + 8, little);
      return value >= 1 && value <= 8 ? value : undefined;
    }
  }
  return undefined;
}

/** True when the picture's own end is missing. What cameras add after it (a film, padding) does not count. */
export function isCutShort(bytes: Uint8Array, type: PictureType): boolean {
  return (type === "image/jpeg" ? endOfJpeg(bytes) : endOfPng(bytes)) === null;
}

/** Where a JPEG ends, by its segments (ITU T.81, B.1): the end mark of a thumbnail inside one is not its own. */
function endOfJpeg(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 1 < bytes.length) {
    const mark = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || mark === 0 || mark === 0xff || (mark >= 0xd0 && mark <= 0xd7)) at += 1;
    else if (mark === 0xd9) return at + 2;
    else if (at + 4 > bytes.length) return null;
    else at += 2 + view.getUint16(at + 2);
    // The bytes of the picture follow, until the next mark.
    while (at < bytes.length && bytes[at] !== 0xff) at += 1;
  }
  return null;
}

/** By its header, which is its first chunk; its end was found, so it has one. */
function pixelsOfPng(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(16) * view.getUint32(20);
}

/** Chunks that make a PNG move (APNG 1.0). */
const MOVING = ["acTL", "fcTL", "fdAT"];

/** The picture that a PNG shows where it does not move; pdf-lib does not take the others. */
function stillOf(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (!MOVING.includes(String.fromCharCode(...bytes.subarray(at + 4, at + 8)))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  const size = kept.reduce((sum, { length }) => sum + length, 0);
  if (size === bytes.length) return bytes;
  const still = new Uint8Array(size);
  let length = 0;
  for (const part of kept) {
    still.set(part, length);
    length += part.length;
  }
  return still;
}

/** Where a PNG ends, by its chunks. */
function endOfPng(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (view.getUint32(at + 4) === 0x49454e44) return end <= bytes.length ? end : null;
    at = end;
  }
  return null;
}
