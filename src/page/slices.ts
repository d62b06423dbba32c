/** Long work in a page, in pieces short enough that the page stays alive under the person's hand. */

/** Work that stops from time to time, at places where it may wait, and gives its result in the end. */
export type Steps<Result> = Generator<void, Result, void>;

/** How long one piece may last, in milliseconds: half of what one picture of a fluid page leaves. */
const SLICE_MS = 8;
/** Work begun again this many times is finished as it is: a page that never rests is read all the same. */
const MOST_RESTARTS = 3;

/** Does all the work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Does the work in pieces: its result at once when the first is enough, else a promise of it.
 * @param begin begins the work, anew when what it is about changed meanwhile
 * @param watch begins to watch for that; `changed` answers whether it changed since it was last asked
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

/** For work that waits for itself: to be awaited between two of its steps, it lets the page live once a piece has lasted long enough. */
export function pacer(): () => Promise<void> {
  let end = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < end) return;
    await rest();
    end = performance.now() + SLICE_MS;
  };
}

/** Lets the page do what waits. A timer would wait too long: browsers slow those of pages in the background. */
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
