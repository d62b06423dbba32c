/** Pages made to keep the background busy: a page four times as long costs four times as much, not sixteen times. */
import { describe, expect, test } from "vitest";
import { Question } from "../../src/messages/question.ts";
import { finish } from "../../src/page/slices.ts";
import { judgementSteps } from "../../src/reading/judge.ts";
import { type Asked, evidenceOf } from "./evidence.ts";
import { workOf } from "./work.ts";

const LONGEST = 240;
/** Of the same words, and yet no two are the same text: none is remembered from another. */
const repeated = (word: string, n: number) => `${n} ${word.repeat(LONGEST)}`.slice(0, LONGEST);

const PAGES: readonly (readonly [string, (n: number) => Asked])[] = [
  ["turnovers without a year", (n) => ({ label: `Chiffre d'affaires ${n}x`, under: ["Capacité économique"] })],
  ["turnovers of one block", () => ({ label: "Chiffre d'affaires", under: ["Capacité économique"] })],
  ["names of persons", (n) => ({ label: `Nom ${n}`, under: ["Candidat"] })],
  ["slots under one title", () => ({ label: "Parcourir", type: "file", under: ["Dossier de candidature"] })],
  ["a phrase said without end", (n) => ({ label: repeated("nom du dirigeant ", n) })],
  ["a word said without end", (n) => ({ label: repeated("adresse ", n) })],
  ["brackets that are never closed", (n) => ({ label: repeated("(avec ", n) })],
  ["one-letter words", (n) => ({ label: repeated("n ", n) })],
  ["questions", (n) => ({ label: `${repeated("quel est votre siret ", n).slice(0, LONGEST - 2)} ?` })],
  ["long titles", (n) => ({ label: `SIRET ${n}`, under: [repeated("sous-traitant ", n), repeated("cotraitant ou ", n)] })],
];

const workOn = (asked: (n: number) => Asked, controls: number) => {
  const evidence = evidenceOf(
    "Candidature",
    Array.from({ length: controls }, (_, n) => asked(n)),
  );
  return workOf(() => finish(judgementSteps({ evidence, portal: null, exceptions: [] }, 2026)));
};

describe("a page made to keep the background busy", () => {
  test.each(PAGES)("of %s", (_, asked) => {
    workOn(asked, 10);
    const [one, four] = [workOn(asked, 200), workOn(asked, 800)];
    expect(four / one).toBeLessThan(5);
  });
});

test("a question larger than any page asks is refused before anything is decided", () => {
  const options = Array.from({ length: 300 }, () => ({ value: "x".repeat(2_000), text: "" }));
  const questionOf = (controls: number) => {
    const asked = Array.from({ length: controls }, () => ({ label: "Pays", type: "select", options }) as const);
    return { evidence: evidenceOf("Candidature", asked), portal: null, exceptions: [] };
  };
  expect(Question.safeParse(questionOf(19)).success).toBe(true);
  expect(Question.safeParse(questionOf(21)).success).toBe(false);
});
