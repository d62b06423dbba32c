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
  contracts: [],
});

test("nothing known, nothing proposed", () => {
  expect(menuItemsOf(null, fr)).toEqual([]);
  expect(menuItemsOf(dossierOf({}), fr)).toEqual([]);
});

test("the browser keeps its menus in clear on the disk: no value is in a title", () => {
  const items = menuItemsOf(
    dossierOf({ commune: manual("VILLENEUVE"), raisonSociale: manual("BOIS & FILS"), chiffreAffairesN1: manual(1_250_000) }),
    fr,
  );
  expect(items.map(({ title }) => title)).toEqual(["Raison sociale", "Commune", fr.labels.field("chiffreAffairesN1")]);
  expect(items[1]?.proposal.value).toBe("VILLENEUVE");
});
