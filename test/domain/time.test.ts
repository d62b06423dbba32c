import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, dayOfUnixSeconds, daysBetween, endOfMonth, formatDay, isDay, parisDay } from "../../src/domain/time.ts";

const someDay = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("days", () => {
  test("INSEE's midnight in Paris stays the same day, summer and winter", () => {
    expect(dayOfUnixSeconds(Date.parse("2020-01-31T23:00:00Z") / 1000)).toBe("2020-02-01");
    expect(dayOfUnixSeconds(Date.parse("2020-06-30T22:00:00Z") / 1000)).toBe("2020-07-01");
    expect(parisDay(new Date("2026-12-31T22:59:59Z"))).toBe("2026-12-31");
  });

  test("months are counted to the last day of the shorter one", () => {
    expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
    expect(addMonths("2027-08-31", 6)).toBe("2028-02-29");
    expect(endOfMonth("2028-02-01")).toBe("2028-02-29");
    expect(addMonths("2026-03-15", -3)).toBe("2025-12-15");
  });

  test("adding and counting days agree", () => {
    fc.assert(fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => daysBetween(day, addDays(day, count)) === count));
  });

  test("a day that does not exist is refused", () => {
    expect(isDay("2027-02-29")).toBe(false);
    expect(isDay("2026-13-01")).toBe(false);
    expect(isDay("2028-02-29")).toBe(true);
    expect(isDay("01/02/2028")).toBe(false);
    expect(formatDay("2026-05-31")).toBe("31/05/2026");
  });
});
