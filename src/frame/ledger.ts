/**
 * What was done in this frame, by the name that the background gave each operation. A background that was stopped meanwhile comes back
 * and asks: its answers were lost, the page was changed all the same.
 */
import type { Output } from "../messages/contract.ts";

/** The outcome of one operation: what was filled or attached, what was put back. */
export type Done = Output<"account">["done"][number];
type Came = Partial<Omit<Done, "operation">>;

export interface Ledger {
  /** Does the work and keeps its outcome; a name given twice does the work only once. */
  keep(operation: string, work: () => Promise<Came>): Promise<Done>;
  /** The outcomes of these operations, those under way awaited. An operation without an outcome never arrived. */
  account(operations: readonly string[]): Promise<Done[]>;
}

/** Outcomes kept at most. The background asks as soon as it comes back: older ones were answered long ago. */
const MOST = 200;

export function createLedger(): Ledger {
  const kept = new Map<string, Promise<Done>>();
  return {
    keep: (operation, work) => {
      const known = kept.get(operation);
      if (known !== undefined) return known;
      const done = work().then((came) => ({ operation, outcomes: [], undone: [], ...came }));
      kept.set(operation, done);
      for (const old of [...kept.keys()].slice(0, -MOST)) kept.delete(old);
      return done;
    },
    account: async (operations) => {
      const all = await Promise.all(operations.map((operation) => kept.get(operation)?.catch(() => undefined)));
      return all.filter((done) => done !== undefined);
    },
  };
}
