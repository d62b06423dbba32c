/**
 * `npm run recognise -- FILE… [--siren N] [--name X] [--today D] --json`: prints what the product's own code reads in documents:
 * `[{file, state, kind, sure, dates: {issuedOn: {value, sure}…}, asks, remarks}]`. `kind` is the one read or proposed first; it is `sure`
 * when it is taken without a question. Without `--json`, one line per document.
 * `--labels FILE`: the documents and what a person reads in them, `{owner: {siren, name}, today, files: [{file, kind, dates, name?,
 * mustAsk?}]}`, beside the documents; prints what is right, what is sure but wrong, and each trap taken.
 * `--families`: with labels, each document is read without the wordings that no other holds.
 * The letters of scans and pictures are read, as the extension does.
 * Exit 2 when there is nothing to read.
 */
import { parseArgs } from "node:util";
import { recogniseFile } from "../src/documents/recognise/port.ts";
import type { Expected } from "../src/documents/recognise/recognise.ts";
import type { DocumentText } from "../src/documents/recognise/stream.ts";
import { Day } from "../src/domain/answer.ts";
import { CONVERTED_TYPES, fileTypeOf } from "../src/domain/files.ts";
import { otherTypeOf } from "../src/domain/other-files.ts";
import { isSiren } from "../src/domain/siret.ts";
import { parisDay } from "../src/domain/time.ts";
import { fr } from "../src/i18n/fr.ts";
import { takenAs } from "../src/keeper/convert.ts";
import { LAYOUTS, PAPERS } from "../test/documents/recognise-layouts.ts";
import { MORE_LAYOUTS, MORE_PAPERS } from "../test/documents/recognise-papers.ts";
import { particularsOf } from "../test/documents/recognise-particulars.ts";
import { FAMILIES, specimenOf } from "../test/documents/recognise-specimens.ts";
import { bytesOfFile, checkFile, refuse } from "./documents/asked.ts";
import { READ_SCAN } from "./documents/scan.ts";
import { labelsIn, scoreOf, scoreWithoutFamilies, textOfScore } from "./documents/score.ts";
import { type Told, toldOf } from "./documents/told.ts";

const USAGE =
  "Usage : npm run recognise -- FICHIER… [--siren N] [--name NOM]… [--today AAAA-MM-JJ] [--json], ou npm run recognise -- --labels ATTENDUS.json [--families]";

const CONVERTED = "cette image est convertie par l'extension quand on la dépose : ici elle n'est pas lue";

const { values, positionals } = askedFor(process.argv.slice(2));
if (values.labels !== undefined) {
  const labels = labelsIn(values.labels);
  const score = values.families ? await scoreWithoutFamilies(labels, knownLayouts()) : await scoreOf(labels);
  process.stdout.write(`${textOfScore(score)}\n`);
} else {
  const expected = { siren: values.siren ?? "", names: values.name ?? [], today: values.today ?? parisDay(new Date()) };
  const told: Told[] = [];
  for (const path of positionals) told.push(await tell(path, expected));
  process.stdout.write(`${values.json ? JSON.stringify(told) : told.map(lineOf).join("\n")}\n`);
}

/** One drawing of each layout of the tests. */
function knownLayouts(): DocumentText[] {
  const drawn = Object.keys(FAMILIES).map((family) => specimenOf(family, particularsOf(1)).pages);
  const written = [
    ...Object.values({ ...LAYOUTS, ...MORE_LAYOUTS }).map(({ lines }) => lines),
    ...Object.values({ ...PAPERS, ...MORE_PAPERS }),
  ].map((lines) => [lines]);
  return [...drawn, ...written].map((pages) => ({ pages, layer: "printed" }));
}

async function tell(path: string, expected: Expected): Promise<Told> {
  const bytes = bytesOfFile(path);
  const type = fileTypeOf(bytes);
  if (type === undefined) return toldOf(path, { state: "type", why: await whyNot(bytes) });
  return toldOf(path, await recogniseFile({ bytes, type }, expected, { readScan: READ_SCAN }));
}

/** What the coffre says of it; a picture that it would convert is not read here, where there is no browser. */
async function whyNot(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const other = otherTypeOf(bytes);
  if (other === "image/tiff" || CONVERTED_TYPES.some((type) => type === other)) return CONVERTED;
  const taken = await takenAs(bytes);
  return typeof taken === "string" ? fr.coffre.failures[taken] : "";
}

function lineOf({ file, state, kind, sure, dates, asks, remarks }: Told): string {
  if (state !== "read") return [file, state, ...remarks].join(" · ");
  const days = Object.entries(dates).map(([field, { value, sure: isSure }]) => `${field} ${value}${isSure ? "" : " ?"}`);
  const asked = asks.map(({ about, why }) => `${about} (${why})`).join(", ");
  return [file, state, `${kind ?? "–"}${sure ? "" : " ?"}`, ...days, asked === "" ? "" : `à demander : ${asked}`]
    .filter(Boolean)
    .join(" · ");
}

function askedFor(args: string[]) {
  try {
    const flag = { type: "boolean", default: false } as const;
    const text = { type: "string" } as const;
    const options = {
      json: flag,
      families: flag,
      siren: text,
      today: text,
      labels: text,
      name: { type: "string", multiple: true },
    } as const;
    const asked = parseArgs({ args, options, allowPositionals: true });
    if (asked.positionals.length === 0 && asked.values.labels === undefined) return refuse(USAGE);
    for (const path of asked.positionals) checkFile(path);
    const { siren = "", today } = asked.values;
    if (siren !== "" && !isSiren(siren))
      return refuse(`--siren ${siren} : un SIREN a neuf chiffres, sans espace, dont le dernier est une clé.`);
    if (today !== undefined && !Day.safeParse(today).success) return refuse(`--today ${today} : écrivez le jour ainsi, 2026-11-25.`);
    return asked;
  } catch (error) {
    return refuse(error instanceof TypeError ? USAGE : String(error instanceof Error ? error.message : error));
  }
}
