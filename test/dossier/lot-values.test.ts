import { expect, test } from "vitest";
import type { Portee } from "../../src/domain/bid.ts";
import { lotValue } from "../../src/dossier/lot-values.ts";

const SOME: Portee = {
  sur: "lots",
  lots: [{ numero: "2", intitule: "Couverture" }, { numero: "3a" }],
};
const ONE: Portee = { sur: "lots", lots: [{ numero: "2", intitule: "Couverture" }] };
const ALL: Portee = { sur: "tousLots" };
const boxes = (portee: Portee | null, ...texts: string[]) =>
  texts.map((said, at) => lotValue({ list: "lots", column: "lot", at, said }, "checkbox", portee));

test("a box is ticked by its lot's number, or by its whole title where it has none", () => {
  expect(boxes(SOME, "Lot 1 – Gros œuvre", "Lot n° 2 – Couverture", "LOT 02", "3A : Peinture", "Lot-0002", "Couverture")).toEqual([
    undefined,
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(boxes(ONE, "Lot 12", "Lot 2b", "Lot 21 – Couverture", "Couverture et bardage")).toEqual(Array(4).fill(undefined));
});

test("a lot with that number and another title is another lot", () => {
  expect(boxes(ONE, "Lot 2 – Plomberie", "2 - COUVERTURE")).toEqual([undefined, true]);
});

test("choosing all lots ticks each box, and the box for all", () => {
  expect(boxes(ALL, "Tous les lots", "Lot 1", "A – Bâtiments", "Visite du site")).toEqual([true, true, true, undefined]);
  expect(boxes(SOME, "Tous les lots")).toEqual([undefined]);
});

test("no box is ticked when nothing is chosen or the market has no lots", () => {
  expect(boxes(null, "Lot 1", "Tous les lots")).toEqual([undefined, undefined]);
  expect(boxes({ sur: "marche" }, "Lot 1")).toEqual([undefined]);
});

test("a single option or button expresses one lot or all: for several, none is chosen", () => {
  const options = ["Choisir le lot", "Lot 1 : secteur nord", "Lot 2 : Couverture", "Tous les lots"];
  const list = (portee: Portee, offered = options) =>
    lotValue({ list: "lots", column: "lot", at: 0, said: "Lot", options: offered }, "select", portee);
  expect([list(ONE), list(ALL), list(SOME)]).toEqual(["Lot 2 : Couverture", "Tous les lots", undefined]);
  expect(list(ONE, ["Lot 2", "Lot 02"])).toBeUndefined();
  const button = (portee: Portee) => lotValue({ list: "lots", column: "lot", at: 0, said: "Lot 2 : Couverture" }, "radio", portee);
  expect([button(ONE), button(SOME), button(ALL)]).toEqual(["Lot 2 : Couverture", undefined, undefined]);
});
