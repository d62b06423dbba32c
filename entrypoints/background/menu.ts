import browser from "webextension-polyfill";
import { fieldOfMenuLine } from "../../src/background/names.ts";

/** To be called in the worker's first turn. The click is the gesture by which the browser lets a script into the page. */
export function onMenuChoice(callback: (tabId: number, frameId: number, field: string) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId = 0 }, tab) => {
    const field = fieldOfMenuLine(String(menuItemId));
    if (tab?.id !== undefined && field !== null) callback(tab.id, frameId, field);
  });
}
