/** The service worker: gives the worker's logic this browser, and nothing more. */
import "../../src/store/zod.ts";
import browser from "webextension-polyfill";
import { defineBackground } from "wxt/utils/define-background";
import { withWriter } from "../../src/background/bring-writer.ts";
import { createCollector } from "../../src/background/collector.ts";
import { consultationsCell } from "../../src/background/consultations.ts";
import { erasingCell } from "../../src/background/erase.ts";
import { organisationData } from "../../src/background/issued-data.ts";
import { viaNetwork } from "../../src/background/network.ts";
import { openService } from "../../src/background/open-service.ts";
import { DATA_KEY, PACKAGED_DATA } from "../../src/background/packaged-data.ts";
import { POLICY_KEYS, type Policy, policyOf } from "../../src/background/policy.ts";
import { proxyService } from "../../src/background/proxy-service.ts";
import { remind } from "../../src/background/reminders.ts";
import { settingsCell } from "../../src/background/settings.ts";
import { createIdentity } from "../../src/background/sign-in.ts";
import { createWorker } from "../../src/background/worker.ts";
import { inTurn } from "../../src/coffre/in-turn.ts";
import { outsideWordsFor } from "../../src/i18n/outside.ts";
import { listen, sendToFrame, wakeTab } from "../../src/messages/bus.ts";
import { LANGUAGE, sayLanguage } from "../../src/messages/bus-language.ts";
import type { PublicServices } from "../../src/messages/situation.ts";
import { SOURCES } from "../../src/sources/index.ts";
import { namesOf, originsOf } from "../../src/sources/open.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { COFFRE_SESSION, coffreDoor } from "../../src/store/coffre-door.ts";
import { marksStore } from "../../src/store/marks.ts";
import { sealedStore } from "../../src/store/sealed-store.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { onEachDay, onWake, wakeAt } from "./alarm.ts";
import { showBadge } from "./badge.ts";
import { offerMenu } from "./menu.ts";
import { notify, notifyDeadline, notifyLocked, onNotificationClick } from "./notify.ts";
import { onPanelShortcut } from "./panel.ts";

/** Long on purpose: the wiring of one context; the browser wants every listener in the first turn. */
export default defineBackground(() => {
  // Chromium shows this store to content scripts too; Firefox has no such choice: what lies in it is sealed, and nothing else is believed.
  void trusted(browser.storage.local).catch(reportError);
  const sessionStore = storeOf(browser.storage.session);
  const session = cellsOf(sessionStore);
  const marks = marksStore();
  const localStore = sealedStore(storeOf(browser.storage.local), [LANGUAGE], marks);
  const local = cellsOf(localStore);
  const coffre = coffreDoor(session);
  const publicServices = remembered(askPublicServices, (forget) => {
    browser.permissions.onAdded.addListener(forget);
    browser.permissions.onRemoved.addListener(forget);
  });
  const policy = remembered(askPolicy, (forget) =>
    browser.storage.onChanged.addListener((_, area) => {
      if (area !== "managed") return;
      forget();
      void settings.preload().catch(reportError);
    }),
  );
  const settings = settingsCell({ local, coffre, policy, sayLanguage });
  const organisation = remembered(
    async () => organisationData(await policy(), DATA_KEY),
    (forget) => browser.storage.onChanged.addListener((_, area) => area === "managed" && forget()),
  );
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
  const inject = async (tabId: number, frameId?: number) => {
    const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
    await browser.scripting.executeScript({ target, files: ["/reader.js"] });
  };
  const bringWriter = async (tabId: number, frameId: number) => {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ["/writer.js"] });
  };
  const words = async () => outsideWordsFor((await settings.read()).language, browser.i18n.getUILanguage());
  const worker = createWorker({
    session,
    sessionStore,
    local,
    localStore,
    erasing: erasingCell(cellsOf(marks)),
    settings,
    issued: { packaged: PACKAGED_DATA, key: DATA_KEY, organisation },
    collector,
    service,
    publicServices,
    shelf: openShelf(session),
    identity,
    coffre,
    words,
    sendToFrame: withWriter(sendToFrame, bringWriter),
    addressOf: async (tabId) => (await browser.tabs.get(tabId)).url ?? null,
    inject,
    wakeTab,
    badge: showBadge,
    now,
  });

  void settings.preload().catch(reportError);
  listen(worker.handlers, (name, error) => reportError(new Error(name, { cause: error })));
  onWake(() => worker.resume());
  const reminding = inTurn(async () =>
    remind({
      local: await worker.lasting(),
      isWanted: async () => (await settings.read()).reminders,
      isLocked: () => coffre.isLocked(),
      pieces: () => coffre.list(),
      consultations: async () => consultationsCell(await worker.lasting()).read(),
      notifyDeadline: async (reminder) => notifyDeadline(reminder, (await words()).m),
      notify: async (reminder) => notify(reminder, (await words()).m),
      notifyLocked: async () => notifyLocked((await words()).m),
      now,
    }),
  );
  onEachDay(reminding);
  // Opened by its passphrase: what could not be read while it was closed is read at once.
  browser.storage.session.onChanged.addListener((changes) => {
    if (changes[COFFRE_SESSION]?.newValue === undefined) return;
    void settings.settle().catch(reportError);
    void reminding().catch(reportError);
  });
  offerMenu(worker);
  onPanelShortcut();
  onNotificationClick();
  browser.permissions.onAdded.addListener(() => void worker.accessGiven().catch(reportError));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== undefined) void worker.tabLoads(tabId).catch(reportError);
  });
  browser.tabs.onRemoved.addListener((tabId) => void worker.forgetTab(tabId));
  void worker.resume();
});

const OPEN_NAMES = namesOf(SOURCES);
const OPEN_ORIGINS = originsOf(SOURCES);

/** Asked of the browser once, and again when what it answers changed: every screen reads them at each change. */
function remembered<T>(ask: () => Promise<T>, onChange: (forget: () => void) => void): () => Promise<T> {
  let known: Promise<T> | null = null;
  onChange(() => {
    known = null;
  });
  return () => {
    known ??= ask();
    return known;
  };
}

/** One question to the browser where all is allowed; one a host otherwise. */
async function askPublicServices(): Promise<PublicServices> {
  const isAllowed = (origins: string[]) => browser.permissions.contains({ origins }).catch(() => false);
  if (await isAllowed(OPEN_ORIGINS)) return { names: OPEN_NAMES, origins: [] };
  const allowed = await Promise.all(OPEN_ORIGINS.map((origin) => isAllowed([origin])));
  return { names: OPEN_NAMES, origins: OPEN_ORIGINS.filter((_, index) => allowed[index] !== true) };
}

/** A browser that nobody manages has no such store, or says so by an error. */
async function askPolicy(): Promise<Policy> {
  return policyOf(await browser.storage.managed.get([...POLICY_KEYS]).catch(() => ({})));
}

/** Keeps the store from content scripts, which live in the pages' own processes. */
async function trusted(area: object): Promise<void> {
  const { setAccessLevel } = area as { setAccessLevel?: (options: { accessLevel: "TRUSTED_CONTEXTS" }) => Promise<void> };
  await setAccessLevel?.call(area, { accessLevel: "TRUSTED_CONTEXTS" });
}
