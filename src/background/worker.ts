/** The background's work: what each message does. Everything of the browser is given, so that it runs in a test. */

import { z } from "zod";
import type { Diligence } from "../domain/diligence.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { FieldKey } from "../domain/fields.ts";
import { ServiceSources } from "../domain/service.ts";
import { sirenOf } from "../domain/siret.ts";
import type { Messages } from "../i18n/fr.ts";
import type { Language } from "../i18n/plural.ts";
import type { Handlers, Input, NameFor, Output } from "../messages/contract.ts";
import { ServiceTrouble, type Situation } from "../messages/situation.ts";
import type { Cells, Store } from "../store/cells.ts";
import type { CoffreDoor } from "../store/coffre-door.ts";
import { madeShelf } from "../store/made-shelf.ts";
import type { Shelf } from "../store/shelf.ts";
import type { Collector } from "./collector.ts";
import { allDiligence, diligenceOf, eraseDiligence, workOf } from "./diligence.ts";
import { fileNameIn, type Taken, takeDocument } from "./documents.ts";
import { type MenuItem, menuItemsOf } from "./menu.ts";
import { attachToPage, fillOne, fillPage, undoPage } from "./page-work.ts";
import { preparedDossiers } from "./prepared.ts";
import { forgetReminders } from "./reminders.ts";
import type { Inquiry, Service } from "./service.ts";
import { settingsCell, withCompany, withCorrection, withEntries, withName, withoutCompany, withPortal } from "./settings.ts";
import type { Identity } from "./sign-in.ts";
import { dossierOf, situationOf } from "./situation.ts";
import { asRead, consultationOf, detectedFrames, EMPTY_TAB, inquiryOf, keyOfTab, portalOf, TAB_KEYS, TabState, withFrame } from "./tabs.ts";

/** Speaks to one frame. @throws when it is gone or answers something else */
export type SendToFrame = <Name extends NameFor<"content">>(
  tabId: number,
  frameId: number,
  name: Name,
  input: Input<Name>,
) => Promise<Output<Name>>;

export interface WorkerDeps {
  /** Kept until the browser closes. */
  readonly session: Cells;
  /** Where those are, to find them by their keys. */
  readonly sessionStore: Pick<Store, "keys">;
  /** Kept for good. */
  readonly local: Cells;
  readonly collector: Collector;
  readonly service: () => Promise<Service>;
  readonly shelf: Shelf;
  readonly identity: Identity;
  readonly coffre: CoffreDoor;
  readonly sendToFrame: SendToFrame;
  /** Puts the content script in a tab: needs the person's gesture. */
  readonly inject: (tabId: number) => Promise<void>;
  /** In which what is shown in pages and menus is written. */
  readonly words: () => Promise<{ readonly language: Language; readonly m: Messages }>;
  readonly badge: (tabId: number, detected: boolean) => void;
  readonly now: () => Date;
}

const Described = z.object({ service: ServiceSources.nullable(), trouble: ServiceTrouble.nullable() });

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
  const { session, local, collector, shelf, now } = deps;
  const settings = settingsCell(local);
  const described = session("service", Described, { service: null, trouble: null });
  const made = madeShelf(shelf, session);
  const prepared = preparedDossiers(session, made);
  const tabCell = (tabId: number) => session(keyOfTab(tabId), TabState, EMPTY_TAB);

  async function readTab(tabId: number | null): Promise<TabState | null> {
    if (tabId === null) return null;
    const tab = await tabCell(tabId).read();
    if (Object.keys(tab.frames).length === 0) return null;
    return tab.asked || !(await settings.read()).portalsOff.includes(portalOf(tab)) ? tab : null;
  }

  async function inquiryFor(tabId: number | null): Promise<Inquiry | null> {
    const { siret } = await settings.read();
    if (siret === null) return null;
    const tab = await readTab(tabId);
    return inquiryOf(siret, tab === null ? null : consultationOf(tab));
  }

  async function situation(tabId: number | null): Promise<Situation> {
    const inquiry = await inquiryFor(tabId);
    const kept = await settings.read();
    const { service, trouble } = await described.read();
    const tab = await readTab(tabId);
    const situation = situationOf({
      settings: kept,
      tab,
      collection: inquiry === null ? null : await collector.read(inquiry),
      coffre: kept.siret === null ? [] : await deps.coffre.list(sirenOf(kept.siret)),
      coffreLocked: await deps.coffre.isLocked(),
      prepared: kept.siret === null ? null : await prepared.find(workOf(kept.siret, tab), tabId, tells(tab)),
      person: kept.service.kind === "proxy" ? await deps.identity.personAt(kept.service.url) : null,
      service,
      trouble,
      isAsking: (sourceId) => inquiry !== null && collector.isAsking(inquiry, sourceId),
      now: now(),
    });
    const name = situation.dossier?.values.raisonSociale?.value;
    if (situation.company !== null && situation.company.name === null && typeof name === "string") {
      const { siret } = situation.company;
      await settings.update((before) => withName(before, siret, name));
      return { ...situation, company: { siret, name } };
    }
    return situation;
  }

  /** What is known of the company, whatever the page: the browser's menu is the same in all tabs. */
  async function companyDossier(): Promise<Dossier | null> {
    const kept = await settings.read();
    if (kept.siret === null) return null;
    const [collection, coffre] = [await collector.fullest(kept.siret), await deps.coffre.list(sirenOf(kept.siret))];
    return dossierOf({ settings: kept, tab: null, collection, coffre, now: now() });
  }

  async function takePiece(tabId: number | null, pieceId: string): Promise<Taken> {
    const inquiry = await inquiryFor(tabId);
    const dossier = (await situation(tabId)).dossier ?? undefined;
    const piece = dossier?.pieces.find(({ id }) => id === pieceId);
    if (inquiry === null || dossier === undefined || piece === undefined) return { problem: "unknown" };
    const taken = await takeDocument(deps, inquiry, piece);
    return "problem" in taken ? taken : { ...taken, fileName: fileNameIn(dossier, piece, taken.mediaType) };
  }

  async function notePrepared(work: string, files: Input<"recordPrepared">["files"]): Promise<void> {
    const at = now().toISOString();
    await diligenceOf(local, work).add(files.map(({ fileName, sha256, size }) => ({ at, what: "prepared", fileName, sha256, size })));
  }

  async function describe(): Promise<void> {
    const answer = await (await deps.service()).describe();
    const next = "trouble" in answer ? { service: null, trouble: answer.trouble } : { service: answer, trouble: null };
    await described.update(() => next);
  }

  const handlers: Handlers<"background"> = {
    pageRead: async (report, { tabId, frameId, url }) => {
      if (tabId === undefined || frameId === undefined) return {};
      const tab = await tabCell(tabId).update((before) => withFrame(before, frameId, url ?? "", report));
      deps.badge(tabId, detectedFrames(tab).length > 0 && (await readTab(tabId)) !== null);
      return {};
    },

    show: async ({ tabId }) => {
      const inquiry = await inquiryFor(tabId);
      if (inquiry === null) await describe();
      else await collector.open(inquiry);
      return situation(tabId);
    },

    readPage: async ({ tabId }) => {
      await tabCell(tabId).update((before) => ({ ...before, asked: true }));
      await deps.inject(tabId);
      const page = await deps.sendToFrame(tabId, 0, "read", {});
      return { detected: page.detected };
    },

    findCompanies: async ({ text }) => (await deps.service()).search(text),
    measureUpload: async () => (await deps.service()).measureUpload(),

    chooseCompany: async ({ siret }) => {
      await settings.update((before) => withCompany(before, siret));
      return {};
    },

    forgetCompany: async ({ siret }) => {
      await settings.update((before) => withoutCompany(before, siret));
      return {};
    },

    retry: async ({ tabId, sourceId }) => {
      const inquiry = await inquiryFor(tabId);
      if (inquiry === null) await describe();
      else await collector.retry(inquiry, sourceId);
      return {};
    },

    remember: async ({ siret, values }) => {
      let refused: ReturnType<typeof withEntries>["refused"] = [];
      await settings.update((before) => {
        const after = withEntries(before, siret, values);
        refused = after.refused;
        return after.settings;
      });
      return { refused };
    },

    correct: async ({ tabId, field, value }) => {
      const tab = await readTab(tabId);
      let accepted = false;
      await settings.update((before) => {
        if (before.siret === null || tab === null) return before;
        const after = withCorrection(before, before.siret, portalOf(tab), field, value);
        accepted = after.refused.length === 0;
        return after.settings;
      });
      return { accepted };
    },

    fill: async ({ tabId, except }) =>
      fillPage(
        { send: deps.sendToFrame, cell: tabCell(tabId), tabId, words: (await deps.words()).m },
        (await situation(tabId)).fields,
        except,
      ),

    undo: async ({ tabId }) => undoPage({ send: deps.sendToFrame, cell: tabCell(tabId), tabId }),

    attach: async ({ tabId, choices }) => {
      const take = (pieceId: string) => takePiece(tabId, pieceId);
      const { siret } = await settings.read();
      const log = siret === null ? null : diligenceOf(local, workOf(siret, await readTab(tabId)));
      const record = async (lines: readonly Omit<Diligence, "at">[]) =>
        log?.add(lines.map((line) => ({ at: now().toISOString(), ...line })));
      return { outcomes: await attachToPage({ send: deps.sendToFrame, cell: tabCell(tabId), tabId, made, take, record }, choices) };
    },

    recordPrepared: async ({ work, files }) => {
      await notePrepared(work, files);
      return {};
    },

    keepPrepared: async (dossier) => {
      await prepared.keep(dossier);
      await notePrepared(dossier.work, dossier.files);
      return {};
    },

    readDiligence: async ({ work }) => ({ entries: await diligenceOf(local, work).read() }),

    bringPiece: async ({ tabId, pieceId }) => {
      const taken = await takePiece(tabId, pieceId);
      return "problem" in taken ? taken : { key: taken.key, fileName: taken.fileName };
    },

    chooseService: async (choice) => {
      await settings.update((before) => ({ ...before, service: choice }));
      await collector.forget();
      await described.clear();
      return {};
    },

    signIn: async ({ tabId }) => {
      const { service } = await settings.read();
      if (service.kind !== "proxy") return { outcome: "failed" };
      const outcome = await deps.identity.signIn(service.url);
      const inquiry = await inquiryFor(tabId);
      if (outcome === "signedIn" && inquiry !== null) await collector.retry(inquiry, null);
      return { outcome };
    },

    /** What was seen with the session is forgotten with it. */
    signOut: async ({ everywhere }) => {
      await deps.identity.signOut(everywhere);
      await collector.forget();
      await prepared.forget();
      await shelf.erase();
      return {};
    },

    chooseReminders: async ({ wanted }) => {
      await settings.update((before) => ({ ...before, reminders: wanted }));
      return {};
    },

    chooseLanguage: async ({ language }) => {
      await settings.update((before) => ({ ...before, language }));
      return {};
    },

    choosePortal: async ({ id, wanted }) => {
      await settings.update((before) => withPortal(before, id, wanted));
      return {};
    },

    exportAll: async () => {
      const everything = { exportedAt: now().toISOString(), settings: await settings.read(), diligence: await allDiligence(local) };
      return { json: `${JSON.stringify(everything, null, 2)}\n` };
    },

    /** The choices first: an open screen reads again at each change, and would have the company's sources asked anew. */
    eraseAll: async () => {
      await settings.clear();
      await deps.identity.signOut(false);
      await collector.forget();
      await prepared.forget();
      await shelf.erase();
      await deps.coffre.erase();
      await forgetReminders(local);
      await eraseDiligence(local);
      await described.clear();
      for (const key of await deps.sessionStore.keys(TAB_KEYS)) await session(key, TabState, EMPTY_TAB).update(asRead);
      return {};
    },
  };

  return {
    handlers,
    menu: async () => {
      const { language, m } = await deps.words();
      return { title: m.menu.title, items: menuItemsOf(await companyDossier(), language, m) };
    },
    fillFromMenu: async (tabId, frameId, field) => {
      const known = (await companyDossier())?.values[field];
      if (known === undefined) return false;
      return fillOne({ send: deps.sendToFrame, cell: tabCell(tabId), tabId, words: (await deps.words()).m }, frameId, field, known);
    },
    forgetTab: (tabId) => tabCell(tabId).clear(),
    resume: async () => {
      await collector.resume();
      const time = now().getTime();
      await shelf.prune(time - KEEP_DOCUMENTS_MS, (await made.isReadable()) ? time - KEEP_MADE_MS : time);
    },
  };
}

/** True when the page says which consultation it is about. */
function tells(tab: TabState | null): boolean {
  return tab !== null && consultationOf(tab)?.reference !== undefined;
}
