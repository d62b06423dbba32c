/** The background's work: what each message does. Everything of the browser is given, so that it runs in a test. */

import { z } from "zod";
import type { FieldKey } from "../domain/fields.ts";
import type { Handlers, NameFor, Origin } from "../messages/contract.ts";
import { keyOfPage, keyOfScreen } from "../messages/screen-keys.ts";
import type { Cells } from "../store/cells.ts";
import { learnChosenName, learnName } from "./company-name.ts";
import { recorder } from "./consultations.ts";
import { type Context, contextOf, type WorkerDeps } from "./context.ts";
import { enter } from "./enter.ts";
import { createErasures, eraseEverything, untilErased } from "./erase.ts";
import { companyHandlers } from "./handlers/company.ts";
import { consultationsHandlers } from "./handlers/consultations.ts";
import { dossierHandlers } from "./handlers/dossier.ts";
import { formsHandlers } from "./handlers/forms.ts";
import { lessonsHandlers } from "./handlers/lessons.ts";
import { pageHandlers } from "./handlers/page.ts";
import { readerHandlers } from "./handlers/reader.ts";
import { serviceHandlers } from "./handlers/service.ts";
import { settingsHandlers } from "./handlers/settings.ts";
import { eraseOver, settleDossiers } from "./kept-dossiers.ts";
import { type MenuItem, menuItemsOf } from "./menu.ts";
import { TAB_KEYS } from "./names.ts";
import { fillOne, forgetGone, settleIntents } from "./page-work.ts";
import type { Settings, SettingsCell } from "./settings.ts";

/** Fetched documents that nobody asked for again are erased after this. */
const KEEP_DOCUMENTS_MS = 7 * 24 * 3_600_000;
/** Prepared files live longer: a bidder prepares in the morning and deposits at night. */
const KEEP_MADE_MS = 24 * 3_600_000;

export interface Worker {
  readonly handlers: Handlers<"background">;
  /** What the browser's menu proposes now. */
  menu(): Promise<{ readonly title: string; readonly items: readonly MenuItem[] }>;
  /** The person chose a value for the field under the menu, in a page where the script may not be yet. */
  fillFromMenu(tabId: number, frameId: number, field: FieldKey): Promise<boolean>;
  /** The person allowed more hosts: a source that failed may now answer. */
  accessGiven(): Promise<void>;
  /** The coffre was opened: what awaited it goes there, what is past its term leaves it. */
  coffreOpened(): Promise<void>;
  /** The tab may show another page: what was read in a frame that answers no more is forgotten. */
  tabLoads(tabId: number): Promise<void>;
  /** The tab is closed: what was read in it is forgotten. */
  forgetTab(tabId: number): Promise<void>;
  /** The lasting cells, as one piece of work sees them: once everything was erased, it can no longer write there. */
  lasting(): Promise<Cells>;
  /** Every start of the worker: goes on with what is missing. */
  resume(): Promise<void>;
}

/** The entry points that the browser calls. Each call is one piece of work. */
export function createWorker(deps: WorkerDeps): Worker {
  const erasures = createErasures(
    (written) => eraseEverything(deps, written),
    () => deps.erasing.read(),
  );
  const begin = async (name?: NameFor<"background">) => {
    const working = untilErased(deps, await erasures.begin());
    return contextOf(name !== undefined && TELLS.has(name) ? { ...working, settings: readOnce(working.settings) } : working, erasures.run);
  };
  const answered = afterComingBack(inOperations(begin, contextOf(deps, erasures.run)));
  deps.collector.onAnswer((collection) => learnName(deps, collection));

  /** Settles what a stopped worker had begun in the tabs, then stores what was waiting for the coffre. */
  async function settleAll(): Promise<void> {
    const { local, consultations, sessionStore, sendToFrame: send, tabCell } = await begin();
    const record = recorder({ local, consultations });
    for (const key of await sessionStore.keys(TAB_KEYS)) {
      const tabId = Number(key.slice(TAB_KEYS.length));
      await settleIntents({ send, cell: tabCell(tabId), tabId, record });
    }
    await deps.localStore.sealAll();
    await deps.settings.settle();
  }

  return {
    handlers: answered.handlers,
    menu: async () => {
      const { words, companyDossier } = await begin();
      const { m } = await words();
      return { title: m.menu.title, items: menuItemsOf(await companyDossier(), m) };
    },
    fillFromMenu: async (tabId, frameId, field) => {
      const { words, companyDossier, sendToFrame: send, tabCell } = await begin();
      const known = (await companyDossier())?.values[field];
      if (known === undefined) return false;
      // A page where scripts may not go answers nothing either.
      await enter(deps, tabId).catch(() => false);
      return fillOne({ send, cell: tabCell(tabId), tabId, words: (await words()).m }, frameId, field, known);
    },
    accessGiven: async () => (await begin()).collector.retryAll(),
    coffreOpened: async () => settleInCoffre(await begin()),
    forgetTab: async (tabId) => {
      const { tabCell, session } = await begin();
      await tabCell(tabId).clear();
      for (const key of [keyOfScreen(tabId), keyOfPage(tabId)]) await session(key, z.unknown(), undefined).clear();
    },
    tabLoads: async (tabId) => {
      const { tabCell, sendToFrame: send } = await begin();
      await forgetGone({ send, cell: tabCell(tabId), tabId });
    },
    lasting: async () => (await begin()).local,
    resume: async () => {
      await answered.comeBack(async () => {
        await erasures.goOn();
        await settleAll();
      });
      await goOn(await begin());
    },
  };
}

async function settleInCoffre(context: Context): Promise<void> {
  await context.settings.settle();
  await settleDossiers(context);
}

async function goOn(context: Context): Promise<void> {
  const { collector, shelf, now } = context;
  await collector.resume();
  await learnChosenName(context);
  await eraseOver(context);
  const time = now().getTime();
  await shelf.prune(time - KEEP_DOCUMENTS_MS, time - KEEP_MADE_MS);
}

/** A message without its handler does not compile, nor does a handler without its message. */
function handlersIn(context: Context): Handlers<"background"> {
  return {
    ...readerHandlers(context),
    ...pageHandlers(context),
    ...lessonsHandlers(context),
    ...companyHandlers(context),
    ...serviceHandlers(context),
    ...dossierHandlers(context),
    ...formsHandlers(context),
    ...consultationsHandlers(context),
    ...settingsHandlers(context),
  };
}

type AnyHandler = (input: unknown, origin: Origin) => Promise<unknown>;

/** Messages that tell what is kept and change no settings: all that they tell is told of the same settings, which are read once. */
const TELLS: ReadonlySet<NameFor<"background">> = new Set(["show", "readHeld"]);

function readOnce(settings: SettingsCell): SettingsCell {
  let known: Promise<Settings> | null = null;
  return {
    ...settings,
    read: () => {
      known ??= settings.read();
      return known;
    },
  };
}

/** Each message is one piece of work: what it stores is dropped if everything was erased since it began. */
function inOperations(begin: (name: NameFor<"background">) => Promise<Context>, any: Context): Handlers<"background"> {
  const operation = (name: NameFor<"background">) => async (input: unknown, origin: Origin) =>
    (handlersIn(await begin(name))[name] as AnyHandler)(input, origin);
  const names = Object.keys(handlersIn(any)) as NameFor<"background">[];
  return Object.fromEntries(names.map((name) => [name, operation(name)])) as unknown as Handlers<"background">;
}

/** Screens wait until the work of a stopped worker is settled. */
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
