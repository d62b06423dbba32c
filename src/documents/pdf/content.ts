/** The content of a page: whether it is whole, whether it restores the drawing state, and how to draw over it. */
import { Unzlib, unzlibSync } from "fflate";
import {
  decodePDFRawStream,
  PDFArray,
  PDFContentStream,
  PDFName,
  type PDFObject,
  type PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "pdf-lib";

/** @throws when a part of the content is missing or cannot be read */
export function contentOf(page: PDFPageLeaf): Uint8Array[] {
  const contents = page.get(PDFName.of("Contents"));
  if (contents === undefined) return [];
  const found = partsIn(page);
  const streams = found instanceof PDFArray ? found.asArray().map((_, index) => found.lookup(index)) : [found];
  return streams.map(bytesOf);
}

/** Leaves out missing parts of the content, and cuts each part where it stops being readable: what remains is what readers show. */
export function keepReadable(page: PDFPageLeaf): void {
  const { context } = page;
  const readable = contentRefs(page).map((ref) => {
    const stream = context.lookup(ref);
    try {
      bytesOf(stream);
      return ref;
    } catch {
      return context.register(context.flateStream(stream instanceof PDFRawStream ? inflatedUntilSpoilt(stream) : ""));
    }
  });
  page.set(PDFName.of("Contents"), context.obj(readable));
}

function inflatedUntilSpoilt({ dict, contents }: PDFRawStream): Uint8Array {
  const parts: Uint8Array[] = [];
  if (dict.lookup(PDFName.of("Filter")) === PDFName.of("FlateDecode")) {
    try {
      new Unzlib((part) => parts.push(part)).push(contents, true);
    } catch {
      // The part decoded before the error is kept.
    }
  }
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

function bytesOf(stream: PDFObject | undefined): Uint8Array {
  if (stream instanceof PDFRawStream && stream.contents.length === 0) return stream.contents;
  if (stream instanceof PDFRawStream) return decoded(stream);
  if (stream instanceof PDFContentStream) return stream.getUnencodedContents();
  throw new Error("A part of the page is missing.");
}

/** fflate's messages for a stream that stops early or has no header: readers show such streams all the same. */
const READ_ALL_THE_SAME = /unexpected EOF|invalid zlib data/;

/** Faster than pdf-lib for deflated streams, as most are. @throws when it is damaged: pdf-lib would invent the rest */
function decoded(stream: PDFRawStream): Uint8Array {
  const { dict, contents } = stream;
  if (dict.lookup(PDFName.of("Filter")) === PDFName.of("FlateDecode") && !dict.has(PDFName.of("DecodeParms"))) {
    try {
      return unzlibSync(contents);
    } catch (error) {
      if (!READ_ALL_THE_SAME.test(String(error))) throw error;
    }
  }
  return decodePDFRawStream(stream).decode();
}

const Q = 0x71;
const RESTORE = 0x51;

/** How many saved drawing states (`q`) the content never restores (`Q`): anything drawn after it would be misplaced. */
export function unrestored(parts: readonly Uint8Array[]): number {
  let depth = 0;
  eachOperator(parts, (operator) => {
    if (operator === Q) depth += 1;
    else if (depth > 0) depth -= 1;
  });
  return depth;
}

const isSpace = (byte: number | undefined): boolean => byte === undefined || byte <= 0x20;
const DELIMITERS = new Set(new TextEncoder().encode("()<>[]{}/%"));
const isDelimiter = (byte: number | undefined): boolean => byte === undefined || byte <= 0x20 || DELIMITERS.has(byte);

/** The `q` and `Q` of the content, outside strings, comments and inline images (ISO 32000, 7.2 and 8.9.7). */
function eachOperator(parts: readonly Uint8Array[], tell: (operator: number) => void): void {
  for (const bytes of parts) {
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at];
      if (byte === 0x28) at = afterString(bytes, at);
      else if (byte === 0x25) at = afterLine(bytes, at);
      else if (isDelimiter(byte) && byte !== 0x2f) at += 1;
      else {
        const start = at;
        at += 1;
        while (at < bytes.length && !isDelimiter(bytes[at])) at += 1;
        const length = at - start;
        if (length === 1 && (byte === Q || byte === RESTORE)) tell(byte);
        // "ID": the bytes of an image follow, to "EI".
        else if (length === 2 && byte === 0x49 && bytes[start + 1] === 0x44) at = afterImage(bytes, at);
      }
    }
  }
}

function afterString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === 0x5c) at += 1;
    else if (bytes[at] === 0x28) depth += 1;
    else if (bytes[at] === 0x29) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
}

function afterLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
  return at;
}

function afterImage(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    if (bytes[at] === 0x45 && bytes[at + 1] === 0x49 && isSpace(bytes[at - 1]) && isDelimiter(bytes[at + 2])) return at + 2;
  }
  return bytes.length;
}

/** Encloses the page's content in a saved drawing state, so that later additions are drawn in the page's own units. */
export function encloseContent(page: PDFPageLeaf, open: number): void {
  const { context } = page;
  const before = context.register(context.stream("q\n"));
  const after = context.register(context.stream(`\n${"Q ".repeat(open + 1)}\n`));
  page.set(PDFName.of("Contents"), context.obj([before, ...contentRefs(page), after]));
}

/** Draws over a page whose content is enclosed. */
export function drawOver(page: PDFPageLeaf, operators: string): void {
  const { context } = page;
  page.set(PDFName.of("Contents"), context.obj([...contentRefs(page), context.register(context.stream(operators))]));
}

/** The content of a page, in one part or several; `undefined` when the entry is neither. */
function partsIn(page: PDFPageLeaf): PDFArray | PDFStream | undefined {
  const found = page.lookup(PDFName.of("Contents"));
  return found instanceof PDFArray || found instanceof PDFStream ? found : undefined;
}

function contentRefs(page: PDFPageLeaf): PDFRef[] {
  const contents = page.get(PDFName.of("Contents"));
  const found = partsIn(page);
  if (found instanceof PDFArray)
    return found.asArray().filter((part, index) => part instanceof PDFRef && found.lookup(index) instanceof PDFStream) as PDFRef[];
  if (!(found instanceof PDFStream)) return [];
  return [contents instanceof PDFStream ? page.context.register(contents) : (contents as PDFRef)];
}
