import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, bodyRead } = roomOf("ess-liste");

test("a company of the list belongs to the ESS, with its family", () => {
  const read = answer();
  expect(read.facts).toEqual({ statutEss: true });
  expect(read.certifications).toMatchObject([{ kind: "ess", held: true, details: ["Sociétés commerciales"] }]);
});

test("a company that the list leaves out is not said to be outside the ESS", () => {
  const absent = bodyRead({ data: [], links: { next: null }, meta: { total: 0 } });
  expect(absent).toMatchObject({ state: "notFound", reason: "liste.absent", facts: {}, certifications: [] });
  expect(answer({ "data.0.SIREN": "999901002" })).toMatchObject({ state: "notFound" });
  expect(answer({ "data.0.SIREN": 999_900_004 }).facts).toEqual({ statutEss: true });
});
