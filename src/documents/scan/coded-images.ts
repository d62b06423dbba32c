/**
 * Images that the PDF reader cannot decode by itself: fax (CCITT), JBIG2 and JPEG 2000, as office scanners make them. Decoded by pdf.js's
 * own decoders and put in the document in plain form. Loaded at the first document that holds one.
 */
import { decodePDFRawStream, PDFArray, PDFBool, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from "pdf-lib";
import type { DecodeFax } from "../pdf/fax.ts";

/** Loads a file of pdf.js's decoders by its name: `jbig2.wasm` (which reads faxes too), `openjpeg.wasm`. */
export interface DecoderFiles {
  readonly decoder: (fileName: string) => Promise<Uint8Array<ArrayBuffer>>;
}

const name = (text: string) => PDFName.of(text);
const CODED = new Set(["CCITTFaxDecode", "CCF", "JBIG2Decode", "JPXDecode"]);

/** The document with such images decoded; unchanged when it holds none. */
export async function withPlainImages(bytes: Uint8Array, files: DecoderFiles): Promise<Uint8Array> {
  if (!CODED_NAME.test(new TextDecoder("latin1").decode(bytes))) return bytes;
  const doc = await PDFDocument.load(bytes, { password: "", updateMetadata: false });
  const decode = await decodersOf(files);
  for (const [ref, object] of doc.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.lookup(name("Subtype")) !== name("Image")) continue;
    const coded = codedOf(object);
    if (coded !== null) doc.context.assign(ref, plain(object, await decode(coded)));
  }
  return doc.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

/** The rows of a fax, one bit a pixel. */
export function faxDecoderOf(files: DecoderFiles): DecodeFax {
  let loading: ReturnType<typeof jbig2By> | null = null;
  return async (bytes, parms) => {
    loading ??= jbig2By(files);
    return (await loading).instance.decode(bytes, parms.Columns, parms.Rows, null, parms);
  };
}

const CODED_NAME = /\/(?:CCITTFaxDecode|CCF|JBIG2Decode|JPXDecode)\b|\/ObjStm\b|\/Encrypt\b/;

interface Coded {
  readonly filter: string;
  readonly bytes: Uint8Array;
  readonly params: PDFDict | undefined;
  readonly width: number;
  readonly height: number;
}

/** `null` for an image that is coded otherwise. */
function codedOf({ dict, contents }: PDFRawStream): Coded | null {
  const filters = listOf(dict.lookup(name("Filter")));
  const filter = filters.at(-1);
  if (!(filter instanceof PDFName) || !CODED.has(filter.decodeText())) return null;
  const params = listOf(dict.lookup(name("DecodeParms"))).at(-1);
  const number = (key: string) => {
    const value = dict.lookup(name(key));
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  return {
    filter: filter.decodeText(),
    bytes: filters.length === 1 ? contents : beforeLast(dict, contents, filters.slice(0, -1)),
    params: params instanceof PDFDict ? params : undefined,
    width: number("Width"),
    height: number("Height"),
  };
}

function listOf(value: unknown): unknown[] {
  if (value instanceof PDFArray) return value.asArray().map((_, index) => value.lookup(index));
  return value === undefined ? [] : [value];
}

/** The bytes after the filters that come before the image's own. */
function beforeLast(dict: PDFDict, contents: Uint8Array, filters: readonly unknown[]): Uint8Array {
  const outer = dict.clone(dict.context);
  outer.set(name("Filter"), dict.context.obj(filters.filter((one) => one instanceof PDFName)));
  outer.delete(name("DecodeParms"));
  return decodePDFRawStream(PDFRawStream.of(outer, contents)).decode();
}

interface Plain {
  readonly data: Uint8Array;
  readonly bits: 1 | 8;
  readonly components: number;
}

/** It reads faxes too. */
async function jbig2By({ decoder }: DecoderFiles) {
  const { Jbig2Image } = await import("pdfjs-dist/image_decoders/pdf.image_decoders.mjs");
  const handler = { sendWithPromise: (_: string, { filename }: { readonly filename: string }) => decoder(filename) };
  Jbig2Image.setOptions({ handler, useWasm: true, useWorkerFetch: false, wasmUrl: "" });
  return Jbig2Image;
}

async function decodersOf({ decoder }: DecoderFiles): Promise<(coded: Coded) => Promise<Plain>> {
  const Jbig2Image = await jbig2By({ decoder });
  const { JpxImage } = await import("pdfjs-dist/image_decoders/pdf.image_decoders.mjs");
  return async ({ filter, bytes, params, width, height }) => {
    if (filter === "JPXDecode") {
      const data = await JpxImage.instance.decode(bytes, {});
      return { data, bits: 8, components: Math.max(1, Math.round(data.length / (width * height))) };
    }
    const globals = params?.lookup(name("JBIG2Globals"));
    const shared = globals instanceof PDFRawStream ? decodePDFRawStream(globals).decode() : null;
    const fax = filter === "JBIG2Decode" ? undefined : faxParamsOf(params, height);
    return { data: await Jbig2Image.instance.decode(bytes, width, height, shared, fax), bits: 1, components: 1 };
  };
}

/** ISO 32000, table 11. */
function faxParamsOf(params: PDFDict | undefined, height: number) {
  const number = (key: string, otherwise: number) => {
    const value = params?.lookup(name(key));
    return value instanceof PDFNumber ? value.asNumber() : otherwise;
  };
  const flag = (key: string) => params?.lookup(name(key)) === PDFBool.True;
  return {
    K: number("K", 0),
    EndOfLine: flag("EndOfLine"),
    EncodedByteAlign: flag("EncodedByteAlign"),
    BlackIs1: flag("BlackIs1"),
    Columns: number("Columns", 1728),
    Rows: number("Rows", height),
  };
}

function plain({ dict }: PDFRawStream, { data, bits, components }: Plain): PDFRawStream {
  const about = dict.clone(dict.context);
  for (const key of ["Filter", "DecodeParms", "Length"]) about.delete(name(key));
  about.set(name("BitsPerComponent"), PDFNumber.of(bits));
  about.set(name("Length"), PDFNumber.of(data.length));
  if (bits === 8) about.set(name("ColorSpace"), name(components >= 3 ? "DeviceRGB" : "DeviceGray"));
  return PDFRawStream.of(about, data);
}
