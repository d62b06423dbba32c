import fc from "fast-check";
import { expect, test } from "vitest";
import { REMINDER_DAYS, remindersOf } from "../../src/coffre/reminders.ts";
import type { CoffrePiece } from "../../src/domain/coffre.ts";
import { addDays, daysBetween } from "../../src/domain/time.ts";

function piece(given: Partial<CoffrePiece>): CoffrePiece {
  return {
    id: "a",
    siren: "913456786",
    kind: "attestationVigilance",
    title: "Vigilance",
    fileName: "v.pdf",
    type: "application/pdf",
    size: 1,
    sha256: "",
    addedAt: "2026-04-10T00:00:00Z",
    validFrom: "2026-03-31",
    validityBasis: "document",
    confirmed: true,
    ...given,
  };
}

/** All reminders over a number of days, each told once. */
function year(pieces: readonly CoffrePiece[], from: string, days: number, every = 1): string[] {
  const told = new Set<string>();
  const log: string[] = [];
  for (let day = 0; day < days; day += every) {
    const today = addDays(from, day);
    for (const { id, daysLeft } of remindersOf(pieces, today)) {
      if (told.has(id)) continue;
      told.add(id);
      log.push(`${today} ${daysLeft}`);
    }
  }
  return log;
}

test("reminders come thirty, fifteen and three days before the end, once each, with the place to obtain the next document", () => {
  expect(year([piece({})], "2026-04-10", 365)).toEqual(["2026-08-31 30", "2026-09-15 15", "2026-09-27 3"]);
  const [due] = remindersOf([piece({})], "2026-09-15");
  expect(due?.obtainAt).toEqual({ label: "Votre espace URSSAF", url: "https://www.urssaf.fr" });
  expect(remindersOf([piece({})], "2026-10-01")).toEqual([]);
});

test("after days away only the shortest delay is told", () => {
  expect(year([piece({})], "2026-09-18", 1)).toEqual(["2026-09-18 12"]);
  expect(year([piece({})], "2026-09-29", 3)).toEqual(["2026-09-29 1"]);
});

test("a document that is replaced, uncertain, another company's, without end or obtained in a minute is not reminded", () => {
  const silent = [
    [piece({}), piece({ id: "b", validFrom: "2026-08-31" })],
    [piece({ confirmed: false })],
    [piece({ otherSiren: "902100072" })],
    [piece({ kind: "rib" })],
    [piece({ kind: "immatriculation", issuedOn: "2026-06-15" })],
  ];
  for (const pieces of silent) expect(remindersOf(pieces, "2026-09-15")).toEqual([]);
});

test.each(["rge", "qualifelec", "franceCompetences"] as const)("a %s of another title does not replace the one that ends", (kind) => {
  const two = [
    piece({ id: "first", kind, title: "Premier", validUntil: "2026-09-20" }),
    piece({ id: "second", kind, title: "Second", validUntil: "2027-09-20" }),
  ];
  expect(remindersOf(two, "2026-09-15").map(({ piece: { id } }) => id)).toEqual(["first"]);
});

test("another company's longer document replaces nothing; a corrected end is told again", () => {
  const other = piece({ id: "b", siren: "902100072", validFrom: "2026-08-31" });
  expect(remindersOf([piece({}), other], "2026-09-15")).toHaveLength(1);
  const idOf = (given: CoffrePiece, today: string) => remindersOf([given], today).map(({ id }) => id);
  expect(idOf(piece({}), "2026-09-16")).toEqual(idOf(piece({}), "2026-09-15"));
  expect(idOf(piece({ validUntil: "2026-09-25" }), "2026-09-15")).not.toEqual(idOf(piece({}), "2026-09-15"));
});

test("however rarely the browser wakes, no reminder comes twice or late, and one comes if it wakes in time", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 40 }), (every, offset) => {
      const log = year([piece({})], addDays("2026-07-01", offset), 120, every);
      expect(log.length).toBeLessThanOrEqual(REMINDER_DAYS.length);
      expect(log.length).toBeGreaterThanOrEqual(1);
      for (const line of log) {
        const [day = "", left] = line.split(" ");
        expect(daysBetween(day, "2026-09-30")).toBe(Number(left));
        expect(Number(left)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
