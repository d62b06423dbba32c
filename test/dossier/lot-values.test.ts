import { expect, test } from "vitest";
import type { Portee } from "../../src/domain/bid.ts";
import { lotsTakenOneByOne, lotValue } from "../../src/dossier/lot-values.ts";
import { en } from "../../src/i18n/en.ts";
import { fr } from "../../src/i18n/fr.ts";

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

test("several lots in a list or buttons that take one: nothing is written, and these lots are told", () => {
  const options = ["Choisir le lot", "Lot 1 : secteur nord", "Lot 2 : Couverture", "Lot 3a"];
  const list = (offered = options, empty = true) => ({
    cell: { list: "lots" as const, column: "lot" as const, at: 0, said: "Lot", options: offered },
    type: "select" as const,
    empty,
  });
  const buttons = ["Lot 1", "Lot 2", "Lot 3a"].map((said, at) => ({
    cell: { list: "lots" as const, column: "lot" as const, at, said },
    type: "radio" as const,
    empty: true,
  }));
  expect(lotsTakenOneByOne([list()], SOME)).toEqual(["Lot 2 : Couverture", "Lot 3a"]);
  expect(lotsTakenOneByOne(buttons, SOME)).toEqual(["Lot 2", "Lot 3a"]);
  expect(lotsTakenOneByOne([list(), list()], SOME)).toEqual(["Lot 2 : Couverture", "Lot 3a"]);
  expect(lotsTakenOneByOne([list()], ALL)).toEqual(options.slice(1));
  // One lot, an option for all, an answer of the person's, boxes, other lots: nothing to say.
  expect(lotsTakenOneByOne([list(), ...buttons], ONE)).toEqual([]);
  expect(lotsTakenOneByOne([list([...options, "Tous les lots"])], ALL)).toEqual([]);
  expect(lotsTakenOneByOne([list(options, false)], SOME)).toEqual([]);
  expect(
    lotsTakenOneByOne(
      buttons.map((one) => ({ ...one, type: "checkbox" as const })),
      SOME,
    ),
  ).toEqual([]);
  expect(lotsTakenOneByOne([{ ...list(), multiple: true }], SOME)).toEqual([]);
  expect(lotsTakenOneByOne([list(["Lot 7", "Lot 8"])], SOME)).toEqual([]);
  expect(lotsTakenOneByOne([list()], null)).toEqual([]);
});

test("the sentence names the lots and says what to do, in both languages", () => {
  expect(fr.candidacy.inPage.oneLotOnly("Lot 2 · Lot 3a")).toMatch(/Lot 2 · Lot 3a.*n'en prend qu'un : choisissez-le vous-même/);
  expect(en.candidacy.inPage.oneLotOnly("Lot 2 · Lot 3a")).toMatch(/Lot 2 · Lot 3a.*takes only one: choose it yourself/);
});
