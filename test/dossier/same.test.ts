import { expect, test } from "vitest";
import { isSameAddress, isSameTown, plainName } from "../../src/dossier/same.ts";

test.each([
  ["12 BIS AV DE LA GARE, 69003 LYON", "12 bis avenue de la Gare 69003 Lyon", true],
  ["4 R DES FORGES, 69003 LYON 3", "4 rue des Forges, bâtiment C, 69003 Lyon, France", true],
  ["ZI DU PARC, 44000 NANTES CEDEX 2", "Zone industrielle du Parc, 44000 Nantes", true],
  ["12 AV DE LA GARE, 69003 LYON", "12 bis avenue de la Gare, 69003 Lyon", false],
  ["4 RUE DES FORGES, 69003 LYON", "6 RUE DES FORGES, 69003 LYON", false],
  ["4 RUE DES FORGES, 69003 LYON", "4 RUE DES FORGES, 69004 LYON", false],
  ["12 C RUE DES LILAS", "12C rue des Lilas", true],
  ["12 A RUE DES LILAS", "12A, rue des Lilas", true],
  ["12 QUINQUIES RUE DES LILAS", "12 C rue des Lilas", true],
  ["12 RUE DES LILAS", "12 C rue des Lilas", false],
  ["RESIDENCE LES PINS, 12 BIS RUE DES LILAS", "12 rue des Lilas", false],
  ["RESIDENCE LES PINS, 12 BIS RUE DES LILAS", "12bis rue des Lilas", true],
  ["12-14 RUE DES LILAS", "12 à 14, rue des Lilas", true],
  ["12 R DES LILAS", "n° 12 rue des Lilas", true],
  ["BAT A, 12 RUE DES LILAS", "12 rue des Lilas, bâtiment A", true],
  ["12 RUE DES LILAS BAT A", "12 rue des Lilas, bâtiment B", false],
  ["12 RUE DES LILAS CS 40012", "12 rue des Lilas, CS 40013", false],
  ["CS 40012, 10 RUE PASTEUR, 69433 LYON CEDEX 03", "10 rue Pasteur, 69003 Lyon", true],
  ["10 RUE ANATOLE FRANCE", "10 rue Anatole Durand", false],
  ["10 RUE ANATOLE FRANCE, 69003 LYON", "10 rue Anatole-France, 69003 Lyon 3e arrondissement, France", true],
  ["10 RTE NATIONALE 7", "10 route nationale 20", false],
  ["10 RN 7", "10 route nationale 7", true],
  ["LIEUDIT LES ACACIAS", "Lieu-dit « Les Acacias »", true],
  ["3 ZA DU BOIS", "3 Z.A. du Bois", true],
  ["PARC D ACTIVITES DU LAC", "Parc d’activité du Lac", true],
  ["10 RUE DU CDT MARCHAND", "10 rue du Commandant Marchand", true],
  ["10 RPT DES TILLEULS", "10 rond-point des Tilleuls", true],
  ["10 RUE N D DES CHAMPS", "10 rue Notre-Dame-des-Champs", true],
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

test.each([
  ["SAINT ETIENNE", "St-Étienne Cedex 1", true],
  ["LYON", "69003 Lyon", true],
  ["PARIS 12", "Paris 12e arrondissement", true],
  ["PARIS 12", "Paris", true],
  ["PARIS 12", "Paris 13", false],
  ["LE HAVRE", "Havre (Le)", true],
  ["SAINT DENIS", "Saint-Denis (93)", true],
  ["CHALON SUR SAONE", "Chalon s/ Saône", true],
  ["NEUILLY S SEINE", "Neuilly-sur-Seine", true],
  ["VILLENEUVE D ASCQ", "Villeneuve-d’Ascq", true],
  ["SAINT DENIS", "Saint-Denis-en-Val", false],
])("town %s / %s : %s", (a, b, same) => {
  expect(isSameTown(a, b)).toBe(same);
  expect(isSameTown(b, a)).toBe(same);
});
