/**
 * The audit trail: a protected answer leaves only after its row is on the disk. Every hour its end is written in the log, which is
 * kept elsewhere: a trail that was cut or made again does not match it.
 */
import { addMonths, parisDay } from "../../src/domain/time.ts";
import type { Logger } from "../log.ts";
import { createChain, type Link, ORIGIN } from "./chain.ts";
import type { AuditEntry } from "./entry.ts";
import type { TrailStore } from "./store.ts";

export interface Audit {
  /** Ends when the row is on the disk. @throws when it cannot be written: the answer must not leave. */
  record(entry: AuditEntry): Promise<void>;
  /** Counts anonymous requests by source and outcome, written every hour. */
  tally(source: string, outcome: string): void;
  close(): Promise<void>;
}

export const NO_AUDIT: Audit = { record: async () => undefined, tally: () => undefined, close: async () => undefined };

/** This trail was made with another key, or its end was changed. */
export class OtherKey extends Error {
  override readonly name = "OtherKey";
}

export interface TrailOptions {
  readonly store: TrailStore;
  /** 32 bytes, the operator's. */
  readonly key: Buffer;
  readonly now: () => Date;
  readonly logger: Pick<Logger, "info" | "error">;
  /** Milliseconds; an hour unless given. */
  readonly anchorEveryMs?: number;
}

const HOUR_MS = 3_600_000;
const RETENTION_MONTHS = 36;
/** A day is taken as past when the trail holds this many later days: a clock that jumps writes only a few false ones. */
const DAYS_OF_PROOF = 10;

/**
 * Long on purpose: small functions over the last link of the chain, which only they may move.
 *
 * @throws {OtherKey} when the last row was not written with this key
 */
export async function openTrail({ store, key, now, logger, anchorEveryMs = HOUR_MS }: TrailOptions): Promise<Audit> {
  const chain = createChain(key);
  const counts = new Map<string, number>();
  let head: Link = ORIGIN;
  let queue: { readonly entry: AuditEntry; readonly done: () => void; readonly failed: (error: unknown) => void }[] = [];
  let writing: Promise<void> | null = null;

  /** Entries that arrived while the disk was busy are written together. */
  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      try {
        await append(batch.map(({ entry }) => entry));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    writing = null;
  }

  async function append(entries: readonly AuditEntry[]): Promise<void> {
    let end = head;
    await store.append((last) => {
      if (last.n < head.n || (last.n === head.n && last.mac !== head.mac)) logger.error({ found: last, expected: head }, "audit trail cut");
      const rows = chain.follow(last, entries);
      end = rows.at(-1) ?? last;
      return rows;
    });
    head = end;
  }

  const record = (entry: AuditEntry) =>
    new Promise<void>((done, failed) => {
      queue.push({ entry, done, failed });
      writing ??= drain();
    });

  async function writeCounts(): Promise<void> {
    const told = [...counts];
    counts.clear();
    const nobody = { who: null, actsFor: null, company: null, document: null, recipient: null, context: "", object: "" };
    await Promise.all(
      told.map(async ([name, count]) => {
        const [source = "", outcome = ""] = name.split("|");
        try {
          await record({ at: now().toISOString(), ...nobody, source, outcome, sha256: null, count, origin: null });
        } catch (error) {
          counts.set(name, (counts.get(name) ?? 0) + count);
          throw error;
        }
      }),
    );
  }

  /** Rows of more than 36 months, by the clock and by the trail itself. */
  async function forget(): Promise<void> {
    let proven = `${parisDay(now())}T24`;
    for (let day = 0; day < DAYS_OF_PROOF; day++) {
      const at = await store.latestBefore(proven);
      if (at === null) return;
      proven = at.slice(0, 10);
    }
    const first = await store.firstSince(addMonths(proven, -RETENTION_MONTHS));
    const [last] = first === null || first < 2 ? [] : await store.after(first - 2, 1);
    if (last !== undefined && !chain.isBase(last)) await store.replaceUpTo(chain.baseAt(last));
  }

  async function anchor(): Promise<void> {
    try {
      await writeCounts();
      await forget();
      const { n, mac } = await store.last();
      logger.info({ anchor: { n, mac } }, "audit trail");
    } catch (error) {
      logger.error({ error }, "audit trail not anchored");
    }
  }

  head = await store.last();
  const [before, end] = await store.after(Math.max(0, head.n - 2), 2);
  const isOurs =
    end !== undefined ? chain.isNext(before ?? ORIGIN, end) : before === undefined || chain.isBase(before) || chain.isNext(ORIGIN, before);
  if (!isOurs) throw new OtherKey("the last row was not written with this key");
  await anchor();
  const timer = setInterval(() => void anchor(), anchorEveryMs);
  timer.unref();
  return {
    record,
    tally: (source, outcome) => {
      const name = `${source}|${outcome}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    close: async () => {
      clearInterval(timer);
      await writing;
      await anchor();
      await store.close();
    },
  };
}
