/**
 * `npm run merge -- -o OUT.pdf FILE…`: merges documents into one PDF with the product's own code, and prints
 * `{pages, files: [{file, pages, reason?, remarks}]}`: `pages` counts the cover too; `reason` says why a document is left out;
 * `remarks` are what the cover says of one that is taken. `--footers` numbers the pages, as the screen does by default.
 * Exit 2 when nothing is asked, 1 when no document at all could be taken.
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { remarksOn } from "../src/documents/make/cover.ts";
import { COVER } from "../src/documents/make/cover-words.ts";
import { makeDossier } from "../src/documents/make/dossier.ts";
import type { ItemOutcome } from "../src/documents/make/made.ts";
import { present } from "../src/domain/present.ts";
import { bytesOfFile, checkFile, checkOutput, fromHere, refuse } from "./documents/asked.ts";
import { REPAIR } from "./documents/repair.ts";
import { TYPEFACES } from "./documents/typefaces.ts";

const USAGE = "Usage : npm run merge -- -o SORTIE.pdf FICHIER… [--footers]";

const { out, footers, paths } = askedFor(process.argv.slice(2));
const items = paths.map((path, index) => ({
  id: String(index),
  kind: "autre" as const,
  title: basename(path),
  source: COVER.ownDocument,
}));
const documents = new Map(paths.map((path, index) => [String(index), path]));
const { files, outcomes } = await makeDossier(
  { company: { name: null, siret: "" }, consultation: null, items, footers, madeAt: new Date().toISOString() },
  { bytesOf: async (id) => bytesOfFile(documents.get(id) ?? ""), typefaces: TYPEFACES, repair: REPAIR },
);
const [made] = files;
if (made !== undefined) writeFileSync(fromHere(out), made.bytes);
console.log(JSON.stringify({ pages: made?.pages ?? 0, files: outcomes.map(toldOf) }));
process.exitCode = outcomes.every(({ leftOut }) => leftOut !== undefined) ? 1 : 0;

function toldOf(outcome: ItemOutcome) {
  const { id, pages, leftOut } = outcome;
  const file = documents.get(id);
  const remarks = leftOut === undefined ? remarksOn(outcome, "pdf") : [COVER.notMerged.pdf(COVER.leftOut[leftOut])];
  return { file, pages, ...present({ reason: leftOut }), remarks };
}

function askedFor(args: string[]) {
  try {
    const options = { output: { type: "string", short: "o" }, footers: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.output === undefined || positionals.length === 0) return refuse(USAGE);
    for (const path of positionals) checkFile(path);
    checkOutput(values.output);
    return { out: values.output, footers: values.footers, paths: positionals };
  } catch (error) {
    return refuse(error instanceof TypeError ? USAGE : String(error instanceof Error ? error.message : error));
  }
}
