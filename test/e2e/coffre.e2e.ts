/** The coffre from its page: documents dropped, recognised, asked about when in doubt, and found again in the dossier. */
import { expect, type Page, test } from "@playwright/test";
import type { RunningProxy } from "../../proxy/start.ts";
import { type ExtensionBrowser, startBrowser } from "./browser.ts";
import { startProxyQuietly } from "./proxy.ts";

const COMPANY = "99990000400014";
const OTHER = "99990100200009";

let proxy: RunningProxy;
let browser: ExtensionBrowser;
let popup: Page;
let coffre: Page;

test.beforeEach(async () => {
  proxy = await startProxyQuietly();
  browser = await startBrowser({ portalUrl: "http://127.0.0.1:9", proxyUrl: proxy.url });
  popup = await browser.popupWithoutPage();
  await popup.getByLabel("SIRET").fill(COMPANY);
  await popup.getByRole("button", { name: "Choisir cette entreprise" }).click();
  await expect(popup.getByText("LUMIVERDE INGENIERIE")).toBeVisible();
  coffre = await browser.context.newPage();
  await coffre.goto(`${browser.origin}/coffre.html`);
  await expect(coffre.getByRole("button", { name: "Choisir des fichiers" })).toBeVisible();
});
test.afterEach(async () => {
  await browser.close();
  await proxy.close();
});

async function document(siret: string, source: string): Promise<Buffer> {
  const response = await fetch(`${proxy.url}/v1/companies/${siret}/sources/${source}/documents/0`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function drop(...files: { name: string; buffer: Buffer }[]): Promise<void> {
  const input = coffre.locator("input[type=file]").first();
  await input.setInputFiles(files.map((file) => ({ ...file, mimeType: "application/pdf" })));
}

test("a document is recognised and kept; what is no document is refused with its reason", async () => {
  const buffer = await document(COMPANY, "urssaf-attestation-vigilance");
  await drop({ name: "vigilance.pdf", buffer }, { name: "page.pdf", buffer: Buffer.from("<html></html>") });
  await expect(coffre.locator('[data-kind="attestationVigilance"]')).toContainText("vigilance.pdf");
  await expect(coffre.getByText("page.pdf : ce n'est ni un PDF, ni une image JPEG ou PNG. Il n'est pas retenu.")).toBeVisible();
  await popup.reload();
  await popup.getByRole("tab", { name: "Pièces" }).click();
  await expect(popup.getByText("Votre coffre : Attestation de vigilance URSSAF")).toBeVisible();
});

test("another company's document is flagged, and waits", async () => {
  await drop({ name: "autre.pdf", buffer: await document(OTHER, "dgfip-attestation-fiscale") });
  const row = coffre.locator('[data-kind="attestationFiscale"]');
  await expect(row).toContainText("Ce document nomme une autre entreprise (SIREN 999 901 002)");
  await expect(coffre.getByRole("heading", { name: /À confirmer/ })).toBeVisible();
  await row.getByRole("button", { name: /^Supprimer/ }).click();
  await expect(coffre.getByText("Aucun document pour l'instant.")).toBeVisible();
});

test("behind a passphrase, the coffre closes with the browser and opens with the phrase", async () => {
  await drop({ name: "vigilance.pdf", buffer: await document(COMPANY, "urssaf-attestation-vigilance") });
  await expect(coffre.locator("[data-coffre]")).toHaveCount(1);
  await coffre.getByLabel("Phrase de passe").fill("trois petits plis prêts");
  await coffre.getByRole("button", { name: "Protéger" }).click();
  await expect(coffre.getByText("demande sa phrase de passe")).toBeVisible();
  // As when the browser restarts: the page sees its key gone and reloads by itself, hence not asked from within it.
  await popup.evaluate(() => chrome.storage.session.clear());
  await coffre.getByLabel("Phrase de passe").fill("une autre phrase");
  await coffre.getByRole("button", { name: "Ouvrir le coffre" }).click();
  await expect(coffre.getByText("Ce n'est pas la bonne phrase de passe.")).toBeVisible();
  await coffre.getByLabel("Phrase de passe").fill("trois petits plis prêts");
  await coffre.getByRole("button", { name: "Ouvrir le coffre" }).click();
  await expect(coffre.locator("[data-coffre]")).toHaveCount(1);
});
