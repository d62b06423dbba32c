/** The content of a browser's profile, as any program of the machine can read it: every byte of every file. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Each text as the browsers write texts: UTF-8, UTF-16, and in base64 wherever its three-byte groups begin. */
function waysOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text);
  const shifted = [0, 1, 2].map((by) => {
    const base64 = Buffer.concat([Buffer.alloc(by), utf8]).toString("base64");
    // The first and last characters depend on neighbouring bytes.
    return Buffer.from(base64.slice(Math.ceil((by * 4) / 3) + 1, -4));
  });
  return [utf8, Buffer.from(text, "utf16le"), ...shifted.filter((it) => it.length >= 8)];
}

/** The coffre's secrets that are stored in files, by name. To be run in a page of the extension. */
export async function secretsInFiles(): Promise<Record<string, number[]>> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("secrets-coffre");
  const found: Record<string, number[]> = {};
  for await (const [name, handle] of folder.entries()) {
    found[name] = [...new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer())];
  }
  return found;
}

export function asBuffers(secrets: Readonly<Record<string, number[]>>): Record<string, Buffer> {
  return Object.fromEntries(Object.entries(secrets).map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

const MOZ_LZ4 = Buffer.from("mozLz40\0");

/**
 * A file as it was before Firefox compressed it: its magic, the size (uint32), one block of LZ4. Any other is given as it is.
 * The block: https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
 */
function plain(file: Buffer): Buffer {
  if (!file.subarray(0, MOZ_LZ4.length).equals(MOZ_LZ4)) return file;
  const out = Buffer.alloc(file.readUInt32LE(MOZ_LZ4.length));
  let [from, to] = [MOZ_LZ4.length + 4, 0];
  const byte = () => file[from++] ?? 0;
  const lengthOf = (nibble: number) => {
    let length = nibble;
    if (nibble === 15) for (let more = 255; more === 255; length += more) more = byte();
    return length;
  };
  while (from < file.length) {
    const token = byte();
    const literals = lengthOf(token >> 4);
    to += file.copy(out, to, from, from + literals);
    from += literals;
    if (from >= file.length) break;
    const back = byte() | (byte() << 8);
    // What is repeated may overlap what it makes.
    for (let left = lengthOf(token & 15) + 4; left > 0; left--, to++) out[to] = out[to - back] ?? 0;
  }
  return out;
}

/** Which of the texts or bytes are found, and in which files: "IBAN in Default/…". */
export async function foundIn(profile: string, wanted: Readonly<Record<string, string | Buffer>>): Promise<string[]> {
  const ways = Object.entries(wanted).map(([name, what]) => [name, typeof what === "string" ? waysOf(what) : [what]] as const);
  const found: string[] = [];
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = plain(await readFile(path).catch(() => Buffer.alloc(0)));
    for (const [name, buffers] of ways) {
      if (buffers.some((one) => bytes.includes(one))) found.push(`${name} in ${path.slice(profile.length + 1)}`);
    }
  }
  return found;
}
