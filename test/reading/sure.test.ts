/** What earns its sure tier by a general sign, and the near misses that do not: each doubt was measured alone (`evaluate --doubts`). */
import { describe, expect, test } from "vitest";
import { type Asked, evidenceOf, read } from "./evidence.ts";

const COMPANY: readonly Asked[] = [{ label: "SIRET" }, { label: "Raison sociale" }];
const PAGE = "Candidature à la consultation";

/** What is read of the controls asked beside a company's. */
function asked(...more: readonly Asked[]): string[] {
  return read(evidenceOf(PAGE, [...COMPANY, ...more])).slice(COMPANY.length);
}

function under(title: string, ...labels: string[]): Asked[] {
  return labels.map((label) => ({ label, under: [title] }));
}

describe("which person", () => {
  const VISITED = under("Personne à rencontrer", "Nom", "Prénom");

  test("words that are also said of persons make no second person where something else is asked", () => {
    const pieces: Asked = { label: "Système qualité ISO 9001", type: "file", input: "file" };
    const beside = [{ label: "Statut juridique" }, { label: "Nombre de salariés" }, pieces];
    expect(asked(...beside, ...VISITED).slice(-2)).toEqual(["contactNom", "contactPrenom"]);
  });

  test("an officer, a signatory's capacity or a person whom we do not know does", () => {
    for (const other of ["Nom du représentant légal", "Qualité du signataire", "Nom de la secrétaire", "Courriel du service facturation"])
      expect(asked({ label: other, under: ["Autres renseignements"] }, ...VISITED).slice(-2), other).toEqual([
        "contactNom?",
        "contactPrenom?",
      ]);
  });

  test("« Sa fonction », « Qualité » after an officer, in one block, are the officer's", () => {
    expect(asked(...under("Le candidat", "Représentant légal", "Sa fonction"))[1]).toBe("dirigeantQualite");
    expect(asked(...under("Le candidat", "Représentant légal", "Qualité"))[1]).toBe("dirigeantQualite");
    // Another person stands between, or another block begins.
    expect(asked(...under("Le candidat", "Représentant légal", "Prénom", "Qualité"))[2]).not.toBe("dirigeantQualite");
    expect(asked(...under("Le candidat", "Nom du représentant légal"), ...under("Équipe", "Sa fonction"))[1]).toBe("-");
  });

  test("a lone block of a person is the company's when a person is named there", () => {
    expect(asked(...under("Personne-ressource", "Nom", "Prénom"))).toEqual(["contactNom", "contactPrenom"]);
    expect(asked(...under("Local partner / Partenaire local", "Nom", "Courriel"))).not.toContain("contactEmail");
  });

  test("a person of the buyer's is nobody of ours", () => {
    for (const title of ["Personne chargée du dossier à la mairie", "Votre correspondant à l'hôpital", "Signataire pour la collectivité"])
      expect(asked(...under(title, "Courriel")), title).toEqual(["-"]);
    expect(asked(...under("Personne chargée du dossier", "Courriel"))).toEqual(["contactEmail"]);
  });
});

describe("a box without a label", () => {
  const blank = (name: string, more: Partial<Asked> = {}): Asked => ({ label: {}, name, ...more });

  test("goes on with the labelled box before it, when its name says so too", () => {
    expect(asked({ label: "Adresse" }, blank("adr2"), { label: "Code postal" }, blank("ville"))).toEqual([
      "adresseLigne1",
      "adresseComplement",
      "codePostal",
      "commune",
    ]);
  });

  test("does not when the box before asks something else, stands in another block or is somebody else's", () => {
    expect(asked({ label: "Code postal" }, { label: "Téléphone" }, blank("ville"))[2]).not.toBe("commune");
    expect(asked({ label: "Code postal" }, blank("ville", { under: ["Zinguerie"] }))[1]).not.toBe("commune");
    expect(asked(...under("Sous-traitant", "Code postal"), blank("ville", { under: ["Sous-traitant"] }))[1]).toBe("-");
  });
});

describe("a title that is understood as a whole", () => {
  test.each([
    ["Personne physique ayant le pouvoir d'engager le candidat", "Prénom", "dirigeantPrenom"],
    ["Person authorised to bind the company", "Prénom", "dirigeantPrenom"],
    ["Qui signe", "Prénom", "dirigeantPrenom"],
    ["Membre 1 – mandataire du groupement : votre société", "Code postal", "codePostal"],
    ["Candidat unique ou membre du groupement", "Code postal", "codePostal"],
    ["Legal entity", "Code postal", "codePostal"],
    ["Santé financière", "Date de clôture de l'exercice", "exerciceFinN1"],
    ["Domiciliation des paiements", "IBAN", "iban"],
  ])("%s", (title, label, field) => {
    expect(asked({ label: "Nom du contact" }, ...under(title, label), { label: "Ville" })[1]).toBe(field);
  });

  test.each([
    ["Établissement de santé", "Code postal"],
    ["Contracting legal entity", "Code postal"],
    ["Société membre", "Code postal"],
    ["Moyens humains dédiés au marché", "Effectif moyen"],
    ["Personne zinguant ayant le pouvoir d'engager", "Prénom"],
    ["Référent handicap", "Prénom"],
    ["Impôts", "Téléphone"],
  ])("not so %s", (title, label) => {
    expect(asked({ label: "Nom du représentant légal" }, ...under(title, label), { label: "Ville" })[1]).toMatch(/\?$|^-$/);
  });
});

describe("the page", () => {
  test("where one is taught to answer markets nothing is sure, though it speaks of nothing else", () => {
    const lead = "Six matinées pour apprendre à remplir un DC1 et remettre ses plis.";
    const page = (more: object) => read(evidenceOf("Candidater : premier MAPA", COMPANY, more));
    expect(page({ lead })).toEqual(["siret?", "raisonSociale?"]);
    expect(page({ lead: "Remplissez un DC1 et remettez vos plis." })).toEqual(["siret", "raisonSociale"]);
  });

  test("« Appels publics à la concurrence » says who buys", () => {
    expect(read(evidenceOf("Ville de Brune / Appels publics à la concurrence / Demande de dossier", COMPANY))).toEqual([
      "siret",
      "raisonSociale",
    ]);
  });
});
