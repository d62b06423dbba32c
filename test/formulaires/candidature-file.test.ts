/** A candidature written by hand: its statements about a subcontractor go into the forms. */
import { describe, expect, test } from "vitest";
import { TYPEFACES } from "../../scripts/documents/typefaces.ts";
import { candidatureIn } from "../../scripts/forms/candidature-file.ts";
import { makeForms } from "../../src/formulaires/make.ts";

const [FIRST, OTHER, SUB] = ["99990000400014", "99990100200009", "99990200000010"];
const read = (more: object) =>
  candidatureIn(JSON.stringify({ siret: FIRST, membres: [{ siret: OTHER }], sousTraitants: [more] }), "2026-11-24").candidature;

test("a subcontractor's capacities are relied on by the named member, or the first, and only when the file says so", () => {
  const told = (more: object) => read({ siret: SUB, ...more }).sousTraitants.map(({ invoque, pour }) => [invoque, pour]);
  expect([told({}), told({ invoque: true }), told({ invoque: true, pour: OTHER })]).toEqual([
    [[false, FIRST]],
    [[true, FIRST]],
    [[true, OTHER]],
  ]);
  expect(() => read({ siret: SUB, invoque: "oui" })).toThrow("sousTraitants.0.invoque");
  expect(() => read({ siret: SUB, pour: "12" })).toThrow("sousTraitants.0.pour");
});

describe("a subcontractor established outside France, without a SIRET", () => {
  const ABROAD = { nom: "Beispiel GmbH", pays: "Allemagne", numero: "DE 999 999 999" };

  test("is taken by its name, its country and its national or VAT number, with what the file states of it", () => {
    expect(read({ ...ABROAD, pays: " Allemagne ", prestations: "Forages", invoque: true, pour: OTHER }).sousTraitants).toEqual([
      {
        etranger: { name: "Beispiel GmbH", country: "Allemagne", number: "DE 999 999 999" },
        prestations: "Forages",
        invoque: true,
        pour: OTHER,
      },
    ]);
    expect(read(ABROAD).sousTraitants).toMatchObject([{ invoque: false, pour: FIRST }]);
  });

  test("has a DC4 of its own, and stands in rubric H of the DC2 when it is relied on", async () => {
    const made = await makeForms(read({ ...ABROAD, invoque: true }), "2026-11-24T08:00:00.000Z", TYPEFACES);
    if (made.state === "refused") throw new Error(made.problem.code);
    const printed = (code: string) => made.forms.filter((one) => one.code === code).map(({ record }) => record.map(({ text }) => text));
    expect(printed("DC4")).toEqual([expect.arrayContaining(Object.values(ABROAD))]);
    // The other member does not rely on it: its own declaration names nobody.
    expect(printed("DC2")).toEqual([expect.arrayContaining(Object.values(ABROAD)), ["999 901 002 00009"]]);
    const [dc4] = made.forms.filter(({ code }) => code === "DC4");
    expect(dc4?.fileName).toBe("dc4_allemagne-de999999999.pdf");
  });

  test.each([
    ["neither a SIRET nor anything else", {}, "siret"],
    ["both a SIRET and a country", { siret: SUB, pays: "Allemagne" }, "pays"],
    ["a SIRET and a number", { siret: SUB, numero: "DE1" }, "numero"],
    ["no name", { ...ABROAD, nom: " " }, "nom"],
    ["no country", { nom: "Beispiel GmbH", numero: "DE1" }, "pays"],
    ["France, where companies have a SIRET", { ...ABROAD, pays: "France" }, "pays"],
    ["no number", { ...ABROAD, numero: "inconnu" }, "numero"],
    ["facts, which nothing prints", { ...ABROAD, facts: { commune: "Berlin" } }, "facts"],
  ])("%s: the file is refused where it is wrong", (_, one, at) => {
    expect(() => read(one)).toThrow(`sousTraitants.0.${at} »`);
  });

  test("twice, however its number is written: no form is made", async () => {
    const twice = candidatureIn(
      JSON.stringify({ siret: FIRST, sousTraitants: [ABROAD, { ...ABROAD, numero: "de999999999" }] }),
      "2026-11-24",
    );
    expect(await makeForms(twice.candidature, "2026-11-24T08:00:00.000Z", TYPEFACES)).toMatchObject({
      state: "refused",
      problem: { code: "sameSubcontractor" },
    });
  });
});
