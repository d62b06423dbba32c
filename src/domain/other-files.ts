/** What a file is that is not accepted, from its bytes: read where one is deposited, so that no screen carries it before. */
import { isEnvelope, type OtherType, TAR, ZIP_HEADS } from "./files.ts";

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
  // A page saved by a browser, written as a message.
  ["text/html", /^(?:[a-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:Snapshot-Content-Location|From): ?<?(?:https?:|Saved by|Enregistr)/i],
  ["application/vnd.ms-outlook", 'x\u0178>"'],
  [
    "message/rfc822",
    /^(?:\u00ef\u00bb\u00bf)?(?:From [^\n]*\n)?(?:[a-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Message-ID|Received|Return-Path|From):/i,
  ],
  ["application/xml", /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml\s/],
  ["application/json", /^(?:\u00ef\u00bb\u00bf)?\s*[{[]\s*["{[]/],
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
  if (head.includes("mimetypeapplication/vnd.etsi.asic")) return "application/vnd.etsi.asic-e+zip";
  if (/Index\/Document\.iwa|QuickLook\/|Index\.zip/.test(names)) return "application/vnd.apple.pages";
  if (!names.includes("[Content_Types].xml")) return "application/zip";
  const office = "application/vnd.openxmlformats-officedocument";
  if (names.includes("xl/")) return `${office}.spreadsheetml.sheet`;
  return names.includes("ppt/") ? `${office}.presentationml.presentation` : `${office}.wordprocessingml.document`;
}
