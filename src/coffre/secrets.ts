/**
 * Secrets of this browser, each in a small file of its own (the origin's private file system). A deleted record of IndexedDB
 * remains for long in the database's files, which a copy of the profile includes; a removed file is gone from the profile.
 */
import type { CoffreDatabase } from "./database.ts";

const BYTES = 32;

/** @returns `null` when there is none of that name */
export async function readSecret(db: CoffreDatabase, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept = await db.get("secrets", name);
  if (kept !== undefined) return kept;
  try {
    const file = await (await (await folder(db)).getFileHandle(name)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    return bytes.length === BYTES ? bytes : null;
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return null;
    throw error;
  }
}

/** Makes a random secret and stores it under that name, on disk before it returns. */
export async function makeSecret(db: CoffreDatabase, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  try {
    await write(db, name, bytes);
  } catch {
    // A browser without private files for extensions (Firefox that remembers nothing): better a secret there than no coffre.
    await db.put("secrets", bytes, name);
  }
  return bytes;
}

/** Removes the secrets whose name has the prefix, except `keep`. Each is overwritten first, in case something still holds the file open. */
export async function forgetSecrets(db: CoffreDatabase, prefix: string, keep: string | null): Promise<void> {
  const goes = (name: string) => name.startsWith(prefix) && name !== keep;
  for (const name of await db.getAllKeys("secrets")) if (goes(name)) await db.delete("secrets", name);
  const files = await folder(db).catch(() => null);
  if (files === null) return;
  const names: string[] = [];
  for await (const name of files.keys()) if (goes(name)) names.push(name);
  for (const name of names) {
    await write(db, name, crypto.getRandomValues(new Uint8Array(BYTES)));
    await files.removeEntry(name);
  }
}

/** One folder for each database. */
async function folder(db: CoffreDatabase): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(`secrets-${db.name}`, { create: true });
}

async function write(db: CoffreDatabase, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const writing = await (await (await folder(db)).getFileHandle(name, { create: true })).createWritable();
  await writing.write(bytes);
  await writing.close();
}
