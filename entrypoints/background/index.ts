/** The service worker's entry script, its door: listens to this browser, and loads the worker's code when an event needs it. */
import browser from "webextension-polyfill";
import { defineBackground } from "wxt/utils/define-background";
import { brought } from "../../src/background/brought.ts";
import { type Awake, createDoor, type WakeUp } from "../../src/background/door.ts";
import { BEGUN, onceASession } from "../../src/background/session-start.ts";
import { listen } from "../../src/messages/bus-listen.ts";
import { onAlarm } from "./alarms.ts";
import { bring, keepAtHand } from "./bring.ts";
import { onMenuChoice } from "./menu.ts";
import { onNotificationClick } from "./notifications.ts";
import { enterOpenPages } from "./open-pages.ts";
import { onPanelShortcut } from "./panel.ts";

const WORK = "/work.js";
/** Loaded by the worker's code, so they must be there too while the worker is installed. */
const [SOURCES, JUDGE] = ["/sources.js", "/judge.js"];

/** Where the worker's script leaves its entry function. */
const world = globalThis as { pliPretWork?: WakeUp };

/** The browser wants every listener in the first turn. */
export default defineBackground(() => {
  // Chromium can keep this store from content scripts; Firefox cannot: what lies in it is sealed, and nothing else is believed.
  void trusted(browser.storage.local).catch(reportError);
  keepAtHand([WORK, SOURCES, JUDGE]);
  let awake: Awake | undefined;
  const wake = brought(
    () => {
      awake ??= world.pliPretWork?.(bring);
      return awake;
    },
    () => bring(WORK),
  );
  const holds = async (keys: readonly string[]) => Object.keys(await browser.storage.session.get([...keys])).length > 0;
  const door = createDoor({ wake, isAwake: () => awake !== undefined, holds });
  const begin = onceASession({
    holds,
    // Finishes what an earlier start left undone.
    begin: async () => void (await Promise.all([enterOpenPages(), wake()])),
    mark: () => browser.storage.session.set({ [BEGUN]: true }),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  void begin().catch(reportError);

  listen(door.answer);
  onAlarm((name) => void door.alarm(name).catch(reportError));
  onMenuChoice((...choice) => void door.menuChosen(...choice).catch(reportError));
  onPanelShortcut();
  onNotificationClick();
  // The browser starts the worker for these two only where somebody listens.
  browser.runtime.onStartup.addListener(() => void begin().catch(reportError));
  browser.runtime.onInstalled.addListener(() => void begin().catch(reportError));
  browser.storage.onChanged.addListener((changes) => void door.stored(changes).catch(reportError));
  browser.permissions.onAdded.addListener(() => void door.accessGiven().catch(reportError));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== undefined) void door.tabLoads(tabId).catch(reportError);
  });
  browser.tabs.onRemoved.addListener((tabId) => void door.tabGone(tabId).catch(reportError));
});

/** Keeps the store from content scripts, which live in the pages' own processes. */
async function trusted(area: object): Promise<void> {
  const { setAccessLevel } = area as { setAccessLevel?: (options: { accessLevel: "TRUSTED_CONTEXTS" }) => Promise<void> };
  await setAccessLevel?.call(area, { accessLevel: "TRUSTED_CONTEXTS" });
}
