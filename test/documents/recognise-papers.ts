/**
 * More layouts and papers, all fictitious, written and labelled before the recognition had read them: 12 layouts of other wordings, 20 papers
 * that must be asked about (the last 8 once the faults of the first 12 were mended). What first sight gave is in docs/documents.md.
 */
import type { Layout } from "./recognise-layouts.ts";

export const MORE_LAYOUTS: Readonly<Record<string, Layout>> = {
  "Qualibat, certificat RGE": {
    kind: "rge",
    dates: { issuedOn: "2026-02-02", validUntil: "2028-02-01" },
    lines: [
      "Qualibat",
      "Certificat RGE",
      "NORD TOITURES",
      "SIRET : 913 456 786 00015",
      "Certificat RGE valable jusqu'au 1er février 2028.",
      "5911   Solaire photovoltaïque (technicité courante) : Panneaux solaires photovoltaïques",
      "Fait le 02/02/2026",
    ],
  },
  "MSA, entreprise": {
    kind: "msa",
    dates: { issuedOn: "2026-10-08", validFrom: "2026-09-30" },
    lines: [
      "MSA Picardie   Service des entreprises",
      "Attestation relative aux marchés publics",
      "NORD TOITURES   SIRET 913 456 786 00015",
      "La caisse de Mutualité sociale agricole certifie que l'entreprise désignée ci-dessus est à jour du paiement de ses cotisations",
      "et contributions sociales à la date du 30/09/2026.",
      "Délivrée à Beauvais, le 8 octobre 2026",
    ],
  },
  "Urssaf, travailleur indépendant": {
    kind: "attestationVigilance",
    dates: { issuedOn: "2026-10-15", validFrom: "2026-09-30" },
    lines: [
      "Urssaf Nord-Pas-de-Calais",
      "Lille, le 15/10/2026",
      "Votre SIREN : 913 456 786",
      "ATTESTATION DE VIGILANCE",
      "Nous attestons que vous êtes à jour de vos obligations de déclaration et de paiement des cotisations au 30/09/2026,",
      "en application de l'article L. 243-15 du code de la sécurité sociale.",
    ],
  },
  "PRO BTP, retraite": {
    kind: "probtp",
    dates: { issuedOn: "2026-10-20", validUntil: "2027-01-31" },
    lines: [
      "PRO BTP   Direction des cotisations",
      "ATTESTATION DE RÉGULARITÉ",
      "Adhérent : NORD TOITURES, SIREN 913456786",
      "est à jour de ses cotisations de retraite complémentaire Agirc-Arrco.",
      "Document valable jusqu'au 31 janvier 2027.",
      "Édité le 20/10/2026",
    ],
  },
  "CIBTP, certificat de situation": {
    kind: "cibtp",
    dates: { issuedOn: "2026-10-02", validUntil: "2026-12-31" },
    lines: [
      "CIBTP France   Caisse Nord-Ouest",
      "CERTIFICAT DE SITUATION",
      "L'entreprise NORD TOITURES, n° SIREN 913 456 786, adhérente sous le numéro 59-1234,",
      "est à jour de ses cotisations de congés payés et de chômage intempéries.",
      "Ce certificat est valable jusqu'au 31 décembre 2026.",
      "À Lille, le 2 octobre 2026",
    ],
  },
  "décennale, délivrée pour la période": {
    kind: "decennale",
    dates: { issuedOn: "2026-01-14", validFrom: "2026-01-01", validUntil: "2026-12-31" },
    lines: [
      "ASSURANCES DU LITTORAL   Agence de Dunkerque",
      "ATTESTATION D'ASSURANCE DE RESPONSABILITÉ DÉCENNALE",
      "Assuré : SARL NORD TOITURES",
      "Contrat BAT 445566, articles L. 241-1 et suivants du code des assurances",
      "La présente attestation est délivrée pour la période du 1er janvier 2026 au 31 décembre 2026.",
      "Dunkerque, le 14 janvier 2026",
    ],
  },
  "RC, tirets": {
    kind: "rcPro",
    dates: { validFrom: "2026-04-01", validUntil: "2027-03-31" },
    lines: [
      "Mutuelle des Flandres",
      "ATTESTATION D'ASSURANCE RESPONSABILITÉ CIVILE PROFESSIONNELLE",
      "Souscripteur : NORD TOITURES",
      "Numéro de contrat : RC 7788   Période de validité : 01/04/2026 - 31/03/2027",
      "Garanties : dommages corporels, matériels et immatériels",
    ],
  },
  "Kbis, à jour": {
    kind: "immatriculation",
    dates: { issuedOn: "2026-11-03" },
    lines: [
      "Greffe du tribunal de commerce de Lille Métropole",
      "Extrait Kbis",
      "EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIÉTÉS",
      "à jour au 3 novembre 2026",
      "Immatriculation au RCS, numéro 913 456 786 R.C.S. Lille Métropole",
      "Dénomination ou raison sociale NORD TOITURES",
    ],
  },
  "banque, capacité": {
    kind: "banque",
    dates: { issuedOn: "2026-10-27" },
    lines: [
      "BANQUE DES DEUX CAPS   Société coopérative",
      "ATTESTATION BANCAIRE",
      "Nous soussignés, Banque des Deux Caps, attestons que la société NORD TOITURES est notre client depuis 2012 et dispose de la",
      "capacité financière nécessaire à l'exécution du marché.",
      "Fait à Boulogne-sur-Mer, le 27/10/2026",
    ],
  },
  "OPQIBI, limite": {
    kind: "opqibi",
    dates: { issuedOn: "2026-02-03", validUntil: "2027-02-02" },
    lines: [
      "OPQIBI   La qualification de l'ingénierie",
      "CERTIFICAT DE QUALIFICATION N° 12 03 4567",
      "NORD TOITURES   SIREN : 913456786",
      "Date d'édition : 03/02/2026   Date limite de validité : 02/02/2027",
    ],
  },
  "certificat de capacité": {
    kind: "attestationsBonneExecution",
    dates: { issuedOn: "2026-06-19" },
    lines: [
      "Commune de Saint-Essai-sur-Mer",
      "CERTIFICAT DE CAPACITÉ",
      "Le maire certifie que l'entreprise NORD TOITURES a exécuté les travaux de couverture de l'école (marché 2025-04, 182 000 € HT)",
      "dans les délais et selon les règles de l'art.",
      "Saint-Essai-sur-Mer, le 19 juin 2026",
    ],
  },
  "RIB, banque postale": {
    kind: "rib",
    dates: {},
    lines: [
      "RELEVÉ D'IDENTITÉ BANCAIRE",
      "Titulaire du compte : SARL NORD TOITURES",
      "IBAN FR76 3000 6000 0112 3456 7890 189   BIC PSSTFRPPLIL",
      "Domiciliation : Centre financier de Lille",
    ],
  },
  "Qualifelec, période": {
    kind: "qualifelec",
    dates: { validFrom: "2026-05-01", validUntil: "2027-04-30" },
    lines: [
      "QUALIFELEC   Certificat de qualification",
      "Titulaire NORD TOITURES   SIRET 91345678600015",
      "Qualification Électrotechnique, classe 2",
      "Certificat valable du 01/05/2026 au 30/04/2027",
    ],
  },
};

/** Each must be asked about. */
export const MORE_PAPERS: Readonly<Record<string, readonly string[]>> = {
  "a tax certificate of a subsidiary": [
    "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
    "ATTESTATION DE RÉGULARITÉ FISCALE",
    "NORD TOITURES, SIREN 913 456 786, est membre d'un groupe au sens de l'article 223 A du code général des impôts.",
    "L'impôt sur les sociétés est acquitté par la société mère, dont l'attestation est à produire avec celle-ci.",
    "Délivrée le 04/11/2026",
  ],
  "the employment of disabled workers": [
    "Urssaf Nord-Pas-de-Calais",
    "Obligation d'emploi des travailleurs handicapés : attestation",
    "NORD TOITURES, SIREN 913 456 786, a déclaré ses effectifs pour l'année 2025 et s'est acquittée de sa contribution.",
    "Cette attestation est distincte de l'attestation de vigilance.",
    "Fait à Lille, le 30/06/2026",
  ],
  "a certificate that is suspended": [
    "Qualiopi   Organisme certificateur fictif",
    "Certificat n° F-123, actions de formation, NORD TOITURES, SIREN 913456786",
    "Validité du 15/09/2025 au 14/09/2028",
    "Suite à l'audit de surveillance, cette certification se trouve suspendue depuis le 2 novembre 2026.",
  ],
  "an Urssaf that does not issue": [
    "Urssaf Nord-Pas-de-Calais   ATTESTATION DE VIGILANCE",
    "SIRET 913 456 786 00015",
    "Vous avez demandé une attestation. Des cotisations restant dues au 30/09/2026, votre demande n'a pu aboutir.",
    "Dès que vous serez à jour de vos obligations de déclaration et de paiement, vous pourrez la renouveler.",
  ],
  "a provisional cover note": [
    "NOTE DE COUVERTURE PROVISOIRE",
    "Assurance responsabilité décennale, article L. 241-1 du code des assurances",
    "Proposant : SARL NORD TOITURES, contrat en cours d'établissement",
    "Valable du 01/11/2026 au 30/11/2026. L'attestation d'assurance sera remise après encaissement de la première prime.",
  ],
  "an attestation to be completed": [
    "ATTESTATION DE BONNE EXÉCUTION",
    "À compléter par le maître d'ouvrage",
    "Je soussigné ........................ atteste que l'entreprise NORD TOITURES a exécuté le marché de travaux ........................",
    "Fait à ...................., le ....................",
  ],
  "a company that is being wound up": [
    "Greffe du tribunal de commerce de Lille Métropole",
    "Extrait Kbis, à jour au 3 novembre 2026",
    "NORD TOITURES, 913 456 786 R.C.S. Lille Métropole",
    "Les associés ont décidé le 01/09/2026 de dissoudre la société et de la mettre en liquidation amiable.",
  ],
  "the insurance of a company whose name begins alike": [
    "ATTESTATION D'ASSURANCE RESPONSABILITÉ DÉCENNALE",
    "Contrat n° 99, article L. 241-1 du code des assurances",
    "Assuré : NORD TOITURES SERVICES",
    "Valable du 01/01/2026 au 31/12/2026",
  ],
  "the account of a factor": [
    "RELEVÉ D'IDENTITÉ BANCAIRE",
    "Titulaire du compte : FACTOR DU HAINAUT",
    "IBAN FR76 3000 6000 0112 3456 7890 189   BIC PSSTFRPPLIL",
    "Créances de NORD TOITURES cédées : tout règlement doit être fait sur ce compte.",
  ],
  "a renewal notice": [
    "Assurances du Littoral",
    "RENOUVELLEMENT DE VOTRE CONTRAT D'ASSURANCE DÉCENNALE",
    "SARL NORD TOITURES, police BAT 445566, articles 1792 et suivants",
    "Votre cotisation 2027 : 4 812,00 € à régler avant le 01/01/2027. Période du 01/01/2027 au 31/12/2027.",
    "Votre attestation vous parviendra dès réception de votre paiement.",
  ],
  "a certificate of last year's model, crossed out": [
    "QUALIBAT   CERTIFICAT",
    "NORD TOITURES, SIREN 913 456 786, qualification 3121",
    "Valable jusqu'au 02/04/2027",
    "ANNULÉ ET REMPLACÉ par le certificat du 12/05/2026",
  ],
  "an RC of which the builder's own is only quoted": [
    "PROJET D'ATTESTATION D'ASSURANCE",
    "Responsabilité civile professionnelle",
    "Pour NORD TOITURES, sous réserve d'acceptation de la proposition et de signature du contrat",
    "Période envisagée du 01/01/2027 au 31/12/2027",
  ],
  "a tax certificate of a company taxed with its group": [
    "Service des impôts des entreprises",
    "ATTESTATION DE RÉGULARITÉ FISCALE (3666-SD)",
    "NORD TOITURES, SIREN 913 456 786, appartient à un groupe fiscal dont la société intégrante est HOLDING DU NORD.",
    "L'attestation de celle-ci doit être présentée en même temps.",
    "Délivrée le 04/11/2026",
  ],
  "a certificate whose withdrawal was pronounced": [
    "QUALIFELEC   Certificat de qualification",
    "NORD TOITURES   SIREN 913456786",
    "Valable du 01/05/2026 au 30/04/2027",
    "Retrait prononcé par la commission le 12/10/2026",
  ],
  "a preview of an insurance attestation": [
    "Assurances du Littoral",
    "ATTESTATION D'ASSURANCE DE RESPONSABILITÉ DÉCENNALE",
    "Assuré : SARL NORD TOITURES, contrat 12, code des assurances",
    "Valable du 01/01/2027 au 31/12/2027",
    "Ce document est un aperçu : il sera définitif une fois le contrat signé.",
  ],
  "a company whose business was sold": [
    "Greffe du tribunal de commerce de Lille",
    "Extrait Kbis",
    "NORD TOITURES, 913 456 786 R.C.S. Lille",
    "à jour au 3 novembre 2026",
    "Fonds vendu, activité arrêtée le 30/09/2026",
  ],
  "a reminder of what is owed to a caisse": [
    "CIBTP France",
    "Situation de compte valant rappel",
    "NORD TOITURES, SIREN 913456786, certificat demandé",
    "Congés payés : 3 120,00 € non réglés au 30/09/2026",
    "Votre certificat sera édité à réception du règlement.",
  ],
  "a copy that binds nobody": [
    "Qualiopi, processus certifié",
    "COPIE POUR INFORMATION, NON OPPOSABLE",
    "Certificat F-123, actions de formation, NORD TOITURES, SIREN 913456786",
    "Validité du 15/09/2025 au 14/09/2028",
  ],
  "reservations that were never lifted": [
    "Commune de Saint-Essai",
    "ATTESTATION DE BONNE EXÉCUTION",
    "Marché 2025-04, travaux, titulaire NORD TOITURES",
    "Les réserves émises à la réception n'ont pas été levées : la présente ne peut valoir certificat.",
    "Fait à Saint-Essai, le 19 juin 2026",
  ],
  "an account that is closed": [
    "RELEVÉ D'IDENTITÉ BANCAIRE",
    "Titulaire du compte : SARL NORD TOITURES",
    "IBAN FR76 3000 6000 0112 3456 7890 189   BIC PSSTFRPPLIL",
    "Compte clôturé le 30/09/2026",
  ],
};
