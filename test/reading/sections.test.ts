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

describe("a table where a sentence says whose a row is", () => {
  const rows = (caption: string) =>
    plain(
      read(
        evidenceOf(
          "Candidature en groupement à la consultation",
          [0, 1, 2].flatMap((row) =>
            ["Dénomination", "SIRET", "Part (%)"].map(
              (column): Asked => ({ label: { "table:column": column }, row, caption, under: ["Membres du groupement"] }),
            ),
          ),
        ),
      ),
    );

  test("the first row is the candidate's, the others stay untouched", () => {
    for (const caption of [
      "La première ligne est la vôtre.",
      "Inscrivez votre entreprise (mandataire) sur la première ligne.",
      "The first row is yours.",
    ])
      expect(rows(caption)).toEqual(["raisonSociale", "siret", ...Array(7).fill("-")]);
    for (const caption of ["La première ligne est un exemple.", "Une ligne par membre.", ""])
      expect(rows(caption)).toEqual(Array(9).fill("-"));
  });
});

describe("a market of a trade that is elsewhere another party's", () => {
  const asked = (titles: readonly string[], main: string) =>
    plain(
      read(
        evidenceOf(
          main,
          titles.flatMap((title) =>
            ["Nom", "SIRET", "Code postal"].map((label): Asked => ({ label: label === "Nom" ? title : label, under: [title] })),
          ),
        ),
      ),
    );

  test("is the candidate's, alone over a SIRET", () => {
    for (const [title, main] of [
      ["Transporteur", "Candidature au marché de transport scolaire"],
      ["L'organisme de formation", "Accord-cadre « formations bureautiques » : candidature"],
    ] as const)
      expect(asked([title], main)).toEqual(["raisonSociale", "siret", "codePostal"]);
  });

  test("is another's beside a candidate, beside another trade, or where nobody answers a market", () => {
    expect(asked(["Entreprise", "Transporteur"], "Candidature au marché").slice(3)).toEqual(["-", "-", "-"]);
    expect(asked(["Assureur", "Courtier"], "Candidature au marché d'assurances")).toEqual(Array(6).fill("-"));
    expect(asked(["Transporteur"], "Suivi d'une livraison")).toEqual(["-", "-", "-"]);
  });
});

test("the buyer's name over a whole page is not whose its blocks are", () => {
  const asked = (over: string) =>
    read(
      evidenceOf("Candidature", [
        ...COMPANY.map((one) => ({ ...one, under: ["1. L'entreprise", over] })),
        { label: "Nom", under: ["2. Le signataire", over] },
      ]),
    ).at(-1);
  expect(asked("Maître d'ouvrage : Habitat de la Sarrelle")).toMatch(/^dirigeantNom/);
  expect(asked("Coordonnées du maître d'ouvrage")).toBe("-");
});

test("a slot for like works asks the references, unless others certify them; a template beside takes nothing away", () => {
  const slot = (title: string, label: Asked["label"]) =>
    plain(read(evidenceOf("Candidature à la consultation", [...COMPANY, { label, under: [title], type: "file", input: "file" }]))).at(-1);
  expect(slot("Livraisons comparables", "Parcourir")).toBe("document.references");
  expect(slot("Pièces", "Chantiers similaires (5 ans)")).toBe("document.references");
  expect(slot("Pièces", "Certificat de mes clients pour des chantiers similaires")).not.toBe("document.references");
  expect(slot("Pièces", { "label:for": "Modèle à jour", block: "Formulaire DC1" })).toBe("document.dc1");
  expect(slot("Pièces", "Modèle de bordereau de prix")).toBe("-");
});

test("a row that says itself whose it is stays sure under a sentence that says so too", () => {
  const caption = "La première ligne est celle du mandataire : vous.";
  const cells = [
    { "table:row": "Candidat / mandataire", "table:column": "SIRET" },
    { "table:row": "Cotraitant", "table:column": "SIRET" },
  ].map((label, row): Asked => ({ label, row, caption }));
  expect(read(evidenceOf("Candidature à la consultation", [{ label: "Raison sociale" }, ...cells]))).toEqual([
    "raisonSociale",
    "siret",
    "-",
  ]);
});

test("a rank counted from nought in a name is no year", () => {
  const rows = [0, 1, 2].flatMap((rank) =>
    ["Année", "CA total"].map(
      (column): Asked => ({
        label: { "table:column": column },
        row: rank,
        name: `ca[${rank}][${column}]`,
        under: ["Chiffre d'affaires (k€ HT)"],
      }),
    ),
  );
  const asked = plain(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...rows])).slice(2));
  expect(asked.filter((one) => one.startsWith("chiffre"))).toEqual(["chiffreAffairesN1", "chiffreAffairesN2", "chiffreAffairesN3"]);
});

test("a row that names a person is asked by its columns", () => {
  const cells = ["Nom", "Prénom", "Courriel"].map(
    (column): Asked => ({ label: { "table:row": "Responsable du marché", "table:column": column }, row: 0, under: ["Interlocuteurs"] }),
  );
  expect(plain(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...cells])).slice(2))).toEqual([
    ...["contactNom", "contactPrenom", "contactEmail"],
  ]);
});
