/** Checks that everybody can use a page: axe finds no fault, contrasts hold in the dark, nothing is cut in a narrow window. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What the page runs: the axe of the driver's own package. */
const AXE = readFileSync(createRequire(import.meta.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"), "utf8");
export const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Not among axe's own choice yet: what is seen of a control is in its name. */
const MORE = { "label-content-name-mismatch": { enabled: true } };
const NARROW = 320;

/**
 * Faults of the page, worded for the person who fixes them. What other origins draw in its frames is not checked.
 * @param look what is looked for, and where: all of axe's rules and all of the page without it
 */
export async function faultsOf(page: Page, look: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // axe is half a megabyte: it is not loaded again into a page that has it.
  const isThere = (await page.evaluate(() => "axe" in globalThis)) || (await loadAlone(page));
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: ";" } : {}) });
  // Passing checks are not listed: naming each element of the page takes longer than the checks.
  axe.options({ resultTypes: ["violations"], rules: MORE });
  // Otherwise axe opens another page to gather each frame's results.
  const { violations } = await look(axe).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/**
 * Loads axe by the browser's own command, which costs a sixth less of all that axe costs than an argument of half a megabyte. @returns false
 * in a page with frames, each of which is given its own by the driver
 */
async function loadAlone(page: Page): Promise<boolean> {
  if (page.frames().length > 1) return false;
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send("Runtime.evaluate", { expression: AXE });
  await session.detach();
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return true;
}

/** Waits until no colour is in transition. Endless animations go on. */
export async function settleColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

/**
 * Checks the page in light and in dark, then at 320 pixels wide. What another program draws in a frame is not ours. The states of every screen
 * are checked so in `screens.e2e.ts`: here, a page of the built extension once, and states that the gallery has not.
 */
export async function expectUsable(page: Page): Promise<void> {
  // Besides frames, the library's announcements are left out: they stay for some seconds, and nobody can reach them.
  const ours = (axe: AxeBuilder) => axe.exclude("iframe").exclude("[data-live-announcer]");
  expect(await faultsOf(page, (axe) => ours(axe).withTags(TAGS))).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await settleColours(page);
  expect(await faultsOf(page, (axe) => ours(axe).withRules(["color-contrast"]))).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  const size = page.viewportSize();
  await page.setViewportSize({ width: NARROW, height: 700 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);
  if (size !== null) await page.setViewportSize(size);
}
