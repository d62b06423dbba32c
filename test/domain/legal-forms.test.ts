import { describe, expect, test } from "vitest";
import { categorieJuridique, legalFormsIn, namesLegalForm, withoutLegalForm } from "../../src/domain/legal-forms.ts";

test("forms are read narrowest first", () => {
  expect(legalFormsIn("Société coopérative (SCOP, SCIC)")).toEqual(["scop", "scic"]);
  expect(legalFormsIn("5458")).toEqual(["sarl"]);
  expect(legalFormsIn("Autre")).toEqual([]);
});

test.each([
  ["SARL", true],
  ["Société anonyme", true],
  ["Entreprise individuelle", true],
  ["Association", false],
  ["Sarlat-la-Canéda", false],
])("%s names a form: %s", (text, expected) => {
  expect(namesLegalForm(text)).toBe(expected);
});

describe("a name loses its legal form", () => {
  test.each([
    ["SARL Élan Bâti", "elan bati"],
    ["Élan Bâti S.A.R.L.", "elan bati"],
    ["Établissements Élan Bâti", "elan bati"],
    ["S.A.S.U. Élan Bâti", "elan bati"],
    ["SELARL Élan Bâti", "elan bati"],
    ["Sasha Élan", "sasha elan"],
    ["Saint-Éloi", "saint eloi"],
  ])("%s → %s", (name, expected) => {
    expect(withoutLegalForm(name)).toBe(expected);
  });

  test("a name that is only a legal form stays", () => {
    expect(withoutLegalForm("S.A.S.")).toBe("sas");
  });
});

test("a category's label comes from its code", () => {
  expect(categorieJuridique("5710")).toBe("SAS, société par actions simplifiée");
  expect(categorieJuridique("0000")).toBeUndefined();
});
