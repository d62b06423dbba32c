import browser from "webextension-polyfill";
import { DAILY } from "../../src/background/names.ts";

const DAY_MINUTES = 24 * 60;

/** Calls back at each alarm, by its name. One comes each day, a first time soon after the extension was installed. */
export function onAlarm(callback: (name: string) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => callback(name));
  void plan();
}

async function plan(): Promise<void> {
  if ((await browser.alarms.get(DAILY)) === undefined)
    await browser.alarms.create(DAILY, { delayInMinutes: 1, periodInMinutes: DAY_MINUTES });
}
