import { expect, test } from "vitest";
import type { ContractReference } from "../../src/domain/means.ts";
import { readEntry, textsOf } from "../../src/domain/means-entry.ts";

const PUBLISHED: ContractReference = {
  id: "decp:1",
  client: "Commune d'Essai",
  objet: "Toiture",
  nature: "works",
  cpv: "45261200",
  amount: 240_000.5,
  shared: true,
  maximum: false,
  notifiedOn: "2024-03-01",
  months: 24,
  contact: {},
  published: { provider: "DECP", ids: ["1"], readOn: "2026-11-24" },
};

test("opening and saving an entry does not change it", () => {
  expect(readEntry("references", PUBLISHED.id, textsOf("references", PUBLISHED), PUBLISHED)).toEqual({ entry: PUBLISHED });
  const member = { id: "t", lastName: "Noël", role: "Chef", experience: 0, leads: true };
  expect(readEntry("team", "t", textsOf("team", member), member)).toEqual({ entry: member });
  const year = { id: "h", year: 2025, average: 0 };
  expect(readEntry("headcounts", "h", textsOf("headcounts", year), year)).toEqual({ entry: year });
});

test("what the person retypes is marked as theirs, and a changed amount loses the remarks on the published one", () => {
  const texts = {
    ...textsOf("references", PUBLISHED),
    amount: "80 000 €",
    from: "01/04/2024",
    contactName: "Z. Noël",
    contactEmail: "z@essai.example",
  };
  const read = readEntry("references", PUBLISHED.id, texts, PUBLISHED);
  expect(read).toMatchObject({
    entry: {
      amount: 80_000,
      from: "2024-04-01",
      typed: ["amount"],
      contact: { name: "Z. Noël", email: "z@essai.example" },
      notifiedOn: "2024-03-01",
    },
  });
  expect("entry" in read && read.entry).not.toHaveProperty("shared");
});

test.each([
  ["references", { objet: "Sans client" }, { client: "missing" }],
  ["references", { client: "A", objet: "B", amount: "douze" }, { amount: "form" }],
  ["references", { client: "A", objet: "B", amount: "0" }, { amount: "form" }],
  ["references", { client: "A", objet: "B", from: "31/02/2025" }, { from: "form" }],
  ["references", { client: "A", objet: "B", from: "01/01/2025", until: "31/12/2024" }, { until: "order" }],
  [
    "references",
    { client: "A", objet: "B", contactEmail: "rien", contactPhone: "x", cpv: "45" },
    { contactEmail: "form", contactPhone: "form", cpv: "form" },
  ],
  ["team", { firstName: "Zoë" }, { lastName: "missing" }],
  ["team", { lastName: "N", experience: "200" }, { experience: "form" }],
  ["equipment", { count: "2" }, { name: "missing" }],
  ["headcounts", { year: "25" }, { year: "form" }],
  ["headcounts", {}, { year: "missing" }],
  ["headcounts", { year: "2025", average: "4", leaders: "5" }, { leaders: "form" }],
] as const)("%s %o is not read in part, and what is wrong is named", (kind, texts, wrong) => {
  expect(readEntry(kind, "1", texts, null)).toEqual({ wrong });
});
