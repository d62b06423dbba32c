/** The account of a decision says what decided, from the decision's own notes. */
import { describe, expect, test } from "vitest";
import type { RecordedPage } from "../../scripts/evaluation/evidence.ts";
import { explanationOf, explanationText } from "../../scripts/evaluation/explain.ts";
import type { Evidence } from "../../src/domain/evidence.ts";
import { type Asked, evidenceOf } from "../reading/evidence.ts";

const COMPANY: readonly Asked[] = [{ label: "SIRET", under: ["Identification du candidat"] }, { label: "Raison sociale" }];

function explained(asked: readonly Asked[], title = "Candidature à la consultation") {
  const evidence = JSON.parse(JSON.stringify(evidenceOf(title, [...COMPANY, ...asked]))) as Evidence;
  const page: RecordedPage = { slug: "p", family: "p", expectDetected: true, frames: [{ evidence, labels: [] }] };
  const told = explanationOf(page, 2026);
  return { told, first: told.controls[COMPANY.length], text: explanationText(told) };
}

describe("what a control asks", () => {
  test("each text that spoke is a candidate with its rung and weight; the one that decided is marked", () => {
    const { first } = explained([{ label: { "label:for": "Code postal", placeholder: "Ville" }, name: "cp" }]);
    expect(first?.candidates.filter(({ wins }) => wins)).toEqual([
      { target: "codePostal", weight: 1, from: "label:for", text: "Code postal", wins: true },
    ]);
    expect(first?.candidates).toContainEqual(expect.objectContaining({ from: "name", target: "codePostal", wins: false }));
    expect(first).toMatchObject({ target: "codePostal", outcome: "sure", because: ["said plainly, every title understood, asked once"] });
  });

  test("a piece names the text that decided", () => {
    const { first } = explained([{ label: "Attestation de vigilance", type: "file", input: "file" }]);
    expect(first?.candidates.find(({ wins }) => wins)).toMatchObject({ from: "piece", target: "document.attestationVigilance" });
  });

  test("a number told by its length says what it asks with its neighbours", () => {
    const { first } = explained([{ label: "N° SIRET", maxLength: 5 }]);
    expect(first).toMatchObject({ asked: "nic" });
    expect(first?.candidates.find(({ wins }) => wins)?.target).toBe("siret");
  });
});

describe("whose it is and what it is about", () => {
  test("the sign of the label wins over that of its block, and both are told", () => {
    const { first } = explained([{ label: "SIRET du candidat", under: ["Sous-traitant envisagé"] }]);
    const parties = first?.owners.filter(({ about }) => about === "party").map(({ says, decides, from }) => [says, decides, from]);
    expect(parties?.[0]).toEqual(["candidat", true, "label:for"]);
    expect(parties).toContainEqual(["autre", false, "heading"]);
  });

  test("a block of somebody else: the title that decided, and why nothing is written", () => {
    const { first } = explained([{ label: "SIRET", under: ["Sous-traitant envisagé"] }]);
    expect(first?.owners.find(({ decides }) => decides)).toMatchObject({ says: "autre", text: "Sous-traitant envisagé", from: "heading" });
    expect(first).toMatchObject({ outcome: "nothing", because: ["of another party", "left: otherParty"] });
  });

  test("the subject of each title, and the one that is not understood", () => {
    const { first } = explained([{ label: "Ville", under: ["Suivi zingueur"] }]);
    expect(first?.subjects[0]).toEqual({ text: "Suivi zingueur", topic: null, isUnderstood: false });
    expect(first).toMatchObject({ outcome: "proposed", because: ["lowered: title « Suivi zingueur »"] });
    expect(explained([{ label: "Ville", under: ["Références de travaux"] }]).first).toMatchObject({
      because: ["the block is about: reference"],
      subjects: [expect.objectContaining({ topic: "reference" }), expect.anything()],
    });
  });
});

describe("why nothing", () => {
  test.each<[Asked, string]>([
    [{ label: "Mot de passe", input: "password" }, "left: password"],
    [{ label: "Rechercher", inSearch: true }, "left: search"],
    [{ label: "Montant de votre offre" }, "left: price"],
    [{ label: "Zibeline" }, "nothing known is asked"],
    [{ label: "Chiffre d'affaires 2019" }, "another year"],
  ])("%o", (asked, why) => expect(explained([asked]).first?.because).toContain(why));

  test("a page that is not ours says which signs held", () => {
    const { told, first } = explained([{ label: "Ville" }], "Votre panier");
    expect(first?.because).toContain("the page is not a form of ours");
    expect(told.frames[0]?.why).toContain("-20 a shop");
  });
});

test("the text covers one page, or the controls that the words name", () => {
  const { told, text } = explained([{ label: "Ville", under: ["Suivi zingueur"] }]);
  expect(text).toContain("« Ville »");
  expect(text).toContain("non compris");
  const one = explanationText(told, "siret");
  expect(one).toContain("« SIRET »");
  expect(one).not.toContain("« Ville »");
});
