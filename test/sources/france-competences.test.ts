import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, failed } = roomOf("france-competences");
const FIRST = "data.habilitations_france_competence.0";

test("each authorisation has its end and its page", () => {
  expect(answer().certifications).toMatchObject([
    {
      kind: "franceCompetences",
      code: "RNCP99901",
      held: true,
      validFrom: "2025-02-24",
      validUntil: "2029-03-24",
      url: "https://www.francecompetences.fr/recherche/rncp/99901/",
      details: ["Habilitée à former", "Habilitée à organiser l'évaluation"],
    },
    { code: "RS99902", held: false, validUntil: "2025-01-31", url: "https://www.francecompetences.fr/recherche/rs/99902/" },
  ]);
});

test("active at the provider is not in force after the end; an absent value does not mean no", () => {
  expect(answer({ [`${FIRST}.actif`]: false }).certifications[0]?.held).toBe(false);
  expect(answer({ [`${FIRST}.actif`]: null }).certifications[0]?.held).toBeNull();
  expect(answer({ [`${FIRST}.date_fin_enregistrement`]: "2026-11-23" }).certifications[0]?.held).toBe(false);
  expect(answer({ [`${FIRST}.date_fin_enregistrement`]: "2026-11-24" }).certifications[0]?.held).toBe(true);
});

test("a single page fills the form; none or several do not", () => {
  expect(answer().facts).toEqual({ urlCertificatFranceCompetences: "https://www.francecompetences.fr/recherche/rncp/99901/" });
  expect(answer({ "data.habilitations_france_competence.1.date_fin_enregistrement": null }).facts).toEqual({});
  expect(answer({ [`${FIRST}.code`]: "../etc" }).facts).toEqual({});
});

test("an answer without authorisation means that nothing was found", () => {
  expect(answer({ "data.habilitations_france_competence": [] })).toMatchObject({ state: "notFound" });
  expect(failed(404, "33003")).toMatchObject({ state: "notFound", reason: "qualification.aucune" });
});
