/** No two lines of a form are called the same where the page or the catalogue can tell them apart. */
import { expect, test } from "vitest";
import { fr } from "../../src/i18n/fr.ts";
import { blockTitles, cleaned, lineNames } from "../../src/i18n/line-names.ts";

const none = () => undefined;
const namesOf = (...given: Parameters<typeof lineNames>) => lineNames(...given).map(({ name }) => name);
const years = (back: string) => String(2026 - Number(back));

test.each([
  ["Nom * :", "Nom"],
  ["SIREN / SIRET * : ", "SIREN / SIRET"],
  ["* Adresse", "Adresse"],
  ["Ville (obligatoire)", "Ville"],
  ["Montant (en €)", "Montant (en €)"],
])("%j is shown as %j", (label, shown) => {
  expect(cleaned(label)).toBe(shown);
});

test("a turnover says its year, once", () => {
  const line = (field: "chiffreAffairesN1" | "chiffreAffairesN2" | "exerciceFinN1", pageLabel: string) => ({ field, pageLabel });
  const lines = [line("chiffreAffairesN1", "Chiffre d'affaires"), line("chiffreAffairesN2", "Chiffre d'affaires")];
  expect(namesOf(lines, fr, years)).toEqual(["Chiffre d'affaires 2025", "Chiffre d'affaires 2024"]);
  expect(namesOf(lines, fr, none)).toEqual(["Chiffre d'affaires N-1", "Chiffre d'affaires N-2"]);
  expect(namesOf([line("chiffreAffairesN1", "CA exercice N-1")], fr, years)).toEqual(["CA exercice N-1 2025"]);
  expect(namesOf([line("exerciceFinN1", "Exercice 2025 clos le")], fr, years)).toEqual(["Exercice 2025 clos le"]);
});

test("two lines of one label take the title of their block, then the catalogue's word", () => {
  const names = namesOf(
    [
      { field: "raisonSociale", pageLabel: "Nom", heading: "Candidat" },
      { field: "dirigeantNom", pageLabel: "Nom", heading: "Signataire" },
      { field: "siren", pageLabel: "SIREN / SIRET * :" },
      { field: "nic", pageLabel: "SIREN / SIRET * :" },
    ],
    fr,
    none,
  );
  expect(names.slice(0, 2)).toEqual(["Nom · Candidat", "Nom · Signataire"]);
  expect(new Set(names).size).toBe(4);
  expect(names[3]).toBe(fr.labels.field("nic"));
});

test("the title of a block stands above its first line, where there is more than one", () => {
  expect(blockTitles([{ heading: "Candidat" }, { heading: "Candidat *" }, { heading: "Signataire" }, {}])).toEqual([
    ...["Candidat", undefined],
    ...["Signataire", undefined],
  ]);
  expect(blockTitles([{ heading: "Candidat" }, { heading: "Candidat" }])).toEqual([undefined, undefined]);
});
