/**
 * The electronic signatures of a PDF, read but not verified: whom the certificate names, the day given, which part of the file is covered.
 */
import { BmpString, Constructed, fromBER, Integer, ObjectIdentifier, Sequence, Utf8String } from "asn1js";
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFString } from "pdf-lib";
import { present } from "../../domain/present.ts";
import type { Signature } from "../../domain/signature.ts";
import { parisDay } from "../../domain/time.ts";

const name = (text: string) => PDFName.of(text);

/** @param fileLength bytes of the file that the document was read in */
export function signaturesOf(doc: PDFDocument, fileLength: number): Signature[] {
  const seen = new Set<PDFDict>();
  return fieldsOf(doc).flatMap((field) => {
    const value = inherited(field, "V");
    if (inherited(field, "FT") !== name("Sig") || !(value instanceof PDFDict) || seen.has(value)) return [];
    seen.add(value);
    return [{ isWhole: isWhole(value.lookup(name("ByteRange")), fileLength), ...present({ signer: signerOf(value), on: dayOf(value) }) }];
  });
}

/** A field's own entry, or that of the group it is in (ISO 32000, 12.7.4.1). */
function inherited(field: PDFDict, key: string): PDFObject | undefined {
  let at: PDFObject | undefined = field;
  for (let depth = 0; at instanceof PDFDict && depth < DEEPEST; depth++) {
    const value = at.lookup(name(key));
    if (value !== undefined) return value;
    at = at.lookup(name("Parent"));
  }
  return undefined;
}

/** Groups of groups that are followed. */
const DEEPEST = 12;

/** All fields, groups and single ones, of the form, and those on a page that the form forgot; a cyclic tree ends. */
function fieldsOf(doc: PDFDocument): PDFDict[] {
  const form = doc.catalog.lookup(name("AcroForm"));
  const found = new Set<PDFDict>();
  const walk = (list: unknown): void => {
    if (!(list instanceof PDFArray)) return;
    for (let index = 0; index < list.size(); index++) {
      const field = list.lookup(index);
      if (!(field instanceof PDFDict) || found.has(field)) continue;
      found.add(field);
      walk(field.lookup(name("Kids")));
    }
  };
  if (form instanceof PDFDict) walk(form.lookup(name("Fields")));
  for (const { node } of doc.getPages()) walk(node.lookup(name("Annots")));
  return [...found];
}

/** True when the signed range begins and ends with the file (ISO 32000, 12.8.1). */
function isWhole(range: unknown, fileLength: number): boolean {
  if (!(range instanceof PDFArray) || range.size() !== 4) return false;
  const [start, , from, length] = [0, 1, 2, 3].map((index) => {
    const value = range.lookup(index);
    return value instanceof PDFNumber ? value.asNumber() : Number.NaN;
  });
  return start === 0 && (from ?? Number.NaN) + (length ?? Number.NaN) === fileLength;
}

function dayOf(signature: PDFDict): string | undefined {
  const made = signature.lookup(name("M"));
  if (!(made instanceof PDFString || made instanceof PDFHexString)) return undefined;
  try {
    return parisDay(PDFString.of(made.decodeText()).decodeDate());
  } catch {
    return undefined;
  }
}

/** Longest name shown, characters. */
const LONGEST = 120;

function signerOf(signature: PDFDict): string | undefined {
  const contents = signature.lookup(name("Contents"));
  if (!(contents instanceof PDFHexString || contents instanceof PDFString)) return undefined;
  try {
    const signer = subjectOf(contents.asBytes())
      ?.replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, " ")
      .trim();
    return signer === undefined || signer === "" ? undefined : signer.slice(0, LONGEST);
  } catch {
    return undefined;
  }
}

const OID = { commonName: "2.5.4.3", organisation: "2.5.4.10" };

/** The subject of the signing certificate: among those in the CMS (RFC 5652), the one with the signer's serial number. */
function subjectOf(der: Uint8Array): string | undefined {
  const { result } = fromBER(der);
  const signed = partsOf(partsOf(result)[1])[0];
  const parts = partsOf(signed);
  const certificates = partsOf(parts.find((part) => isTagged(part, 0))).filter((one) => one instanceof Sequence);
  const [signerInfo] = partsOf(parts.at(-1));
  const serial = partsOf(partsOf(signerInfo)[1]).find((part) => part instanceof Integer);
  const signing = certificates.find((certificate) => serial !== undefined && hexOf(serialOf(certificate)) === hexOf(serial));
  const certificate = signing ?? (certificates.length === 1 ? certificates[0] : undefined);
  if (certificate === undefined) return undefined;
  // Serial number, algorithm, issuer, validity, subject.
  const about = partsOf(partsOf(certificate)[0]).filter((part) => !isTagged(part, 0));
  const subject = namesIn(about[4]);
  const [own, organisation] = [subject.get(OID.commonName), subject.get(OID.organisation)];
  if (own === undefined || organisation === undefined || own.includes(organisation)) return own ?? organisation;
  return `${own} (${organisation})`;
}

function serialOf(certificate: unknown): Integer | undefined {
  return partsOf(partsOf(certificate)[0]).find((part) => part instanceof Integer);
}

function hexOf(number: Integer | undefined): string {
  return number === undefined
    ? ""
    : [...new Uint8Array(number.valueBlock.valueHexView)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The attributes of an X.501 name, each with its text. */
function namesIn(subject: unknown): Map<string, string> {
  const pairs = partsOf(subject)
    .flatMap(partsOf)
    .map((pair) => {
      const [key, value] = partsOf(pair);
      return [key instanceof ObjectIdentifier ? key.valueBlock.toString() : "", textOf(value)] as const;
    });
  return new Map(pairs);
}

function textOf(value: unknown): string {
  if (value instanceof Utf8String || value instanceof BmpString) return value.valueBlock.value;
  const block = value as { readonly valueBlock?: { readonly value?: unknown } } | undefined;
  return typeof block?.valueBlock?.value === "string" ? block.valueBlock.value : "";
}

function partsOf(node: unknown): unknown[] {
  return node instanceof Constructed ? node.valueBlock.value : [];
}

function isTagged(node: unknown, number: number): boolean {
  return node instanceof Constructed && node.idBlock.tagClass === 3 && node.idBlock.tagNumber === number;
}
