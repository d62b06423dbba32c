/** The lots to which a sentence is limited. */
import { expect, test } from "vitest";
import { concerns, lotsLimiting } from "../../src/requirements/lots.ts";
import { pagesOfText } from "../../src/requirements/open/plain-text.ts";
import { requirementsOf } from "../../src/requirements/requirements.ts";

test.each([
  ["Lot 05 uniquement : certificat Qualifelec ou équivalent", ["5"]],
  ["Pour les lots 1 et 3, une attestation d'assurance décennale", ["1", "3"]],
  ["Certificat Qualibat (lots n° 2, 4 et 6)", ["2", "4", "6"]],
  ["pour les lots 2 à 4 : habilitation électrique", ["2", "3", "4"]],
  ["Une visite est obligatoire pour les lots 01 et 02, le 28 janvier 2027 à 14 h 00.", ["1", "2"]],
  ["Lot B seulement : agrément", ["B"]],
  ["Agrément (candidats au lot 3)", ["3"]],
])("%s", (sentence, lots) => {
  expect(lotsLimiting(sentence)).toEqual(lots);
});

test.each([
  "Une attestation d'assurance pour chaque lot",
  "Un acte d'engagement par lot",
  "Les candidats peuvent répondre à un ou plusieurs lots",
  "Le marché est divisé en 3 lots",
  "Attestation d'assurance en cours de validité",
  "Références : liste des principaux travaux, dont un lot de couverture",
])("%s limits nothing", (sentence) => {
  expect(lotsLimiting(sentence)).toBeNull();
});

test("a demand for some lots concerns a bid for one of them, or for all", () => {
  expect(concerns(["1", "2"], ["02"])).toBe(true);
  expect(concerns(["1"], ["3"])).toBe(false);
  expect(concerns(undefined, ["3"])).toBe(true);
  expect(concerns(["1"], null)).toBe(true);
});

test("a list opened for a lot belongs to that lot, and a piece asked for in two lots belongs to both", () => {
  const lines = [
    "RÈGLEMENT DE LA CONSULTATION",
    "À l'appui de leur candidature, les candidats produisent :",
    "- le formulaire DC1 ;",
    "Pour le lot 1 :",
    "- un certificat Qualibat ;",
    "- un extrait Kbis ;",
    "Pour le lot 2 :",
    "- un certificat Qualifelec ;",
    "- un extrait Kbis ;",
  ];
  const { candidature } = requirementsOf({ pages: [{ number: 1, lines }], lines: "blocks" });
  expect(candidature?.map(({ piece, lots }) => [piece, lots ?? null])).toEqual([
    ["dc1", null],
    ["qualibat", ["1"]],
    ["immatriculation", ["1", "2"]],
    ["qualifelec", ["2"]],
  ]);
});

/** The numbers of the lots listed under that sentence. */
const listed = (said: string, ...lots: string[]) =>
  requirementsOf(pagesOfText(["RÈGLEMENT DE LA CONSULTATION", said, ...lots, "Les candidats répondent à deux lots au plus."].join("\n")))
    .lots;

test("each line of a list of lots is a lot, however long the one before it", () => {
  const lots = listed(
    "La consultation est décomposée en 3 lots :",
    "Lot n° 1 : Gros œuvre",
    "Lot n° 2 : Chauffage, ventilation, climatisation",
    "Lot n° 3 : Électricité",
  );
  expect(lots?.lots.map(({ number, title }) => [number, title])).toEqual([
    ["1", "Gros œuvre"],
    ["2", "Chauffage, ventilation, climatisation"],
    ["3", "Électricité"],
  ]);
});

test.each(["La consultation est divisée en 4 lots.", "Les prestations sont réparties en quatre (4) lots distincts."])(
  "a list that does not count as « %s » does is not told as the lots",
  (said) => {
    expect(listed(said, "Lot 1 : Gros œuvre", "Lot 2 : Électricité")).toMatchObject({ divided: true, lots: [] });
  },
);
