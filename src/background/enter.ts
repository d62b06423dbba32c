/** Reading a page because a screen opened over it. A page of an unknown site is read only when the person asks. */
import { isPlainPage } from "../domain/addresses.ts";
import type { Context, WorkerDeps } from "./context.ts";
import { detectedFrames } from "./tabs.ts";

/** A screen does not wait longer than this for a page that is busy, in milliseconds: it draws what is known, and again when the page was read. */
const PATIENCE_MS = 400;

/** Has the unread frames of the tab read. Answers at once when a form is already known, else once the page was read, or after a short wait. */
export async function lookAt({ tabCell, wakeTab }: Pick<Context, "tabCell" | "wakeTab">, tabId: number): Promise<void> {
  const woken = wakeTab(tabId);
  // What is known is read while the page is asked.
  const isKnown = detectedFrames(await tabCell(tabId).read()).length > 0;
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
