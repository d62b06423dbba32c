/** What a page's structure says where no word of a control does: whole-page titles, columns of several companies, questions that go on. */
import { describe, expect, test } from "vitest";
import { decide } from "../../src/reading/decide.ts";
import { type Asked, evidenceOf, read } from "./evidence.ts";

const COMPANY: readonly Asked[] = [{ label: "SIRET" }, { label: "Raison sociale" }];

describe("a title over the whole page", () => {
  test("what is bought, and to whom one answers, are not whose block it is", () => {
    for (const title of [
      "Candidature MAPA : chantier d'insertion",
      "Réponse à l'accord-cadre de l'acheteur",
      "Consultation 26-4 : services d'assurance de la commune",
      "Candidature à l'accord-cadre de location de salles",
    ])
      expect(read(evidenceOf(title, [...COMPANY, { label: "Effectif" }])).map((one) => one.replace("?", ""))).toEqual([
        "siret",
        "raisonSociale",
        "effectif",
      ]);
  });

  test("a page about somebody else stays theirs", () => {
    for (const title of ["Consultation 26-4 : ajouter un cotraitant", "Marché 26-4 – déclarer le sous-traitant"])
      expect(read(evidenceOf(title, COMPANY))).toEqual(["-", "-"]);
  });

  test("the conditions of payment that a long title names are no person of the company", () => {
    const title = "Demande d'acceptation d'un candidat et d'agrément de ses conditions de paiement";
    const person: Asked = { label: "Courriel", under: ["Votre entreprise"] };
    expect(
      read(evidenceOf(title, [...COMPANY, person]))
        .at(-1)
        ?.replace("?", ""),
    ).toBe("contactEmail");
  });
});

describe("figures of the whole company", () => {
  const figures = (under: string) =>
    read(evidenceOf("Candidature à la consultation", [...COMPANY, { label: "Chiffre d'affaires 2025", under: [under] }])).at(-1)?.[0];

  test("are its own under a title that speaks of guarantees or of its people", () => {
    for (const under of ["Vos garanties", "Garanties professionnelles, techniques et financières", "Moyens humains et financiers"])
      expect(figures(under)).toBe("c");
  });

  test("an amount that no word names stays with the policy or the team", () => {
    const asked = (label: string, under: string) =>
      read(evidenceOf("Candidature à la consultation", [...COMPANY, { label, under: [under] }])).at(-1);
    expect(asked("Montant garanti", "Vos garanties")).toBe("-");
    expect(asked("Effectif affecté", "Équipe dédiée au marché")).toBe("-");
    expect(asked("Chiffre d'affaires 2025", "Références")).toBe("-");
  });
});

describe("a table of several companies", () => {
  const cell = (row: string, column: string, at: number): Asked => ({ label: { "table:row": row, "table:column": column }, row: at });
  const table = (columns: readonly string[]) =>
    read(
      evidenceOf(
        "Candidature en groupement",
        ["Dénomination", "Siret de l'établissement", "Forme juridique", "Courriel"].flatMap((row, at) =>
          columns.map((column) => cell(row, column, at)),
        ),
      ),
    ).map((one) => one.replace("?", ""));

  test("only the column of whoever answers is filled, whatever the others are called", () => {
    for (const other of ["Partenaire", "Cotraitant 1", "Bureau d'études"])
      for (const own of ["Votre entreprise", "Mandataire", "Candidat (vous)"])
        expect(table([own, other])).toEqual(["raisonSociale", "-", "siret", "-", "formeJuridique", "-", "contactEmail", "-"]);
  });

  test("a group whose question is answered by no legal name asks what its next text says", () => {
    const answers = ["oui", "non"];
    const questions = ["Société", "Petite ou moyenne entreprise au sens européen"].map((text) => ({
      ...{ from: "before" as const, hint: "" },
      text,
    }));
    const button = (label: string): Asked => ({ label, type: "radio", input: "radio", name: "pme", answers, questions });
    expect(read(evidenceOf("Candidature", [...COMPANY, button("oui"), button("non")])).slice(2)).toEqual(["estPme?", "estPme?"]);
  });
});

describe("years told one by the other", () => {
  const capacity = (asked: readonly Asked[], under = "Capacité financière") =>
    read(evidenceOf("Candidature à la consultation", [...COMPANY, ...asked.map((one) => ({ under: [under], ...one }))]))
      .slice(2)
      .map((one) => one.replace("?", ""));
  const THREE = ["chiffreAffairesN1", "chiffreAffairesN2", "chiffreAffairesN3"];

  test("under a title that says the amount, a label says only which year", () => {
    const asked = (labels: readonly string[]) =>
      capacity(
        labels.map((label) => ({ label })),
        "Vos trois derniers chiffres d'affaires (HT)",
      );
    expect(asked(["Le plus récent", "Celui de l'année d'avant", "Et l'année encore avant"])).toEqual(THREE);
    expect(asked(["Dernier", "Précédent", "Celui d'avant"])).toEqual(THREE);
    expect(asked(["N", "N-1", "N-2"])).toEqual(THREE);
    expect(asked(["N-1", "N-2", "N-3"])).toEqual(THREE);
  });

  test("questions go on with the amount of the first", () => {
    const labels = ["Combien avez-vous facturé lors du dernier exercice clos ?", "Et l'année précédente ?", "Et celle d'avant ?"];
    expect(capacity(labels.map((label) => ({ label })))).toEqual(THREE);
    expect(capacity([{ label: "CA du dernier exercice" }, { label: "CA de l'exercice d'avant" }])).toEqual(THREE.slice(0, 2));
  });

  test("rows that tell a year by the one before, and what each column asks", () => {
    const columns = ["du", "au", "Chiffre d'affaires hors taxes", "Part relative à l'objet du marché (%)"];
    const rows = ["Most recent closed", "Previous", "The year before"];
    const cells = rows.flatMap((row, at) => columns.map((column) => ({ label: { "table:row": row, "table:column": column }, row: at })));
    expect(capacity(cells)).toEqual(["1", "2", "3"].flatMap((year) => ["-", `exerciceFinN${year}`, `chiffreAffairesN${year}`, "-"]));
  });

  test("a year that nothing before tells stays unsaid", () => {
    expect(capacity([{ label: "Chiffre d'affaires de l'exercice d'avant" }, { label: "Chiffre d'affaires de l'autre année" }])).toEqual([
      "-",
      "-",
    ]);
  });
});

describe("boxes that take the parts of one thing", () => {
  const boxes = (labels: readonly (string | Asked["label"])[], under: readonly string[], more: Partial<Asked> = {}) => {
    const asked = labels.map((label, at): Asked => ({ label, under, besideNext: at < labels.length - 1, ...more }));
    const page = evidenceOf("Candidature à la consultation", [...COMPANY, ...asked]);
    const { controls } = decide(page, { exceptions: new Map(), isPortal: false, thisYear: 2026 });
    return controls
      .slice(2)
      .map(({ resolved: { target, part } }) => `${target} ${part !== undefined && "piece" in part ? part.piece : ""}`);
  };
  const CREATED = ["dateCreation day", "dateCreation month", "dateCreation year"];

  test("a day, a month and a year are those of the date that stands over them", () => {
    expect(boxes(["Jour", "Mois", "Année"], ["Créée le", "Candidat"])).toEqual(CREATED);
    expect(
      boxes(
        ["Day", "Month", "Year"].map((label) => ({ "aria:label": label, before: "Date of incorporation" })),
        ["Company"],
      ),
    ).toEqual(CREATED);
    const listed = (text: string) => ({ options: ["", "1"].map((value) => ({ value, text: value === "" ? text : value })) });
    const asked = ["Jour", "Mois", "Année"].map(
      (text, at): Asked => ({
        ...{ label: at === 0 ? { before: "Date de clôture du dernier exercice" } : {}, type: "select", input: "select" },
        ...{ besideNext: at < 2, ...listed(text) },
      }),
    );
    expect(
      read(evidenceOf("Candidature à la consultation", [...COMPANY, ...asked]))
        .slice(2)
        .map((one) => one.replace("?", "")),
    ).toEqual(Array(3).fill("exerciceFinN1"));
    expect(boxes(["Jour", "Mois", "Année"], ["Visite du site"])).toEqual(["null ", "null ", "null "]);
  });

  test("a code and a number are those of the phone before them", () => {
    const phone = ["Indicatif", "Numéro"].map((label) => ({ "aria:label": label, before: "Téléphone" }));
    expect(boxes(phone, ["Contact"])).toEqual(["contactTelephone countryCode", "contactTelephone "]);
  });
});

describe("whole sentences", () => {
  const asked = (labels: readonly string[]) =>
    read(evidenceOf("Votre candidature à la consultation", [...COMPANY, ...labels.map((label) => ({ label }))]))
      .slice(2)
      .map((one) => one.replace("?", ""));

  test("say what is missing", () => {
    expect(
      asked([
        "Vous n'avez pas indiqué le montant de votre chiffre d'affaires pour l'exercice 2025.",
        "L'effectif de votre société reste à préciser.",
        "La forme juridique ne figure pas dans le dossier.",
        "Vous n'avez pas indiqué le montant de votre offre.",
      ]),
    ).toEqual(["chiffreAffairesN1", "effectif", "formeJuridique", "-"]);
  });

  test("ask by their verb of what was named before", () => {
    expect(
      asked([
        "Qui la dirige ?",
        "Que fait-elle ?",
        "Qui devons-nous appeler en cas de question ?",
        "À quel numéro ?",
        "Vous pouvez m'écrire à :",
      ]),
    ).toEqual(["dirigeantNomComplet", "activitePrincipale", "contactNomComplet", "contactTelephone", "contactEmail"]);
    expect(asked(["Je réponds au nom de :", "et j'agis en qualité de :", "dont le siège est situé :"])).toEqual([
      "raisonSociale",
      "dirigeantQualite",
      "adresseSiege",
    ]);
  });
});

describe("persons and companies that only a title or a neighbour names", () => {
  const under = (title: string, labels: readonly string[]) =>
    read(evidenceOf("Candidature à la consultation", [...COMPANY, ...labels.map((label): Asked => ({ label, under: [title] }))]))
      .slice(2)
      .map((one) => one.replace("?", ""));

  test("who signs or leads, in other words", () => {
    for (const title of ["Celui ou celle qui signera", "Qui engage la société ?", "Chef de l'entreprise"])
      expect(under(title, ["Nom", "Prénom", "Titre"])).toEqual(["dirigeantNom", "dirigeantPrenom", "dirigeantQualite"]);
    expect(under("Bureau", ["Directeur : nom", "prénom", "Chargé de l'affaire : nom", "courriel"])).toEqual([
      "dirigeantNom",
      "dirigeantPrenom",
      "contactNom",
      "contactEmail",
    ]);
    expect(under("Chantier", ["Gardien : nom"])).toEqual(["-"]);
  });

  test("a name alone under a company's title is the company's, where the legal name is asked nowhere", () => {
    const asked: readonly Asked[] = [
      { label: "Nom", under: ["Chef d'entreprise"] },
      { label: "Prénom", under: ["Chef d'entreprise"] },
      { label: "Nom", under: ["Structure"] },
      { label: "SIRET", under: ["Structure"] },
    ];
    expect(read(evidenceOf("Candidature à la consultation", asked)).map((one) => one.replace("?", ""))).toEqual([
      "dirigeantNom",
      "dirigeantPrenom",
      "raisonSociale",
      "siret",
    ]);
  });

  test("the SIRET of the establishment that will perform is proposed where no other is asked", () => {
    const performs = { label: "SIRET de l'établissement qui exécutera" };
    expect(read(evidenceOf("Candidature à la consultation", [{ label: "Raison sociale" }, performs])).at(-1)).toBe("siret?");
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, performs])).at(-1)).toBe("-");
  });

  test("answers tell what a list asks whose label does not", () => {
    const list = (label: string, answers: readonly string[]): Asked => ({
      ...{ label, type: "select", input: "select" },
      options: answers.map((text) => ({ value: text, text })),
    });
    const heads = list("Vous comptez", ["1 à 9 salariés", "10 à 49 salariés"]);
    const sizes = list("", ["PME", "ETI", "Grande entreprise"]);
    const days = list("Vous livrez en", ["1 à 9 jours", "10 à 49 jours"]);
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, heads, sizes, days])).slice(2)).toEqual([
      "effectif?",
      "categorieEntreprise?",
      "-",
    ]);
  });
});

test("whose a label says first, before what it asks, holds for the bare labels after it", () => {
  const under = ["Le groupement"];
  const labels = ["Mandataire du groupement : raison sociale", "SIRET", "Premier cotraitant : raison sociale", "SIRET", "Ville"];
  expect(
    read(
      evidenceOf(
        "Candidature à la consultation",
        labels.map((label) => ({ label, under })),
      ),
    ).map((one) => one.replace("?", "")),
  ).toEqual([...["raisonSociale", "siret"], ...["-", "-", "-"]]);
});

test("« FR » before a box is a part of the number that its name says", () => {
  const box: Asked = { label: { before: "FR" }, name: "tva_intra" };
  expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, box])).at(-1)).toBe("tvaIntracommunautaire?");
});
