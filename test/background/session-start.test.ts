/** What begins with each session of the extension, whatever the browser tells of it. */
import { expect, test } from "vitest";
import { BEGUN, onceASession } from "../../src/background/session-start.ts";

/** One session of the browser, in which workers start and stop. */
function session() {
  const kept = new Set<string>();
  const done: string[] = [];
  const worker = (begin: () => Promise<void> = async () => void done.push("begin")) =>
    onceASession({ holds: async (keys) => keys.some((key) => kept.has(key)), begin, mark: async () => void kept.add(BEGUN) });
  return { worker, kept, done };
}

test("a worker that starts without any event begins the session, and the next one finds it begun", async () => {
  const { worker, done } = session();
  await worker()();
  await worker()();
  expect(done).toEqual(["begin"]);
});

test("told of its installation while it begins, it begins once", async () => {
  const { worker, done } = session();
  const start = worker();
  await Promise.all([start(), start()]);
  await start();
  expect(done).toEqual(["begin"]);
});

test("stopped before the end, or failing, it begins again", async () => {
  const { worker, kept, done } = session();
  void worker(() => new Promise(() => {}))();
  let fails = true;
  const start = worker(async () => {
    if (fails) throw new Error("the tab is gone");
    done.push("begin");
  });
  await expect(start()).rejects.toThrow("the tab is gone");
  expect(kept.size).toBe(0);
  fails = false;
  await start();
  expect(done).toEqual(["begin"]);
});

test("an update forgets what was kept for the session: it begins anew", async () => {
  const { worker, kept, done } = session();
  await worker()();
  kept.clear();
  await worker()();
  expect(done).toEqual(["begin", "begin"]);
});
