/** The merge as a program of its own, measured as the other tools are: `node bench/documents-merge.ts OUT IN…` */
import { readFile, writeFile } from "node:fs/promises";
import { REPAIR } from "../scripts/documents/repair.ts";
import { TYPEFACES } from "../scripts/documents/typefaces.ts";
import { makeDossier } from "../src/documents/make/dossier.ts";
import { itemsOf, requestOf } from "../test/documents/dossier-world.ts";

const [to = "", ...from] = process.argv.slice(2);
const started = performance.now();
const { files, outcomes } = await makeDossier(requestOf(itemsOf(from)), {
  bytesOf: async (path) => {
    const { buffer, byteOffset, length } = await readFile(path);
    return new Uint8Array(buffer, byteOffset, length);
  },
  typefaces: TYPEFACES,
  repair: REPAIR,
});
const [file] = files;
if (file === undefined || outcomes.some(({ leftOut }) => leftOut !== undefined))
  throw new Error("Every document was expected in one file.");
await writeFile(to, file.bytes);
console.log(JSON.stringify({ milliseconds: Math.round(performance.now() - started) }));
