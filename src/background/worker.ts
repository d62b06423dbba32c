/** The background's work: what each message does. Everything of the browser is given, so that it runs in a test. */

import type { Diligence } from "../domain/diligence.ts";
import type { FieldKey } from "../domain/fields.ts";
import type { Handlers } from "../messages/contract.ts";
import { learnChosenName, learnName } from "./company-name.ts";
import { contextOf, type WorkerDeps } from "./context.ts";
import { diligenceOf } from "./diligence.ts";
import { eraseEverything } from "./erase.ts";
import { companyHandlers } from "./handlers/company.ts";
import { dossierHandlers } from "./handlers/dossier.ts";
import { pageHandlers } from "./handlers/page.ts";
import { serviceHandlers } from "./handlers/service.ts";
import { settingsHandlers } from "./handlers/settings.ts";
import { type MenuItem, menuItemsOf } from "./menu.ts";
import { fillOne, settleIntents } from "./page-work.ts";
import { TAB_KEYS } from "./tabs.ts";

/** Documents not asked for since are erased after this. */
const KEEP_DOCUMENTS_MS = 7 * 24 * 3_600_000;
/** Files made of them: a bidder prepares in the morning and deposits at night. */
const KEEP_MADE_MS = 24 * 3_600_000;

export interface Worker {
  readonly handlers: Handlers<"background">;
  /** What the browser's menu proposes now. */
  menu(): Promise<{ readonly title: string; readonly items: readonly MenuItem[] }>;
  /** The person chose a value for the field under the menu. */
  fillFromMenu(tabId: number, frameId: number, field: FieldKey): Promise<boolean>;
  /** The tab is closed: what was read in it is forgotten. */
  forgetTab(tabId: number): Promise<void>;
  /** Every start of the worker: goes on with what is missing. */
  resume(): Promise<void>;
}

export function createWorker(deps: WorkerDeps): Worker {
  const context = contextOf(deps);
  const { collector, shelf, words, tabCell, companyDossier } = context;
  /** A message without its handler does not compile, nor does a handler without its message. */
  const handlers: Handlers<"background"> = {
    ...pageHandlers(context),
    ...companyHandlers(context),
    ...serviceHandlers(context),
    ...dossierHandlers(context),
    ...settingsHandlers(context),
  };
  const answered = afterComingBack(handlers);
  collector.onAnswer((collection) => learnName(context, collection));

  /** What was begun before the worker was stopped: erasing, and what was done in the tabs. Then what awaits a place. */
  async function settleAll(): Promise<void> {
    if (await deps.erasing.read()) await eraseEverything(context);
    const record = (work: string, lines: readonly Diligence[]) => diligenceOf(deps.local, work).add(lines);
    for (const key of await deps.sessionStore.keys(TAB_KEYS)) {
      const tabId = Number(key.slice(TAB_KEYS.length));
      await settleIntents({ send: deps.sendToFrame, cell: tabCell(tabId), tabId, record });
    }
    await deps.localStore.sealAll();
    await deps.settings.settle();
  }

  return {
    handlers: answered.handlers,
    menu: async () => {
      const { m } = await words();
      return { title: m.menu.title, items: menuItemsOf(await companyDossier(), m) };
    },
    fillFromMenu: async (tabId, frameId, field) => {
      const known = (await companyDossier())?.values[field];
      if (known === undefined) return false;
      return fillOne({ send: deps.sendToFrame, cell: tabCell(tabId), tabId, words: (await words()).m }, frameId, field, known);
    },
    forgetTab: (tabId) => tabCell(tabId).clear(),
    resume: async () => {
      await answered.comeBack(settleAll);
      await collector.resume();
      await learnChosenName(context);
      const time = deps.now().getTime();
      await shelf.prune(time - KEEP_DOCUMENTS_MS, time - KEEP_MADE_MS);
    },
  };
}

/** What a screen shows or asks of a page waits until what was begun before the worker was stopped is noted. */
function afterComingBack(handlers: Handlers<"background">) {
  let back: Promise<void> = Promise.resolve();
  return {
    comeBack: (settle: () => Promise<void>) => {
      back = settle().catch(() => undefined);
      return back;
    },
    handlers: {
      ...handlers,
      show: async (input, origin) => back.then(() => handlers.show(input, origin)),
      fill: async (input, origin) => back.then(() => handlers.fill(input, origin)),
      undo: async (input, origin) => back.then(() => handlers.undo(input, origin)),
      attach: async (input, origin) => back.then(() => handlers.attach(input, origin)),
    } satisfies Handlers<"background">,
  };
}
