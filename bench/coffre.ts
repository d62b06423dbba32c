/**
 * The coffre with 200 documents and 300 MB, in a real Chromium: keeping, listing, exporting, importing; then the built extension's own
 * page, which is given the 200 files and opened again. `node bench/coffre.ts`
 */
import { randomFillSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { laboratory } from "../test/coffre/chromium.ts";
import { sendFrom, startBrowser } from "../test/e2e/browser.ts";
import { startProxyQuietly } from "../test/e2e/proxy.ts";

const DOCUMENTS = 200;
const BYTES = 1_500_000;
const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const OPENINGS = 5;

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

/** Photos of random bytes: read, asked about, kept. */
async function makeFiles(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (let index = 0; index < DOCUMENTS; index++) {
    const bytes = randomFillSync(Buffer.alloc(BYTES));
    bytes.set(JPEG);
    paths.push(join(folder, `photo-${index}.jpg`));
    await writeFile(paths[index] as string, bytes);
  }
  return paths;
}

async function measurePage(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "pli-pret-files-"));
  const proxy = await startProxyQuietly();
  const browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: proxy.url });
  try {
    const popup = await browser.popupWithoutPage();
    await sendFrom(popup, "chooseCompany", { siret: "99990000400014" });
    const open = async () => {
      const page = await browser.context.newPage();
      await page.goto(`${browser.origin}/coffre.html`);
      return page;
    };
    const page = await open();
    const files = await makeFiles(folder);
    const start = performance.now();
    await page.locator(".drop input[type=file]").setInputFiles(files);
    await page.waitForFunction((count) => document.querySelectorAll("[data-coffre]").length === count, DOCUMENTS, { timeout: 600_000 });
    const keptMilliseconds = Math.round(performance.now() - start);
    await page.close();
    const openings: number[] = [];
    for (let i = 0; i < OPENINGS; i++) {
      const again = await open();
      await again.waitForFunction((count) => document.querySelectorAll("[data-coffre]").length === count, DOCUMENTS, { polling: "raf" });
      openings.push(Math.round(await again.evaluate(() => performance.now())));
      await again.close();
    }
    console.log(JSON.stringify({ page: { keptMilliseconds, openings } }, null, 2));
  } finally {
    await browser.close();
    await proxy.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await measureStore();
await measurePage();
