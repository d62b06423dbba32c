/** The reading section's state: read, stopped, failed, stored, forgotten, each for its own consultation. */
import { beforeEach, expect, test } from "vitest";
import type { FileRead } from "../../src/consultation/reading.ts";
import { createReadingSession, type ReadingSession } from "../../src/consultation/session.ts";
import type { KeptReading } from "../../src/domain/asked.ts";
import { AT, RC, READING, readAs } from "./readings.ts";

const FILES = [new File(["x"], "dce.zip")];
const WORK = "90000001900001|2026-1";

let store: Map<string, KeptReading>;
let found: readonly FileRead[];
let read: Parameters<typeof createReadingSession>[0]["read"];
let session: ReadingSession;

beforeEach(() => {
  store = new Map();
  found = [{ file: "plan.dwg", refused: "type" }, readAs("rc.txt", RC)];
  read = async (_, { onRead }) => found.forEach(onRead);
  session = createReadingSession({
    read: (...input) => read(...input),
    load: async (work) => store.get(work) ?? null,
    keep: async (work, kept) => (kept === null ? store.delete(work) : store.set(work, kept)),
    now: () => new Date(AT),
  });
});

test("findings are shown as they come, and stored once everything is read", async () => {
  await session.follow(WORK);
  const seen: unknown[] = [];
  session.onChange(() => seen.push([session.read().running?.read ?? null, session.read().kept !== null]));
  await session.take(FILES, true);
  expect(seen).toEqual([
    [0, false],
    [1, false],
    [2, true],
    [2, true],
    [null, true],
  ]);
  expect(store.get(WORK)?.current.documents.map(({ file }) => file)).toEqual(["plan.dwg", "rc.txt"]);
  expect(store.get(WORK)?.former).toBeNull();
});

test("a second reading is compared with the first, even after the page was closed", async () => {
  store.set(WORK, { current: READING, former: null });
  const following = session.follow(WORK);
  await session.take(FILES, true);
  await following;
  expect(store.get(WORK)?.former).toEqual(READING);
});

test("files without a règlement remove nothing, and are named", async () => {
  store.set(WORK, { current: READING, former: null });
  await session.follow(WORK);
  found = [{ file: "plan.dwg", refused: "type" }];
  await session.take(FILES, true);
  expect(session.read()).toMatchObject({ ended: "nothing", left: [{ file: "plan.dwg" }], kept: { current: READING } });
  expect(store.get(WORK)?.current).toEqual(READING);
});

test("a reading that stops or fails keeps what was known", async () => {
  store.set(WORK, { current: READING, former: null });
  await session.follow(WORK);
  read = async (_, { onRead, signal }) => {
    found.forEach(onRead);
    session.cancel();
    signal.throwIfAborted();
  };
  await session.take(FILES, true);
  expect(session.read()).toMatchObject({ ended: "cancelled", running: null, kept: { current: READING, former: null } });
  read = async () => {
    throw new Error("no memory");
  };
  await session.take(FILES, true);
  expect(session.read()).toMatchObject({ ended: "failed", kept: { current: READING } });
});

test("a reading that cannot be stored is shown, and says so", async () => {
  session = createReadingSession({
    read: (...input) => read(...input),
    load: async () => null,
    keep: async () => {
      throw new Error("full");
    },
    now: () => new Date(AT),
  });
  await session.follow(WORK);
  await session.take(FILES, true);
  expect(session.read()).toMatchObject({ ended: "unkept", running: null });
  expect(session.read().kept).not.toBeNull();
});

test("nothing of one consultation is shown or stored for another", async () => {
  await session.follow(WORK);
  read = async (_, { onRead, signal }) => {
    await session.follow("another");
    found.forEach(onRead);
    signal.throwIfAborted();
  };
  await session.take(FILES, true);
  expect(session.read()).toMatchObject({ kept: null, ended: null, running: null });
  expect(store.size).toBe(0);
});

test("the person can make it forget, and nothing is read without a consultation", async () => {
  await session.take(FILES, true);
  expect(session.read().running).toBeNull();
  store.set(WORK, { current: READING, former: null });
  await session.follow(WORK);
  await session.forget();
  expect(session.read().kept).toBeNull();
  expect(store.size).toBe(0);
});
