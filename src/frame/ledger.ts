/**
 * What was done in this frame, by the name that the background gave each piece of work. A background that was stopped meanwhile comes back
 * and asks: its answers were lost, the page was changed all the same.
 */
import type { FillOutcome } from "../domain/page-reading.ts";

/** What one piece of work did: one outcome a control. */
export interface Done {
  readonly operation: string;
  readonly outcomes: FillOutcome[];
}

export interface Ledger {
  /** Does the work and keeps what came of it; the same name given twice does nothing twice. */
  keep(operation: string, work: () => Promise<readonly FillOutcome[]>): Promise<readonly FillOutcome[]>;
  /** What was done under these names, what is under way awaited. A name that is not answered for never arrived. */
  account(operations: readonly string[]): Promise<Done[]>;
}

/** The background asks at once when it comes back: what is older than that many pieces of work was answered long ago. */
const MOST = 200;

export function createLedger(): Ledger {
  const kept = new Map<string, Promise<readonly FillOutcome[]>>();
  return {
    keep: (operation, work) => {
      const known = kept.get(operation);
      if (known !== undefined) return known;
      const done = work();
      kept.set(operation, done);
      for (const old of [...kept.keys()].slice(0, -MOST)) kept.delete(old);
      return done;
    },
    account: async (operations) => {
      const done: Done[] = [];
      for (const operation of operations) {
        const outcomes = await kept.get(operation)?.catch(() => undefined);
        if (outcomes !== undefined) done.push({ operation, outcomes: [...outcomes] });
      }
      return done;
    },
  };
}
