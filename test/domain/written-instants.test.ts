import { describe, expect, test } from "vitest";
import { instantsIn } from "../../src/domain/written-instants.ts";

describe("instants as pages write them", () => {
  test.each([
    ["15/12/2026 12:00", "2026-12-15T12:00:00+01:00"],
    ["15/12/2026 à 12h00", "2026-12-15T12:00:00+01:00"],
    ["15-12-2026 12:00:00", "2026-12-15T12:00:00+01:00"],
    ["15.12.2026, 12 h", "2026-12-15T12:00:00+01:00"],
    ["mardi 15 décembre 2026 12:00", "2026-12-15T12:00:00+01:00"],
    ["Mardi 15 décembre 2026 à 12 heures 30", "2026-12-15T12:30:00+01:00"],
    ["15 déc. 2026 - 12 h 00", "2026-12-15T12:00:00+01:00"],
    ["1er juillet 2026 à midi", "2026-07-01T12:00:00+02:00"],
    ["5 août 2026 – 9h", "2026-08-05T09:00:00+02:00"],
    ["2026-12-15 12:00", "2026-12-15T12:00:00+01:00"],
    ["2026-12-15T12:00", "2026-12-15T12:00:00+01:00"],
    ["15/12/2026 12:00 (heure de Paris)", "2026-12-15T12:00:00+01:00"],
    ["15/12/2026 avant 23h59", "2026-12-15T23:59:00+01:00"],
  ])("%s", (text, instant) => expect(instantsIn(text)).toEqual([instant]));

  test.each([
    "12/15/2026 12:00",
    "31/02/2026 12:00",
    "15/12/2026",
    "lundi 15 décembre 2026 12:00",
    "15/12/2026 25:00",
    "15/12/2026 12:60",
    "15/12/2026 12:00 PM",
    "15/12/2026 12:00 (heure locale)",
    "15/12/2026 12:00 (heure de Fort-de-France)",
    "2026-12-15T12:00:00Z",
    "15 brumaire 2026 12:00",
    "29/03/2026 02:30",
    "25/10/2026 02:30",
  ])("no instant for sure: %s", (text) => expect(instantsIn(text)).toEqual([null]));

  test.each(["", "12:00", "15/12", "référence 2026-12", "dans 20 jours", "115/12/2026 12:00"])("no date: %s", (text) =>
    expect(instantsIn(text)).toEqual([]),
  );

  test("two dates are two", () => {
    expect(instantsIn("Du 01/12/2026 09:00 au 15/12/2026 12:00")).toEqual(["2026-12-01T09:00:00+01:00", "2026-12-15T12:00:00+01:00"]);
  });
});
