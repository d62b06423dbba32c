/** Runs work that may be asked for repeatedly: one run at a time, and one more for all requests that came meanwhile. */
export function inTurn(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  function start(): Promise<void> {
    running = work().finally(() => {
      running = null;
    });
    return running;
  }

  return () => {
    if (running === null) return start();
    const again = () => {
      next = null;
      return start();
    };
    next ??= running.then(again, again);
    return next;
  };
}
