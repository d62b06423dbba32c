/** State that instances of the proxy share: in memory by default, in Redis when there are several. */
import { RateLimiterMemory } from "rate-limiter-flexible";

/** The shared state cannot be reached: the caller must not go on as if it could. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

export interface Store {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, seconds: number): Promise<void>;
  /** Sets only when absent; false when it was there. */
  add(key: string, value: string, seconds: number): Promise<boolean>;
  /** Reads and removes in one step: two callers never both get it. */
  take(key: string): Promise<string | null>;
  remove(key: string): Promise<void>;
  /** Adds one to a counter that lives `seconds` from its first count, and gives the new count. */
  count(key: string, seconds: number): Promise<number>;
  /** True when the state answers. */
  ready(): Promise<boolean>;
  /** Instant (ms) before which counts made elsewhere may have been forgotten: quotas wait for it. */
  countsSince(): number;
  close(): Promise<void>;
}

/** Above every limit: the library only counts, its callers compare. */
export const UNLIMITED_POINTS = 1_000_000_000;
const MOST_ENTRIES = 50_000;
const MOST_CHARACTERS = 256 * 1024 * 1024;

/** How many entries each write checks for expiry. */
const LOOKED_AT = 3;

/** Values that expire; their number is bounded, the oldest go first. */
export function createEntries(now: () => Date) {
  const entries = new Map<string, { value: string; until: number }>();
  let characters = 0;
  let round = entries.entries();
  const drop = (key: string) => {
    characters -= entries.get(key)?.value.length ?? 0;
    entries.delete(key);
  };
  const read = (key: string): string | null => {
    const entry = entries.get(key);
    if (entry === undefined) return null;
    if (entry.until > now().getTime()) return entry.value;
    drop(key);
    return null;
  };
  /** Removes expired entries that nobody asks for again: a few are checked at each write, in turn, so that no write is slow. */
  const sweep = () => {
    for (let n = 0; n < LOOKED_AT; n++) {
      const { value, done } = round.next();
      if (done === true) {
        round = entries.entries();
        return;
      }
      const [key, { until }] = value;
      if (until <= now().getTime()) drop(key);
    }
  };
  return {
    read,
    drop,
    write: (key: string, value: string, seconds: number) => {
      sweep();
      drop(key);
      entries.set(key, { value, until: now().getTime() + seconds * 1000 });
      characters += value.length;
      for (const oldest of entries.keys()) {
        if (entries.size <= MOST_ENTRIES && characters <= MOST_CHARACTERS) break;
        drop(oldest);
      }
    },
    clear: () => entries.clear(),
    size: () => entries.size,
  };
}

/** A store in the memory of this instance alone. */
export function createMemoryStore(now: () => Date): Store {
  const { read, write, drop, clear } = createEntries(now);
  const counters = new Map<number, RateLimiterMemory>();
  return {
    get: async (key) => read(key),
    set: async (key, value, seconds) => write(key, value, seconds),
    add: async (key, value, seconds) => {
      if (read(key) !== null) return false;
      write(key, value, seconds);
      return true;
    },
    take: async (key) => {
      const value = read(key);
      drop(key);
      return value;
    },
    remove: async (key) => drop(key),
    count: async (key, seconds) => {
      const counter = counters.get(seconds) ?? new RateLimiterMemory({ points: UNLIMITED_POINTS, duration: seconds });
      counters.set(seconds, counter);
      return (await counter.consume(key)).consumedPoints;
    },
    ready: async () => true,
    countsSince: () => 0,
    close: async () => clear(),
  };
}
