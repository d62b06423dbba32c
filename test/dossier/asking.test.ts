import { expect, test } from "vitest";
import { companyOf } from "../../src/domain/company.ts";
import type { Dossier } from "../../src/domain/dossier.ts";
import { askingOf, isLarge } from "../../src/dossier/asking.ts";
import { assemble } from "../../src/dossier/assemble.ts";

const company = companyOf("91345678600015");
const of = (manual: object, notices: Dossier["notices"] = []): Dossier => ({
  ...assemble({ company, answers: [], coffre: [], manual, on: "2026-11-15" }),
  notices,
});
const provenance = { source: "bodacc", provider: "BODACC", endpoint: "/", fetchedAt: "2026-11-15T09:00:00Z", cached: false };

test("only what is known of the company is passed on", () => {
  expect(askingOf(null, "Ville", "2026-11-15")).toEqual({ buyer: "Ville", today: "2026-11-15" });
  expect(askingOf(of({}), "Ville", "2026-11-15")).toMatchObject({
    buyer: "Ville",
    legalForm: undefined,
    createdOn: undefined,
    noProcedure: true,
  });
  expect(askingOf(of({ formeJuridiqueCode: "5710", dateCreation: "2015-03-01" }), undefined, "2026-11-15")).toMatchObject({
    legalForm: "5710",
    createdOn: "2015-03-01",
  });
});

test("a procedure that is open or to verify never counts as no procedure", () => {
  for (const [status, noProcedure] of [
    ["open", false],
    ["plan", false],
    ["toVerify", false],
    ["closed", true],
  ] as const) {
    const notice = { kind: "procedureCollective" as const, status, title: "Redressement judiciaire", provenance };
    expect(askingOf(of({}, [notice]), "Ville", "2026-11-15").noProcedure, status).toBe(noProcedure);
  }
});

test.each([
  ["250 à 499 salariés", false],
  ["500 à 999 salariés", true],
  ["1 000 à 1 999 salariés", true],
  ["10 000 salariés et plus", true],
  ["3 à 5 salariés", false],
  ["effectif inconnu", false],
])("a headcount of %s is large: %s", (effectif, large) => {
  expect(isLarge(of({ effectif }))).toBe(large);
  expect(isLarge(null)).toBe(false);
});
