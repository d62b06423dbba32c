/** The worker's code, loaded by its entry script: connects the worker's logic to this browser, and nothing more. */
import "../../src/store/zod.ts";
import browser from "webextension-polyfill";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { withWriter } from "../../src/background/bring-writer.ts";
import { type Bring, brought } from "../../src/background/brought.ts";
import { createCollector } from "../../src/background/collector.ts";
import { consultationsCell } from "../../src/background/consultations.ts";
import type { Awake, WakeUp } from "../../src/background/door.ts";
import { erasingCell } from "../../src/background/erase.ts";
import { organisationData } from "../../src/background/issued-data.ts";
import { turnsFor } from "../../src/background/late-turns.ts";
import { viaNetwork } from "../../src/background/network.ts";
import { type MakeOpenService, openServiceFrom } from "../../src/background/open-brought.ts";
import { DATA_KEY, PACKAGED_DATA } from "../../src/background/packaged-data.ts";
import { POLICY_KEYS, type Policy, policyOf } from "../../src/background/policy.ts";
import { LATE_AT_ONCE, proxyService } from "../../src/background/proxy-service.ts";
import { remind } from "../../src/background/reminders.ts";
import { settingsCell } from "../../src/background/settings.ts";
import { createIdentity } from "../../src/background/sign-in.ts";
import { createWorker } from "../../src/background/worker.ts";
import { inTurn } from "../../src/coffre/in-turn.ts";
import { isFieldKey } from "../../src/domain/fields.ts";
import { outsideWordsFor } from "../../src/i18n/outside.ts";
import { sendToFrame, wakeTab } from "../../src/messages/bus.ts";
import { LANGUAGE, sayLanguage } from "../../src/messages/bus-language.ts";
import { dispatch } from "../../src/messages/dispatch.ts";
import type { PublicServices } from "../../src/messages/situation.ts";
import type { Judge } from "../../src/reading/judge.ts";
import { OPEN_NAMES, OPEN_ORIGINS } from "../../src/sources/open-services.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { coffreDoor } from "../../src/store/coffre-door.ts";
import { marksStore } from "../../src/store/marks.ts";
import { sealedStore } from "../../src/store/sealed-store.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { onWaited, wakeAt } from "./alarm.ts";
import { showBadge } from "./badge.ts";
import { offerMenu } from "./menu.ts";
import { notify, notifyAfter, notifyDeadline, notifyLocked } from "./notify.ts";

const [SOURCES, JUDGE] = ["/sources.js", "/judge.js"];

/** The worker's globals: what its entry script finds, and what the scripts loaded later leave. */
const world = globalThis as { pliPretWork?: WakeUp; pliPretOpen?: MakeOpenService; pliPretJudge?: Judge };

export default defineUnlistedScript(() => {
  world.pliPretWork ??= wakeUp;
});

/** Long on purpose: the wiring of one context. */
function wakeUp(bring: Bring): Awake {
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
  const open = openServiceFrom(
    brought(
      () => world.pliPretOpen?.(network, now),
      () => bring(SOURCES),
    ),
  );
  const judge = brought(
    () => world.pliPretJudge,
    () => bring(JUDGE),
  );
  const late = turnsFor(LATE_AT_ONCE);
  const service = async () => {
    const { service: choice } = await settings.read();
    if (choice.kind === "open") return open;
    return proxyService(choice.url, {
      fetch: network,
      now,
      token: () => identity.tokenFor(choice.url),
      renew: (refused) => identity.renew(choice.url, refused),
      late,
    });
  };
  const collector = createCollector({ cells: session, store: sessionStore, service, wakeAt, now });
  const inject = async (tabId: number, frameId?: number) => {
    // The reader's first question is on its way: what answers it comes meanwhile.
    void judge().catch(reportError);
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
    judge: async (question) => (await judge())(question, now().getFullYear()),
    addressOf: async (tabId) => (await browser.tabs.get(tabId)).url ?? null,
    inject,
    wakeTab,
    badge: showBadge,
    wakeAt,
    now,
  });
  const reminding = inTurn(async () =>
    remind({
      local: await worker.lasting(),
      isWanted: async () => (await settings.read()).reminders,
      isLocked: () => coffre.isLocked(),
      pieces: () => coffre.list(),
      consultations: async () => consultationsCell(await worker.lasting()).read(),
      notifyDeadline: async (reminder) => notifyDeadline(reminder, (await words()).m),
      notifyAfter: async (reminder) => notifyAfter(reminder, (await words()).m),
      notify: async (reminder) => notify(reminder, (await words()).m),
      notifyLocked: async () => notifyLocked((await words()).m),
      now,
    }),
  );

  void settings.preload().catch(reportError);
  onWaited(() => worker.resume());
  offerMenu(worker);
  void worker.resume();
  return {
    ...worker,
    answer: (message, origin) =>
      dispatch(worker.handlers, message, origin, (name, error) => reportError(new Error(name, { cause: error }))),
    remind: reminding,
    // Once opened by its passphrase, reads at once what could not be read while it was closed.
    coffreOpened: async () => void (await Promise.all([worker.coffreOpened(), reminding()])),
    fillFromMenu: async (tabId, frameId, field) => {
      if (isFieldKey(field)) await worker.fillFromMenu(tabId, frameId, field);
    },
  };
}

/** Asks the browser once, and again only when the answer changed: every screen reads it at each change. */
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

/** One question to the browser when every host is allowed; otherwise one per host. */
async function askPublicServices(): Promise<PublicServices> {
  const names = [...OPEN_NAMES];
  const isAllowed = (origins: readonly string[]) => browser.permissions.contains({ origins: [...origins] }).catch(() => false);
  if (await isAllowed(OPEN_ORIGINS)) return { names, origins: [] };
  const allowed = await Promise.all(OPEN_ORIGINS.map((origin) => isAllowed([origin])));
  return { names, origins: OPEN_ORIGINS.filter((_, index) => allowed[index] !== true) };
}

/** A browser that nobody manages has no such store, or says so by an error. */
async function askPolicy(): Promise<Policy> {
  return policyOf(await browser.storage.managed.get([...POLICY_KEYS]).catch(() => ({})));
}
