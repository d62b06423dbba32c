/** Whether a picture holds several: only the first is drawn, and a page of a document may be among the others. */

/** True for an animated GIF, PNG or WebP, and for a sequence in AVIF. False when it is cut short before the second. */
export function holdsSeveral(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const textAt = (at: number, length = 4) => String.fromCharCode(...bytes.subarray(at, at + length));
  if (textAt(0) === "GIF8") return framesOfGif(bytes) > 1;
  if (textAt(1, 3) === "PNG") return chunk(PNG, view, textAt, 8, "acTL", (at) => view.getUint32(at) > 1);
  if (textAt(8) === "WEBP") return framesOfWebp(view, textAt) > 1;
  return textAt(4) === "ftyp" && chunk(BOX, view, textAt, 0, "moov", (at, end) => samplesIn(view, textAt, at, end) > 1);
}

type TextAt = (at: number, length?: number) => string;

/** How a format writes its parts: where their length is, what it counts, and where their name and their content are. */
interface Parts {
  readonly length: number;
  readonly name: number;
  readonly content: number;
  /** Bytes of the part that its length does not count. */
  readonly around: number;
  readonly little?: true;
}
const PNG: Parts = { length: 0, name: 4, content: 8, around: 12 };
const RIFF: Parts = { length: 4, name: 0, content: 8, around: 8, little: true };
const BOX: Parts = { length: 0, name: 4, content: 8, around: 0 };

/** The parts in order. One without a plausible length is the last. */
function* partsFrom(how: Parts, view: DataView, textAt: TextAt, start: number, end = view.byteLength) {
  for (let at = start; at + 8 <= end; ) {
    const length = view.getUint32(at + how.length, how.little) + how.around;
    yield { name: textAt(at + how.name), from: at + how.content, to: Math.min(at + Math.max(length, how.content), end) };
    if (length < how.content) return;
    at += length + (how.little === true ? length % 2 : 0);
  }
}

/** What `holds` says of the first part of that name; false when there is none, or when it is cut short. */
function chunk(
  how: Parts,
  view: DataView,
  textAt: TextAt,
  start: number,
  wanted: string,
  holds: (from: number, to: number) => boolean,
): boolean {
  for (const { name, from, to } of partsFrom(how, view, textAt, start)) if (name === wanted) return to - from >= 4 && holds(from, to);
  return false;
}

function framesOfWebp(view: DataView, textAt: TextAt): number {
  return [...partsFrom(RIFF, view, textAt, 12)].filter(({ name }) => name === "ANMF").length;
}

/** Boxes of a film that hold others, down to the one that counts its pictures. */
const WAY = ["trak", "mdia", "minf", "stbl"];

/** The most pictures of a track (ISO/IEC 14496-12, 8.7.3). */
function samplesIn(view: DataView, textAt: TextAt, start: number, end: number): number {
  let most = 0;
  for (const { name, from, to } of partsFrom(BOX, view, textAt, start, end)) {
    if (WAY.includes(name)) most = Math.max(most, samplesIn(view, textAt, from, to));
    if (name === "stsz" && to - from >= 12) most = Math.max(most, view.getUint32(from + 8));
  }
  return most;
}

/** Pictures of a GIF, by its blocks (GIF89a, 20 to 27). */
function framesOfGif(bytes: Uint8Array): number {
  const tableAfter = (packed: number) => ((packed & 0x80) === 0 ? 0 : 3 << ((packed & 7) + 1));
  const endOfBlocks = (start: number) => {
    let at = start;
    for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) at += length + 1;
    return at + 1;
  };
  let frames = 0;
  let at = 13 + tableAfter(bytes[10] ?? 0);
  while (at < bytes.length) {
    if (bytes[at] === 0x21) at = endOfBlocks(at + 2);
    else if (bytes[at] === 0x2c) {
      frames += 1;
      at = endOfBlocks(at + 11 + tableAfter(bytes[at + 9] ?? 0));
    } else break;
  }
  return frames;
}
