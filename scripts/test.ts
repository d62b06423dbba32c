/**
 * `npm test`: every check of the project, ordered so that failures come soonest.
 * `npm test -- unit` stops before the browsers; `npm test -- e2e` runs them alone; `npm test -- sources` runs what a new source or a
 * changed one needs, and says what it leaves out; `npm test -- oldest` tries the oldest browsers that the packages accept.
 */
import { join } from "node:path";
import { chromiumPath, ensurePrograms } from "./machine.ts";
import { debianChromium, debianFirefox, oldestChromium } from "./oldest.ts";
import { ROOT, runStep } from "./steps.ts";

const only = process.argv[2];
const missing =
  only === "sources"
    ? []
    : ensurePrograms([
        ...(["chromium", "chromium-headless-shell", "firefox-esr", "qpdf", "mutool", "pdftoppm"] as const),
        ...(["redis-server", "pg_ctlcluster", "convert", "xmllint"] as const),
      ]);
for (const program of missing) console.log(`Absent de cette machine : ${program}. Les vérifications qui s'en servent le diront.`);

type Step = readonly [title: string, program: string, ...args: string[]];
const PREPARATION: Step = ["Préparation", "wxt", "prepare"];
const CHROME: Step = ["Construction (Chrome)", "wxt", "build", "-b", "chrome", "--mv3"];
const FIREFOX: Step = ["Construction (Firefox)", "wxt", "build", "-b", "firefox", "--mv3"];
/**
 * TypeScript's native compiler: the same rules for a third of the time. What the tests read sources with is its API, which the native one
 * has not.
 */
const TYPES = [process.execPath, "node_modules/typescript-native/bin/tsc", "--noEmit", "-p", ROOT] as const;
const BUILDS: readonly Step[] = [["Style", "biome", "ci", "."], CHROME, FIREFOX];
const CHECKS: readonly Step[] = [
  // On one thread: the other core is building.
  ["Types", ...TYPES, "--singleThreaded"],
  ["Architecture", process.execPath, "scripts/architecture.ts"],
  ["Code inutilisé", "knip"],
];
const UNITS: Step = ["Tests unitaires", "vitest", "run"];
const BROWSERS: Step = ["Le travail entier dans Chromium et Firefox", "playwright", "test"];

/** Types are checked again only where files changed. */
const TYPES_CACHE = ["--incremental", "--tsBuildInfoFile", join(ROOT, "node_modules", ".cache", "types.tsbuildinfo")];
const SOURCES: readonly Step[] = [
  ["Types", ...TYPES, ...TYPES_CACHE],
  ["Style", "biome", "ci", "src/sources", "test/sources", "simulator"],
  ["Les sources", "vitest", "run", "test/sources", "test/simulator", "test/docs.test.ts", "test/house.test.ts", "--reporter=dot"],
];

const started = performance.now();
const failed: string[] = [];

async function run(step: Step, output: "standard" | "together" = "standard"): Promise<void> {
  const [title, program, ...args] = step;
  if (program === "playwright" && chromiumPath() === null) {
    console.error("Chromium est introuvable : installez-le, ou nommez-le par PLI_PRET_CHROMIUM.");
    failed.push(title);
    return;
  }
  if ((await runStep(title, program, args, { output })) !== 0) failed.push(title);
}

async function runInTurn(steps: readonly Step[]): Promise<void> {
  for (const step of steps) await run(step, "together");
}

/**
 * The checks beside the builds, which some unit tests weigh, then the unit tests, then the browsers'. Each of these keeps two cores busy by
 * itself.
 */
async function runAll(): Promise<void> {
  await Promise.all([runInTurn(BUILDS), runInTurn(CHECKS)]);
  await run(UNITS);
  if (only !== "unit") await run(BROWSERS);
}

/** Tries what runs in pages in the oldest Chromium, and the whole extension in the oldest version of each browser that Debian offers. */
async function tryOldest(): Promise<void> {
  await run(CHROME);
  await run(FIREFOX);
  const tries = [
    { browser: await oldestChromium(), variable: "PLI_PRET_CHROMIUM", step: ["vitest", "run", "--project", "browser"] },
    {
      browser: debianChromium(),
      variable: "PLI_PRET_CHROMIUM",
      step: ["playwright", "test", "--workers=1", "journeys", "popup", "coffre"],
    },
    { browser: debianFirefox(), variable: "PLI_PRET_FIREFOX", step: ["playwright", "test", "--workers=1", "firefox"] },
  ];
  for (const { browser, variable, step } of tries) {
    const [program = "", ...args] = step;
    if (browser === null) console.log(`\nLaissé de côté, le navigateur n'a pas pu être obtenu : ${step.join(" ")}`);
    else if ((await runStep(browser.version, program, args, { environment: { [variable]: browser.path } })) !== 0)
      failed.push(browser.version);
  }
}

if (only === "oldest") await tryOldest();
else if (only === "sources") for (const step of SOURCES) await run(step);
else {
  await run(PREPARATION);
  if (only === "e2e") for (const step of [CHROME, FIREFOX, BROWSERS]) await run(step);
  else await runAll();
}

console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s.`);
if (failed.length > 0) {
  console.error(`Échec : ${failed.join(", ")}.`);
  process.exit(1);
}
if (only === "sources")
  console.log("Laissé de côté : les autres tests, l'architecture, le code inutilisé, la construction, les navigateurs.");
console.log(only === "sources" ? "Les sources sont vérifiées." : "Tout est vérifié.");
