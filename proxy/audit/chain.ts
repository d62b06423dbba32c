/**
 * The chain of the trail: each row carries an HMAC, by the operator's key, of its number, its text and the row before.
 * Without the key, a row that is changed, added or removed shows. Rows removed at the end show when compared with the anchors.
 */
import { createHmac } from "node:crypto";
import { type AuditEntry, entryOf } from "./entry.ts";

/** The end of a chain so far. */
export interface Link {
  /** Rows are numbered from 1, without a hole. */
  readonly n: number;
  /** Hexadecimal. */
  readonly mac: string;
}

export interface Row extends Link {
  /** Instant of the entry (ISO 8601, UTC), for queries; empty in a base row. */
  readonly at: string;
  /** JSON of an `AuditEntry`; in a base row, the seal of its place. */
  readonly entry: string;
}

export const ORIGIN: Link = { n: 0, mac: "0".repeat(64) };

export interface Chain {
  /** The rows of these entries, chained after `last`. */
  follow(last: Link, entries: readonly AuditEntry[]): Row[];
  /** True for the row that this key wrote just after `previous`. */
  isNext(previous: Link, row: Row): boolean;
  /** The row that stands for this one and all before it, once their retention is over. */
  baseAt(row: Link): Row;
  isBase(row: Row): boolean;
}

/** @param key the operator's, 32 bytes */
export function createChain(key: Buffer): Chain {
  const sign = (...parts: (string | number)[]) => createHmac("sha256", key).update(JSON.stringify(parts)).digest("hex");
  const macOf = (previous: Link, entry: string) => sign("row", previous.mac, previous.n + 1, entry);
  const baseAt = ({ n, mac }: Link): Row => ({ n, at: "", entry: sign("base", n, mac), mac });
  return {
    follow: (last, entries) => {
      let previous = last;
      return entries.map((entry) => {
        const text = JSON.stringify(entry);
        const row = { n: previous.n + 1, at: entry.at, entry: text, mac: macOf(previous, text) };
        previous = row;
        return row;
      });
    },
    isNext: (previous, row) => row.n === previous.n + 1 && row.mac === macOf(previous, row.entry) && row.at === entryOf(row.entry)?.at,
    baseAt,
    isBase: (row) => row.at === "" && row.entry === baseAt(row).entry,
  };
}
