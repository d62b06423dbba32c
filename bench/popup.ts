/**
 * How long the popup takes to open, in a real Chromium: to its first paint, and to a screen that answers the person, with every source
 * known. `node bench/popup.ts [openings]`
 */
import { startBrowser } from "../test/e2e/browser.ts";
import { startProxyQuietly } from "../test/e2e/proxy.ts";

const openings = Number(process.argv[2] ?? 15);
const proxy = await startProxyQuietly();
const browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: proxy.url });
const first = await browser.popupWithoutPage();
await first.getByLabel("SIRET").fill("99990000400014");
await first.getByRole("button", { name: "Choisir cette entreprise" }).click();
await first.getByRole("tab", { name: "Sources" }).click();
await first.locator("[data-source]").first().waitFor();
await first.locator('[data-source][data-state="asking"]').first().waitFor({ state: "detached" });
await first.close();

const paints: number[] = [];
const ready: number[] = [];
for (let i = 0; i < openings; i++) {
  const popup = await browser.popupWithoutPage();
  await popup.getByRole("tab", { name: "Sources" }).waitFor();
  paints.push(await popup.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN));
  ready.push(await popup.evaluate(() => performance.now()));
  await popup.close();
}
await browser.close();
await proxy.close();

const of = (times: number[], share: number) =>
  Math.round(times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? Number.NaN);
console.log(`| ${openings} ouvertures | médiane | 95 % |\n|---|---|---|`);
console.log(`| première image (ms) | ${of(paints, 0.5)} | ${of(paints, 0.95)} |`);
console.log(`| écran complet, prêt à agir (ms) | ${of(ready, 0.5)} | ${of(ready, 0.95)} |`);
