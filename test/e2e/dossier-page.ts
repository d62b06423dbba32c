/** What a person does on the dossier's page. */
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { PDFDocument } from "pdf-lib";

export const VIGILANCE = "Attestation de vigilance";
export const VIGILANCE_BOX = `Mettre dans le dossier : ${VIGILANCE}`;
export const FISCALE = /^Mettre dans le dossier : Attestation de régularité fiscale/;

/** Leaves only the documents of those names in the dossier. */
export async function pickOnly(dossier: Page, ...names: readonly (string | RegExp)[]): Promise<void> {
  await dossier.locator("[data-picked=true] input[type=checkbox]").evaluateAll((boxes: HTMLElement[]) => {
    for (const box of boxes) box.click();
  });
  await expect(dossier.locator("[data-picked=true]")).toHaveCount(0);
  for (const name of names) await dossier.getByRole("checkbox", { name }).first().check({ force: true });
}

/** The file that the browser saved when that button was pressed. */
export async function downloaded(dossier: Page, button: string | RegExp): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([dossier.waitForEvent("download"), dossier.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Clicks both in one turn of the page, before its worker can answer, so that the test does not depend on speed. */
export async function makeAndStop(dossier: Page): Promise<void> {
  await expect(dossier.getByRole("button", { name: "Préparer à nouveau" })).toBeEnabled();
  await dossier.evaluate(async () => {
    const button = (text: string) => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === text);
    const stopShown = new Promise<void>((resolve) => {
      new MutationObserver(() => button("Arrêter") !== undefined && resolve()).observe(document, { subtree: true, childList: true });
    });
    button("Préparer à nouveau")?.click();
    await stopShown;
    button("Arrêter")?.click();
  });
}

/** A page without any text. */
export async function drawnBlank(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return pdf.save();
}
