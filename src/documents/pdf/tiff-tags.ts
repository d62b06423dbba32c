/** The tags of a TIFF's directory (TIFF 6.0) that say how its picture is written. */
import type { TiffIfd } from "tiff";

export type Ifd = Pick<TiffIfd, "fields">;

export const TAG = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  meant: 262,
  fillOrder: 266,
  offsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  lengths: 279,
  xResolution: 282,
  yResolution: 283,
  planes: 284,
  fax3Options: 292,
  unit: 296,
  predictor: 317,
  colours: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileLengths: 325,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
  oldJpeg: 513,
  oldJpegLength: 514,
} as const;

/** @throws when there is none, and no other value is given */
export function numberIn({ fields }: Ifd, tag: number, otherwise?: number): number {
  const value: unknown = fields.get(tag);
  const first: unknown = ArrayBuffer.isView(value) || Array.isArray(value) ? (value as ArrayLike<unknown>)[0] : value;
  if (typeof first === "number" && Number.isFinite(first)) return first;
  if (otherwise === undefined) throw new Error(`Tag ${tag} is missing.`);
  return otherwise;
}

/** All its numbers; none when it is missing. */
export function numbersIn({ fields }: Ifd, tag: number): readonly number[] {
  const value: unknown = fields.get(tag);
  if (typeof value === "number") return [value];
  return ArrayBuffer.isView(value) || Array.isArray(value) ? Array.from(value as unknown as ArrayLike<number>) : [];
}

/** The bytes of a tag; `null` when it is missing. */
export function bytesIn(ifd: Ifd, tag: number): Uint8Array | null {
  const bytes = numbersIn(ifd, tag);
  return bytes.length === 0 ? null : Uint8Array.from(bytes);
}
