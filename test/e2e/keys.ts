/** A whole candidature by the keyboard alone, and how many keys it takes, not counting typed values. */
import { expect, type Page } from "@playwright/test";
import { CONTACT } from "./job.ts";

/** More than the steps between the main action and the card above the list. */
const MOST_STEPS = 12;

/**
 * From a popup that has just opened over a form: what only the person knows is typed, saved and filled with the rest, then the pieces are
 * joined.
 * @returns the keys pressed
 */
export async function candidatureByKeys(popup: Page): Promise<number> {
  let count = 0;
  const press = async (key: string) => {
    count += 1;
    await popup.keyboard.press(key);
  };
  const said = popup.locator(".action-bar .said");
  const main = popup.locator(".action-bar .main:focus");
  const complete = popup.getByRole("button", { name: "Compléter" });
  await main.waitFor();
  for (let i = 0; i < MOST_STEPS && !(await complete.evaluate((one) => one === document.activeElement)); i++) await press("Shift+Tab");
  await press("Enter");
  const asked = await popup.locator("[data-entry]").evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["entry"] ?? ""));
  for (const [index, key] of asked.entries()) {
    await expect(popup.locator(`[data-entry="${key}"] input`)).toBeFocused();
    await popup.keyboard.type((CONTACT as Readonly<Record<string, string>>)[key] ?? "");
    await press(index < asked.length - 1 ? "Tab" : "Enter");
  }
  await said.filter({ hasText: /rempli/ }).waitFor();
  await main.waitFor();
  await press("Enter");
  await said.filter({ hasText: /joint/ }).waitFor();
  return count;
}
