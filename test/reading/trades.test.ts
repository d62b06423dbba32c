/** Pages that speak like a candidature and are for another trade: whatever they ask of a company, one click writes nothing on them. */
import { describe, expect, test } from "vitest";
import { type Asked, evidenceOf, read } from "./evidence.ts";

interface Page {
  readonly title: string;
  readonly lead?: string;
  /** Titles of blocks, and what is asked under each. */
  readonly blocks: Readonly<Record<string, readonly string[]>>;
  readonly pieces?: readonly string[];
}

const IDENTITY = ["SIRET", "Raison sociale", "Forme juridique"];
const PERSON = ["Nom", "Prénom", "E-mail"];

function told({ title, lead = "", blocks, pieces = [] }: Page): string[] {
  const asked = Object.entries(blocks).flatMap(([under, labels]) => labels.map((label): Asked => ({ label, under: [under] })));
  const slots = pieces.map((label): Asked => ({ label, under: ["Pièces à joindre"], type: "file", input: "file" }));
  return read(evidenceOf(title, [...asked, ...slots], { lead, headings: [title, ...Object.keys(blocks)] }));
}

describe("a page of another trade", () => {
  test.each<Page>([
    {
      title: "Dossier de candidature – Devenir concessionnaire Motozing",
      lead: "Votre candidature est étudiée par notre direction du réseau.",
      blocks: { "Votre société": IDENTITY, "Capacités financières": ["Apport personnel", "Chiffre d'affaires N-1"], Candidat: PERSON },
      pieces: ["Extrait Kbis", "Bilans"],
    },
    {
      title: "Grand prix des achats innovants – Déposer une candidature",
      lead: "Ouvert aux fournisseurs d'un marché public. Le jury se réunit en mars.",
      blocks: { "Entreprise candidate": IDENTITY, "Votre contact": PERSON },
      pieces: ["Références"],
    },
    {
      title: "Nos lauréats : nominez une PME fournisseur",
      blocks: { "L'entreprise nommée": IDENTITY, "Marché présenté": ["Objet du marché", "Montant HT"] },
    },
    {
      title: "Étude de votre caution de retenue de garantie",
      lead: "Pour vos marchés publics de travaux.",
      blocks: {
        "Votre entreprise": IDENTITY,
        "Le marché": ["Objet du marché", "Acheteur"],
        "Données financières": ["Chiffre d'affaires N-1", "Résultat net"],
      },
      pieces: ["Bilans", "Acte d'engagement"],
    },
    {
      title: "Entrée en relation – Banque des Zingueurs",
      blocks: {
        "Votre entreprise": IDENTITY,
        "Représentant légal": PERSON,
        Connaissance: ["Bénéficiaires effectifs", "Origine des fonds"],
      },
      pieces: ["Statuts", "Extrait Kbis"],
    },
    {
      title: "Proposition d'assurance flotte – Questionnaire entreprise",
      blocks: {
        Souscripteur: IDENTITY,
        Activité: ["Chiffre d'affaires N-1", "Part des marchés publics"],
        Antécédents: ["Sinistres déclarés"],
      },
    },
    {
      title: "Candidature à un atelier-relais – Communauté de communes du Zing",
      lead: "Les candidatures sont examinées par la commission d'attribution.",
      blocks: { "Entreprise candidate": IDENTITY, Projet: ["Surface souhaitée", "Effectif"] },
      pieces: ["Extrait Kbis", "Bilans"],
    },
    {
      title: "Demande de soutien à l'export – Région Zing",
      lead: "Le montant de l'aide est plafonné. Un prestataire référencé vous accompagne.",
      blocks: { "Votre entreprise": IDENTITY, "Représentant légal": PERSON, Dépenses: ["Montant de l'aide demandée"] },
      pieces: ["RIB", "Attestation de régularité fiscale"],
    },
    {
      title: "Dépôt d'un dossier de subvention – Commande publique responsable",
      blocks: { Bénéficiaire: IDENTITY, "Plan de financement": ["Dépenses éligibles"] },
    },
    {
      title: "Accréditation d'un organisme d'inspection",
      lead: "Candidature à l'accréditation : capacités techniques et financières.",
      blocks: { "L'organisme candidat": IDENTITY, Portée: ["Référentiel visé"] },
      pieces: ["Statuts", "Références"],
    },
    {
      title: "Rejoindre l'annuaire des fournisseurs de confiance",
      lead: "Réservé aux adhérents à jour de cotisation.",
      blocks: { "Votre entreprise": IDENTITY, "Votre contact": PERSON, Adhésion: ["Numéro d'adhérent"] },
    },
    {
      title: "Club des prestataires du port – Dossier d'admission",
      blocks: { Candidat: IDENTITY, Parrainage: ["Premier parrain", "Second parrain"] },
      pieces: ["Extrait Kbis"],
    },
    {
      title: "Certificat de signature électronique – Zing Confiance",
      lead: "Pour signer vos offres et vos marchés publics.",
      blocks: { "Votre entreprise": IDENTITY, "Représentant légal": PERSON, "Porteur du certificat": ["Durée"] },
      pieces: ["Extrait Kbis"],
    },
    {
      title: "Salon des achats publics : réserver un stand",
      blocks: { "Votre entreprise": IDENTITY, "Votre contact": PERSON, Stand: ["Surface souhaitée"] },
    },
    {
      title: "Se former à la réponse aux appels d'offres",
      blocks: { Entreprise: IDENTITY, Stagiaire: PERSON, Financement: ["OPCO"] },
    },
    {
      title: "Inscription vendeur – Zingplace, la marketplace des collectivités",
      blocks: { "Votre entreprise": IDENTITY, Boutique: ["Nom de la boutique"], Banque: ["IBAN"] },
    },
    {
      title: "Ouvrir un contrat d'électricité professionnel",
      lead: "Collectivités et titulaires de marchés publics : contactez votre fournisseur.",
      blocks: { "Votre entreprise": IDENTITY, Compteur: ["Point de livraison", "Puissance souscrite"] },
    },
    {
      title: "Louer un véhicule longue durée – dossier entreprise",
      blocks: { Locataire: IDENTITY, Besoin: ["Nombre de véhicules"], Pièces: ["Loyer souhaité"] },
      pieces: ["Extrait Kbis", "RIB"],
    },
    {
      title: "Mobilisez vos créances sur marchés publics",
      blocks: { "Votre société": IDENTITY, "Vos marchés": ["Acheteur", "Montant HT"], Encours: ["Encours clients"] },
    },
    {
      title: "Candidature au programme d'accélération – promotion 4",
      lead: "Nos grands comptes acheteurs choisissent leurs futurs fournisseurs.",
      blocks: { "Votre start-up": IDENTITY, Équipe: PERSON, Pitch: ["Levée de fonds prévue"] },
    },
    {
      title: "Déclaration de litige avec un titulaire de marché public",
      blocks: { "Votre entreprise": IDENTITY, "Le titulaire": ["Raison sociale", "SIRET"], Litige: ["Montant du litige"] },
    },
    {
      title: "Accueillir un apprenti dans les marchés publics",
      blocks: { Employeur: IDENTITY, Apprenti: PERSON, "Maître de stage": ["Nom", "Prénom"] },
    },
    {
      title: "Agrément douanier d'opérateur économique",
      lead: "Opérateur économique agréé : candidature.",
      blocks: { "L'opérateur économique": IDENTITY, Douane: ["Numéro EORI"] },
      pieces: ["Extrait Kbis", "Bilans"],
    },
  ])("« $title » writes nothing by one click", (page) => {
    expect(told(page).filter((one) => one !== "-" && !one.endsWith("?"))).toEqual([]);
  });

  // A buyer buys insurances, vehicles, trainings too: what is bought is no other trade of the page's own.
  test.each<Page>([
    { title: "Consultation 26-14 : assurances de la ville, votre candidature", blocks: { Candidat: IDENTITY }, pieces: ["DC1", "DC2"] },
    { title: "Répondre au marché de location longue durée de véhicules", blocks: { "Votre entreprise": IDENTITY } },
    { title: "Marché public – Formation des agents – Dépôt des plis", blocks: { Soumissionnaire: IDENTITY, Contact: PERSON } },
    { title: "Concours de maîtrise d'œuvre – Dépôt de candidature", lead: "Le jury se réunit en mars.", blocks: { Candidat: IDENTITY } },
    { title: "Accord-cadre fourniture d'électricité : déposer une offre", blocks: { Soumissionnaire: IDENTITY, Offre: ["Prix"] } },
    { title: "Appel d'offres – Gestion de la mutuelle et de la prévoyance", blocks: { "Votre entreprise": IDENTITY, Contact: PERSON } },
    { title: "Référencement fournisseurs – Direction des achats", blocks: { "Votre société": IDENTITY, "Contact commercial": PERSON } },
    { title: "Procédure adaptée : audit énergétique des écoles", blocks: { Candidat: IDENTITY, "Votre contact": PERSON } },
  ])("« $title » buys", (page) => {
    expect(told(page)[0]).toBe("siret");
  });
});
