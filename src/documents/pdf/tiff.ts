/**
 * A TIFF as a PDF: one page a picture. Faxes and JPEG keep the very bytes of the scanner, since a PDF has the same codings (TIFF 6.0; ISO 32000,
 * 7.4); other codings lose nothing either. Loaded at the first TIFF.
 */
import { zlibSync } from "fflate";
import {
  drawObject,
  endPath,
  PDFDocument,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
} from "pdf-lib";
import { decode } from "tiff";
import type { DecodeFax } from "./fax.ts";
import { A4, turnOf } from "./picture.ts";
import { jpegOf } from "./tiff-jpeg.ts";
import { type Rows, rowsOf, rowsOfTiles, turnedBits } from "./tiff-rows.ts";
import { bytesIn, type Ifd, numberIn, numbersIn, TAG } from "./tiff-tags.ts";

/** Marks of a picture that another one of the file stands for: a thumbnail (1), a mask (4). */
const NOT_A_PAGE = 1 | 4;
const COMPRESSION = { huffman: 2, fax3: 3, fax4: 4, oldJpeg: 6, jpeg: 7 } as const;
/** The first byte of a file whose numbers begin with their least byte: "II". */
const LITTLE = 0x49;
/** How the samples of a picture are meant. */
const MEANT = { whiteIsZero: 0, grey: 1, rgb: 2, palette: 3, cmyk: 5, yCbCr: 6 } as const;

/**
 * @param decodeFax decodes the strips of a fax, asked only when there are several
 * @returns `null` when a page is damaged, or written in a way that is not read here: none is left out
 */
export async function pdfOfTiff(bytes: Uint8Array<ArrayBuffer>, decodeFax: DecodeFax): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const all = decode(bytes, { ignoreImageData: true, pages: [...Array(countOf(bytes)).keys()] });
    const whole = all.filter((ifd) => (numberIn(ifd, TAG.subfile, 0) & NOT_A_PAGE) === 0);
    const doc = await PDFDocument.create({ updateMetadata: false });
    for (const ifd of whole) await addPage(doc, bytes, ifd, decodeFax);
    return whole.length === 0 ? null : ((await doc.save()) as Uint8Array<ArrayBuffer>);
  } catch {
    return null;
  }
}

/** A file with more pictures than this is no scan. */
const MOST_PAGES = 2_000;

/** How many pictures the chain of directories holds. @throws when it is cut or leads back */
function countOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === LITTLE;
  let count = 0;
  for (let at = view.getUint32(4, little); at !== 0; at = view.getUint32(at + 2 + 12 * view.getUint16(at, little), little)) {
    count += 1;
    if (count > MOST_PAGES) throw new Error("The directories lead back to each other.");
  }
  return count;
}

/** A part of a picture, as an image of the PDF: the whole of it, or a tile. */
interface Part extends Size {
  readonly image: PDFRef;
  /** Pixels from its left and from its top. */
  readonly left: number;
  readonly top: number;
}

async function addPage(doc: PDFDocument, file: Uint8Array, ifd: Ifd, decodeFax: DecodeFax): Promise<void> {
  const [width, height] = [numberIn(ifd, TAG.width), numberIn(ifd, TAG.height)];
  const parts = await partsOf(doc, file, ifd, { width, height }, decodeFax);
  const orientation = numberIn(ifd, TAG.orientation, 1);
  const [across, down] = sizeOf(ifd, width, height);
  const shown = orientation > 4 ? ([down, across] as const) : ([across, down] as const);
  const page = doc.addPage([...shown]);
  const turn = PDFOperator.of(PDFOperatorNames.ConcatTransformationMatrix, numbers(turnOf(orientation, ...shown)));
  // What the last tiles hold beyond the picture is not shown.
  const clip = [
    PDFOperator.of(PDFOperatorNames.AppendRectangle, numbers([0, 0, 1, 1])),
    PDFOperator.of(PDFOperatorNames.ClipNonZero),
    endPath(),
  ];
  page.pushOperators(turn, ...clip);
  for (const { image, left, top, ...size } of parts) {
    const place = [size.width / width, 0, 0, size.height / height, left / width, 1 - (top + size.height) / height];
    const put = PDFOperator.of(PDFOperatorNames.ConcatTransformationMatrix, numbers(place));
    page.pushOperators(pushGraphicsState(), put, drawObject(page.node.newXObject("Image", image)), popGraphicsState());
  }
}

const numbers = (values: readonly number[]) => values.map((value) => PDFNumber.of(value));

/** @throws when it is not read here */
async function partsOf(doc: PDFDocument, file: Uint8Array, ifd: Ifd, size: Size, decodeFax: DecodeFax): Promise<readonly Part[]> {
  const whole = { ...size, left: 0, top: 0 };
  if (numbersIn(ifd, TAG.tileOffsets).length === 0) {
    const image = await imageOf(doc, file, ifd, { ...size, strips: stripsOf(file, ifd), rows: rowsPerStrip(ifd, size.height) }, decodeFax);
    return [{ ...whole, image }];
  }
  const tiles = tilesOf(file, ifd, size);
  const ofTile = { width: numberIn(ifd, TAG.tileWidth), height: numberIn(ifd, TAG.tileHeight) };
  if (numberIn(ifd, TAG.compression, 1) !== COMPRESSION.jpeg) {
    const rows = await rowsOfTiles(
      tiles,
      ifd,
      { ...size, tile: ofTile, isLittle: file[0] === LITTLE },
      faxOf(ifd, ofTile.width, decodeFax),
    );
    return [{ ...whole, image: plainImage(doc, ifd, size, rows) }];
  }
  const parts: Part[] = [];
  for (const { bytes, left, top } of tiles) {
    const image = await imageOf(doc, file, ifd, { ...ofTile, strips: [bytes], rows: ofTile.height }, decodeFax);
    parts.push({ ...ofTile, left, top, image });
  }
  return parts;
}

/** Dots per inch that scanners have. */
const RESOLUTION = { least: 50, most: 2_400 };
const CENTIMETRE = 3;

/** In points: by its resolution, or within A4 when it gives none that a scanner has. */
function sizeOf(ifd: Ifd, width: number, height: number): readonly [number, number] {
  const perInch = numberIn(ifd, TAG.unit, 2) === CENTIMETRE ? 2.54 : 1;
  const [x, y] = [numberIn(ifd, TAG.xResolution, 0) * perInch, numberIn(ifd, TAG.yResolution, 0) * perInch];
  if ([x, y].every((dots) => dots >= RESOLUTION.least && dots <= RESOLUTION.most)) return [(width / x) * 72, (height / y) * 72];
  const [right, top] = width > height ? [A4.long, A4.short] : [A4.short, A4.long];
  const scale = Math.min(right / width, top / height);
  return [width * scale, height * scale];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Strips extends Size {
  readonly strips: readonly Uint8Array[];
  /** Of each. */
  readonly rows: number;
}

/** @throws when it is not read here */
async function imageOf(
  doc: PDFDocument,
  file: Uint8Array,
  ifd: Ifd,
  { strips, width, height, rows }: Strips,
  decodeFax: DecodeFax,
): Promise<PDFRef> {
  const { context } = doc;
  const compression = numberIn(ifd, TAG.compression, 1);
  const about = { Type: "XObject", Subtype: "Image", Width: width, Height: height };
  if (compression === COMPRESSION.jpeg || compression === COMPRESSION.oldJpeg) {
    const { bytes, components } = jpegOf(strips, bytesIn(ifd, TAG.jpegTables), { width, height, rows });
    return context.register(context.stream(bytes, { ...about, ...jpegParmsOf(ifd, components) }));
  }
  const isFax = isOfFax(ifd);
  const [only, ...more] = strips;
  if (isFax && only !== undefined && more.length === 0) {
    const coded = { ...about, BitsPerComponent: 1, ColorSpace: "DeviceGray", Filter: "CCITTFaxDecode" };
    return context.register(context.stream(only, { ...coded, DecodeParms: faxParmsOf(ifd, width, height) }));
  }
  const decoded = await rowsOf(strips, ifd, { width, height, rows, isLittle: file[0] === LITTLE }, faxOf(ifd, width, decodeFax));
  return plainImage(doc, ifd, { width, height }, decoded);
}

function isOfFax(ifd: Ifd): boolean {
  const compression = numberIn(ifd, TAG.compression, 1);
  return compression >= COMPRESSION.huffman && compression <= COMPRESSION.fax4;
}

const faxOf = (ifd: Ifd, width: number, decodeFax: DecodeFax) => (strip: Uint8Array, rows: number) =>
  decodeFax(strip, faxParmsOf(ifd, width, rows));

function plainImage(doc: PDFDocument, ifd: Ifd, { width, height }: Size, { bytes, bits }: Rows): PDFRef {
  const about = { Type: "XObject", Subtype: "Image", Width: width, Height: height, BitsPerComponent: bits, Filter: "FlateDecode" };
  const isNegative = !isOfFax(ifd) && numberIn(ifd, TAG.meant) === MEANT.whiteIsZero;
  const coded = { ...about, ColorSpace: spaceOf(doc, ifd, bits), ...(isNegative ? { Decode: [1, 0] } : {}) };
  return doc.context.register(doc.context.stream(zlibSync(bytes), coded));
}

function jpegParmsOf(ifd: Ifd, components: number) {
  if (components !== 1 && components !== 3) throw new Error("A JPEG of an unusual number of colours.");
  const meant = numberIn(ifd, TAG.meant);
  return {
    BitsPerComponent: 8,
    ColorSpace: components === 1 ? "DeviceGray" : "DeviceRGB",
    Filter: "DCTDecode",
    ...(meant === MEANT.rgb ? { DecodeParms: { ColorTransform: 0 } } : {}),
    ...(meant === MEANT.whiteIsZero ? { Decode: [1, 0] } : {}),
  };
}

const rowsPerStrip = (ifd: Ifd, height: number) => Math.min(height, numberIn(ifd, TAG.rowsPerStrip, height));

/** @throws when one lies outside the file */
function stripsOf(file: Uint8Array, ifd: Ifd): readonly Uint8Array[] {
  const isOldJpeg = numberIn(ifd, TAG.compression, 1) === COMPRESSION.oldJpeg;
  return isOldJpeg ? bytesAt(file, ifd, TAG.oldJpeg, TAG.oldJpegLength) : bytesAt(file, ifd, TAG.offsets, TAG.lengths);
}

/** Row by row. @throws when one lies outside the file, or they are not as many as the picture needs */
function tilesOf(file: Uint8Array, ifd: Ifd, size: Size) {
  const [width, height] = [numberIn(ifd, TAG.tileWidth), numberIn(ifd, TAG.tileHeight)];
  const across = Math.ceil(size.width / width);
  const tiles = bytesAt(file, ifd, TAG.tileOffsets, TAG.tileLengths);
  if (tiles.length !== across * Math.ceil(size.height / height)) throw new Error("Tiles are missing.");
  return tiles.map((bytes, index) => ({ bytes, left: (index % across) * width, top: Math.floor(index / across) * height }));
}

function bytesAt(file: Uint8Array, ifd: Ifd, starts: number, sizes: number): readonly Uint8Array[] {
  const [offsets, lengths] = [numbersIn(ifd, starts), numbersIn(ifd, sizes)];
  if (offsets.length === 0 || offsets.length !== lengths.length) throw new Error("No strips.");
  const isTurned = numberIn(ifd, TAG.fillOrder, 1) === 2;
  return offsets.map((from, index) => {
    const to = from + (lengths[index] ?? 0);
    if (to > file.length || to === from) throw new Error("A strip is not in the file.");
    return isTurned ? turnedBits(file.subarray(from, to)) : file.subarray(from, to);
  });
}

/** ISO 32000, table 11. A black run is 1 in a TIFF: white, where black is zero. */
function faxParmsOf(ifd: Ifd, width: number, rows: number) {
  const compression = numberIn(ifd, TAG.compression);
  const isMixed = (numberIn(ifd, TAG.fax3Options, 0) & 1) === 1;
  return {
    K: compression === COMPRESSION.fax4 ? -1 : compression === COMPRESSION.fax3 && isMixed ? 1 : 0,
    EndOfLine: compression === COMPRESSION.fax3,
    EncodedByteAlign: compression === COMPRESSION.huffman,
    Columns: width,
    Rows: rows,
    BlackIs1: numberIn(ifd, TAG.meant) === MEANT.grey,
  };
}

function spaceOf({ context }: PDFDocument, ifd: Ifd, bits: number) {
  const meant = numberIn(ifd, TAG.meant);
  if (meant === MEANT.palette) {
    const map = numbersIn(ifd, TAG.colours);
    const count = 2 ** bits;
    // Sixteen bits each, all reds first; some programs write eight.
    const shift = map.some((value) => value > 0xff) ? 8 : 0;
    const lookup = Uint8Array.from({ length: 3 * count }, (_, at) => (map[(at % 3) * count + Math.floor(at / 3)] ?? 0) >> shift);
    return context.obj(["Indexed", "DeviceRGB", count - 1, context.register(context.stream(lookup))]);
  }
  if (meant === MEANT.cmyk) return "DeviceCMYK";
  if (meant === MEANT.rgb) return "DeviceRGB";
  if (meant === MEANT.grey || meant === MEANT.whiteIsZero) return "DeviceGray";
  throw new Error("Colours that are not read here.");
}
