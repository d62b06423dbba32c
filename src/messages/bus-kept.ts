/** What a screen keeps beyond its own life, in the browser's memory: read directly, without waking the background. */
import browser from "webextension-polyfill";
import { type KeptScreen, keptScreenIn } from "./kept-screen.ts";
import { keyOfScreen } from "./screen-keys.ts";

/** @param tabId the tab that the screen works on */
export async function readKept(tabId: number | null): Promise<KeptScreen> {
  const key = keyOfScreen(tabId);
  return keptScreenIn((await browser.storage.session.get(key))[key]);
}

/** The last choice wins. */
export async function writeKept(tabId: number | null, kept: KeptScreen): Promise<void> {
  await browser.storage.session.set({ [keyOfScreen(tabId)]: kept });
}
