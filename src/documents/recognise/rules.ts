/**
 * How each kind of document is recognised and where its dates are. Data: to recognise one more, add one entry.
 *
 * Phrases are in plain French; accents, capitals, spaces, punctuation and line ends do not count. In a date phrase `{field}`
 * is a date ("le" may stand before it), `{any}` a date of no use, `{year}` a year, `…` a few words without a date, `……` a sentence without
 * one.
 */
import type { PieceKind } from "../../domain/pieces.ts";
import type { DateField } from "../../domain/validity.ts";
import { FROM, ISSUED, PERIOD, UNTIL } from "./date-phrases.ts";

export interface RecognitionRule {
  readonly kind: PieceKind;
  /** One of these must be on the first two pages. */
  readonly title: readonly string[];
  /** One of each group must be somewhere in the document. */
  readonly marks: readonly (readonly string[])[];
  /** A title followed by one of these belongs to another kind: « responsabilité civile » décennale. */
  readonly notBefore?: readonly string[];
  /** Set for a form that names the other forms of its family: the one whose title comes first counts. */
  readonly isForm?: true;
  /** Kinds about the same things: when both match, this one is right. */
  readonly beats?: readonly PieceKind[];
  readonly dates: readonly string[];
  /** Dates that must be sure: at least one of each group. */
  readonly needs: readonly (readonly DateField[])[];
  /** This date must be the end of a month, as in social attestations; any other day is asked. */
  readonly monthEnd?: DateField;
  /** When several closing days are a year apart, the last one is the document's. */
  readonly lastOfYears?: DateField;
  /** How the document must name its company to be taken without asking: by its `number`, or by its number or `name`. */
  readonly names: "number" | "name";
  /** An issuer who vouches for the paper says one of these; without them it is a proposal, a reminder or a letter about it. */
  readonly says?: readonly string[];
  /** Set for a paper that a client signs: under the company's own letterhead, it is only what the company says of itself. */
  readonly isClients?: true;
  /** Set when each issuer words it differently: it is proposed, never taken without a question. */
  readonly isOnlyProposed?: true;
  readonly securityCode?: RegExp;
}

const INSURED = [
  "période de garantie du {validFrom} au {validUntil}",
  "garantie du {validFrom} au {validUntil}",
  "ouverts entre le {validFrom} et le {validUntil}",
  "ouverture de chantier … entre le {validFrom} et le {validUntil}",
  "garanties … du {validFrom} au {validUntil}",
  ..."acquise acquises accordée accordées".split(" ").map((given) => `${given} du {validFrom} au {validUntil}`),
  "pour l'année {year}",
];
const CERTIFICATE_DATES = [...ISSUED, ...UNTIL, ...FROM, ...PERIOD, "jusqu'au {validUntil}"];
const SOCIAL_DAY = [
  "à la date du {validFrom}",
  "à jour de ses obligations …… au {validFrom}",
  "à jour de ses obligations …… à la date du {validFrom}",
  "à jour de vos obligations …… au {validFrom}",
  "à jour de vos obligations …… à la date du {validFrom}",
  "à jour de ses cotisations …… au {validFrom}",
  "à jour de vos cotisations …… au {validFrom}",
  "atteste qu'au {validFrom}",
  "attestons qu'au {validFrom}",
  "attesté qu'au {validFrom}",
  "certifie qu'au {validFrom}",
  "certifions qu'au {validFrom}",
  ..."arrêtée établie vérifiée appréciée constatée".split(" ").map((made) => `${made} au {validFrom}`),
  "exigibles au {validFrom}",
  "au {validFrom} …… à jour de",
];
/** What a caisse, an Urssaf or the tax office attests. */
const UP_TO_DATE = [
  "à jour",
  "a satisfait",
  "satisfait à ses",
  "en règle",
  "en situation régulière",
  "acquitté",
  "acquittée",
  "a réglé",
  "a effectué le versement",
  "a effectué le paiement",
  "a effectué à ce jour le versement",
  "a effectué à ce jour le paiement",
  "réglé les",
  "versement régulier",
  "paiement régulier",
];
/** How an insurer vouches for what it writes. */
const INSURER_SAYS = [
  "atteste",
  "attestons",
  "attestent",
  "atteste que",
  "certifie",
  "certifions",
  "certifient",
  "est titulaire",
  "titulaire du contrat",
  "titulaire d'un contrat",
  "a souscrit",
  "souscrit par",
  "souscripteur",
  "assuré",
  "sociétaire",
  "est garanti",
  "est garantie",
  "garantissons",
  "bénéficie",
  "est couvert",
  "est couverte",
];
/** What every attestation of an insurer says beside its title and its marks. */
const BY_AN_INSURER = {
  dates: [...ISSUED, ...UNTIL, ...PERIOD, ...INSURED],
  needs: [["validUntil"]],
  says: INSURER_SAYS,
  names: "name",
} as const satisfies Partial<RecognitionRule>;
/** In a table, the code is under its heading, after the text of the column beside. */
const SOCIAL_CODE = /code\s+de\s+s[eé]curit[eé][\s\S]{0,200}?\b((?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{15})\b/i;
const REGISTRY_CODE = /code\s+de\s+v[eé]rification\s*:?\s*([A-Za-z0-9]{8,16})(?![A-Za-z0-9])/i;

export const RECOGNITION_RULES: readonly RecognitionRule[] = [
  {
    kind: "attestationVigilance",
    title: ["attestation de vigilance", "attestation de fourniture des déclarations", "attestation de fourniture de déclarations"],
    marks: [
      ["urssaf", "union de recouvrement"],
      ["à jour de ses obligations", "à jour de ses cotisations", "obligations de déclaration et de paiement", "code de sécurité"],
    ],
    // It mentions the employment of disabled workers, which it proves too.
    beats: ["oeth"],
    dates: [...ISSUED, ...SOCIAL_DAY],
    needs: [["validFrom"]],
    monthEnd: "validFrom",
    says: UP_TO_DATE,
    names: "number",
    securityCode: SOCIAL_CODE,
  },
  {
    kind: "msa",
    title: ["mutualité sociale agricole", "msa"],
    marks: [
      ["attestation"],
      ["à jour de ses obligations", "à jour de ses cotisations", "obligations de déclaration et de paiement", "à jour du paiement"],
    ],
    beats: ["attestationVigilance"],
    dates: [...ISSUED, ...SOCIAL_DAY],
    needs: [["validFrom"]],
    monthEnd: "validFrom",
    says: UP_TO_DATE,
    names: "number",
    securityCode: SOCIAL_CODE,
  },
  {
    kind: "attestationFiscale",
    title: ["attestation de régularité fiscale", "attestation fiscale", "3666-sd"],
    marks: [["direction générale des finances publiques", "finances publiques", "dgfip", "service des impôts des entreprises"]],
    dates: [
      ...ISSUED,
      "date de délivrance de l'attestation {issuedOn}",
      "situation fiscale au {validFrom}",
      "situation au {validFrom}",
      "obligations fiscales … au {validFrom}",
      "obligations fiscales … à la date du {validFrom}",
    ],
    needs: [["issuedOn"]],
    says: [...UP_TO_DATE, "obligations déclaratives", "a déposé", "a souscrit"],
    names: "number",
  },
  {
    kind: "cibtp",
    title: ["congés intempéries btp", "cibtp", "caisse de congés payés"],
    marks: [
      ["certificat", "attestation"],
      ["congés payés", "chômage intempéries"],
    ],
    dates: [
      ...ISSUED,
      ...UNTIL,
      ...PERIOD,
      "à jour de ses cotisations au {validFrom}",
      "à jour de ses obligations au {validFrom}",
      "exigibles au {validFrom}",
      "arrêtée au {validFrom}",
    ],
    needs: [["validUntil", "issuedOn"]],
    says: UP_TO_DATE,
    names: "number",
  },
  {
    kind: "cnetp",
    title: ["caisse nationale des entrepreneurs de travaux publics", "cnetp"],
    marks: [
      ["certificat", "attestation"],
      ["congés payés", "congés", "cotisations"],
    ],
    beats: ["cibtp"],
    dates: [
      ...ISSUED,
      ...UNTIL,
      ...PERIOD,
      "à jour de ses cotisations au {validFrom}",
      "à jour de ses obligations au {validFrom}",
      "exigibles au {validFrom}",
    ],
    needs: [["validUntil", "issuedOn"]],
    says: UP_TO_DATE,
    names: "number",
  },
  {
    kind: "probtp",
    title: ["pro btp", "probtp", "btp-retraite"],
    marks: [
      ["attestation", "certificat"],
      ["retraite complémentaire", "agirc-arrco", "à jour du paiement", "à jour de ses cotisations"],
    ],
    dates: [
      ...ISSUED,
      ...UNTIL,
      ...PERIOD,
      "à jour de ses cotisations au {validFrom}",
      "à la date du {validFrom}",
      "exigibles au {validFrom}",
      "cotisations dues au {validFrom}",
    ],
    needs: [["validUntil", "issuedOn"]],
    says: UP_TO_DATE,
    names: "number",
  },
  {
    kind: "fntp",
    title: ["carte professionnelle d'entrepreneur de travaux publics", "carte professionnelle de travaux publics", "carte professionnelle"],
    marks: [["fédération nationale des travaux publics", "fntp"]],
    dates: [
      ...ISSUED,
      ...UNTIL,
      ...PERIOD,
      "carte professionnelle {year}",
      "valable pour l'année {year}",
      "année {year}",
      "millésime {year}",
    ],
    needs: [["validUntil"]],
    names: "number",
  },
  {
    kind: "qualibat",
    title: ["qualibat"],
    marks: [["certificat"], ["qualification", "qualifications", "certification", "mention rge"]],
    beats: ["rge", "cibtp"],
    dates: CERTIFICATE_DATES,
    needs: [["validUntil"]],
    names: "number",
  },
  {
    kind: "qualifelec",
    title: ["qualifelec"],
    marks: [["certificat"], ["qualification", "qualifications"]],
    beats: ["rge", "cibtp"],
    dates: [...CERTIFICATE_DATES, "échéance {validUntil}"],
    needs: [["validUntil"]],
    names: "number",
  },
  {
    kind: "opqibi",
    title: ["opqibi"],
    marks: [["certificat"], ["ingénierie", "qualification"]],
    beats: ["rge"],
    dates: CERTIFICATE_DATES,
    needs: [["validUntil", "issuedOn"]],
    names: "number",
  },
  {
    kind: "rge",
    title: [
      "certificat rge",
      "reconnu garant de l'environnement",
      "qualipac",
      "qualipv",
      "qualibois",
      "qualisol",
      "quali'enr",
      "qualit'enr",
      "certibat",
      "cerqual",
    ],
    marks: [
      ["certificat", "qualification"],
      [
        "rge",
        "reconnu garant de l'environnement",
        "énergies renouvelables",
        "économies d'énergie",
        "efficacité énergétique",
        "rénovation énergétique",
        "organisme de qualification",
        "organisme certificateur",
        "certificat de qualification",
        "cofrac",
      ],
    ],
    dates: CERTIFICATE_DATES,
    needs: [["validUntil"]],
    names: "number",
  },
  {
    kind: "qualiopi",
    title: ["qualiopi", "référentiel national qualité"],
    marks: [["certificat"], ["actions de formation", "bilans de compétences", "processus certifié", "prestataires d'actions"]],
    dates: CERTIFICATE_DATES,
    needs: [["validUntil"]],
    names: "number",
  },
  {
    kind: "iso9001",
    title: ["iso 9001", "nf en iso 9001"],
    marks: [
      ["certificat", "certificate"],
      ["management de la qualité", "système de management", "quality management"],
    ],
    dates: CERTIFICATE_DATES,
    needs: [["validUntil"]],
    names: "name",
  },
  {
    kind: "iso14001",
    title: ["iso 14001", "nf en iso 14001"],
    marks: [
      ["certificat", "certificate"],
      ["management environnemental", "système de management", "environmental management"],
    ],
    dates: CERTIFICATE_DATES,
    needs: [["validUntil"]],
    names: "name",
  },
  {
    kind: "bio",
    title: ["agriculture biologique", "mode de production biologique"],
    marks: [["certificat"], ["règlement (ue) 2018/848", "organisme certificateur", "ecocert", "produits biologiques"]],
    dates: CERTIFICATE_DATES,
    needs: [["validUntil"]],
    names: "name",
  },
  {
    kind: "immatriculation",
    title: [
      "extrait kbis",
      "extrait d'immatriculation principale au registre du commerce",
      "extrait immatriculation principale au registre du commerce",
      "extrait du registre national des entreprises",
      "attestation d'immatriculation au registre national des entreprises",
      "justificatif d'immatriculation au registre national des entreprises",
      "attestation d'immatriculation",
      "justificatif d'immatriculation",
    ],
    marks: [["greffe du tribunal", "inpi", "institut national de la propriété industrielle", "greffier"]],
    dates: [
      ...ISSUED,
      "à jour au {issuedOn}",
      "données à jour au {issuedOn}",
      "document généré le {issuedOn}",
      "extrait généré le {issuedOn}",
    ],
    needs: [["issuedOn"]],
    names: "number",
    securityCode: REGISTRY_CODE,
  },
  {
    kind: "avisInsee",
    title: ["avis de situation au répertoire sirene", "situation au répertoire sirene"],
    marks: [["insee", "institut national de la statistique"]],
    dates: [...ISSUED, "situation au {issuedOn}", "à la date du {issuedOn}", "document édité le {issuedOn}"],
    needs: [["issuedOn"]],
    names: "number",
  },
  {
    kind: "bilans",
    title: ["bilan actif", "bilan - actif", "comptes annuels", "bilan passif", "liasse fiscale", "2050-sd", "2033-a-sd"],
    marks: [["compte de résultat", "total de l'actif", "total général", "capitaux propres", "immobilisations"]],
    dates: [
      "exercice clos le {closingOn}",
      "exercice n clos le {closingOn}",
      "exercice n-1 clos le {closingOn}",
      "clôture de l'exercice {closingOn}",
      "date de clôture {closingOn}",
      "date de clôture de l'exercice {closingOn}",
      "exercice du {any} au {closingOn}",
      "bilan au {closingOn}",
      "comptes annuels au {closingOn}",
      "arrêtés au {closingOn}",
    ],
    needs: [["closingOn"]],
    lastOfYears: "closingOn",
    names: "number",
  },
  {
    kind: "decennale",
    beats: ["assurance"],
    title: [
      "responsabilité décennale",
      "responsabilité civile décennale",
      "responsabilité civile et décennale",
      "responsabilité de nature décennale",
      "responsabilité civile de nature décennale",
      "assurance décennale",
      "garantie décennale",
      "assurance construction",
      "décennale obligatoire",
      "rc décennale",
    ],
    marks: [
      ["attestation d'assurance", "attestation"],
      ["l. 241-1", "l 241-1", "code des assurances", "ouverture de chantier", "chantiers ouverts", "1792", "contrat", "police"],
    ],
    ...BY_AN_INSURER,
  },
  {
    kind: "rcPro",
    beats: ["assurance"],
    title: [
      "responsabilité civile professionnelle",
      "responsabilité civile exploitation",
      "responsabilité civile entreprise",
      "responsabilité civile générale",
      "responsabilité civile de l'entreprise",
      "assurance responsabilité civile",
      "assurance de responsabilité civile",
      "rc professionnelle",
      "rc exploitation",
    ],
    notBefore: ["décennale", "et décennale"],
    marks: [
      ["attestation d'assurance", "attestation"],
      ["contrat", "police", "assuré"],
    ],
    ...BY_AN_INSURER,
  },
  {
    kind: "assurance",
    title: [
      "multirisque professionnelle",
      "multirisques professionnelle",
      "multirisque entreprise",
      "tous risques chantier",
      "flotte automobile",
    ],
    marks: [
      ["attestation d'assurance", "attestation"],
      ["contrat", "police", "assuré"],
    ],
    ...BY_AN_INSURER,
    isOnlyProposed: true,
  },
  {
    kind: "rib",
    title: [
      "relevé d'identité bancaire",
      "coordonnées bancaires",
      "identité bancaire",
      "détails du compte",
      "informations du compte",
      "identifiant international de compte bancaire",
    ],
    marks: [["iban"], ["bic", "swift", "titulaire", "bénéficiaire", "domiciliation"]],
    dates: [],
    needs: [],
    names: "name",
  },
  {
    kind: "banque",
    title: [
      "déclaration appropriée de banque",
      "attestation bancaire",
      "déclaration de banque",
      "déclaration bancaire",
      "lettre de confort",
    ],
    marks: [
      ["banque", "établissement bancaire", "crédit", "caisse"],
      ["client", "cliente", "relation d'affaires", "relations d'affaires", "capacité financière"],
    ],
    dates: ISSUED,
    needs: [["issuedOn"]],
    says: ["atteste", "attestons", "certifie", "certifions", "déclare", "déclarons", "confirme", "confirmons"],
    names: "name",
  },
  {
    kind: "attestationsBonneExecution",
    isClients: true,
    title: [
      "attestation de bonne exécution",
      "certificat de bonne exécution",
      "attestation de bonne fin",
      "certificat de bonne fin",
      "certificat de capacité",
      "attestation de capacité",
      "attestation de travaux exécutés",
      "attestation de référence",
    ],
    marks: [["marché", "travaux", "prestations", "chantier"]],
    dates: ISSUED,
    needs: [["issuedOn"]],
    says: "exécuté exécutés exécutée exécutées réalisé réalisés réalisée réalisées mené menés assuré effectué fourni livré".split(" "),
    names: "name",
  },
  {
    kind: "oeth",
    title: [
      "obligation d'emploi des travailleurs handicapés",
      "obligation d'emploi de travailleurs handicapés",
      "emploi de personnes handicapées",
      "emploi des personnes handicapées",
      "attestation oeth",
      "certificat oeth",
    ],
    marks: [["attestation", "certificat", "atteste", "certifie"]],
    dates: ISSUED,
    needs: [["issuedOn"]],
    names: "number",
    isOnlyProposed: true,
  },
  {
    kind: "listeSalariesEtrangers",
    title: [
      "liste nominative des salariés étrangers",
      "liste nominative des travailleurs étrangers",
      "emploi de salariés étrangers",
      "emploi de travailleurs étrangers",
    ],
    marks: [["d. 8254-2", "d8254-2", "autorisation de travail", "titre valant autorisation"]],
    dates: ISSUED,
    needs: [["issuedOn"]],
    names: "name",
  },
  {
    kind: "dc1",
    isForm: true,
    title: ["lettre de candidature"],
    marks: [["dc1", "désignation du mandataire par ses cotraitants", "habilitation du mandataire"]],
    dates: [],
    needs: [],
    names: "name",
  },
  {
    kind: "dc2",
    isForm: true,
    title: ["déclaration du candidat individuel ou du membre du groupement", "déclaration du candidat individuel"],
    marks: [["dc2", "membre du groupement"]],
    dates: [],
    needs: [],
    names: "name",
  },
  {
    kind: "dc4",
    isForm: true,
    title: ["déclaration de sous-traitance"],
    marks: [["dc4", "acte spécial", "sous-traitant"]],
    dates: [],
    needs: [],
    names: "name",
  },
  {
    kind: "attri1",
    isForm: true,
    title: ["acte d'engagement"],
    marks: [["attri1", "engagement du titulaire", "pouvoir adjudicateur", "acheteur"]],
    dates: [],
    needs: [],
    names: "name",
  },
  {
    kind: "dume",
    isForm: true,
    title: ["document unique de marché européen"],
    marks: [["opérateur économique", "motifs d'exclusion"]],
    dates: [],
    needs: [],
    names: "name",
  },
  {
    kind: "memoire",
    title: ["mémoire technique", "mémoire justificatif"],
    marks: [["moyens humains", "méthodologie", "moyens techniques", "organisation", "planning"]],
    dates: [],
    needs: [],
    names: "name",
  },
  {
    kind: "statuts",
    title: ["statuts constitutifs", "statuts mis à jour", "statuts à jour", "statuts de la société"],
    marks: [
      ["article 1", "objet social", "siège social"],
      ["capital social", "associés", "parts sociales", "actions"],
    ],
    dates: [],
    needs: [],
    names: "name",
  },
  {
    kind: "pouvoir",
    title: ["délégation de pouvoir", "délégation de signature", "pouvoir de signature", "donne pouvoir à"],
    marks: [["soussigné", "soussignée"]],
    dates: ISSUED,
    needs: [],
    names: "name",
  },
  {
    kind: "cv",
    title: ["curriculum vitae"],
    marks: [["expérience", "expériences professionnelles", "formation"]],
    dates: [],
    needs: [],
    names: "name",
  },
  {
    kind: "jugementRedressement",
    title: ["jugement d'ouverture de redressement judiciaire", "redressement judiciaire"],
    marks: [
      ["tribunal de commerce", "tribunal judiciaire", "tribunal des activités économiques"],
      ["par ces motifs", "jugement"],
    ],
    dates: [],
    needs: [],
    names: "name",
  },
];
