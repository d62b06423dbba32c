/**
 * The entries of a ZIP from its central directory (APPNOTE 4.3.12), and each one's bytes on demand: nothing is unpacked before it is
 * wanted, and never more than its declared size. ZIP64 is not read: a consultation's files are far smaller.
 */
import { inflateSync } from "fflate";

export interface ZipEntry {
  readonly name: string;
  /** Unpacked size declared in the directory, in bytes. */
  readonly size: number;
  readonly packed: number;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** A comment of the archive is at most this long, bytes. */
const COMMENT = 0xffff;
const ENCRYPTED = 1;
const UTF8 = 0x800;

/** How many entries a ZIP says that it has; `null` when the bytes are no ZIP. */
export function entryCountOf(bytes: Uint8Array): number | null {
  const end = endOf(bytes);
  return end === null ? null : viewOf(bytes).getUint16(end + 10, true);
}

/** The entries that are files, folders left out; `null` when the directory is damaged. */
export function entriesOf(bytes: Uint8Array): ZipEntry[] | null {
  const end = endOf(bytes);
  if (end === null) return null;
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const flags = view.getUint16(at + 8, true);
    const length = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + length), (flags & UTF8) !== 0);
    if (!name.endsWith("/"))
      entries.push({
        name,
        size: view.getUint32(at + 24, true),
        packed: view.getUint32(at + 20, true),
        isEncrypted: (flags & ENCRYPTED) !== 0,
        method: view.getUint16(at + 10, true),
        offset: view.getUint32(at + 42, true),
      });
    at += CENTRAL_LENGTH + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The bytes of an entry, not copied when only stored. `lies`: its size is not the declared one · `damaged`: it cannot be unpacked. */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | "lies" | "damaged" {
  const view = viewOf(bytes);
  if (entry.offset + LOCAL_LENGTH > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) return "damaged";
  const start = entry.offset + LOCAL_LENGTH + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) return "damaged";
  if (entry.method === 0) return entry.packed === entry.size ? packed : "lies";
  if (entry.method !== 8) return "damaged";
  try {
    // One byte beyond the declared size: if it gets filled, the entry is too long.
    const unpacked = inflateSync(packed, { out: new Uint8Array(entry.size + 1) });
    return unpacked.length === entry.size ? unpacked : "lies";
  } catch {
    return "damaged";
  }
}

function endOf(bytes: Uint8Array): number | null {
  const view = viewOf(bytes);
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Names without the UTF-8 flag are in the encoding of the machine that packed them: Windows's, else DOS's. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
