/**
 * The merge of ten documents, then of two hundred small ones, beside qpdf, mutool and pdfunite on the same files, in one run; then 60 MB of
 * documents in the extension's own page, in a Chromium whose heap is held to 512 MB. `node bench/documents.ts [merge|chromium]`
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TYPEFACES } from "../scripts/documents/typefaces.ts";
import { office, plain, scanned } from "../test/documents/merge-corpus.ts";
import { measureInChromium } from "./documents-chromium.ts";
import { shareOf } from "./spread.ts";

const SIZES = [10, 100, 600];
const DOCUMENTS = 10;
const ROUNDS = 3;
/** Small documents of 1 to 5 pages, with embedded fonts and pictures: three pages each in the middle. */
const MANY = 200;
const small = (index: number) =>
  office(
    index,
    [TYPEFACES.regular[0], TYPEFACES.bold[0]].flatMap((font) => font ?? []),
  );
/** Pixels of a scanned page's side: 90 kB a page. */
const SIDE = 300;

const OURS = fileURLToPath(new URL("./documents-merge.ts", import.meta.url));
type Program = readonly [program: string, ...args: string[]];
const PROGRAMS: Readonly<Record<string, (from: readonly string[], to: string) => Program>> = {
  // As `npm run merge` does.
  "Pli prêt": (from, to) => [process.execPath, "--max-semi-space-size=2", OURS, to, ...from],
  qpdf: (from, to) => ["qpdf", "--empty", "--pages", ...from, "--", to],
  mutool: (from, to) => ["mutool", "merge", "-o", to, ...from],
  pdfunite: (from, to) => ["pdfunite", ...from, to],
};

interface Cost {
  /** Processor seconds, user and system: a busy machine lengthens them only a little. */
  readonly cpu: number;
  readonly wall: number;
  /** Megabytes at the peak. */
  readonly memory: number;
}

/** Runs a program under GNU time, which tells its whole cost, its start included. */
function costOf(program: Program): Cost {
  const { status, stderr } = spawnSync("/usr/bin/time", ["-f", "COST %e %U %S %M", ...program], { encoding: "utf8" });
  const told = /COST (\S+) (\S+) (\S+) (\S+)/.exec(stderr);
  if (status !== 0 || told === null) throw new Error(`${program[0]}: ${stderr}`);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = told.slice(1).map(Number);
  return { cpu: user + system, wall, memory: kilobytes / 1000 };
}

const middle = (values: readonly number[]) => shareOf(values, 0.5);

async function measureMerge(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "pli-pret-bench-"));
  console.log("| pages | Mo | outil | processeur (s) | durée (s) | mémoire (Mo) | Pli prêt, en processeur | Pli prêt, en mémoire |");
  console.log("|---|---|---|---|---|---|---|---|");
  const ten = (pages: number) => (index: number) => (index % 2 === 0 ? plain(pages / DOCUMENTS) : scanned(SIDE, pages / DOCUMENTS));
  const mixes = [
    ...SIZES.map((pages) => ({ pages, documents: DOCUMENTS, make: ten(pages) })),
    { pages: MANY * 3, documents: MANY, make: small },
  ];
  for (const { pages, documents, make } of mixes) {
    const from: string[] = [];
    let bytes = 0;
    for (let index = 0; index < documents; index++) {
      const document = await make(index);
      const path = join(folder, `${pages}-${index}.pdf`);
      await writeFile(path, document);
      from.push(path);
      bytes += document.length;
    }
    const to = join(folder, "out.pdf");
    const costs = new Map<string, Cost[]>(Object.keys(PROGRAMS).map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, programOf] of Object.entries(PROGRAMS)) {
        costs.get(name)?.push(costOf(programOf(from, to)));
        const merged = Number(execFileSync("qpdf", ["--warning-exit-0", "--show-npages", to], { stdio: "pipe" }).toString());
        // Our merge adds a cover of one page or more.
        if (name === "Pli prêt" ? merged <= pages : merged !== pages) throw new Error(`${name} made ${merged} pages of ${pages}.`);
      }
    }
    const of = (name: string): Cost => {
      const all = costs.get(name) ?? [];
      return {
        cpu: middle(all.map(({ cpu }) => cpu)),
        wall: middle(all.map(({ wall }) => wall)),
        memory: middle(all.map(({ memory }) => memory)),
      };
    };
    const ours = of("Pli prêt");
    for (const name of Object.keys(PROGRAMS)) {
      const { cpu, wall, memory } = of(name);
      const ratios =
        name === "Pli prêt" ? ["", ""] : [`× ${(ours.cpu / Math.max(0.01, cpu)).toFixed(1)}`, `× ${(ours.memory / memory).toFixed(1)}`];
      const figures = [cpu.toFixed(2), wall.toFixed(2), memory.toFixed(0), ...ratios];
      console.log(`| ${[pages, (bytes / 1e6).toFixed(1), name, ...figures].join(" | ")} |`);
    }
  }
  await rm(folder, { recursive: true });
}

const only = process.argv[2];
if (only !== "chromium") await measureMerge();
if (only !== "merge") await measureInChromium();
