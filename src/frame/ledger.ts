/**
 * What was done in this frame, by the name that the background gave each piece of work. A background that was stopped meanwhile comes back
 * and asks: its answers were lost, the page was changed all the same.
 */
import type { Output } from "../messages/contract.ts";

/** What came of one piece of work: what was filled or attached, what was put back. */
export type Done = Output<"account">["done"][number];
type Came = Partial<Omit<Done, "operation">>;

export interface Ledger {
  /** Does the work and keeps what came of it; the same name given twice does nothing twice. */
  keep(operation: string, work: () => Promise<Came>): Promise<Done>;
  /** What was done under these names, what is under way awaited. A name that is not answered for never arrived. */
  account(operations: readonly string[]): Promise<Done[]>;
}

/** The background asks at once when it comes back: what is older than that many pieces of work was answered long ago. */
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
