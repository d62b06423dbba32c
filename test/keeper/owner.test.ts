/** The company for which a file is handed in, and on which the coffre opens. */
import { expect, test } from "vitest";
import { openCoffreOn, shownCompany } from "../../src/keeper/coffre-page.ts";
import { ownerOf } from "../../src/keeper/owner.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { memoryStore } from "../store/memory-store.ts";

const SIRET = "99990000400014";

test("the owner is the current company, with its SIREN and known name", () => {
  expect(ownerOf({ siret: SIRET, name: "LUMIVERDE INGENIERIE" })).toEqual({ siren: "999900004", names: ["LUMIVERDE INGENIERIE"] });
  expect(ownerOf({ siret: SIRET, name: null })).toEqual({ siren: "999900004", names: [] });
  expect(() => ownerOf(null)).toThrow();
});

test("the coffre opens on the current company, or on all, and no address names it", async () => {
  const session = cellsOf(memoryStore());
  const opened: string[] = [];
  const open = async (page: string) => opened.push(page);
  await openCoffreOn(session, { siret: SIRET, name: null }, open);
  expect(await shownCompany(session)).toBe("999900004");
  await openCoffreOn(session, null, open);
  expect(await shownCompany(session)).toBeNull();
  expect(opened).toEqual(["coffre.html", "coffre.html"]);
});
