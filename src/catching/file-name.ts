/** The name of a file that a site sends: as its answer tells it, whatever the alphabet, else as the page has it saved, else its address's, else what the page said of it. */
import { bytesOfBase64 } from "../domain/bytes.ts";
import { decoded, fileNameIn } from "./address.ts";

/** Endings of files that a space may give; another is part of the name: a day, or the name of the program that made it. */
const ENDING = /\.(?:pdf|jpe?g|png|gif|webp|heic|bmp|tiff?|docx?|odt|rtf|xlsx?|ods|csv|txt|html?|zip|xml|p7m|eml|msg)$/i;

export function fileNameOf(
  { headers, url }: Response,
  { label, download = "" }: { readonly label: string; readonly download?: string },
): string {
  const last = fileNameIn(url);
  const told = toldBy(headers.get("content-disposition") ?? "") ?? download;
  const name = told !== "" ? told : decoded(/\.pdf$/i.test(last) ? last : label);
  const clean = name
    .replace(/[\p{Cc}/\\:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 120);
  if (clean === "") return "document.pdf";
  return ENDING.test(clean) ? clean : `${clean}.pdf`;
}

function toldBy(disposition: string): string | undefined {
  const [, charset = "", extended] = /filename\*\s*=\s*([\w-]*)'[^']*'([^;]+)/i.exec(disposition) ?? [];
  if (extended !== undefined)
    return /^iso-8859|^windows-125|^latin/i.test(charset) ? unescape1252(extended.trim()) : decoded(extended.trim());
  const [, quoted, bare = ""] = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition) ?? [];
  const plain = (quoted ?? bare).trim();
  return plain === "" ? undefined : decoded(inUtf8(wordsDecoded(plain)));
}

const unescape1252 = (text: string) =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    new TextDecoder("windows-1252").decode(Uint8Array.from(bytes.slice(1).split("%"), (byte) => Number.parseInt(byte, 16))),
  );

/** Headers are read one sign for each byte: what was written in UTF-8 is put together again. */
function inUtf8(text: string): string {
  const signs = [...text].map((sign) => sign.charCodeAt(0));
  if (signs.every((code) => code < 0x80) || signs.some((code) => code > 0xff)) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(text));
  } catch {
    return text;
  }
}

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** « =?UTF-8?Q?f=C3=A9vrier?= », as messages write (RFC 2047). */
function wordsDecoded(text: string): string {
  return text.replace(/=\?([\w-]+)\?([qb])\?([^?]*)\?=/gi, (whole, charset: string, way: string, body: string) => {
    try {
      const bytes = way.toLowerCase() === "b" ? bytesOfBase64(body) : bytesOf(quotedPrintable(body));
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return whole;
    }
  });
}

const quotedPrintable = (text: string) =>
  text.replaceAll("_", " ").replace(/=([0-9a-f]{2})/gi, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));
