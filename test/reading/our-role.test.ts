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

describe("one member of a group among others", () => {
  const ASKED = [...IDENTITY, "Adresse", "Courriel"];
  const page = (...titles: string[]) =>
    evidenceOf(
      "Constitution du groupement candidat",
      titles.flatMap((title) => block(title, ...ASKED)),
    );
  const taken = (...titles: string[]) => read(page(...titles)).map((one) => (one === "-" ? "-" : "ours"));
  const left = ASKED.map(() => "-");
  const ours = ASKED.map(() => "ours");

  test.each([
    ["Mandataire", "Membre n° 2 : votre entreprise", "Membre n° 3 : Tri Solidaire"],
    ["Le mandataire du groupement", "Membre 2 (vous)", "Membre 3"],
    ["1. Mandataire", "2. Cotraitant 1 (votre entreprise)", "3. Cotraitant 2"],
    ["Lead member", "Member 2: your company", "Member 3"],
  ])("« %s », « %s », « %s »: the second alone is ours", (...titles) => {
    expect(taken(...titles)).toEqual([...left, ...ours, ...left]);
  });

  test("who leads the group fills its first block", () => {
    expect(taken("Mandataire (votre entreprise)", "Membre n° 2", "Membre n° 3")).toEqual([...ours, ...left, ...left]);
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
