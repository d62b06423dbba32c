/** Papers of other wordings: what each is and its dates, and nothing taken that must be asked about. */
import { describe, expect, it } from "vitest";
import { recognise } from "../../src/documents/recognise/recognise.ts";
import type { DateField } from "../../src/domain/validity.ts";
import { FIFTH_SERIES, FOURTH_SERIES, SEVENTH_SERIES, SIXTH_SERIES } from "./recognise-first-sight.ts";
import { EIGHTH_SERIES, NINTH_SERIES } from "./recognise-later-sight.ts";
import { FIRST_SERIES, SECOND_SERIES, THIRD_SERIES } from "./recognise-series.ts";
import { TENTH_SERIES } from "./recognise-tenth-sight.ts";

const EXPECTED = { siren: "913456786", names: ["BRUN COUVERTURE"], today: "2026-11-25" };
const PAPERS = [
  FIRST_SERIES,
  SECOND_SERIES,
  THIRD_SERIES,
  FOURTH_SERIES,
  FIFTH_SERIES,
  SIXTH_SERIES,
  SEVENTH_SERIES,
  EIGHTH_SERIES,
  NINTH_SERIES,
  TENTH_SERIES,
].flatMap((series) => Object.entries(series));

describe("papers of other wordings", () => {
  it.each(PAPERS.filter(([, { kind }]) => kind !== null))("%s: its kind and dates are read, or none", (_, { kind, dates = {}, lines }) => {
    const read = recognise({ pages: [lines], layer: "printed" }, EXPECTED);
    expect(read.kind?.value).toBe(kind);
    for (const [field, day] of Object.entries(dates)) {
      const reading = read.dates[field as DateField];
      expect(reading?.value ?? day).toBe(day);
    }
  });

  it.each(PAPERS.filter(([, { kind }]) => kind === null))("%s is asked about", (_, { lines }) => {
    expect(recognise({ pages: [lines], layer: "printed" }, EXPECTED).asks).not.toEqual([]);
  });

  it("have nearly all their dates read", () => {
    const wanted = PAPERS.flatMap(([, { kind, dates = {}, lines }]) =>
      kind === null ? [] : Object.entries(dates).map(([field, day]) => ({ field, day, lines })),
    );
    const read = wanted.filter(
      ({ field, day, lines }) => recognise({ pages: [lines], layer: "printed" }, EXPECTED).dates[field as DateField]?.value === day,
    );
    expect(wanted.length - read.length).toBe(4);
  });

  it("are mostly taken without a question where they attest", () => {
    const honest = PAPERS.filter(([, { kind }]) => kind !== null);
    const taken = honest.filter(([, { lines }]) => recognise({ pages: [lines], layer: "printed" }, EXPECTED).asks.length === 0);
    expect(taken.length / honest.length).toBeGreaterThan(0.85);
  });
});
