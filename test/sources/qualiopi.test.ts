import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, failed } = roomOf("qualiopi");
const DECLARATIONS = "data.declarations_activites_etablissement";

test("each declaration has all its categories; an absent value does not mean no", () => {
  const held = answer().certifications.map(({ code, held: value }) => [code, value]);
  expect(held).toEqual([
    ["84690999999", true],
    ["84690999999", false],
    ["84690999999", false],
    ["84690999999", true],
    ["84690888888", null],
    ["84690888888", false],
    ["84690888888", null],
    ["84690888888", null],
  ]);
});

test("a certification says how it was obtained, and for which specialities", () => {
  const details = answer().certifications.map(({ details: lines }) => lines);
  expect(details[0]).toEqual(["Déclaration d'activité n° 84690999999", "Electricité, électronique"]);
  expect(details[4]).toContain("Certification obtenue par l'unité légale");
});

test("a single declaration fills the number; several leave the choice to the bidder", () => {
  expect(answer().facts).toEqual({});
  expect(answer({ [`${DECLARATIONS}.length`]: 1 }).facts).toEqual({ nda: "84690999999" });
});

test("no declaration and an unknown company both mean that nothing was found", () => {
  expect(answer({ [DECLARATIONS]: [] })).toMatchObject({ state: "notFound", reason: "qualification.aucune" });
  expect(failed(404, "33003")).toMatchObject({ state: "notFound", reason: "qualification.aucune" });
});
