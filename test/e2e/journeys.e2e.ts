/**
 * What a bidder does with one form, in a real Chromium: fill and undo, review and exclude, a missing piece, two tabs at once, the menu, the
 * panel.
 */
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import type { RunningProxy } from "../../proxy/start.ts";
import { type Portal, startPortal } from "../portals/server.ts";
import { expectUsable } from "./accessibility.ts";
import { type ExtensionBrowser, HOSTS, sendFrom, startBrowser } from "./browser.ts";
import { candidatureByKeys } from "./keys.ts";
import { startProxyQuietly } from "./proxy.ts";

const SIRET = "99990000400014";
const NAME = "LUMIVERDE INGENIERIE";
const RETRAIT = "#ctl0_CONTENU_PAGE_FormulaireRetrait_";
const PLACE = { host: HOSTS.place, path: "/place-retrait-dce.html" };
const PASSE_MARCHE = { host: HOSTS.passeMarche, path: "/passe-marche-candidature.html" };

let portal: Portal;
let proxy: RunningProxy;
let browser: ExtensionBrowser;

test.beforeAll(async () => {
  [portal, proxy] = await Promise.all([startPortal(), startProxyQuietly()]);
  browser = await startBrowser({ portalUrl: portal.url, proxyUrl: proxy.url });
  const asker = await browser.asker();
  await sendFrom(asker, "chooseCompany", { siret: SIRET });
  await asker.close();
});
test.afterAll(async () => {
  await browser.close();
  await proxy.close();
  await portal.close();
});
test.afterEach(() => browser.closePages());

/** A page of the portal and its popup, once the sources have answered. */
async function openForm({ host, path }: typeof PLACE | typeof PASSE_MARCHE): Promise<{ page: Page; popup: Page }> {
  const page = await browser.visit(host, path);
  const popup = await browser.popupOf(page);
  await expect(popup.getByRole("button", { name: /^Remplir \d+ champ/ })).toBeEnabled();
  await expect(popup.getByText(/\d+ sources ont répondu/)).toBeVisible();
  return { page, popup };
}

const fill = (popup: Page) => popup.getByRole("button", { name: /^Remplir \d+ champ/ }).click();
const said = (popup: Page) => popup.locator(".action-bar .said").filter({ hasText: /rempli|remis/ });
const valuesOf = (page: Page) =>
  page
    .locator("input:visible:not([type=submit]), select:visible")
    .evaluateAll((all) =>
      all.map((one) => (one instanceof HTMLInputElement && one.type !== "text" ? one.checked : (one as HTMLInputElement).value)),
    );

/** The whole content of the file in which the person saves the page without its values. */
async function savedFrom(popup: Page): Promise<string> {
  await popup.getByRole("button", { name: "Enregistrer cette page" }).click();
  const saving = popup.waitForEvent("download");
  await popup.getByRole("button", { name: "Enregistrer le fichier sans valeurs" }).click();
  const file = await (await saving).path();
  return Object.values(unzipSync(await readFile(file)))
    .map((bytes) => strFromU8(bytes))
    .join("\n");
}

test("fill, then undo: the page stands as it was, what the person typed included; over plain http or in a sandbox nothing is", async () => {
  const plain = await browser.context.newPage();
  await plain.goto(`http://${PLACE.host}${PLACE.path}`);
  await expect(plain.locator(`${RETRAIT}raisonSoc`)).toBeVisible();
  const { page, popup } = await openForm(PLACE);
  const read = await popup.evaluate(async () => Object.entries(await chrome.storage.session.get(null)));
  const urls = read.flatMap(([key, tab]) => (key.startsWith("tab/") ? [tab?.frames?.[0]?.url] : []));
  expect(urls).toEqual([page.url()]);
  // A sandboxed frame of a portal shows other people's content: a mail, a document that a buyer sent.
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-forms allow-scripts");
    frame.srcdoc = "<h1>Dossier de candidature</h1><form><label>Raison sociale <input></label><label>SIRET <input></label></form>";
    document.body.prepend(frame);
  });
  const sandboxed = page.frameLocator("iframe[sandbox]").getByLabel("SIRET");
  await expect(sandboxed).toBeVisible();
  await page.locator(`${RETRAIT}ville`).fill("Saint-Essai");
  await page.locator(`${RETRAIT}ville`).blur();
  const before = await valuesOf(page);
  await fill(popup);
  await expect(said(popup)).toContainText("champs remplis");
  await expect(page.locator(`${RETRAIT}raisonSoc`)).toHaveValue(NAME);
  await expect(page.locator(`${RETRAIT}siren`)).toHaveValue(SIRET.slice(0, 9));
  await expect(page.locator(`${RETRAIT}siret`)).toHaveValue(SIRET.slice(9));
  await expect(page.locator(`${RETRAIT}ville`)).toHaveValue("Saint-Essai");
  await expect(sandboxed).toHaveValue("");
  const saved = await savedFrom(popup);
  for (const kept of ["Raison sociale", `id="${RETRAIT.slice(1)}siren"`]) expect(saved).toContain(kept);
  for (const value of [...NAME.split(" "), SIRET.slice(0, 9), SIRET.slice(9), "Essai"])
    expect(saved.toUpperCase()).not.toContain(value.toUpperCase());
  await popup.getByRole("button", { name: "Défaire" }).click();
  await expect(said(popup)).toContainText("comme avant");
  expect(await valuesOf(page)).toEqual(before);
});

test("review: one line excluded, one corrected; the correction is remembered on this portal only", async () => {
  const { page, popup } = await openForm(PLACE);
  const line = (field: string) => popup.locator(`[data-field="${field}"]`);
  await expect(line("raisonSociale")).toContainText("INSEE");
  await line("codePostal").getByRole("checkbox").press("Space");
  await expect(line("codePostal").getByRole("checkbox")).not.toBeChecked();
  // A popup closes at each click in the page: what was excluded stays so.
  await popup.reload();
  await expect(line("codePostal").getByRole("checkbox")).not.toBeChecked();
  await line("raisonSociale")
    .getByRole("button", { name: /^Changer/ })
    .click();
  await popup.getByLabel("Votre valeur").fill("LUMIVERDE (agence de l'Essai)");
  await popup.getByRole("button", { name: "Utiliser ici" }).click();
  await expect(line("raisonSociale")).toContainText("Vous");
  await fill(popup);
  await expect(said(popup)).toContainText("champs remplis");
  await expect(page.locator(`${RETRAIT}raisonSoc`)).toHaveValue("LUMIVERDE (agence de l'Essai)");
  await expect(page.locator(`${RETRAIT}cp`)).toHaveValue("");

  await page.close();
  const again = await openForm(PLACE);
  await expect(again.popup.locator('[data-field="raisonSociale"]')).toContainText("LUMIVERDE (agence de l'Essai)");
  const elsewhere = await openForm(PASSE_MARCHE);
  await expect(elsewhere.popup.locator('[data-field="raisonSociale"]')).toContainText(NAME);
});

/** « Cet emplacement demande… »: the slot asks what the person says, then again what was read. */
async function nameAnother(popup: Page, said: string): Promise<void> {
  const slot = popup.locator("[data-slot]").filter({ hasText: said }).first();
  const pen = slot.getByRole("button", { name: /cet emplacement demande autre chose/ });
  const before = (await slot.getAttribute("data-slot")) ?? "";
  await pen.click();
  await popup.getByLabel("Cet emplacement demande…").fill("bilan");
  // What is begun is still there when the popup opens again.
  await popup.reload();
  await expect(popup.getByRole("textbox", { name: "Cet emplacement demande…" })).toHaveValue("bilan");
  await slot.getByRole("list", { name: "Cet emplacement demande…" }).getByRole("button").first().click();
  await expect(slot).toHaveAttribute("data-slot", "bilans");
  await pen.click();
  await expect(slot).toContainText("vous l'avez dit pour ce formulaire");
  await slot.getByRole("button", { name: "Oublier ce que j'en ai dit" }).click();
  await expect(slot).toHaveAttribute("data-slot", before);
}

test("a whole candidature in fewer than 15 keys, opened while sources answer; what comes later goes in, a missing piece is one gesture away", async () => {
  const held = Promise.withResolvers<void>();
  // One that keeps no answer of the tests before, which it would give at once.
  const own = await startProxyQuietly();
  const asker = await browser.startAgain(own.url);
  own.simulator?.fault("chiffres_affaires", { kind: "held", until: held.promise });
  await sendFrom(asker, "chooseCompany", { siret: SIRET });
  const page = await browser.visit(PASSE_MARCHE.host, PASSE_MARCHE.path);
  await asker.close();
  const popup = await browser.popupOf(page);
  const turnover = popup.locator('[data-field="chiffreAffairesN2"]');
  await expect(turnover).toContainText("en attente");
  await expect(popup.getByText("Non trouvés")).toHaveCount(0);
  // Counts the key that opens the extension too.
  expect(1 + (await candidatureByKeys(popup))).toBeLessThan(15);
  // A line that an answer takes to another list keeps the focus.
  const opener = turnover.getByRole("button", { name: /^Changer/ });
  await opener.focus();
  held.resolve();
  own.simulator?.clearFaults();
  await expect(turnover).toHaveAttribute("data-status", "filled");
  await expect(opener).toBeFocused();
  await expect(popup.getByText(/\d+ sources ont répondu/)).toBeVisible();
  await popup.getByRole("tab", { name: "Pièces" }).click();
  const missing = popup.locator('[data-slot="rcPro"], [data-slot="assurance"]').filter({ hasText: "à déposer" }).first();
  await expect(missing).toContainText("À télécharger : Votre assureur");
  await nameAnother(popup, (await missing.locator(".title").textContent()) ?? "");
  const opened = browser.context.waitForEvent("page");
  await missing.getByRole("button", { name: "Ajouter le document" }).click();
  await expect((await opened).locator("#root")).toContainText(/coffre/i);
  // The tests after this one ask the other proxy.
  await sendFrom(popup, "chooseService", { kind: "proxy", url: proxy.url });
  await own.close();
});

test("two tabs on two consultations: each its own title and its own undo", async () => {
  const one = await openForm(PLACE);
  const other = await openForm(PASSE_MARCHE);
  await expect(one.popup.getByRole("heading", { level: 1 })).toContainText("restaurant scolaire");
  await expect(other.popup.getByRole("heading", { level: 1 })).toContainText("toitures");
  await Promise.all([fill(one.popup), fill(other.popup)]);
  await expect(said(one.popup)).toContainText("champs remplis");
  await expect(said(other.popup)).toContainText("champs remplis");
  await other.popup.getByRole("button", { name: "Défaire" }).click();
  await expect(said(other.popup)).toContainText("comme avant");
  await expect(other.page.getByLabel("Dénomination sociale")).toHaveValue("");
  await expect(one.page.locator(`${RETRAIT}siren`)).toHaveValue(SIRET.slice(0, 9));
  await expect(one.popup.getByRole("button", { name: "Défaire" })).toBeVisible();

  const list = await browser.popupWithoutPage();
  await list.goto(`${browser.origin}/consultations.html`);
  const rows = list.locator(".kept-consultation");
  await expect(rows.filter({ hasText: "restaurant scolaire" })).toContainText(/champs? remplis? le/);
  await expect(rows.filter({ hasText: "toitures" })).toBeAttached();
  await list.getByLabel("Chercher une référence, un objet, un acheteur, un lot").fill("RESTAURANT");
  await expect(rows).toHaveCount(1);
  const saving = list.waitForEvent("download");
  await list.getByRole("button", { name: "Exporter les échéances (.ics)" }).click();
  expect(await readFile(await (await saving).path(), "utf8")).toContain("BEGIN:VCALENDAR\r\nVERSION:2.0");
  await expectUsable(list);
  await rows.getByRole("button", { name: /^Archiver/ }).press("Enter");
  await expect(list.getByRole("button", { name: "Annuler" })).toBeFocused();
  await expect(rows.getByRole("button", { name: /^Sortir des archives/ })).toBeVisible();
});

/** A page of the portal in a window of its own, and its tab. */
async function openApart(asker: Page, path: string): Promise<{ page: Page; tabId: number }> {
  const opened = browser.context.waitForEvent("page");
  await asker.evaluate((url) => chrome.windows.create({ url }).then(() => undefined), `https://${HOSTS.passeMarche}${path}`);
  const page = await opened;
  await page.waitForURL(/passe-marche/);
  return { page, tabId: await browser.tabIdOf(page) };
}

test("two windows on one portal: what is filled, attached and undone in one never reaches the other", async () => {
  const asker = await browser.asker();
  const [one, other] = [await openApart(asker, `${PASSE_MARCHE.path}?1`), await openApart(asker, `${PASSE_MARCHE.path}?2`)];
  const windows = await asker.evaluate(async () => new Set((await chrome.tabs.query({})).map(({ windowId }) => windowId)).size);
  expect(windows).toBe(3);
  const show = (tabId: number) => sendFrom(asker, "show", { tabId });
  const isReady = async ({ tabId }: typeof one) => (await show(tabId)).slots.some(({ status }) => status === "ready");
  for (const each of [one, other]) await expect.poll(() => isReady(each)).toBe(true);
  const filesOf = (page: Page) => page.locator(".fichier").allTextContents();
  const standing = async (page: Page) => ({ values: await valuesOf(page), files: await filesOf(page) });
  const untouched = await standing(other.page);

  await sendFrom(asker, "fill", { tabId: one.tabId, except: [], accepted: [] });
  const ready = (await show(one.tabId)).slots.filter(({ status }) => status === "ready");
  const choices = ready.map(({ frameId, id, proposed }) => ({ frameId, id, pieces: proposed, made: [] }));
  await sendFrom(asker, "attach", { tabId: one.tabId, choices });
  await expect(one.page.getByLabel("Dénomination sociale")).toHaveValue(NAME);
  const filled = await standing(one.page);
  expect(filled.files).not.toEqual([]);
  expect(await standing(other.page)).toEqual(untouched);

  await sendFrom(asker, "fill", { tabId: other.tabId, except: [], accepted: [] });
  await sendFrom(asker, "undo", { tabId: one.tabId });
  // Only the portal's own page can remove what it has received.
  expect(await standing(one.page)).toEqual({ values: untouched.values, files: filled.files });
  await expect(other.page.getByLabel("Dénomination sociale")).toHaveValue(NAME);
  await sendFrom(asker, "undo", { tabId: other.tabId });
  expect(await standing(other.page)).toEqual(untouched);
});

test("the browser's menu fills the field it was opened on, says where from, and is undone", async () => {
  const { page, popup } = await openForm(PLACE);
  const field = page.locator(`${RETRAIT}fax`);
  await page.bringToFront();
  await field.click({ button: "right" });
  await browser.chooseInMenu(await browser.tabIdOf(page), "fill-field/siret");
  await expect(field).toHaveValue(SIRET);
  // Beside the field, not in a corner of the page.
  const [note, asked] = await Promise.all([page.locator("[popover]").boundingBox(), field.boundingBox()]);
  if (note === null || asked === null) throw new Error("no note beside the field");
  expect(Math.abs(note.x - asked.x)).toBeLessThan(2);
  expect(Math.min(Math.abs(asked.y - (note.y + note.height)), Math.abs(note.y - (asked.y + asked.height)))).toBeLessThan(10);
  await popup.bringToFront();
  await popup.getByRole("button", { name: "Défaire" }).click();
  await expect(field).toHaveValue("");
});

/** Answers an address of a portal with a page of the test's own. */
async function visitOwn(path: string, body: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.route(`https://${HOSTS.place}${path}`, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!DOCTYPE html><html lang="fr"><body>${body}</body></html>` }),
  );
  await page.goto(`https://${HOSTS.place}${path}`);
  return page;
}

const formOf = (label: string) => `<h1>Candidature</h1><form><label>${label} <input></label><label>SIRET <input></label></form>`;

test("the reader comes to the frames that hold something to read, late ones too, and to no other", async () => {
  const page = await visitOwn(
    "/cadres",
    `<h1>Consultation</h1><iframe srcdoc="${formOf("Raison sociale")}"></iframe><iframe sandbox="allow-scripts" srcdoc="${formOf("Sigle")}"></iframe>
     <iframe id="vide"></iframe><iframe srcdoc="<p>Rien à lire</p>"></iframe>
     <script>document.querySelector("#vide").contentDocument.body.innerHTML = ${JSON.stringify(formOf("Commune"))}</script>`,
  );
  const read = async () => [...(await browser.labelsRead(page.url()))].map(([first]) => first).sort();
  await expect.poll(read).toEqual(["Commune", "Raison sociale"]);
  await page.evaluate((form) => {
    const late = document.createElement("iframe");
    late.src = URL.createObjectURL(new Blob([`<!DOCTYPE html>${form}`], { type: "text/html" }));
    document.body.append(late);
  }, formOf("Téléphone"));
  await expect.poll(read).toEqual(["Commune", "Raison sociale", "Téléphone"]);
});

test("a page without a form is read when the extension is opened over it, and a form drawn later when the person enters it; an account's own page is compared", async () => {
  const page = await visitOwn(
    "/avis",
    `<h1>Avis</h1><dl><dt>Référence de la consultation</dt><dd>2026-TRX-77</dd><dt>Objet du marché</dt><dd>Réfection du gymnase</dd></dl><div id="plus"></div>`,
  );
  expect(await browser.labelsRead(page.url())).toEqual([]);
  await page.evaluate((form) => document.querySelector("#plus")?.insertAdjacentHTML("beforeend", form), formOf("Raison sociale"));
  await page.bringToFront();
  await page.locator("input").first().click();
  await expect.poll(() => browser.labelsRead(page.url())).toEqual([["Raison sociale", "SIRET"]]);

  const other = await visitOwn(
    "/avis-seul",
    `<h1>Avis</h1><dl><dt>Référence de la consultation</dt><dd>2026-TRX-78</dd><dt>Objet du marché</dt><dd>Réfection du préau</dd></dl>`,
  );
  const popup = await browser.popupOf(other);
  await expect(popup.getByRole("heading", { level: 1 })).toContainText("Réfection du préau");

  // The company's own account: what it says otherwise than the registers is told, and nothing is written.
  const field = (label: string, value: string) => `<p><label>${label} <input value="${value}"></label></p>`;
  const account = await visitOwn(
    "/compte",
    `<h1>Paramètres du compte</h1><form>${field("SIRET", SIRET)}${field("Raison sociale", "Lumiverde Ingénierie")}${field("Code postal", "01000")}</form>`,
  );
  const told = (await browser.popupOf(account)).locator(".differences");
  await expect(told.locator(".difference")).toHaveCount(1);
  await expect(told.locator(".difference")).toContainText("La page : 01000");
  expect(await account.locator("input").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual([
    ...[SIRET, "Lumiverde Ingénierie", "01000"],
  ]);

  // The page is left alone because of its size, and the screen says so.
  const large = await visitOwn("/liste", `<h1>Candidature</h1><form>${"<label>SIRET <input></label>".repeat(1_200)}</form>`);
  await expect((await browser.popupOf(large)).getByRole("status").filter({ hasText: "plus de 1 000 champs" })).toBeVisible();
});

test("the browser grants both shortcuts, and the one of the panel asks for it in the window of the page", async () => {
  expect(await browser.shortcuts()).toMatchObject({ _execute_action: "Alt+Shift+O", "open-panel": "Alt+Shift+L" });
  const page = await browser.visit(PLACE.host, PLACE.path);
  const { asked, windowId } = await browser.command(await browser.tabIdOf(page), "open-panel");
  expect(windowId).toBeDefined();
  expect(asked).toEqual([windowId]);
});

test("the side panel is opened from the popup", async () => {
  const popup = await browser.context.newPage();
  await popup.goto(`${browser.origin}/popup.html`);
  // A page where the browser lets no extension read: it says so, and what to do.
  await popup.getByRole("button", { name: "Lire cette page quand même" }).click();
  await expect(popup.getByText("Le navigateur n'autorise pas la lecture de cette page")).toBeVisible();
  await popup.getByRole("button", { name: "Ouvrir dans le panneau latéral" }).click();
  await expect.poll(() => browser.openPanels()).toBe(1);
});

test("updated under an open form, the extension keeps what it knew, reads the page again without a reload, and touches nothing that stands there", async () => {
  const { page, popup } = await openForm(PLACE);
  await fill(popup);
  await expect(page.locator(`${RETRAIT}siren`)).toHaveValue(SIRET.slice(0, 9));
  // The town is the last to come: its list is loaded from the postcode.
  await expect.poll(() => valuesOf(page)).toContain("VILLENEUVE-L'ESSAI");
  const standing = await valuesOf(page);
  await page.locator(`${RETRAIT}siren`).fill("");
  await browser.update();
  await expect.poll(() => browser.labelsRead(page.url()).catch(() => [])).not.toEqual([]);
  const after = await browser.popupOf(page);
  await expect(after.locator('[data-field="siren"]')).toBeVisible();
  await fill(after);
  await expect(page.locator(`${RETRAIT}siren`)).toHaveValue(SIRET.slice(0, 9));
  await expect.poll(() => valuesOf(page)).toEqual(standing);
});
