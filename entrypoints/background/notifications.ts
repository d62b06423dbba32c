import browser from "webextension-polyfill";
import { DEADLINE } from "../../src/background/names.ts";

/** To be called in the worker's first turn. */
export function onNotificationClick(): void {
  browser.notifications?.onClicked.addListener((id) => {
    if (id.startsWith(DEADLINE)) return void browser.tabs.create({ url: browser.runtime.getURL("consultations.html") });
    const url = /https:\/\/\S+$/.exec(id)?.[0];
    void browser.tabs.create({ url: url ?? browser.runtime.getURL("coffre.html") });
  });
}
