/**
 * `npm run bench [-- MEASURE [arguments]]`: the measurements of `bench/`, all of them one after the other unless one is named. All together
 * they write `bench-results/`: `figures.json`, `figures.md` and the curves; `npm run bench -- keep` puts them in the docs.
 * Run them on a machine that does nothing else.
 */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { type CurveOf, curvesOf, type MeasureFigures, pageOf, svgOf, tablesOf } from "./bench-report.ts";
import { chromiumPath, ensurePrograms } from "./machine.ts";
import { ROOT, runStep } from "./steps.ts";

const MEASURES = {
  gestures: { title: "Gestes et lignes en vue", needsExtension: true },
  popup: { title: "Ouverture de l'extension", needsExtension: true },
  waking: { title: "Réveil de l'arrière-plan", needsExtension: true },
  coffre: { title: "Coffre", needsExtension: true },
  year: { title: "Un an d'usage", needsExtension: true },
  documents: { title: "Fusion, à côté de qpdf, mutool et pdfunite", needsExtension: true },
  reading: { title: "Lecture d'une page", needsExtension: false },
  forms: { title: "Formulaires d'une candidature", needsExtension: false },
  consultation: { title: "Lecture d'un dossier de consultation", needsExtension: true },
  proxy: { title: "Charge du proxy", needsExtension: false },
  collecting: { title: "Collecte, à côté de la source la plus lente", needsExtension: false },
  scale: { title: "Cent mille entreprises par jour", needsExtension: false },
} as const;
type Measure = keyof typeof MEASURES;

const CURVES: readonly CurveOf[] = [
  {
    file: "lecture",
    title: "Lecture d'une page (ms, à chaud)",
    measure: "reading",
    x: "éléments",
    y: ["à chaud", "libellés et bloc, à chaud"],
  },
  { file: "fusion", title: "Fusion (secondes de processeur, par Mo)", measure: "documents", x: "Mo", y: ["processeur (s)"], by: "outil" },
  {
    file: "memoire",
    title: "Proxy : mémoire au fil des demandes (Mo)",
    measure: "proxy",
    x: "demandes servies",
    y: ["mémoire (Mo)", "tenus après ramassage (Mo)"],
  },
];

const RESULTS = join(ROOT, "bench-results");
const KEPT = join(ROOT, "docs", "figures");

/** Runs a measurement and shows its output as it comes. @returns its exit status and what it printed */
function run(measure: Measure, args: readonly string[]): Promise<{ readonly status: number; readonly printed: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`bench/${measure}.ts`, ...args], { cwd: ROOT, stdio: ["inherit", "pipe", "inherit"] });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on("error", () => resolve({ status: 127, printed }));
    child.on("close", (code) => resolve({ status: code ?? 1, printed }));
  });
}

function write(figures: readonly MeasureFigures[]): void {
  mkdirSync(RESULTS, { recursive: true });
  const machine = `${cpus().length} cœurs (${cpus()[0]?.model.trim() ?? "inconnus"}), Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
  writeFileSync(join(RESULTS, "figures.json"), `${JSON.stringify({ machine, figures }, null, 2)}\n`);
  writeFileSync(join(RESULTS, "figures.md"), pageOf(machine, figures));
  for (const curve of CURVES) {
    const lines = curvesOf(curve, figures);
    if (lines.length > 0) writeFileSync(join(RESULTS, `${curve.file}.svg`), svgOf(curve.title, curve.x, lines));
  }
  console.log(`\nChiffres : ${join("bench-results", "figures.json")} et figures.md.`);
}

async function measureAll(measures: readonly Measure[], args: readonly string[]): Promise<number> {
  if (chromiumPath() === null) ensurePrograms(["chromium"]);
  if (measures.some((measure) => MEASURES[measure].needsExtension)) {
    const built = await runStep("Extension (chrome)", "wxt", ["build", "-b", "chrome", "--mv3"]);
    if (built !== 0) return built;
  }
  const figures: MeasureFigures[] = [];
  const failed: string[] = [];
  for (const measure of measures) {
    const { title } = MEASURES[measure];
    console.log(`\n── ${title}`);
    const began = performance.now();
    const { status, printed } = await run(measure, args);
    const seconds = (performance.now() - began) / 1000;
    console.log(`── ${title} : ${status === 0 ? "réussi" : `échec (${status})`} en ${seconds.toFixed(0)} s`);
    const tables = tablesOf(printed);
    const empty = !tables.some(({ rows }) => rows.length > 0);
    if (status === 0 && empty) console.error(`${title} : aucun chiffre n'a été écrit.`);
    if (status !== 0 || empty) failed.push(title);
    figures.push({ measure, title, seconds, tables });
  }
  if (measures.length > 1) write(figures);
  // A measure that fails does not hide the figures of the others.
  if (failed.length > 0) console.error(`Échec : ${failed.join(", ")}.`);
  return failed.length === 0 ? 0 : 1;
}

/** Makes the figures of the last whole run those of the docs. */
function keep(): void {
  if (existsSync(RESULTS)) cpSync(RESULTS, KEPT, { recursive: true });
  else {
    console.error("Rien à garder : lancez d'abord « npm run bench », qui mesure tout en une douzaine de minutes.");
    process.exitCode = 2;
  }
}

const [named, ...args] = process.argv.slice(2);
if (named === "keep") keep();
else if (named !== undefined && !Object.hasOwn(MEASURES, named)) {
  console.error(`Usage : npm run bench [-- keep|${Object.keys(MEASURES).join("|")} [arguments]]`);
  process.exitCode = 2;
} else process.exitCode = await measureAll(named === undefined ? (Object.keys(MEASURES) as Measure[]) : [named as Measure], args);
