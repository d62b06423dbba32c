/** Opens a made file again before it is deposited, to check that it is the one that was made, whole, and that every part can be read. */
import { strFromU8, unzipSync } from "fflate";
import type { Reopened } from "../../domain/prepared.ts";
import { sha256Of } from "../../domain/sha256.ts";
import { checkWhole } from "../pdf/merge.ts";
import { isTruncated, openPdf } from "../pdf/open.ts";
import { sha256OfLarge } from "./large-hash.ts";
import type { MadeFile } from "./made.ts";
import { MANIFEST } from "./zip.ts";

export type ReopenRequest = Pick<MadeFile, "bytes" | "mediaType" | "sha256" | "pages">;

/** Never throws because of the file's content. */
export async function reopen(file: ReopenRequest): Promise<Reopened> {
  const { bytes, mediaType, sha256 } = file;
  if (mediaType === "application/pdf" ? isTruncated(bytes) : isZipTruncated(bytes)) return { state: "truncated" };
  if ((await sha256OfLarge(bytes)) !== sha256) return { state: "altered" };
  try {
    const count = mediaType === "application/pdf" ? await pagesOf(bytes) : await entriesOf(bytes);
    return count === null || (mediaType === "application/pdf" && count !== file.pages) ? { state: "damaged" } : { state: "sound", count };
  } catch {
    return { state: "damaged" };
  }
}

/** The number of pages; `null` when it does not open. @throws when something that a page draws is missing */
async function pagesOf(bytes: Uint8Array): Promise<number | null> {
  const opened = await openPdf(bytes);
  if ("leftOut" in opened) return null;
  checkWhole(opened.doc);
  return opened.doc.getPageCount();
}

/** The end of a ZIP is a record of at least this many bytes, which starts with this signature; a comment may follow it. */
const END = { bytes: 22, signature: 0x06054b50, longestComment: 0xffff };

function isZipTruncated(bytes: Uint8Array<ArrayBuffer>): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = Math.max(0, bytes.length - END.bytes - END.longestComment);
  for (let at = bytes.length - END.bytes; at >= first; at--) if (view.getUint32(at, true) === END.signature) return false;
  return true;
}

interface Listed {
  readonly fileName?: string;
  readonly sha256?: string;
}

/** How many files it contains; `null` when one that the manifest names is missing or changed. Entries are opened one at a time. */
async function entriesOf(bytes: Uint8Array): Promise<number | null> {
  const names: string[] = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  const entry = (wanted: string) => unzipSync(bytes, { filter: ({ name }) => name === wanted })[wanted];
  const manifest = entry(MANIFEST);
  if (manifest === undefined) return null;
  const { pieces } = JSON.parse(strFromU8(manifest)) as { readonly pieces: readonly Listed[] };
  for (const { fileName, sha256 } of pieces) {
    if (fileName === undefined) continue;
    const found = entry(fileName);
    if (found === undefined || (await sha256Of(found as Uint8Array<ArrayBuffer>)) !== sha256) return null;
  }
  return names.length;
}
