import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, bodyRead, source } = roomOf("qualiopi-liste-of");

test("words are read as booleans, and a missing word is neither true nor false", () => {
  const read = answer();
  expect(read.certifications.map(({ held }) => held)).toEqual([true, false, null, true]);
  expect(read.certifications[0]?.details).toEqual(["Déclaration d'activité n° 84690999999", "Dernière déclaration le 24/05/2026"]);
  expect(read.facts).toEqual({ nda: "84690999999" });
  expect(answer({ "results.0.certifications_vae": true }).certifications[2]?.held).toBe(true);
});

test("several numbers leave the choice to the bidder; another company's row is not read", () => {
  const row = { siren: "999900004", numerodeclarationactivite: "84690888888" };
  expect(bodyRead({ total_count: 2, results: [row, { ...row, numerodeclarationactivite: "84690777777" }] }).facts).toEqual({});
  expect(bodyRead({ total_count: 1, results: [{ ...row, siren: "999901002" }] })).toMatchObject({ state: "notFound" });
  expect(bodyRead({ total_count: 0, results: [] })).toMatchObject({ state: "notFound", reason: "liste.absent" });
  expect(source.request({ siret: "99990000400014", siren: "999900004" }).query).toMatchObject({ where: 'siren="999900004"' });
});
