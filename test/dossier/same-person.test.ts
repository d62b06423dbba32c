import { expect, test } from "vitest";
import { isSamePerson } from "../../src/dossier/same-person.ts";

test.each<[held: string, nom: string, prenom: string | undefined, same: boolean]>([
  ["de la Fontaine Jean", "DE LA FONTAINE", "Jean", true],
  ["Jean La Fontaine", "DE LA FONTAINE", "Jean", true],
  ["Jean de La Fontaine", "LA FONTAINE (DE)", "Jean", true],
  ["Jean d’Ormesson", "D ORMESSON", "Jean", true],
  ["Sean O'Brien", "OBRIEN", "Sean", true],
  ["Ian Mac Donald", "MACDONALD", "Ian", true],
  ["Antoine de St-Exupéry", "SAINT EXUPERY", "Antoine", true],
  ["Jean Pierre Le Goff", "LE GOFF", "Jean-Pierre, Marie", true],
  ["J.-P. Le Goff", "LE GOFF", "Jean-Pierre", true],
  ["J. Durand", "DURAND", "Jean", true],
  ["P. Durand", "DURAND", "Jean", false],
  ["Dr Jean DURAND", "DURAND", "Jean", true],
  ["Jean Durand, Président", "DURAND", "Jean", true],
  ["Monsieur le gérant Jean Durand", "DURAND", "Jean", true],
  ["Marie Martin née Durand", "DURAND", "Marie", true],
  ["Marie DURAND épouse MARTIN", "DURAND", "Marie", true],
  ["Mme Marie Durand ép. Martin", "MARTIN", "Marie", true],
  ["Marie Martin", "DURAND (MARTIN)", "Marie", true],
  ["Marie Durand", "DURAND EP. MARTIN", "Marie", true],
  ["Marie Martin née Durand", "LEROY", "Marie", false],
  ["Marie Martin née Durand", "DURAND", "Paule", false],
  ["Jean Jean", "JEAN", "Jean", true],
  ["Jean", "DURAND", "Jean", false],
  ["Yann Le Goff", "GOFF", "Yann", false],
  ["Jeanne Durand", "DURAND", "Jean", false],
  ["Jean Dupond", "DUPONT", "Jean", false],
  ["Jean Martin", "DURAND", "Jean", false],
])("%s / %s %s : %s", (held, nom, prenom, same) => {
  expect(isSamePerson(held, { nom, prenom })).toBe(same);
});
