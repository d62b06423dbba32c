/** Long work in a page, cut into pieces short enough that the page still responds to the person. */

/**
 * Work that yields where it may pause, and returns its result at the end. Where it yields a promise, it has to wait: for an answer from another context
 * of the extension.
 */
export type Steps<Result> = Generator<Promise<void> | void, Result, void>;

/** How long one piece may last, in milliseconds: half a frame at 60 frames a second. */
const SLICE_MS = 8;
/** Work restarted this many times is finished as it is, so that a page that never stops changing is read too. */
const MOST_RESTARTS = 3;

/** Does all the work at once. @throws {Error} when it has to wait */
export function finish<Result>(steps: Steps<Result>): Result {
  const ended = atOnce(steps);
  if (ended === null) throw new Error("this work has to wait for what another part of the extension tells");
  return ended.result;
}

/** Does all the work at once; `null` when it has to wait. */
export function atOnce<Result>(steps: Steps<Result>): { readonly result: Result } | null {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return { result: value };
    if (value !== undefined) return null;
  }
}

/** Watches the subject of the work; `changed` answers whether it changed since it was last called. */
export interface Watch {
  changed(): boolean;
  stop(): void;
}

/** For a subject that does not change. */
const STILL: Watch = { changed: () => false, stop: () => {} };

/**
 * Does the work in pieces: returns its result when one piece is enough, otherwise a promise of it.
 * @param begin begins the work; called again when its subject changed meanwhile
 * @param watch begins to watch for such changes
 */
export function inSlices<Result>(begin: () => Steps<Result>, watch: () => Watch = () => STILL): Result | Promise<Result> {
  const steps = begin();
  const first = oneSlice(steps);
  return "result" in first ? first.result : theRest({ steps, ...first }, begin, watch());
}

async function theRest<Result>(begun: { steps: Steps<Result> } & Paused, begin: () => Steps<Result>, watch: Watch): Promise<Result> {
  let { steps, until } = begun;
  let restarts = 0;
  try {
    for (;;) {
      await (until ?? rest());
      if (restarts < MOST_RESTARTS && watch.changed()) {
        restarts += 1;
        steps = begin();
      }
      const slice = oneSlice(steps);
      if ("result" in slice) return slice.result;
      ({ until } = slice);
    }
  } finally {
    watch.stop();
  }
}

/** There is more to do: now, or once the promise is settled. */
interface Paused {
  readonly until: Promise<void> | undefined;
}

function oneSlice<Result>(steps: Steps<Result>): { readonly result: Result } | Paused {
  const end = performance.now() + SLICE_MS;
  do {
    const { done, value } = steps.next();
    if (done === true) return { result: value };
    if (value !== undefined) return { until: value };
  } while (performance.now() < end);
  return { until: undefined };
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
