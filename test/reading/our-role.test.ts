/** A page that whoever is not its candidate fills: a subcontractor, a co-contractor of a group. */
import { describe, expect, test } from "vitest";
import { finish } from "../../src/page/slices.ts";
import { judgementSteps } from "../../src/reading/judge.ts";
import { inUsualRoles } from "../../src/reading/our-role.ts";
import { type Asked, evidenceOf, read } from "./evidence.ts";

const block = (title: string, ...labels: string[]): Asked[] => labels.map((label) => ({ label, under: [title] }));
const IDENTITY = ["Raison sociale", "SIRET"];

describe("the subcontractor's own page", () => {
  const page = (title: string) =>
    evidenceOf("Demande d'acceptation d'un sous-traitant", [
      ...block("B. Titulaire du marché", ...IDENTITY, "Courriel"),
      ...block(title, ...IDENTITY, "Effectif"),
    ]);

  test.each([
    "C. Sous-traitant (votre entreprise)",
    "Le sous-traitant : votre société",
    "Vous, le sous-traitant",
    "Cotraitant – notre cabinet",
  ])("« %s » is ours, the main contractor another company", (title) => {
    expect(read(page(title)).map((one) => one.replace("?", ""))).toEqual(["-", "-", "-", "raisonSociale", "siret", "effectif"]);
  });

  test.each([
    "C. Sous-traitant",
    "C. Sous-traitant de votre entreprise",
    "Vos sous-traitants",
    "Sous-traitant (si votre entreprise en a un)",
  ])("« %s » is another company's", (title) => {
    expect(read(page(title)).slice(3)).toEqual(["-", "-", "-"]);
  });

  test("a label is told as the page writes it", () => {
    const evidence = evidenceOf("Agrément", [
      ...block("Sous-traitant (votre entreprise)", "SIRET", "Nom du sous-traitant"),
      ...block("Titulaire", "SIRET du titulaire"),
    ]);
    const { controls } = finish(judgementSteps({ evidence, portal: null, exceptions: [] }, 2026));
    expect(controls.map(({ label, target }) => [label, target])).toEqual([
      ["SIRET", "siret"],
      ["Nom du sous-traitant", "raisonSociale"],
      ["SIRET du titulaire", null],
    ]);
  });
});

describe("what a page tells of who fills it", () => {
  const told = (lead: string) => inUsualRoles({ ...evidenceOf("Groupement", block("Identité", "SIRET")), lead }) !== null;

  test.each([
    "Vous êtes le sous-traitant : remplissez la rubrique C.",
    "L'entreprise Zing vous propose d'être cotraitant. Complétez votre fiche.",
    "Vous avez été désigné sous-traitant d'un marché.",
    "Vous intervenez en qualité de co-traitant.",
    "You are the subcontractor of this contract.",
  ])("« %s » says that it is not the candidate", (lead) => {
    expect(told(lead)).toBe(true);
  });

  test.each([
    "Si vous êtes sous-traitant, demandez votre compte au titulaire.",
    "Vous êtes sous-traitant ? Écrivez-nous.",
    "Vous êtes libre de choisir vos sous-traitants.",
    "Vous avez un sous-traitant : déclarez-le.",
    "Lorsque vous êtes cotraitant, le mandataire dépose pour vous.",
    "Vous êtes candidat et présentez un sous-traitant.",
  ])("« %s » says nothing of it", (lead) => {
    expect(told(lead)).toBe(false);
  });
});
