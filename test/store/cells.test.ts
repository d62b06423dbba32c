import { expect, test } from "vitest";
import { z } from "zod";
import { cellsOf } from "../../src/store/cells.ts";
import { memoryStore } from "./memory-store.ts";

test("changes made at the same time all count", async () => {
  const cell = cellsOf(memoryStore())("count", z.number(), 0);
  await Promise.all(Array.from({ length: 50 }, () => cell.update((count) => count + 1)));
  expect(await cell.read()).toBe(50);
});

test("a value of another shape, from another version, counts as absent", async () => {
  const store = memoryStore();
  await store.set("count", { old: true });
  expect(await cellsOf(store)("count", z.number(), 7).read()).toBe(7);
});

test("a change that fails does not stop the next one", async () => {
  const cell = cellsOf(memoryStore())("count", z.number(), 0);
  const failing = cell.update(() => {
    throw new Error("broken");
  });
  await expect(failing).rejects.toThrow("broken");
  expect(await cell.update((count) => count + 1)).toBe(1);
});
