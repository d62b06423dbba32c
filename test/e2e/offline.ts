/** The network cut under the extension's own screens: what is local is done on each, and told where something cannot be. */
import { expect, type Page } from "@playwright/test";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { expectAwarded } from "./award.ts";
import type { ExtensionBrowser } from "./browser.ts";
import { downloaded, pickOnly, VIGILANCE_BOX } from "./dossier-page.ts";

/** For the pages of the browser, and for the worker, where the driver does not cut it. */
export async function setOffline(browser: ExtensionBrowser, isOffline: boolean): Promise<void> {
  for (const worker of browser.context.serviceWorkers())
    await worker.evaluate((isCut) => {
      const world = globalThis as { uncut?: typeof fetch };
      world.uncut ??= globalThis.fetch;
      globalThis.fetch = isCut ? () => Promise.reject(new TypeError("Failed to fetch")) : world.uncut;
      Object.defineProperty(navigator, "onLine", { value: !isCut, configurable: true });
    }, isOffline);
  await browser.context.setOffline(isOffline);
}

const SCANS = "Lire les scans et les photos";
const KEEPING = "180 jours";

interface Work {
  /** The consultation's tab. */
  readonly tabId: number;
  /** Of the company being worked for, and of another one that the register knows by that name. */
  readonly siret: string;
  readonly other: { readonly siret: string; readonly name: string };
}

/** Cuts the network, works on the coffre, the dossier, the consultations, an award and the options, then goes on with the network back. */
export async function expectScreensOffline(browser: ExtensionBrowser, { tabId, siret, other }: Work): Promise<void> {
  await setOffline(browser, true);
  const open = async (path: string) => {
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/${path}`);
    return page;
  };
  const coffre = await open("coffre.html");
  await confirmVigilance(coffre, siret);
  const dossier = await open(`dossier.html?tab=${tabId}`);
  await expectPrepared(dossier, other.siret);
  const list = await open("consultations.html");
  await list.getByRole("button", { name: /^J'ai déposé/ }).click();
  await expectAwarded(browser);
  await expectArchived(list);
  const options = await open("options.html");
  await expectSet(options);

  await setOffline(browser, false);
  await Promise.all([coffre, dossier, list, options].map((page) => page.reload()));
  await expect(coffre.locator('[data-kind="attestationVigilance"]')).toContainText("vigilance.pdf");
  await expectKept(options);
  await list.getByText(/^Archives/).click();
  await list.getByRole("button", { name: /^Sortir des archives/ }).click();
  await expect(list.getByRole("status").filter({ hasText: "Sortie des archives" })).toBeVisible();
  await expect(dossier.locator("[data-made$='.pdf']")).toHaveCount(1);
  await expect(dossier.locator("[data-form]")).toHaveCount(2);
  await addMember(dossier, other.siret);
  await expect(dossier.locator(".others-list li")).toContainText(other.name);
  await dossier.getByRole("button", { name: /^Retirer / }).click();
  await Promise.all([coffre, dossier, list, options].map((page) => page.close()));
}

/** Drops an attestation that two dates make doubtful, and answers. */
async function confirmVigilance(coffre: Page, siret: string): Promise<void> {
  const pdf = await PDFDocument.create();
  const [page, font] = [pdf.addPage(), await pdf.embedFont(StandardFonts.Helvetica)];
  const lines = ["ATTESTATION DE VIGILANCE", "Urssaf", `SIRET ${siret}`, "est à jour de ses obligations de déclaration et de paiement"];
  for (const [index, line] of [...lines, "à la date du 30/09/2026", "à la date du 31/10/2026"].entries())
    page.drawText(line, { x: 40, y: 780 - 22 * index, size: 11, font });
  const file = { name: "vigilance.pdf", mimeType: "application/pdf", buffer: Buffer.from(await pdf.save()) };
  await coffre.locator(".drop input[type=file]").setInputFiles(file);
  const row = coffre.locator('[data-kind="attestationVigilance"]');
  await row.getByRole("button", { name: "Prendre 31/10/2026" }).click();
  await row.getByRole("button", { name: "Confirmer" }).click();
  await expect(row).toContainText("30/04/2027");
}

async function addMember(dossier: Page, siret: string): Promise<void> {
  await dossier.getByText("Mandataire d'un groupement").click();
  await dossier.getByLabel("SIRET du membre").fill(siret);
  await dossier.getByRole("button", { name: "Ajouter le membre" }).click();
}

/** A member that cannot be looked up is told; DC1 and DC2 are made, and the dossier with them. */
async function expectPrepared(dossier: Page, other: string): Promise<void> {
  await addMember(dossier, other);
  await expect(dossier.getByText("Le registre public ne répond pas : seul ce que vous avez tapé sera écrit.")).toBeVisible();
  await dossier.getByRole("button", { name: /^Retirer / }).click();
  await expect(dossier.locator(".others-list li")).toHaveCount(0);
  await dossier.getByRole("radiogroup", { name: "L'entreprise se présente" }).getByText("Seule").click();
  await dossier.getByText("Le marché, qui n'a pas de lots").click();
  await dossier.getByRole("button", { name: "Préparer DC1 et DC2" }).click();
  await expect(dossier.locator("[data-form]")).toHaveCount(2);
  await pickOnly(dossier, /DC1$/, VIGILANCE_BOX);
  await dossier.getByRole("button", { name: "Préparer le dossier" }).click();
  const { bytes } = await downloaded(dossier, /^Télécharger dossier/);
  // The two pages of the DC1 at least, then the attestation.
  expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(2);
}

/** The prepared dossier is saved again from the list, and its consultation goes to the archives. */
async function expectArchived(list: Page): Promise<void> {
  const { bytes } = await downloaded(list, /^Enregistrer dossier-candidature/);
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  await list.getByRole("button", { name: /^Archiver/ }).click();
  await expect(list.getByRole("status").filter({ hasText: "Archivée : " })).toBeVisible();
}

/** What is read of scans, and how long dossiers are kept. */
async function expectSet(options: Page): Promise<void> {
  // A press alone: the box changes once the extension has kept the answer.
  await options.getByRole("checkbox", { name: SCANS }).click({ force: true });
  await options.getByText(KEEPING, { exact: true }).click();
  await expectKept(options);
}

async function expectKept(options: Page): Promise<void> {
  await expect(options.getByRole("checkbox", { name: SCANS })).not.toBeChecked();
  await expect(options.getByRole("radio", { name: KEEPING, exact: true })).toBeChecked();
}
