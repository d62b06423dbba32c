/** What begins with each session of the extension, whatever the browser tells of it. */
import { expect, test } from "vitest";
import { BEGUN, onceASession } from "../../src/background/session-start.ts";

/** One session of the browser, in which workers start and stop. */
function session() {
  const kept = new Set<string>();
  const done: string[] = [];
  const worker = (begin: () => Promise<void> = async () => void done.push("begin")) =>
    onceASession({
      holds: async (keys) => keys.some((key) => kept.has(key)),
      begin,
      mark: async () => void kept.add(BEGUN),
      wait: async () => {},
    });
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

test("stopped before the end, it begins again", async () => {
  const { worker, done } = session();
  void worker(() => new Promise(() => {}))();
  await worker()();
  expect(done).toEqual(["begin"]);
});

test("refused while the browser does not know the worker yet, it insists; refused for good, it says so and marks nothing", async () => {
  const { worker, kept, done } = session();
  let refusals = 3;
  const start = worker(async () => {
    if (refusals-- > 0) throw new Error("No SW");
    done.push("begin");
  });
  await start();
  expect(done).toEqual(["begin"]);
  kept.clear();
  const never = worker(async () => {
    throw new Error("No SW");
  });
  await expect(never()).rejects.toThrow("No SW");
  expect(kept.size).toBe(0);
});

test("an update forgets what was kept for the session: it begins anew", async () => {
  const { worker, kept, done } = session();
  await worker()();
  kept.clear();
  await worker()();
  expect(done).toEqual(["begin", "begin"]);
});
