/** Going into a page that no portal of ours covers, at the person's request. */
import { isPlainPage } from "../domain/addresses.ts";
import type { WorkerDeps } from "./context.ts";

/**
 * Puts the content script in the tab, and answers `true`; `false` where the page came over plain http: there it is not put.
 * @throws where the browser lets no script in
 */
export async function enter({ addressOf, inject }: Pick<WorkerDeps, "addressOf" | "inject">, tabId: number): Promise<boolean> {
  if (isPlainPage((await addressOf(tabId)) ?? "")) return false;
  await inject(tabId);
  return true;
}
