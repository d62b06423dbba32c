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

describe("a question that no buyer asks", () => {
  // No list holds these words: what is not known to be asked by a buyer is enough.
  const STRANGE = ["Zingage annuel", "Nombre de zingots", "Contenance du zingoir"];

  test.each<Page>([
    {
      title: "Devenez partenaire de Zingomarket, la vitrine des prestataires",
      blocks: { "Votre entreprise": IDENTITY, "Votre contact": PERSON, Catalogue: STRANGE },
    },
    {
      title: "Votre dossier professionnel",
      lead: "Pour répondre aux consultations.",
      blocks: { "Votre entreprise": IDENTITY, Zingage: STRANGE },
    },
    { title: "Votre zingage pour vos marchés publics", blocks: { "Votre société": IDENTITY, "Votre besoin": STRANGE } },
    { title: "Candidature au label Zing", lead: "Capacités techniques et financières.", blocks: { Candidat: IDENTITY, Zingage: STRANGE } },
    // On a buyer's own page, nobody asks who buys.
    {
      title: "Votre zingage pour vos marchés publics",
      blocks: { "Votre société": IDENTITY, "Votre marché": ["Nom de l'acheteur public", "Objet du marché"] },
    },
    // A piece that the catalogue doesn't know is a question too.
    { title: "Votre zingage pour vos marchés publics", blocks: { "Votre société": IDENTITY }, pieces: ["Certificat de zingage"] },
  ])("leaves nothing sure under « $title »", (page) => {
    const read = told(page);
    expect(read[0]).toBe("siret?");
    expect(read.filter((one) => one !== "-" && !one.endsWith("?"))).toEqual([]);
  });

  test.each<Page>([
    { title: "Consultation 26-114 : zingage des ponts", blocks: { "Votre entreprise": IDENTITY, "Votre réponse": STRANGE } },
    { title: "Zingage des ponts", lead: "Procédure adaptée n° 26DSI044.", blocks: { "Votre entreprise": IDENTITY, Zingage: STRANGE } },
    {
      title: "Zingage des ponts – Déposer une offre",
      lead: "Consultation ouverte.",
      blocks: { "Votre entreprise": IDENTITY, Zingage: STRANGE },
    },
    { title: "Retirer le dossier de consultation", blocks: { "Votre entreprise": IDENTITY, Zingage: STRANGE } },
    { title: "Votre zingage", blocks: { Soumissionnaire: IDENTITY, Zingage: STRANGE } },
    { title: "Votre zingage pour vos marchés publics", blocks: { Candidat: IDENTITY, Zingage: STRANGE }, pieces: ["DC1"] },
    { title: "Espace fournisseurs – Ville de Zing", blocks: { "Votre entreprise": IDENTITY, Zingage: STRANGE } },
  ])("takes nothing away from « $title », where a buyer is plain", (page) => {
    expect(told(page)[0]).toBe("siret");
  });

  test("takes nothing away from suppliers that register, when it stands among many that any buyer asks", () => {
    const many = ["Adresse", "Code postal", "Ville", "Pays", "Code APE", "Chiffre d'affaires N-1", "Chiffre d'affaires N-2"];
    const blocks = { "Votre entreprise": [...IDENTITY, ...many], Zingage: STRANGE.slice(0, 1) };
    expect(told({ title: "Inscription d'un fournisseur", blocks })[0]).toBe("siret");
    expect(told({ title: "Inscription d'un fournisseur", blocks: { ...blocks, Zingage: STRANGE } })[0]).toBe("siret?");
  });

  test.each([
    "Délai de livraison",
    "Observations",
    "Vos métiers",
    "dont zingueurs",
    "Numéro d'ordre",
    "Type de partenaire",
    "E-mail de secours",
  ])("is none of « %s »", (label) => {
    const input = label.startsWith("E-mail") ? "email" : "text";
    const asked = [...IDENTITY, label].map(
      (one): Asked => ({ label: one, under: ["Votre société"], input: one === label ? input : "text" }),
    );
    expect(read(evidenceOf("Votre société et ses marchés publics", asked))[0]).toBe("siret");
  });
});
