/**
 * Every text that a rule, a note or a warning rests on: what it says for us, where it was read, when. The one place to mend when a text
 * changes. Plain data. Quoted texts are French, as the law is.
 */

/**
 * How the text was read: `D` in a stored document, `C` in the provider's own code or documentation, `P` press or case-law
 * excerpt, `K` general knowledge. Only `D` and `C` are shown to the bidder (`isShowable`); the others await confirmation.
 */
type ReadMark = "D" | "C" | "P" | "K";

export interface Reference {
  /** The article, and what of it matters here. */
  readonly text: string;
  readonly read: ReadMark;
  /** Where it was read. */
  readonly source: string;
  /** Month of the reading, "2026-11"; `null` while it is to be read. */
  readonly readOn: string | null;
}

/** To be turned on by whoever read the remaining texts at their source, and marked them so. */
const SHOWS_UNREAD = false;

/** True when the reference was read at its source and may be shown. */
export function isShowable({ read }: Reference): boolean {
  return SHOWS_UNREAD || read === "D" || read === "C";
}

const CODE = "code-commande-publique.com";
const API_ENTREPRISE = "documentation d'API Entreprise";
const READ = "2026-11";

/** A text known of, not yet read at its source. */
function unread(text: string): Reference {
  return { text, read: "K", source: "à lire sur Légifrance", readOn: null };
}

export const REFERENCES = {
  kbis: {
    text: "Code de la commande publique, article R2143-9 (décret n° 2021-631 du 21 mai 2021) : l'extrait Kbis ne peut plus être exigé, le numéro SIREN suffit.",
    read: "C",
    source: API_ENTREPRISE,
    readOn: READ,
  },
  accessibleEnLigne: {
    text: "Code de la commande publique, article R2143-13 : le candidat n'est pas tenu de fournir ce que l'acheteur peut obtenir gratuitement d'un système électronique officiel, si le dossier dit comment y accéder.",
    read: "D",
    source: CODE,
    readOn: READ,
  },
  regulariteFiscale: {
    text: "Code des relations entre le public et l'administration, article D113-14 : l'attestation de régularité fiscale que l'acheteur obtient lui-même n'a pas à être produite.",
    read: "D",
    source: "code des relations entre le public et l'administration, extrait",
    readOn: READ,
  },
  attributaireSeul: unread(
    "Code de la commande publique, article R2144-4 : les preuves de l'absence d'exclusion sont demandées au seul attributaire pressenti.",
  ),
  certificatsImpots: unread("Code de la commande publique, article R2143-7 et son annexe 4."),
  renseignements: unread("Arrêté du 22 mars 2019 fixant les renseignements et documents pouvant être demandés (annexe 9 du code)."),
  jugements: unread("Code de la commande publique, article R2143-9 : copie du ou des jugements en cas de redressement judiciaire."),
  insolvabilite: unread("Code de la commande publique, article L2141-3."),
  sanction: unread("Code de commerce, articles L653-1 à L653-8 (faillite personnelle, interdiction de gérer)."),
  vigilanceTravail: unread("Code du travail, article D8222-5."),
  salariesEtrangers: unread("Code du travail, article D8254-2."),
  decennale: unread("Code des assurances, article L241-1 (décennale)."),
  vigilanceSixMois: {
    text: "API Entreprise, questions fréquentes : attestation de vigilance valable six mois depuis la période analysée.",
    read: "C",
    source: API_ENTREPRISE,
    readOn: READ,
  },
  vigilanceRenouvelee: {
    text: "e-Attestations, questions fréquentes : attestation de vigilance à renouveler tous les six mois.",
    read: "D",
    source: "e-attestations.com",
    readOn: READ,
  },
  msaUsage: { text: "Usage d'acheteurs (situation au 31 décembre précédent).", read: "P", source: "presse", readOn: READ },
  congesPayes: {
    text: "API Entreprise, documentation CIBTP et CNETP : l'entreprise est à jour au jour de la délivrance.",
    read: "C",
    source: API_ENTREPRISE,
    readOn: READ,
  },
  probtp: {
    text: "API Entreprise, documentation PRO BTP : situation contrôlée chaque nuit.",
    read: "C",
    source: API_ENTREPRISE,
    readOn: READ,
  },
  certificats: {
    text: "API Entreprise : `date_fin_validite` (Qualibat), `date_fin` (Qualifelec), `date_expiration` (RGE, certificats échus compris).",
    read: "C",
    source: API_ENTREPRISE,
    readOn: READ,
  },
  opqibi: {
    text: "API Entreprise, documentation OPQIBI : certificat valable un an.",
    read: "C",
    source: API_ENTREPRISE,
    readOn: READ,
  },
  carteTp: unread("FNTP, carte professionnelle annuelle."),
  troisAns: unread("Cycle de certification de trois ans."),
} as const satisfies Record<string, Reference>;
