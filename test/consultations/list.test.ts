/** The order, the search, and the documents expired at a deadline. */
import { expect, test } from "vitest";
import { byPressure, deadAt, givenTo, matching, momentOf } from "../../src/consultations/list.ts";
import { event, some, VIGILANCE } from "./some.ts";

const NOW = new Date("2026-12-01T10:00:00Z");
const doubt = (day?: string) => ({
  why: "overseasBuyer" as const,
  said: "97200",
  written: "12 h",
  ...(day !== undefined && { day }),
});

test("the most urgent comes first, a doubted hour by its day's first instant, then those without a deadline, then those over", () => {
  const all = [
    some({ id: "over-long", dateLimite: "2026-10-01T12:00:00+02:00" }),
    some({ id: "undated-old", events: [event("met", "2026-11-01T00:00:00.000Z")] }),
    some({ id: "far", dateLimite: "2027-01-15T12:00:00+01:00" }),
    some({ id: "over", dateLimite: "2026-11-30T12:00:00+01:00" }),
    some({ id: "same-day", dateLimite: "2026-12-03T12:00:00+01:00" }),
    some({ id: "doubted", doubt: doubt("2026-12-03") }),
    some({ id: "undated", doubt: doubt(), events: [event("met", "2026-11-20T00:00:00.000Z")] }),
    some({ id: "near", dateLimite: "2026-12-01T12:00:00+01:00" }),
  ];
  expect(byPressure(all, NOW).map(({ id }) => id)).toEqual([
    "near",
    "doubted",
    "same-day",
    "far",
    "undated",
    "undated-old",
    "over",
    "over-long",
  ]);
});

test("a deadline is over at its instant; a doubted one, once its day is over in every time zone", () => {
  const limit = some({ dateLimite: "2026-12-01T11:00:00+01:00" });
  expect(momentOf(limit, new Date("2026-12-01T10:00:00Z"))).toBe("coming");
  expect(momentOf(limit, new Date("2026-12-01T10:00:01Z"))).toBe("over");
  expect(momentOf(some({ doubt: doubt("2026-11-30") }), NOW)).toBe("coming");
  expect(momentOf(some({ doubt: doubt("2026-11-29") }), NOW)).toBe("over");
});

test.each([
  ["ecole TOITURE", ["a"]],
  ["2026trx12", ["a"]],
  ["lyon", ["b"]],
  ["21 690 123", ["b"]],
  ["étanchéité", ["b"]],
  ["toiture lyon", []],
  ["  ", ["a", "b"]],
])("« %s » finds %j", (query, ids) => {
  const all = [
    some({ id: "a" }),
    some({
      id: "b",
      reference: "VL/2026/8",
      objet: "Entretien",
      acheteurNom: "Ville de LYON",
      acheteurSiret: "21690123100011",
      lots: [{ numero: "1", intitule: "Etanchéité" }],
    }),
  ];
  expect(matching(all, query).map(({ id }) => id)).toEqual(ids);
});

test("a kind is expired when all its documents are: at the deadline, or only at the award", () => {
  const assurance = (id: string, validUntil: string) => ({ id, kind: "rcPro", validUntil, validityBasis: "document" }) as const;
  const pieces = [
    { id: "rib", kind: "rib" } as const,
    assurance("old", "2026-06-30"),
    assurance("last", "2026-12-31"),
    { id: "qualibat", kind: "qualibat", validUntil: "2026-12-02", validityBasis: "document" } as const,
    { id: "undated", kind: "decennale" } as const,
  ];
  const ids = ({ atDeadline, atAward }: ReturnType<typeof deadAt<(typeof pieces)[number]>>) => [
    atDeadline.map(({ id }) => id),
    atAward.map(({ id }) => id),
  ];
  expect(ids(deadAt(pieces, "2026-12-04", "2026-12-01"))).toEqual([["qualibat"], ["last"]]);
  expect(ids(deadAt(pieces, undefined, "2026-12-01"))).toEqual([[], []]);
  expect(ids(deadAt(pieces, "2027-01-10", "2026-12-01"))).toEqual([["last", "qualibat"], []]);
});

test("each document given to a page is listed once", () => {
  const events = [
    event("attached", undefined, { pieces: [VIGILANCE] }),
    event("attached", undefined, { pieces: [VIGILANCE] }),
    event("prepared"),
  ];
  expect(givenTo(some({ events }))).toEqual([VIGILANCE]);
});
