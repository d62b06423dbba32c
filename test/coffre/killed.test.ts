/** The browser killed while documents are being kept: what is found again is whole, and all or none of what was dropped. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Laboratory, laboratory } from "./chromium.ts";

const COUNT = 40;
const SIZE = 400_000;
/** Milliseconds after the start: while documents are being written, around the end, after it. */
const DELAYS = [100, 200, 400];

let browser: Laboratory;
beforeAll(async () => {
  browser = await laboratory();
});
afterAll(() => browser.close());

test("nothing half kept, whenever it dies", { timeout: 60_000 }, async () => {
  let before = 0;
  for (const delay of DELAYS) {
    const { page, lab } = await browser.open();
    const killed = new Promise((resolve) => page.on("crash", resolve).on("close", resolve));
    void lab("keep", COUNT, SIZE).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, delay));
    const session = await page.context().browser()?.newBrowserCDPSession();
    void session?.send("Browser.crash").catch(() => undefined);
    await killed;

    const again = await browser.open();
    const found = await again.lab("audit");
    await again.context.close();
    expect([before, before + COUNT]).toContain(found.listed);
    expect(found).toMatchObject({ whole: found.listed, pieces: found.listed });
    before = found.listed;
  }
  const { lab } = await browser.open();
  await lab("keep", 1, SIZE);
  expect(await lab("audit")).toEqual({ listed: before + 1, whole: before + 1, pieces: before + 1, bytes: before + 1 });
});
