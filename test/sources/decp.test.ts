import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fixtureOf, readText, roomOf } from "./reading.ts";

const { answer, bodyRead, siret, source } = roomOf("decp");
const [award, , ...others] = (fixtureOf("decp").body as { data: Record<string, unknown>[] }).data;
const rows = (...data: object[]) => bodyRead({ data });
const row = (changes: object) => ({ ...award, ...changes });

test("a contract that changed keeps the day of its award and gives both amounts", () => {
  const [, changed] = answer().contracts;
  expect(changed).toEqual({
    ids: ["2024TRX007"],
    objet: "Réfection électrique du groupe scolaire",
    spoilt: false,
    buyerSiret: "99990800700019",
    buyerName: "Commune de Villeneuve-l'Essai",
    cpv: "45310000",
    notifiedOn: "2024-02-05",
    months: 16,
    amount: 402_500,
    awarded: { amount: 388_000, months: 14 },
    changedOn: "2025-01-20",
    shared: true,
    maximum: false,
  });
  expect(others).toHaveLength(1);
});

test.each([[null], [0], [1], [9_999_999], [99_999_999_999.99], [12_311_111_111]])("%s € is no amount", (montant) => {
  const [contract] = rows(row({ montant })).contracts;
  expect(contract).toMatchObject({ objet: "Éclairage de la halle" });
  expect(contract).not.toHaveProperty("amount");
});

test("an amount that the joining service doubts is left out, and so is its estimate", () => {
  const { contracts } = rows(row({ montant: 180_000, montant_anomalie: "aberrant", montant_rationalise: 115_000 }));
  expect(JSON.stringify(contracts)).not.toMatch(/180|115/);
});

test("a change without its award gives no day of notification", () => {
  const [contract] = rows(row({ modification_id: 1, dateNotification: "2026-01-05" })).contracts;
  expect(contract).toMatchObject({ amount: 214_300 });
  expect(JSON.stringify(contract)).not.toContain("2026-01-05");
});

test("contracts that passed to another holder or belong to another company are not offered", () => {
  const gone = rows(row({ donneesActuelles: false }));
  expect(gone).toMatchObject({ state: "notFound", reason: "decp.aucunMarche", contracts: [] });
  // Its number contains ours, but does not begin with it.
  expect(rows(row({ titulaire_id: "19999000040001" })).contracts).toEqual([]);
  expect(rows(row({ titulaire_typeIdentifiant: "TVA" })).contracts).toEqual([]);
});

test("a contract repeated in several files is one contract; lost letters are restored, and marked", () => {
  const twice = rows(row({ objet: "ECLAIRAGE DE LA HALLE", id: "00002025TRX041", typeGroupementOperateurs: "Conjoint" }), row({}));
  expect(twice.contracts).toMatchObject([{ ids: ["00002025TRX041", "2025TRX041"], objet: "Éclairage de la halle", shared: true }]);
  const [spoilt] = rows(row({ objet: "Création d¿un jardin ¿ tranche 1" })).contracts;
  expect(spoilt).toMatchObject({ objet: "Création d'un jardin – tranche 1", spoilt: true });
});

test("an establishment whose number lost its leading zeros is still the company's", () => {
  const read = readText(source, JSON.stringify({ data: [row({ titulaire_id: 1_800_010, acheteur_id: 9_100_017 })] }), {
    siret: "00000001800010",
  });
  expect(read.answer.contracts).toMatchObject([{ objet: "Éclairage de la halle" }]);
  expect(siret).not.toBe("00000001800010");
});

const DATA = fileURLToPath(new URL("../../../shared/espd/decp/fictitious/", import.meta.url));

interface Expected {
  readonly ids: readonly string[];
  readonly objet: string;
  readonly cpv: string;
  readonly notified: string;
  readonly months: number | null;
  readonly amount: number | null;
}

test.skipIf(!existsSync(DATA))("an import offers what an outside page's authors expect of it (skipped when absent)", () => {
  const wanted = JSON.parse(readFileSync(`${DATA}expected-references.json`, "utf8")) as { siret: string; references: Expected[] };
  const page = readFileSync(`${DATA}tabular-page.json`, "utf8");
  const { contracts } = readText(source, page, { siret: wanted.siret }).answer;
  const told = contracts.map(({ ids, cpv, notifiedOn, months, amount }) => [
    ids.toSorted().join(),
    cpv,
    notifiedOn,
    months ?? null,
    amount ?? null,
  ]);
  const expected = wanted.references.map(({ ids, cpv, notified, months, amount }) => [
    ids.toSorted().join(),
    cpv,
    notified,
    months,
    amount,
  ]);
  expect(told.toSorted()).toEqual(expected.toSorted());
});
