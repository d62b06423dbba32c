/** Every state of the screen: no accessibility fault, usable by keyboard alone, readable at 200 %. */
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { chromiumPath } from "../../scripts/machine.ts";
import { faultsOf, TAGS } from "./accessibility.ts";
import { type Gallery, POPUP, SHOTS, startGallery } from "./gallery.ts";

let gallery: Gallery;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  gallery = await startGallery();
  browser = await chromium.launch({ executablePath: chromiumPath() ?? "", args: ["--no-sandbox"] });
  const context = await browser.newContext({ viewport: POPUP, reducedMotion: "reduce" });
  page = await context.newPage();
});
test.afterAll(async () => {
  await browser.close();
  await gallery.close();
});

for (const shot of SHOTS) {
  test(`${shot.name}: no accessibility fault, contrasts hold in the dark, nothing is cut sideways at 320 pixels`, async () => {
    await gallery.show(page, shot, "light");
    expect(await faultsOf(new AxeBuilder({ page }).withTags(TAGS))).toEqual([]);
    await page.setViewportSize({ width: 320, height: POPUP.height });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.setViewportSize(POPUP);
    expect(overflow).toBe(0);
    await gallery.show(page, shot, "dark");
    expect(await faultsOf(new AxeBuilder({ page }).withRules(["color-contrast"]))).toEqual([]);
  });
}

/** Letters are drawn with the project's own font; a machine that draws even those otherwise has other pictures. */
test.describe("each state looks as its stored picture", () => {
  let alike = false;
  test.beforeAll(async () => {
    await gallery.show(page, { name: "lettres", situation: "READY" }, "light");
    const letters = await page.locator("h1").screenshot();
    try {
      expect(letters).toMatchSnapshot("lettres.png", { maxDiffPixels: 0, threshold: 0 });
      alike = true;
    } catch {
      alike = false;
    }
  });
  for (const shot of SHOTS) {
    test(shot.name, async () => {
      test.skip(
        !alike,
        "Les lettres sont dessinées ici autrement que sur la machine des images de test/e2e/pictures : rien n'est comparé.",
      );
      await gallery.show(page, shot, "light");
      await expect(page).toHaveScreenshot(`${shot.name}.png`, { maxDiffPixelRatio: 0.005 });
    });
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

test("the pieces: those to act on first, filtered, an outdated one told apart from one that is missing", async () => {
  await gallery.show(page, { name: "pret-pieces", situation: "READY", tab: "pieces" }, "light");
  const held = page.locator("[data-piece]");
  const titles = () => held.locator(".title").allTextContents();
  expect((await titles()).slice(0, 2)).toEqual(["Certificat Qualibat 3192", "Certificat de congés payés et chômage intempéries"]);
  await expect(held).toHaveCount(8);
  await page.getByRole("radio", { name: "À traiter 2" }).click();
  await expect(held).toHaveCount(2);
  await page.getByRole("radio", { name: "Du coffre 0" }).click();
  await expect(page.getByText("Aucune pièce de cette sorte.")).toBeVisible();

  await expect(page.locator('[data-slot="qualibat"]')).toContainText("périmée");
  await expect(page.locator('[data-slot="qualibat"]')).toContainText("expirée depuis le 01/10/2026");
  await expect(page.locator('[data-slot="rcPro"]')).toContainText("manquante");
  await expect(page.locator('[data-slot="rcPro"]')).toContainText("À demander : Votre assureur");
});
