/**
 * `npm run demo [-- --headless]`: the extension on a local portal page, told of the proxy in démo mode, in a Chromium opened for it.
 * `--headless`, the default where there is no display: plays the whole job by itself, and leaves in `demo-output/` the
 * pictures, the merged PDF and `rapport.json` (every field with its value and source, the state of every source).
 */
import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { startProxy } from "../proxy/start.ts";
import { fr } from "../src/i18n/fr.ts";
import type { SlotLine, SourceLine } from "../src/messages/situation.ts";
import { HOSTS, startBrowser } from "../test/e2e/browser.ts";
import { DEMO_SIRET, type JobResult, runJob } from "../test/e2e/job.ts";
import { startPortal } from "../test/portals/server.ts";
import { chromiumPath, ensurePrograms } from "./machine.ts";
import { ROOT, runStep } from "./steps.ts";

const { headless } = asked();
if (chromiumPath() === null) ensurePrograms(["chromium"]);
if (chromiumPath() === null) {
  console.error("Chromium est introuvable et n'a pas pu être installé : installez-le, ou nommez-le par PLI_PRET_CHROMIUM.");
  process.exit(1);
}
const built = await runStep("Extension (chrome)", "wxt", ["build", "-b", "chrome", "--mv3"]);
if (built !== 0) process.exit(built);

const proxy = await startProxy({ mode: "demo", port: 0, environment: { ...process.env, PLI_PRET_LOG_LEVEL: "warn" } });
const portal = await startPortal();
const places = { portalUrl: portal.url, proxyUrl: proxy.url };
try {
  if (headless) await doTheJob();
  else await leaveItToThePerson();
} catch (error) {
  console.error(`La démonstration n'est pas allée au bout : ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await Promise.all([proxy.close(), portal.close()]);
}

function asked(): { readonly headless: boolean } {
  try {
    const { values } = parseArgs({ options: { headless: { type: "boolean", default: !hasDisplay() } } });
    return values;
  } catch {
    console.error("Usage : npm run demo [-- --headless]");
    process.exit(2);
  }
}

function hasDisplay(): boolean {
  if (process.platform === "win32" || process.platform === "darwin") return true;
  return Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

async function doTheJob(): Promise<void> {
  const outputDir = join(ROOT, "demo-output");
  rmSync(outputDir, { recursive: true, force: true });
  console.log("\n── Le travail entier : trois pages de portail, une entreprise");
  tell(await runJob({ ...places, outputDir, headless: true }), outputDir);
}

function tell({ report, screenshots, mergedPdf }: JobResult, outputDir: string): void {
  const filled = report.fields.filter(({ status }) => status === "filled" || status === "already");
  console.log(`${report.company ?? ""} (SIRET ${report.siret}) : ${filled.length} champs remplis sur ${report.fields.length}.`);
  for (const { page, slot, files, status } of report.attachments)
    console.log(`  ${page} · ${slot} : ${files.length > 0 ? files.join(", ") : leftAs(status as SlotLine["status"])}`);
  const states = Map.groupBy(report.sources, ({ state }) => state);
  console.log(
    `Sources : ${[...states].map(([state, all]) => `${fr.sources.states[state as SourceLine["state"]]} : ${all.length}`).join(", ")}.`,
  );
  console.log(`Reçu par le portail : ${portal.deposits.length} plis, ${portal.uploads.length} fichiers.`);
  const left = [`${screenshots.length} captures`, ...(mergedPdf === null ? [] : [relative(ROOT, mergedPdf)]), "rapport.json"];
  console.log(`Laissé dans ${relative(ROOT, outputDir)}/ : ${left.join(", ")}.`);
  if (mergedPdf === null) console.error("Aucun PDF fusionné n'a été fait.");
}

/** Why nothing went into a slot: what is ready and not ticked is left to the person, where the law spares it for one. */
function leftAs(status: SlotLine["status"]): string {
  return status === "ready" ? "rien (prête, laissée décochée)" : `rien (${fr.pieces.status[status]})`;
}

async function leaveItToThePerson(): Promise<void> {
  const browser = await startBrowser({ ...places, headless: false });
  const page = await browser.visit(HOSTS.place, "/place-retrait-dce.html");
  await page.bringToFront();
  console.log(`
La page de portail est ouverte. Ouvrez l'extension (icône « Pli prêt », ou Alt+Maj+O), donnez le SIRET ${DEMO_SIRET}, puis « Remplir ».
Les autres pages : ${portal.url}. Fermez le navigateur pour finir.`);
  await new Promise<void>((closed) => browser.context.once("close", () => closed()));
}
