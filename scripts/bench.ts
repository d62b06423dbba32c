/**
 * `npm run bench [-- gestures|popup|coffre|documents|reading|consultation|proxy [arguments]]`: the measurements of `bench/`, all of them one after the other unless one is named.
 * They are for a machine that does nothing else.
 */
import { chromiumPath, ensurePrograms } from "./machine.ts";
import { runStep } from "./steps.ts";

const MEASURES = {
  gestures: { title: "Gestes et lignes en vue", needsExtension: true },
  popup: { title: "Ouverture de l'extension", needsExtension: true },
  coffre: { title: "Coffre de 200 documents", needsExtension: true },
  documents: { title: "Fusion, à côté de qpdf, mutool et pdfunite", needsExtension: true },
  reading: { title: "Lecture d'une page", needsExtension: false },
  consultation: { title: "Lecture d'un dossier de consultation", needsExtension: false },
  proxy: { title: "Charge du proxy", needsExtension: false },
} as const;
type Measure = keyof typeof MEASURES;

const [named, ...args] = process.argv.slice(2);
if (named !== undefined && !Object.hasOwn(MEASURES, named)) {
  console.error(`Usage : npm run bench [-- ${Object.keys(MEASURES).join("|")} [arguments]]`);
  process.exit(2);
}
const measures = named === undefined ? (Object.keys(MEASURES) as Measure[]) : [named as Measure];
if (chromiumPath() === null) ensurePrograms(["chromium"]);
let status = 0;
if (measures.some((measure) => MEASURES[measure].needsExtension))
  status = await runStep("Extension (chrome)", "wxt", ["build", "-b", "chrome", "--mv3"]);
for (const measure of measures)
  status ||= await runStep(MEASURES[measure].title, process.execPath, [`bench/${measure}.ts`, ...(named === undefined ? [] : args)]);
process.exitCode = status;
