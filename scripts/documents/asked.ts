/** What the commands on documents share: files named on the command line, relative to the person's own directory. */
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** npm runs a command in the project; `INIT_CWD` is where the person typed it. */
export function fromHere(path: string): string {
  return resolve(process.env["INIT_CWD"] ?? ".", path);
}

/** @throws an `Error` in plain French when a file cannot be read */
export function bytesOfFile(path: string): Uint8Array<ArrayBuffer> {
  try {
    const { buffer, byteOffset, length } = readFileSync(fromHere(path));
    // Node puts a small file's bytes into a shared buffer: they are copied out.
    return length === buffer.byteLength ? new Uint8Array(buffer) : new Uint8Array(buffer, byteOffset, length).slice();
  } catch {
    throw unreadable(path);
  }
}

/** @throws as `bytesOfFile` does, before any file is read */
export function checkFile(path: string): void {
  try {
    accessSync(fromHere(path), constants.R_OK);
    if (statSync(fromHere(path)).isDirectory()) throw unreadable(path);
  } catch {
    throw unreadable(path);
  }
}

/** @throws an `Error` in plain French when no file can be written there */
export function checkOutput(path: string): void {
  try {
    accessSync(dirname(fromHere(path)), constants.W_OK);
    if (statSync(fromHere(path), { throwIfNoEntry: false })?.isDirectory()) throw new Error(path);
  } catch {
    throw new Error(`${path} : rien ne peut être écrit là. Donnez le nom d'un fichier, dans un dossier qui existe.`);
  }
}

const unreadable = (path: string) => new Error(`${path} : ce fichier n'existe pas ou ne se lit pas. Vérifiez son chemin.`);

/** Prints why the command cannot go on, and ends it. */
export function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}
