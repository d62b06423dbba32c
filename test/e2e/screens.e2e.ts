/** Every state of the screen: no accessibility fault, usable by keyboard alone, readable at 200 %. */
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { chromiumPath } from "../../scripts/machine.ts";
import { type Gallery, SHOTS, startGallery } from "./gallery.ts";

let gallery: Gallery;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  gallery = await startGallery();
  browser = await chromium.launch({ executablePath: chromiumPath() ?? "", args: ["--no-sandbox"] });
  const context = await browser.newContext({ viewport: { width: 440, height: 600 }, reducedMotion: "reduce" });
  page = await context.newPage();
});
test.afterAll(async () => {
  await browser.close();
  await gallery.close();
});

test("no accessibility fault in any state", async () => {
  for (const shot of SHOTS) {
    await gallery.show(page, shot, "light");
    const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
    expect(await faultsOf(axe), shot.name).toEqual([]);
  }
});

test("contrasts hold in the dark too", async () => {
  for (const shot of SHOTS) {
    await gallery.show(page, shot, "dark");
    expect(await faultsOf(new AxeBuilder({ page }).withRules(["color-contrast"])), shot.name).toEqual([]);
  }
});

test("everything is reached by keyboard, and the focus is seen", async () => {
  await gallery.show(page, { name: "pret", situation: "READY" }, "light");
  const names: string[] = [];
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const marked = element.closest("label") ?? element;
      const box = marked.querySelector(".box") ?? element;
      const style = getComputedStyle(box);
      return { name: element.getAttribute("aria-label") ?? element.textContent ?? "", outlined: style.outlineStyle !== "none" };
    });
    if (focused === null) break;
    expect(focused.outlined, focused.name).toBe(true);
    names.push(focused.name.trim());
  }
  expect(names[0]).toBe("Changer d'entreprise");
  expect(names).toContain("Remplir 7 champs");
  expect(names).toContain("Remplir Dénomination sociale");
});

test("in a panel of 320 pixels, or at 200 %, nothing is cut sideways", async () => {
  await page.setViewportSize({ width: 320, height: 600 });
  for (const shot of SHOTS) {
    await gallery.show(page, shot, "light");
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, shot.name).toBe(0);
  }
  await page.setViewportSize({ width: 440, height: 600 });
});

async function faultsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
