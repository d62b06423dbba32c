/** What labels ask, by their words alone. */
import { describe, expect, test } from "vitest";
import { isPlain, toldIn, understand } from "../../src/reading/concepts.ts";
import { qualifiersOf } from "../../src/reading/parties.ts";
import { isGenericUpload, pieceAsked } from "../../src/reading/pieces.ts";
import { nameWordsOf, wordsOf } from "../../src/reading/words.ts";
import { yearIn } from "../../src/reading/years.ts";

function asked(text: string): string | null {
  const understood = understand(text);
  return understood !== null && isPlain(understood) ? understood.concept : null;
}

describe("labels", () => {
  test.each([
    ["N° de SIRET (14 chiffres) *", "siret"],
    ["Identifiant national (SIRET)", "siret"],
    ["Dénomination ou raison sociale :", "raisonSociale"],
    ["Nom commercial et dénomination sociale du candidat", "raisonSociale"],
    ["Veuillez indiquer votre adresse électronique", "contactEmail"],
    ["Adresse e-mail", "contactEmail"],
    ["Street / Adresse", "adresseLigne1"],
    ["Complément d'adresse", "adresseComplement"],
    ["Code postal", "codePostal"],
    ["Nom et prénom du représentant légal", "dirigeantNomComplet"],
    ["Téléphone du représentant légal", "contactTelephone"],
    ["N° TVA intracom.", "tvaIntracommunautaire"],
    ["Chiffre d'affaires (dernier exercice clos)", "chiffreAffairesN1"],
    ["L’opérateur économique est-il une micro, une petite ou une moyenne entreprise?", "estPme"],
    ["F1 · Chiffres d'affaires hors taxes", "chiffreAffairesN1"],
    ["Code APE/NAF", "codeNaf"],
  ])("« %s » asks %s", (text, concept) => expect(asked(text)).toBe(concept));

  test.each([
    "Nombre de salariés en insertion",
    "Recherche via le numéro de SIRET, SIREN ou le nom de votre structure",
    "Nom du marché",
    "E-mail de copie",
    "Adresse de livraison",
    "Numéro d'établissement bancaire",
    "PDL / PRM (14 chiffres)",
    "Réseau social",
  ])("« %s » asks nothing of ours", (text) => expect([null, "nothing"]).toContain(asked(text)));
});

describe("whose", () => {
  test.each([
    ["SIRET de l'acheteur", { party: "autre" }],
    ["Candidat ou mandataire du groupement", { party: "candidat" }],
    ["Autres membres du groupement", { party: "autre" }],
    ["Informations relatives aux représentants de l’opérateur économique", { role: "dirigeant" }],
    ["Personne à contacter", { role: "contact" }],
    ["Contact pour la facturation", { role: "autre" }],
    ["Adresse du siège social", { address: "siege" }],
  ])("« %s »", (text, expected) => expect(qualifiersOf(text)).toMatchObject(expected));
});

describe("pieces", () => {
  test.each([
    ["Attestation de régularité fiscale en cours de validité", "attestationFiscale"],
    ["Extrait Kbis de moins de 3 mois", "immatriculation"],
    ["Pouvoir de la personne habilitée à engager la société", "pouvoir"],
    ["Certification Qualiopi et France compétences", "qualiopi"],
    ["Assurance responsabilité civile et décennale", "assurance"],
    ["Attestations fiscales et sociales", "autre"],
    ["DC1 signé ou DUME", "dc1"],
    ["Autres certificats de capacité", "autre"],
    ["Offre financière (BPU)", null],
    ["Logo de l'entreprise", null],
  ])("« %s » → %s", (text, kind) => expect(pieceAsked([text])?.kind).toBe(kind));

  test("a label that only says to add a file names no piece", () => {
    for (const text of ["Ajouter vos documents", "Choisir un fichier", "Parcourir…", "Aucun fichier sélectionné"])
      expect(isGenericUpload(text), text).toBe(true);
    expect(isGenericUpload("Ajouter votre Kbis")).toBe(false);
  });
});

describe("years", () => {
  test.each([
    ["Exercice N-1", 1],
    ["CA n-3", 3],
    ["year_2_turnover", 2],
    ["2025", 1],
    ["Exercice 2026", "other"],
    ["avant-dernier exercice", 2],
    ["Chiffre d'affaires d'il y a deux ans", 2],
    ["Turnover three years ago", 3],
    ["2024 / 2025", null],
    ["SIRET", null],
  ])("« %s » in 2026", (text, year) => expect(yearIn(text, 2026)).toBe(year));
});

describe("words", () => {
  test("names are cut where people cut them", () => {
    expect(nameWordsOf("ctl0$CONTENU_PAGE$raisonSocial")).toEqual(["ctl", "0", "contenu", "page", "raison", "social"]);
    expect(nameWordsOf("economicOperator.representatives[0].firstName")).toEqual([
      "economic",
      "operator",
      "representatives",
      "0",
      "first",
      "name",
    ]);
  });
  test("texts lose accents, capitals and marks", () => expect(wordsOf("N° d’Œuvre : E-mail*")).toEqual(["n", "d", "oeuvre", "email"]));
});

describe("how it is written", () => {
  test.each([
    ["Dénomination telle qu'au registre", "raisonSociale"],
    ["Nom de la société figurant sur l'extrait Kbis", "raisonSociale"],
    ["Legal name as registered", "raisonSociale"],
  ])("« %s » asks %s plainly", (text, concept) => {
    const said = understand(text);
    expect(said?.concept).toBe(concept);
    expect(said !== null && isPlain(said)).toBe(true);
  });

  test.each([
    "Nom figurant sur la carte bancaire",
    "Adresse figurant sur la facture",
    "Nom tel qu'il apparaît sur le badge",
    "Name as shown on the card",
  ])("« %s » is not what it would be without its end", (text) => {
    const said = understand(text);
    expect(said !== null && isPlain(said)).toBe(false);
  });
});

describe("what words make together, in any order", () => {
  test.each([
    ["Nom légal de la coopérative", "raisonSociale"],
    ["Le nom complet de votre organisme", "raisonSociale"],
    ["Nom du responsable de la société", "contactNom"],
    ["Ville du greffe compétent", "rcsVille"],
    ["Adresse du site web", "siteWeb"],
    ["Adresse de messagerie électronique", "contactEmail"],
    ["Rue 2", "adresseComplement"],
    ["Legal structure", "formeJuridique"],
    ["Full name of the firm", "raisonSociale"],
    ["Identité de la personne morale candidate", "raisonSociale"],
    ["Legal name as registered", "raisonSociale"],
    ["Avez-vous un site internet ? Indiquez son adresse", "siteWeb"],
    ["Code postal de la commune d'implantation", "codePostal"],
    ["Numéro d'assujetti à la TVA", "tvaIntracommunautaire"],
    ["Entreprise (9 chiffres)", "siren"],
    ["Raison sociale (14 caractères maximum)", "raisonSociale"],
    ["Ville du tribunal où la société est enregistrée", "rcsVille"],
    ["Ville du tribunal administratif", "commune"],
    ["Chiffre d'affaires annuel moyen", "caMoyen"],
  ])("« %s » asks %s", (text, concept) => expect(understand(text)?.concept).toBe(concept));

  test.each([
    ["Combien de salariés employez-vous ?", "effectif"],
    ["Nbre de collaborateurs", "effectif"],
    ["Year of establishment", "dateCreation"],
    ["Date de début d'activité", "dateCreation"],
    ["Courrier électronique professionnel", "contactEmail"],
    ["Combien d'agents de zingage employez-vous ?", null],
    ["Nombre de salariés concernés", null],
    ["Date de début du zingage", null],
  ])("« %s » may ask %s", (text, concept) => expect(toldIn(text)).toBe(concept));
});
