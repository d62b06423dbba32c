/** The collection survives a stop at any moment, asks nothing twice in vain, and knows when to ask again. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCollector } from "../../src/background/collector.ts";
import type { Inquiry, Service } from "../../src/background/service.ts";
import { sourceLinesOf } from "../../src/background/source-lines.ts";
import type { Answer } from "../../src/domain/answer.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { memoryStore } from "../store/memory-store.ts";
import { answerOf, NOW, SIRET, serviceOf } from "./answers.ts";

const INQUIRY: Inquiry = { siret: SIRET, recipient: null, object: "2026-T-01" };
const IDS = ["a", "b", "c", "d", "e"];

/** A worker whose calls come back only while it lives. */
function startWorker(store: ReturnType<typeof memoryStore>, options: Partial<Service> & { now?: () => Date; budget?: number } = {}) {
  let alive = true;
  let left = options.budget ?? Number.POSITIVE_INFINITY;
  const asked: string[] = [];
  const wakes: Date[] = [];
  const never = new Promise<never>(() => {});
  /** Each step spends one unit; with nothing left the worker is stopped there, mid-step. */
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left <= 0) alive = false;
    left -= 1;
    if (!alive) return never;
    const result = await work();
    if (left <= 0) alive = false;
    return alive ? result : never;
  };
  const service: Service = {
    describe: () => step(options.describe ?? (async () => serviceOf(...IDS))),
    ask: (inquiry, id) => {
      asked.push(id);
      return step(async () => options.ask?.(inquiry, id) ?? answerOf(id));
    },
    search: async () => ({ failure: "unreachable" }),
    measureUpload: async () => ({ problem: "unreachable" }),
    document: async () => ({ problem: "unknown" }),
  };
  // A lock goes with the worker that held it.
  const { alone: _alone, ...kept } = store;
  const guarded = {
    ...kept,
    get: (key: string) => step(() => store.get(key)),
    set: (key: string, value: unknown) => step(() => store.set(key, value)),
    keys: (prefix: string) => step(() => store.keys(prefix)),
  };
  const collector = createCollector({
    cells: cellsOf(guarded),
    store: guarded,
    service: async () => service,
    wakeAt: (time) => wakes.push(time),
    now: options.now ?? (() => NOW),
  });
  return { collector, asked, wakes };
}

/** Lets everything that can happen without time happen. */
const turns = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("collector", () => {
  test("asks every available source once, and keeps each answer", async () => {
    const store = memoryStore();
    const { collector, asked } = startWorker(store);
    await collector.open(INQUIRY);
    await collector.settled();
    const { entries } = await collector.read(INQUIRY);
    expect(asked.toSorted()).toEqual(IDS);
    expect(Object.keys(entries).toSorted()).toEqual(IDS);
    await collector.open(INQUIRY);
    await collector.settled();
    expect(asked).toHaveLength(IDS.length);
  });

  test("opened over what is all known, it is read once and nothing is written", async () => {
    const store = memoryStore();
    const { collector } = startWorker(store);
    await collector.open(INQUIRY);
    await collector.settled();
    let [reads, writes] = [0, 0];
    const counting = {
      ...store,
      get: (key: string) => {
        reads += 1;
        return store.get(key);
      },
      set: (key: string, value: unknown) => {
        writes += 1;
        return store.set(key, value);
      },
    };
    const again = startWorker(counting);
    const opened = await again.collector.open(INQUIRY);
    await again.collector.settled();
    expect({ reads, writes, asked: again.asked }).toEqual({ reads: 1, writes: 0, asked: [] });
    expect(opened).toEqual(await collector.read(INQUIRY));
  });

  test("a source that this service may not ask is not asked", async () => {
    const store = memoryStore();
    const [first, ...others] = serviceOf(...IDS).sources;
    if (first === undefined) throw new Error("no source");
    const describe = async () => ({
      mode: "ouvert" as const,
      sources: [{ ...first, available: false, reason: "proxy.modeOpen" as const }, ...others],
    });
    const { collector, asked } = startWorker(store, { describe });
    await collector.open(INQUIRY);
    await collector.settled();
    expect(asked).not.toContain("a");
    expect(asked).toHaveLength(IDS.length - 1);
  });

  test("stopped after any number of steps, a new worker finishes and never asks again what was answered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 3 }), async (budgets) => {
        const store = memoryStore();
        const answered = () => Object.keys(JSON.parse([...store.content.values()][0] ?? "{}").entries ?? {});
        await Promise.race([startWorker(store, { budget: 6 }).collector.open(INQUIRY), turns()]);
        for (const budget of budgets) {
          const before = answered();
          const { collector, asked } = startWorker(store, { budget });
          await Promise.race([collector.resume(), turns()]);
          await turns();
          expect(asked.filter((id) => before.includes(id))).toEqual([]);
        }
        const before = answered();
        const last = startWorker(store);
        await last.collector.open(INQUIRY);
        await last.collector.resume();
        await last.collector.settled();
        expect(answered().toSorted()).toEqual(IDS);
        expect(last.asked.filter((id) => before.includes(id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("an alarm is set before the first question", async () => {
    const store = memoryStore();
    const { collector, wakes } = startWorker(store, { budget: 2 });
    await Promise.race([collector.open(INQUIRY), turns()]);
    expect(wakes.length).toBeGreaterThan(0);
  });

  test("a pending source is asked again at its time, not before", async () => {
    const store = memoryStore();
    const until = new Date(NOW.getTime() + 90_000).toISOString();
    let now = NOW;
    const ask = async (_: Inquiry, id: string): Promise<Answer> =>
      id === "b" && now === NOW ? { ...answerOf("b"), state: "pending", until } : answerOf(id);
    const { collector, asked, wakes } = startWorker(store, { ask, now: () => now });
    await collector.open(INQUIRY);
    await collector.settled();
    expect(wakes.at(-1)?.toISOString()).toBe(until);
    await collector.resume();
    await collector.settled();
    expect(asked.filter((id) => id === "b")).toHaveLength(1);
    now = new Date(until);
    await collector.resume();
    await collector.settled();
    const { entries } = await collector.read(INQUIRY);
    expect(entries["b"]?.answer.state).toBe("delivered");
    expect(asked).toHaveLength(IDS.length + 1);
  });

  test("a source that stays down is not asked for ever, and the person may insist", async () => {
    const store = memoryStore();
    let now = NOW;
    const ask = async (_: Inquiry, id: string): Promise<Answer> =>
      id === "c" ? { ...answerOf("c"), state: "unavailable", retryAt: new Date(now.getTime() + 1_000).toISOString() } : answerOf(id);
    const { collector, asked } = startWorker(store, { ask, now: () => now });
    await collector.open(INQUIRY);
    await collector.settled();
    for (let i = 0; i < 20; i++) {
      now = new Date(now.getTime() + 5_000);
      await collector.resume();
      await collector.settled();
    }
    expect(asked.filter((id) => id === "c")).toHaveLength(5);
    await collector.retry(INQUIRY, "c");
    await collector.settled();
    expect(asked.filter((id) => id === "c")).toHaveLength(6);
  });

  test.each([
    ["the network is cut", answerOf("a", { state: "unavailable", reason: "network.offline" })],
    ["what comes is unreadable", answerOf("a", { state: "unexpectedShape", reason: "shape.notJson" })],
    ["it prepares another", answerOf("a", { state: "pending", reason: "inFlight", until: "2026-03-10T10:00:00.000Z" })],
  ])("asked again, %s: what a source told stays and says so, until it tells the rest", async (_, less) => {
    const told = answerOf("a", { facts: { raisonSociale: "ATELIER DES TOITS CLAIRS" } });
    let next: Answer = told;
    const { collector } = startWorker(memoryStore(), { describe: async () => serviceOf("a"), ask: async () => next });
    const again = async (answer: Answer) => {
      next = answer;
      await collector.retry(INQUIRY, "a");
      await collector.settled();
      return collector.read(INQUIRY);
    };
    await collector.open(INQUIRY);
    await collector.settled();
    const kept = await again(less);
    expect(kept.entries["a"]).toMatchObject({ answer: told, missed: less });
    expect(sourceLinesOf(kept, () => false)).toMatchObject([{ state: "delivered", facts: 1, missed: less.reason }]);
    const refused = answerOf("a", { state: "refused", reason: "urssaf.refus" });
    expect((await again(refused)).entries["a"]).toMatchObject({ answer: refused });
    expect((await again(less)).entries["a"]?.answer.state).toBe(less.state === "pending" ? "pending" : "refused");
    expect((await again(told)).entries["a"]).not.toHaveProperty("missed");
  });

  test("a service that is away is told, tried again, and its return finishes the work", async () => {
    const store = memoryStore();
    let away = true;
    const describe = async () => (away ? { trouble: "unreachable" as const } : serviceOf(...IDS));
    const { collector, wakes } = startWorker(store, { describe });
    await collector.open(INQUIRY);
    await collector.settled();
    expect((await collector.read(INQUIRY)).trouble).toBe("unreachable");
    expect(wakes.length).toBeGreaterThan(0);
    away = false;
    await collector.resume();
    await collector.settled();
    const after = await collector.read(INQUIRY);
    expect(after.trouble).toBeNull();
    expect(Object.keys(after.entries)).toHaveLength(IDS.length);
  });

  test("the answer of a service that was left is not kept", async () => {
    const store = memoryStore();
    let release: (answer: Answer) => void = () => {};
    const ask = () => new Promise<Answer>((resolve) => (release = resolve));
    const { collector } = startWorker(store, { ask, describe: async () => serviceOf("a") });
    await collector.open(INQUIRY);
    await turns();
    await collector.forget();
    release(answerOf("a"));
    await turns();
    expect(store.content.size).toBe(0);
  });
});
