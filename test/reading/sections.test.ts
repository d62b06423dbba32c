/** Cards whose title is the question, tables whose columns are years, sections that speak of others: in small pages. */
import { describe, expect, test } from "vitest";
import { type Asked, evidenceOf, read } from "./evidence.ts";

const COMPANY: readonly Asked[] = [{ label: "SIRET" }, { label: "Raison sociale" }];
const plain = (all: readonly string[]) => all.map((one) => one.replace("?", ""));

describe("a card whose title is the question", () => {
  const cards = (asked: readonly (readonly [string, string, Partial<Asked>?])[], over: readonly string[] = []) =>
    read(
      evidenceOf("Compléments à votre candidature", [
        { label: "Courriel" },
        ...COMPANY,
        ...asked.map(([title, label, more]): Asked => ({ label, under: [title, ...over], ...more })),
      ]),
    ).slice(3);

  test("gives its name to the only box in it, whose caption is « Votre réponse »", () => {
    expect(
      cards([
        ["1. Forme juridique", "Votre réponse"],
        ["Chiffre d'affaires global 2025 (HT)", "Réponse"],
        ["Élément 3 sur 6 — Numéro de TVA intracommunautaire", "Votre réponse"],
        ["Question 4 : code NAF", "À compléter"],
      ]),
    ).toEqual(["formeJuridique?", "chiffreAffairesN1?", "tvaIntracommunautaire?", "codeNaf?"]);
  });

  test("says nothing of a price, of another company, of what is not known, nor of one box among several", () => {
    expect(
      cards([
        ["Montant de votre offre après remise", "Votre réponse"],
        ["SIRET du sous-traitant proposé", "Votre réponse"],
        ["Votre organisation en cas d'urgence", "Votre réponse"],
        ["Chiffre d'affaires de la société mère", "Réponse"],
        ["Forme juridique", "Votre réponse"],
        ["Forme juridique", "Votre commentaire"],
      ]),
    ).toEqual(["-", "-", "-", "-", "-", "-"]);
  });

  test("is the candidate's under the buyer's message that asks for it", () => {
    const slot: Partial<Asked> = { type: "file", input: "file" };
    for (const over of ["Message de l'acheteur du 12 novembre", "Questions du pouvoir adjudicateur"])
      expect(
        plain(
          cards(
            [
              ["Élément 1 sur 2 — Forme juridique", "Votre réponse"],
              ["Élément 2 sur 2 — Attestation de régularité fiscale", "Parcourir", slot],
            ],
            [over],
          ),
        ),
      ).toEqual(["formeJuridique", "document.attestationFiscale"]);
    expect(cards([["Forme juridique", "Votre réponse"]], ["Coordonnées de l'acheteur"])).toEqual(["-"]);
  });
});

describe("columns that are years", () => {
  const table = (columns: readonly string[], rows: readonly string[], under = "Capacité financière") =>
    plain(
      read(
        evidenceOf("Candidature à la consultation", [
          ...COMPANY,
          ...rows.flatMap((row, at) =>
            columns.map((column): Asked => ({ label: { "table:row": row, "table:column": column }, row: at, under: [under] })),
          ),
        ]),
      ).slice(2),
    );
  const TURNOVERS = ["chiffreAffairesN1", "chiffreAffairesN2", "chiffreAffairesN3"];

  test("in whatever words a year is closed", () => {
    for (const year of ["FY ended", "Year ended 31/12/", "Exercice clos en", "Clos le 30/06/", "Financial year ending 31 December"])
      for (const row of ["Chiffre d'affaires net (€ HT)", "Net turnover, whole company (EUR)", "Overall turnover (thousand EUR)"])
        expect(
          table(
            [2025, 2024, 2023].map((one) => `${year} ${one}`),
            [row],
          ),
        ).toEqual(TURNOVERS);
  });

  test("a row of what is not known asks nothing, nor the part of the market, nor a year that is not closed", () => {
    const columns = ["FY ended 2025", "FY ended 2024"];
    expect(
      table(columns, ["of which port services", "dont restauration", "Price of the offer", "Turnover in the area of the contract"]),
    ).toEqual(Array(8).fill("-"));
    expect(table(["FY ended 2021", "FY ending 2027"], ["Net turnover"])).toEqual(["-", "-"]);
  });

  test("the title says the thing where a row says the whole", () => {
    const columns = ["2025", "2024", "2023"];
    expect(table(columns, ["Toutes activités"], "Chiffre d'affaires HT")).toEqual(TURNOVERS);
    expect(table(columns, ["Total"], "Chiffre d'affaires global")).toEqual(TURNOVERS);
    expect(table(columns, ["Cadres", "Ensemble du personnel"], "Effectifs moyens annuels").slice(3)).toEqual([
      ...["effectif", "effectifMoyenN2", "effectifMoyenN3"],
    ]);
    expect(table(columns, ["Total"], "Votre offre")).toEqual(["-", "-", "-"]);
    expect(table(columns, ["Total"], "Références")).toEqual(["-", "-", "-"]);
  });

  test("rows of years tell them under a turnover in other words", () => {
    const cells = [2025, 2024].flatMap((year, row) =>
      ["Chiffre d'affaires net (€ HT)", "Part export (%)"].map(
        (column): Asked => ({ label: { "table:row": String(year), "table:column": column }, row, under: ["Capacité économique"] }),
      ),
    );
    expect(plain(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...cells])).slice(2))).toEqual([
      ...["chiffreAffairesN1", "-", "chiffreAffairesN2", "-"],
    ]);
  });
});

describe("sections of a page that is ours", () => {
  test("« Sous-traitants » over some of it is no list that a back office keeps", () => {
    const asked = (title: string) =>
      plain(
        read(
          evidenceOf(
            title,
            [
              ...COMPANY.map((one) => ({ ...one, under: ["Votre entreprise"] })),
              ...["Raison sociale", "SIRET"].map((label) => ({ label, under: ["Sous-traitants"] })),
            ],
            { headings: [title, "Votre entreprise", "Sous-traitants"] },
          ),
        ),
      );
    expect(asked("Votre candidature : réfection des trottoirs")).toEqual(["siret", "raisonSociale", "-", "-"]);
    expect(asked("Sous-traitants")).toEqual(["-", "-", "-", "-"]);
    expect(asked("Dossier")).toEqual(["-", "-", "-", "-"]);
  });

  test("« Composition de l'équipe » holds the column of whoever answers, and no person's", () => {
    const rows = ["Dénomination", "Siret", "Code postal", "Nom du chef de projet"];
    const cells = rows.flatMap((row, at) =>
      ["Vous-même (mandataire)", "Membre 2"].map(
        (column): Asked => ({ label: { "table:row": row, "table:column": column }, row: at, under: ["Composition de l'équipe"] }),
      ),
    );
    expect(plain(read(evidenceOf("Maîtrise d'œuvre : candidature", cells)))).toEqual([
      ...["raisonSociale", "-", "siret", "-", "codePostal", "-", "-", "-"],
    ]);
    const own = rows.slice(0, 2).map((label): Asked => ({ label, under: ["Équipe dédiée"] }));
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...own])).slice(2)).toEqual(["-", "-"]);
  });
});
