/**
 * A day of collections under the providers' real quotas, simulated minute by minute with the proxy's own keeper of quotas and a clock of
 * its own. Companies come through the day as offices work; each asks every source that has a quota, and comes back when it is told.
 */
import { createQuotaKeeper } from "../proxy/quotas.ts";
import { createMemoryStore } from "../proxy/store.ts";
import type { Quota } from "../src/sources/families/family.ts";
import { shareOf } from "./spread.ts";

/** Share of the day's companies by hour, in thousandths: an assumption, of office hours with a peak before noon and one before 17 h. */
const HOURS = [2, 1, 1, 1, 1, 3, 10, 25, 60, 95, 125, 130, 70, 80, 105, 110, 85, 45, 20, 12, 8, 6, 3, 2];
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export interface Group {
  readonly quota: Quota;
  /** How many sources of one company take a call of this quota. */
  readonly sources: number;
}

export interface DayOfGroup {
  readonly group: string;
  /** Calls asked for in the day. */
  readonly wanted: number;
  /** Calls made in the busiest minute. */
  readonly busiestMinute: number;
  /** Share of calls answered without waiting, 0 to 1. */
  readonly atOnce: number;
  /** Milliseconds waited: half wait less, 95 % wait less, the longest. */
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  /** How often a company asks before it is let through, on average. */
  readonly tries: number;
}

/** Draws numbers from 0 (included) to 1, the same ones for the same seed. */
export function drawerOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Instants at which `companies` come, milliseconds from midnight, in order. */
export function arrivals(companies: number, draw: () => number): number[] {
  const all = HOURS.reduce((sum, share) => sum + share, 0);
  const instants = Array.from({ length: companies }, () => {
    let left = draw() * all;
    const hour = HOURS.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    return (hour + draw()) * HOUR_MS;
  });
  return instants.sort((a, b) => a - b);
}

/** Events in order of time. A list for each second is enough, and costs little. */
function agenda() {
  const seconds = new Map<number, number[][]>();
  let last = 0;
  return {
    put: (at: number, event: number[]) => {
      const second = Math.floor(at / 1000);
      const list = seconds.get(second) ?? [];
      if (list.length === 0) seconds.set(second, list);
      list.push(event);
      last = Math.max(last, second);
    },
    *inOrder() {
      for (let second = 0; second <= last; second++) {
        // More events may be added to this second while it is read.
        for (const event of seconds.get(second) ?? []) yield [second * 1000, event] as const;
        seconds.delete(second);
      }
    },
  };
}

/**
 * One group of calls, over a day and until nobody waits any more.
 * @param instants when each company comes, milliseconds
 */
export async function dayOf({ quota, sources }: Group, instants: readonly number[], seed = 1): Promise<DayOfGroup> {
  let clock = 0;
  const store = createMemoryStore(() => new Date(clock));
  const keeper = createQuotaKeeper(store, () => new Date(clock));
  const draw = drawerOf(seed);
  const events = agenda();
  for (const instant of instants) for (let n = 0; n < sources; n++) events.put(instant, [instant, 1]);
  const waits: number[] = [];
  const minutes = new Map<number, number>();
  let tries = 0;
  for (const [now, [came = 0, times = 1]] of events.inOrder()) {
    clock = now;
    const turn = await keeper.take(quota);
    if (turn.ok) {
      waits.push(Math.max(0, now - came));
      tries += times;
      const minute = Math.floor(now / MINUTE_MS);
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
      continue;
    }
    // A browser is told when to come back, and does so within the seconds after: not all at the same instant.
    events.put(now + turn.retryInSeconds * 1000 + draw() * 5000, [came, times + 1]);
  }
  await store.close();
  return {
    group: quota.group,
    wanted: waits.length,
    busiestMinute: Math.max(0, ...minutes.values()),
    // The agenda counts in seconds: a wait of less than one is none.
    atOnce: waits.filter((wait) => wait < 1000).length / Math.max(1, waits.length),
    median: shareOf(waits, 0.5),
    p95: shareOf(waits, 0.95),
    longest: shareOf(waits, 1),
    tries: tries / Math.max(1, waits.length),
  };
}
