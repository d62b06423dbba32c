/** The types of files in a candidature: how bytes tell each type, and its extension. */

/** Accepted types: kept in the coffre, fetched from a source, put in the dossier. */
export const FILE_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** Types that people drop though portals refuse them: pictures that the browser can or cannot convert, office files, archives, mails, shortcuts. */
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
  "text/html": "html",
  "application/x-mswinurl": "url",
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

/** How a ZIP begins: with a file, with nothing, or as the first of several parts. */
const ZIP_HEADS = ["PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\u0008"] as const;
/** Archives, in which a document may lie as it is, and the values of a form without its pages. */
const AROUND_A_PDF = [...ZIP_HEADS, "Rar!", "7z\u00bc\u00af'", "%FDF-"] as const;
const TAR = /^[\s\S]{257}ustar/;

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
function isEnvelope(bytes: Uint8Array): boolean {
  const [, base64] = IN_BASE64.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 100))) ?? [];
  const first = base64 === undefined ? bytes : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
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

/** The first bytes of the other types, by the letters of Windows: 0x8b is U+2039. */
const HEADS: readonly (readonly [OtherType, string | RegExp])[] = [
  ["image/webp", /^RIFF[\s\S]{4}WEBP/],
  ["image/gif", /^GIF8[79]a/],
  ["image/bmp", /^BM[\s\S]{4}\0\0\0\0/],
  // The third is that of files above 4 GB.
  ["image/tiff", /^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/],
  ["image/avif", /^[\s\S]{4}ftyp(?:avi[fs]|mif1[\s\S]{4}(?:[\w ]{4}){0,8}?avi[fs])/],
  ["image/heic", /^[\s\S]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/],
  ["image/jp2", "\0\0\0\u000cjP  "],
  ["image/jp2", "\u00ffO\u00ffQ"],
  ["image/jxl", "\0\0\0\u000cJXL "],
  ["image/jxl", "\u00ff\n"],
  ["image/svg+xml", /^(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE svg[^>]*>)*<svg[\s>]/],
  ["image/vnd.microsoft.icon", "\0\0\u0001\0"],
  ["image/vnd.adobe.photoshop", "8BPS\0"],
  ["application/rtf", "{\\rtf"],
  ["application/x-7z-compressed", "7z\u00bc\u00af'"],
  ["application/vnd.rar", "Rar!"],
  ...ZIP_HEADS.map((begins) => ["application/zip", begins] as const),
  ["application/x-tar", TAR],
  ["application/gzip", "\u001f\u2039\b"],
  ["application/x-bzip2", /^BZh[1-9]/],
  ["application/x-xz", "\u00fd7zXZ\0"],
  ["application/x-mswinurl", "L\0\0\0\u0001\u0014\u0002\0"],
  ["application/x-mswinurl", /^(?:\[InternetShortcut\]|bplist00[\s\S]{0,9}SURL|<\?xml[^>]*>[^{]{0,200}<plist[\s\S]*?<key>URL<)/],
  [
    "text/html",
    /^(?:[^a-z<]|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|(?:html|head|body|title|meta|script|style|div|table|center|p|br|h1)[\s/>])/i,
  ],
  [
    "message/rfc822",
    /^(?:\u00ef\u00bb\u00bf)?(?:From [^\n]*\n)?(?:[a-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Message-ID|Received|Return-Path|From):/i,
  ],
];

/** The type of a file that is not accepted, from its bytes; `undefined` when unknown. */
export function otherTypeOf(bytes: Uint8Array): OtherType | undefined {
  const first = bytes.subarray(0, 4096);
  const head = new TextDecoder(isUtf16(bytes) ? "utf-16le" : "latin1").decode(first);
  if (head.startsWith(ZIP_HEADS[0])) return packedTypeOf(bytes, head);
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return isOutlooks(bytes) ? "application/vnd.ms-outlook" : "application/msword";
  return isEnvelope(bytes)
    ? "application/pkcs7-mime"
    : HEADS.find(([, begins]) => (typeof begins === "string" ? head.startsWith(begins) : begins.test(head)))?.[0];
}

/** True when its byte order mark says so, least byte first, as Windows writes. */
const isUtf16 = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xfe;

/** True for an Outlook message: it names its parts so, in UTF-16. */
function isOutlooks(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1 << 20)).includes([..."__substg1.0_"].join("\0"));
}

/** Office files are ZIPs: their parts' names say which. */
function packedTypeOf(bytes: Uint8Array, head: string): OtherType | undefined {
  if (head.includes("mimetypeapplication/vnd.oasis.opendocument")) return "application/vnd.oasis.opendocument.text";
  // The ZIP's directory at its end repeats the names.
  const names = head + new TextDecoder("latin1").decode(bytes.subarray(-65_536));
  if (names.includes("Index/Document.iwa")) return "application/vnd.apple.pages";
  if (!names.includes("[Content_Types].xml")) return "application/zip";
  const office = "application/vnd.openxmlformats-officedocument";
  if (names.includes("xl/")) return `${office}.spreadsheetml.sheet`;
  return names.includes("ppt/") ? `${office}.presentationml.presentation` : `${office}.wordprocessingml.document`;
}
