/** Contracts that last, two machines that follow the same ones, and deadlines of odd days: what the days to come ask for stays right. */
import { describe, expect, test } from "vitest";
import { alreadySent } from "../../src/consultations/already-sent.ts";
import { afterDues, afterReminders, OWN, sectionsOf, vigilanceDue, withGiven } from "../../src/consultations/award.ts";
import { calendarOf } from "../../src/consultations/calendar.ts";
import { deadlineReminders } from "../../src/consultations/deadlines.ts";
import { byPressure, momentOf } from "../../src/consultations/list.ts";
import { mergedConsultations } from "../../src/consultations/merge.ts";
import { type Award, Contract } from "../../src/domain/award.ts";
import { dayTyped } from "../../src/domain/time.ts";
import { consultationsFr } from "../../src/i18n/consultations.fr.ts";
import { BUYER, event, some, VIGILANCE } from "./some.ts";

const SUB = { siret: "90000002700012", name: "ZINGUERIE DU LAC", from: "2026-06-20" };
const OTHER = { country: "Italie", number: "IT 01234567890", name: "LATTONERIA", from: "2026-07-01" };
const contract = (more: object = {}) => Contract.parse({ from: "2026-06-15", ...more });
const ownDue = (one: Contract, today: string) => vigilanceDue(one, today).find(({ of }) => of === OWN)?.due;

describe("a contract over several years", () => {
  test("that is renewed goes on by the days of its conclusion", () => {
    const first = contract({ until: "2027-06-14", given: [{ of: OWN, due: "2026-12-15" }] });
    expect(vigilanceDue(first, "2026-12-20")).toEqual([]);
    expect(ownDue({ ...first, until: "2029-06-14" }, "2027-06-20")).toBe("2027-06-15");
  });

  test("told two years late asks for the certificate of today, not for each that was missed", () => {
    expect(ownDue(contract({ from: "2024-05-10" }), "2026-12-04")).toBe("2026-11-10");
    const given = withGiven(contract({ from: "2024-05-10" }), { of: OWN, due: "2026-11-10" });
    expect(ownDue(given, "2026-12-04")).toBe("2027-05-10");
  });

  test("that is over asks for nothing, whatever was missed", () => {
    expect(vigilanceDue(contract({ from: "2024-05-10", until: "2026-11-30", subcontractors: [SUB] }), "2026-12-04")).toEqual([]);
    expect(
      sectionsOf(
        [some({ dateLimite: "2024-04-01T12:00:00+02:00", award: { contract: contract({ from: "2024-05-10", until: "2026-11-30" }) } })],
        new Date("2026-12-04T09:00:00Z"),
      ),
    ).toMatchObject({ followed: [], over: [{ id: "c1" }] });
  });

  test("ends on the day of a certificate: it is still due that day, and no more the day after", () => {
    const one = contract({ until: "2026-12-15" });
    expect(ownDue(one, "2026-12-15")).toBe("2026-12-15");
    expect(ownDue(one, "2026-12-16")).toBeUndefined();
  });

  test("whose day of conclusion is corrected does not ask again for the one just given", () => {
    const given = withGiven(contract(), { of: OWN, due: "2026-12-15" });
    expect(ownDue({ ...given, from: "2026-06-22" }, "2026-12-20")).toBe("2027-06-22");
    expect(ownDue({ ...given, from: "2026-06-10" }, "2026-12-20")).toBe("2027-06-10");
  });

  test("concluded on 29 February, or on the last day of a month, keeps its days", () => {
    const leap = contract({ from: "2028-02-29" });
    expect(ownDue(leap, "2028-03-01")).toBe("2028-08-29");
    expect(ownDue(leap, "2028-12-31")).toBe("2028-08-29");
    expect(ownDue(leap, "2029-02-28")).toBe("2029-02-28");
    expect(ownDue(contract({ from: "2026-08-31" }), "2027-03-01")).toBe("2027-02-28");
  });

  test("certificates noted in another order are the same ones", () => {
    const dues = ["2026-12-15", "2027-06-15", "2027-12-15"].map((due) => ({ of: OWN, due }));
    expect(ownDue(contract({ given: dues }), "2027-12-20")).toBe(ownDue(contract({ given: dues.toReversed() }), "2027-12-20"));
  });

  test("one subcontractor's certificate says nothing of another's, nor of the company's own", () => {
    const one = contract({ subcontractors: [SUB, OTHER], given: [{ of: SUB.siret, due: "2026-06-20" }] });
    expect(vigilanceDue(one, "2026-07-02").map(({ due }) => due)).toEqual(["2026-07-01", "2026-12-15", "2026-12-20"]);
  });

  test("is reminded at each half-year, and not while another certificate counts", () => {
    const kept = some({ award: { contract: contract() } });
    const days = ["2026-11-29", "2026-11-30", "2026-12-12", "2026-12-15", "2026-12-16", "2027-06-14", "2027-06-15"];
    expect(days.map((today) => afterReminders([kept], today).map(({ day, daysLeft }) => `${day} ${daysLeft}`))).toEqual([
      [],
      ["2026-12-15 15"],
      ["2026-12-15 3"],
      ["2026-12-15 0"],
      ["2026-12-15 -1"],
      ["2026-12-15 -181"],
      ["2027-06-15 0"],
    ]);
  });
});

test.each([
  ["15/12/2026", "2026-12-15"],
  ["15-12-2026", "2026-12-15"],
  ["15 12 2026", "2026-12-15"],
  ["5.1.2027", "2027-01-05"],
  ["15/12/26", null],
  ["31/11/2026", null],
  ["29/02/2027", null],
  ["29/02/2028", "2028-02-29"],
  ["15/12/0226", null],
  ["15/12/20226", null],
  ["12/15/2026", null],
  ["", null],
])("a day typed as « %s » is %s", (text, day) => {
  expect(dayTyped(text)).toBe(day);
});

describe("two machines", () => {
  const followed = (award: Award, id = "a") => some({ id, award });
  const merge = (here: Award, there: Award, prefer: "here" | "file" = "here") => {
    const { consultations, differences } = mergedConsultations([followed(here)], [followed(there, "b")], prefer);
    return { award: consultations[0]?.award, differences };
  };
  const GIVEN = { of: OWN, due: "2026-12-15" };

  test("a certificate noted on one and a subcontractor added on the other are both there", () => {
    for (const prefer of ["here", "file"] as const) {
      const { award, differences } = merge(
        { contract: contract({ given: [GIVEN] }) },
        { contract: contract({ subcontractors: [SUB, OTHER] }) },
        prefer,
      );
      expect(award?.contract).toEqual(contract({ given: [GIVEN], subcontractors: [SUB, OTHER] }));
      expect(differences).toEqual([]);
    }
  });

  test("the same subcontractor on both is one, under the name that it has here", () => {
    const { award } = merge(
      { contract: contract({ subcontractors: [SUB] }) },
      { contract: contract({ subcontractors: [{ ...SUB, name: "Zinguerie" }, OTHER] }) },
    );
    expect(award?.contract?.subcontractors).toEqual([SUB, OTHER]);
  });

  test("the proofs asked on one and the contract of the other are both there", () => {
    expect(merge({ askedBy: "2026-12-20" }, { contract: contract() }).award).toEqual({ askedBy: "2026-12-20", contract: contract() });
    expect(merge({ askedBy: "2026-12-20" }, { askedBy: "2026-12-20", provedOn: "2026-12-18" }).award).toEqual({
      askedBy: "2026-12-20",
      provedOn: "2026-12-18",
    });
  });

  test("a day that differs is told, and stays as it is here until the person prefers the file's", () => {
    const [here, there] = [
      { contract: contract({ until: "2027-06-14", given: [GIVEN] }) },
      { contract: contract({ until: "2028-06-14" }) },
    ];
    expect(merge(here, there).differences).toEqual([{ about: "award", name: expect.any(String), here: "2027-06-14", there: "2028-06-14" }]);
    expect(merge(here, there).award?.contract).toMatchObject({ until: "2027-06-14", given: [GIVEN] });
    expect(merge(here, there, "file").award?.contract).toMatchObject({ until: "2028-06-14", given: [GIVEN] });
  });

  test("merged twice, or the other way round, it is the same", () => {
    const [one, other] = [
      followed({ contract: contract({ given: [GIVEN] }) }),
      followed({ contract: contract({ subcontractors: [SUB] }) }),
    ];
    const once = mergedConsultations([one], [other], "here").consultations;
    expect(mergedConsultations(once, [other], "here").consultations).toEqual(once);
    expect(mergedConsultations([other], [one], "here").consultations[0]?.award).toEqual(once[0]?.award);
  });

  test("archived here stays archived, and what the other did is there", () => {
    const { consultations } = mergedConsultations(
      [some({ archived: true })],
      [some({ events: [event("met"), event("filled", "2026-11-22T09:00:00.000Z")] })],
      "here",
    );
    expect(consultations).toMatchObject([{ archived: true, events: [{ what: "met" }, { what: "filled" }] }]);
  });
});

describe("the ledger by buyer", () => {
  const sent = [event("attached", "2026-11-01T10:00:00.000Z", { pieces: [VIGILANCE] }), event("deposited", "2026-11-02T15:00:00.000Z")];

  test("a consultation whose buyer has no known SIRET lends nothing to the buyer of the same name that has one", () => {
    const kept = [
      some({ acheteurNom: "Ville", events: sent }),
      some({ id: "b", reference: "B", acheteurNom: "Ville", acheteurSiret: BUYER, events: [event("met")] }),
    ];
    expect(alreadySent(kept, "2026-12-01")).toEqual([]);
  });

  test("two tenders of one buyer are one ledger; archived ones count; the sentence names each", () => {
    const later = { pieces: [{ ...VIGILANCE, kind: "rib" as const, title: "RIB", validityBasis: "unknown" as const }] };
    const kept = [
      some({ acheteurSiret: BUYER, events: sent, archived: true }),
      some({
        id: "b",
        reference: "B-7",
        acheteurSiret: BUYER,
        events: [event("attached", "2026-11-05T10:00:00.000Z", later), event("deposited", "2026-11-05T11:00:00.000Z")],
      }),
    ];
    const [ledger, ...more] = alreadySent(kept, "2026-12-01");
    expect(more).toEqual([]);
    expect(ledger?.sentence).toMatch(/n° B-7.*RIB.* ; .*n° 2026-TRX-12.*Attestation de vigilance/);
  });

  test("valid until today is still said, and no more tomorrow", () => {
    const until = { ...VIGILANCE, validUntil: "2026-12-01", validityBasis: "document" as const };
    const kept = [
      some({
        acheteurSiret: BUYER,
        events: [event("attached", "2026-11-01T10:00:00.000Z", { pieces: [until] }), event("deposited", "2026-11-02T15:00:00.000Z")],
      }),
    ];
    expect([alreadySent(kept, "2026-12-01")[0]?.sentence === null, alreadySent(kept, "2026-12-02")[0]?.sentence]).toEqual([false, null]);
  });

  test("a deposit after midnight in Paris is of that day, whatever the day in Greenwich", () => {
    const kept = [
      some({
        acheteurSiret: BUYER,
        events: [event("attached", "2026-11-01T10:00:00.000Z", { pieces: [VIGILANCE] }), event("deposited", "2026-11-01T23:30:00.000Z")],
      }),
    ];
    expect(alreadySent(kept, "2026-12-01")[0]?.sentence).toContain("déposée le 02/11/2026");
  });
});

describe("deadlines of odd days", () => {
  const startOf = (dateLimite: string) => {
    const { text } = calendarOf({
      consultations: [some({ dateLimite })],
      dues: [],
      ends: [],
      words: consultationsFr.calendar,
      now: new Date("2026-12-01T09:00:00Z"),
    });
    return /DTSTART[^:]*:(\S+)/.exec(text)?.[1];
  };

  test.each([
    ["the morning when clocks go forward", "2027-03-28T12:00:00+02:00", "20270328T100000Z"],
    ["the evening before", "2027-03-27T23:30:00+01:00", "20270327T223000Z"],
    ["the hour that comes twice, the first time", "2026-10-25T02:30:00+02:00", "20261025T003000Z"],
    ["the hour that comes twice, the second time", "2026-10-25T02:30:00+01:00", "20261025T013000Z"],
    ["in Martinique", "2026-12-04T12:00:00-04:00", "20261204T160000Z"],
    ["in Guyane, at night", "2026-12-04T23:30:00-03:00", "20261205T023000Z"],
    ["in La Réunion", "2026-12-04T12:00:00+04:00", "20261204T080000Z"],
    ["in Nouméa, on new year's day", "2027-01-01T08:00:00+11:00", "20261231T210000Z"],
    ["in Papeete", "2026-12-31T20:00:00-10:00", "20270101T060000Z"],
    ["at midnight in Paris", "2026-12-05T00:00:00+01:00", "20261204T230000Z"],
  ])("%s", (_, dateLimite, start) => {
    expect(startOf(dateLimite)).toBe(start);
  });

  test("a day alone, the last of a year or of a leap February, goes to the next day", () => {
    const dayOf = (day: string) =>
      calendarOf({
        consultations: [some({ doubt: { why: "otherClock", said: "x", written: "x", day } })],
        dues: [],
        ends: [],
        words: consultationsFr.calendar,
        now: new Date("2026-12-01T09:00:00Z"),
      }).text;
    expect(dayOf("2026-12-31")).toContain("DTEND;VALUE=DATE:20270101");
    expect(dayOf("2028-02-29")).toContain("DTEND;VALUE=DATE:20280301");
  });

  test("subcontractors whose numbers are alike in countries of another alphabet have each their event", () => {
    const subcontractors = ["Ελλάδα", "Србија"].map((country) => ({ country, number: "123456789", name: country, from: "2026-07-01" }));
    const { text } = calendarOf({
      consultations: [],
      dues: afterDues([some({ award: { contract: contract({ subcontractors }) } })], "2026-07-02"),
      ends: [],
      words: consultationsFr.calendar,
      now: new Date("2026-12-01T09:00:00Z"),
    });
    const ids = [...text.replaceAll("\r\n ", "").matchAll(/UID:(\S+)/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids.join("")).toMatch(/^[\w.@-]+$/);
  });

  test("a deadline in the night of overseas is of the Paris day; reminded the day before, and over at its instant", () => {
    const kept = some({ dateLimite: "2026-12-04T23:30:00-04:00" });
    expect(deadlineReminders([kept], new Date("2026-12-04T09:00:00Z"))).toMatchObject([{ day: "2026-12-05", daysLeft: 1 }]);
    expect([momentOf(kept, new Date("2026-12-05T03:29:00Z")), momentOf(kept, new Date("2026-12-05T03:31:00Z"))]).toEqual([
      "coming",
      "over",
    ]);
  });

  test("the sooner instant comes first, whatever its clock", () => {
    const kept = [
      some({ id: "paris", dateLimite: "2026-12-04T12:00:00+01:00" }),
      some({ id: "reunion", dateLimite: "2026-12-04T14:30:00+04:00" }),
      some({ id: "cayenne", dateLimite: "2026-12-04T08:30:00-03:00" }),
    ];
    expect(byPressure(kept, new Date("2026-12-01T09:00:00Z")).map(({ id }) => id)).toEqual(["reunion", "paris", "cayenne"]);
  });
});
