/** The strips of a TIFF decoded to plain rows, as a PDF holds them: no transparency, eight bits at most. Nothing else is changed. */
import { unzlibSync } from "fflate";
import { decodePDFRawStream, PDFContext, PDFRawStream } from "pdf-lib";
import { type Ifd, numberIn, numbersIn, TAG } from "./tiff-tags.ts";

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Of a strip. */
  readonly rows: number;
  /** True when the least byte of a number comes first. */
  readonly isLittle: boolean;
}
export interface Rows {
  readonly bytes: Uint8Array;
  readonly bits: number;
}

const COMPRESSION = { none: 1, faxes: [2, 3, 4], lzw: 5, deflate: [8, 32_946], packBits: 32_773 } as const;
/** More bytes than this are no page. */
const MOST_BYTES = 500_000_000;

/** @throws when it is damaged or written in another way */
export async function rowsOf(
  strips: readonly Uint8Array[],
  ifd: Ifd,
  { width, height, rows, isLittle }: Picture,
  fax: (strip: Uint8Array, rows: number) => Promise<Uint8Array>,
): Promise<Rows> {
  const { samples, bits } = checkedOf(ifd);
  const perRow = Math.ceil((width * samples * bits) / 8);
  if (perRow * height > MOST_BYTES) throw new Error("Too large.");
  const whole = new Uint8Array(perRow * height);
  const compression = numberIn(ifd, TAG.compression, COMPRESSION.none);
  const isFax = COMPRESSION.faxes.some((one) => one === compression);
  for (const [index, strip] of strips.entries()) {
    const count = Math.min(rows, height - index * rows);
    if (count <= 0) break;
    const plain = isFax ? await fax(strip, count) : plainOf(strip, compression);
    if (plain.length < perRow * count) throw new Error("A strip is cut short.");
    whole.set(plain.subarray(0, perRow * count), index * rows * perRow);
  }
  if (strips.length * rows < height) throw new Error("Strips are missing.");
  if (numberIn(ifd, TAG.predictor, 1) === 2) undoDifferences(whole, { perRow, samples, bits, isLittle });
  return { bytes: withoutAlpha(bits === 16 ? highBytesOf(whole, isLittle) : whole, ifd, samples, bits), bits: Math.min(bits, 8) };
}

interface Tiled extends Pick<Picture, "width" | "height" | "isLittle"> {
  /** Its width is a multiple of sixteen (TIFF 6.0, section 15). */
  readonly tile: { readonly width: number; readonly height: number };
}

/** Tiles put beside each other as rows. @throws when one is damaged, or written in another way */
export async function rowsOfTiles(
  tiles: readonly { readonly bytes: Uint8Array; readonly left: number; readonly top: number }[],
  ifd: Ifd,
  { width, height, isLittle, tile }: Tiled,
  fax: (strip: Uint8Array, rows: number) => Promise<Uint8Array>,
): Promise<Rows> {
  if (tile.width % 16 !== 0 || tile.width === 0 || tile.height === 0) throw new Error("Tiles of an unusual size.");
  let made: { readonly whole: Uint8Array; readonly perRow: number; readonly bits: number } | null = null;
  for (const { bytes, left, top } of tiles) {
    const rows = await rowsOf([bytes], ifd, { ...tile, rows: tile.height, isLittle }, fax);
    const perTileRow = rows.bytes.length / tile.height;
    const perRow = Math.ceil((width * perTileRow) / tile.width);
    if (perRow * height > MOST_BYTES) throw new Error("Too large.");
    made ??= { whole: new Uint8Array(perRow * height), perRow, bits: rows.bits };
    const from = (left * perTileRow) / tile.width;
    for (let row = 0; row < Math.min(tile.height, height - top); row++) {
      const start = row * perTileRow;
      made.whole.set(rows.bytes.subarray(start, start + Math.min(perTileRow, perRow - from)), (top + row) * perRow + from);
    }
  }
  if (made === null) throw new Error("No tiles.");
  return { bytes: made.whole, bits: made.bits };
}

/** The bits of each byte in the opposite order. */
export function turnedBits(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => TURNED[byte] ?? 0);
}
const TURNED = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number.parseInt(byte.toString(2).padStart(8, "0").split("").reverse().join(""), 2),
);

function checkedOf(ifd: Ifd): { readonly samples: number; readonly bits: number } {
  const samples = numberIn(ifd, TAG.samples, 1);
  const [bits = 1, ...others] = numbersIn(ifd, TAG.bits);
  const isPlain = numberIn(ifd, TAG.sampleFormat, 1) === 1 && (samples === 1 || numberIn(ifd, TAG.planes, 1) === 1);
  if (!isPlain || others.some((other) => other !== bits) || ![1, 2, 4, 8, 16].includes(bits))
    throw new Error("Samples that are not read here.");
  return { samples, bits };
}

function plainOf(strip: Uint8Array, compression: number): Uint8Array {
  if (compression === COMPRESSION.none) return strip;
  if (COMPRESSION.deflate.some((one) => one === compression)) return unzlibSync(strip);
  const filter = compression === COMPRESSION.lzw ? "LZWDecode" : compression === COMPRESSION.packBits ? "RunLengthDecode" : undefined;
  if (filter === undefined) throw new Error("A coding that is not read here.");
  const context = PDFContext.create();
  return decodePDFRawStream(PDFRawStream.of(context.obj({ Filter: filter }), strip)).decode();
}

interface Layout {
  readonly perRow: number;
  readonly samples: number;
  readonly bits: number;
  readonly isLittle: boolean;
}

/** Each sample was written as its difference from the one before (TIFF 6.0, section 14). */
function undoDifferences(whole: Uint8Array, { perRow, samples, bits, isLittle }: Layout): void {
  if (bits !== 8 && bits !== 16) throw new Error("Differences of an unusual size.");
  const view = new DataView(whole.buffer);
  const step = bits / 8;
  for (let row = 0; row < whole.length; row += perRow) {
    for (let at = row + samples * step; at < row + perRow; at += step) {
      const before = at - samples * step;
      if (step === 1) whole[at] = (whole[at] ?? 0) + (whole[before] ?? 0);
      else view.setUint16(at, view.getUint16(at, isLittle) + view.getUint16(before, isLittle), isLittle);
    }
  }
}

function highBytesOf(whole: Uint8Array, isLittle: boolean): Uint8Array {
  const high = new Uint8Array(whole.length / 2);
  for (let at = 0; at < high.length; at++) high[at] = whole[2 * at + (isLittle ? 1 : 0)] ?? 0;
  return high;
}

/** Colours of each way to mean them: white is zero, grey, RGB, palette, CMYK. */
const COLOURS: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 3, 3: 1, 5: 4 };
const MULTIPLIED = 1;
const SEPARATE = 2;

/** On white. */
function withoutAlpha(whole: Uint8Array, ifd: Ifd, samples: number, bits: number): Uint8Array {
  const meant = numberIn(ifd, TAG.meant);
  const colours = COLOURS[meant] ?? 0;
  if (colours === 0 || samples < colours) throw new Error("Colours that are not read here.");
  if (samples === colours) return whole;
  const [kind = 0] = numbersIn(ifd, TAG.extraSamples);
  if (bits < 8 || (meant !== 1 && meant !== 2)) throw new Error("Transparency that is not read here.");
  const opaque = new Uint8Array((whole.length / samples) * colours);
  for (let from = 0, to = 0; from < whole.length; from += samples) {
    const alpha = kind === MULTIPLIED || kind === SEPARATE ? (whole[from + colours] ?? 255) : 255;
    for (let colour = 0; colour < colours; colour++, to++) {
      const value = whole[from + colour] ?? 0;
      opaque[to] = 255 - alpha + (kind === SEPARATE ? Math.round((value * alpha) / 255) : value);
    }
  }
  return opaque;
}
