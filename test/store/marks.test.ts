/** Marks that no page can reach: kept for the next worker, and removed. */
import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { z } from "zod";
import { cellsOf } from "../../src/store/cells.ts";
import { marksStore } from "../../src/store/marks.ts";

test("a mark outlives the worker, until it is removed", async () => {
  const cell = () => cellsOf(marksStore("marks-test"))("erasing", z.boolean(), false);
  expect(await cell().read()).toBe(false);
  await cell().update(() => true);
  await marksStore("marks-test").set("sealed/settings", true);
  expect(await cell().read()).toBe(true);
  expect(await marksStore("marks-test").keys("sealed/")).toEqual(["sealed/settings"]);
  await cell().clear();
  expect(await cell().read()).toBe(false);
});
