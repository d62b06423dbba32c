/** Long work in a page, cut into pieces short enough that the page still responds to the person. */

/** Work that yields where it may pause, and returns its result at the end. */
export type Steps<Result> = Generator<void, Result, void>;

/** How long one piece may last, in milliseconds: half a frame at 60 frames a second. */
const SLICE_MS = 8;
/** Work restarted this many times is finished as it is, so that a page that never stops changing is read too. */
const MOST_RESTARTS = 3;

/** Does all the work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Does the work in pieces: returns its result when one piece is enough, otherwise a promise of it.
 * @param begin begins the work; called again when its subject changed meanwhile
 * @param watch begins to watch for such changes; `changed` answers whether there was one since it was last called
 */
export function inSlices<Result>(begin: () => Steps<Result>, watch: () => { changed(): boolean; stop(): void }): Result | Promise<Result> {
  const steps = begin();
  const first = oneSlice(steps);
  return first === null ? theRest(steps, begin, watch()) : first.result;
}

async function theRest<Result>(
  first: Steps<Result>,
  begin: () => Steps<Result>,
  watch: { changed(): boolean; stop(): void },
): Promise<Result> {
  let steps = first;
  let restarts = 0;
  try {
    for (;;) {
      await rest();
      if (restarts < MOST_RESTARTS && watch.changed()) {
        restarts += 1;
        steps = begin();
      }
      const slice = oneSlice(steps);
      if (slice !== null) return slice.result;
    }
  } finally {
    watch.stop();
  }
}

/** `null`: there is more to do. */
function oneSlice<Result>(steps: Steps<Result>): { readonly result: Result } | null {
  const end = performance.now() + SLICE_MS;
  do {
    const { done, value } = steps.next();
    if (done === true) return { result: value };
  } while (performance.now() < end);
  return null;
}

/** For async work: await it between two steps. It lets the page run once a piece has lasted long enough. */
export function pacer(): () => Promise<void> {
  let end = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < end) return;
    await rest();
    end = performance.now() + SLICE_MS;
  };
}

/** Lets the page run its pending tasks. A timer would take too long: browsers slow down timers of background pages. */
async function rest(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: { yield?(): Promise<void> } };
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
