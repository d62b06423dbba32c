/** The types of files in a candidature: how bytes tell those that are accepted, and the extension of each. */
import { bytesOfBase64 } from "./bytes.ts";

/** Accepted types: kept in the coffre, fetched from a source, put in the dossier. */
export const FILE_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** Types that people drop though portals refuse them: pictures that the browser can or cannot convert, office files, archives, mails, shortcuts, data. */
const OTHER_TYPES = {
  "image/webp": "webp",
  "image/avif": "avif",
  "image/gif": "gif",
  "image/bmp": "bmp",
  "image/heic": "heic",
  "image/tiff": "tif",
  "image/jp2": "jp2",
  "image/jxl": "jxl",
  "image/svg+xml": "svg",
  "image/vnd.microsoft.icon": "ico",
  "image/vnd.adobe.photoshop": "psd",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/msword": "doc",
  "application/rtf": "rtf",
  "application/vnd.apple.pages": "pages",
  "application/zip": "zip",
  "application/x-7z-compressed": "7z",
  "application/vnd.rar": "rar",
  "application/x-tar": "tar",
  "application/gzip": "gz",
  "application/x-bzip2": "bz2",
  "application/x-xz": "xz",
  "message/rfc822": "eml",
  "application/vnd.ms-outlook": "msg",
  "application/pkcs7-mime": "p7m",
  "application/vnd.etsi.asic-e+zip": "asice",
  "application/xml": "xml",
  "application/json": "json",
  "text/html": "html",
  "application/x-mswinurl": "url",
} as const;
export type OtherType = keyof typeof OTHER_TYPES;

const EXTENSIONS = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "application/octet-stream": "bin",
  ...OTHER_TYPES,
} as const satisfies Record<FileType | OtherType | "application/octet-stream", string>;

/** "pdf" for "application/pdf"; `undefined` for a type that is never written. */
export function extensionOf(mediaType: keyof typeof EXTENSIONS): string;
export function extensionOf(mediaType: string): string | undefined;
export function extensionOf(mediaType: string): string | undefined {
  return Object.hasOwn(EXTENSIONS, mediaType) ? EXTENSIONS[mediaType as keyof typeof EXTENSIONS] : undefined;
}

const SIGNATURES: readonly { readonly type: FileType; readonly bytes: readonly number[]; readonly within: number }[] = [
  // Readers accept a PDF header in the first kilobyte.
  { type: "application/pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], within: 1024 },
  { type: "image/jpeg", bytes: [0xff, 0xd8, 0xff], within: 3 },
  { type: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], within: 8 },
];

/** How many last bytes are searched for a PDF's end mark. */
const TAIL = 1024;

/** True for a PDF after foreign bytes or without its header: it still has its end mark and lists objects. */
function isPdfWithoutHeader(bytes: Uint8Array): boolean {
  const read = (from: number, to?: number) => new TextDecoder("latin1").decode(bytes.subarray(from, to));
  return read(-TAIL).includes("%%EOF") && /(?:^|\s)\d+\s+\d+\s+obj\b/.test(read(0, 1 << 16));
}

/** How a ZIP begins: with a file, with nothing, or as the first of several parts. */
export const ZIP_HEADS = ["PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\u0008"] as const;
/** Archives, in which a document may lie as it is, and the values of a form without its pages. */
const AROUND_A_PDF = [...ZIP_HEADS, "Rar!", "7z\u00bc\u00af'", "%FDF-"] as const;
/** A TAR says so in its first file's heading. */
export const TAR = /^[\s\S]{257}ustar/;

/** The type of a file from its bytes, never from its name; `undefined` for a type that is not accepted. */
export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 512));
  if (isEnvelope(bytes) || TAR.test(head) || AROUND_A_PDF.some((begins) => head.startsWith(begins))) return undefined;
  const said = typeAtHead(bytes);
  return said === undefined && isPdfWithoutHeader(bytes) ? "application/pdf" : said;
}

/** Of signed or enveloped data (RFC 5652), in DER: 1.2.840.113549.1.7. */
const PKCS7 = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07];
/** A sequence begins with its tag, then its length in one to five bytes. */
const SEQUENCE = 0x30;
const LENGTHS = [1, 2, 3, 4, 5];
/** Such data in base64, with or without its label (RFC 7468). */
const IN_BASE64 = /^(?:-----BEGIN (?:PKCS7|CMS)-----\s+)?(M[A-P][A-Za-z\d+/]{22})/;

/** True for a file that a signature envelops: the document lies in it, and readers do not open it. */
export function isEnvelope(bytes: Uint8Array): boolean {
  const [, base64] = IN_BASE64.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 100))) ?? [];
  const first = base64 === undefined ? bytes : bytesOfBase64(base64);
  return first[0] === SEQUENCE && LENGTHS.some((length) => PKCS7.every((byte, index) => first[1 + length + index] === byte));
}

function typeAtHead(bytes: Uint8Array): FileType | undefined {
  return SIGNATURES.find(({ bytes: signature, within }) => {
    for (let start = 0; start + signature.length <= Math.min(within, bytes.length); start++) {
      if (signature.every((byte, index) => bytes[start + index] === byte)) return true;
    }
    return false;
  })?.type;
}

/** Pictures that browsers can draw: they are kept as a JPEG or a PNG. */
export const CONVERTED_TYPES: readonly OtherType[] = ["image/webp", "image/avif", "image/gif", "image/bmp"];
