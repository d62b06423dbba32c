/** One look at a time at what changes meanwhile: each answer is drawn, and a slow machine is not asked faster than it answers. */

/** A worker that the browser stops may never answer: after this many milliseconds the next look asks again. */
const LOST_MS = 10_000;

export interface Looks {
  /** Looks now; while a look is under way, once more after it, however often this was called. */
  look(): void;
  /** Nothing is drawn or asked any more. */
  stop(): void;
}

/**
 * @param draw called with each answer, in the order in which they were asked
 * @param failed called when the last look asked was not answered
 * @param now milliseconds
 */
export function looksAt<Value>(
  read: () => Promise<Value>,
  draw: (value: Value) => void,
  failed: () => void,
  now: () => number = Date.now,
): Looks {
  let mine = 0;
  let isWanted = false;
  let askedAt: number | null = null;

  function ask(): void {
    mine += 1;
    const asked = mine;
    askedAt = now();
    isWanted = false;
    const after = (tell: () => void) => {
      // Given up since, or stopped.
      if (asked !== mine) return;
      askedAt = null;
      tell();
      if (isWanted) ask();
    };
    read().then(
      (value) => after(() => draw(value)),
      () => after(failed),
    );
  }

  return {
    look: () => {
      if (askedAt !== null && now() - askedAt < LOST_MS) isWanted = true;
      else ask();
    },
    stop: () => {
      mine = Number.NaN;
      isWanted = false;
    },
  };
}
