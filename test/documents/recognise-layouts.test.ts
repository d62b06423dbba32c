/** Issuers' layouts are recognised; papers that cite an attestation are never taken for it. */
import { describe, expect, test } from "vitest";
import { draftOf, recognise } from "../../src/documents/recognise/recognise.ts";
import { LAYOUTS, OWNER, PAPERS } from "./recognise-layouts.ts";
import { MORE_LAYOUTS, MORE_PAPERS } from "./recognise-papers.ts";

const ALL = { ...LAYOUTS, ...MORE_LAYOUTS };

const read = (lines: readonly string[], names: readonly string[] = OWNER.names) =>
  recognise({ pages: [lines], layer: "printed" }, { ...OWNER, names });

describe("issuers' layouts", () => {
  test.each(Object.entries(ALL))("%s", (_, { kind, dates, lines }) => {
    const found = read(lines);
    expect(found.kind?.value).toBe(kind);
    expect(Object.fromEntries(Object.entries(found.dates).map(([field, it]) => [field, it.value]))).toMatchObject(dates);
    for (const [field, it] of Object.entries(found.dates))
      if (it.confidence === "sure") expect([field, it.value]).toEqual([field, dates[field as keyof typeof dates] ?? it.value]);
  });

  test("are mostly taken without a question", () => {
    const taken = Object.values(ALL).filter(({ lines }) => draftOf(read(lines)).confirmed);
    expect(taken.length / Object.keys(ALL).length).toBeGreaterThan(0.8);
  });
});

describe("papers that cite an attestation", () => {
  test.each(Object.entries({ ...PAPERS, ...MORE_PAPERS }))("%s is never taken", (_, lines) => {
    expect(draftOf(read(lines))).toMatchObject({ confirmed: false });
    expect(draftOf(read(lines, ["NORD TOITURES", "NORD"]))).toMatchObject({ confirmed: false });
  });
});
