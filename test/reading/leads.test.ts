/** What a page asks of the mandataire of a group, and what it asks of whoever answers. */
import { expect, test } from "vitest";
import { judge } from "../../src/reading/judge.ts";
import { type Asked, evidenceOf } from "./evidence.ts";

const read = async (asked: readonly Asked[]) => {
  const own: Asked[] = ["SIRET", "Raison sociale"].map((label) => ({ label, under: ["Identification du candidat"] }));
  const evidence = evidenceOf("Candidature à la consultation", [...own, ...asked]);
  const { controls } = await judge({ evidence, portal: null, exceptions: [] }, 2026);
  return controls.slice(2).map(({ target, lead, cell }) => [target, lead ?? false, cell && `${cell.column} of ${cell.said}`]);
};
const row = (said: string, at: number): Asked[] =>
  ["Raison sociale", "N° SIRET", "Part HT"].map((column) => ({
    label: { "table:row": said, "table:column": column },
    row: at,
    under: ["Composition du groupement"],
  }));

test("the mandataire's row in the table of a group is read as the candidate's, and as a row of that table", async () => {
  expect(await read([...row("Mandataire", 0), ...row("Cotraitant 1", 1)])).toEqual([
    ["raisonSociale", true, "name of Mandataire"],
    ["siret", true, "siret of Mandataire"],
    [null, true, undefined],
    [null, false, "name of Cotraitant 1"],
    [null, false, "siret of Cotraitant 1"],
    [null, false, undefined],
  ]);
});

test("so is its block, and what stands deeper in it is the mandataire's too", async () => {
  const block = ["Raison sociale", "SIRET"].map((label): Asked => ({ label, under: ["Mandataire du groupement"] }));
  const deeper: Asked = { label: "Code postal", under: ["Coordonnées", "Mandataire du groupement"] };
  expect(await read([...block, deeper])).toEqual([
    ["raisonSociale", true, "name of Mandataire du groupement"],
    ["siret", true, "siret of Mandataire du groupement"],
    ["codePostal", true, undefined],
  ]);
  expect((await read([{ label: "SIRET du mandataire" }])).map(([, lead]) => lead)).toEqual([true]);
});

test.each([
  "Candidat ou mandataire du groupement",
  "Mandataires sociaux",
  "Mandataire social",
  "Identification du candidat",
  "Vos coordonnées",
])("« %s » is no block of the mandataire", async (under) => {
  expect((await read([{ label: "Code postal", under: [under] }])).map(([, lead]) => lead)).toEqual([false]);
});
