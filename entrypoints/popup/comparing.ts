/** What the tab's page holds of the company, asked of it and compared here: none of it goes anywhere. */
import type { Dossier } from "../../src/domain/dossier.ts";
import { type AccountReport, accountReport } from "../../src/dossier/account.ts";
import { send } from "../../src/messages/bus-screen.ts";

/** `null` where the page holds nothing that is compared. */
export async function compareHeld(tabId: number, dossier: Dossier): Promise<AccountReport | null> {
  const page = await send("readHeld", { tabId });
  return page.held.length === 0 ? null : accountReport(page, dossier);
}
