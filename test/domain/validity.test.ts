import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PIECE_KINDS } from "../../src/domain/pieces.ts";
import { isShowable } from "../../src/domain/references.ts";
import { addDays, addMonths } from "../../src/domain/time.ts";
import {
  AWARD_DAYS,
  basisOf,
  type DatedPiece,
  judgingDays,
  RULE_IDS,
  ruleOf,
  SOON_DAYS,
  VALIDITY_RULES,
  validityOf,
} from "../../src/domain/validity.ts";

const someDay = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybeDay = fc.option(someDay, { nil: undefined });
const somePiece: fc.Arbitrary<DatedPiece> = fc.record({
  kind: fc.constantFrom(...PIECE_KINDS),
  issuedOn: maybeDay,
  validFrom: maybeDay,
  validUntil: maybeDay,
  closingOn: maybeDay,
});

test("a certificate with several ends is valid until the last, and to check once a part has ended", () => {
  const piece = { kind: "rge", partUntil: "2026-11-30", validUntil: "2027-11-30" } as const;
  const dates = { until: "2027-11-30", partUntil: "2026-11-30" };
  expect(validityOf(piece, "2026-11-29")).toMatchObject({ ...dates, status: "valid" });
  expect(validityOf(piece, "2026-12-15")).toMatchObject({ ...dates, status: "toCheck" });
  expect(validityOf(piece, "2027-12-01")).toEqual({ status: "expired", until: "2027-11-30", rule: "certificat" });
});

describe("attestation de vigilance", () => {
  const piece = { kind: "attestationVigilance", validFrom: "2026-03-31", issuedOn: "2026-05-20" } as const;

  test("it is valid six months from the analysed day, not from the download", () => {
    expect(validityOf(piece, "2026-08-01")).toEqual({ status: "valid", until: "2026-09-30", rule: "vigilance" });
    expect(validityOf(piece, "2026-09-30")).toMatchObject({ status: "expiringSoon" });
    expect(validityOf(piece, "2026-10-01")).toMatchObject({ status: "expired" });
  });

  test.each([
    ["2026-02-28", "2026-08-31"],
    ["2026-06-30", "2026-12-31"],
    ["2025-08-31", "2026-02-28"],
    ["2026-12-03", "2027-06-30"],
  ])("it is valid to the end of the sixth month: %s → %s", (validFrom, until) => {
    expect(validityOf({ kind: "attestationVigilance", validFrom }, validFrom).until).toBe(until);
    expect(validityOf({ kind: "attestationVigilance", validFrom }, until).status).toBe("expiringSoon");
    expect(validityOf({ kind: "attestationVigilance", validFrom }, addDays(until, 1)).status).toBe("expired");
  });

  test("with the day of issue alone, only its expiry is certain", () => {
    const undated = { kind: "attestationVigilance", issuedOn: "2026-05-20" } as const;
    expect(validityOf(undated, "2026-05-21").status).toBe("toCheck");
    expect(validityOf(undated, "2026-05-21").until).toBeUndefined();
    expect(validityOf(undated, "2026-11-30").status).toBe("toCheck");
    expect(validityOf(undated, "2026-12-01").status).toBe("expired");
  });

  test("an end given by the source is kept as it is", () => {
    expect(validityOf({ ...piece, validFrom: "2026-02-28", validUntil: "2026-08-31" }, "2026-08-30").until).toBe("2026-08-31");
  });
});

describe("the basis of an end", () => {
  test.each([
    { kind: "attestationVigilance", validFrom: "2026-03-31" },
    { kind: "attestationFiscale", issuedOn: "2026-03-31" },
    { kind: "cibtp", issuedOn: "2026-04-01" },
    { kind: "fntp", validFrom: "2026-01-01" },
    { kind: "bilans", closingOn: "2025-12-31" },
  ] as const)("$kind: its end is counted from its date", (piece) => {
    expect(basisOf(piece)).toBe("computed");
    expect(validityOf({ ...piece, validityBasis: basisOf(piece) }, "2026-04-15").status).toBe("valid");
  });

  test("a written end wins; a date that the rule does not use gives no basis", () => {
    expect(basisOf({ kind: "attestationVigilance", validFrom: "2026-03-31", validUntil: "2026-09-30" })).toBe("document");
    expect(basisOf({ kind: "bilans", issuedOn: "2026-03-31" })).toBe("unknown");
    expect(basisOf({ kind: "attestationFiscale" })).toBe("unknown");
  });
});

describe("customs that differ are left to the person", () => {
  test("fiscale is undisputed for three months, disputed for the rest of the year, then expired", () => {
    const piece = { kind: "attestationFiscale", issuedOn: "2026-02-10" } as const;
    expect(validityOf(piece, "2026-03-01")).toMatchObject({ status: "valid", until: "2026-05-10" });
    expect(validityOf(piece, "2026-05-01").status).toBe("expiringSoon");
    expect(validityOf(piece, "2026-06-01")).toMatchObject({ status: "toCheck", until: "2026-12-31" });
    expect(validityOf(piece, "2027-01-02").status).toBe("expired");
    expect(validityOf({ ...piece, issuedOn: "2026-12-20" }, "2027-01-10").status).toBe("valid");
  });

  test("MSA is valid for six months; the situation at 31 December is to check the year after", () => {
    const piece = { kind: "msa", validFrom: "2025-12-31" } as const;
    expect(validityOf(piece, "2026-06-01").status).toBe("expiringSoon");
    expect(validityOf(piece, "2026-07-01")).toMatchObject({ status: "toCheck", until: "2026-12-31" });
    expect(validityOf(piece, "2027-01-01").status).toBe("expired");
    expect(validityOf({ kind: "msa", validFrom: "2026-03-31" }, "2026-10-01").status).toBe("expired");
  });

  test("references depend on the dates of the works, which the paper's date does not tell", () => {
    expect(validityOf({ kind: "attestationsBonneExecution", issuedOn: "2026-01-10" }, "2026-11-15").status).toBe("toCheck");
  });

  test("CIBTP is valid in its quarter of issue, then to be checked", () => {
    const piece = { kind: "cibtp", issuedOn: "2026-05-04" } as const;
    expect(validityOf(piece, "2026-05-30")).toMatchObject({ status: "valid", until: "2026-06-30" });
    expect(validityOf(piece, "2026-07-01").status).toBe("toCheck");
    expect(validityOf(piece, "2027-07-01").status).toBe("expired");
  });

  test("Kbis is valid three months by custom, and the article says that buyers may not ask for it", () => {
    expect(validityOf({ kind: "immatriculation", issuedOn: "2026-05-04" }, "2026-08-05").status).toBe("toCheck");
    const shown = ruleOf("immatriculation").references.filter(isShowable);
    expect(shown.map(({ text }) => text).join()).toContain("R2143-9");
  });
});

describe("documents that carry their own end", () => {
  test("insurance is valid from its first day to its last", () => {
    const policy = { kind: "decennale", validFrom: "2027-01-01", validUntil: "2027-12-31" } as const;
    expect(validityOf(policy, "2026-12-15").status).toBe("toCheck");
    expect(validityOf(policy, "2027-06-01").status).toBe("valid");
    expect(validityOf(policy, "2028-01-01").status).toBe("expired");
  });

  test("a document without its end is never said to be valid", () => {
    expect(validityOf({ kind: "qualibat", issuedOn: "2026-05-04" }, "2026-05-05")).toEqual({ status: "toCheck", rule: "certificat" });
    expect(validityOf({ kind: "qualibat" }, "2026-05-05")).toEqual({ status: "unknown", rule: "certificat" });
    expect(validityOf({ kind: "iso9001", issuedOn: "2020-05-04" }, "2026-05-05").status).toBe("expired");
  });

  test("OPQIBI is valid for one year, accounts for the last three closed years", () => {
    expect(validityOf({ kind: "opqibi", issuedOn: "2026-05-04" }, "2026-05-05").until).toBe("2027-05-04");
    expect(validityOf({ kind: "bilans", closingOn: "2023-12-31" }, "2026-06-01").status).toBe("valid");
    expect(validityOf({ kind: "bilans", closingOn: "2023-12-31" }, "2027-02-01").status).toBe("toCheck");
    expect(validityOf({ kind: "bilans", closingOn: "2022-12-31" }, "2026-11-24").status).toBe("expired");
  });
});

describe("every rule", () => {
  test("has its text, and is used by a kind", () => {
    const used = new Set(PIECE_KINDS.map((kind) => ruleOf(kind)));
    for (const id of RULE_IDS) {
      expect(VALIDITY_RULES[id].text.length, id).toBeGreaterThan(10);
      expect(used.has(VALIDITY_RULES[id]), id).toBe(true);
    }
  });

  test("without a date never calls a piece expired, nor gives it an end", () => {
    for (const kind of PIECE_KINDS) {
      const { status, until } = validityOf({ kind }, "2026-05-05");
      expect(["valid", "toCheck", "unknown"], kind).toContain(status);
      expect(until, kind).toBeUndefined();
    }
  });

  test("a piece never gets better with time, once in force", () => {
    const order = ["valid", "expiringSoon", "toCheck", "expired"];
    fc.assert(
      fc.property(somePiece, someDay, fc.nat(2000), (piece, on, days) => {
        const first = validityOf(piece, on);
        if (first.status === "unknown" || (piece.validFrom !== undefined && piece.validFrom > on)) return true;
        return order.indexOf(validityOf(piece, addDays(on, days)).status) >= order.indexOf(first.status);
      }),
      { numRuns: 500 },
    );
  });

  test("a valid piece's end is not past on the day, and an expired one's is", () => {
    fc.assert(
      fc.property(somePiece, someDay, (piece, on) => {
        const { status, until } = validityOf(piece, on);
        if (until === undefined) return status !== "expiringSoon";
        if (status === "expired") return on > until;
        return on <= until && (status !== "valid" || addDays(on, SOON_DAYS) <= until);
      }),
      { numRuns: 500 },
    );
  });

  test("pieces are judged on the later of today and the deadline; the award is 90 days after a deadline to come", () => {
    expect(judgingDays(undefined, "2026-11-15")).toEqual({ on: "2026-11-15" });
    expect(judgingDays("2026-12-15", "2026-11-15")).toEqual({ on: "2026-12-15", awardOn: "2027-03-15" });
    expect(judgingDays("2026-11-15", "2026-11-15")).toEqual({ on: "2026-11-15", awardOn: "2027-02-13" });
    expect(judgingDays("2026-06-30", "2026-08-01")).toEqual({ on: "2026-08-01", awardOn: "2026-09-28" });
    expect(judgingDays("2026-06-30", "2026-10-01")).toEqual({ on: "2026-10-01" });
  });

  test("a piece that is fresh at the deadline may no longer be at the award", () => {
    const piece = { kind: "attestationVigilance", validFrom: "2026-03-31" } as const;
    const deadline = addMonths("2026-03-31", 4);
    expect(validityOf(piece, deadline).status).toBe("valid");
    expect(validityOf(piece, addDays(deadline, AWARD_DAYS)).status).toBe("expired");
  });
});
