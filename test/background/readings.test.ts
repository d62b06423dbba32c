/** Readings of consultations' documents, as they are kept. */
import { expect, test } from "vitest";
import { allReadings, keepReading } from "../../src/background/readings.ts";
import type { KeptReading } from "../../src/domain/asked.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { READING } from "../consultation/readings.ts";

function cells() {
  const stored = new Map<string, unknown>();
  return {
    stored,
    local: cellsOf({
      get: async (key) => stored.get(key),
      set: async (key, value) => void stored.set(key, JSON.parse(JSON.stringify(value))),
      remove: async (key) => void stored.delete(key),
      keys: async (prefix) => [...stored.keys()].filter((key) => key.startsWith(prefix)),
    }),
  };
}

const readAt = (at: string): KeptReading => ({ current: { ...READING, at }, former: null });

test("a reading is kept for its consultation, replaced, and forgotten alone", async () => {
  const { local } = cells();
  await keepReading(local, "a", readAt("2026-11-01T00:00:00.000Z"));
  await keepReading(local, "b", readAt("2026-11-02T00:00:00.000Z"));
  const next: KeptReading = { current: { ...READING, at: "2026-11-03T00:00:00.000Z" }, former: READING };
  await keepReading(local, "a", next);
  expect((await allReadings(local))["a"]).toEqual(next);
  await keepReading(local, "a", null);
  expect(Object.keys(await allReadings(local))).toEqual(["b"]);
});

test("the oldest readings are let go", async () => {
  const { local } = cells();
  for (let day = 10; day < 45; day++) await keepReading(local, `work ${day}`, readAt(new Date(Date.UTC(2026, 9, day)).toISOString()));
  const kept = Object.keys(await allReadings(local));
  expect(kept).toHaveLength(30);
  expect(kept).toContain("work 44");
  expect(kept).not.toContain("work 10");
});

test("what a later version wrote is put aside, not lost", async () => {
  const { local, stored } = cells();
  stored.set("readings", { version: 9, value: { a: "of another shape" } });
  expect(await allReadings(local)).toEqual({});
  await keepReading(local, "b", readAt("2026-11-02T00:00:00.000Z"));
  expect(stored.get("aside/readings")).toEqual({ version: 9, value: { a: "of another shape" } });
});
