/** Where the trail is kept: the same few steps in SQLite and in PostgreSQL. */
import type { Link, Row } from "./chain.ts";

export interface TrailStore {
  /**
   * Keeps the rows that `make` puts after the last one, all or none. Writers take turns, across processes too.
   * Ends when the rows are on the disk. @throws when they cannot be
   */
  append(make: (last: Link) => readonly Row[]): Promise<void>;
  last(): Promise<Link>;
  /** The rows after number `n`, in order, `most` at most. */
  after(n: number, most: number): Promise<readonly Row[]>;
  /** The latest instant of a row that is before `at`, or `null`. */
  latestBefore(at: string): Promise<string | null>;
  /** Number of the first row, in order, that is not older than that instant; `null` when all are. */
  firstSince(at: string): Promise<number | null>;
  /** Replaces the row of the same number, and all before it, by this one. */
  replaceUpTo(base: Row): Promise<void>;
  close(): Promise<void>;
}

const PAGE = 1000;

/** All rows, in order, without holding them all in memory. */
export async function* rowsOf(store: TrailStore): AsyncGenerator<Row> {
  for (let page = await store.after(0, PAGE); page.length > 0; page = await store.after(page.at(-1)?.n ?? 0, PAGE)) yield* page;
}
