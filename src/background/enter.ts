/** Going into a page because somebody looks at it: one that no portal of ours covers only at the person's request. */
import { isPlainPage } from "../domain/addresses.ts";
import type { Context, WorkerDeps } from "./context.ts";
import { detectedFrames } from "./tabs.ts";

/** A screen does not wait longer than this for a page that is busy, in milliseconds: it draws what is known, and again when the page was read. */
const PATIENCE_MS = 400;

/** Has what nobody read yet in the tab read. Answers at once where a form is known, else once the page was read, or soon. */
export async function lookAt({ tabCell, wakeTab }: Pick<Context, "tabCell" | "wakeTab">, tabId: number): Promise<void> {
  const isKnown = detectedFrames(await tabCell(tabId).read()).length > 0;
  const woken = wakeTab(tabId);
  if (!isKnown) await Promise.race([woken, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/**
 * Puts the content script in the tab, and answers `true`; `false` where the page came over plain http: there it is not put.
 * @throws where the browser lets no script in
 */
export async function enter({ addressOf, inject }: Pick<WorkerDeps, "addressOf" | "inject">, tabId: number): Promise<boolean> {
  if (isPlainPage((await addressOf(tabId)) ?? "")) return false;
  await inject(tabId);
  return true;
}
