/**
 * The legal texts behind rules, notes and warnings: what each one says, where and when it was read. The one place to update when a text
 * changes. Plain data. Quoted texts are French, as the law is.
 */

/**
 * How the text was read: `D` in its consolidated text or on an administration's own page, `C` in the provider's own code or documentation,
 * `P` press or case-law excerpt, `K` general knowledge. Only `D` and `C` are shown to the bidder (`isShowable`).
 */
type ReadMark = "D" | "C" | "P" | "K";

/** `inForce` a law's text, in force on the day it was read · `documentation` of a provider or an administration · `unread`. */
type TextState = "inForce" | "documentation" | "unread";

export interface Reference {
  /** The article, and the part that matters here. */
  readonly text: string;
  readonly read: ReadMark;
  readonly state: TextState;
  /** Day of the consolidated version that was read, "2026-04-01"; for a law's text only. */
  readonly version?: string;
  /** Where it was read. */
  readonly source: string;
  /** Month of the reading, "2026-11"; `null` while it is to be read. */
  readonly readOn: string | null;
}

/** Abrogated articles, with their end: nothing shown may name them. */
export const ABROGATED: readonly { readonly article: string; readonly on: string }[] = [{ article: "D113-14", on: "2023-05-14" }];

/** True when the reference was read at its source and is not abrogated: it may be shown. */
export function isShowable({ read, state, text }: Reference): boolean {
  return (read === "D" || read === "C") && state !== "unread" && !ABROGATED.some(({ article }) => text.includes(article));
}

const READ = "2026-11";

/** An article of the code de la commande publique, read in its consolidated version. */
function commande(article: string, says: string): Reference {
  return {
    text: `Code de la commande publique, ${article} : ${says}`,
    read: "D",
    state: "inForce",
    version: "2026-04-01",
    source: "code consolidé, Légifrance",
    readOn: READ,
  };
}

/** An article of another code, read in its consolidated version. */
function law(version: string, text: string): Reference {
  return { text, read: "D", state: "inForce", version, source: "code consolidé, Légifrance", readOn: READ };
}

/** What an administration or a provider says of its own documents. */
function documented(read: "D" | "C", source: string, text: string): Reference {
  return { text, read, state: "documentation", source, readOn: READ };
}

/** A known text that was not read at its source yet. */
function unread(text: string, read: "P" | "K" = "K"): Reference {
  return { text, read, state: "unread", source: "à lire sur Légifrance", readOn: null };
}

const API_ENTREPRISE = "documentation d'API Entreprise";

export const REFERENCES = {
  kbis: commande(
    "article R2143-9",
    "le numéro SIREN suffit, l'acheteur accède lui-même à l'extrait d'immatriculation (depuis le 1er novembre 2021).",
  ),
  extraitOutreMer: commande(
    "articles R2651-3, R2661-3, R2671-3 et R2681-3",
    "à Wallis-et-Futuna, en Polynésie française, en Nouvelle-Calédonie et dans les Terres australes, l'extrait du registre pertinent est produit.",
  ),
  accessibleEnLigne: commande(
    "article R2143-13",
    "le candidat n'est pas tenu de fournir ce que l'acheteur peut obtenir gratuitement d'un organisme officiel en ligne, si le dossier dit comment y accéder.",
  ),
  dejaTransmis: commande(
    "article R2143-14",
    "le candidat n'est pas tenu de fournir à nouveau un document déjà transmis à l'acheteur lors d'une précédente consultation et qui demeure valable.",
  ),
  entreAdministrations: law(
    "2026-08-01",
    "Code des relations entre le public et l'administration, articles L113-12 et D114-9-1 : une administration ne peut pas demander la situation fiscale qu'elle peut obtenir de la DGFIP.",
  ),
  attributaireSeul: commande("article R2144-4", "les preuves de l'absence d'exclusion sont demandées au seul attributaire pressenti."),
  nombreLimite: commande(
    "article R2144-5",
    "quand l'acheteur limite le nombre de candidats, ces preuves sont vérifiées avant l'invitation à remettre une offre.",
  ),
  certificatsImpots: commande("article R2143-7 et annexe 4", "la liste des certificats d'impôts et de cotisations."),
  documentsTravail: commande(
    "article R2143-8",
    "l'attributaire produit les documents des articles R1263-12, D8222-5 ou D8222-7, et D8254-2 à D8254-5 du code du travail.",
  ),
  renseignements: unread(
    "Arrêté du 22 mars 2019 fixant les renseignements et documents pouvant être demandés (article R2143-11, annexe 9 du code).",
  ),
  chiffreAffaires: commande(
    "article R2142-7",
    "le chiffre d'affaires annuel exigé ne dépasse pas une fois et demie le montant estimé du marché (depuis le 1er janvier 2026).",
  ),
  sansReferences: commande("article R2142-14", "l'absence de références ne suffit pas, à elle seule, à écarter un candidat."),
  jugements: commande("article R2143-9", "en redressement judiciaire, le candidat produit la copie du ou des jugements prononcés."),
  insolvabilite: commande(
    "article L2141-3",
    "sont exclus la liquidation judiciaire, la faillite personnelle ou l'interdiction de gérer, et le redressement judiciaire sans plan ni habilitation à poursuivre.",
  ),
  motifEnCours: commande(
    "article L2141-12",
    "le candidat informe sans délai l'acheteur d'un cas d'exclusion qui survient pendant la procédure.",
  ),
  motifsDeTaille: commande(
    "articles L2141-7-1 et L2141-7-2",
    "l'acheteur peut exclure une entreprise soumise au plan de vigilance, à la publication de durabilité ou au bilan d'émissions qui n'y a pas satisfait.",
  ),
  dernierPli: commande("article R2151-6", "si plusieurs plis se succèdent, seul le dernier reçu avant la date limite est ouvert."),
  copieDeSauvegarde: commande(
    "article R2132-11",
    "une copie de sauvegarde peut être adressée à l'acheteur ; elle doit lui parvenir avant la date limite.",
  ),
  dissolution: law("2026-08-01", "Code civil, article 1844-7, 7° : le jugement de clôture pour insuffisance d'actif met fin à la société."),
  decennale: law(
    "2026-08-01",
    "Code des assurances, article L241-1 : tout candidat à un marché public doit pouvoir justifier d'un contrat couvrant sa responsabilité décennale, et être assuré à l'ouverture du chantier.",
  ),
  sanction: unread("Code de commerce, articles L653-1 à L653-8 (faillite personnelle, interdiction de gérer)."),
  salariesEtrangers: unread("Code du travail, article D8254-2."),
  vigilanceUrssaf: documented(
    "D",
    "urssaf.fr",
    "URSSAF : attestation à demander à partir de 5 000 € HT, par l'employeur comme par l'indépendant, à renouveler avant la fin du sixième mois qui suit la période.",
  ),
  vigilanceEnCours: unread(
    "Code du travail, article D8222-5 : remise à la conclusion et tous les six mois jusqu'à la fin de l'exécution.",
    "P",
  ),
  vigilanceSixMois: documented(
    "C",
    API_ENTREPRISE,
    "API Entreprise, questions fréquentes : attestation de vigilance valable six mois depuis la période analysée.",
  ),
  vigilanceRenouvelee: documented(
    "D",
    "e-attestations.com",
    "e-Attestations, questions fréquentes : attestation de vigilance à renouveler tous les six mois.",
  ),
  handicap: unread(
    "Arrêté du 17 mars 2021 (JO du 12 juin 2021) : l'attestation de l'URSSAF ou de la MSA prouve l'obligation d'emploi, l'AGEFIPH n'en délivre plus.",
    "P",
  ),
  msaUsage: unread("Usage d'acheteurs (situation au 31 décembre précédent).", "P"),
  congesPayes: documented(
    "C",
    API_ENTREPRISE,
    "API Entreprise, documentation CIBTP et CNETP : l'entreprise est à jour au jour de la délivrance.",
  ),
  probtp: documented("C", API_ENTREPRISE, "API Entreprise, documentation PRO BTP : situation contrôlée chaque nuit."),
  certificats: documented(
    "C",
    API_ENTREPRISE,
    "API Entreprise : `date_fin_validite` (Qualibat), `date_fin` (Qualifelec), `date_expiration` (RGE, certificats échus compris).",
  ),
  opqibi: documented("C", API_ENTREPRISE, "API Entreprise, documentation OPQIBI : certificat valable un an."),
  carteTp: unread("FNTP, carte professionnelle annuelle."),
  troisAns: unread("Cycle de certification de trois ans."),
} as const satisfies Record<string, Reference>;
