/** The text of an XML file from its bytes (XML 1.0, appendix F): a byte order mark, the first bytes, then the encoding that it declares. */

/** A larger file is never read: a request with a thousand criteria is about a hundred times smaller. */
const MOST_BYTES = 120_000_000;
/** Bytes in which a declaration is looked for. */
const HEAD = 400;

/** What is wrong with the bytes: too many, or in no encoding that can be read. */
export type Undecoded = "tooLarge" | "encoding";

/** @returns the text without its mark, or why there is none: a letter is never replaced by another one */
export async function textOfXml(file: Pick<File, "size" | "arrayBuffer">): Promise<{ readonly text: string } | Undecoded> {
  if (file.size > MOST_BYTES) return "tooLarge";
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return { text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch {
    return "encoding";
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? "utf-8";
  // A declaration that could be read byte by byte is not in UTF-16, whatever it says: some tools copy it from a text in memory.
  return head.startsWith("\u00ef\u00bb\u00bf") || /^(utf-16|ucs-2|iso-10646-ucs-2)/i.test(declared) ? "utf-8" : declared;
}
