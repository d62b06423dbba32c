/** The consultations of two browsers are merged: in order, each once, nothing lost, all differences told. */
import { describe, expect, test } from "vitest";
import { mergedConsultations } from "../../src/consultations/merge.ts";
import { event, some } from "./some.ts";

const LIMIT = "2026-12-04T12:00:00+01:00";
const here = (...all: Parameters<typeof mergedConsultations>[0]) => all;

describe("a consultation that both know", () => {
  const own = some({
    id: "a",
    events: [event("met", "2026-11-01T09:00:00.000Z"), event("filled", "2026-11-03T09:00:00.000Z")],
    dateLimite: LIMIT,
  });

  test("is one under two ids: events are in order, each once, under the id of this browser", () => {
    const other = some({ id: "b", events: [event("met", "2026-11-02T09:00:00.000Z"), event("filled", "2026-11-03T09:00:00.000Z")] });
    const { consultations, added, joined, differences } = mergedConsultations(here(own), [other], "here");
    expect(consultations.map(({ id, events, dateLimite }) => [id, events.map(({ at }) => at.slice(8, 10)), dateLimite])).toEqual([
      ["a", ["01", "02", "03"], LIMIT],
    ]);
    expect([added, joined, differences]).toEqual([0, 1, []]);
  });

  test("adds nothing when merged twice", () => {
    const other = some({ id: "b", events: [event("attached", "2026-11-05T09:00:00.000Z", { operation: "o1" })] });
    const once = mergedConsultations(here(own), [other], "here").consultations;
    expect(mergedConsultations(once, [other], "here").consultations).toEqual(once);
  });

  test("deposited on both sides has one deposit, the first", () => {
    const deposit = (at: string) => some({ id: "a", events: [event("deposited", at)] });
    const { consultations } = mergedConsultations(here(deposit("2026-12-03T10:00:00.000Z")), [deposit("2026-12-02T10:00:00.000Z")], "here");
    expect(consultations[0]?.events.map(({ at }) => at)).toEqual(["2026-12-02T10:00:00.000Z"]);
  });

  test("with two deadlines keeps this browser's and both are told, unless the person prefers the file's", () => {
    const other = some({ id: "b", dateLimite: "2026-12-11T12:00:00+01:00", award: { askedBy: "2026-12-20" } });
    const kept = mergedConsultations(here(own), [other], "here");
    expect(kept.consultations[0]).toMatchObject({ dateLimite: LIMIT, award: { askedBy: "2026-12-20" } });
    expect(kept.differences).toEqual([
      { about: "deadline", name: own.objet, here: "2026-12-04T11:00:00.000Z", there: "2026-12-11T11:00:00.000Z" },
    ]);
    expect(mergedConsultations(here(own), [other], "file").consultations[0]).toMatchObject({
      id: "a",
      dateLimite: "2026-12-11T12:00:00+01:00",
    });
  });

  test("whose instant is written with two offsets does not differ", () => {
    const other = some({ id: "b", dateLimite: "2026-12-04T11:00:00.000Z" });
    expect(mergedConsultations(here(own), [other], "here").differences).toEqual([]);
  });

  test("whose hour is doubted here is not settled by the other browser", () => {
    const doubted = some({ id: "a", doubt: { why: "overseasBuyer", said: "97200", written: "04/12/2026 12:00", day: "2026-12-04" } });
    const [one] = mergedConsultations(here(doubted), [some({ id: "b", dateLimite: LIMIT })], "here").consultations;
    expect(one).toMatchObject({ doubt: { why: "overseasBuyer" } });
    expect(one).not.toHaveProperty("dateLimite");
  });
});

test("a consultation that only the file knows is added; one of another company or buyer is another, whatever its id", () => {
  const own = some({ id: "a", acheteurSiret: "21750001600019" });
  const others = [some({ id: "a", siren: "900000027" }), some({ id: "a", acheteurSiret: "21950057400019" })];
  const { consultations, added } = mergedConsultations(here(own), others, "here");
  expect(added).toBe(2);
  expect(consultations[0]).toEqual(own);
  expect(new Set(consultations.map(({ id }) => id)).size).toBe(3);
});

test("a consultation that could be any of several changes none", () => {
  const two = [some({ id: "a", url: "https://p.example/1" }), some({ id: "b", url: "https://p.example/1" })];
  expect(mergedConsultations(two, [some({ id: "c", url: "https://p.example/1" })], "file").consultations).toEqual(two);
});
