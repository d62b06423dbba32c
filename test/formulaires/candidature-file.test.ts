/** A candidature written by hand: its statements about a subcontractor go into the forms. */
import { expect, test } from "vitest";
import { candidatureIn } from "../../scripts/forms/candidature-file.ts";

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
