/** The card of open mode names the documents that this company needs and does not have. */
import { expect, test } from "vitest";
import type { Dossier } from "../../src/domain/dossier.ts";
import { kindsToDrop } from "../../src/dossier/to-drop.ts";
import { READY } from "../components/situations.ts";

const BASE = READY.dossier as Dossier;
const of = (codeNaf: string, more: Partial<Dossier> = {}) =>
  kindsToDrop({
    ...BASE,
    pieces: [],
    values: { codeNaf: { value: codeNaf, origin: { from: "derived" }, alternatives: [] } },
    ...more,
  } as unknown as Dossier);

test("a builder needs its insurance and a leave fund, a farm the MSA, an engineer neither", () => {
  expect(of("43.91A")).toEqual(["attestationVigilance", "attestationFiscale", "rcPro", "decennale", "cibtp", "bilans", "rib"]);
  expect(of("01.13Z")).toEqual(["msa", "attestationFiscale", "rcPro", "bilans", "rib"]);
  expect(of("71.12B")).toEqual(["attestationVigilance", "attestationFiscale", "rcPro", "bilans", "rib"]);
});

test("a valid document is not asked for again, an outdated one is", () => {
  expect(of("71.12B", { pieces: BASE.pieces })).toEqual(["rcPro", "rib"]);
  const outdated = BASE.pieces.map((piece) => ({ ...piece, validity: { ...piece.validity, status: "expired" as const } }));
  expect(of("71.12B", { pieces: outdated })).toContain("attestationVigilance");
});

test("nothing is asked for while nothing is known of the company", () => {
  expect(kindsToDrop(null)).toEqual([]);
});
