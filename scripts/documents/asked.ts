/** What the commands on documents share: the files named on the command line, meant from where the person stands. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** npm runs a command in the project; `INIT_CWD` is where the person typed it. */
export function fromHere(path: string): string {
  return resolve(process.env["INIT_CWD"] ?? ".", path);
}

/** @throws an `Error` in plain French when a file cannot be read: what is asked of each is told before any is opened */
export function bytesOfFile(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(fromHere(path)));
  } catch {
    throw new Error(`${path} : ce fichier n'existe pas ou ne se lit pas. Vérifiez son chemin.`);
  }
}

/** Tells why the command cannot go on, and ends it. */
export function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}
