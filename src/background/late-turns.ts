/** Turns for questions whose answers are late: only so many of them wait at once, first come first served. */
export interface Turns {
  /** Does the work when its turn has come. */
  take<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** @param most how many may have their turn at once */
export function turnsFor(most: number): Turns {
  const line: (() => void)[] = [];
  let free = most;
  return {
    take: async (work) => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => line.push(resolve));
      try {
        return await work();
      } finally {
        const next = line.shift();
        if (next === undefined) free += 1;
        else next();
      }
    },
  };
}
