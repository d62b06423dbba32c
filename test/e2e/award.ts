/** After the deposit, in « Mes consultations ». */
import { expect } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

/** What comes after the deposit, by keyboard: the day that the buyer gives, the proofs judged on that day, and that they were given. */
export async function expectAwarded(browser: ExtensionBrowser): Promise<void> {
  const list = await browser.popupWithoutPage();
  await list.goto(`${browser.origin}/consultations.html`);
  const award = list.getByRole("region", { name: /^Après le dépôt/ });
  await award.getByRole("button", { name: "L'acheteur demande les preuves" }).press("Enter");
  await list.keyboard.type("31/02/2099");
  await list.keyboard.press("Enter");
  await expect(award.getByText("Écrivez un jour qui existe")).toBeVisible();
  await award.getByRole("textbox").fill("15/01/2099");
  await list.keyboard.press("Enter");
  await expect(award.getByText(/Preuves à remettre .*15\/01\/2099/)).toBeVisible();
  const vigilance = award.locator(".award-line", { hasText: "Attestation de vigilance URSSAF" });
  await expect(vigilance).toContainText("ne vaudra plus");
  await expect(vigilance.getByRole("link", { name: /^À télécharger : / })).toBeVisible();
  await award.getByRole("button", { name: "Je les ai remises" }).press("Enter");
  await expect(award.getByText(/^Preuves remises le/)).toBeVisible();
  await list.close();
}
