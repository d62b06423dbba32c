/**
 * Asks what is missing, all sources at once, and writes each answer as it comes. Only what is in flight lives in memory: after a stop,
 * `resume` asks the rest again. An alarm is set before the first question, so that the browser wakes a worker it stopped midway.
 */
import type { Cells, Store } from "../store/cells.ts";
import {
  type Collection,
  dueSources,
  fullestOf,
  keyOf,
  nextWake,
  opened,
  withAnswer,
  withRetry,
  withService,
  withTrouble,
} from "./collection.ts";
import { collectionsOf } from "./collections.ts";
import { createFlights } from "./flights.ts";
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
}

export interface Collector {
  read(inquiry: Inquiry): Promise<Collection>;
  /** What is best known of an establishment, whatever it was asked for; `null` when nothing was asked. */
  fullest(siret: string): Promise<Collection | null>;
  /** Starts or continues the inquiry; answers at once with what is known, other answers come in the store. `null`: all was forgotten meanwhile. */
  open(inquiry: Inquiry): Promise<Collection | null>;
  retry(inquiry: Inquiry, sourceId: string | null): Promise<void>;
  /** Asks again, in every inquiry, what may answer otherwise: the browser was let to reach more. */
  retryAll(): Promise<void>;
  /** Continues every inquiry that is not finished. */
  resume(): Promise<void>;
  /** Calls back with what is known after each answer. */
  onAnswer(listener: (collection: Collection) => Promise<void>): void;
  /** True while the source is being asked by this very worker. */
  isAsking(inquiry: Inquiry, sourceId: string): boolean;
  /** Forgets every answer: another service was chosen, or everything is erased. */
  forget(): Promise<void>;
  /** Resolves when nothing is in flight (tests). */
  settled(): Promise<void>;
}

/** Long on purpose: small functions over one thing, what is in flight in this very worker. */
export function createCollector({ cells, store, service, wakeAt, now }: CollectorDeps): Collector {
  const collections = collectionsOf(cells, store);
  const flights = createFlights();
  let onAnswer: (collection: Collection) => Promise<void> = async () => {};
  /** What was begun before all was forgotten writes nothing after: each piece of work bears the epoch it began in. */
  let epoch = 0;
  const writing = new Set<Promise<unknown>>();

  const flightOf = (inquiry: Inquiry, what: string) => `${keyOf(inquiry)}#${what}`;
  const wakeIn = (ms: number) => wakeAt(new Date(now().getTime() + ms));
  const isGivenUp = ({ troubleSince }: Collection) => troubleSince !== null && now().getTime() - Date.parse(troubleSince) > PATIENCE_MS;

  /** Changes what is kept. Answers `null`, having written nothing, when all was forgotten since. */
  async function write(inquiry: Inquiry, started: number, to: (before: Collection) => Collection): Promise<Collection | null> {
    const written = collections.of(inquiry).update((before) => (started === epoch ? to(before) : before));
    writing.add(written);
    const after = await written.finally(() => writing.delete(written));
    return started === epoch ? after : null;
  }

  async function advance(collection: Collection, started: number): Promise<void> {
    if (started !== epoch) return;
    const { inquiry } = collection;
    if (collection.service === null) {
      flights.start(flightOf(inquiry, "describe"), () => describe(inquiry, started));
      return;
    }
    const due = dueSources(collection, now());
    const wake = due.length > 0 ? null : nextWake(collection, now());
    if (wake !== null) wakeAt(wake);
    for (const id of due) flights.start(flightOf(inquiry, id), () => ask(inquiry, id, started));
  }

  async function describe(inquiry: Inquiry, started: number): Promise<void> {
    const described = await (await service()).describe();
    if ("trouble" in described) {
      const after = await write(inquiry, started, (before) => withTrouble(before, described.trouble, now()));
      if (after !== null && !isGivenUp(after)) wakeIn(TROUBLE_MS);
      return;
    }
    const after = await write(inquiry, started, (before) => withService(before, described));
    if (after !== null) await advance(after, started);
  }

  async function ask(inquiry: Inquiry, sourceId: string, started: number): Promise<void> {
    const answer = await (await service()).ask(inquiry, sourceId);
    const after = await write(inquiry, started, (before) => withAnswer(before, sourceId, answer));
    if (after === null) return;
    const wake = nextWake(after, now());
    if (wake !== null && wake.getTime() > now().getTime()) wakeAt(wake);
    await onAnswer(after);
  }

  async function change(inquiry: Inquiry, to: (before: Collection) => Collection): Promise<Collection | null> {
    const started = epoch;
    wakeIn(SAFETY_MS);
    const after = await write(inquiry, started, to);
    if (after !== null) await advance(after, started);
    return after;
  }

  /** True when opening it again would change nothing, nor ask anything. */
  const isAtRest = (collection: Collection) =>
    collection.service !== null && opened(collection, now()) === collection && dueSources(collection, now()).length === 0;

  /** A screen opens over what is all known most of the time: it is then read once, and waits for no writer. */
  async function open(inquiry: Inquiry): Promise<Collection | null> {
    const started = epoch;
    const before = await collections.of(inquiry).read();
    if (!isAtRest(before)) return change(inquiry, (then) => opened(then, now()));
    await advance(before, started);
    return started === epoch ? before : null;
  }

  return {
    read: (inquiry) => collections.of(inquiry).read(),
    fullest: async (siret) => fullestOf(await collections.all(siret)),
    open,
    retry: async (inquiry, sourceId) => void (await change(inquiry, (before) => withRetry(before, sourceId))),
    retryAll: async () => {
      for (const { inquiry } of await collections.all()) await change(inquiry, (before) => withRetry(before, null));
    },
    resume: async () => {
      const started = epoch;
      for (const collection of (await collections.all()).filter((one) => !isGivenUp(one))) {
        if (collection.service === null || dueSources(collection, now()).length > 0) wakeIn(SAFETY_MS);
        await advance(collection, started);
      }
    },
    onAnswer: (listener) => {
      onAnswer = listener;
    },
    isAsking: (inquiry, sourceId) => flights.isUnderWay(flightOf(inquiry, sourceId)),
    forget: async () => {
      epoch += 1;
      flights.abandon();
      // What is being written is there before it is removed.
      await Promise.allSettled(writing);
      await collections.forget();
    },
    settled: flights.settled,
  };
}
