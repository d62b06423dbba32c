/** What the browser's menu proposes. */
import { expect, test } from "vitest";
import { menuItemsOf } from "../../src/background/menu.ts";
import type { Dossier } from "../../src/domain/dossier.ts";
import { fr } from "../../src/i18n/fr.ts";

const manual = (value: string | number) => ({ value, origin: { from: "manual" as const }, alternatives: [] });
const dossierOf = (values: Dossier["values"]): Dossier => ({
  siret: "90000001900019",
  on: "2026-11-24",
  values,
  pieces: [],
  certifications: [],
  notices: [],
  conflicts: [],
  dirigeants: [],
  depots: [],
});

test("nothing known, nothing proposed", () => {
  expect(menuItemsOf(null, "fr", fr)).toEqual([]);
  expect(menuItemsOf(dossierOf({}), "fr", fr)).toEqual([]);
});

test("an ampersand is a letter, not a shortcut; a long value is cut on the menu only", () => {
  const long = "TOITURE ".repeat(20).trim();
  const items = menuItemsOf(dossierOf({ commune: manual(long), raisonSociale: manual("BOIS & FILS") }), "fr", fr);
  expect(items[0]?.title).toBe("Raison sociale : BOIS && FILS");
  expect(items[1]?.title).toMatch(/^Commune : .{59}…$/);
  expect(items[1]?.proposal.value).toBe(long);
});
