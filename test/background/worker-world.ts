/** The background in a test: a page that answers as told, stores that live in memory, a service whose answers are given. */
import "fake-indexeddb/auto";
import { z } from "zod";
import { createCollector } from "../../src/background/collector.ts";
import type { SendToFrame } from "../../src/background/context.ts";
import { NO_POLICY } from "../../src/background/policy.ts";
import type { FetchedDocument, Inquiry, Service } from "../../src/background/service.ts";
import { settingsCell } from "../../src/background/settings.ts";
import { createWorker } from "../../src/background/worker.ts";
import { type Entries, NO_ENTRIES } from "../../src/coffre/entries.ts";
import type { Answer } from "../../src/domain/answer.ts";
import type { CoffrePiece, CompanyNotes } from "../../src/domain/coffre.ts";
import { NO_MEANS } from "../../src/domain/means.ts";
import type { FillOutcome } from "../../src/domain/page-reading.ts";
import type { Input, NameFor, Origin } from "../../src/messages/contract.ts";
import type { ControlReport, PageReport } from "../../src/messages/page.ts";
import { judge } from "../../src/reading/judge.ts";
import { cellsOf } from "../../src/store/cells.ts";
import type { CoffreDoor } from "../../src/store/coffre-door.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { memoryStore } from "../store/memory-store.ts";
import { answerOf, NOW, SIRET, serviceOf } from "./answers.ts";
import { control, page, slot } from "./pages.ts";
import { QUIET } from "./quiet.ts";

export const TAB = 7;
export const SCREEN: Origin = { from: "screen" };
export const BYTES = new TextEncoder().encode("%PDF-1.7 specimen");

const IDENTITY = answerOf("insee", { facts: { raisonSociale: "ATELIER DES TOITS CLAIRS", siret: SIRET, codePostal: "99012" } });
const VIGILANCE = answerOf("urssaf", {
  pieces: [
    {
      n: 0,
      kind: "attestationVigilance",
      title: "Attestation de vigilance",
      validFrom: "2026-02-28",
      validityBasis: "source",
      downloadable: true,
    },
  ],
});

/**
 * A frame that writes what it is told into its own reading.
 * @param more what its page tells besides its controls
 */
export function frameOf(controls: ControlReport[], more: Partial<PageReport> = {}) {
  const state = {
    controls,
    gone: false,
    goneFrames: [] as number[],
    files: [] as { name: string; bytes: number }[],
    texts: {} as Record<string, string>,
  };
  const parts = new Map<string, number>();
  const reading = (): PageReport => page(state.controls, more);
  const send = (async <Name extends NameFor<"content">>(_tab: number, frameId: number, name: Name, input: unknown) => {
    if (state.gone || state.goneFrames.includes(frameId)) throw new Error("gone");
    if (name === "fillPage") {
      const { entries } = input as Input<"fillPage">;
      const outcomes = entries.flatMap(({ id, value, field }): FillOutcome[] => {
        const target = field ?? state.controls.find((one) => one.id === id)?.target ?? null;
        return target === null ? [] : [{ id, target, outcome: "filled", written: String(value) }];
      });
      state.controls = state.controls.map((one) => (entries.some(({ id }) => id === one.id) ? { ...one, empty: false } : one));
      return { outcomes, page: reading() };
    }
    if (name === "fillField") {
      const { field, value } = input as Input<"fillField">;
      const [first] = state.controls;
      if (first === undefined) return { outcome: null, page: reading() };
      state.controls = state.controls.map((one) => (one === first ? { ...one, empty: false } : one));
      return { outcome: { id: first.id, target: field, outcome: "filled", written: String(value) }, page: reading() };
    }
    if (name === "tellHeld") {
      const { ids } = input as Input<"tellHeld">;
      return { held: ids.flatMap((id) => (state.texts[id] === undefined ? [] : [{ id, text: state.texts[id] }])) };
    }
    if (name === "undoPage") {
      const filled = state.controls.filter((one) => !one.empty);
      state.controls = state.controls.map((one) => ({ ...one, empty: true }));
      return { outcomes: filled.map(({ id }) => ({ id, outcome: "restored" as const })), page: reading() };
    }
    if (name === "receivePart") {
      const { file, base64 } = input as Input<"receivePart">;
      parts.set(file, (parts.get(file) ?? 0) + atob(base64).length);
      return {};
    }
    if (name === "attachPage") {
      const { id, files } = input as Input<"attachPage">;
      for (const file of files) state.files.push({ name: file.name, bytes: parts.get(file.file) ?? 0 });
      state.controls = state.controls.map((one) => (one.id === id ? { ...one, empty: false } : one));
      return { outcome: { id, target: "document.attestationVigilance", outcome: "filled" }, page: reading() };
    }
    return reading();
  }) as SendToFrame;
  return { state, send, reading };
}

/** A browser under load. Exchanges on one key keep their order, as they do there. */
function slowStore(seed: number): ReturnType<typeof memoryStore> {
  const store = memoryStore();
  let drawn = seed;
  const lines = new Map<string, Promise<unknown>>();
  const wait = async () => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    for (let turn = drawn % 12; turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...store,
    get: async (key) => {
      await wait();
      return store.get(key);
    },
    set: async (key, value) => {
      await wait();
      await store.set(key, value);
    },
    remove: async (key) => {
      await wait();
      await store.remove(key);
    },
    keys: async (prefix) => {
      await wait();
      return store.keys(prefix);
    },
    alone: (key, work) => {
      const turn = (lines.get(key) ?? Promise.resolve()).then(work, work);
      lines.set(
        key,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}

let shelves = 0;

/**
 * @param seed of a store that takes its time: each exchange some milliseconds, drawn; none given, it takes none
 * @param own a service in place of the one that gives the answers
 */
export function start(frame: ReturnType<typeof frameOf>, answers: Answer[] = [IDENTITY, VIGILANCE], seed = 0, own?: Service) {
  const [session, local] = seed === 0 ? [memoryStore(), memoryStore()] : [slowStore(seed), slowStore(seed + 1)];
  const inquiries: Inquiry[] = [];
  const badges: boolean[] = [];
  /** The alarms asked for, and whether the mark of an erasing stood by then. */
  const wakes: { readonly time: Date; readonly isErasing: boolean }[] = [];
  let document: FetchedDocument | { problem: "notADocument" } = { bytes: BYTES, mediaType: "application/pdf", fileName: "vigilance.pdf" };
  let downloads = 0;
  let erasures = 0;
  let failures = 0;
  let signOut: Promise<void> = Promise.resolve();
  let answersHeld: Promise<void> | undefined;
  let asking = () => {};
  let held: { readonly asked: () => void; readonly given: Promise<void> } | null = null;
  let entries: Entries = NO_ENTRIES;
  const notes = new Map<string, CompanyNotes>();
  let isClosed = false;
  const given: Service = {
    describe: async () => serviceOf("insee", "urssaf"),
    ask: async (inquiry: Inquiry, id: string) => {
      inquiries.push(inquiry);
      asking();
      await answersHeld;
      return answers.find((answer) => answer.provenance.source === id) ?? answerOf(id, { state: "notFound" });
    },
    measureUpload: async () => ({ bitsPerSecond: 8_000_000 }),
    search: async () => ({ companies: [{ siret: SIRET, name: "ATELIER DES TOITS CLAIRS", place: null }], total: 1 }),
    document: async () => {
      downloads += 1;
      held?.asked();
      await held?.given;
      return document;
    },
  };
  const service = async () => own ?? given;
  let address: string | null = "https://portail.test/depot";
  const injected: number[] = [];
  const cells = cellsOf(session);
  const collector = createCollector({ cells, store: session, service, wakeAt: () => {}, now: () => NOW });
  shelves += 1;
  const shelf = openShelf(cells, `shelf-${shelves}`);
  const noteOf = (siren: string) => notes.get(siren) ?? { siren, manual: {}, explications: [], means: NO_MEANS, grounds: [] };
  let pieces: readonly CoffrePiece[] = [];
  const coffre: CoffreDoor = {
    list: async (siren) => pieces.filter((piece) => piece.siren === siren),
    entries: async () => entries,
    changeEntries: async (change) => {
      entries = change(entries);
      return entries;
    },
    notesOf: async (siren) => (isClosed ? null : noteOf(siren)),
    changeNotes: async (siren, change) => {
      if (!isClosed) notes.set(siren, change(noteOf(siren)));
      return !isClosed;
    },
    bytesOf: async () => undefined,
    isLocked: async () => false,
    dossiers: async () => null,
    erase: async () => {
      if (failures > 0) {
        failures -= 1;
        throw new Error("disk");
      }
      erasures += 1;
      entries = NO_ENTRIES;
    },
  };
  const settings = settingsCell({ local: cellsOf(local), coffre, policy: async () => NO_POLICY, sayLanguage: async () => {} });
  const brought: [number, number][] = [];
  let waking = Promise.resolve();
  const worker = createWorker({
    ...QUIET,
    session: cells,
    sessionStore: session,
    local: cellsOf(local),
    localStore: { sealAll: async () => {}, opens: async () => true, erase: async () => local.content.clear() },
    erasing: cellsOf(local)("erasing", z.boolean(), false),
    settings,
    collector,
    service,
    shelf,
    identity: { ...QUIET.identity, signOut: async () => signOut },
    coffre,
    judge: (question) => judge(question, NOW.getFullYear()),
    sendToFrame: frame.send,
    addressOf: async () => address,
    inject: async (tabId, frameId) => {
      if (frameId === undefined) injected.push(tabId);
      else brought.push([tabId, frameId]);
    },
    wakeTab: () => waking,
    badge: (_, detected) => badges.push(detected),
    wakeAt: (time) => wakes.push({ time, isErasing: local.content.has("erasing") }),
  });
  const { handlers } = worker;
  return {
    ...{ worker, handlers, shelf, session, local, settings, inquiries, badges, wakes, injected, brought },
    showAt: (url: string | null) => {
      address = url;
    },
    /** The page is read when the test says so. */
    holdWaking: () => {
      const woken = Promise.withResolvers<void>();
      waking = woken.promise;
      return woken.resolve;
    },
    coffreErasures: () => erasures,
    holdPieces: (held: readonly CoffrePiece[]) => {
      pieces = held;
    },
    closeCoffre: () => {
      isClosed = true;
    },
    downloads: () => downloads,
    failErasing: () => {
      failures = 1;
    },
    muteProxy: () => {
      signOut = new Promise(() => {});
    },
    /** The sources think: `asked` once the first is asked, `give` lets all answer, `settled` once they did. */
    holdAnswers: () => {
      const [asked, given] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      asking = asked.resolve;
      answersHeld = given.promise;
      return { asked: asked.promise, give: given.resolve };
    },
    /** Every answer asked for came. */
    settled: () => collector.settled(),
    /** Lets everything that can happen without time happen. */
    turns: () => new Promise((resolve) => setTimeout(resolve, 20)),
    holdDocuments: () => {
      const [asked, given] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      held = { asked: asked.resolve, given: given.promise };
      return { asked: asked.promise, give: given.resolve };
    },
    refuseDocuments: () => {
      document = { problem: "notADocument" };
    },
    report: (more: Partial<PageReport> = {}, documentId = "d1", url = "https://portail.test/depot") =>
      handlers.pageRead({ document: documentId, page: { ...frame.reading(), ...more } }, { from: "content", tabId: TAB, frameId: 0, url }),
    choose: async () => {
      await handlers.chooseCompany({ siret: SIRET }, SCREEN);
      await handlers.show({ tabId: TAB }, SCREEN);
      await collector.settled();
    },
    show: () => handlers.show({ tabId: TAB }, SCREEN),
  };
}

export const FORM = [
  control("rs", "raisonSociale"),
  control("cp", "codePostal"),
  control("nom", "contactNom"),
  control("tape", "siret", { empty: false }),
  control("honneur", "declarationHonneur", { type: "checkbox", leave: "sworn" }),
  control("secret", "password", { leave: "password" }),
  slot("vig", "document.attestationVigilance"),
  slot("fisc", "document.attestationFiscale"),
];
