import { expect, test } from "vitest";
import { distinctDirigeants, legalRepresentative } from "../../src/sources/dirigeants.ts";

const who = (qualite: string, nom = "FICTIVE", prenom = "CLAIRE") => ({ nom, prenom, qualite });

test.each([
  ["Gérant", "5499"],
  ["Gérante", "5499"],
  ["Co-gérant", "5499"],
  ["Gérant et associé indéfiniment responsable", "5202"],
  ["Président", "9220"],
  ["Présidente de SAS", "5710"],
  ["Président-directeur général", "5599"],
  ["Présidente-directrice générale", "5599"],
  ["Président du conseil d'administration et directeur général", "5599"],
  ["Président du directoire", "5699"],
  ["Directrice Générale", "5599"],
])("%s of a company %s binds it", (qualite, forme) => {
  expect(legalRepresentative([who(qualite)], forme)?.nom).toBe("FICTIVE");
});

test.each([
  ["Directeur Général", "5710"],
  ["Directeur Général délégué", "5599"],
  ["Président du conseil d'administration", "5599"],
  ["Président du conseil de surveillance", "5699"],
  ["Administrateur", "5599"],
  ["Commissaire aux comptes titulaire", "5710"],
  ["Associé indéfiniment responsable", "5202"],
  ["Autre", "5710"],
  ["Autre, Liquidateur", "5710"],
])("%s of a company %s does not, or not alone", (qualite, forme) => {
  expect(legalRepresentative([who(qualite)], forme)).toBeUndefined();
});

test("the same person under two roles is one; two persons are a choice that is not ours", () => {
  expect(legalRepresentative([who("Gérant"), who("Président")], "5499")?.nom).toBe("FICTIVE");
  expect(legalRepresentative([who("Gérant"), who("Gérant", "EXEMPLE", "KARIM")], "5499")).toBeUndefined();
  expect(legalRepresentative([who("Gérant"), who("Administrateur judiciaire", "TIERS", "PAUL")], "5499")).toBeUndefined();
  expect(legalRepresentative([{ denomination: "HOLDING", qualite: "Président de SAS" }], "5710")).toBeUndefined();
});

test("one entry a person and role, in the shorter writing", () => {
  const list = [
    who("Gérant", "FICTIVE (FICTIVE)", "CLAIRE ANNE"),
    who("Gérant", "Fictive", "Claire-Anne"),
    who("Gérant", "EXEMPLE", "KARIM"),
  ];
  expect(distinctDirigeants(list).map(({ nom }) => nom)).toEqual(["Fictive", "EXEMPLE"]);
});
