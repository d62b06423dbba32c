/** Counting predictions: what is right, missed, wrong, and left alone rightly. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { countsOf, detectionOf, isWanted, verdictOf } from "../../scripts/evaluation/count.ts";
import { EvaluationError, labelledPages } from "../../scripts/evaluation/labels.ts";
import { evaluationOf, textOf } from "../../scripts/evaluation/report.ts";

describe("verdicts", () => {
  test.each([
    ["the field itself", { field: "siret" }, "siret", "right"],
    ["another answer that is right too", { field: "contactNom", acceptable: ["dirigeantNom"] }, "dirigeantNom", "right"],
    ["nothing, for a field", { field: "siret" }, "none", "missed"],
    ["another field", { field: "siret" }, "siren", "wrong"],
    ["nothing, where leaving alone is right too", { field: "siret", optional: true }, "none", "leftAlone"],
    ["nothing, where that is another right answer", { field: "lot", acceptable: ["none"] }, "none", "leftAlone"],
    ["another field, though leaving alone is right too", { field: "lot", acceptable: ["none"], optional: true }, "siret", "wrong"],
    ["nothing, where nothing is wanted", { field: "none" }, "none", "leftAlone"],
    ["anything, where nothing is wanted", { field: "none" }, "raisonSociale", "wrong"],
    ["a field that is tolerated where nothing is wanted", { field: "none", acceptable: ["contactEmail"] }, "contactEmail", "right"],
    ["anything in a password", { field: "password" }, "contactEmail", "wrong"],
    ["a password left alone", { field: "password" }, "none", "leftAlone"],
    ["a sworn statement left alone", { field: "declarationHonneur" }, "none", "leftAlone"],
    ["a sworn statement ticked", { field: "declarationHonneur" }, "declarationHonneur", "wrong"],
    ["nobody says", {}, "siret", "unlabelled"],
  ] as const)("%s", (_case, label, predicted, verdict) => {
    expect(verdictOf({ ...label, acceptable: "acceptable" in label ? [...label.acceptable] : [] }, predicted)).toBe(verdict);
  });
});

test("what may be proposed at most is wrong by one click, and right once the person accepts it", () => {
  const label = { field: "siret", optional: true, atMost: "proposed" } as const;
  expect(verdictOf(label, "siret", "sure")).toBe("wrong");
  expect(verdictOf(label, "siret", "proposed")).toBe("right");
  expect(verdictOf(label, "none")).toBe("leftAlone");
});

test("precision is a share of what was predicted, recall of what was wanted; with nothing to count there is no share", () => {
  const judged = [
    { verdict: "right", wanted: true, tier: "sure" },
    { verdict: "right", wanted: true, tier: "proposed" },
    { verdict: "missed", wanted: true, tier: "sure" },
    { verdict: "wrong", wanted: true, tier: "proposed" },
    { verdict: "wrong", wanted: false, tier: "proposed" },
    { verdict: "leftAlone", wanted: false, tier: "sure" },
    { verdict: "unlabelled", wanted: false, tier: "sure" },
  ] as const;
  expect(countsOf(judged)).toEqual({
    right: 2,
    missed: 1,
    wrong: 2,
    leftAlone: 1,
    sure: { right: 1, wrong: 0, precision: 1 },
    proposed: { right: 1, wrong: 2, precision: 1 / 3 },
    precision: 0.5,
    recall: 0.5,
  });
  expect(countsOf([])).toMatchObject({ precision: null, recall: null });
  expect([isWanted({ field: "siret" }), isWanted({ field: "password" }), isWanted({})]).toEqual([true, false, false]);
});

test("detection is judged only where labels say what is expected", () => {
  const pages = [
    { detected: true, expected: true },
    { detected: true, expected: false },
    { detected: false, expected: undefined },
  ];
  expect(detectionOf(pages)).toEqual({ right: 1, wrong: 1 });
});

test("a report holds each control with its selector as it was given, and each disagreement with its reasons", () => {
  const label = { selector: "#a", field: "siret", frame: "#cadre" };
  const clue = { from: "label:for", text: "N° SIREN", target: "siren", weight: 2 } as const;
  const labelled = [{ slug: "p", labels: { expectDetected: true, controls: [label] } }];
  const read = [
    { slug: "p", detected: true, why: [], consultation: null, predictions: [{ label, predicted: "siren", isThere: true, clues: [clue] }] },
  ];
  expect(evaluationOf(labelled, read)).toMatchObject({
    pages: [{ slug: "p", detected: true, controls: [{ selector: "#a", frame: "#cadre", field: "siret", predicted: "siren" }] }],
    totals: { pages: 1, detection: { right: 1, wrong: 0 }, controls: { right: 0, missed: 0, wrong: 1 } },
  });
  expect(textOf(labelled, read)).toContain("attendu siret, lu siren\n    label:for « N° SIREN » → siren (2)");
});

test("a report holds the consultation that each page tells, an untold part as null", () => {
  const told = {
    portal: "",
    url: "http://localhost/p",
    reference: "A-1",
    objet: "Toiture",
    acheteurNom: "Ville",
    dateLimite: "2026-12-15T12:00:00+01:00",
  };
  const page = { slug: "p", detected: true, why: [], predictions: [] };
  const doubt = { why: "otherClock", said: "heure locale", written: "15/12/2026 12:00, heure locale" } as const;
  const read = [
    { ...page, consultation: { ...told, lots: [{ numero: "1" }] } },
    { ...page, consultation: { portal: "", url: "", objet: "Toiture", doubt } },
    { ...page, consultation: null },
  ];
  expect(evaluationOf([], read).pages.map(({ consultation }) => consultation)).toEqual([
    { deadline: told.dateLimite, doubt: null, reference: "A-1", title: "Toiture", buyer: "Ville", lots: [{ numero: "1" }] },
    { deadline: null, doubt, reference: null, title: "Toiture", buyer: null, lots: [] },
    null,
  ]);
});

test("labels may be absent or only list selectors; a file of another format is refused by name", () => {
  const directory = mkdtempSync(join(tmpdir(), "pli-pret-labels-"));
  const write = (path: string, text: string) => writeFileSync(join(directory, path), text);
  try {
    expect(() => labelledPages(directory)).toThrow(EvaluationError);
    mkdirSync(join(directory, "pages"));
    mkdirSync(join(directory, "labels"));
    expect(() => labelledPages(directory)).toThrow("Aucune page");
    write("pages/nue.html", "<p>");
    write("pages/listee.html", "<p>");
    write("labels/listee.json", '{"controls":[{"selector":"#a","note":"x"}]}');
    expect(labelledPages(directory)).toEqual([
      { slug: "listee", labels: { controls: [{ selector: "#a" }] } },
      { slug: "nue", labels: null },
    ]);
    write("labels/listee.json", '{"atMost":"proposed","controls":[{"selector":"#a"},{"selector":"#b","field":"siret"}]}');
    expect(labelledPages(directory)[0]?.labels).toEqual({
      controls: [
        { selector: "#a", atMost: "proposed" },
        { selector: "#b", field: "siret", atMost: "proposed" },
      ],
    });
    write("labels/listee.json", '{"controls":[{"field":"siret"}]}');
    expect(() => labelledPages(directory)).toThrow("listee.json");
    write("labels/listee.json", "{");
    expect(() => labelledPages(directory)).toThrow("n'est pas du JSON");
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
