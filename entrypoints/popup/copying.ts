/** A page copied without its values, over this browser. Loaded with the gesture: it holds the words of forms. */
import browser from "webextension-polyfill";
import type { PageCopy } from "../../components/SavePage.tsx";
import { saveFile } from "../../src/maker/save.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { FrameCopy } from "../../src/saving/copy.ts";
import { type CopiedFrame, corpusZip, type SavedPage, savedPage } from "../../src/saving/corpus.ts";

/** @throws when the page went away, or lets no script in */
export async function copyPage(tabId: number, host: string, without: readonly string[]): Promise<PageCopy> {
  return copied(tabId, host, without);
}

/** Saves it as a file on this machine; nothing is sent. @throws as `copyPage` */
export async function saveCopy(tabId: number, host: string, without: readonly string[]): Promise<void> {
  const page = await copied(tabId, host, without);
  saveFile(new Blob([corpusZip(page)], { type: "application/zip" }), `${page.slug}.zip`);
}

async function copied(tabId: number, host: string, without: readonly string[]): Promise<SavedPage> {
  const { frames, known } = await send("tellTab", { tabId });
  const target = { tabId, allFrames: true };
  await browser.scripting.executeScript({ target, func: tellKnown, args: [known] });
  const results = await browser.scripting.executeScript({ target, files: ["/copy.js"] });
  const copies = results.flatMap(({ frameId, result }): CopiedFrame[] =>
    result === null || result === undefined ? [] : [{ frameId, copy: result as FrameCopy }],
  );
  const readings = frames.map(({ frameId, page: { detected, kind, portal, controls } }) => ({ frameId, detected, kind, portal, controls }));
  return savedPage(copies, readings, host, without);
}

/** Runs in each frame, in the isolated world. */
function tellKnown(known: readonly string[]): void {
  (globalThis as { pliPretKnown?: readonly string[] }).pliPretKnown = known;
}
