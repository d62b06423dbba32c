/** The pages that were open before this version: Chromium puts the content scripts in later ones only. */
import browser from "webextension-polyfill";

/** Puts the content scripts of the manifest in the tabs that show their sites already. In a frame where one is, it changes nothing. */
export async function enterOpenPages(): Promise<void> {
  for (const { matches, js, all_frames: allFrames } of browser.runtime.getManifest().content_scripts ?? []) {
    const tabs = await browser.tabs.query({ url: matches });
    const entered = tabs.map(({ id, discarded }) =>
      id === undefined || discarded === true
        ? undefined
        : browser.scripting.executeScript({ target: { tabId: id, allFrames: allFrames ?? false }, files: js ?? [] }),
    );
    // A tab may be gone by now, or show a page of the browser's instead.
    await Promise.allSettled(entered);
  }
}
