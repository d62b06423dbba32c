/** After the deposit: the state of the winner's proofs, and what a running contract asks for again. */
import { describe, expect, test } from "vitest";
import { afterDues, afterReminders, awardDay, awardPack, OWN, sectionsOf, vigilanceDue, withGiven } from "../../src/consultations/award.ts";
import { calendarOf } from "../../src/consultations/calendar.ts";
import { withAward } from "../../src/consultations/note.ts";
import { Contract } from "../../src/domain/award.ts";
import { partyId } from "../../src/domain/party.ts";
import { isShowable } from "../../src/domain/references.ts";
import type { DatedPiece } from "../../src/domain/validity.ts";
import { consultationsFr } from "../../src/i18n/consultations.fr.ts";
import { some } from "./some.ts";

const ON = "2027-01-15";
const vigilance = (validFrom: string): DatedPiece => ({ kind: "attestationVigilance", validFrom, validityBasis: "computed" });
const states = (pieces: readonly DatedPiece[]) => awardPack(pieces, ON).map(({ kinds, state, until }) => [kinds[0], state, until]);

describe("the winner's proofs", () => {
  test("without any document, the proofs asked of every company are missing, the list of foreign employees depends, nothing else is claimed", () => {
    expect(states([])).toEqual([
      ["attestationFiscale", "missing", undefined],
      ["attestationVigilance", "missing", undefined],
      ["listeSalariesEtrangers", "ifAny", undefined],
    ]);
    expect(awardPack([], ON).map(({ reference }) => isShowable(reference))).toEqual([true, true, true]);
  });

  test("a list of foreign employees is judged as the other proofs are: six months from its day", () => {
    const list = (issuedOn: string): DatedPiece => ({ kind: "listeSalariesEtrangers", issuedOn, validityBasis: "document" });
    expect(states([list("2026-09-01")])).toContainEqual(["listeSalariesEtrangers", "holds", "2027-03-01"]);
    expect(states([list("2026-06-30")])).toContainEqual(["listeSalariesEtrangers", "dead", "2026-12-30"]);
    expect(states([{ kind: "listeSalariesEtrangers", validityBasis: "unknown" }])).toContainEqual([
      "listeSalariesEtrangers",
      "toCheck",
      undefined,
    ]);
  });

  test("a document valid today and not on that day is expired; a longer one of the same kind replaces it", () => {
    expect(states([vigilance("2026-06-30")])[1]).toEqual(["attestationVigilance", "dead", "2026-12-31"]);
    expect(states([vigilance("2026-06-30"), vigilance("2026-12-31")])[1]).toEqual(["attestationVigilance", "holds", "2027-06-30"]);
  });

  test("the MSA's certificate counts as the URSSAF's; an undated one is to check, not valid", () => {
    const msa: DatedPiece = { kind: "msa", validFrom: "2026-12-31", validityBasis: "computed" };
    expect(states([msa])[1]).toEqual(["attestationVigilance", "holds", expect.any(String)]);
    expect(states([{ kind: "attestationFiscale", validityBasis: "unknown" }])[0]?.[1]).toBe("toCheck");
  });

  test("a fund, an insurance or a judgment counts only when the company has one; the register's extract never does", () => {
    const pieces: DatedPiece[] = [
      { kind: "decennale", validUntil: "2026-12-31", validityBasis: "document" },
      { kind: "immatriculation", issuedOn: "2026-01-02", validityBasis: "document" },
    ];
    expect(states(pieces).slice(2)).toEqual([
      ["listeSalariesEtrangers", "ifAny", undefined],
      ["decennale", "dead", "2026-12-31"],
    ]);
  });

  test("proofs are judged on the buyer's day, else on the estimated one, and never on a past day", () => {
    const asked = (award: { askedBy?: string }) => awardDay(some({ dateLimite: "2026-12-04T12:00:00+01:00", award }), "2026-12-10");
    expect(asked({ askedBy: "2026-12-20" })).toBe("2026-12-20");
    expect(asked({ askedBy: "2026-12-09" })).toBe("2026-12-10");
    expect(asked({})).toBe("2027-03-04");
    expect(awardDay(some({ dateLimite: "2026-01-04T12:00:00+01:00" }), "2026-12-10")).toBe("2026-12-10");
  });
});

describe("a running contract", () => {
  const SUB = { siret: "90000002700012", name: "ZINGUERIE DU LAC", from: "2026-09-15" };
  const contract = (more: object = {}) => Contract.parse({ from: "2026-08-31", ...more });

  test("certificates are due every six months, on the last day of a shorter month; a subcontractor's first one is due at once", () => {
    expect(vigilanceDue(contract(), "2026-09-20")).toEqual([{ of: OWN, due: "2027-02-28" }]);
    expect(vigilanceDue(contract({ subcontractors: [SUB] }), "2026-09-20")).toEqual([
      { of: SUB.siret, due: "2026-09-15" },
      { of: OWN, due: "2027-02-28" },
    ]);
  });

  test("after one is given, the next is counted from the conclusion, so that the days do not drift", () => {
    const first = withGiven(contract(), { of: OWN, due: "2027-02-28" });
    expect(vigilanceDue(first, "2026-09-20")).toEqual([{ of: OWN, due: "2027-08-31" }]);
    expect(vigilanceDue(withGiven(first, { of: OWN, due: "2027-08-31" }), "2026-09-20")).toEqual([{ of: OWN, due: "2028-02-29" }]);
  });

  test("nothing is due after its last day", () => {
    expect(vigilanceDue(contract({ until: "2027-02-27" }), "2026-09-20")).toEqual([]);
    expect(vigilanceDue(contract({ until: "2027-02-28" }), "2026-09-20")).toHaveLength(1);
  });
});

describe("a subcontractor without a SIRET", () => {
  const FOREIGN = { country: "Belgique", number: "BE 0123.456.749", name: "TOITURES DE MEUSE", from: "2026-10-31" };
  const SIREN_LIKE = { ...FOREIGN, country: "Luxembourg", name: "DACHDECKER" };
  const contract = (more: object = {}) => Contract.parse({ from: "2026-08-31", ...more });

  test("is kept by its country and its number there, and followed every six months like the others", () => {
    const kept = contract({ subcontractors: [FOREIGN] });
    const id = partyId(FOREIGN);
    expect(kept.subcontractors).toEqual([FOREIGN]);
    expect(vigilanceDue(kept, "2026-09-20")).toContainEqual({ of: id, due: "2026-10-31" });
    const given = withGiven(kept, { of: id, due: "2026-10-31" });
    expect(vigilanceDue(given, "2026-09-20")).toContainEqual({ of: id, due: "2027-04-30" });
  });

  test("is one however its number is spaced, and another in another country", () => {
    expect(partyId({ ...FOREIGN, number: "be0123456749", country: "BELGIQUE " })).toBe(partyId(FOREIGN));
    expect(partyId(SIREN_LIKE)).not.toBe(partyId(FOREIGN));
    expect(partyId({ siret: "90000002700012" })).toBe("90000002700012");
  });

  test("is named by reminders and in the calendar, under a stable id without spaces or points", () => {
    const consultation = some({ id: "b", award: { contract: contract({ subcontractors: [FOREIGN] }) } });
    const [due] = afterDues([consultation], "2026-09-20");
    expect(due).toMatchObject({ what: "vigilance", who: "TOITURES DE MEUSE", day: "2026-10-31" });
    expect(due?.id).toMatch(/^vigilance-b-[\w-]+$/);
  });

  test("neither both numbers nor none is a subcontractor", () => {
    for (const one of [
      { name: "X", from: "2026-10-31" },
      { ...FOREIGN, number: "" },
      { ...FOREIGN, country: "" },
    ])
      expect(Contract.safeParse({ from: "2026-08-31", subcontractors: [one] }).success).toBe(false);
  });
});

describe("what reminders tell", () => {
  const SUB = { siret: "90000002700012", name: "ZINGUERIE DU LAC", from: "2026-12-01" };
  const proofs = some({ id: "a", award: { askedBy: "2026-12-10" } });
  const runs = some({ id: "b", award: { contract: Contract.parse({ from: "2026-06-15", subcontractors: [SUB] }) } });
  const told = (today: string, ...all: Parameters<typeof afterReminders>[0]) =>
    afterReminders(all, today).map(({ what, who, daysLeft }) => [what, who, daysLeft]);

  test("the buyer's day is told five and two days before, on the day, and once past, unless given or archived", () => {
    expect(told("2026-12-04", proofs)).toEqual([]);
    expect(told("2026-12-05", proofs)).toEqual([["proofs", null, 5]]);
    expect(told("2026-12-12", proofs)).toEqual([["proofs", null, -2]]);
    expect(
      new Set(["2026-12-05", "2026-12-08", "2026-12-10", "2026-12-11", "2026-12-12"].map((day) => afterReminders([proofs], day)[0]?.id))
        .size,
    ).toBe(4);
    expect(told("2026-12-10", { ...proofs, award: { askedBy: "2026-12-10", provedOn: "2026-12-09" } })).toEqual([]);
    expect(told("2026-12-10", { ...proofs, archived: true })).toEqual([]);
  });

  test("a contract's certificates are told, the company's and each subcontractor's, most pressing first", () => {
    expect(told("2026-12-01", runs)).toEqual([
      ["vigilance", "ZINGUERIE DU LAC", 0],
      ["vigilance", null, 14],
    ]);
  });

  test("they are in the calendar under stable ids", () => {
    const input = {
      consultations: [],
      dues: afterDues([proofs, runs], "2026-12-01"),
      ends: [],
      words: consultationsFr.calendar,
      now: new Date("2026-12-01T09:00:00Z"),
    };
    const { text, events } = calendarOf(input);
    const unfolded = text.replaceAll("\r\n ", "");
    expect(events).toBe(3);
    expect(unfolded).toContain("UID:proofs-a@pli-pret");
    expect(unfolded).toContain("DTSTART;VALUE=DATE:20261215");
    expect(unfolded).toContain("SUMMARY:Attestation de vigilance à recevoir de ZINGUERIE DU LAC : Réfection de la toiture de l'école");
  });

  test("a consultation that still asks for something is listed apart, by its day, until all is done", () => {
    const later = { ...proofs, id: "c", award: { askedBy: "2026-12-12" } };
    const done = { ...proofs, id: "d", dateLimite: "2026-11-04T12:00:00+01:00", award: { askedBy: "2026-12-10", provedOn: "2026-12-01" } };
    const { followed, coming, over } = sectionsOf([later, done, some({ id: "e" }), proofs], new Date("2026-12-04T09:00:00Z"));
    expect([followed, coming, over].map((list) => list.map(({ id }) => id))).toEqual([["a", "c"], ["e"], ["d"]]);
  });

  test("what the person says replaces what they said before, and is removed when they take it back", () => {
    const [after] = withAward([proofs], "a", { askedBy: "2026-12-20" });
    expect(after?.award).toEqual({ askedBy: "2026-12-20" });
    expect(withAward([proofs], "a", null)[0]).not.toHaveProperty("award");
    expect(withAward([proofs], "z", null)).toEqual([proofs]);
  });
});
