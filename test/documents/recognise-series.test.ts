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

describe("what a tax office says of a company", () => {
  const saying = (...said: readonly string[]) =>
    recognise(
      {
        pages: [
          ["DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES", "ATTESTATION DE RÉGULARITÉ FISCALE", ...said, "Fait à Rennes, le 9 novembre 2026"],
        ],
        layer: "printed",
      },
      EXPECTED,
    );
  const COMPANY = "BRUN COUVERTURE, SIREN 913 456 786, est à jour de ses obligations fiscales";

  it("is taken when nothing more is said, with the day on the next line", () => {
    const { dates, asks } = saying(`${COMPANY}.`);
    expect(dates.issuedOn).toMatchObject({ value: "2026-11-09", confidence: "sure" });
    expect(asks).toEqual([]);
  });

  it.each([
    ["a reservation", `${COMPANY}, sauf la TVA.`],
    ["a reservation that denies", `${COMPANY}, sauf la TVA qui n'est pas payée.`],
    ["a denial in another sentence", `${COMPANY}.`, "La cotisation de l'année 2025 n'est pas acquittée."],
    ["what is no longer so, under a condition", `${COMPANY}.`, "En cas de contrôle, elle ne remplit plus ses obligations."],
  ])("is asked about with %s", (_, ...said) => {
    expect(saying(...said).asks.map(({ about }) => about)).toContain("kind");
  });
});
