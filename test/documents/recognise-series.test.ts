/** Papers of other wordings: what each is and its dates, and nothing taken that must be asked about. */
import { describe, expect, it } from "vitest";
import { recognise } from "../../src/documents/recognise/recognise.ts";
import type { DateField } from "../../src/domain/validity.ts";
import { ELEVENTH_SERIES } from "./recognise-eleventh-sight.ts";
import { FIFTH_SERIES, FOURTH_SERIES, SEVENTH_SERIES, SIXTH_SERIES } from "./recognise-first-sight.ts";
import { EIGHTH_SERIES, NINTH_SERIES } from "./recognise-later-sight.ts";
import { FIRST_SERIES, SECOND_SERIES, THIRD_SERIES } from "./recognise-series.ts";
import { TENTH_SERIES } from "./recognise-tenth-sight.ts";
import { THIRTEENTH_SERIES } from "./recognise-thirteenth-sight.ts";
import { TWELFTH_SERIES } from "./recognise-twelfth-sight.ts";

const EXPECTED = { siren: "913456786", names: ["BRUN COUVERTURE"], today: "2026-11-25" };
const PAPERS = [
  FIRST_SERIES,
  SECOND_SERIES,
  THIRD_SERIES,
  FOURTH_SERIES,
  FIFTH_SERIES,
  SIXTH_SERIES,
  SEVENTH_SERIES,
  EIGHTH_SERIES,
  NINTH_SERIES,
  TENTH_SERIES,
  ELEVENTH_SERIES,
  TWELFTH_SERIES,
  THIRTEENTH_SERIES,
].flatMap((series) => Object.entries(series));

describe("papers of other wordings", () => {
  it.each(PAPERS.filter(([, { kind }]) => kind !== null))("%s: its kind and dates are read, or none", (_, { kind, dates = {}, lines }) => {
    const read = recognise({ pages: [lines], layer: "printed" }, EXPECTED);
    expect(read.kind?.value).toBe(kind);
    for (const [field, day] of Object.entries(dates)) {
      const reading = read.dates[field as DateField];
      expect(reading?.value ?? day).toBe(day);
    }
  });

  it.each(PAPERS.filter(([, { kind }]) => kind === null))("%s is asked about", (_, { lines }) => {
    expect(recognise({ pages: [lines], layer: "printed" }, EXPECTED).asks).not.toEqual([]);
  });

  it("have nearly all their dates read", () => {
    const wanted = PAPERS.flatMap(([, { kind, dates = {}, lines }]) =>
      kind === null ? [] : Object.entries(dates).map(([field, day]) => ({ field, day, lines })),
    );
    const read = wanted.filter(
      ({ field, day, lines }) => recognise({ pages: [lines], layer: "printed" }, EXPECTED).dates[field as DateField]?.value === day,
    );
    expect(wanted.length - read.length).toBe(4);
  });

  it("are mostly taken without a question where they attest", () => {
    const honest = PAPERS.filter(([, { kind }]) => kind !== null);
    const taken = honest.filter(([, { lines }]) => recognise({ pages: [lines], layer: "printed" }, EXPECTED).asks.length === 0);
    expect(taken.length / honest.length).toBeGreaterThan(0.85);
  });
});

describe("beside what the eleventh series says", () => {
  const read = (name: string, from: string | RegExp, to: string) =>
    recognise({ pages: [(ELEVENTH_SERIES[name]?.lines ?? []).map((line) => line.replace(from, to))], layer: "printed" }, EXPECTED);

  it.each([
    ["an amount due in an establishment's row", "urssaf, plusieurs établissements", "10 120 €", "reste dû 10 120 €"],
    ["a last column of another name", "urssaf, plusieurs établissements", "Masse salariale du mois", "Solde"],
    ["a column more", "urssaf, plusieurs établissements", "29 450 €", "29 450 €     4 210 €"],
    ["an exception", "msa, employeur de main d'œuvre", "au 30/09/2026", "au 30/09/2026 à l'exception de la CSG"],
    ["a withdrawal in English", "iso 9001, in english", "Certificate number: FR-QMS-10442", "Certificate number FR-QMS-10442 withdrawn"],
    ["a day in words that its figures deny", "dgfip, ancien 3666", "(14/10/2026)", "(15/10/2026)"],
  ])("%s is asked about", (_, name, from, to) => {
    expect(read(name, "no such words", "").asks).toEqual([]);
    expect(read(name, from, to).asks).not.toEqual([]);
  });

  it.each([
    ["quatorze octobre 2026 (14/10/2026)", "2026-10-14"],
    ["premier octobre deux mille vingt-six", "2026-10-01"],
    ["vingt et un octobre 2026", "2026-10-21"],
    ["trente-et-un août deux mille vingt-six", "2026-08-31"],
    ["dix-sept octobre 2026", "2026-10-17"],
  ])("a day in words, « %s », is read", (words, day) => {
    const { dates } = read("dgfip, ancien 3666", /quatorze octobre.*/, words);
    expect(dates.issuedOn).toMatchObject({ value: day, confidence: "sure" });
  });
});

describe("beside what the twelfth series says", () => {
  const read = (name: string, from: string, to: string) =>
    recognise({ pages: [(TWELFTH_SERIES[name]?.lines ?? []).map((line) => line.replace(from, to))], layer: "printed" }, EXPECTED);

  it.each([
    ["sums that are not paid", "régularité fiscale d'un micro-entrepreneur", "et acquitté les", "et n'a pas acquitté les"],
    ["sums that remain", "régularité fiscale d'un micro-entrepreneur", "à ce titre.", "à ce titre, hormis la cotisation foncière."],
    ["sums to pay", "régularité fiscale d'un micro-entrepreneur", "et acquitté les", "et doit acquitter les"],
    ["another paper under a postal code", "opqibi, certificat", "1331   Étude thermique", "35000   Notification de retrait"],
    ["a request", "salariés étrangers, état néant", "Attestation relative", "Demande d'attestation relative"],
  ])("%s: it is asked about", (_, name, from, to) => {
    expect(read(name, "no such words", "").asks).toEqual([]);
    expect(read(name, from, to).asks).not.toEqual([]);
  });
});

describe("beside what the thirteenth series says", () => {
  const read = (name: string, from: string, to: string) =>
    recognise({ pages: [(THIRTEENTH_SERIES[name]?.lines ?? []).map((line) => line.replace(from, to))], layer: "printed" }, EXPECTED);

  it.each([
    [
      "a financial guarantee",
      "rc professionnelle, bureau d'études, avis d'échéance à part",
      "Responsabilité civile p",
      "Garantie financière p",
    ],
    ["a guarantee that is not given", "rc professionnelle, bureau d'études, avis d'échéance à part", "est acquise", "n'est pas acquise"],
    ["a file that is being examined", "msa, bloc entreprise", "N° de dossier : 2026 10 774 120", "Dossier en cours d'instruction"],
    ["a company that finds itself late", "cibtp, région, congés et intempéries", "se trouve à jour", "se trouve en retard"],
  ])("%s: it is asked about", (_, name, from, to) => {
    expect(read(name, "no such words", "").asks).toEqual([]);
    expect(read(name, from, to).asks).not.toEqual([]);
  });

  it("another insurance is proposed, with its dates, and never taken without a question", () => {
    const { kind, dates, asks } = read("multirisque professionnelle, une période", "no such words", "");
    expect(kind).toMatchObject({ value: "assurance", confidence: "unsure" });
    expect(dates.validUntil?.value).toBe("2026-12-31");
    expect(asks.map(({ about }) => about)).toContain("kind");
  });
});

describe("what a tax office says of a company", () => {
  const saying = (...said: readonly string[]) =>
    recognise(
      {
        pages: [
          ["DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES", "ATTESTATION DE RÉGULARITÉ FISCALE", ...said, "Fait à Rennes, le 9 novembre 2026"],
        ],
        layer: "printed",
      },
      EXPECTED,
    );
  const COMPANY = "BRUN COUVERTURE, SIREN 913 456 786, est à jour de ses obligations fiscales";

  it("is taken when nothing more is said, with the day on the next line", () => {
    const { dates, asks } = saying(`${COMPANY}.`);
    expect(dates.issuedOn).toMatchObject({ value: "2026-11-09", confidence: "sure" });
    expect(asks).toEqual([]);
  });

  it.each([
    ["a reservation", `${COMPANY}, sauf la TVA.`],
    ["a reservation that denies", `${COMPANY}, sauf la TVA qui n'est pas payée.`],
    ["a denial in another sentence", `${COMPANY}.`, "La cotisation de l'année 2025 n'est pas acquittée."],
    ["what is no longer so, under a condition", `${COMPANY}.`, "En cas de contrôle, elle ne remplit plus ses obligations."],
  ])("is asked about with %s", (_, ...said) => {
    expect(saying(...said).asks.map(({ about }) => about)).toContain("kind");
  });
});
