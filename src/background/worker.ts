/** The background's work: what each message does. Everything of the browser is given, so that it runs in a test. */

import type { FieldKey } from "../domain/fields.ts";
import type { Handlers } from "../messages/contract.ts";
import { learnChosenName, learnName } from "./company-name.ts";
import { contextOf, type WorkerDeps } from "./context.ts";
import { companyHandlers } from "./handlers/company.ts";
import { dossierHandlers } from "./handlers/dossier.ts";
import { pageHandlers } from "./handlers/page.ts";
import { serviceHandlers } from "./handlers/service.ts";
import { settingsHandlers } from "./handlers/settings.ts";
import { type MenuItem, menuItemsOf } from "./menu.ts";
import { fillOne } from "./page-work.ts";

/** Documents not asked for since are erased after this. */
const KEEP_DOCUMENTS_MS = 7 * 24 * 3_600_000;
/** Files made of them, while they can be read: a bidder prepares in the morning and deposits at night. */
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
  const { collector, shelf, made, words, tabCell, companyDossier } = context;
  /** A message without its handler does not compile, nor does a handler without its message. */
  const handlers: Handlers<"background"> = {
    ...pageHandlers(context),
    ...companyHandlers(context),
    ...serviceHandlers(context),
    ...dossierHandlers(context),
    ...settingsHandlers(context),
  };
  collector.onAnswer((collection) => learnName(context, collection));

  return {
    handlers,
    menu: async () => {
      const { language, m } = await words();
      return { title: m.menu.title, items: menuItemsOf(await companyDossier(), language, m) };
    },
    fillFromMenu: async (tabId, frameId, field) => {
      const known = (await companyDossier())?.values[field];
      if (known === undefined) return false;
      return fillOne({ send: deps.sendToFrame, cell: tabCell(tabId), tabId, words: (await words()).m }, frameId, field, known);
    },
    forgetTab: (tabId) => tabCell(tabId).clear(),
    resume: async () => {
      await collector.resume();
      await learnChosenName(context);
      const time = deps.now().getTime();
      await shelf.prune(time - KEEP_DOCUMENTS_MS, (await made.isReadable()) ? time - KEEP_MADE_MS : time);
    },
  };
}
