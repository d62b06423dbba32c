/** For whom a file is handed in, and where the coffre opens. */
import { expect, test } from "vitest";
import { coffrePageOf, ownerOf } from "../../src/keeper/owner.ts";

const SIRET = "99990000400014";

test("the owner is the company worked for, by its SIREN and the name known for it", () => {
  expect(ownerOf({ siret: SIRET, name: "LUMIVERDE INGENIERIE" })).toEqual({ siren: "999900004", names: ["LUMIVERDE INGENIERIE"] });
  expect(ownerOf({ siret: SIRET, name: null })).toEqual({ siren: "999900004", names: [] });
  expect(() => ownerOf(null)).toThrow();
});

test("the coffre opens on the company worked for, or on all", () => {
  expect(coffrePageOf({ siret: SIRET, name: null })).toBe("coffre.html?siren=999900004");
  expect(coffrePageOf(null)).toBe("coffre.html");
});
