/**
 * The catalogue of pieces (documents) that a candidature asks or carries. Plain data, no dependency.
 * A piece is named in forms as `document.<kind>`.
 *
 * Synonyms are written without accents, in lower case.
 */
export interface PieceDefinition {
  /** What the bidder reads. */
  readonly label: string;
  /** ASCII part of the file name. */
  readonly slug: string;
  /** A candidature may hold several, distinguished by their titles: one RGE certificate does not replace another. */
  readonly several?: true;
  readonly synonyms: readonly string[];
  /** Where the bidder obtains it when no source delivers it; the label in French. */
  readonly obtainAt?: { readonly label: string; readonly url?: string };
  /** Where the code on such a document can be checked: the site that the document names. */
  readonly checkAt?: { readonly label: string; readonly url: string };
}

export const PIECES = {
  attestationVigilance: {
    label: "Attestation de vigilance URSSAF",
    slug: "attestation-vigilance-urssaf",
    synonyms: [
      "attestation de vigilance",
      "attestation urssaf",
      "urssaf",
      "attestation sociale",
      "regularite sociale",
      "certificat social",
      "attestation de fourniture des declarations sociales",
      "cotisations sociales",
      "social security certificate",
    ],
    obtainAt: { label: "Votre espace URSSAF", url: "https://www.urssaf.fr" },
    checkAt: { label: "urssaf.fr", url: "https://www.urssaf.fr" },
  },
  attestationFiscale: {
    label: "Attestation de régularité fiscale",
    slug: "attestation-fiscale-dgfip",
    synonyms: [
      "attestation fiscale",
      "attestation de regularite fiscale",
      "regularite fiscale",
      "formulaire 3666",
      "3666",
      "certificat fiscal",
      "dgfip",
      "obligations fiscales",
      "tax certificate",
    ],
    obtainAt: { label: "Votre espace professionnel impots.gouv.fr", url: "https://www.impots.gouv.fr" },
  },
  msa: {
    label: "Attestation MSA",
    slug: "attestation-msa",
    synonyms: ["msa", "mutualite sociale agricole"],
    obtainAt: { label: "Votre espace MSA", url: "https://www.msa.fr" },
    checkAt: { label: "msa.fr", url: "https://www.msa.fr" },
  },
  cibtp: {
    label: "Certificat CIBTP (congés payés, intempéries)",
    slug: "certificat-cibtp",
    synonyms: ["cibtp", "caisse de conges payes", "conges payes", "conges intemperies", "chomage intemperies"],
    obtainAt: { label: "L'espace adhérent de votre caisse CIBTP", url: "https://www.cibtp.fr" },
  },
  cnetp: {
    label: "Certificat CNETP (congés payés, intempéries)",
    slug: "certificat-cnetp",
    synonyms: ["cnetp", "caisse nationale des entrepreneurs de travaux publics"],
    obtainAt: { label: "Votre espace CNETP", url: "https://www.cnetp.fr" },
  },
  probtp: {
    label: "Attestation PRO BTP",
    slug: "attestation-pro-btp",
    synonyms: ["pro btp", "probtp", "retraite complementaire", "cotisations retraite", "attestation retraite"],
    obtainAt: { label: "Votre espace PRO BTP", url: "https://www.probtp.com" },
  },
  fntp: {
    label: "Carte professionnelle de travaux publics (FNTP)",
    slug: "carte-professionnelle-fntp",
    synonyms: ["fntp", "carte professionnelle", "identification professionnelle", "carte professionnelle travaux publics", "cqp tp"],
    obtainAt: { label: "Votre fédération de travaux publics", url: "https://www.fntp.fr" },
  },
  qualibat: {
    label: "Certificat Qualibat",
    slug: "certificat-qualibat",
    synonyms: ["qualibat", "qualification batiment"],
    obtainAt: { label: "Votre espace Qualibat", url: "https://www.qualibat.com" },
  },
  qualifelec: {
    label: "Certificat Qualifelec",
    slug: "certificat-qualifelec",
    several: true,
    synonyms: ["qualifelec", "qualification electricite"],
    obtainAt: { label: "Votre espace Qualifelec", url: "https://www.qualifelec.fr" },
  },
  rge: {
    label: "Certificat RGE",
    slug: "certificat-rge",
    several: true,
    synonyms: ["rge", "reconnu garant de l'environnement", "certificat rge"],
    obtainAt: { label: "L'organisme qui vous a qualifié" },
  },
  opqibi: {
    label: "Certificat OPQIBI",
    slug: "certificat-opqibi",
    synonyms: ["opqibi", "qualification ingenierie"],
    obtainAt: { label: "L'OPQIBI", url: "https://www.opqibi.com" },
  },
  qualiopi: {
    label: "Certificat Qualiopi",
    slug: "certificat-qualiopi",
    synonyms: ["qualiopi", "certification qualite formation"],
    obtainAt: { label: "L'organisme qui vous a certifié" },
  },
  franceCompetences: {
    label: "Habilitation France compétences (RNCP/RS)",
    slug: "habilitation-france-competences",
    several: true,
    synonyms: ["france competences", "rncp", "certification professionnelle"],
  },
  ess: {
    label: "Justificatif ESS ou ESUS",
    slug: "justificatif-ess",
    synonyms: ["ess", "esus", "entreprise adaptee", "economie sociale et solidaire"],
  },
  bio: {
    label: "Certificat agriculture biologique",
    slug: "certificat-bio",
    synonyms: ["agriculture biologique", "certificat bio", "ecocert", "agence bio"],
    obtainAt: { label: "Votre organisme certificateur" },
  },
  iso9001: {
    label: "Certificat ISO 9001",
    slug: "certificat-iso-9001",
    synonyms: ["iso 9001", "assurance qualite"],
    obtainAt: { label: "Votre organisme certificateur" },
  },
  iso14001: {
    label: "Certificat ISO 14001",
    slug: "certificat-iso-14001",
    synonyms: ["iso 14001", "emas", "management environnemental", "normes de gestion environnementale"],
    obtainAt: { label: "Votre organisme certificateur" },
  },
  immatriculation: {
    label: "Extrait d'immatriculation (RNE, Kbis)",
    slug: "extrait-immatriculation",
    checkAt: { label: "controle.infogreffe.fr", url: "https://controle.infogreffe.fr/controle" },
    synonyms: [
      "kbis",
      "k-bis",
      "extrait kbis",
      "rne",
      "extrait rne",
      "attestation d'immatriculation",
      "justificatif d'immatriculation",
      "inscription au registre",
      "registre du commerce",
      "rcs",
    ],
    obtainAt: { label: "Le registre national des entreprises, INPI", url: "https://data.inpi.fr" },
  },
  avisInsee: {
    label: "Avis de situation SIRENE",
    slug: "avis-situation-sirene",
    synonyms: ["avis de situation", "avis sirene", "avis insee"],
    obtainAt: { label: "L'INSEE", url: "https://avis-situation-sirene.insee.fr" },
  },
  statuts: {
    label: "Statuts",
    slug: "statuts",
    synonyms: ["statuts", "statuts a jour", "articles of association"],
    obtainAt: { label: "Le registre national des entreprises, INPI", url: "https://data.inpi.fr" },
  },
  acte: {
    label: "Acte déposé au registre",
    slug: "acte-registre",
    several: true,
    synonyms: ["acte depose", "proces-verbal"],
    obtainAt: { label: "Le registre national des entreprises, INPI", url: "https://data.inpi.fr" },
  },
  pouvoir: {
    label: "Pouvoir ou délégation de signature",
    slug: "pouvoir",
    synonyms: ["pouvoir", "delegation de signature", "delegation de pouvoir", "habilitation du signataire", "power of attorney"],
  },
  bilans: {
    label: "Bilan ou comptes annuels",
    slug: "bilan",
    synonyms: ["bilan", "comptes annuels", "liasse fiscale", "compte de resultat", "balance sheet"],
    obtainAt: { label: "Votre expert-comptable" },
  },
  banque: {
    label: "Déclaration appropriée de banque",
    slug: "declaration-banque",
    synonyms: ["declaration de banque", "attestation bancaire", "declaration appropriee de banques"],
    obtainAt: { label: "Votre banque" },
  },
  rib: {
    label: "RIB",
    slug: "rib",
    synonyms: ["rib", "releve d'identite bancaire"],
    obtainAt: { label: "Votre banque" },
  },
  rcPro: {
    label: "Assurance responsabilité civile professionnelle",
    slug: "assurance-rc-pro",
    synonyms: ["responsabilite civile", "rc pro", "assurance rc", "professional indemnity"],
    obtainAt: { label: "Votre assureur" },
  },
  decennale: {
    label: "Assurance décennale",
    slug: "assurance-decennale",
    synonyms: ["decennale", "assurance decennale", "garantie decennale", "responsabilite decennale"],
    obtainAt: { label: "Votre assureur" },
  },
  assurance: {
    label: "Attestation d'assurance",
    slug: "attestation-assurance",
    synonyms: ["assurance", "attestation d'assurance", "risques professionnels", "insurance certificate"],
    obtainAt: { label: "Votre assureur" },
  },
  cv: {
    label: "CV et titres de l'équipe",
    slug: "cv",
    several: true,
    synonyms: ["cv", "curriculum vitae", "titres d'etudes", "qualifications professionnelles"],
  },
  references: {
    label: "Liste de références",
    slug: "references",
    several: true,
    synonyms: ["references", "principales references", "liste de references", "realisations"],
  },
  attestationsBonneExecution: {
    label: "Attestation de bonne exécution",
    slug: "attestation-bonne-execution",
    several: true,
    synonyms: ["attestation de bonne execution", "certificat de capacite", "bonne fin", "proof of good execution"],
    obtainAt: { label: "Le maître d'ouvrage du chantier ou du contrat" },
  },
  memoire: {
    label: "Mémoire technique",
    slug: "memoire-technique",
    synonyms: ["memoire technique", "memoire justificatif"],
  },
  oeth: {
    label: "Attestation d'emploi de travailleurs handicapés (OETH)",
    slug: "attestation-oeth",
    synonyms: [],
    obtainAt: { label: "Votre espace URSSAF ou MSA", url: "https://www.urssaf.fr" },
  },
  listeSalariesEtrangers: {
    label: "Liste nominative des salariés étrangers",
    slug: "liste-salaries-etrangers",
    synonyms: ["liste nominative", "salaries etrangers", "travailleurs etrangers", "d8254"],
  },
  jugementRedressement: {
    label: "Copie du jugement de redressement",
    slug: "jugement-redressement",
    synonyms: ["copie du jugement", "jugement", "redressement judiciaire"],
  },
  casier: {
    label: "Déclaration sur l'honneur, casier judiciaire",
    slug: "declaration-sur-l-honneur",
    synonyms: ["declaration sur l'honneur", "attestation sur l'honneur", "casier judiciaire", "bulletin n 2", "sworn statement"],
  },
  dc1: { label: "DC1", slug: "dc1", synonyms: ["dc1", "lettre de candidature"] },
  dc2: { label: "DC2", slug: "dc2", synonyms: ["dc2", "declaration du candidat"] },
  dc4: { label: "DC4", slug: "dc4", synonyms: ["dc4", "declaration de sous-traitance"] },
  dume: { label: "DUME", slug: "dume", synonyms: ["dume", "espd", "document unique de marche europeen"] },
  attri1: { label: "Acte d'engagement (ATTRI1)", slug: "acte-engagement", synonyms: ["acte d'engagement", "attri1"] },
  candidature: {
    label: "Dossier de candidature (PDF unique)",
    slug: "dossier-candidature",
    synonyms: ["dossier de candidature", "pieces de la candidature", "enveloppe candidature", "candidature"],
  },
  zip: {
    label: "Dossier de candidature (ZIP)",
    slug: "dossier-candidature",
    synonyms: ["zip", "archive", "dossier complet"],
  },
  accuseDepot: { label: "Accusé de dépôt", slug: "accuse-de-depot", several: true, synonyms: [] },
  autre: { label: "Autre pièce", slug: "piece", several: true, synonyms: [] },
} as const satisfies Record<string, PieceDefinition>;

export type PieceKind = keyof typeof PIECES;

/** Kinds that have `obtainAt`. */
export type ObtainableKind = { [K in PieceKind]: (typeof PIECES)[K] extends { readonly obtainAt: unknown } ? K : never }[PieceKind];

/** All kinds, in catalogue order. */
export const PIECE_KINDS = Object.keys(PIECES) as PieceKind[];

/** True when the string names a kind of the catalogue. */
export function isPieceKind(text: string): text is PieceKind {
  return Object.hasOwn(PIECES, text);
}

/** The definition with its optional properties readable. */
export function pieceOf(kind: PieceKind): PieceDefinition {
  return PIECES[kind];
}

/** True on the site that delivers that kind of piece, or on one under it: "mon.urssaf.fr" for "www.urssaf.fr". */
export function isDeliveredAt(kind: PieceKind, host: string): boolean {
  const url = pieceOf(kind).obtainAt?.url;
  if (url === undefined) return false;
  const site = new URL(url).hostname.replace(/^www\./, "");
  const name = host.toLowerCase().replace(/:\d+$/, "");
  return name === site || name.endsWith(`.${site}`);
}
