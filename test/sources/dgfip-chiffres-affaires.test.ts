import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDay } from "../../src/domain/time.ts";
import { roomOf } from "./reading.ts";

const { answer, bodyRead, failed } = roomOf("dgfip-chiffres-affaires");
const exercice = (chiffre_affaires: number | null, date_fin_exercice: string) => ({
  data: { chiffre_affaires, date_fin_exercice },
  links: {},
  meta: {},
});
const facts = (...exercices: ReturnType<typeof exercice>[]) => bodyRead({ data: exercices, links: {}, meta: {} }).facts;

describe("DGFIP, chiffres d'affaires", () => {
  test("three closed years are read, latest first", () => {
    expect(answer().facts).toEqual({
      chiffreAffairesN1: 6_480_200,
      chiffreAffairesN2: 5_912_750,
      chiffreAffairesN3: 5_377_900,
      exerciceFinN1: "2025-12-31",
      exerciceFinN2: "2024-12-31",
      exerciceFinN3: "2023-12-31",
    });
  });

  test("two closings in one calendar year are two years, sorted by their full date", () => {
    const read = facts(exercice(100, "2024-06-30"), exercice(300, "2025-12-31"), exercice(200, "2024-12-31"));
    expect([read.chiffreAffairesN1, read.chiffreAffairesN2, read.chiffreAffairesN3]).toEqual([300, 200, 100]);
  });

  test("0 means unknown: the closing is kept, the amount is left out", () => {
    expect(facts(exercice(0, "2025-12-31"), exercice(null, "2024-12-31"))).toEqual({
      exerciceFinN1: "2025-12-31",
      exerciceFinN2: "2024-12-31",
    });
  });

  test("whatever the provider's order, closings descend", () => {
    const days = fc.date({ min: new Date("2015-01-01"), max: new Date("2026-01-01"), noInvalidDate: true });
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 1e9 }), days), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(some, (list) => {
        const exercices = list.map(([amount, day]) => exercice(amount, day.toISOString().slice(0, 10)));
        const read = facts(...exercices);
        const closings = [read.exerciceFinN1, read.exerciceFinN2, read.exerciceFinN3].filter((day) => day !== undefined);
        expect(closings.every(isDay)).toBe(true);
        expect(closings).toEqual([...new Set(closings)].sort().reverse());
        const distinct = new Map(exercices.map(({ data }) => [data.date_fin_exercice, data.chiffre_affaires]));
        if (distinct.size === exercices.length) expect(facts(...exercices.toReversed())).toEqual(read);
      }),
    );
  });

  test("an answer without a closed year or a known amount means that nothing was found", () => {
    expect(bodyRead({ data: [] })).toMatchObject({ state: "notFound", reason: "dgfip.pasDeChiffreAffaires" });
    expect(failed(404, "03003")).toMatchObject({ state: "notFound", reason: "dgfip.pasDeChiffreAffaires" });
  });
});
