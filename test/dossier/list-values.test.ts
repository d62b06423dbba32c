import { expect, test } from "vitest";
import type { ContractReference, TeamMember } from "../../src/domain/means.ts";
import type { ListCell } from "../../src/domain/page-reading.ts";
import { listValue } from "../../src/dossier/list-values.ts";

const REFERENCE: ContractReference = {
  id: "1",
  client: "Commune d'Essai",
  objet: "Toiture",
  amount: 90_000,
  from: "2024-03-01",
  until: "2025-06-30",
  contact: { name: "Z. Noël", phone: "01 99 00 12 34" },
};
const BARE: ContractReference = { id: "2", client: "Syndic", objet: "Entretien", notifiedOn: "2024-01-01", contact: {} };
const MEMBER: TeamMember = { id: "t", lastName: "Noël", firstName: "Zoë", experience: 0, leads: false };
const MEANS = { references: [REFERENCE, BARE, { ...REFERENCE, shared: true }], team: [MEMBER] };
const of = (list: "references" | "team", at: number, columns: readonly ListCell["column"][]) =>
  columns.map((column) => listValue({ list, column, at }, MEANS));

test("each cell of a list takes the value of its own entry", () => {
  expect(of("references", 0, ["client", "objet", "amount", "dates", "year", "from", "contact", "contactName", "contactEmail"])).toEqual([
    "Commune d'Essai",
    "Toiture",
    90_000,
    "01/03/2024 – 30/06/2025",
    "2025",
    "2024-03-01",
    "Z. Noël, 01 99 00 12 34",
    "Z. Noël",
    undefined,
  ]);
  expect(of("team", 0, ["name", "lastName", "role", "experience"])).toEqual(["Zoë Noël", "Noël", undefined, 0]);
});

test("an unknown value of an entry stays empty, and a contract's notification is no date of its performance", () => {
  expect(of("references", 1, ["amount", "dates", "year", "from", "contact"])).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(of("references", 2, ["amount"])).toEqual([undefined]);
  expect(of("references", 3, ["client"])).toEqual([undefined]);
  expect(of("team", 1, ["name"])).toEqual([undefined]);
});
