/** Every state of the screen: no accessibility fault, usable by keyboard alone, readable at 200 %. */
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { pagesChromiumPath } from "../../scripts/machine.ts";
import { faultsOf, TAGS } from "./accessibility.ts";
import { type Gallery, POPUP, SHOTS, startGallery } from "./gallery.ts";

let gallery: Gallery;
let browser: Browser;
let page: Page;
let alike: boolean;

test.beforeAll(async () => {
  gallery = await startGallery();
  // Draws letters with the edges that the full browser draws.
  const args = ["--no-sandbox", "--font-render-hinting=slight"];
  browser = await chromium.launch({ executablePath: pagesChromiumPath() ?? "", args });
  const context = await browser.newContext({ viewport: POPUP, reducedMotion: "reduce" });
  page = await context.newPage();
  alike = await drawsAlike();
});
test.afterAll(async () => {
  await browser.close();
  await gallery.close();
});

/** Text uses the project's own font; a machine that draws even that differently would have other pictures. */
async function drawsAlike(): Promise<boolean> {
  await gallery.show(page, { name: "lettres", situation: "READY" }, "light");
  const letters = await page.locator("h1").screenshot();
  try {
    expect(letters).toMatchSnapshot("lettres.png", { maxDiffPixels: 0, threshold: 0 });
    return true;
  } catch {
    return false;
  }
}

test("letters are drawn here as in the stored pictures, so that these are compared", () => {
  test.skip(!alike, "Les lettres sont dessinées ici autrement que sur la machine des images de test/e2e/pictures : rien n'est comparé.");
});

for (const shot of SHOTS) {
  test(`${shot.name}: as its stored picture, no accessibility fault, contrasts hold in the dark, nothing is cut at 320 pixels`, async () => {
    await gallery.show(page, shot, "light");
    if (alike) await expect.soft(page).toHaveScreenshot(`${shot.name}.png`, { maxDiffPixelRatio: 0.005 });
    expect(await faultsOf(page, (axe) => axe.withTags(TAGS))).toEqual([]);
    await gallery.darken(page);
    expect(await faultsOf(page, (axe) => axe.withRules(["color-contrast"]))).toEqual([]);
    await page.setViewportSize({ width: 320, height: POPUP.height });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
  });
}

test("everything is reached by keyboard, and the focus is seen", async () => {
  await gallery.show(page, { name: "pret", situation: "READY" }, "light");
  const names: string[] = [];
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const marked = element.closest("label") ?? element;
      const box = marked.querySelector(".box") ?? element;
      const style = getComputedStyle(box);
      return { name: element.getAttribute("aria-label") ?? element.textContent ?? "", outlined: style.outlineStyle !== "none" };
    });
    if (focused === null) continue;
    expect(focused.outlined, focused.name).toBe(true);
    names.push(focused.name.trim());
  }
  // Enter fills: the main action has the focus when the screen opens.
  expect(names[0]).toBe("Joindre 5 pièces");
  expect(names).toContain("Changer d'entreprise");
  expect(names).toContain("Remplir Dénomination sociale : ATELIER DES TOITS CLAIRS");
  // Tab stops once per list, whatever its length; the arrows move inside it.
  const round = names.slice(0, names.indexOf("Joindre 5 pièces", 1));
  expect(round.filter((name) => name.startsWith("Remplir "))).toHaveLength(2);
});

test("the arrows walk a list, a line is excluded and corrected by keys, and the focus comes back", async () => {
  await gallery.show(page, { name: "pret", situation: "READY" }, "light");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Remplir 7 champs");
  await page.getByRole("checkbox", { name: /^Remplir Dénomination/ }).focus();
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toMatch(/^Remplir Numéro SIRET/);
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Remplir 6 champs" })).toBeVisible();
  await page.keyboard.press("Tab");
  expect(await focused()).toMatch(/^Changer la valeur de Numéro SIRET.*INSEE, 24\/11\/2026$/);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Votre valeur")).toBeFocused();
  await page.keyboard.press("Escape");
  expect(await focused()).toMatch(/^Changer la valeur de Numéro SIRET/);
  // Opened again, it begins from the value, not from what was left.
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Votre valeur")).toHaveValue("90000001900019");
});

test("an establishment that cannot bid: Enter leads to the one that can, not to filling the form with the closed one", async () => {
  await gallery.show(page, { name: "etablissement-ferme", situation: "BLOCKED" }, "light");
  await expect(page.getByRole("button", { name: /^Utiliser le 900 000 027 00012/ })).toBeFocused();
});

/** Real sizes of a popup and a panel: full, of a laptop at 125 %, of a browser at 150 and 200 %, and the panel's own. */
const SIZES = [
  [440, 600, 9],
  [470, 526, 6],
  [450, 400, 0],
  [400, 300, 0],
  [360, 593, 6],
  [320, 600, 6],
] as const;
for (const [width, height, rows] of SIZES) {
  test(`60 fields and 40 slots at ${width} by ${height}: nothing but the list scrolls, the main action stays, ${rows} lines in view`, async () => {
    await gallery.show(page, { name: "beaucoup", situation: "MANY", width, height }, "light");
    const view = () =>
      page.evaluate(() => {
        const bar = document.querySelector(".action-bar .main")?.getBoundingClientRect();
        const top = document.querySelector("[role=tablist]")?.getBoundingClientRect().bottom ?? 0;
        const bottom = document.querySelector(".action-bar")?.getBoundingClientRect().top ?? 0;
        const lines = [...document.querySelectorAll(".field-row")].map((line) => line.getBoundingClientRect());
        return {
          height: document.documentElement.scrollHeight,
          width: document.documentElement.scrollWidth,
          moved: window.scrollY,
          barEnd: bar?.bottom ?? Number.NaN,
          barHeight: bar?.height ?? Number.NaN,
          lines: lines.filter((line) => line.top >= top && line.bottom <= bottom).length,
        };
      });
    const first = await view();
    expect(first.lines).toBeGreaterThanOrEqual(rows);
    await page.locator(".field-row .checkbox").last().click();
    await page.keyboard.press("Tab");
    const after = await view();
    for (const one of [first, after]) {
      expect(one).toMatchObject({ height, width, moved: 0 });
      expect(one.barEnd).toBeLessThanOrEqual(height);
      expect(one.barHeight).toBeLessThan(45);
    }
  });
}

test("colours taken away, what is ticked and what is not still differ; motion refused, nothing turns", async () => {
  await gallery.show(page, { name: "collecte", situation: "COLLECTING" }, "light");
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  const box = page.locator(".field-row .checkbox").first();
  const drawn = () => box.locator("svg").evaluate((tick) => getComputedStyle(tick).visibility);
  expect(await drawn()).toBe("visible");
  await box.click();
  expect(await drawn()).toBe("hidden");
  await page.locator("[role=tab][id$=-sources]").click();
  expect(
    await page
      .locator(".spinning")
      .first()
      .evaluate((one) => getComputedStyle(one).animationName),
  ).toBe("none");
  await page.emulateMedia({ forcedColors: "none" });
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
  await expect(page.locator('[data-slot="rcPro"]')).toContainText("à déposer");
  await expect(page.locator('[data-slot="rcPro"]')).toContainText("À télécharger : Votre assureur");
});

test("an account's page that is a form: nothing is said to be for the person to fill, and what differs comes first, shown", async () => {
  await gallery.show(page, { name: "compte-formulaire", situation: "ACCOUNT_FORM", height: 900 }, "light");
  const differences = page.locator(".differences");
  await expect(differences.getByText("118 bis avenue du Maréchal Foch")).toBeVisible();
  await expect(page.getByText("À vous de remplir")).toHaveCount(0);
  const stands = page.getByRole("heading", { name: /^Déjà écrits dans la page/ });
  const [above, below] = [await differences.boundingBox(), await stands.boundingBox()];
  expect(above?.y).toBeLessThan(below?.y ?? 0);
});

test("Mes consultations: a search that finds nothing does not say that nothing is coming", async () => {
  await gallery.show(page, { name: "attribution", situation: "AWARDED", page: "consultations", width: 900, height: 1_500 }, "light");
  await page.getByLabel(/^Chercher/).fill("mots introuvables");
  await expect(page.getByText("Aucune consultation ne contient ces mots.")).toBeVisible();
  await expect(page.getByText("Rien à venir.")).toHaveCount(0);
});

test("Mes consultations: a search loses nothing of what is being typed in a line", async () => {
  await gallery.show(page, { name: "attribution", situation: "AWARDED", page: "consultations", width: 900, height: 1_500 }, "light");
  const search = page.getByLabel(/^Chercher/);
  await page.getByRole("button", { name: "Ajouter un sous-traitant" }).click();
  const name = page.getByLabel("Son nom");
  await name.fill("COUVREURS DU LAC");
  await search.fill("mots introuvables");
  await expect(name).toHaveValue("COUVREURS DU LAC");
  await search.fill("");
  await expect(name).toHaveValue("COUVREURS DU LAC");
});
