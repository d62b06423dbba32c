/**
 * The coffre with 300 documents and 450 MB, in a real Chromium: keeping, listing, exporting, importing; then the built extension's own
 * page, which is given 300 certificates, opened again, and sought in. `node bench/coffre.ts [page]`
 */
import { laboratory } from "../test/coffre/chromium.ts";
import { sendFrom, startBrowser } from "../test/e2e/browser.ts";
import { startProxyQuietly } from "../test/e2e/proxy.ts";
import { shareOf } from "./spread.ts";

const DOCUMENTS = 300;
const BYTES = 1_500_000;
const SOURCES = ["urssaf-attestation-vigilance", "dgfip-attestation-fiscale", "insee-avis-situation"];
const SOUGHT = ["urssaf", "fiscale", "sirene"];
const OPENINGS = 5;
const SIRET = "99990000400014";

async function measureStore(): Promise<void> {
  const browser = await laboratory();
  try {
    const first = await browser.open();
    const kept = await first.lab("keep", DOCUMENTS, BYTES);
    await first.context.close();
    const { lab } = await browser.open();
    const cold = await lab("list");
    const warm = await lab("list");
    const transfer = await lab("transfer");
    console.log(JSON.stringify({ kept, cold, warm, transfer }, null, 2));
  } finally {
    await browser.close();
  }
}

/** Certificates that are recognised and kept without a question, each with its own bytes. */
async function certificates(proxyUrl: string, siret: string): Promise<{ name: string; mimeType: string; buffer: Buffer }[]> {
  const originals = await Promise.all(
    SOURCES.map(async (source) => {
      const answer = await fetch(`${proxyUrl}/v1/companies/${siret}/sources/${source}/documents/0`);
      return Buffer.from(await answer.arrayBuffer());
    }),
  );
  return Array.from({ length: DOCUMENTS }, (_, index) => ({
    name: `${SOURCES[index % SOURCES.length]}-${index}.pdf`,
    mimeType: "application/pdf",
    buffer: Buffer.concat([originals[index % SOURCES.length] ?? Buffer.alloc(0), Buffer.from(`\n% ${index}\n`)]),
  }));
}

async function measurePage(): Promise<void> {
  const proxy = await startProxyQuietly();
  const browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: proxy.url });
  try {
    const popup = await browser.popupWithoutPage();
    await sendFrom(popup, "chooseCompany", { siret: SIRET });
    const open = async () => {
      const page = await browser.context.newPage();
      await page.goto(`${browser.origin}/coffre.html`);
      return page;
    };
    const page = await open();
    const start = performance.now();
    await page.locator(".drop input[type=file]").setInputFiles(await certificates(proxy.url, SIRET));
    await page.waitForFunction(isWhole, DOCUMENTS, { timeout: 600_000 });
    const keptMilliseconds = Math.round(performance.now() - start);
    await page.close();
    await browser.context.addInitScript(noteOpening, DOCUMENTS);
    const openings: { first: number; whole: number }[] = [];
    const seekings: number[] = [];
    for (let i = 0; i < OPENINGS; i++) {
      const again = await open();
      await again.waitForFunction(() => performance.getEntriesByName("whole").length > 0);
      openings.push(
        await again.evaluate(() => {
          const at = (name: string) => Math.round(performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN);
          return { first: at("first"), whole: at("whole") };
        }),
      );
      for (const text of SOUGHT) seekings.push(await again.evaluate(seek, text));
      await again.close();
    }
    console.log(JSON.stringify({ page: { keptMilliseconds, openings, seekings } }, null, 2));
    const of = (times: readonly number[], share: number) => Math.round(shareOf(times, share));
    console.log(`\n| coffre de ${DOCUMENTS} documents, ${openings.length} ouvertures | la meilleure | médiane | 95 % |\n|---|---|---|---|`);
    for (const [what, all] of [
      ["premières lignes (ms)", openings.map(({ first }) => first)],
      ["toutes les lignes (ms)", openings.map(({ whole }) => whole)],
      ["recherche d'un mot (ms)", seekings],
    ] as const)
      console.log(`| ${what} | ${of(all, 0)} | ${of(all, 0.5)} | ${of(all, 0.95)} |`);
  } finally {
    await browser.close();
    await proxy.close();
  }
}

/** True when all documents are in the page. */
const isWhole = (count: number) => document.querySelectorAll("[data-coffre]").length >= count;

/** Runs in the page: notes when its first lines are seen, and when all of them are there. */
function noteOpening(count: number): void {
  const drawn = new MutationObserver(() => {
    const lines = document.querySelectorAll("[data-coffre]").length;
    if (lines > 0 && performance.getEntriesByName("first").length === 0) performance.mark("first");
    if (lines < count) return;
    drawn.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark("whole")));
  });
  drawn.observe(document, { subtree: true, childList: true });
}

/** Runs in the page: milliseconds from the last typed letter to the list that answers it. */
async function seek(text: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>("search input");
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  if (field === null || setValue === undefined) return Number.NaN;
  const shown = () => [...document.querySelectorAll<HTMLElement>("[data-coffre]")].filter(({ hidden }) => !hidden).length;
  const type = (value: string) => {
    setValue.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const settled = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const before = shown();
  const start = performance.now();
  type(text);
  while (shown() === before && performance.now() - start < 2_000) await settled();
  const took = performance.now() - start;
  type("");
  while (shown() !== before) await settled();
  return Math.round(took);
}

if (process.argv[2] !== "page") await measureStore();
await measurePage();
