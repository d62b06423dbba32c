/**
 * A year of use in the built extension: 200 consultations, each seen and filled, and 40 prepared dossiers that the coffre keeps. How long
 * « Mes consultations » takes to open, to its first lines and to all of them, and how long the popup waits for its situation. The 300
 * documents are measured by `coffre.ts`.
 * `node bench/year.ts [openings] [folder of another build]`: with another build, each opening of one is followed by an opening of the
 * other, so that other work of the machine slows both down alike. Each is also told beside the floor, measured in turn with them.
 */
import type { Page } from "@playwright/test";
import { NOTHING_CARRIED } from "../src/domain/carried.ts";
import type { KeptConsultation } from "../src/domain/kept-consultation.ts";
import { sirenOf } from "../src/domain/siret.ts";
import { type ExtensionBrowser, sendFrom, startBrowser } from "../test/e2e/browser.ts";
import { startProxyQuietly } from "../test/e2e/proxy.ts";
import { type Floor, floorOf, lineOf, withFloor } from "./floor.ts";

const CONSULTATIONS = 200;
const DOSSIERS = 40;
const OPENINGS = Number(process.argv[2] ?? 7);
const other = process.argv[3];
const SIRET = "99990000400014";
const DAY_MS = 24 * 3_600_000;

const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

function consultation(index: number): KeptConsultation {
  const day = (index * 365) / CONSULTATIONS;
  const piece = {
    kind: "attestationVigilance",
    title: "Attestation de vigilance",
    validityBasis: "document",
    validUntil: ago(-90).slice(0, 10),
  } as const;
  return {
    portal: "place",
    url: `https://portail.example/${index}`,
    reference: `2026-${index}`,
    objet: `Entretien des bâtiments communaux, programme ${index}`,
    acheteurNom: `Commune d'Exemple ${index % 30}`,
    dateLimite: ago(day - 30),
    id: `c${index}`,
    siren: sirenOf(SIRET),
    events: [
      { at: ago(day + 3), what: "met", files: [], pieces: [] },
      { at: ago(day + 2), what: "filled", fields: 14, files: [], pieces: [] },
      { at: ago(day + 1), what: "attached", files: [{ fileName: "candidature.pdf", sha256: "ab" }], pieces: [piece] },
    ],
    archived: index % 4 === 0,
  };
}

/** @param page of the extension */
async function live(page: Page): Promise<void> {
  const consultations = Array.from({ length: CONSULTATIONS }, (_, index) => consultation(index));
  await sendFrom(page, "takeCarried", { carried: { ...NOTHING_CARRIED, consultations }, prefer: "here" });
  await sendFrom(page, "chooseKeeping", { days: 365 });
  for (let index = 0; index < DOSSIERS; index += 1)
    await sendFrom(page, "keepPrepared", {
      ...{ work: `${SIRET}|2026-${index}`, tabId: null, at: ago(index + 1), form: "pdf", files: [], remarks: [] },
    });
}

/** Runs in the page: notes when its first lines are there, and all that it opens by itself. */
function noteOpening(): void {
  const drawn = new MutationObserver(() => {
    if (document.querySelector(".kept-consultation") === null) return;
    if (performance.getEntriesByName("first").length === 0) performance.mark("first");
    performance.clearMarks("last");
    performance.mark("last");
  });
  drawn.observe(document, { subtree: true, childList: true });
}

interface Opening {
  readonly first: number;
  readonly last: number;
  readonly lines: number;
}

async function opening(browser: ExtensionBrowser): Promise<Opening> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/consultations.html`);
  await page.locator(".kept-consultation").first().waitFor();
  await page.waitForFunction(
    () => performance.now() - (performance.getEntriesByName("last")[0]?.startTime ?? Number.POSITIVE_INFINITY) > 500,
  );
  const opened = await page.evaluate(() => {
    const at = (name: string) => Math.round(performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN);
    return { first: at("first"), last: at("last"), lines: document.querySelectorAll(".kept-consultation").length };
  });
  await page.close();
  return opened;
}

/** Milliseconds from the asking of what the popup shows to the answer. */
async function situations(page: Page): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < OPENINGS; i += 1) {
    const start = performance.now();
    await sendFrom(page, "show", { tabId: null });
    all.push(performance.now() - start);
  }
  return all;
}

const proxy = await startProxyQuietly();

/** A browser in which a year was lived. */
async function lived(name: string, folder?: string) {
  const build = await withFloor(folder);
  const browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: proxy.url, extension: build.folder });
  const popup = await browser.popupWithoutPage();
  await sendFrom(popup, "chooseCompany", { siret: SIRET });
  await live(popup);
  await browser.context.addInitScript(noteOpening);
  return { name, build, browser, popup, opened: [] as Opening[], floors: [] as Floor[] };
}

const builds = [await lived("cette construction"), ...(other === undefined ? [] : [await lived(other, other)])];
try {
  for (let i = 0; i < OPENINGS; i += 1) {
    for (const { browser, opened, floors } of builds) {
      floors.push(await floorOf(browser));
      opened.push(await opening(browser));
    }
  }
  for (const { name, popup, opened, floors } of builds) {
    const { dossiers } = await sendFrom(popup, "readConsultations", {});
    const floor = floors.map(({ drawn }) => drawn);
    console.log(
      `\n${name} : ${opened[0]?.lines} lignes en cours, les autres repliées, ${dossiers?.length ?? 0} dossiers préparés, ${OPENINGS} ouvertures`,
    );
    console.log(`\n| un an d'usage | la meilleure | médiane | 95 % | fois le plancher |\n|---|---|---|---|---|`);
    for (const [what, times] of [
      ["plancher : un paragraphe après une réponse (ms)", floor],
      ["« Mes consultations », premières lignes (ms)", opened.map(({ first }) => first)],
      ["« Mes consultations », toutes les lignes (ms)", opened.map(({ last }) => last)],
      ["situation de l'extension (ms)", await situations(popup)],
    ] as const)
      console.log(lineOf(what, times, floor));
  }
} finally {
  for (const { browser, build } of builds) {
    await browser.close();
    await build.remove();
  }
  await proxy.close();
}
