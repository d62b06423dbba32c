/** A person who installed only the extension: no server, no address; a name or a number, and the form is filled. */
import { expect, type Page, test } from "@playwright/test";
import { type Portal, startPortal } from "../portals/server.ts";
import { expectUsable } from "./accessibility.ts";
import { type ExtensionBrowser, HOSTS, startBrowser } from "./browser.ts";
import { expectScreensOffline, setOffline } from "./offline.ts";
import { type Registers, startRegisters } from "./registers.ts";

const SIRET = "99990000400014";
const OTHER = "99990100200009";
/** Looked up as a member of a group: the name of `OTHER` stays unknown until it is chosen. */
const MEMBER = { siret: "99990400600015", name: "BATI TREMPLIN" };
const NAME = "LUMIVERDE INGENIERIE";
const RETRAIT = "#ctl0_CONTENU_PAGE_FormulaireRetrait_";
/** Words that no person should have to see. */
const PLUMBING = /proxy|jeton|127\.0\.0\.1|localhost|:\d{4}\b/i;

let portal: Portal;
let registers: Registers;
let browser: ExtensionBrowser;

test.beforeAll(async () => {
  [portal, registers] = await Promise.all([startPortal(), startRegisters()]);
});
test.afterAll(async () => {
  await registers.close();
  await portal.close();
});
test.beforeEach(async () => {
  browser = await startBrowser({ portalUrl: portal.url, proxyUrl: null });
  // After this stop, the worker can load only scripts that the browser took at the installation.
  await browser.stopWorker();
  const [worker] = browser.context.serviceWorkers();
  if (worker !== undefined) await registers.answer(worker);
});
test.afterEach(() => browser.close());

/** The worker is stopped while a page's first question is before it: without any gesture, the next one is asked, and the page is read. */
async function stoppedWhileItDecides(visit: () => Promise<Page>): Promise<Page> {
  const [deciding] = browser.context.serviceWorkers();
  if (deciding === undefined) throw new Error("aucun service worker");
  await deciding.evaluate(() => {
    const never = () => {
      Object.assign(globalThis, { isAsked: true });
      return new Promise(() => {});
    };
    Object.assign(globalThis, { pliPretJudge: never });
  });
  const page = await visit();
  await expect.poll(() => deciding.evaluate(() => "isAsked" in globalThis)).toBe(true);
  expect(await browser.labelsRead(page.url())).toEqual([]);
  await browser.stopWorker();
  const [next] = browser.context.serviceWorkers();
  if (next !== undefined) await registers.answer(next);
  await expect.poll(async () => (await browser.labelsRead(page.url())).flat().length).toBeGreaterThan(0);
  return page;
}

const expectPlain = async (popup: Page) => expect(await popup.locator("#root").innerText()).not.toMatch(PLUMBING);

test("bare install: a name and Enter, the browser's own question, « Remplir »; no word of a server", async () => {
  const page = await stoppedWhileItDecides(() => browser.visit(HOSTS.place, "/place-retrait-dce.html"));
  // The icon is the first gesture.
  const popup = await browser.popupOf(page);
  await expect(popup.getByText("Annuaire des entreprises, INSEE")).toBeVisible();
  await expect(popup.getByText("Votre navigateur vous demandera de l'autoriser.")).toBeVisible();
  await expectPlain(popup);
  const field = popup.getByRole("combobox");
  await expect(field).toBeFocused();
  await popup.keyboard.type("lumiv");
  // A popup closes at each click in the page, where a name may have to be looked up: what was typed is there again, and the search too.
  await popup.reload();
  await expect(field).toHaveValue("lumiv");
  await expect(field).toBeFocused();
  await popup.keyboard.press("End");
  await popup.keyboard.type("erde");
  await expect(popup.getByRole("option", { name: NAME })).toHaveAttribute("aria-selected", "true");
  await popup.keyboard.press("Enter");
  // The browser's question cannot be answered from here; for a person it is one more gesture. The registers are named where it is asked
  // again.
  await expect(popup.locator('[data-card="allow"]')).toContainText("Annuaire des entreprises");
  const fill = popup.getByRole("button", { name: /^Remplir \d+ champ/ });
  await expect(fill).toBeEnabled();
  await expect(popup.getByText(/ont répondu/)).toBeVisible();
  await expectPlain(popup);
  // Used, it is kept no more.
  const kept = Object.entries(await popup.evaluate(() => chrome.storage.session.get(null))).filter(([key]) => key.startsWith("screen/"));
  expect(JSON.stringify(kept)).not.toContain("lumiverde");
  await fill.click();
  await expect(page.locator(`${RETRAIT}raisonSoc`)).toHaveValue(NAME);
  await expect(page.locator(`${RETRAIT}siren`)).toHaveValue(SIRET.slice(0, 9));
  for (const name of ["Pièces", "Sources"]) {
    await popup.getByRole("tab", { name }).click();
    await expectPlain(popup);
  }
  await expect(popup.getByText("Ces attestations ne sont pas publiques : déposez-les une fois")).toBeVisible();
  await expect(popup.getByText("pas d'accès")).toHaveCount(0);
  expect(registers.hosts().some((host) => host.startsWith("entreprise."))).toBe(false);
  await expectScreensOffline(browser, { tabId: await browser.tabIdOf(page), siret: SIRET, other: MEMBER });
  await popup.bringToFront();
  await expectUsableOffline(page, popup);
});

/** The network is cut, then back: what is known is filled again, another company is worked for, and its sources are asked by themselves later. */
async function expectUsableOffline(page: Page, popup: Page): Promise<void> {
  await setOffline(browser, true);
  await popup.getByRole("button", { name: /^Défaire/ }).click();
  await expect(page.locator(`${RETRAIT}raisonSoc`)).toHaveValue("");
  await popup.getByRole("button", { name: /^Remplir \d+ champ/ }).click();
  await expect(page.locator(`${RETRAIT}raisonSoc`)).toHaveValue(NAME);
  await popup.getByRole("button", { name: "Changer d'entreprise" }).click();
  const field = popup.getByRole("combobox");
  await field.fill("autre entreprise");
  await expect(popup.getByText("Pas de connexion à internet. Donnez le SIRET")).toBeVisible();
  await field.fill(OTHER);
  await field.press("Enter");
  const card = popup.locator('[data-card="outage"]');
  await expect(card).toContainText("Pas de connexion à internet");
  await expect(popup.getByText("Nom pas encore connu")).toBeVisible();
  await expectUsable(popup);
  await expectPlain(popup);
  await setOffline(browser, false);
  await expect(card).toHaveCount(0);
  await expect(popup.getByText("Nom pas encore connu")).toHaveCount(0);
}

test("a SIREN, a VAT number or a pasted line lead to the company; a foreign number is told what it is", async () => {
  const popup = await browser.popupWithoutPage();
  const field = popup.getByRole("combobox");
  for (const text of ["999 900 004", "FR50999900004"]) {
    await field.fill(text);
    await expect(popup.getByRole("option", { name: NAME })).toBeVisible();
  }
  await field.fill("DE 811 569 869");
  await expect(popup.getByText("établie à l'étranger (DE)")).toBeVisible();
  await field.fill("SIRET : 999 900 004 00014 RCS Brécourt");
  await field.press("Enter");
  await expect(popup.getByText("999 900 004 00014")).toBeVisible();
  await expect(popup.getByRole("tab", { name: "Sources" })).toBeVisible();
});
