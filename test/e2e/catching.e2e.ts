/**
 * « Ranger dans le coffre » : documents of the person's own session, on a site that the extension may access only when its button is
 * pressed.
 */
import { expect, type Locator, type Page, test } from "@playwright/test";
import { PDFDocument, StandardFonts } from "pdf-lib";
import type { RunningProxy } from "../../proxy/start.ts";
import { MEMBERS_HOST, type Members, startMembers } from "../portals/members.ts";
import { expectUsable } from "./accessibility.ts";
import { type ExtensionBrowser, sendFrom, startBrowser } from "./browser.ts";
import { setOffline } from "./offline.ts";
import { startProxyQuietly } from "./proxy.ts";

const COMPANY = "99990000400014";
let proxy: RunningProxy;
let members: Members;
let browser: ExtensionBrowser;
let page: Page;

async function drawn(...lines: string[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const sheet = pdf.addPage();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [index, line] of lines.entries()) sheet.drawText(line, { x: 40, y: 780 - 22 * index, size: 11, font });
  return Buffer.from(await pdf.save());
}

const vigilance = (day: string) =>
  drawn(
    "Urssaf Île-de-France",
    "ATTESTATION DE VIGILANCE",
    "LUMIVERDE INGENIERIE   SIRET 999 900 004 00014",
    `L'entreprise est à jour de ses obligations de déclaration et de paiement à la date du ${day}.`,
    "en application de l'article L. 243-15 du code de la sécurité sociale.",
  );

test.beforeAll(async () => {
  const [october, april, july] = await Promise.all([vigilance("31/10/2026"), vigilance("30/04/2026"), vigilance("31/07/2026")]);
  const shown = await drawn("Relevé de points");
  [proxy, members] = await Promise.all([
    startProxyQuietly(),
    startMembers({
      "/documents/17": october,
      "/editer": april,
      "/editer.pdf": shown,
      "/documents/vigilance.pdf": shown,
      "/Attestations.aspx": july,
    }),
  ]);
  browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: proxy.url, hosts: { [MEMBERS_HOST]: members.address } });
  const asker = await browser.asker();
  await sendFrom(asker, "chooseCompany", { siret: COMPANY });
  await sendFrom(asker, "awaitPiece", { kind: "attestationVigilance", wanted: true });
  page = await browser.visit(MEMBERS_HOST, "/entrer");
});
test.afterAll(async () => {
  await browser.close();
  await Promise.all([proxy.close(), members.close()]);
});

const row = (popup: Page, name: string) => popup.locator("[data-catch]", { hasText: name });
async function keep(popup: Page, name: string): Promise<void> {
  await row(popup, name).getByRole("button").first().click();
}

test("by keyboard and in both languages, the piece awaited is named; a link without an end is kept, dated and no more awaited; what comes later or is none is told", async () => {
  const unseen = await browser.popupOver(page, false);
  await expect(unseen.getByRole("tab", { name: "Pièces" })).toBeVisible();
  await unseen.close();
  const popup = await browser.popupOver(page, true);
  await expect(popup.getByText("Vous attendez ici : Attestation de vigilance URSSAF")).toBeVisible();
  await expect(popup.locator("[data-catch]")).toHaveCount(5);
  expect(members.asked.filter((one) => one.includes("documents") || one.includes("editer"))).toEqual([]);

  // By keyboard alone; the focus stays on its button.
  const button = row(popup, "octobre").getByRole("button").first();
  await tabTo(popup, button);
  await popup.keyboard.press("Enter");
  await expect(row(popup, "octobre")).toContainText("Rangé : Attestation de vigilance URSSAF, valable jusqu'au 30/04/2027.");
  await expect(popup.locator("[data-awaited]")).toHaveCount(0);
  await expect(button).toBeFocused();
  await keep(popup, "octobre");
  await expect(row(popup, "octobre")).toContainText("Le coffre avait déjà ce document");

  await keep(popup, "Éditer l'attestation");
  await expect(row(popup, "Éditer l'attestation")).toContainText("Le coffre en a déjà un plus récent, valable jusqu'au 30/04/2027");
  expect(members.asked.filter((one) => one === "POST /editer")).toHaveLength(1);

  await keep(popup, "Notice");
  await expect(row(popup, "Notice")).toContainText("Ce n'est pas un document, c'est une autre page.");

  await sendFrom(popup, "chooseLanguage", { language: "en" });
  await expect(popup.getByRole("heading", { name: "Keep in the vault" })).toBeVisible();
  await tabTo(popup, popup.getByRole("button", { name: "Keep in the vault: Notice de l'attestation" }));
  await popup.keyboard.press("Space");
  await expect(row(popup, "Notice")).toContainText("This is not a document but another page.");
  await expectUsable(popup);
  await sendFrom(popup, "chooseLanguage", { language: "fr" });
  await popup.close();
});

test("programs: what ASP.NET's link sends is sent once, on its line; a button of the page's own is named, and takes the file that it gives", async () => {
  await page.goto(`https://${MEMBERS_HOST}/programmes`);
  const asked = members.asked.length;
  const popup = await browser.popupOver(page, true);
  await expect(popup.locator("[data-catch]")).toHaveCount(1);
  await expect(popup.locator("[data-told]")).toHaveText(["« Télécharger le certificat de congés payés »"]);
  await expectUsable(popup);
  expect(members.asked.slice(asked)).toEqual([]);
  await keep(popup, "octobre");
  await expect(row(popup, "octobre")).toContainText("Rangé : Attestation de vigilance URSSAF");
  expect(members.asked.slice(asked)).toEqual(["POST /Attestations.aspx"]);
  await popup.locator(".pressed-in-page input[type=file]").setInputFiles({
    name: "conges.pdf",
    mimeType: "application/pdf",
    buffer: await drawn("Certificat de congés payés"),
  });
  await expect(popup.locator(".pressed-in-page [role=status]")).toContainText("1 document ajouté, à confirmer");
  await popup.close();
});

/** Presses Tab until that control has the focus. */
async function tabTo(popup: Page, control: Locator): Promise<void> {
  const isFocused = () => control.evaluate((one) => one === document.activeElement);
  for (let i = 0; i < 40 && !(await isFocused()); i += 1) await popup.keyboard.press("Tab");
  await expect(control).toBeFocused();
}

test("the reader of PDF of the browser: the tab's document is kept, with its question, but one that a form answered is not given again; the network cut, then the session over, each is told", async () => {
  await page.goto(`https://${MEMBERS_HOST}/documents/vigilance.pdf`);
  const popup = await browser.popupOver(page, true);
  await keep(popup, "vigilance.pdf");
  await expect(row(popup, "vigilance.pdf")).toContainText("Une question vous attend avant qu'il serve.");
  await popup.close();

  await page.goto(`https://${MEMBERS_HOST}/espace`);
  const [answered] = await Promise.all([browser.context.waitForEvent("page"), page.getByRole("button", { name: "Imprimer" }).click()]);
  await answered.waitForURL(/editer\.pdf$/);
  const overAnswer = await browser.popupOver(answered, true);
  await keep(overAnswer, "editer.pdf");
  await expect(row(overAnswer, "editer.pdf")).toContainText("Le site ne redonne pas ce document à son adresse");
  await Promise.all([overAnswer.close(), answered.close()]);
  const form = await browser.popupOver(page, true);
  await keep(form, "Imprimer le certificat");
  await expect(row(form, "Imprimer le certificat")).toContainText("Le coffre avait déjà ce document");
  await form.close();

  const before = await browser.popupOver(page, true);
  await setOffline(browser, true);
  await keep(before, "octobre");
  await expect(row(before, "octobre")).toContainText(`${MEMBERS_HOST} n'a pas répondu : vérifiez la connexion`);
  await setOffline(browser, false);
  members.expire();
  await keep(before, "octobre");
  await expect(row(before, "octobre")).toContainText(`${MEMBERS_HOST} demande de vous identifier : votre session est terminée.`);
  await expectUsable(before);
});
