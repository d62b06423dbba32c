/**
 * What is done once each time the extension begins anew: it was installed, updated, or the browser was started. The browser tells it by an
 * event, which can be lost: on a busy machine Chromium starts an updated worker and never tells it why. So each start of the worker asks whether
 * it was done: what is kept for the session goes with the version before, and with the browser.
 */

/** Waits before each new attempt, in milliseconds: a worker that an update started is refused everything (« No SW ») until Chromium knows it. */
const AGAIN_MS = [250, 1_000, 4_000, 10_000] as const;

/** The key, in what is kept for the session, that says it was done. */
export const BEGUN = "begun";

export interface SessionStart {
  /** Whether something is kept for the session under one of these keys. */
  readonly holds: (keys: readonly string[]) => Promise<boolean>;
  /** What is to be done; doing it again must change nothing. */
  readonly begin: () => Promise<void>;
  /** Keeps for the session that it was done. */
  readonly mark: () => Promise<void>;
  /** Waits so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** @returns does it unless it was done: once at a time, again after a failure. @throws when every attempt failed */
export function onceASession({ holds, begin, mark, wait }: SessionStart): () => Promise<void> {
  let beginning: Promise<void> | null = null;

  async function start(): Promise<void> {
    if (await holds([BEGUN])) return;
    await begin();
    // A worker stopped before this line does it again.
    await mark();
  }

  async function insist(): Promise<void> {
    for (const ms of AGAIN_MS) {
      try {
        return await start();
      } catch {
        await wait(ms);
      }
    }
    return start();
  }

  return () => {
    beginning ??= insist().catch((error: unknown) => {
      beginning = null;
      throw error;
    });
    return beginning;
  };
}
