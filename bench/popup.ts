/**
 * How long the popup takes to open, in a real Chromium with every source known: to its first paint, and to a screen that answers the
 * person.
 * `node bench/popup.ts [openings] [folder of another build]`: with another build, each opening of one is followed by an opening of the
 * other, so that other work of the machine slows both down alike. Each is also told beside the floor, measured in turn with them.
 */
import type { Page } from "@playwright/test";
import { startBrowser } from "../test/e2e/browser.ts";
import { startProxyQuietly } from "../test/e2e/proxy.ts";
import { type Floor, floorOf, lineOf, withFloor } from "./floor.ts";

const openings = Number(process.argv[2] ?? 15);
const other = process.argv[3];
const proxy = await startProxyQuietly();

/** A browser whose company is chosen and whose answers are all there. */
async function prepared(name: string, folder?: string) {
  const build = await withFloor(folder);
  const browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: proxy.url, extension: build.folder });
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
  return { name, build, browser, times: [] as Opening[], floors: [] as Floor[] };
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

const builds = [await prepared("cette construction"), ...(other === undefined ? [] : [await prepared(other, other)])];
for (let i = 0; i < openings; i++) {
  for (const { browser, times, floors } of builds) {
    floors.push(await floorOf(browser));
    times.push(await opened(await browser.popupWithoutPage()));
  }
}
for (const { browser, build } of builds) {
  await browser.close();
  await build.remove();
}
await proxy.close();

for (const { name, times, floors } of builds) {
  console.log(`| ${openings} ouvertures, ${name} | la meilleure | médiane | 95 % | fois le plancher |\n|---|---|---|---|---|`);
  const floor = floors.map(({ shown }) => shown);
  console.log(lineOf("plancher : un paragraphe après une réponse (ms)", floor, floor));
  const paint = times.map((one) => one.paint);
  const ready = times.map((one) => one.ready);
  console.log(lineOf("première image (ms)", paint, floor));
  console.log(lineOf("écran complet, prêt à agir (ms)", ready, floor));
}
