import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/domain/answer.ts";
import { companyOf } from "../../src/domain/company.ts";
import { FIELD_KEYS, fieldOf } from "../../src/domain/fields.ts";
import { DERIVED_KEYS, departementOf, derive } from "../../src/dossier/derive.ts";
import type { Values } from "../../src/dossier/values.ts";

const company = companyOf("91345678600015");

function derived(facts: Partial<Facts>, manual: Partial<Facts> = {}) {
  const values: Values = Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, { value, origin: { from: "manual" }, alternatives: [] }]),
  );
  return derive(company, values, manual);
}

test("every field declared as derived is computed here", () => {
  const declared = FIELD_KEYS.filter((key) => fieldOf(key).origin === "derived");
  expect([...DERIVED_KEYS].sort()).toEqual([...declared, "contactNomComplet"].sort());
});

test("the SIREN and the NIC come from the SIRET alone", () => {
  const values = derived({});
  expect(values.siren?.value).toBe("913456786");
  expect(values.nic?.value).toBe("00015");
  expect(values.etabliEnFrance).toBeUndefined();
});

test.each([
  ["an address in France", { codePostal: "69003", pays: "FR" }, true],
  ["a postal code alone", { codePostal: "97400" }, true],
  ["an address abroad", { pays: "BE", codePostal: "1000" }, false],
  ["a company of foreign law registered in France", { codePostal: "69003", formeJuridiqueCode: "3120" }, false],
  ["a company of foreign law that is not", { formeJuridiqueCode: "3220" }, false],
  ["nothing known", {}, undefined],
])("established in France: %s", (_what, facts: Partial<Facts>, expected) => expect(derived(facts).etabliEnFrance?.value).toBe(expected));

describe("département", () => {
  test.each([
    ["01000", "01"],
    ["20000", "2A"],
    ["20167", "2A"],
    ["20200", "2B"],
    ["20620", "2B"],
    ["97110", "971"],
    ["97133", "977"],
    ["97150", "978"],
    ["97400", "974"],
    ["97600", "976"],
    ["98000", undefined],
    ["98800", undefined],
  ])("%s → %s", (codePostal, departement) => expect(departementOf(codePostal)).toBe(departement));
});

test("a VAT number is never computed: its key is often not the one in force", () => {
  expect(derived({ codePostal: "69003" }).tvaIntracommunautaire).toBeUndefined();
});

test("PME is yes or no only when INSEE has classed the company", () => {
  expect(derived({ categorieEntreprise: "PME" }).estPme?.value).toBe(true);
  expect(derived({ categorieEntreprise: "ETI" }).estPme?.value).toBe(false);
  expect(derived({}).estPme).toBeUndefined();
});

test("an address needs a street and a town; the country is written abroad only", () => {
  const address = { adresseLigne1: "4 RUE DES FORGES", codePostal: "69003", commune: "LYON", pays: "FR" };
  expect(derived(address).adresseComplete?.value).toBe("4 RUE DES FORGES, 69003 LYON");
  expect(derived({ ...address, adresseComplement: "BAT C", boitePostale: "CS 40012" }).adresseComplete?.value).toBe(
    "4 RUE DES FORGES, BAT C, CS 40012, 69003 LYON",
  );
  expect(derived({ ...address, pays: "BE" }).adresseComplete?.value).toBe("4 RUE DES FORGES, 69003 LYON, BE");
  expect(derived({ codePostal: "69003", commune: "LYON" }).adresseComplete).toBeUndefined();
});

test("the registration is the RCS, the RNE alone, or the association's number", () => {
  expect(derived({ rcsVille: "LYON", rneDateImmat: "2018-03-15" }).inscriptionRegistre?.value).toBe(
    "RCS LYON 913 456 786 — immatriculée le 15/03/2018",
  );
  expect(derived({ rcsVille: "LYON", rneDateImmat: "2023-01-01" }).inscriptionRegistre?.value).toBe(
    "RCS LYON 913 456 786 — RNE depuis le 01/01/2023",
  );
  expect(derived({ rcsVille: "LYON" }).inscriptionRegistre?.value).toBe("RCS LYON 913 456 786");
  expect(derived({ rneDateImmat: "2018-03-15" }).inscriptionRegistre?.value).toBe("RNE 913 456 786, immatriculée le 15/03/2018");
  expect(derived({ rneDateImmat: "2024-05-02" }).inscriptionRegistre?.value).toBe("RNE 913 456 786 depuis le 02/05/2024");
  expect(derived({ rna: "W691234567" }).inscriptionRegistre?.value).toBe("RNA W691234567");
  expect(derived({}).inscriptionRegistre).toBeUndefined();
});

test("the average needs three years; a zero counts", () => {
  expect(derived({ chiffreAffairesN1: 10, chiffreAffairesN2: 20 }).caMoyen).toBeUndefined();
  expect(derived({ chiffreAffairesN1: 100, chiffreAffairesN2: 101, chiffreAffairesN3: 0 }).caMoyen?.value).toBe(67);
});

test("an entry by hand stays beside what is computed", () => {
  const values = derived({ categorieEntreprise: "PME", estPme: false }, { estPme: false });
  expect(values.estPme).toMatchObject({ value: true, alternatives: [{ value: false, origin: { from: "manual" } }] });
});
