/** The browser is killed while documents are kept or imported: those found again are complete, and all or none of those added are there. */
import type { Page } from "@playwright/test";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Laboratory, laboratory } from "./chromium.ts";

const COUNT = 24;
const SIZE = 200_000;
/** Milliseconds after the start: while documents are being written, and around the end. */
const DELAYS = [60, 200];

let browser: Laboratory;
beforeEach(async () => {
  browser = await laboratory();
});
afterEach(() => browser.close());

async function kill(page: Page): Promise<void> {
  const killed = new Promise((resolve) => page.on("crash", resolve).on("close", resolve));
  const session = await page.context().browser()?.newBrowserCDPSession();
  void session?.send("Browser.crash").catch(() => undefined);
  await killed;
}

test("nothing is kept in part, whenever the browser dies", async () => {
  let before = 0;
  for (const delay of DELAYS) {
    const { page, lab } = await browser.open();
    void lab("keep", COUNT, SIZE).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, delay));
    await kill(page);

    const again = await browser.open();
    const found = await again.lab("audit");
    await again.context.close();
    expect([before, before + COUNT]).toContain(found.listed);
    expect(found).toMatchObject({ whole: found.listed, pieces: found.listed });
    before = found.listed;
  }
  const { lab, context } = await browser.open();
  await lab("keep", 1, SIZE);
  expect(await lab("audit")).toEqual({ listed: before + 1, whole: before + 1, pieces: before + 1, bytes: before + 1 });
  await context.close();
});

test("nothing is imported in part, whenever the browser dies, and a second import brings everything", async () => {
  const first = await browser.open();
  await first.lab("keep", COUNT, SIZE);
  void first.lab("transfer").catch(() => undefined);
  // Some documents are written, and more are to come.
  await first.lab("imported", COUNT / 4);
  await kill(first.page);

  const { lab, context } = await browser.open();
  const found = await lab("audit", "coffre-2");
  expect([0, COUNT]).toContain(found.listed);
  expect(found).toMatchObject({ whole: found.listed, pieces: found.listed });
  expect(await lab("transfer")).toMatchObject({ outcome: { state: "imported", pieces: COUNT - found.listed } });
  expect(await lab("audit", "coffre-2")).toEqual({ listed: COUNT, whole: COUNT, pieces: COUNT, bytes: COUNT });
  await context.close();
});
