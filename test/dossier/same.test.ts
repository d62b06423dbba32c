import { expect, test } from "vitest";
import { isSameAddress, plainName } from "../../src/dossier/same.ts";

test.each([
  ["12 BIS AV DE LA GARE, 69003 LYON", "12 bis avenue de la Gare 69003 Lyon", true],
  ["4 R DES FORGES, 69003 LYON 3", "4 rue des Forges, bâtiment C, 69003 Lyon, France", true],
  ["ZI DU PARC, 44000 NANTES CEDEX 2", "Zone industrielle du Parc, 44000 Nantes", true],
  ["12 AV DE LA GARE, 69003 LYON", "12 bis avenue de la Gare, 69003 Lyon", false],
  ["4 RUE DES FORGES, 69003 LYON", "6 RUE DES FORGES, 69003 LYON", false],
  ["4 RUE DES FORGES, 69003 LYON", "4 RUE DES FORGES, 69004 LYON", false],
])("%s / %s : %s", (a, b, same) => {
  expect(isSameAddress(a, b)).toBe(same);
  expect(isSameAddress(b, a)).toBe(same);
});

test("names lose their legal form, unless nothing else is left", () => {
  expect(plainName("S.A.S. L'Étoile")).toBe(plainName("L ETOILE"));
  expect(plainName("SAS")).toBe("sas");
});

test("a cedex with its own postal code is the same town; another département is another address", () => {
  expect(isSameAddress("4 rue des Forges, 69433 LYON CEDEX 03", "4 RUE DES FORGES, 69003 LYON")).toBe(true);
  expect(isSameAddress("4 rue des Forges, 69433 LYON CEDEX 03", "4 rue des Forges, 69433 LYON CEDEX 03")).toBe(true);
  expect(isSameAddress("4 rue des Forges, 75433 PARIS CEDEX 03", "4 rue des Forges, 69003 LYON")).toBe(false);
  expect(isSameAddress("4 rue des Forges, 69433 LYON CEDEX 03", "4 rue des Forges, 38003 LYON")).toBe(false);
});
