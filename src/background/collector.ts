/**
 * Asks what is missing, all sources at once, and writes each answer as it comes. Only what is in flight lives in memory: after a stop,
 * `resume` asks the rest again. An alarm is set before the first question, so that the browser wakes a worker it stopped midway.
 */
import type { Answer } from "../domain/answer.ts";
import type { Cell, Cells, Store } from "../store/cells.ts";
import {
  Collection,
  dueSources,
  emptyCollection,
  keyOf,
  nextWake,
  opened,
  withAnswer,
  withRetry,
  withService,
  withTrouble,
} from "./collection.ts";
import type { Inquiry, Service } from "./service.ts";

/** A stopped worker is woken no later than this. */
const SAFETY_MS = 30_000;
/** A service that does not answer is tried again after this… */
const TROUBLE_MS = 15_000;
/** …until it has been away for this long; then the person's next look tries again. */
const PATIENCE_MS = 10 * 60_000;

export interface CollectorDeps {
  readonly cells: Cells;
  readonly store: Store;
  /** The service chosen in the settings, at the moment of asking. */
  readonly service: () => Promise<Service>;
  /** Wakes the worker, which calls `resume`. */
  readonly wakeAt: (time: Date) => void;
  readonly now: () => Date;
  readonly onAnswer?: (inquiry: Inquiry, answer: Answer) => Promise<void>;
}

export interface Collector {
  read(inquiry: Inquiry): Promise<Collection>;
  /** What is best known of an establishment, whatever it was asked for; `null` when nothing was asked. */
  fullest(siret: string): Promise<Collection | null>;
  /** Starts or continues the inquiry; returns at once, answers come in the store. */
  open(inquiry: Inquiry): Promise<void>;
  retry(inquiry: Inquiry, sourceId: string | null): Promise<void>;
  /** Continues every inquiry that is not finished. */
  resume(): Promise<void>;
  /** True while the source is being asked by this very worker. */
  isAsking(inquiry: Inquiry, sourceId: string): boolean;
  /** Forgets every answer: another service was chosen, or everything is erased. */
  forget(): Promise<void>;
  /** Resolves when nothing is in flight (tests). */
  settled(): Promise<void>;
}

export function createCollector(deps: CollectorDeps): Collector {
  const { cells, store, service, wakeAt, now } = deps;
  const inFlight = new Map<string, Promise<void>>();
  /** Answers of a service that was left must not be written. */
  let epoch = 0;

  const cellOf = (inquiry: Inquiry): Cell<Collection> => cells(keyOf(inquiry), Collection, emptyCollection(inquiry));
  const flightOf = (inquiry: Inquiry, what: string) => `${keyOf(inquiry)}#${what}`;

  function stayAwake(): void {
    wakeAt(new Date(now().getTime() + SAFETY_MS));
  }

  function isGivenUp({ troubleSince }: Collection): boolean {
    return troubleSince !== null && now().getTime() - Date.parse(troubleSince) > PATIENCE_MS;
  }

  function fly(flight: string, work: () => Promise<void>): void {
    if (inFlight.has(flight)) return;
    const done = work().finally(() => inFlight.delete(flight));
    inFlight.set(flight, done);
  }

  async function advance(inquiry: Inquiry): Promise<void> {
    const collection = await cellOf(inquiry).read();
    if (collection.service === null) {
      fly(flightOf(inquiry, "describe"), () => describe(inquiry));
      return;
    }
    const due = dueSources(collection, now());
    const wake = due.length > 0 ? null : nextWake(collection, now());
    if (wake !== null) wakeAt(wake);
    for (const id of due) fly(flightOf(inquiry, id), () => ask(inquiry, id));
  }

  async function describe(inquiry: Inquiry): Promise<void> {
    const started = epoch;
    const described = await (await service()).describe();
    if (started !== epoch) return;
    if ("trouble" in described) {
      const after = await cellOf(inquiry).update((before) => withTrouble(before, described.trouble, now()));
      if (!isGivenUp(after)) wakeAt(new Date(now().getTime() + TROUBLE_MS));
      return;
    }
    await cellOf(inquiry).update((before) => withService(before, described));
    await advance(inquiry);
  }

  async function ask(inquiry: Inquiry, sourceId: string): Promise<void> {
    const started = epoch;
    const answer = await (await service()).ask(inquiry, sourceId);
    if (started !== epoch) return;
    const after = await cellOf(inquiry).update((before) => withAnswer(before, sourceId, answer));
    await deps.onAnswer?.(inquiry, answer);
    const wake = nextWake(after, now());
    if (wake !== null && wake.getTime() > now().getTime()) wakeAt(wake);
  }

  return {
    read: (inquiry) => cellOf(inquiry).read(),
    fullest: async (siret) => {
      const all = await Promise.all(
        (await store.keys(`collection/${siret}/`)).map(async (key) => Collection.safeParse(await store.get(key))),
      );
      const delivered = ({ entries }: Collection) => Object.values(entries).filter(({ answer }) => answer.state === "delivered").length;
      return all.flatMap(({ data }) => data ?? []).toSorted((a, b) => delivered(b) - delivered(a))[0] ?? null;
    },
    open: async (inquiry) => {
      stayAwake();
      await cellOf(inquiry).update((before) => opened(before, now()));
      await advance(inquiry);
    },
    retry: async (inquiry, sourceId) => {
      stayAwake();
      await cellOf(inquiry).update((before) => withRetry(before, sourceId));
      await advance(inquiry);
    },
    resume: async () => {
      for (const key of await store.keys("collection/")) {
        const parsed = Collection.safeParse(await store.get(key));
        if (!parsed.success || isGivenUp(parsed.data)) continue;
        if (parsed.data.service === null || dueSources(parsed.data, now()).length > 0) stayAwake();
        await advance(parsed.data.inquiry);
      }
    },
    isAsking: (inquiry, sourceId) => inFlight.has(flightOf(inquiry, sourceId)),
    forget: async () => {
      epoch += 1;
      inFlight.clear();
      for (const key of await store.keys("collection/")) await store.remove(key);
    },
    settled: async () => {
      while (inFlight.size > 0) await Promise.allSettled(inFlight.values());
    },
  };
}
