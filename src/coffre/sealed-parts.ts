/**
 * Seals large bytes in parts, one record for each: WebCrypto copies its input and its output, IndexedDB copies once more.
 * A part's name holds its rank and the number of parts, and its place is bound to it: a lost, moved or extra part makes opening fail.
 */
import { release } from "../domain/bytes.ts";
import { type Sealed, seal, unseal } from "./seal.ts";

/** Bytes. */
const PART = 4 << 20;

/** Separates the name of the whole from a part's rank. */
const MARK = "#";

/** The names of the parts, in order. @param size bytes of the whole */
export function partNames(whole: string, size: number): string[] {
  return namesOf(whole, Math.max(1, Math.ceil(size / PART)));
}

function namesOf(whole: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${whole}${MARK}${index + 1}/${count}`);
}

/** The name of the whole to which that part belongs; the name itself when it is no part. */
export function wholeOf(name: string): string {
  return name.split(MARK)[0] ?? name;
}

/** All parts that the present parts' names announce, in order. */
export function inOrder(names: readonly string[]): string[] {
  const [first = ""] = names;
  const count = Number(first.split("/").at(-1));
  return namesOf(wholeOf(first), count);
}

/** The keys of all the parts of a whole, and its own. */
export function rangeOf(whole: string): IDBKeyRange {
  return IDBKeyRange.bound(whole, `${whole}${MARK}\uffff`);
}

/** @param placeOf the place to which `seal` binds the part of that name */
export async function sealParts(
  key: CryptoKey,
  names: readonly string[],
  bytes: Uint8Array<ArrayBuffer>,
  { placeOf, put }: { readonly placeOf: (name: string) => string; readonly put: (name: string, sealed: Sealed) => Promise<unknown> },
): Promise<void> {
  for (const [index, name] of names.entries()) {
    const sealed = await seal(key, placeOf(name), bytes.subarray(index * PART, (index + 1) * PART));
    await put(name, sealed);
    // It is written: its memory is freed now, without waiting for the collector.
    release(sealed.data);
  }
}

/**
 * @returns `null` when a part is not there
 * @throws {DOMException} `OperationError` when one does not open
 */
export async function unsealParts(
  key: CryptoKey,
  names: readonly string[],
  { placeOf, get }: { readonly placeOf: (name: string) => string; readonly get: (name: string) => Promise<Sealed | undefined> },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const open = async (name: string) => {
    const sealed = await get(name);
    if (sealed === undefined) return null;
    const opened = await unseal(key, placeOf(name), sealed);
    release(sealed.data);
    return opened;
  };
  // Every part but the last is full: the last one's length gives the total.
  const last = await open(names.at(-1) ?? "");
  if (last === null) return null;
  const before = (names.length - 1) * PART;
  const whole = new Uint8Array(before + last.length);
  whole.set(last, before);
  release(last.buffer);
  for (const [index, name] of names.slice(0, -1).entries()) {
    const part = await open(name);
    if (part === null) return null;
    whole.set(part, index * PART);
    release(part.buffer);
  }
  return whole;
}
