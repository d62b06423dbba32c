/** The day that is simulated: never more than a quota allows, nobody lost, and waits that follow the load. */
import { describe, expect, test } from "vitest";
import { arrivals, dayOf, drawerOf, type Group } from "../../bench/scale-day.ts";

const FIVE: Group = { quota: { group: "five", calls: 5, seconds: 60 }, sources: 1 };
const day = (companies: number, group = FIVE) => dayOf(group, arrivals(companies, drawerOf(3)));

describe("a simulated day", () => {
  test("companies come in order, within the day, most of them at office hours", () => {
    const instants = arrivals(5000, drawerOf(1));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect([(instants[0] ?? -1) >= 0, (instants.at(-1) ?? 0) < 24 * 3_600_000]).toEqual([true, true]);
    const atOffice = instants.filter((at) => at >= 8 * 3_600_000 && at < 19 * 3_600_000).length;
    expect(atOffice / instants.length).toBeGreaterThan(0.85);
  });

  test("under the quota, nobody waits", async () => {
    expect(await day(100)).toMatchObject({ wanted: 100, longest: 0, atOnce: 1, tries: 1 });
  });

  test("over the quota, everybody is answered in the end, and no minute gives more than is allowed", async () => {
    const busy = await day(4000);
    expect(busy.wanted).toBe(4000);
    expect(busy.busiestMinute).toBe(5);
    expect(busy.p95).toBeGreaterThan(3_600_000);
    // Five a minute through the night: 4,000 calls cannot end sooner, and the keeper wastes few minutes.
    expect(busy.longest).toBeLessThan(24 * 3_600_000);
  });

  test("with twice the sources waits are longer, and the same seed gives the same day", async () => {
    const [one, again, two] = [await day(1500), await day(1500), await day(1500, { ...FIVE, sources: 2 })];
    expect(again).toEqual(one);
    expect(two.wanted).toBe(3000);
    expect(two.median).toBeGreaterThan(one.median);
  });
});
