/** What a screen asks when it turns to a tab: its kept state, and the situation once the page was read. */
import browser from "webextension-polyfill";
import { readKept } from "./bus-kept.ts";
import { send } from "./bus-screen.ts";
import type { KeptScreen } from "./kept-screen.ts";
import type { Situation } from "./situation.ts";

export interface Asked {
  readonly tabId: number | null;
  readonly kept: KeptScreen;
  /** The first situation, already asked for. */
  readonly situation: Promise<Situation>;
}

export async function activeTab(): Promise<number | null> {
  return (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? null;
}

/**
 * The page is read before its situation is asked for, so that the first drawing shows what it holds.
 * @param situation when it was asked for already
 */
export async function askAbout(tabId: number | null, situation = send("show", { tabId, opening: true })): Promise<Asked> {
  // Whoever awaits it gets the failure.
  situation.catch(() => undefined);
  return { tabId, kept: await readKept(tabId), situation };
}
