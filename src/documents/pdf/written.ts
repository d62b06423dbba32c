/**
 * Writes a PDF while it grows: what each document brings is written as soon as it is final, so that its bytes are held only once. Pages,
 * fonts and outline follow at the end, with one table (ISO 32000, 7.5.7 and 7.5.8).
 */
import {
  PDFCatalog,
  PDFCrossRefStream,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectStream,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  type PDFRef,
  PDFStream,
  PDFTrailer,
} from "pdf-lib";
import { type Parts, partsOf } from "./parts.ts";

export interface Written {
  /** Writes what was added since, except pages. It can still be referred to, but no longer read or changed. */
  settle(): void;
  /** Writes all that is left. The document cannot be used afterwards. */
  finish(): Promise<Uint8Array<ArrayBuffer>>;
}

type Numbered = [ref: PDFRef, object: PDFObject];

/** How many small objects go into one compressed stream. */
const TOGETHER = 100;

/** @param doc a document created here, not loaded; what it already holds is written at the end */
export function writtenAlong(doc: PDFDocument): Written {
  const { context } = doc;
  const parts = partsOf();
  const table = PDFCrossRefStream.create(context.obj({}));
  const entries: (() => void)[] = [];
  let settled = context.largestObjectNumber;

  const write = ([ref, object]: Numbered) => {
    const at = parts.length();
    entries[ref.objectNumber] = () => table.addUncompressedEntry(ref, at);
    writeObject(parts, ref, object);
  };
  const writeAll = (objects: readonly Numbered[]) => {
    for (const one of objects) if (!isSmall(one)) write(one);
    const small = objects.filter(isSmall);
    for (let from = 0; from < small.length; from += TOGETHER) {
      const some = small.slice(from, from + TOGETHER);
      const holder = context.nextRef();
      for (const [index, [ref]] of some.entries()) entries[ref.objectNumber] = () => table.addCompressedEntry(ref, holder, index);
      write([holder, PDFObjectStream.withContextAndObjects(context, some)]);
    }
  };

  // Four bytes above 127 tell programs that transfer the file that it is binary (7.5.2).
  writeOne(parts, PDFHeader.forVersion(1, 7));
  parts.text("\n\n");

  return {
    settle() {
      const added = [...context.enumerateIndirectObjects()].filter(([ref, object]) => ref.objectNumber > settled && !isOfTheTree(object));
      writeAll(added);
      for (const [ref] of added) context.delete(ref);
      settled = context.largestObjectNumber;
    },

    async finish() {
      await doc.flush();
      writeAll(context.enumerateIndirectObjects());
      const own = context.nextRef();
      const start = parts.length();
      entries[own.objectNumber] = () => table.addUncompressedEntry(own, start);
      const { Root, Info } = context.trailerInfo;
      for (const [key, value] of Object.entries({ Root, Info, Size: PDFNumber.of(own.objectNumber + 1) }))
        if (value !== undefined) table.dict.set(PDFName.of(key), value);
      // In the order of their numbers, as the table requires.
      for (const entry of entries) entry?.();
      writeObject(parts, own, table);
      writeOne(parts, PDFTrailer.forLastCrossRefSectionOffset(start));
      return parts.joined();
    },
  };
}

function writeObject(parts: Parts, ref: PDFRef, object: PDFObject): void {
  parts.text(`${ref.objectNumber} ${ref.generationNumber} obj\n`);
  if (object instanceof PDFRawStream) {
    object.updateDict();
    writeOne(parts, object.dict);
    parts.text("\nstream\n");
    parts.bytes(object.contents);
    parts.text("\nendstream");
  } else writeOne(parts, object);
  parts.text("\nendobj\n\n");
}

function writeOne(parts: Parts, one: Pick<PDFObject, "sizeInBytes" | "copyBytesInto">): void {
  const bytes = new Uint8Array(one.sizeInBytes());
  parts.bytes(bytes.subarray(0, one.copyBytesInto(bytes, 0)));
}

/** True for the page tree's objects, which change until the end. */
function isOfTheTree(object: PDFObject): boolean {
  return object instanceof PDFCatalog || object instanceof PDFPageTree || object instanceof PDFPageLeaf;
}

/** True for an object that may be in a compressed stream (7.5.7). Pages stay outside: readers that repair a file find them there. */
function isSmall([ref, object]: Numbered): boolean {
  if (object instanceof PDFStream || object instanceof PDFInvalidObject || ref.generationNumber !== 0) return false;
  if (isOfTheTree(object)) return false;
  return !(object instanceof PDFDict && object.get(PDFName.of("Type")) === PDFName.of("Sig"));
}
