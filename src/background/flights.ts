/** What this very worker is doing now, by name: it lives in memory only, and dies with the worker. */
export interface Flights {
  /** Starts the work, unless work of that name is under way. */
  start(name: string, work: () => Promise<void>): void;
  isUnderWay(name: string): boolean;
  /** Forgets all that is under way: its results are ignored. */
  abandon(): void;
  /** Resolves when nothing is under way (tests). */
  settled(): Promise<void>;
}

export function createFlights(): Flights {
  const underWay = new Map<string, Promise<void>>();
  return {
    start: (name, work) => {
      if (underWay.has(name)) return;
      const done: Promise<void> = work().finally(() => {
        if (underWay.get(name) === done) underWay.delete(name);
      });
      underWay.set(name, done);
    },
    isUnderWay: (name) => underWay.has(name),
    abandon: () => underWay.clear(),
    settled: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay.values());
    },
  };
}
