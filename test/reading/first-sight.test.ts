/** Faults that pages seen for the first time have shown, each as its kind. */
import { describe, expect, test } from "vitest";
import { decide } from "../../src/reading/decide.ts";
import { type Asked, evidenceOf, read } from "./evidence.ts";

const COMPANY: readonly Asked[] = [{ label: "SIRET" }, { label: "Raison sociale" }];

describe("on a page of a candidature", () => {
  test("a column that is a year asks what its row says, and nothing where the row is not understood", () => {
    const cell = (row: string, column: string): Asked => ({
      label: { "table:row": row, "table:column": column },
      under: ["Capacité économique du candidat"],
    });
    const years = ["Dernier exercice clos", "Exercice N-2", "Exercice N-3"];
    const rows = (row: string) =>
      read(evidenceOf("Candidature à la consultation", [...COMPANY, ...years.map((year) => cell(row, year))])).slice(2);
    expect(rows("Zingage global HT")).toEqual(["-", "-", "-"]);
    expect(rows("Volume d'affaires global HT")).toEqual(["chiffreAffairesN1", "chiffreAffairesN2", "chiffreAffairesN3"]);
  });

  test("average headcounts are the company's, though their block speaks of its means", () => {
    const cell = (year: string): Asked => ({
      label: { "table:row": "Effectifs moyens annuels", "table:column": year },
      under: ["Moyens humains"],
    });
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, cell("N-1"), cell("N-2")])).slice(2)).toEqual([
      "effectif",
      "effectifMoyenN2",
    ]);
  });

  test("of a title that is a path, the last step says whose it is", () => {
    const under = ["Ville de Zing (pouvoir adjudicateur) › Remettre une offre › Renseignements du soumissionnaire"];
    expect(
      read(
        evidenceOf("Consultation 26-14", [
          { label: "SIRET", under },
          { label: "Courriel", under },
        ]),
      ),
    ).toEqual(["siret", "contactEmail"]);
  });

  test("the person to whom buyers turn is the company's", () => {
    const under = ["La personne à qui nos acheteurs s'adresseront"];
    const person = ["Nom", "Prénom", "Courriel"].map((label): Asked => ({ label, under }));
    expect(read(evidenceOf("Faites-vous connaître du service des marchés", [...COMPANY, ...person])).slice(2)).toEqual([
      "contactNom",
      "contactPrenom",
      "contactEmail",
    ]);
  });

  test("a quote that one obtains is sold, whatever company it asks", () => {
    const asked = ["Société", "Adresse", "Code postal", "Ville", "Téléphone"].map((label): Asked => ({ label, under: ["Enlèvement"] }));
    for (const title of ["Obtenez une cotation", "Demandez un devis", "Recevez votre tarif"])
      expect(read(evidenceOf(title, [{ label: "SIRET" }, ...asked]))).toEqual(Array.from({ length: 6 }, () => "-"));
  });

  test("what allows a company to insure is not an insurance", () => {
    const slot = (label: string): Asked => ({ label, type: "file", input: "file" });
    const slots = ["Agrément ACPR de l'organisme assureur", "Inscription ORIAS (courtiers d'assurances)", "Attestation d'assurance"].map(
      slot,
    );
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...slots])).slice(2)).toEqual([
      "document.autre?",
      "document.autre?",
      "document.assurance",
    ]);
  });

  test("a body whose trade is research searches nothing", () => {
    const asked = ["Société", "SIREN", "Ville du siège", "Nombre de salariés", "Chiffre d'affaires 2025"].map(
      (label): Asked => ({ label }),
    );
    const isTaken = (title: string) => read(evidenceOf(title, asked)).some((one) => one !== "-");
    for (const title of [
      "Demande d'information – Microscopie – Institut de recherche d'Arvelle",
      "Consultation du Centre national de la recherche de Brévance",
      "Fournisseurs de l'unité mixte de recherche d'Oléac : déclaration du candidat",
    ])
      expect([title, isTaken(title)]).toEqual([title, true]);
    for (const title of ["Recherche de fournisseurs", "Moteur de recherche d'entreprises", "Rechercher des candidats"])
      expect([title, isTaken(title)]).toEqual([title, false]);
  });

  test("the form's own name, at the head of all names, names no piece", () => {
    const named = (label: string, name: string): Asked => ({ label, name: `candidature[${name}]` });
    const slot: Asked = { ...named("Dernier rapport d'activité", "ra"), type: "file", input: "file" };
    const fields = [named("Raison sociale", "rs"), named("SIRET", "siret"), named("Code postal", "cp"), named("Ville", "ville")];
    expect(read(evidenceOf("Répondre à la consultation", [...fields, slot])).at(-1)).toBe("document.autre?");
    const alone: Asked = { label: "Parcourir", name: "candidature", type: "file", input: "file" };
    expect(read(evidenceOf("Répondre à la consultation", [...COMPANY, alone])).at(-1)).toBe("document.candidature");
  });

  test("the title of who represents the company is the capacity; a list of civilities is not", () => {
    const under = ["Représentant légal"];
    const options = ["Mme", "M."].map((text) => ({ value: text, text }));
    const asTitle = (title: Asked) =>
      read(evidenceOf("Candidature à la consultation", [...COMPANY, { label: "Nom", under }, { label: "Prénom", under }, title])).at(-1);
    for (const label of ["Titre", "À quel titre (gérance, présidence…) ?", "Son titre : présidente, gérant…"])
      expect(asTitle({ label, under })?.replace("?", "")).toBe("dirigeantQualite");
    expect(asTitle({ label: "Titre", under, type: "select", input: "select", options })).toBe("-");
  });

  test("a year under a title of its own asks the amount that the next title names", () => {
    const cell = (year: string): Asked => ({
      label: { "table:row": year },
      under: [year, "Chiffres d'affaires (hors T.V.A., trois derniers exercices)"],
    });
    const asked = ["Exercice 2025 *", "Exercice 2024 *"].map(cell);
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...asked])).slice(2)).toEqual([
      "chiffreAffairesN1",
      "chiffreAffairesN2",
    ]);
  });

  test.each([
    ["Dernier exercice clos", "Exercice N-2"],
    ["Dernier exercice clos / Last closed financial year", "Exercice N-2 / Year N-2"],
  ])("« %s » and « %s » under a turnover ask it, unless another box does", (...years) => {
    const under = ["Chiffre d'affaires HT (€)"];
    const asked = (labels: readonly string[]) =>
      read(evidenceOf("Candidature à la consultation", [...COMPANY, ...labels.map((label): Asked => ({ label, under }))])).slice(2);
    expect(asked(years)).toEqual(["chiffreAffairesN1", "chiffreAffairesN2"]);
    expect(
      asked([...years, "Chiffre d'affaires"])
        .slice(0, 2)
        .filter((one) => one.startsWith("chiffre")),
    ).toEqual([]);
  });

  test("« Exercice clos en » asks the year of the closing day, « clos le » the day", () => {
    const parts = (column: string) => {
      const cell: Asked = { label: { "table:row": "Avant-dernier", "table:column": column }, row: 1, under: ["Chiffre d'affaires"] };
      const page = evidenceOf("Candidature à la consultation", [...COMPANY, cell]);
      const [last] = decide(page, { exceptions: new Map(), isPortal: false, thisYear: 2026 }).controls.slice(-1);
      return [last?.resolved.target, last?.resolved.part];
    };
    expect(parts("Exercice clos en")).toEqual(["exerciceFinN2", { piece: "year" }]);
    expect(parts("Exercice clos le")).toEqual(["exerciceFinN2", undefined]);
  });

  test("the name of a local authority over the page is who receives, « Collectivité » over a block is another party", () => {
    const under = (...titles: string[]) =>
      read(evidenceOf("Candidature – MAPA 26-G-15", [...COMPANY, { label: "Courriel", under: titles }]))[2];
    expect(under("Contact", "Collectivité de l'Oyak – Guyane · Marchés publics")).toBe("contactEmail");
    expect(under("Collectivité")).toBe("-");
  });

  test("a box for a telephone whose label says « numéro » asks that, one whose label says another thing does not", () => {
    const box = (label: string): Asked => ({ label, input: "tel", under: ["Le correspondant pour ce marché"] });
    const asked = (label: string) => read(evidenceOf("Candidature à la consultation", [...COMPANY, box(label)]))[2];
    expect(asked("numéro")).toBe("contactTelephone?");
    expect(asked("Zingage")).toBe("-");
  });

  test("a search whose tip says so is one, whatever stands before it", () => {
    const box: Asked = { label: { "table:row": "Commune de Zing", title: "Rechercher sur le site" } };
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, box]))[2]).toBe("-");
  });

  test("who exhibits beside is another company", () => {
    const other: Asked = { label: "Raison sociale", under: ["Co-exposant"] };
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, other]))[2]).toBe("-");
  });

  test("a street or a place is the address, not what completes it", () => {
    const address = ["Numéro et rue, ou lieu-dit", "Code postal", "Ville"].map((label): Asked => ({ label }));
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...address]))[2]).toBe("adresseLigne1");
  });

  test("the account of who is subcontracted is not the candidate's", () => {
    const bank: Asked = { label: "IBAN", under: ["Prestations sous-traitées et paiement direct"] };
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, bank]))[2]).toBe("-");
  });

  test.each([
    ["Greffe où la société est immatriculée", "rcsVille"],
    ["Immatriculée le", "rneDateImmat"],
    ["Official name in full", "raisonSociale?"],
    ["Nom officiel", "raisonSociale"],
    ["Date d'immatriculation au RCS", "rneDateImmat"],
    ["Nom de la société titulaire", "raisonSociale"],
    ["Société titulaire du compte", "ribTitulaire"],
    ["SARL, SAS, artisan… ?", "formeJuridique?"],
  ])("« %s » asks %s", (label, target) => {
    expect(read(evidenceOf("Candidature à la consultation", [{ label: "SIRET" }, { label: "Code APE" }, { label }]))[2]).toBe(target);
  });

  test.each([
    ["Attestation de fourniture des déclarations et de paiement des cotisations", "document.attestationVigilance"],
    ["Bilan carbone", "-"],
  ])("the slot « %s » asks %s", (label, target) => {
    const slot: Asked = { label, type: "file", input: "file", under: ["Pièces à joindre"] };
    expect(read(evidenceOf("Candidature à la consultation", [{ label: "SIRET" }, { label: "Code APE" }, slot]))[2]).toBe(target);
  });

  test("the member of a group that is « votre société » is the candidate, whatever its number", () => {
    const block = (under: string) =>
      read(
        evidenceOf(
          "Candidature au marché 26-14",
          ["SIRET", "Raison sociale"].map((label): Asked => ({ label, under: [under] })),
        ),
      );
    expect(block("Membre 1 – mandataire du groupement : votre société").map((one) => one.replace("?", ""))).toEqual([
      "siret",
      "raisonSociale",
    ]);
    expect(block("Membre 2")).toEqual(["-", "-"]);
  });

  test("a company that one may have is another", () => {
    const asked: readonly Asked[] = [...COMPANY, { label: "Entreprise pressentie (nom, SIRET), si vous en avez une", under: ["Travaux"] }];
    expect(read(evidenceOf("Candidature à la consultation", asked))[2]).toBe("-");
  });

  test.each([
    "Attestation relative à l'obligation d'emploi des travailleurs handicapés",
    "Attestation OETH",
    "Certificat Agefiph",
    "Régularité au regard de l'emploi de personnes handicapées",
  ])("the slot « %s » asks for that, not for the certificate of social contributions", (label) => {
    const slot: Asked = { label, type: "file", input: "file", under: ["Pièces à joindre"] };
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, slot]))[2]).toBe("document.oeth");
  });
});

test("a name and where somebody lives, under titles that speak of no company, are nobody's candidature", () => {
  const asked = ["Nom", "Prénom", "E-mail", "Téléphone", "Adresse", "Code postal", "Ville"].map((label): Asked => ({ label }));
  const lead =
    "Nous consultons pour vous les entreprises : une consultation gratuite, des offres comparées, un appel d'offres à votre mesure.";
  expect(read(evidenceOf("Parlez-nous de votre zingage", asked, { lead })).filter((one) => one !== "-")).toEqual([]);
  expect(read(evidenceOf("Retrait du dossier de consultation", asked)).filter((one) => one !== "-")).toHaveLength(asked.length);
});

describe("faults of the twenty-second series, by kind", () => {
  const under = (label: string, ...titles: string[]): Asked => ({ label, under: titles });

  test("a buyer who asks is not the party of the block", () => {
    const title = "L'acheteur vous demande de compléter votre candidature";
    expect(read(evidenceOf("Candidature à la consultation", [under("Numéro de TVA", title), under("SIRET", title)]))[0]).not.toBe("-");
    expect(read(evidenceOf("Candidature à la consultation", [under("SIRET", "L'acheteur"), ...COMPANY]))[0]).toBe("-");
  });

  test("the company to which one entrusts a part is another", () => {
    const asked = [...COMPANY, under("SIRET", "L'entreprise à qui vous confiez des prestations")];
    expect(read(evidenceOf("Candidature à la consultation", asked))[2]).toBe("-");
  });

  test("« Son prénom » goes on with the person named before", () => {
    const asked = ["Nom du représentant légal", "Son prénom", "Sa fonction", "Son courriel"].map((label): Asked => ({ label }));
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...asked])).slice(2)).toEqual([
      "dirigeantNom",
      "dirigeantPrenom",
      "dirigeantQualite",
      "dirigeantEmail",
    ]);
    expect(read(evidenceOf("Candidature à la consultation", [{ label: "Nom du contact" }, { label: "Son prénom" }]))[1]).toMatch(
      /^contactPrenom/,
    );
  });

  test("a row that is a year tells the year of its columns, and the part of the market makes no list of references", () => {
    const cell = (row: number, year: string, column: string): Asked => ({ label: { "table:row": year, "table:column": column }, row });
    const rows = ["2024 (avant-dernier)", "2025 (dernier clos)"];
    const columns = ["du", "Chiffre d'affaires hors taxes (€)", "Part relative à l'objet du marché (%)"];
    const asked = rows.flatMap((year, row) => columns.map((column) => cell(row, year, column)));
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...asked])).slice(2)).toEqual([
      ...["-", "chiffreAffairesN2", "-"],
      ...["-", "chiffreAffairesN1", "-"],
    ]);
  });

  test("the sizes that buttons offer say what they ask, whatever their title", () => {
    const answers = ["PME / TPE", "Taille intermédiaire", "Grande entreprise"];
    const buttons = answers.map((label): Asked => ({ label, type: "radio", input: "radio", answers }));
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...buttons])).slice(2)).toEqual(
      Array.from(answers, () => "categorieEntreprise?"),
    );
  });

  test.each([
    ["Personne physique ayant le pouvoir d'engager le candidat", "Prénom", "dirigeantPrenom"],
    ["Celui qui engage l'entreprise", "Prénom", "dirigeantPrenom"],
  ])("under « %s », « %s » asks %s", (title, label, field) =>
    expect(
      read(evidenceOf("Candidature à la consultation", [...COMPANY, under("Nom", title), under(label, title)]))[3]?.replace("?", ""),
    ).toBe(field),
  );
});

describe("faults of the twenty-fourth and twenty-fifth series, by kind", () => {
  test("a box named as the end of a SIRET is no complement of an address", () => {
    const asked = read(
      evidenceOf("Candidature à la consultation", [{ label: "Dénomination" }, { label: "SIREN" }, { label: "Complément", name: "nic" }]),
    );
    expect(asked[2]).toBe("nic?");
  });

  test("an opportunity that a salesman enters under a company makes it another's", () => {
    const page = (title: string) =>
      decide(
        evidenceOf("Nouveau compte", [
          ...["Raison sociale", "SIRET", "Code NAF", "Site web"].map((label) => ({ label, under: ["Compte"] })),
          { label: "Intitulé", under: [title] },
          { label: "Extrait Kbis", type: "file" as const, input: "file", under: ["Documents"] },
        ]),
        { exceptions: new Map(), isPortal: false, thisYear: 2026 },
      ).detected;
    expect([page("Nouvelle opportunité"), page("Objet")]).toEqual([false, true]);
  });
});
