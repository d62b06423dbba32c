import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, asked, bodyRead } = roomOf("insee-avis-situation");

test("a published establishment's notice is made on the day", () => {
  const { answer: read, locations } = asked();
  expect(read.pieces).toMatchObject([{ kind: "avisInsee", siret: "99990000400014", issuedOn: "2026-11-24", downloadable: true }]);
  expect(locations.get(0)).toEqual({
    url: "https://api-avis-situation-sirene.insee.fr/identification/pdf/99990000400014",
    steps: "direct",
  });
});

test("nothing is offered for an establishment that is unknown or not public", () => {
  expect(bodyRead({ results: [], total_results: 0 })).toMatchObject({ state: "notFound", reason: "insee.inconnu", pieces: [] });
  expect(answer({ "results.0.statut_diffusion": "P" })).toMatchObject({ state: "outOfScope", reason: "insee.nonDiffusible", pieces: [] });
});
