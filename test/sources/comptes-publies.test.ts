import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, bodyRead, source } = roomOf("comptes-publies");
const record = (closing: string, more: object = {}) => ({
  date_cloture_exercice: closing,
  chiffre_d_affaires: 1000,
  resultat_net: 10,
  type_bilan: "C",
  confidentiality: "Public",
  ...more,
});
const read = (...results: object[]) => bodyRead({ total_count: results.length, results });

test("three closed years are read, in their fuller form, without the group's consolidated accounts", () => {
  expect(answer().facts).toEqual({
    chiffreAffairesN1: 6_480_200,
    exerciceFinN1: "2025-12-31",
    resultatNet: 412_300,
    chiffreAffairesN2: 5_912_750,
    exerciceFinN2: "2024-12-31",
    chiffreAffairesN3: 5_377_900,
    exerciceFinN3: "2023-12-31",
  });
  expect(source.request({ siret: "99990000400014", siren: "999900004" }).query?.["where"]).toBe('siren="999900004"');
});

test("years are sorted whatever the order of the rows", () => {
  expect(read(record("2023-12-31"), record("2025-12-31"), record("2024-12-31")).facts).toMatchObject({
    exerciceFinN1: "2025-12-31",
    exerciceFinN3: "2023-12-31",
  });
});

test("a company that sold nothing has a turnover of 0; an empty box has none", () => {
  expect(read(record("2025-12-31", { chiffre_d_affaires: 0, resultat_net: -120 })).facts.chiffreAffairesN1).toBe(0);
  expect(read(record("2025-12-31", { chiffre_d_affaires: 0, resultat_net: 0 })).facts).not.toHaveProperty("chiffreAffairesN1");
  expect(read(record("2025-12-31", { chiffre_d_affaires: null })).facts).not.toHaveProperty("chiffreAffairesN1");
});

test.each([
  ["nothing", []],
  ["a group's accounts alone", [record("2025-12-31", { type_bilan: "K" })]],
  ["confidential accounts", [record("2025-12-31", { confidentiality: "Confidential" })]],
  ["a closing day that does not exist", [record("2025-02-31")]],
])("%s: no accounts are published", (_what, results) => {
  expect(read(...results)).toMatchObject({ state: "notFound", reason: "comptes.nonPublies", facts: {} });
});
