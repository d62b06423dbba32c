/**
 * Four places where pdf-lib spends most of its time and memory on dossiers, rewritten with the same results: bytes copied one by one,
 * streams copied for nothing when they are read and when they are taken (a document that pages are taken from is thrown away), entries of
 * the table of positions sought from the start.
 */
import { PDFCrossRefStream, PDFParser, PDFRawStream, PDFStream } from "pdf-lib";

interface Entry {
  readonly ref: { readonly objectNumber: number };
}
/** Members that TypeScript declares private, and that are patched. */
interface Table {
  entries: Entry[];
  appendEntry(entry: Entry): void;
}

/** The reader of a file's bytes, which the package does not export. */
interface ByteStream {
  readonly bytes: Uint8Array;
  slice(start: number, end: number): Uint8Array;
}

const BEFORE = new TextEncoder().encode("\nstream\n");
const AFTER = new TextEncoder().encode("\nendstream");

/** Patches pdf-lib, for every document of this thread. */
export function hastenPdfLib(): void {
  PDFStream.prototype.copyBytesInto = function copyBytesInto(buffer, offset) {
    this.updateDict();
    let at = offset + this.dict.copyBytesInto(buffer, offset);
    for (const part of [BEFORE, this.getContents(), AFTER]) {
      buffer.set(part, at);
      at += part.length;
    }
    return at - offset;
  };

  PDFRawStream.prototype.clone = function clone(context) {
    return PDFRawStream.of(this.dict.clone(context), this.contents, this.transform);
  };

  // What is read of a file stays a view of it: it holds for as long as the file's own bytes do.
  const { bytes: reader } = PDFParser.forBytesWithOptions(new Uint8Array()) as unknown as { readonly bytes: ByteStream };
  (Object.getPrototypeOf(reader) as ByteStream).slice = function slice(start, end) {
    return this.bytes.subarray(start, end);
  };

  const table = PDFCrossRefStream.prototype as unknown as Table;
  const appendAnywhere = table.appendEntry;
  table.appendEntry = function appendEntry(entry) {
    const last = this.entries.at(-1);
    if (last === undefined || last.ref.objectNumber < entry.ref.objectNumber) this.entries.push(entry);
    else appendAnywhere.call(this, entry);
  };
}
