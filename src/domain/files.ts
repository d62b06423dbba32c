/** The types of files in a candidature: how bytes tell each type, and its extension. */

/** Accepted types: kept in the coffre, fetched from a source, put in the dossier. */
export const FILE_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** Types that people drop though portals refuse them: pictures that the browser can or cannot convert, office files, archives and mails. */
const OTHER_TYPES = {
  "image/webp": "webp",
  "image/avif": "avif",
  "image/gif": "gif",
  "image/bmp": "bmp",
  "image/heic": "heic",
  "image/tiff": "tif",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/msword": "doc",
  "application/rtf": "rtf",
  "application/zip": "zip",
  "application/x-7z-compressed": "7z",
  "application/vnd.rar": "rar",
  "message/rfc822": "eml",
  "application/vnd.ms-outlook": "msg",
  "application/pkcs7-mime": "p7m",
  "text/html": "html",
} as const;
export type OtherType = keyof typeof OTHER_TYPES;

const EXTENSIONS = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "application/xml": "xml",
  "application/octet-stream": "bin",
  ...OTHER_TYPES,
} as const satisfies Record<FileType | OtherType | "application/xml" | "application/octet-stream", string>;

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

/** The type of a file from its bytes, never from its name; `undefined` for a type that is not accepted. */
export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  if (isEnvelope(bytes)) return undefined;
  const said = typeAtHead(bytes);
  return said === undefined && isPdfWithoutHeader(bytes) ? "application/pdf" : said;
}

/** Of signed data (RFC 5652), in DER: 1.2.840.113549.1.7.2. */
const SIGNED_DATA = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
/** A sequence begins with its tag, then its length in one to five bytes. */
const SEQUENCE = 0x30;
const LENGTHS = [1, 2, 3, 4, 5];

/** True for a file that a signature envelops: the document lies in it, and readers do not open it. */
function isEnvelope(bytes: Uint8Array): boolean {
  return bytes[0] === SEQUENCE && LENGTHS.some((length) => SIGNED_DATA.every((byte, index) => bytes[1 + length + index] === byte));
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

/** The first bytes of the other types. */
const HEADS: readonly (readonly [OtherType, RegExp])[] = [
  ["image/webp", /^RIFF[\s\S]{4}WEBP/],
  ["image/gif", /^GIF8[79]a/],
  ["image/bmp", /^BM[\s\S]{4}\0\0\0\0/],
  ["image/tiff", /^(?:II\*\0|MM\0\*)/],
  ["image/avif", /^[\s\S]{4}ftypavi[fs]/],
  ["image/heic", /^[\s\S]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/],
  ["application/rtf", /^\{\\rtf/],
  ["application/x-7z-compressed", /^7z\u00bc\u00af'/],
  ["application/vnd.rar", /^Rar!/],
  ["text/html", /^[^a-z<]*<(?:!doctype\s+html|html|head|body|\?xml[^>]*>\s*<(?:!doctype\s+html|html))/i],
  ["message/rfc822", /^(?:[a-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Message-ID|Received|Return-Path):/i],
];

/** The type of a file that is not accepted, from its bytes; `undefined` when unknown. */
export function otherTypeOf(bytes: Uint8Array): OtherType | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  if (head.startsWith("PK\u0003\u0004")) return packedTypeOf(bytes, head);
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return isOutlooks(bytes) ? "application/vnd.ms-outlook" : "application/msword";
  return isEnvelope(bytes) ? "application/pkcs7-mime" : HEADS.find(([, begins]) => begins.test(head))?.[0];
}

/** True for an Outlook message: it names its parts so, in UTF-16. */
function isOutlooks(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1 << 20)).includes([..."__substg1.0_"].join("\0"));
}

/** Office files are ZIPs: their parts' names say which. */
function packedTypeOf(bytes: Uint8Array, head: string): OtherType | undefined {
  if (head.includes("mimetypeapplication/vnd.oasis.opendocument")) return "application/vnd.oasis.opendocument.text";
  // The ZIP's directory at its end repeats the names.
  const names = head + new TextDecoder("latin1").decode(bytes.subarray(-65_536));
  if (!names.includes("[Content_Types].xml")) return "application/zip";
  const office = "application/vnd.openxmlformats-officedocument";
  if (names.includes("xl/")) return `${office}.spreadsheetml.sheet`;
  return names.includes("ppt/") ? `${office}.presentationml.presentation` : `${office}.wordprocessingml.document`;
}
