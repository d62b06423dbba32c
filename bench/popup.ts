/**
 * How long the popup takes to open, in a real Chromium with every source known: to its first paint, and to a screen that answers the
 * person.
 * `node bench/popup.ts [openings] [folder of another build]`: with another build, each opening of one is followed by an opening of the
 * other, so that other work of the machine slows both down alike.
 */
import type { Page } from "@playwright/test";
import { startBrowser } from "../test/e2e/browser.ts";
import { startProxyQuietly } from "../test/e2e/proxy.ts";
import { shareOf } from "./spread.ts";

const openings = Number(process.argv[2] ?? 15);
const other = process.argv[3];
const proxy = await startProxyQuietly();

/** A browser whose company is chosen and whose answers are all there. */
async function prepared(extension?: string) {
  const browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: proxy.url, ...(extension && { extension }) });
  const first = await browser.popupWithoutPage();
  await first.getByLabel("SIRET").fill("99990000400014");
  await first.getByRole("button", { name: "Choisir cette entreprise" }).click();
  await first.getByRole("tab", { name: "Sources" }).click();
  await first.locator("[data-source]").first().waitFor();
  await first.locator('[data-source][data-state="asking"]').first().waitFor({ state: "detached" });
  await first.close();
  await browser.context.addInitScript(() => {
    const drawn = new MutationObserver(() => {
      if (document.querySelector("[role=tab]") === null) return;
      drawn.disconnect();
      // Marked after the frame in which it is shown.
      requestAnimationFrame(() => setTimeout(() => performance.mark("ready")));
    });
    drawn.observe(document, { subtree: true, childList: true });
  });
  return browser;
}

interface Opening {
  readonly paint: number;
  readonly ready: number;
}

async function opened(popup: Page): Promise<Opening> {
  await popup.waitForFunction(() => performance.getEntriesByName("ready").length > 0);
  const at = (name: string) => popup.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN, name);
  const times = { paint: await at("first-contentful-paint"), ready: await at("ready") };
  await popup.close();
  return times;
}

const builds = [
  { name: "cette construction", browser: await prepared(), times: [] as Opening[] },
  ...(other === undefined ? [] : [{ name: other, browser: await prepared(other), times: [] as Opening[] }]),
];
for (let i = 0; i < openings; i++) for (const { browser, times } of builds) times.push(await opened(await browser.popupWithoutPage()));
for (const { browser } of builds) await browser.close();
await proxy.close();

const of = (times: readonly number[], share: number) => Math.round(shareOf(times, share));
for (const { name, times } of builds) {
  console.log(`| ${openings} ouvertures, ${name} | la meilleure | médiane | 95 % |\n|---|---|---|---|`);
  for (const [what, key] of [
    ["première image (ms)", "paint"],
    ["écran complet, prêt à agir (ms)", "ready"],
  ] as const) {
    const all = times.map((one) => one[key]);
    console.log(`| ${what} | ${of(all, 0)} | ${of(all, 0.5)} | ${of(all, 0.95)} |`);
  }
}
