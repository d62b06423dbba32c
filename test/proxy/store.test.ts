/** The memory of one instance: values expire, and those that nobody asks for again do not stay. */
import { expect, test } from "vitest";
import { createEntries } from "../../proxy/store.ts";

test("an expired value is removed, whether asked for or not", () => {
  let time = 0;
  const entries = createEntries(() => new Date(time));
  for (let n = 0; n < 1000; n++) entries.write(`short ${n}`, "x", 10);
  entries.write("long", "kept", 1000);
  expect(entries.size()).toBe(1001);
  time = 11_000;
  expect(entries.read("short 0")).toBeNull();
  for (let n = 0; n < 400; n++) entries.write(`later ${n}`, "x", 1000);
  // Four hundred writes have checked twelve hundred entries: none of the first thousand is left.
  expect(entries.size()).toBe(401);
  expect(entries.read("long")).toBe("kept");
});

test("the last write of a key is the one that lasts", () => {
  let time = 0;
  const entries = createEntries(() => new Date(time));
  entries.write("key", "first", 10);
  entries.write("key", "second", 100);
  time = 50_000;
  expect([entries.read("key"), entries.size()]).toEqual(["second", 1]);
  entries.drop("key");
  expect([entries.read("key"), entries.size()]).toEqual([null, 0]);
});
