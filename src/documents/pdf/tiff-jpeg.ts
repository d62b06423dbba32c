/** The strips of a TIFF's JPEG picture (technical note 2) as one JPEG: each strip becomes a part between two restart marks (ITU T.81, B.2.1). */

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Of a strip. */
  readonly rows: number;
}

interface Segment {
  readonly mark: number;
  /** With its mark and its length. */
  readonly bytes: Uint8Array;
}

const START = 0xd8;
const END = 0xd9;
const RESTART = 0xd0;
const RESTARTS = 8;
const SCAN = 0xda;
const TABLES = [0xdb, 0xc4];
const INTERVAL = 0xdd;
const COLOURS = 0xee;
/** Baseline and extended frames, whose scans may be put one after the other. */
const FRAMES = [0xc0, 0xc1];

/**
 * @param tables a JPEG that holds the tables of all strips
 * @returns the JPEG, and how many colours it has
 * @throws when it is damaged or written in another way
 */
export function jpegOf(strips: readonly Uint8Array[], tables: Uint8Array | null, picture: Picture) {
  const shared = tables === null ? [] : segmentsOf(tables).segments.filter(({ mark }) => TABLES.includes(mark));
  const parts = strips.map(segmentsOf);
  const [first] = parts;
  const frame = first?.segments.find(
    ({ mark }) => FRAMES.includes(mark) || (mark >= 0xc2 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8),
  );
  const scan = first?.segments.find(({ mark }) => mark === SCAN);
  if (first === undefined || frame === undefined || scan === undefined) throw new Error("No JPEG picture.");
  const components = frame.bytes[9] ?? 0;
  const kept = first.segments.filter(({ mark }) => mark !== SCAN && mark !== frame.mark && mark !== INTERVAL);
  const one = strips[0] ?? new Uint8Array();
  if (strips.length === 1 && !isOfSize(frame, picture)) throw new Error("A JPEG of another size.");
  if (strips.length === 1)
    return { components, bytes: joined([new Uint8Array([0xff, START]), ...shared.map(({ bytes }) => bytes), one.subarray(2)]) };
  if (!FRAMES.includes(frame.mark)) throw new Error("A progressive JPEG in strips.");
  for (const { segments } of parts) checkSame(kept, segments);
  const across = Math.max(...samplings(frame, 0));
  const down = Math.max(...samplings(frame, 1));
  const [wide, high] = components === 1 ? [8, 8] : [8 * across, 8 * down];
  if (picture.rows % high !== 0) throw new Error("The strips end inside a block.");
  const interval = Math.ceil(picture.width / wide) * (picture.rows / high);
  if (interval > 0xffff) throw new Error("Strips that are too large.");
  const size = frame.bytes.slice();
  new DataView(size.buffer).setUint16(5, picture.height);
  return {
    components,
    bytes: joined([
      new Uint8Array([0xff, START]),
      ...shared.map(({ bytes }) => bytes),
      ...kept.filter(({ mark }) => TABLES.includes(mark) || mark === COLOURS).map(({ bytes }) => bytes),
      new Uint8Array([0xff, INTERVAL, 0, 4, interval >> 8, interval & 0xff]),
      size,
      scan.bytes,
      ...parts.flatMap(({ data }, index) => (index === 0 ? [data] : [new Uint8Array([0xff, RESTART + ((index - 1) % RESTARTS)]), data])),
      new Uint8Array([0xff, END]),
    ]),
  };
}

function isOfSize({ bytes }: Segment, { width, height }: Picture): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint16(5) === height && view.getUint16(7) === width;
}

/** Horizontal (0) or vertical (1) sampling of each colour. */
function samplings({ bytes }: Segment, way: 0 | 1): readonly number[] {
  return Array.from({ length: bytes[9] ?? 0 }, (_, index) => ((bytes[11 + 3 * index] ?? 0) >> (way === 0 ? 4 : 0)) & 0xf);
}

/** @throws when a strip has tables of its own, or is itself cut in intervals */
function checkSame(kept: readonly Segment[], segments: readonly Segment[]): void {
  const tables = segments.filter(({ mark }) => TABLES.includes(mark));
  const wanted = kept.filter(({ mark }) => TABLES.includes(mark));
  const isSame =
    tables.length === wanted.length && tables.every(({ bytes }, index) => bytes.every((byte, at) => byte === wanted[index]?.bytes[at]));
  if (!isSame || segments.some(({ mark }) => mark === INTERVAL)) throw new Error("Strips that are coded differently.");
}

/** The segments up to the scan's, and the bytes of the picture after it. @throws when it is cut short */
function segmentsOf(jpeg: Uint8Array): { readonly segments: readonly Segment[]; readonly data: Uint8Array } {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  if (view.getUint16(0) !== 0xff00 + START) throw new Error("Not a JPEG.");
  const segments: Segment[] = [];
  for (let at = 2; at + 1 < jpeg.length; ) {
    const mark = view.getUint8(at + 1);
    if (mark === END) return { segments, data: new Uint8Array() };
    const end = at + 2 + view.getUint16(at + 2);
    if (view.getUint8(at) !== 0xff || end > jpeg.length) break;
    segments.push({ mark, bytes: jpeg.subarray(at, end) });
    if (mark === SCAN) return { segments, data: jpeg.subarray(end, endIn(jpeg)) };
    at = end;
  }
  throw new Error("A JPEG cut short.");
}

/** Where its end mark is. @throws when it has none */
function endIn(jpeg: Uint8Array): number {
  for (let at = jpeg.length - 2; at > 0; at--) if (jpeg[at] === 0xff && jpeg[at + 1] === END) return at;
  throw new Error("A JPEG cut short.");
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
