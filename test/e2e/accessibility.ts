/** What makes a page usable by all: nothing that axe finds at fault, contrasts in the dark, nothing cut sideways in a narrow window. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Not among axe's own choice yet: what is seen of a control is in its name. */
const MORE = { "label-content-name-mismatch": { enabled: true } };
const NARROW = 320;

/**
 * Faults of the page, as a person repairing them reads them. What other origins draw in its frames is not looked at.
 * @param look what is looked for, and where: all of axe's rules and all of the page without it
 */
export async function faultsOf(page: Page, look: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // Its half megabyte is read twice at each look: not where it has been read already.
  const isThere = await page.evaluate(() => "axe" in globalThis);
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: ";" } : {}) });
  // What passes is not listed: naming each element of the page takes longer than the looking.
  axe.options({ resultTypes: ["violations"], rules: MORE });
  // Otherwise axe opens another page to gather each frame's results.
  const { violations } = await look(axe).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** Colours on their way to others are nobody's: waits until none is. What turns without end is left turning. */
export async function settleColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

/** The page as it stands, in light and in dark, then 320 pixels wide. What another program draws in a frame is not ours. */
export async function expectUsable(page: Page): Promise<void> {
  // Beside frames: the library's announcements, which outlive for some seconds what they name, and which nobody can reach.
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
