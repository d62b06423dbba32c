/**
 * What the person does and sees: gestures from a bare install to a filled form, keys of a whole candidature, lines in view. A click on the
 * toolbar's icon and one on the browser's own question are counted, though no script makes them. `node bench/gestures.ts`
 */
import { chromium, type Page } from "@playwright/test";
import { chromiumPath } from "../scripts/machine.ts";
import { HOSTS, sendFrom, startBrowser } from "../test/e2e/browser.ts";
import { startGallery } from "../test/e2e/gallery.ts";
import { candidatureByKeys } from "../test/e2e/keys.ts";
import { startProxyQuietly } from "../test/e2e/proxy.ts";
import { startRegisters } from "../test/e2e/registers.ts";
import { startPortal } from "../test/portals/server.ts";

const ICON = 1;
const BROWSER_ASKS = 1;
const SHORTCUT = 1;
const portal = await startPortal();
const rows: (readonly [string, string])[] = [];

/** Presses keys and counts them; typed letters are not counted here. */
function keysOf(page: Page): { readonly press: (key: string) => Promise<void>; readonly count: () => number } {
  let count = 0;
  return {
    press: async (key) => {
      count += 1;
      await page.keyboard.press(key);
    },
    count: () => count,
  };
}

const filled = (popup: Page) =>
  popup
    .locator(".action-bar .said")
    .filter({ hasText: /rempli/ })
    .waitFor();

async function bareInstall(): Promise<void> {
  const registers = await startRegisters();
  const browser = await startBrowser({ portalUrl: portal.url, proxyUrl: null });
  const [worker] = browser.context.serviceWorkers();
  if (worker !== undefined) await registers.answer(worker);
  const popup = await browser.popupOf(await browser.visit(HOSTS.place, "/place-retrait-dce.html"));
  const keys = keysOf(popup);
  await popup.getByRole("combobox").waitFor();
  await popup.keyboard.type("lumiverde");
  await popup.getByRole("option").first().waitFor();
  await keys.press("Enter");
  await popup.getByRole("button", { name: /^Remplir \d+ champs?$/ }).click();
  await filled(popup);
  rows.push(["installation nue, de l'icône au formulaire rempli", `${ICON + BROWSER_ASKS + 1} clics, ${keys.count()} touche et le nom`]);
  await browser.close();
  await registers.close();
}

async function wholeCandidature(): Promise<void> {
  const proxy = await startProxyQuietly();
  const browser = await startBrowser({ portalUrl: portal.url, proxyUrl: proxy.url });
  const first = await browser.popupWithoutPage();
  await sendFrom(first, "chooseCompany", { siret: "99990000400014" });
  await first.close();
  // Opened at once, as people do: a source is still silent when all is done.
  const held = Promise.withResolvers<void>();
  proxy.simulator?.fault("chiffres_affaires", { kind: "held", until: held.promise });
  const form = await browser.visit(HOSTS.passeMarche, "/passe-marche-candidature.html");
  const number = await candidatureByKeys(await browser.popupOf(form));
  rows.push([
    "candidature entière, au clavier, pendant que les sources répondent : ouverte, contact donné, remplie, pièces jointes",
    `${SHORTCUT + number} touches et le contact`,
  ]);
  held.resolve();
  proxy.simulator?.clearFaults();
  await browser.closePages();
  const page = await browser.visit(HOSTS.passeMarche, "/passe-marche-candidature.html");
  const before = await browser.popupOf(page);
  await before.getByText(/\d+ sources ont répondu/).waitFor({ timeout: 60_000 });
  await before.close();
  const popup = await browser.popupOf(page);
  const keys = keysOf(popup);
  await popup.locator(".action-bar .main:focus").waitFor();
  await keys.press("Enter");
  await filled(popup);
  await popup.locator(".action-bar .main:focus").waitFor();
  await keys.press("Enter");
  await popup.locator(".action-bar .said").filter({ hasText: /joint/ }).waitFor({ timeout: 60_000 });
  rows.push(["candidature déjà connue, au clavier : remplie et ses pièces jointes", `${keys.count()} touches après l'ouverture`]);
  await browser.close();
  await proxy.close();
}

async function linesInView(): Promise<void> {
  const gallery = await startGallery();
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? "", args: ["--no-sandbox"] });
  const page = await browser.newPage();
  for (const [width, height] of [
    [440, 600],
    [360, 593],
    [320, 600],
  ] as const) {
    await gallery.show(page, { name: "beaucoup", situation: "MANY", width, height }, "light");
    const seen = await page.evaluate(() => {
      const bottom = document.querySelector(".action-bar")?.getBoundingClientRect().top ?? 0;
      const boxes = [...document.querySelectorAll(".field-row")].map((row) => row.getBoundingClientRect());
      return boxes.filter((box) => box.top >= 0 && box.bottom <= bottom).length;
    });
    rows.push([`lignes entières en vue à ${width} × ${height}`, String(seen)]);
  }
  await browser.close();
  await gallery.close();
}

await bareInstall();
await wholeCandidature();
await linesInView();
await portal.close();
console.log("| mesure | valeur |\n|---|---|");
for (const [what, value] of rows) console.log(`| ${what} | ${value} |`);
