/**
 * The catalogue of fields: everything a candidature asks, once. Plain data, no dependency: the content script loads it.
 * A field is added here and nowhere else; sources say which fields they read, portals which they exclude.
 *
 * `origin` says who can answer:
 * - `sources`: at least one source reads it (test/house.test.ts checks);
 * - `derived`: computed from another field;
 * - `user`: only the bidder knows; remembered per company;
 * - `page`: for this consultation only: read off the page or answered there, never remembered;
 * - `never`: recognised so as to be left alone (sworn statements, passwords, what each buyer defines in its own way).
 *
 * Synonyms are written without accents, in lower case; French first, English after.
 */
export type FieldType =
  | "text"
  | "longText"
  | "integer"
  | "amount"
  | "percent"
  | "date"
  | "year"
  | "boolean"
  | "email"
  | "phone"
  | "url"
  | "choice";
export type FieldOrigin = "sources" | "derived" | "user" | "page" | "never";
export type FieldGroup =
  | "identite"
  | "adresse"
  | "contact"
  | "representant"
  | "economique"
  | "technique"
  | "aptitude"
  | "bancaire"
  | "marche"
  | "groupement"
  | "exclusion";

/** Groups that leave the company only when a buyer asks for them: its bank details, and what it says of one consultation. */
export const ONLY_WHEN_ASKED: ReadonlySet<FieldGroup> = new Set(["bancaire", "exclusion", "marche", "groupement"]);

export interface FieldDefinition {
  /** What the bidder reads, French. */
  readonly label: string;
  readonly group: FieldGroup;
  readonly type: FieldType;
  readonly origin: FieldOrigin;
  /** The field that this one is a variant of: another person's name, another year's turnover, the head office's address. */
  readonly base?: string;
  readonly axis?: { readonly person: "dirigeant" } | { readonly year: 1 | 2 | 3 } | { readonly of: "siege" };
  /** It identifies the company: a `number` is enough alone, the others need a second one. */
  readonly identifies?: "number" | "company";
  /** Recognised only to be left empty, though a source may know it: its meaning differs by consultation or buyer. */
  readonly fill?: "never";
  /** Whole-value pattern of the canonical form. */
  readonly format?: RegExp;
  readonly synonyms: readonly string[];
}

const TURNOVER = [
  "chiffre d'affaires",
  "chiffre d'affaires global",
  "ca",
  "ca ht",
  "ca global",
  "ca annuel",
  "montant du ca",
  "annual turnover",
  "turnover",
] as const;

export const FIELDS = {
  siret: {
    label: "SIRET",
    group: "identite",
    type: "text",
    origin: "sources",
    identifies: "number",
    format: /^\d{14}$/,
    synonyms: ["siret", "numero siret", "identifiant siret", "siret de l'etablissement", "siret number"],
  },
  siren: {
    label: "SIREN",
    group: "identite",
    type: "text",
    origin: "derived",
    identifies: "number",
    format: /^\d{9}$/,
    synonyms: ["siren", "numero siren", "identifiant siren", "company registration number", "numero unique d'identification"],
  },
  nic: {
    label: "NIC (5 derniers chiffres du SIRET)",
    group: "identite",
    type: "text",
    origin: "derived",
    identifies: "company",
    format: /^\d{5}$/,
    synonyms: ["nic", "code nic", "code etablissement", "complement siret", "5 derniers chiffres"],
  },
  raisonSociale: {
    label: "Raison sociale",
    group: "identite",
    type: "text",
    origin: "sources",
    identifies: "company",
    synonyms: [
      "raison sociale",
      "denomination",
      "denomination sociale",
      "nom de la societe",
      "nom de l'entreprise",
      "nom de la structure",
      "nom du candidat",
      "societe",
      "entreprise",
      "company name",
      "legal name",
      "organisation name",
    ],
  },
  nomCommercial: {
    label: "Nom commercial",
    group: "identite",
    type: "text",
    origin: "sources",
    identifies: "company",
    synonyms: ["nom commercial", "enseigne", "denomination commerciale", "trade name", "trading name"],
  },
  sigle: {
    label: "Sigle",
    group: "identite",
    type: "text",
    origin: "sources",
    identifies: "company",
    synonyms: ["sigle", "acronyme", "nom court", "acronym", "short name"],
  },
  formeJuridique: {
    label: "Forme juridique",
    group: "identite",
    type: "choice",
    origin: "sources",
    identifies: "company",
    synonyms: ["forme juridique", "statut juridique", "nature juridique", "type de societe", "legal form", "legal status"],
  },
  formeJuridiqueCode: {
    label: "Catégorie juridique (code INSEE)",
    group: "identite",
    type: "text",
    origin: "sources",
    identifies: "company",
    format: /^\d{4}$/,
    synonyms: ["code forme juridique", "categorie juridique", "code juridique"],
  },
  codeNaf: {
    label: "Code APE (NAF)",
    group: "identite",
    type: "text",
    origin: "sources",
    identifies: "company",
    format: /^\d{2}\.\d{2}[A-Z]$/,
    synonyms: ["code ape", "code naf", "ape", "naf", "code d'activite principale", "nace code", "activity code"],
  },
  codeNaf2025: {
    label: "Code NAF 2025",
    group: "identite",
    type: "text",
    origin: "sources",
    format: /^\d{2}\.\d{2}[A-Z]$/,
    synonyms: ["naf 2025", "code naf 2025", "ape 2025", "code ape 2025"],
  },
  activitePrincipale: {
    label: "Activité principale",
    group: "identite",
    type: "text",
    origin: "sources",
    identifies: "company",
    synonyms: ["activite principale", "secteur d'activite", "objet social", "domaine d'activite", "main activity", "business sector"],
  },
  categorieEntreprise: {
    label: "Catégorie d'entreprise",
    group: "identite",
    type: "choice",
    origin: "sources",
    identifies: "company",
    format: /^(PME|ETI|GE)$/,
    synonyms: ["categorie d'entreprise", "taille de l'entreprise", "company size"],
  },
  estPme: {
    label: "Micro, petite ou moyenne entreprise",
    group: "identite",
    type: "boolean",
    origin: "derived",
    identifies: "company",
    synonyms: ["pme", "micro petite ou moyenne entreprise", "tpe pme", "sme"],
  },
  dateCreation: {
    label: "Date de création",
    group: "identite",
    type: "date",
    origin: "sources",
    identifies: "company",
    synonyms: ["date de creation", "creee le", "date de debut d'activite", "annee de creation", "creation date", "incorporation date"],
  },
  tvaIntracommunautaire: {
    label: "N° de TVA intracommunautaire",
    group: "identite",
    type: "text",
    origin: "sources",
    identifies: "number",
    format: /^FR[0-9A-HJ-NP-Z]{2}\d{9}$/,
    synonyms: ["tva", "numero de tva", "tva intracommunautaire", "numero tva intracommunautaire", "tva intra", "vat number", "vat"],
  },
  capitalSocial: {
    label: "Capital social",
    group: "identite",
    type: "amount",
    origin: "sources",
    identifies: "company",
    synonyms: ["capital", "capital social", "montant du capital", "share capital"],
  },
  rcsVille: {
    label: "Ville du RCS",
    group: "identite",
    type: "text",
    origin: "sources",
    identifies: "company",
    synonyms: ["rcs", "ville rcs", "greffe", "lieu d'immatriculation", "ville d'immatriculation", "trade register"],
  },
  rneDateImmat: {
    label: "Date d'immatriculation",
    group: "identite",
    type: "date",
    origin: "sources",
    identifies: "company",
    synonyms: ["date d'immatriculation", "date inscription registre", "registration date"],
  },
  effectif: {
    label: "Tranche d'effectif salarié",
    group: "identite",
    type: "choice",
    origin: "sources",
    identifies: "company",
    synonyms: ["tranche d'effectif", "effectif", "nombre de salaries", "effectif salarie", "number of employees"],
  },
  etatAdministratif: {
    label: "État administratif de l'établissement",
    group: "identite",
    type: "choice",
    origin: "sources",
    fill: "never",
    format: /^(A|F)$/,
    synonyms: ["etat administratif", "statut de l'etablissement"],
  },
  estSiege: {
    label: "Établissement siège",
    group: "identite",
    type: "boolean",
    origin: "sources",
    fill: "never",
    synonyms: ["etablissement siege", "siege social"],
  },
  siretSiege: {
    label: "SIRET du siège",
    group: "identite",
    type: "text",
    origin: "sources",
    base: "siret",
    axis: { of: "siege" },
    identifies: "number",
    format: /^\d{14}$/,
    synonyms: ["siret du siege", "siret siege social"],
  },
  rna: {
    label: "N° RNA",
    group: "identite",
    type: "text",
    origin: "sources",
    identifies: "number",
    // « W2A… » in Corsica, « W9R… » overseas: the third sign may be a letter.
    format: /^W\d[0-9A-Z]\d{7}$/,
    synonyms: ["rna", "numero rna", "numero waldec"],
  },
  nda: {
    label: "N° de déclaration d'activité (formation)",
    group: "identite",
    type: "text",
    origin: "sources",
    identifies: "number",
    format: /^\d{11}$/,
    synonyms: ["nda", "numero de declaration d'activite", "declaration d'activite", "numero organisme de formation"],
  },
  siteWeb: {
    label: "Site internet",
    group: "contact",
    type: "url",
    origin: "user",
    synonyms: ["site web", "site internet", "adresse internet", "adresse web", "url du site", "website"],
  },
  idNationalEtranger: {
    label: "N° d'enregistrement national (étranger)",
    group: "identite",
    type: "text",
    origin: "never",
    fill: "never",
    synonyms: ["numero d'enregistrement national", "id national", "national registration number"],
  },
  etabliEnFrance: {
    label: "Établi en France",
    group: "adresse",
    type: "boolean",
    origin: "derived",
    fill: "never",
    synonyms: ["entreprise etablie en france", "etablie en france", "established in france"],
  },
  nationalite: { label: "Nationalité", group: "identite", type: "text", origin: "user", synonyms: ["nationalite", "nationality"] },

  adresseLigne1: {
    label: "Adresse (n° et voie)",
    group: "adresse",
    type: "text",
    origin: "sources",
    synonyms: ["adresse", "adresse postale", "rue", "voie", "numero et voie", "adresse ligne 1", "street", "address", "address line 1"],
  },
  adresseComplement: {
    label: "Complément d'adresse",
    group: "adresse",
    type: "text",
    origin: "sources",
    synonyms: ["complement d'adresse", "complement", "adresse 2", "adresse suite", "adresse ligne 2", "batiment", "address line 2"],
  },
  boitePostale: {
    label: "Boîte postale, CS",
    group: "adresse",
    type: "text",
    origin: "sources",
    synonyms: ["boite postale", "bp", "distribution speciale", "po box"],
  },
  codePostal: {
    label: "Code postal",
    group: "adresse",
    type: "text",
    origin: "sources",
    format: /^\d{5}$/,
    synonyms: ["code postal", "cp", "postal code", "zip code", "postcode"],
  },
  commune: {
    label: "Commune",
    group: "adresse",
    type: "text",
    origin: "sources",
    synonyms: ["ville", "commune", "localite", "city", "town"],
  },
  pays: {
    label: "Pays",
    group: "adresse",
    type: "choice",
    origin: "sources",
    format: /^[A-Z]{2}$/,
    synonyms: ["pays", "country", "pays territoire"],
  },
  departement: {
    label: "Département",
    group: "adresse",
    type: "choice",
    origin: "derived",
    format: /^(\d{2}|2A|2B|97\d)$/,
    synonyms: ["departement", "department"],
  },
  adresseComplete: {
    label: "Adresse complète",
    group: "adresse",
    type: "longText",
    origin: "derived",
    synonyms: ["adresse complete", "adresse postale", "full address"],
  },
  adresseSiege: {
    label: "Adresse du siège",
    group: "adresse",
    type: "longText",
    origin: "sources",
    base: "adresseComplete",
    axis: { of: "siege" },
    synonyms: ["adresse du siege", "adresse du siege social", "siege social", "registered office", "head office address"],
  },

  contactNom: {
    label: "Nom du contact",
    group: "contact",
    type: "text",
    origin: "user",
    synonyms: ["nom", "nom du contact", "nom de famille", "last name", "surname", "family name"],
  },
  contactPrenom: {
    label: "Prénom du contact",
    group: "contact",
    type: "text",
    origin: "user",
    synonyms: ["prenom", "prenom du contact", "first name", "given name"],
  },
  contactNomComplet: {
    label: "Nom et prénom du contact",
    group: "contact",
    type: "text",
    origin: "user",
    synonyms: ["nom et prenom", "nom prenom", "nom complet", "contact name", "personne a contacter", "interlocuteur", "full name"],
  },
  contactCivilite: {
    label: "Civilité du contact",
    group: "contact",
    type: "choice",
    origin: "user",
    format: /^(M|Mme)$/,
    synonyms: ["civilite", "titre", "title"],
  },
  contactFonction: {
    label: "Fonction du contact",
    group: "contact",
    type: "text",
    origin: "user",
    synonyms: ["fonction", "poste", "qualite", "job title", "position"],
  },
  contactEmail: {
    label: "Adresse électronique",
    group: "contact",
    type: "email",
    origin: "user",
    synonyms: ["email", "e-mail", "mail", "courriel", "adresse electronique", "adresse email", "adresse e-mail", "contact email"],
  },
  contactEmailConfirmation: {
    label: "Confirmation de l'adresse électronique",
    group: "contact",
    type: "email",
    origin: "derived",
    synonyms: ["confirmation de l'adresse", "confirmer l'email", "confirmation email", "confirm email"],
  },
  contactTelephone: {
    label: "Téléphone",
    group: "contact",
    type: "phone",
    origin: "user",
    synonyms: ["telephone", "tel", "numero de telephone", "telephone fixe", "portable", "mobile", "phone", "phone number"],
  },
  contactFax: {
    label: "Télécopie",
    group: "contact",
    type: "phone",
    origin: "user",
    synonyms: ["fax", "telecopie", "telecopieur", "fax number"],
  },

  dirigeantNom: {
    label: "Nom du représentant légal",
    group: "representant",
    type: "text",
    origin: "sources",
    base: "contactNom",
    axis: { person: "dirigeant" },
    synonyms: ["nom du dirigeant", "nom du representant", "nom du representant legal", "nom du signataire"],
  },
  dirigeantPrenom: {
    label: "Prénom du représentant légal",
    group: "representant",
    type: "text",
    origin: "sources",
    base: "contactPrenom",
    axis: { person: "dirigeant" },
    synonyms: ["prenom du dirigeant", "prenom du representant", "prenom du signataire"],
  },
  dirigeantNomComplet: {
    label: "Représentant légal",
    group: "representant",
    type: "text",
    origin: "derived",
    base: "contactNomComplet",
    axis: { person: "dirigeant" },
    identifies: "company",
    synonyms: [
      "dirigeant",
      "representant legal",
      "nom et prenom du dirigeant",
      "mandataire social",
      "personne habilitee",
      "legal representative",
    ],
  },
  dirigeantQualite: {
    label: "Qualité du représentant légal",
    group: "representant",
    type: "text",
    origin: "sources",
    base: "contactFonction",
    axis: { person: "dirigeant" },
    synonyms: ["qualite", "qualite du signataire", "fonction du representant", "en qualite de", "capacity"],
  },
  dirigeantDateNaissance: {
    label: "Naissance du représentant légal (mois et année)",
    group: "representant",
    type: "text",
    origin: "sources",
    fill: "never",
    format: /^\d{4}-\d{2}$/,
    synonyms: ["date de naissance", "ne le", "birth date"],
  },
  dirigeantEmail: {
    label: "Courriel du représentant légal",
    group: "representant",
    type: "email",
    origin: "user",
    base: "contactEmail",
    axis: { person: "dirigeant" },
    synonyms: ["courriel du representant", "email du dirigeant", "email du representant"],
  },
  dirigeantTelephone: {
    label: "Téléphone du représentant légal",
    group: "representant",
    type: "phone",
    origin: "user",
    base: "contactTelephone",
    axis: { person: "dirigeant" },
    synonyms: ["telephone du representant", "telephone du dirigeant"],
  },
  signataireHabilite: {
    label: "Personne habilitée à engager l'entreprise",
    group: "representant",
    type: "text",
    origin: "user",
    identifies: "company",
    synonyms: ["signataire", "personne habilitee a engager", "authorised signatory"],
  },

  chiffreAffairesN1: {
    label: "Chiffre d'affaires HT, dernier exercice clos",
    group: "economique",
    type: "amount",
    origin: "sources",
    base: "chiffreAffairesN1",
    axis: { year: 1 },
    identifies: "company",
    synonyms: [...TURNOVER, "chiffre d'affaires n-1"],
  },
  chiffreAffairesN2: {
    label: "Chiffre d'affaires HT, exercice précédent (N-2)",
    group: "economique",
    type: "amount",
    origin: "sources",
    base: "chiffreAffairesN1",
    axis: { year: 2 },
    identifies: "company",
    synonyms: [...TURNOVER, "chiffre d'affaires n-2"],
  },
  chiffreAffairesN3: {
    label: "Chiffre d'affaires HT, exercice N-3",
    group: "economique",
    type: "amount",
    origin: "sources",
    base: "chiffreAffairesN1",
    axis: { year: 3 },
    identifies: "company",
    synonyms: [...TURNOVER, "chiffre d'affaires n-3"],
  },
  exerciceFinN1: {
    label: "Fin du dernier exercice clos",
    group: "economique",
    type: "date",
    origin: "sources",
    base: "exerciceFinN1",
    axis: { year: 1 },
    identifies: "company",
    synonyms: ["fin d'exercice", "date de cloture", "exercice clos le", "fiscal year end"],
  },
  exerciceFinN2: {
    label: "Fin de l'exercice N-2",
    group: "economique",
    type: "date",
    origin: "sources",
    base: "exerciceFinN1",
    axis: { year: 2 },
    synonyms: ["fin d'exercice", "date de cloture", "exercice clos le"],
  },
  exerciceFinN3: {
    label: "Fin de l'exercice N-3",
    group: "economique",
    type: "date",
    origin: "sources",
    base: "exerciceFinN1",
    axis: { year: 3 },
    synonyms: ["fin d'exercice", "date de cloture", "exercice clos le"],
  },
  exerciceAnneeN1: {
    label: "Année du dernier exercice clos",
    group: "economique",
    type: "year",
    origin: "derived",
    base: "exerciceAnneeN1",
    axis: { year: 1 },
    format: /^\d{4}$/,
    synonyms: ["annee", "exercice", "year"],
  },
  exerciceAnneeN2: {
    label: "Année de l'exercice N-2",
    group: "economique",
    type: "year",
    origin: "derived",
    base: "exerciceAnneeN1",
    axis: { year: 2 },
    format: /^\d{4}$/,
    synonyms: ["annee", "exercice", "year"],
  },
  exerciceAnneeN3: {
    label: "Année de l'exercice N-3",
    group: "economique",
    type: "year",
    origin: "derived",
    base: "exerciceAnneeN1",
    axis: { year: 3 },
    format: /^\d{4}$/,
    synonyms: ["annee", "exercice", "year"],
  },
  chiffreAffairesPart: {
    label: "Part du CA liée à l'objet du marché",
    group: "economique",
    type: "percent",
    origin: "page",
    fill: "never",
    synonyms: ["part du chiffre d'affaires", "pourcentage", "part du marche", "specific turnover"],
  },
  caMoyen: {
    label: "Chiffre d'affaires moyen sur trois exercices",
    group: "economique",
    type: "amount",
    origin: "derived",
    identifies: "company",
    synonyms: ["chiffre d'affaires moyen", "ca moyen", "moyenne du chiffre d'affaires", "average turnover"],
  },
  resultatNet: {
    label: "Résultat net du dernier exercice",
    group: "economique",
    type: "amount",
    origin: "sources",
    synonyms: ["resultat net", "benefice", "resultat de l'exercice", "net income"],
  },

  effectifMoyenN1: {
    label: "Effectif moyen annuel N-1",
    group: "technique",
    type: "integer",
    origin: "user",
    base: "effectifMoyenN1",
    axis: { year: 1 },
    identifies: "company",
    synonyms: ["effectif moyen", "effectifs moyens annuels", "effectif n-1", "average annual manpower"],
  },
  effectifMoyenN2: {
    label: "Effectif moyen annuel N-2",
    group: "technique",
    type: "integer",
    origin: "user",
    base: "effectifMoyenN1",
    axis: { year: 2 },
    synonyms: ["effectif moyen n-2", "effectif n-2"],
  },
  effectifMoyenN3: {
    label: "Effectif moyen annuel N-3",
    group: "technique",
    type: "integer",
    origin: "user",
    base: "effectifMoyenN1",
    axis: { year: 3 },
    synonyms: ["effectif moyen n-3", "effectif n-3"],
  },
  effectifEncadrement: {
    label: "Personnel d'encadrement",
    group: "technique",
    type: "integer",
    origin: "never",
    fill: "never",
    synonyms: ["encadrement", "personnel d'encadrement", "cadres", "managerial staff"],
  },
  urlCertificatOpqibi: {
    label: "Lien du certificat OPQIBI",
    group: "technique",
    type: "url",
    origin: "sources",
    identifies: "company",
    synonyms: ["url opqibi", "lien opqibi", "certificat opqibi"],
  },
  urlCertificatFranceCompetences: {
    label: "Lien France compétences",
    group: "technique",
    type: "url",
    origin: "sources",
    synonyms: ["url france competences", "lien france competences", "certificat france competences"],
  },

  statutEss: {
    label: "Entreprise de l'économie sociale et solidaire",
    group: "aptitude",
    type: "boolean",
    origin: "sources",
    identifies: "company",
    synonyms: ["ess", "economie sociale et solidaire", "entreprise solidaire", "social economy"],
  },
  inscriptionRegistre: {
    label: "Inscription au registre professionnel",
    group: "aptitude",
    type: "text",
    origin: "derived",
    identifies: "company",
    synonyms: ["registre professionnel", "inscription au registre", "immatriculation au registre"],
  },
  preuvesUrl: {
    label: "Adresse internet des preuves",
    group: "aptitude",
    type: "url",
    origin: "user",
    synonyms: ["adresse internet des preuves", "url des preuves", "evidence url"],
  },
  preuvesAcces: {
    label: "Renseignements d'accès aux preuves",
    group: "aptitude",
    type: "text",
    origin: "user",
    synonyms: ["renseignements necessaires pour y acceder", "code d'acces", "access code"],
  },

  iban: {
    label: "IBAN",
    group: "bancaire",
    type: "text",
    origin: "user",
    format: /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/,
    synonyms: ["iban", "compte a crediter"],
  },
  bic: {
    label: "BIC",
    group: "bancaire",
    type: "text",
    origin: "user",
    format: /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/,
    synonyms: ["bic", "swift", "code bic"],
  },
  ribTitulaire: {
    label: "Titulaire du compte",
    group: "bancaire",
    type: "text",
    origin: "user",
    synonyms: ["titulaire du compte", "account holder"],
  },

  lot: { label: "Lots visés", group: "marche", type: "choice", origin: "page", synonyms: ["lot", "numero de lot"] },
  formeCandidature: {
    label: "Forme de la candidature",
    group: "groupement",
    type: "choice",
    origin: "page",
    fill: "never",
    synonyms: ["candidat seul", "groupement conjoint", "groupement solidaire", "forme de la candidature"],
  },

  declarationHonneur: {
    label: "Déclaration sur l'honneur",
    group: "exclusion",
    type: "boolean",
    origin: "never",
    synonyms: ["declaration sur l'honneur", "atteste sur l'honneur", "je certifie", "je declare", "sworn statement"],
  },
  password: { label: "Mot de passe", group: "contact", type: "text", origin: "never", synonyms: ["mot de passe", "password"] },
} as const satisfies Record<string, FieldDefinition>;

export type FieldKey = keyof typeof FIELDS;

/** All keys, in catalogue order. */
export const FIELD_KEYS = Object.keys(FIELDS) as FieldKey[];

/** The definition with its optional properties readable (the `as const` catalogue hides them from the type). */
export function fieldOf(key: FieldKey): FieldDefinition {
  return FIELDS[key];
}

/** True when sources may tell it, or tell what it is computed from. */
export function mayBeFound(key: FieldKey): boolean {
  const { origin } = fieldOf(key);
  return origin === "sources" || origin === "derived";
}

/** True when what is entered or corrected may serve the next consultation. */
export function isRemembered(key: FieldKey): boolean {
  const { origin } = fieldOf(key);
  return origin !== "page" && origin !== "never";
}

/** True for a field that a person may assign to a control: never a sworn statement, a password, or what each buyer defines its own way. */
export function mayBeTaught(field: FieldKey): boolean {
  const { origin, fill } = fieldOf(field);
  return origin !== "never" && fill !== "never";
}

/** True when the string names a field of the catalogue. */
export function isFieldKey(text: string): text is FieldKey {
  return Object.hasOwn(FIELDS, text);
}

/** The canonical value of a field, by its type: dates are "YYYY-MM-DD", amounts are euros, percents are 0–100. */
export type FieldValue<K extends FieldKey = FieldKey> = (typeof FIELDS)[K]["type"] extends "boolean"
  ? boolean
  : (typeof FIELDS)[K]["type"] extends "integer" | "amount" | "percent"
    ? number
    : string;
