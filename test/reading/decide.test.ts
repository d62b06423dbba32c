/** Decisions on evidence made by hand: what is sure, what is only proposed, what is left. */
import { describe, expect, test } from "vitest";
import { decide } from "../../src/reading/decide.ts";
import { type Asked, doubts, evidenceOf, read } from "./evidence.ts";

const COMPANY: readonly Asked[] = [{ label: "SIRET" }, { label: "Raison sociale" }];
const IDENTITY = "Identification du candidat";

describe("sure or proposed", () => {
  test("a company that presents itself is sure", () => {
    expect(read(evidenceOf("Candidature à la consultation", COMPANY))).toEqual(["siret", "raisonSociale"]);
  });

  test("a block whose title is not understood is only proposed", () => {
    const page = evidenceOf("Candidature à la consultation", [...COMPANY, { label: "Code postal", under: ["Suivi zingueur"] }]);
    expect(read(page)).toEqual(["siret", "raisonSociale", "codePostal?"]);
    expect(doubts(page)[2]).toEqual(["title"]);
  });

  test("the only person, address or company of a page is the candidate's, even under a title that is not understood", () => {
    const own = COMPANY.map((one) => ({ ...one, under: [IDENTITY] }));
    const person = (under: string): Asked[] => ["Nom", "Prénom"].map((label) => ({ label, under: [under] }));
    const persons = (...titles: string[]) =>
      read(evidenceOf("Candidature à la consultation", [...own, ...titles.flatMap(person)])).slice(2);
    expect(persons("Contact zingueur")).toEqual(["contactNom", "contactPrenom"]);
    expect(persons("Vos coordonnées", "Contact zingueur").slice(2)).toEqual(["contactNom?", "contactPrenom?"]);
    expect(persons("Zingueur")).toEqual(["contactNom?", "contactPrenom?"]);
    // A role that is said is another person's than the officer's.
    expect(persons("Dirigeant", "Contact zingueur").slice(2)).toEqual(["contactNom", "contactPrenom"]);
    // Any party has an address and a name: the title must say that they are the candidate's.
    const town = (under: string, ...more: Asked[]) =>
      read(evidenceOf("Candidature à la consultation", [...own, { label: "Ville", under: [under] }, ...more]))[2];
    expect(town("Où vous zinguer")).toBe("commune");
    expect(town("Adresse zingueuse")).toBe("commune?");
    expect(town("Où vous zinguer", { label: "Code postal", under: ["Adresse zingueuse"] })).toBe("commune?");
    expect(town("Où vous zinguer", { label: "Ville", under: ["Vos références"] })).toBe("commune");
    const company = (under: string) =>
      read(evidenceOf("Candidature à la consultation", [...COMPANY.map((one) => ({ ...one, under: [under] })), { label: "Ville" }]));
    expect(company("Votre zinguerie").slice(0, 2)).toEqual(["siret", "raisonSociale"]);
    expect(company("Entreprise zingueuse").slice(0, 2)).toEqual(["siret?", "raisonSociale?"]);
  });

  test("a name that only says « contact » says less than the title over it", () => {
    const asked: Asked[] = [{ label: "E-mail", name: "contact_technique_email", under: ["Contact technique"] }];
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...asked]))[2]).toBe("-");
  });

  test("the number of an account is the candidate's, whatever its bank's block is called", () => {
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, { label: "IBAN", under: ["Domiciliation bancaire"] }]))[2]).toBe(
      "iban",
    );
  });

  test("a block of somebody else is left, and a label that says whose it is wins over its block", () => {
    const theirs: Asked[] = [
      { label: "SIRET", under: ["Sous-traitant envisagé"] },
      { label: "SIRET de l'acheteur", under: [IDENTITY] },
    ];
    const own = COMPANY.map((one) => ({ ...one, under: [IDENTITY] }));
    expect(read(evidenceOf("Candidature à la consultation", [...own, ...theirs]))).toEqual(["siret", "raisonSociale", "-", "-"]);
  });

  test("a field that the page asks twice is not sure", () => {
    const page = evidenceOf("Candidature à la consultation", [...COMPANY, { label: "Ville" }, { label: "Commune" }]);
    expect(read(page)).toEqual(["siret", "raisonSociale", "commune?", "commune?"]);
  });

  test("what a later block that is not understood asks again is another company's; one that says « vous » is not", () => {
    const own = COMPANY.map((one) => ({ ...one, under: [IDENTITY] }));
    const theirs = COMPANY.map((one) => ({ ...one, under: ["Bureau zingueur"] }));
    expect(read(evidenceOf("Candidature à la consultation", [...own, ...theirs]))).toEqual(["siret", "raisonSociale", "-", "-"]);
    const ours = COMPANY.map((one) => ({ ...one, under: ["Vous, zingueur"] }));
    expect(read(evidenceOf("Candidature à la consultation", [...own, ...ours])).slice(0, 2)).toEqual(["siret", "raisonSociale"]);
    expect(read(evidenceOf("Candidature à la consultation", [...own, ...ours])).slice(2)).toEqual(["siret?", "raisonSociale?"]);
  });

  test("where a signatory is asked too, a bare name may be anybody's", () => {
    const person: Asked[] = [{ label: "Nom" }, { label: "Prénom" }];
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...person])).slice(2)).toEqual(["contactNom", "contactPrenom"]);
    const both = evidenceOf("Candidature à la consultation", [...COMPANY, ...person, { label: "Qualité du signataire" }]);
    expect(read(both).slice(2, 4)).toEqual(["contactNom?", "contactPrenom?"]);
  });

  test("a page whose name may also be that of a buyer's own tool is not clear by its name alone", () => {
    expect(read(evidenceOf("Fiche fournisseur", COMPANY))).toEqual(["siret?", "raisonSociale?"]);
    expect(read(evidenceOf("Votre fiche fournisseur : inscription", COMPANY))).toEqual(["siret", "raisonSociale"]);
  });

  test("a page that addresses the supplier, or asks the pieces of a candidature, is not a buyer's own tool", () => {
    const under = ["Complétez votre dossier fournisseur"];
    expect(
      read(
        evidenceOf(
          "Qualification fournisseur",
          COMPANY.map((one) => ({ ...one, under })),
        ),
      ),
    ).toEqual(["siret", "raisonSociale"]);
    const pieces: Asked[] = ["Attestation de vigilance", "RIB"].map((label) => ({ label, type: "file", input: "file" }));
    expect(read(evidenceOf("Pièces du candidat", [...COMPANY, ...pieces])).slice(0, 2)).toEqual(["siret", "raisonSociale"]);
    // Whoever qualifies companies asks the same.
    expect(read(evidenceOf("Certificats de qualification", [...COMPANY, ...pieces])).slice(0, 2)).toEqual(["siret?", "raisonSociale?"]);
    // A firm's books hold the pieces of its suppliers.
    expect(read(evidenceOf("Fiche fournisseur", [...COMPANY, ...pieces])).slice(0, 2)).toEqual(["siret?", "raisonSociale?"]);
    expect(read(evidenceOf("Fiche fournisseur", [...COMPANY, { label: "Compte auxiliaire" }]))).toEqual(["-", "-", "-"]);
    const theirs = COMPANY.map((one) => ({ ...one, under: ["Mes documents"] }));
    expect(read(evidenceOf("Fiche fournisseur", theirs))).toEqual(["siret?", "raisonSociale?"]);
  });

  test("« Titulaire » means the holder of an account only beside an account", () => {
    expect(read(evidenceOf("Marché subséquent : répondre", [{ label: "Titulaire" }, { label: "SIRET" }]))[0]).toMatch(/^raisonSociale/);
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, { label: "IBAN" }, { label: "Titulaire" }])).at(-1)).toMatch(
      /^ribTitulaire/,
    );
  });

  test("a form to take a buyer's file asks the company that takes it", () => {
    const taker: Asked[] = [{ label: "Société" }, { label: "E-mail" }, { label: "Téléphone" }];
    expect(read(evidenceOf("Téléchargement du DCE", taker))).toEqual(["raisonSociale", "contactEmail", "contactTelephone"]);
    expect(read(evidenceOf("Registre des retraits", taker))).toEqual(["-", "-", "-"]);
  });

  test("a newsletter beside a full form of ours leaves it clear; a page that is for a newsletter is not clear", () => {
    const own = [...COMPANY, { label: "Code NAF" }, { label: "Forme juridique" }].map((one) => ({
      ...one,
      under: ["Votre réponse aux consultations"],
    }));
    const letter: Asked = { label: "Mots-clés", under: ["Alertes"] };
    expect(read(evidenceOf("Profil", [...own, letter]))[0]).toBe("siret");
    expect(read(evidenceOf("Alertes sur les consultations", own))[0]).toBe("-");
  });

  test("a block that says « votre entreprise » is not enough: a bank asks it too", () => {
    const under = ["Votre entreprise"];
    const asked = [...COMPANY, { label: "Code postal" }].map((one) => ({ ...one, under }));
    const targets = (title: string) => read(evidenceOf(title, [...asked, { label: "E-mail", under: ["Vous"] }])).join(" ");
    expect(targets("Dossier")).toBe("siret? raisonSociale? codePostal? contactEmail?");
    // A prize and an incubator have candidates too.
    expect(targets("Dossier de candidature")).toBe("siret? raisonSociale? codePostal? contactEmail?");
    expect(targets("Dossier de candidature au lot 2")).toBe("siret raisonSociale codePostal contactEmail");
  });

  test("a number alone, on a page that says nothing, is nobody's candidature", () => {
    expect(read(evidenceOf("Données", [{ label: "SIRET" }]))).toEqual(["-"]);
  });

  test("a page that does not say that a company presents itself is only proposed", () => {
    const page = evidenceOf("Nouveau tiers", [...COMPANY, { label: "Ville" }, { label: "Forme juridique" }]);
    expect(read(page)).toEqual(["siret?", "raisonSociale?", "commune?", "formeJuridique?"]);
    expect(doubts(page)[0]).toEqual(["page"]);
  });

  test.each([
    "Liste des organismes",
    "Recherche avancée",
    "Paramètres du compte",
    "Créer une facture",
    "Offre d'emploi : postuler",
    "Votre panier",
    "Ajouter un sous-traitant",
    "Nous écrire",
    "Fournisseur FR-00214",
    "Tiers n° 12",
    "Dossier client 00412",
    "Fiche salarié",
    "Demande de terrasse",
    "Inviter une entreprise",
    "Attribuer le lot 2",
    "Essai gratuit : essayez notre veille de marchés publics",
    "Ouvrez votre compte pro en ligne",
    "Souscrire un contrat d'électricité",
    "Inscrire un salarié à une formation",
    "Rencontres acheteurs-entreprises : inscription",
    "Votre devis décennale en 3 minutes",
    "Candidature : emploi et stage",
    "Devenir franchisé",
    "Demande de raccordement professionnel",
    "Données essentielles : déclarer un marché attribué",
    "Déposez votre besoin en personnel",
    "Confiez-nous votre recouvrement",
  ])("« %s » is nobody's candidature", (title) => expect(read(evidenceOf(title, COMPANY))).toEqual(["-", "-"]));
});

describe("about what", () => {
  const amount = (under: string) =>
    read(evidenceOf("Candidature à la consultation", [...COMPANY, { label: "Montant HT", under: [under] }]))[2];
  test("an amount is a turnover only where a title says so; never the price of an offer or of a reference", () => {
    expect(amount("Chiffre d'affaires global annuel")).toMatch(/^chiffreAffairesN1/);
    for (const title of ["Offre financière", "Références de travaux", "Assurances", "Capacité technique"])
      expect(amount(title), title).toBe("-");
  });

  test("a control that asks a price is marked, so that nobody can have it filled by naming another field", () => {
    const asked = ["Prix unitaire", "Montant de votre offre", "Remise consentie", "Code interne", "Observations", "Capital"];
    const under = [[], [], ["Bordereau des prix"], [], ["Montant du marché"], []];
    const page = evidenceOf("Candidature à la consultation", [
      ...COMPANY,
      ...asked.map((label, at) => ({ label, under: under[at] ?? [] })),
    ]);
    const { controls } = decide(page, { exceptions: new Map(), isPortal: false, thisYear: 2026 });
    expect(controls.slice(2).map(({ leave }) => leave)).toEqual(["price", "price", "price", undefined, "price", undefined]);
  });

  test("a table's row says whose a cell is, its column says what it asks", () => {
    const row = (label: string, at: number): Asked[] =>
      ["SIRET", "Adresse e-mail"].map((column) => ({ label: { "table:row": label, "table:column": column }, row: at }));
    const page = evidenceOf("Candidature à la consultation", [
      ...COMPANY.slice(1),
      ...row("Candidat / mandataire", 1),
      ...row("Cotraitant n° 1", 2),
    ]);
    expect(
      read(page)
        .slice(1)
        .map((one) => one.replace("?", "")),
    ).toEqual(["siret", "contactEmail", "-", "-"]);
  });

  test("a row of references is not the company's", () => {
    const cells: Asked[] = ["Objet", "Client", "Ville", "Année"].map((column) => ({ label: { "table:column": column }, row: 1 }));
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...cells])).slice(2)).toEqual(["-", "-", "-", "-"]);
  });
});

describe("a small form", () => {
  const asked: Asked[] = [{ label: "Votre organisme" }, { label: "Votre nom" }, { label: "Votre e-mail" }];
  const title = "Pour retirer le dossier de consultation, identifiez-vous";
  test("that asks an organisation, a name and an address is no login, whatever it calls itself", () => {
    expect(read(evidenceOf(title, asked))).toEqual(["raisonSociale", "contactNom", "contactEmail"]);
  });

  test("with a password, or with one box, it is one", () => {
    const password: Asked = { label: "Mot de passe", input: "password" };
    expect(read(evidenceOf(title, [...asked.slice(2), password]))).toEqual(["-", "-"]);
    expect(read(evidenceOf(title, asked.slice(2)))).toEqual(["-"]);
  });
});

describe("words", () => {
  test.each([
    ["Rais. soc.", "raisonSociale"],
    ["Nom de l'entité", "raisonSociale"],
    ["Nom du point de contact", "contactNomComplet"],
    ["Cap. soc. (€)", "capitalSocial"],
    ["Forme jur.", "formeJuridique"],
    ["Téléc.", "contactFax"],
    ["Compl. adr.", "adresseComplement"],
    ["12 rue des Tanneurs", "adresseComplete"],
  ])("« %s » asks %s", (label, field) => {
    expect(read(evidenceOf("Candidature à la consultation", [{ label: "SIRET" }, { label }]))[1]?.replace("?", "")).toBe(field);
  });

  test("a number is split over boxes that count its digits", () => {
    const box = (label: string, maxLength: number): Asked => ({ label, maxLength, besideNext: true, under: ["Numéro SIRET"] });
    const boxes = [box("3 premiers chiffres", 3), box("3 suivants", 3), box("3 suivants", 3), box("5 derniers chiffres", 5)];
    expect(read(evidenceOf("Candidature à la consultation", [{ label: "Raison sociale" }, ...boxes])).slice(1)).toEqual([
      "siret",
      "siret",
      "siret",
      "siret",
    ]);
  });

  test("a box that its help lets some companies leave empty is no trap", () => {
    const siret: Asked = { label: "SIRET" };
    const page = evidenceOf("Candidature à la consultation", [siret, { label: "Raison sociale" }]);
    const [first, ...others] = page.controls;
    const helped = {
      ...first,
      labels: [{ from: "label:for", text: "SIRET", hint: "Entreprise étrangère ? Laissez vide." }],
    } as typeof first;
    expect(read({ ...page, controls: [helped ?? page.controls[0], ...others] as typeof page.controls })).toEqual([
      "siret",
      "raisonSociale",
    ]);
  });
});

describe("a question, a clause, a label known in part", () => {
  const asked = (label: Asked["label"], more: Partial<Asked> = {}) =>
    read(evidenceOf("Candidature à la consultation", [{ label: "SIRET" }, { label, ...more }]))[1];
  test.each([
    ["Dans quelle ville se trouve votre siège ?", "commune"],
    ["Combien de personnes employez-vous ?", "effectif"],
    ["Combien êtes-vous dans l'entreprise ?", "effectif"],
    ["Combien de salariés compte votre entreprise ?", "effectif"],
    ["Siège social", "adresseComplete"],
    ["Qui suivra le dossier chez vous ? (prénom, nom)", "contactNomComplet"],
    ["Nom du contact et son prénom", "contactNomComplet"],
    ["Quel a été votre chiffre d'affaires lors du dernier exercice clos ?", "chiffreAffairesN1"],
    ["Courriel pour recevoir les notifications", "contactEmail"],
    ["Phone (with country code)", "contactTelephone"],
    ["Courriel (identifiant de connexion)", "contactEmail"],
    ["Adresse, code postal, ville", "adresseComplete"],
    ["Personne qui dépose", "contactNomComplet"],
    ["Confirmer l'adresse mail", "contactEmailConfirmation"],
    ["Year established", "dateCreation"],
    ["Département", "departement"],
    ["Départements", "-"],
    ["Nom de votre commercial", "contactNomComplet"],
    ["Nom commercial", "nomCommercial"],
  ])("« %s » asks %s", (label, field) => expect(asked(label)?.replace("?", "")).toBe(field));

  test("a label that continues in unknown words is proposed; an amount never is", () => {
    expect(asked("Ville du zinguage")).toBe("commune?");
    expect(asked("Montant HT du zinguage")).toBe("-");
    expect(asked("Année du zinguage")).toBe("-");
    expect(asked("Combien de villes desservez-vous ?")).toBe("-");
  });

  test("one word that tells a thing, among words that change nothing, is proposed", () => {
    expect(asked("Employés au total")).toBe("effectif");
    expect(asked("Création en", { input: "text" })).toBe("dateCreation?");
    expect(asked("Équipes de zingueurs employés")).toBe("-");
    expect(asked("Comment nous connaissez-vous ?")).toBe("-");
  });

  test("a field about dealings with the buyer is not the buyer's own", () => {
    expect(asked("Téléphone", { under: ["Échanges avec l'acheteur"] })).toMatch(/^contactTelephone/);
    expect(asked("Téléphone", { under: ["Représentant de l'acheteur"] })).toBe("-");
    expect(asked("Téléphone", { under: ["Se faire connaître des acheteurs"] })).toMatch(/^contactTelephone/);
    expect(asked("Téléphone", { under: ["Transmis par l'acheteur"] })).toBe("-");
    expect(asked("Téléphone", { under: ["Deuxième membre"] })).toBe("-");
    expect(asked("Téléphone", { under: ["Contact qualité / RSE"] })).toBe("-");
    expect(asked("Adresse du lieu de production")).toBe("-");
  });

  test("one box for the postcode and the town takes neither alone, whatever it is named", () => {
    expect(asked("Code postal et ville", { name: "your-city" })).toBe("-");
  });

  test("the company that answers for a group is the candidate, whatever its page is called", () => {
    const tab = (title: string): Asked[] => [
      { label: "Raison sociale", under: [title] },
      { label: "SIRET", under: [title] },
    ];
    expect(read(evidenceOf("Membres du groupement", [...tab("Mandataire (vous)"), ...tab("Cotraitant A")]))).toEqual([
      "raisonSociale",
      "siret",
      "-",
      "-",
    ]);
  });

  test("« Nom d'usage » just after the company's name is the company's", () => {
    const page = evidenceOf("Candidature à la consultation", [{ label: "SIRET" }, { label: "Raison sociale" }, { label: "Nom d'usage" }]);
    expect(read(page)[2]?.replace("?", "")).toBe("nomCommercial");
  });

  test("each cell of a row is what its column asks", () => {
    const cells = ["Adresse postale", "N° SIRET", "Courriel"].map(
      (column): Asked => ({ label: { "table:row": "Mandataire (vous)", "table:column": column }, row: 1, besideNext: true }),
    );
    const page = evidenceOf("Candidature à la consultation", [{ label: "Raison sociale" }, ...cells]);
    expect(
      read(page)
        .slice(1)
        .map((one) => one.replace("?", "")),
    ).toEqual(["adresseComplete", "siret", "contactEmail"]);
  });

  test("a label that is only a year, after an amount of another year, asks the same amount", () => {
    const under = ["Capacité économique et financière"];
    const said = ["Chiffre d'affaires global, dernier exercice disponible", "Exercice précédent", "Exercice antépénultième"];
    const asked = (labels: readonly string[]) =>
      read(evidenceOf("Candidature à la consultation", [...COMPANY, ...labels.map((label): Asked => ({ label, under }))])).slice(2);
    expect(asked(said)).toEqual(["chiffreAffairesN1", "chiffreAffairesN2?", "chiffreAffairesN3"]);
    // The year of an amount, beside it.
    expect(asked(["Chiffre d'affaires 2025", "Exercice 2025"])[1]).not.toMatch(/chiffreAffaires/);
    expect(asked(["Effectif moyen 2025", "2024"])).toEqual(["effectif", "effectifMoyenN2?"]);
  });

  test("the result of an earlier year is not the last one's", () => {
    const cell = (column: string): Asked => ({
      label: { "table:row": "Résultat net", "table:column": column },
      under: ["Données financières"],
    });
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, cell("N-1"), cell("N-2")])).slice(2)).toEqual([
      "resultatNet",
      "-",
    ]);
  });

  test("an amount whose column does not say of what is no turnover, whatever its row is called", () => {
    const cell: Asked = { label: { "table:row": "Mandataire", "table:column": "Montant HT" }, row: 1, under: ["Répartition des tâches"] };
    expect(read(evidenceOf("Candidature à la consultation", [{ label: "SIRET" }, cell]))[1]).toBe("-");
  });
});
