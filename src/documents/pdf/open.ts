/** Opens what should be a PDF, and says plainly why it cannot be merged. */
import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFName, PDFNumber } from "pdf-lib";
import type { LeftOutReason } from "../../domain/prepared.ts";
import type { Signature } from "../../domain/signature.ts";
import { signaturesOf } from "./signatures.ts";

export interface OpenPdf {
  readonly doc: PDFDocument;
  readonly signed: boolean;
  readonly signatures: readonly Signature[];
  readonly encrypted: boolean;
}
export type Opened = OpenPdf | { readonly leftOut: LeftOutReason };

/** New objects are numbered this far above the document's, which may refer to objects that it does not hold. */
const BEYOND = 10_000_000;

/** Opens a PDF, also an encrypted one without a password, or one cut short. Never throws because of the file's content. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  let doc: PDFDocument;
  try {
    doc = await PDFDocument.load(bytes, { password: "", updateMetadata: false, preserveXFA: true, parseSpeed: 1500 });
  } catch (error) {
    const isLocked = error instanceof Error && /password/i.test(error.message);
    return { leftOut: isLocked || lastIndexOf(bytes, "/Encrypt") !== -1 ? "password" : "damaged" };
  }
  try {
    doc.context.largestObjectNumber += BEYOND;
    if (isDrawnByAcrobat(doc)) return { leftOut: "dynamicForm" };
    if (doc.getPageCount() === 0) return { leftOut: "noPage" };
    const signatures = signaturesOf(doc, bytes.length);
    return { doc, signed: isSigned(doc, signatures), signatures, encrypted: lastIndexOf(bytes, "/Encrypt") !== -1 };
  } catch {
    return { leftOut: "damaged" };
  }
}

/** The header of a PDF is searched for in this many bytes: a server or a mail program may have written before it. */
const HEAD = 1 << 16;

/** The bytes from the header on; a header is added when none can be read. */
export function fromHeader(bytes: Uint8Array): Uint8Array {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  const start = head.search(/%PDF-\d\.\d/);
  if (start !== -1) return start <= 1024 - 8 ? bytes : bytes.subarray(start);
  const header = new TextEncoder().encode("%PDF-1.7\n");
  const whole = new Uint8Array(header.length + bytes.length);
  whole.set(header);
  whole.set(bytes, header.length);
  return whole;
}

/**
 * True when the file stops before its end mark. Reading goes on without it elsewhere, and pages go missing unseen: a file cut short
 * may still begin with a complete first part (linearised, or amended).
 */
export function isTruncated(bytes: Uint8Array): boolean {
  const end = lastIndexOf(bytes, "%%EOF");
  return end === -1 || end < lastIndexOf(bytes, "endobj") || end < lastIndexOf(bytes, "startxref");
}

/** True for an XFA form whose pages are drawn when it is opened: it says so or, before PDF 1.7, has no field that other readers could show. */
function isDrawnByAcrobat({ catalog }: PDFDocument): boolean {
  if (catalog.lookup(PDFName.of("NeedsRendering")) === PDFBool.True) return true;
  const form = catalog.lookup(PDFName.of("AcroForm"));
  if (!(form instanceof PDFDict) || form.lookup(PDFName.of("XFA")) === undefined) return false;
  const fields = form.lookup(PDFName.of("Fields"));
  return !(fields instanceof PDFArray) || fields.size() === 0;
}

/** True when a field holds a signature, or the document was certified. Rights given to a reader (UR3) sign nothing. */
function isSigned(doc: PDFDocument, signatures: readonly Signature[]): boolean {
  const permissions = doc.catalog.lookup(PDFName.of("Perms"));
  if (permissions instanceof PDFDict && permissions.lookup(PDFName.of("DocMDP")) instanceof PDFDict) return true;
  return signatures.length > 0;
}

/** The last position of an ASCII text, or -1. */
function lastIndexOf(bytes: Uint8Array, text: string): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.lastIndexOf(first); at !== -1; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1)) {
    let same = 1;
    while (same < text.length && bytes[at + same] === text.charCodeAt(same)) same += 1;
    if (same === text.length) return at;
  }
  return -1;
}

/** A number in a dictionary, or `otherwise` when it is absent. */
export function numberIn(dict: PDFDict, key: string, otherwise: number): number {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}
