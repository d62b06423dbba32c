/** A lookout inside a page; the test injects its reader. */
import { keepLookout, type Lookout } from "../../src/frame/lookout.ts";
import { holdsControls } from "../../src/frame/worth.ts";

const seen = { asked: 0, wakes: 0, stopped: 0, watched: 0 };
let isHere = false;
let isOrphaned = false;
let canBring = true;
let lookout: Lookout | null = null;

/** The reader's `wake`. */
async function woken(): Promise<Record<string, never>> {
  seen.wakes += 1;
  return {};
}

/** From here on, observers of the page and timers are counted. */
export function start(): typeof seen {
  const world = globalThis as Record<string, unknown>;
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback", "MutationObserver"]) {
    const own = world[name] as (...args: unknown[]) => unknown;
    world[name] = function counted(this: unknown, ...args: unknown[]) {
      seen.watched += 1;
      return new.target === undefined ? own.apply(window, args) : Reflect.construct(own, args);
    };
  }
  lookout = keepLookout(
    {
      document,
      ask: async () => {
        seen.asked += 1;
        isHere ||= canBring;
      },
      reader: () => (isHere ? { wake: woken } : undefined),
      isOrphan: () => isOrphaned,
    },
    () => {
      seen.stopped += 1;
    },
  );
  return seen;
}

export const told = (): typeof seen => seen;
export const wake = async (): Promise<void> => void (await lookout?.handlers.wake({}, { from: "background" }));
export const orphan = (): void => {
  isOrphaned = true;
};
export const bringNothing = (): void => {
  canBring = false;
};

/** The median of many looks at the page, in milliseconds. */
export function costOfLooking(): number {
  const times = Array.from({ length: 41 }, () => {
    const started = performance.now();
    holdsControls(document);
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[20] ?? 0;
}
