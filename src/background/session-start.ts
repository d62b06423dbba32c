/**
 * What is done once each time the extension begins anew: it was installed, updated, or the browser was started. The browser tells it by an
 * event, which can be lost: on a busy machine Chromium starts an updated worker and never tells it why. So each start of the worker asks whether
 * it was done: what is kept for the session goes with the version before, and with the browser.
 */

/** The key, in what is kept for the session, that says it was done. */
export const BEGUN = "begun";

export interface SessionStart {
  /** Whether something is kept for the session under one of these keys. */
  readonly holds: (keys: readonly string[]) => Promise<boolean>;
  /** What is to be done; doing it again must change nothing. */
  readonly begin: () => Promise<void>;
  /** Keeps for the session that it was done. */
  readonly mark: () => Promise<void>;
}

/** @returns does it unless it was done; one attempt at a time, and again after a failure */
export function onceASession({ holds, begin, mark }: SessionStart): () => Promise<void> {
  let beginning: Promise<void> | null = null;

  async function start(): Promise<void> {
    if (await holds([BEGUN])) return;
    await begin();
    // A worker stopped before this line does it again.
    await mark();
  }

  return () => {
    beginning ??= start().catch((error: unknown) => {
      beginning = null;
      throw error;
    });
    return beginning;
  };
}
