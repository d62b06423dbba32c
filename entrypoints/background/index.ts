/** The service worker: gives the worker's logic this browser, and nothing more. */
import "../../src/store/zod.ts";
import browser from "webextension-polyfill";
import { defineBackground } from "wxt/utils/define-background";
import { createCollector } from "../../src/background/collector.ts";
import { viaNetwork } from "../../src/background/network.ts";
import { openService } from "../../src/background/open-service.ts";
import { proxyService } from "../../src/background/proxy-service.ts";
import { remind } from "../../src/background/reminders.ts";
import { settingsCell } from "../../src/background/settings.ts";
import { createIdentity } from "../../src/background/sign-in.ts";
import { createWorker } from "../../src/background/worker.ts";
import { inTurn } from "../../src/coffre/in-turn.ts";
import { wordsFor } from "../../src/i18n/index.ts";
import { listen, sendToFrame } from "../../src/messages/bus.ts";
import { SOURCES } from "../../src/sources/index.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { COFFRE_SESSION, coffreDoor } from "../../src/store/coffre-door.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { onEachDay, onWake, wakeAt } from "./alarm.ts";
import { showBadge } from "./badge.ts";
import { offerMenu } from "./menu.ts";
import { notify, notifyLocked, onNotificationClick } from "./notify.ts";
import { onPanelShortcut } from "./panel.ts";

/** Long on purpose: the wiring of one context; the browser wants every listener in the first turn. */
export default defineBackground(() => {
  const sessionStore = storeOf(browser.storage.session);
  const session = cellsOf(sessionStore);
  const local = cellsOf(storeOf(browser.storage.local));
  const settings = settingsCell(local);
  const now = () => new Date();
  const network = viaNetwork((url, init) => fetch(url, init));
  const identity = createIdentity({
    session,
    fetch: network,
    launch: (url) => browser.identity.launchWebAuthFlow({ url, interactive: true }),
    redirectUri: browser.identity.getRedirectURL(),
    now,
  });
  const open = openService(SOURCES, network, now);
  const service = async () => {
    const { service: choice } = await settings.read();
    if (choice.kind === "open") return open;
    return proxyService(choice.url, {
      fetch: network,
      now,
      token: () => identity.tokenFor(choice.url),
      renew: (refused) => identity.renew(choice.url, refused),
    });
  };
  const collector = createCollector({ cells: session, store: sessionStore, service, wakeAt, now });
  const coffre = coffreDoor(session);
  const inject = async (tabId: number) => {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ["/content-scripts/content.js"] });
  };
  const words = async () => wordsFor((await settings.read()).language, browser.i18n.getUILanguage());
  const worker = createWorker({
    session,
    sessionStore,
    local,
    collector,
    service,
    shelf: openShelf(),
    identity,
    coffre,
    words,
    sendToFrame,
    inject,
    badge: showBadge,
    now,
  });

  listen(worker.handlers, (name, error) => reportError(new Error(name, { cause: error })));
  onWake(() => worker.resume());
  const reminding = inTurn(() =>
    remind({
      local,
      isWanted: async () => (await settings.read()).reminders,
      isLocked: () => coffre.isLocked(),
      pieces: () => coffre.list(),
      notify: async (reminder) => notify(reminder, (await words()).m),
      notifyLocked: async () => notifyLocked((await words()).m),
      now,
    }),
  );
  onEachDay(reminding);
  // Opened by its passphrase: what could not be read while it was closed is read at once.
  browser.storage.session.onChanged.addListener((changes) => {
    if (changes[COFFRE_SESSION]?.newValue !== undefined) void reminding().catch(reportError);
  });
  offerMenu(worker, inject);
  onPanelShortcut();
  onNotificationClick();
  browser.tabs.onRemoved.addListener((tabId) => void worker.forgetTab(tabId));
  void worker.resume();
});
