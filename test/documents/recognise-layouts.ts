/**
 * Layouts written as issuers write them, and papers that cite an attestation without being one. All fictitious. What a person reads in each
 * stands beside it; a paper must never be taken without a question.
 */
import type { PieceKind } from "../../src/domain/pieces.ts";
import type { DateField } from "../../src/domain/validity.ts";

export const OWNER = { siren: "913456786", names: ["SARL NORD TOITURES"], today: "2026-11-25" } as const;

export interface Layout {
  readonly kind: PieceKind;
  readonly dates: { readonly [F in DateField]?: string };
  readonly lines: readonly string[];
}

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  "Qualit'EnR": {
    kind: "rge",
    dates: { validFrom: "2026-03-01", validUntil: "2027-02-28" },
    lines: [
      "Qualit'EnR   CERTIFICAT DE QUALIFICATION",
      "QualiPAC module chauffage et ECS",
      "L'association Qualit'EnR, organisme de qualification, atteste que l'entreprise",
      "NORD TOITURES",
      "SIRET : 913 456 786 00015",
      "Période couverte par le certificat : du 01/03/2026 au 28/02/2027",
      "Assurance responsabilité civile : AXA 4455667 - Assurance décennale : AXA 4455668",
    ],
  },
  Certibat: {
    kind: "rge",
    dates: { issuedOn: "2026-02-10", validUntil: "2028-02-09" },
    lines: [
      "CERTIBAT",
      "CERTIFICAT N° 2026-0123",
      "Offre globale de rénovation énergétique",
      "Entreprise : NORD TOITURES   SIREN 913456786",
      "Date d'émission : 10/02/2026   Date de fin de validité : 09/02/2028",
    ],
  },
  "Qualibat, cases": {
    kind: "qualibat",
    dates: { validUntil: "2027-04-02" },
    lines: [
      "QUALIBAT",
      "CERTIFICAT MENTION RGE",
      "VALABLE 02/04/2027",
      "JUSQU'AU",
      "Raison sociale : NORD TOITURES",
      "SIRET 913 456 786 00015",
      "Numéro caisse de congés payés : 59 0721",
      "Assurance responsabilité civile : SMABTP 12345",
      "3121 Couverture en tuiles - Qualification probatoire",
    ],
  },
  "ISO 9001, jusqu'au": {
    kind: "iso9001",
    dates: { validUntil: "2028-06-14" },
    lines: [
      "CERTIFICAT",
      "N° 2025/98765.1",
      "AFNOR Certification certifie que le système de management mis en place par",
      "NORD TOITURES",
      "pour les activités suivantes : couverture, étanchéité",
      "a été évalué et jugé conforme aux exigences requises par",
      "ISO 9001 : 2015",
      "À compter du 15/06/2025",
      "Jusqu'au 14/06/2028",
    ],
  },
  "ISO 14001 in English": {
    kind: "iso14001",
    dates: { issuedOn: "2025-01-20", validUntil: "2028-01-19" },
    lines: [
      "CERTIFICATE OF APPROVAL",
      "This is to certify that the environmental management system of",
      "NORD TOITURES",
      "complies with ISO 14001:2015",
      "Issue date: 20/01/2025",
      "Expiry date: 19/01/2028",
    ],
  },
  "Allianz, sous réserve": {
    kind: "rcPro",
    dates: { validFrom: "2026-01-01", validUntil: "2026-12-31", issuedOn: "2026-01-12" },
    lines: [
      "Allianz   ATTESTATION D'ASSURANCE",
      "Responsabilité civile des entreprises - Responsabilité civile professionnelle",
      "Allianz IARD atteste que la société NORD TOITURES est titulaire d'un contrat souscrit sous le n° 55667788",
      "La présente attestation est valable, sous réserve du paiement des cotisations et des possibilités de suspension ou de résiliation",
      "en cours d'année d'assurance, du 01/01/2026 au 31/12/2026.",
      "Fait à Paris La Défense, le 12/01/2026",
    ],
  },
  "décennale, mutuelle": {
    kind: "decennale",
    dates: { validFrom: "2026-01-01", validUntil: "2026-12-31", issuedOn: "2026-01-05" },
    lines: [
      "MUTUELLE DES ARTISANS DU NORD",
      "Lille, le 5 janvier 2026",
      "ATTESTATION D'ASSURANCE CONSTRUCTION",
      "Responsabilité civile décennale obligatoire",
      "Assuré : NORD TOITURES   Police n° 998877",
      "Les garanties sont acquises aux chantiers ouverts entre le 01/01/2026 et le 31/12/2026.",
      "La présente attestation ne vaut que si le contrat n'est pas résilié ; elle cesse ses effets si la police est résiliée.",
    ],
  },
  "décennale, année": {
    kind: "decennale",
    dates: { validFrom: "2026-01-01", validUntil: "2026-12-31" },
    lines: [
      "ATTESTATION NOMINATIVE D'ASSURANCE DÉCENNALE",
      "Période d'assurance : du 01.01.2026 au 31.12.2026",
      "NORD TOITURES (SIREN 913 456 786) est garanti pour sa responsabilité décennale, articles 1792 et suivants, contrat n° 77",
    ],
  },
  "RIB d'une néobanque": {
    kind: "rib",
    dates: {},
    lines: [
      "Olinda SAS   18 rue de Navarin, 75009 Paris   819 489 626 RCS Paris",
      "Coordonnées bancaires",
      "Bénéficiaire",
      "NORD TOITURES",
      "IBAN",
      "FR76 3000 6000 0112 3456 7890 189",
      "BIC",
      "QNTOFRP1XXX",
    ],
  },
  "RIB, compte et titulaire": {
    kind: "rib",
    dates: {},
    lines: [
      "Informations du compte   Compte professionnel",
      "Titulaire : SARL NORD TOITURES",
      "IBAN : FR76 3000 6000 0112 3456 7890 189   BIC : TRZOFR21XXX",
      "Domiciliation : Banque en ligne",
    ],
  },
  "banque, fait pour servir": {
    kind: "banque",
    dates: { issuedOn: "2026-11-02" },
    lines: [
      "DÉCLARATION APPROPRIÉE DE BANQUE",
      "La Banque du Nord, établissement bancaire, déclare que sa cliente, la société NORD TOITURES, dispose de la capacité financière",
      "Fait pour servir et valoir ce que de droit, à Lille, le 2 novembre 2026",
    ],
  },
  "fiscale, délivrée": {
    kind: "attestationFiscale",
    dates: { issuedOn: "2026-09-15" },
    lines: [
      "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
      "ATTESTATION DE RÉGULARITÉ FISCALE",
      "Numéro de délivrance : 55120",
      "DENOMINATION DE LA SOCIETE : NORD TOITURES",
      "N° SIREN : 913456786",
      "est en règle au regard des obligations fiscales suivantes :",
      "Date de délivrance : le 15/09/2026",
    ],
  },
  "cnetp, lettre": {
    kind: "cnetp",
    dates: { issuedOn: "2026-10-07" },
    lines: [
      "CNETP   31 rue Le Peletier 75009 Paris",
      "CERTIFICAT",
      "Entreprise NORD TOITURES   SIREN 913 456 786",
      "est à jour de ses obligations relatives aux congés payés",
      "Paris, le 7 octobre 2026",
    ],
  },
  "probtp, lettre": {
    kind: "probtp",
    dates: { issuedOn: "2026-08-31" },
    lines: [
      "PRO BTP",
      "Attestation de situation",
      "NORD TOITURES, SIREN 913456786, adhérent 887",
      "est à jour du paiement de ses cotisations de retraite complémentaire et de prévoyance",
      "Cagnes-sur-Mer, le 31/08/2026",
    ],
  },
  "vigilance, travailleur indépendant": {
    kind: "attestationVigilance",
    dates: { validFrom: "2026-09-30", issuedOn: "2026-10-14" },
    lines: [
      "Urssaf Nord-Pas-de-Calais   À Lille, le 14/10/2026",
      "ATTESTATION DE FOURNITURE DES DÉCLARATIONS SOCIALES ET DE PAIEMENT",
      "SIREN 913456786",
      "En votre qualité de travailleur indépendant, l'entreprise est à jour de ses obligations en matière de déclaration et de paiement",
      "des cotisations de Sécurité sociale, de la contribution à la formation professionnelle (CFP) au 30/09/2026.",
    ],
  },
  "DC2, modèle officiel": {
    kind: "dc2",
    dates: {},
    lines: [
      "MINISTÈRE DE L'ÉCONOMIE   MARCHÉS PUBLICS   DC2",
      "DÉCLARATION DU CANDIDAT INDIVIDUEL OU DU MEMBRE DU GROUPEMENT",
      "Le formulaire DC2 est un modèle de déclaration qui peut être utilisé à l'appui de la lettre de candidature (formulaire DC1)",
      "Lettre de candidature – formulaire DC1",
      "C - Identification : NORD TOITURES, SIRET 913 456 786 00015",
    ],
  },
};

export const PAPERS: Readonly<Record<string, readonly string[]>> = {
  "lettre de résiliation": [
    "MUTUELLE DES ARTISANS",
    "Objet : résiliation de votre contrat d'assurance décennale",
    "NORD TOITURES, SIREN 913456786",
    "Nous vous informons que nous mettons fin à votre assurance décennale, article L. 113-12 du code des assurances.",
    "L'attestation valable jusqu'au 31/12/2026 que vous détenez est à nous retourner.",
  ],
  "suspension de garantie": [
    "ATTESTATION D'ASSURANCE DE RESPONSABILITÉ DÉCENNALE",
    "NORD TOITURES SIREN 913456786 contrat n° 12",
    "Période de validité du 01/01/2026 au 31/12/2026",
    "Les garanties sont suspendues depuis le 15/03/2026 pour défaut de paiement.",
  ],
  "refus Qualibat": [
    "QUALIBAT   Lille, le 12/05/2026",
    "NORD TOITURES SIRET 913 456 786 00015",
    "Objet : votre demande de qualification 3121",
    "La commission a émis un avis défavorable. Le certificat valable jusqu'au 02/04/2027 sera modifié en conséquence.",
  ],
  "retrait Qualibat": [
    "QUALIBAT",
    "CERTIFICAT de qualification n° E-123",
    "SIRET 913 456 786 00015",
    "Valable jusqu'au 02/04/2027",
    "Ce certificat a été retiré par décision du 03/06/2026.",
  ],
  "devis de l'entreprise": [
    "NORD TOITURES   SIRET 913 456 786 00015",
    "DEVIS N° 2026-55 du 03/11/2026, valable jusqu'au 03/01/2027",
    "Attestation d'assurance décennale : contrat n° 12, Mutuelle des artisans, code des assurances",
    "Total TTC 12 000 €",
  ],
  "devis sans le mot": [
    "NORD TOITURES   SIRET 913 456 786 00015",
    "Offre du 03/11/2026 valable jusqu'au 03/01/2027",
    "Couverture en ardoise 240 m²",
    "Responsabilité décennale : attestation d'assurance n° 12, chantiers ouverts en France",
    "Montant HT 10 000,00   TVA 2 000,00   Net à payer 12 000,00",
    "Bon pour accord",
  ],
  "facture et son IBAN": [
    "NORD TOITURES",
    "Facture F-2026-88",
    "Coordonnées bancaires - IBAN : FR76 3000 6000 0112 3456 7890 189 BIC AGRIFRPP",
    "Titulaire : NORD TOITURES",
    "Total TTC 8 000,00",
  ],
  "RIB du gérant": ["RELEVÉ D'IDENTITÉ BANCAIRE", "Titulaire : M. NORD Paul", "IBAN FR76 3000 6000 0112 3456 7890 189   BIC PSSTFRPP"],
  "RIB d'une autre": [
    "CRÉDIT DU NORD TOITURES ET COMPAGNIE",
    "RELEVÉ D'IDENTITÉ BANCAIRE",
    "Titulaire : SAS ATELIER BOIS",
    "IBAN FR76 3000 6000 0112 3456 7890 189   BIC NORDFRPP",
  ],
  "RIB d'une société de nom plus long": [
    "RELEVÉ D'IDENTITÉ BANCAIRE",
    "Titulaire : NORD TOITURES SERVICES",
    "IBAN FR76 3000 6000 0112 3456 7890 189   BIC NORDFRPP",
  ],
  "appel de cotisations": [
    "CIBTP   Caisse du Nord",
    "APPEL DE COTISATIONS - 3e trimestre 2026",
    "NORD TOITURES SIREN 913456786",
    "Congés payés et chômage intempéries : votre certificat valable jusqu'au 31/12/2026 suppose ce règlement.",
    "Montant à régler : 4 312 €",
  ],
  "mise en demeure": [
    "PRO BTP",
    "MISE EN DEMEURE",
    "NORD TOITURES SIREN 913456786",
    "Retraite complémentaire : vos cotisations exigibles au 30/09/2026 ne sont pas réglées. Aucune attestation ne sera établie.",
  ],
  "règlement de consultation": [
    "COMMUNE D'EXEMPLE",
    "MARCHÉ PUBLIC DE TRAVAUX",
    "RÈGLEMENT DE LA CONSULTATION (RC)",
    "Le dossier comprend : DC1 lettre de candidature et habilitation du mandataire, DC2, mémoire technique (méthodologie, moyens humains)",
    "Attestation d'assurance décennale, code des assurances, article L. 241-1",
  ],
  "lettre d'accompagnement": [
    "Lille, le 3 novembre 2026",
    "Madame, Monsieur,",
    "Vous trouverez ci-joint mon curriculum vitae ainsi que mon expérience et ma formation.",
    "Je vous prie d'agréer mes salutations distinguées. NORD TOITURES, SIREN 913456786",
  ],
  "Kbis radié": [
    "Greffe du tribunal de commerce de Lille   Extrait Kbis",
    "EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIÉTÉS",
    "à jour au 6 novembre 2026",
    "Immatriculation au RCS, numéro 913 456 786 R.C.S. Lille",
    "Société radiée le 02/10/2026",
  ],
  "Kbis en liquidation amiable": [
    "Greffe du tribunal de commerce de Lille   Extrait Kbis",
    "EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIÉTÉS",
    "à jour au 6 novembre 2026",
    "Immatriculation au RCS, numéro 913 456 786 R.C.S. Lille",
    "Dissolution à compter du 01/10/2026. Liquidateur : NORD Paul",
  ],
  "avis d'une entreprise cessée": [
    "Insee   SITUATION AU RÉPERTOIRE SIRENE",
    "À la date du 20/11/2026",
    "Entreprise cessée le 30/06/2026",
    "Identifiant SIREN 913 456 786",
  ],
  "proposition d'assurance": [
    "PROPOSITION D'ASSURANCE",
    "Responsabilité civile professionnelle - NORD TOITURES SIREN 913456786",
    "Une attestation vous sera remise. Contrat valable du 01/01/2027 au 31/12/2027 après paiement.",
  ],
  "contrôle de vigilance par un client": [
    "MÉTROPOLE D'EXEMPLE   Lille, le 03/11/2026",
    "Objet : votre attestation de vigilance Urssaf",
    "NORD TOITURES, SIREN 913456786",
    "Votre attestation, à jour de ses obligations à la date du 31/03/2026, expire. Merci de nous adresser la suivante.",
  ],
  "attestation d'un sous-traitant": [
    "ATTESTATION D'ASSURANCE   Responsabilité civile professionnelle",
    "Assuré : MENUISERIES OZANNE (SIREN 902 100 072), contrat n° 3",
    "Valable du 01/01/2026 au 31/12/2026, pour le compte de NORD TOITURES",
  ],
  "jugement de conversion en liquidation": [
    "TRIBUNAL DE COMMERCE DE LILLE",
    "Jugement de conversion du redressement judiciaire en liquidation judiciaire",
    "NORD TOITURES, SIREN 913 456 786",
    "PAR CES MOTIFS, le tribunal convertit la procédure en liquidation judiciaire.",
  ],
  "jugement qui clôt le redressement": [
    "TRIBUNAL DE COMMERCE DE LILLE",
    "Redressement judiciaire de NORD TOITURES, SIREN 913 456 786",
    "PAR CES MOTIFS, le tribunal prononce la clôture de la procédure.",
  ],
};
