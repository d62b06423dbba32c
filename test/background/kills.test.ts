/** The worker stopped at every instant of a filling, an undo and an attachment: come back, it knows what the page holds, and the log is whole. */
import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createCollector } from "../../src/background/collector.ts";
import type { SendToFrame } from "../../src/background/context.ts";
import { NO_POLICY } from "../../src/background/policy.ts";
import { settingsCell } from "../../src/background/settings.ts";
import { createWorker } from "../../src/background/worker.ts";
import { NO_ENTRIES } from "../../src/coffre/entries.ts";
import type { FillOutcome } from "../../src/domain/page-reading.ts";
import { createLedger } from "../../src/frame/ledger.ts";
import type { Input, NameFor, Origin } from "../../src/messages/contract.ts";
import { judge } from "../../src/reading/judge.ts";
import { cellsOf, type Store } from "../../src/store/cells.ts";
import type { CoffreDoor } from "../../src/store/coffre-door.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { memoryStore } from "../store/memory-store.ts";
import { answerOf, NOW, SIRET, serviceOf } from "./answers.ts";
import { control, page, slot } from "./pages.ts";
import { QUIET } from "./quiet.ts";

const TAB = 7;
const SCREEN: Origin = { from: "screen" };
/** Instants at which each piece of work is stopped. */
const KILLS = 20;

const ANSWERS = [
  answerOf("insee", { facts: { raisonSociale: "ATELIER DES TOITS CLAIRS", siret: SIRET, codePostal: "99012" } }),
  answerOf("urssaf", {
    pieces: [
      { n: 0, kind: "attestationVigilance", title: "Attestation", validFrom: "2026-02-28", validityBasis: "source", downloadable: true },
    ],
  }),
];

/** A frame as ours are: it goes on when the worker is stopped, and keeps what it did. */
function frameOf() {
  const ledger = createLedger();
  const filled = new Set<string>();
  const files: string[] = [];
  const controls = [control("rs", "raisonSociale"), control("cp", "codePostal"), slot("vig", "document.attestationVigilance")];
  const reading = () => page(controls.map((one) => ({ ...one, empty: !filled.has(one.id) })));
  const later = () => new Promise<void>((resolve) => setTimeout(resolve, 2));
  const send = (async <Name extends NameFor<"content">>(_tab: number, _frame: number, name: Name, input: unknown) => {
    if (name === "fillPage") {
      const { operation, entries } = input as Input<"fillPage">;
      const { outcomes } = await ledger.keep(operation, async () => {
        await later();
        for (const { id } of entries) filled.add(id);
        await later();
        return {
          outcomes: entries.flatMap(({ id, target }): FillOutcome[] => (target === null ? [] : [{ id, target, outcome: "filled" }])),
        };
      });
      return { outcomes, page: reading() };
    }
    if (name === "undoPage") {
      const { operation } = input as Input<"undoPage">;
      const { undone } = await ledger.keep(operation, async () => {
        await later();
        const ids = [...filled];
        filled.clear();
        return { undone: ids.map((id) => ({ id, outcome: "restored" as const })) };
      });
      return { outcomes: undone, page: reading() };
    }
    if (name === "attachPage") {
      const { operation, id, target, files: given } = input as Input<"attachPage">;
      const { outcomes } = await ledger.keep(operation, async () => {
        await later();
        filled.add(id);
        files.push(...given.map((file) => file.name));
        await later();
        return { outcomes: [{ id, target, outcome: "filled" }] };
      });
      return { outcome: outcomes[0], page: reading() };
    }
    if (name === "account") return { done: await ledger.account((input as Input<"account">).operations), page: reading() };
    return name === "receivePart" ? {} : reading();
  }) as SendToFrame;
  return { send, reading, filled, files };
}

let machines = 0;

/** What outlives the worker: the browser's storage, and the page. */
function machine() {
  machines += 1;
  const [session, local, frame] = [memoryStore(), memoryStore(), frameOf()];
  const shelf = openShelf(cellsOf(session), `kills-${machines}`);

  /** A worker that is stopped after so many exchanges with what is around it: nothing of it goes on, nothing comes back to it. */
  function wake(exchanges = Number.POSITIVE_INFINITY) {
    let left = exchanges;
    const never = new Promise<never>(() => {});
    const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
      left -= 1;
      if (left < 0) return never;
      const result = await work();
      return left < 0 ? never : result;
    };
    const mortal = (store: Store): Store => ({
      get: (key) => guarded(() => store.get(key)),
      set: (key, value) => guarded(() => store.set(key, value)),
      remove: (key) => guarded(() => store.remove(key)),
      keys: (prefix) => guarded(() => store.keys(prefix)),
    });
    const cells = cellsOf(mortal(session));
    const service = async () => ({
      describe: async () => serviceOf("insee", "urssaf"),
      ask: async (_: unknown, id: string) =>
        ANSWERS.find((answer) => answer.provenance.source === id) ?? answerOf(id, { state: "notFound" }),
      measureUpload: async () => ({ bitsPerSecond: 8_000_000 }),
      search: async () => ({ companies: [], total: 0 }),
      document: async () => ({ bytes: new TextEncoder().encode("%PDF-1.7 specimen"), mediaType: "application/pdf", fileName: "v.pdf" }),
    });
    const collector = createCollector({ cells, store: mortal(session), service, wakeAt: () => {}, now: () => NOW });
    const coffre: CoffreDoor = {
      list: async () => [],
      entries: async () => NO_ENTRIES,
      changeEntries: async (change) => change(NO_ENTRIES),
      notesOf: async () => null,
      changeNotes: async () => false,
      bytesOf: async () => undefined,
      isLocked: async () => false,
      dossiers: async () => null,
      erase: async () => {},
    };
    const lasting = cellsOf(mortal(local));
    const worker = createWorker({
      ...QUIET,
      session: cells,
      sessionStore: mortal(session),
      local: lasting,
      localStore: { sealAll: async () => {}, opens: async () => true, erase: async () => {} },
      erasing: lasting("erasing", z.boolean(), false),
      settings: settingsCell({ local: lasting, coffre, policy: async () => NO_POLICY, sayLanguage: async () => {} }),
      collector,
      service,
      shelf,
      coffre,
      judge: (question) => judge(question, NOW.getFullYear()),
      sendToFrame: ((...given: Parameters<SendToFrame>) => guarded(() => frame.send(...given))) as SendToFrame,
      addressOf: async () => "https://portail.test/depot",
      inject: async () => {},
      wakeTab: async () => {},
    });
    return { worker, collector, handlers: worker.handlers };
  }

  /** A first life, in which the page is read and the company known. */
  async function prepare(): Promise<void> {
    const { handlers, collector } = wake();
    await handlers.pageRead(
      { document: "d1", page: frame.reading() },
      { from: "content", tabId: TAB, frameId: 0, url: "https://portail.test/depot" },
    );
    await handlers.chooseCompany({ siret: SIRET }, SCREEN);
    await handlers.show({ tabId: TAB }, SCREEN);
    await collector.settled();
  }

  /** Does the work in a life that ends after so many exchanges, then comes back. True when it was stopped on the way. */
  async function stoppedAfter(exchanges: number, work: (handlers: ReturnType<typeof wake>["handlers"]) => Promise<unknown>) {
    const { handlers } = wake(exchanges);
    const ended = await Promise.race([work(handlers).then(() => true), new Promise<false>((resolve) => setTimeout(resolve, 60, false))]);
    const next = wake();
    await next.worker.resume();
    const situation = await next.handlers.show({ tabId: TAB }, SCREEN);
    const log = await next.handlers.readDiligence({ work: situation.work ?? "" }, SCREEN);
    return { wasStopped: !ended, situation, log: log.entries, next };
  }

  return { frame, prepare, stoppedAfter, wake };
}

const attach = { tabId: TAB, choices: [{ frameId: 0, id: "vig", pieces: ["urssaf#0"], made: [] }] };

describe("the worker is stopped", () => {
  test(`at ${KILLS} instants of a filling: the screen says what the page holds, and it can be put back`, async () => {
    let stops = 0;
    for (let exchanges = 1; exchanges <= KILLS; exchanges++) {
      const { frame, prepare, stoppedAfter } = machine();
      await prepare();
      const { wasStopped, situation, next } = await stoppedAfter(exchanges, (handlers) =>
        handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN),
      );
      stops += wasStopped ? 1 : 0;
      const isFilled = frame.filled.size > 0;
      expect([exchanges, situation.undoable]).toEqual([exchanges, isFilled]);
      expect([exchanges, situation.fields.map(({ status }) => status)]).toEqual([
        exchanges,
        isFilled ? ["filled", "filled"] : ["ready", "ready"],
      ]);
      await next.handlers.undo({ tabId: TAB }, SCREEN);
      expect([exchanges, frame.filled.size]).toEqual([exchanges, 0]);
    }
    expect(stops).toBeGreaterThan(5);
  });

  test(`at ${KILLS} instants of an attachment: each file in the page is in the log once, and no other`, async () => {
    let stops = 0;
    for (let exchanges = 1; exchanges <= KILLS * 2; exchanges += 2) {
      for (const at of [exchanges, exchanges + 1]) {
        const { frame, prepare, stoppedAfter } = machine();
        await prepare();
        const { wasStopped, situation, log } = await stoppedAfter(at, (handlers) => handlers.attach(attach, SCREEN));
        stops += wasStopped ? 1 : 0;
        expect([at, log.map(({ what, fileName }) => [what, fileName])]).toEqual([at, frame.files.map((name) => ["attached", name])]);
        expect([at, situation.slots[0]?.status]).toEqual([at, frame.files.length > 0 ? "attached" : "ready"]);
        expect([at, situation.undoable]).toEqual([at, frame.files.length > 0]);
      }
    }
    expect(stops).toBeGreaterThan(10);
  });

  test(`at ${KILLS} instants of an undo: what is put back is no longer said to be filled, the rest still can be put back`, async () => {
    let stops = 0;
    for (let exchanges = 1; exchanges <= KILLS; exchanges++) {
      const { frame, prepare, stoppedAfter, wake } = machine();
      await prepare();
      await wake().handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN);
      const { wasStopped, situation } = await stoppedAfter(exchanges, (handlers) => handlers.undo({ tabId: TAB }, SCREEN));
      stops += wasStopped ? 1 : 0;
      expect([exchanges, situation.undoable]).toEqual([exchanges, frame.filled.size > 0]);
      expect([exchanges, situation.fields[0]?.status]).toEqual([exchanges, frame.filled.size > 0 ? "filled" : "ready"]);
    }
    expect(stops).toBeGreaterThan(1);
  });
});
