/** What lies in a browser's profile, as any program of the machine reads it: every byte of every file. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Each text as the browsers write texts: UTF-8, UTF-16, and in base64 wherever its three-byte groups begin. */
function waysOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text);
  const shifted = [0, 1, 2].map((by) => {
    const base64 = Buffer.concat([Buffer.alloc(by), utf8]).toString("base64");
    // The first and last characters depend on what stands beside.
    return Buffer.from(base64.slice(Math.ceil((by * 4) / 3) + 1, -4));
  });
  return [utf8, Buffer.from(text, "utf16le"), ...shifted.filter((it) => it.length >= 8)];
}

/** Which of the texts, or of the bytes, are found, and in which files: "IBAN in Default/…". */
export async function foundIn(profile: string, wanted: Readonly<Record<string, string | Buffer>>): Promise<string[]> {
  const ways = Object.entries(wanted).map(([name, what]) => [name, typeof what === "string" ? waysOf(what) : [what]] as const);
  const found: string[] = [];
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    for (const [name, buffers] of ways) {
      if (buffers.some((one) => bytes.includes(one))) found.push(`${name} in ${path.slice(profile.length + 1)}`);
    }
  }
  return found;
}
