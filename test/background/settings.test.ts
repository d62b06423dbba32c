import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, withCompany, withCorrection, withEntries, withName, withoutCompany } from "../../src/background/settings.ts";
import { SIRET } from "./answers.ts";

describe("settings", () => {
  test("the company chosen comes first and keeps its name", () => {
    const named = withName(withCompany(DEFAULT_SETTINGS, SIRET), SIRET, "ATELIER");
    const other = withCompany(named, "35600000000048");
    expect(withCompany(other, SIRET).companies).toEqual([
      { siret: SIRET, name: "ATELIER" },
      { siret: "35600000000048", name: null },
    ]);
    expect(withName(named, SIRET, "ATELIER")).toBe(named);
  });

  test("entries are kept in the catalogue's form, or refused by name", () => {
    const { settings, refused } = withEntries(DEFAULT_SETTINGS, SIRET, {
      contactNom: " Lemaire ",
      contactEmail: "camille.lemaire@atelier.test",
      contactTelephone: "01 23",
      chiffreAffairesN1: "1 250 000,50 €",
      exerciceFinN1: "31/12/2025",
      contactCivilite: "Docteur",
    });
    expect(settings.manual[SIRET]).toEqual({
      contactNom: "Lemaire",
      contactEmail: "camille.lemaire@atelier.test",
      chiffreAffairesN1: 1250000.5,
      exerciceFinN1: "2025-12-31",
    });
    expect(refused).toEqual(["contactTelephone", "contactCivilite"]);
    expect(withEntries(settings, SIRET, { contactNom: "" }).settings.manual[SIRET]).not.toHaveProperty("contactNom");
  });

  test("what is of one consultation alone, or sworn, is never remembered: neither entered nor corrected", () => {
    const entered = withEntries(DEFAULT_SETTINGS, SIRET, { lot: "2", chiffreAffairesPart: "40", declarationHonneur: "true" });
    expect(entered.refused).toEqual(["lot", "chiffreAffairesPart", "declarationHonneur"]);
    expect(entered.settings.manual[SIRET]).toEqual({});
    const corrected = withCorrection(DEFAULT_SETTINGS, SIRET, "place", "chiffreAffairesPart", "40");
    expect(corrected.refused).toEqual(["chiffreAffairesPart"]);
    expect(corrected.settings.corrections[SIRET]?.place).toEqual({});
  });

  test("forgetting a company forgets what was entered for it", () => {
    const { settings } = withEntries(withCompany(DEFAULT_SETTINGS, SIRET), SIRET, { contactNom: "Lemaire" });
    expect(withoutCompany(settings, SIRET)).toEqual(DEFAULT_SETTINGS);
  });
});
