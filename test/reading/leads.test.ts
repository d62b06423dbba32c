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

test("what a member carries out, its place and its per cent are asked of it; an amount, a lot or a person is not", async () => {
  const heads = ["Raison sociale", "Prestations exécutées", "Rôle dans le groupement", "Part (%)"];
  const others = ["Part", "Montant HT des prestations", "Lots", "Nature juridique", "Qualité du signataire"];
  const cells = (said: string, at: number): Asked[] =>
    [...heads, ...others].map((column) => ({
      label: { "table:row": said, "table:column": column },
      row: at,
      under: ["Composition du groupement"],
    }));
  const told = ["name", "performs", "role", "share"];
  const nothing = others.map(() => undefined);
  expect((await read([...cells("Mandataire", 0), ...cells("Cotraitant 1", 1)])).map(([, , cell]) => cell)).toEqual(
    ["Mandataire", "Cotraitant 1"].flatMap((said) => [...told.map((column) => `${column} of ${said}`), ...nothing]),
  );
});

test("a list of options is a member's only where it chooses its place in the group", async () => {
  const options = ["Choisir", "Mandataire", "Cotraitant"].map((text, at) => ({ text, value: String(at) }));
  const list = (label: string): Asked => ({ label, type: "select", input: "select-one", options, under: ["Cotraitant n° 1"] });
  const asked = await read([{ label: "Raison sociale", under: ["Cotraitant n° 1"] }, list("Rôle"), list("Prestations")]);
  expect(asked.map(([, , cell]) => cell)).toEqual(["name of Cotraitant n° 1", "role of Cotraitant n° 1", undefined]);
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
