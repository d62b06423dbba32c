/**
 * Series of fictitious papers, written and labelled before the recognition had read them: the first was then mended by kinds, the second
 * and the third (papers that must be asked about) gave the figures of first sight that docs/documents.md tells. `kind: null`: a paper that must be asked about.
 */
import type { PieceKind } from "../../src/domain/pieces.ts";
import type { DateField } from "../../src/domain/validity.ts";

export interface Paper {
  readonly kind: PieceKind | null;
  readonly dates?: { readonly [F in DateField]?: string };
  readonly lines: readonly string[];
}

export const FIRST_SERIES: Readonly<Record<string, Paper>> = {
  "urssaf mod": {
    kind: "attestationVigilance",
    dates: { issuedOn: "2026-10-05", validFrom: "2026-09-30" },
    lines: [
      "Urssaf Bretagne",
      "Objet : attestation de fourniture des déclarations sociales et de paiement des cotisations et contributions sociales",
      "Madame, Monsieur,",
      "Je vous informe que l'employeur ci-après désigné est à jour de ses obligations en matière de cotisations, situation arrêtée au 30/09/2026.",
      "BRUN COUVERTURE – SIRET 913 456 786 00015",
      "Rennes, le 5 octobre 2026",
      "Code de sécurité : A1B2C3D4E5F6G7H",
    ],
  },
  "dgfip phrase": {
    kind: "attestationFiscale",
    dates: { issuedOn: "2026-11-03" },
    lines: [
      "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
      "N° 3666-SD",
      "ATTESTATION DE RÉGULARITÉ FISCALE",
      "Entreprise : BRUN COUVERTURE   SIREN : 913 456 786",
      "Le comptable public soussigné certifie que l'entreprise est à jour, à la date de délivrance, du dépôt de ses déclarations de résultats et de TVA et du paiement de la TVA et de l'impôt sur les sociétés.",
      "Délivrance : 03/11/2026",
    ],
  },
  "msa bis": {
    kind: "msa",
    dates: { issuedOn: "2026-10-12", validFrom: "2026-09-30" },
    lines: [
      "MSA des Portes de Bretagne",
      "ATTESTATION DE RÉGULARITÉ SOCIALE",
      "Entreprise BRUN COUVERTURE, SIREN 913 456 786",
      "Il est attesté qu'au 30 septembre 2026 l'entreprise a satisfait à ses obligations de déclaration et de paiement.",
      "Établie à Rennes le 12/10/2026",
    ],
  },
  "cibtp period": {
    kind: "cibtp",
    dates: { issuedOn: "2026-10-01", validUntil: "2026-12-31" },
    lines: [
      "CONGÉS INTEMPÉRIES BTP – Caisse de l'Ouest",
      "CERTIFICAT MARCHÉS PUBLICS",
      "BRUN COUVERTURE  N° SIREN 913 456 786",
      "La caisse certifie que l'entreprise a acquitté les cotisations de congés payés et de chômage-intempéries exigibles.",
      "Certificat établi le 01/10/2026, valable jusqu'au 31/12/2026",
    ],
  },
  probtp: {
    kind: "probtp",
    dates: { issuedOn: "2026-10-14" },
    lines: [
      "PRO BTP",
      "Retraite complémentaire Agirc-Arrco – Prévoyance",
      "ATTESTATION DE SITUATION",
      "Nous attestons que l'entreprise BRUN COUVERTURE (SIRET 913 456 786 00015) est à jour du paiement de ses cotisations.",
      "Fait le 14 octobre 2026 à Lyon",
    ],
  },
  "qualibat 2026": {
    kind: "qualibat",
    dates: { issuedOn: "2026-03-02", validUntil: "2027-03-01" },
    lines: [
      "QUALIBAT",
      "Organisme de qualification et de certification de la construction",
      "CERTIFICAT N° E-E123456",
      "BRUN COUVERTURE   SIRET 913 456 786 00015",
      "Qualifications attribuées : 3101 Couverture ardoises (technicité courante)",
      "Attribué le 02/03/2026   Expire le 01/03/2027",
    ],
  },
  "qualit'enr": {
    kind: "rge",
    dates: { validFrom: "2026-01-01", validUntil: "2026-12-31" },
    lines: [
      "Qualit'EnR – association pour la qualité d'installation des systèmes à énergie renouvelable",
      "CERTIFICAT QualiPV module Élec",
      "BRUN COUVERTURE  SIREN 913 456 786",
      "Reconnu Garant de l'Environnement",
      "Qualification valable du 01/01/2026 au 31/12/2026",
    ],
  },
  qualiopi: {
    kind: "qualiopi",
    dates: { validFrom: "2025-05-06", validUntil: "2028-05-05" },
    lines: [
      "CERTIFICAT QUALIOPI n° 2025-77",
      "La certification qualité a été délivrée au titre de la catégorie d'action suivante : ACTIONS DE FORMATION",
      "Organisme : BRUN COUVERTURE, SIREN 913 456 786",
      "Date d'effet : 06/05/2025 – Date de fin : 05/05/2028",
    ],
  },
  iso9001: {
    kind: "iso9001",
    dates: { validFrom: "2025-02-10", validUntil: "2028-02-09" },
    lines: [
      "AB CERTIF",
      "CERTIFICAT DE SYSTÈME DE MANAGEMENT",
      "BRUN COUVERTURE",
      "a été évalué et jugé conforme aux exigences de la norme ISO 9001:2015",
      "Date d'entrée en vigueur : 10 février 2025",
      "Valide jusqu'au : 9 février 2028",
    ],
  },
  "decennale 1": {
    kind: "decennale",
    dates: { issuedOn: "2026-01-05", validFrom: "2026-01-01", validUntil: "2026-12-31" },
    lines: [
      "MUTUELLE DU BÂTIMENT",
      "ATTESTATION D'ASSURANCE",
      "Responsabilité de nature décennale – contrat n° 7788",
      "Souscripteur : BRUN COUVERTURE SARL",
      "La présente attestation couvre les chantiers ouverts sur la période comprise entre le 01/01/2026 et le 31/12/2026.",
      "Article L. 241-1 du code des assurances",
      "Rennes, le 05/01/2026",
    ],
  },
  "rcpro 1": {
    kind: "rcPro",
    dates: { issuedOn: "2026-02-01", validUntil: "2027-01-31" },
    lines: [
      "GÉNÉRALE D'ASSURANCES FICTIVE",
      "ATTESTATION D'ASSURANCE DE RESPONSABILITÉ CIVILE",
      "Nous soussignés, certifions que BRUN COUVERTURE est titulaire du contrat n° 4411 garantissant les conséquences pécuniaires de sa responsabilité civile.",
      "La présente attestation est valable jusqu'au 31 janvier 2027, sous réserve du paiement des primes.",
      "Fait à Paris, le 1er février 2026",
    ],
  },
  kbis: {
    kind: "immatriculation",
    dates: { issuedOn: "2026-11-02" },
    lines: [
      "Greffe du Tribunal de Commerce de Rennes",
      "EXTRAIT KBIS",
      "EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIÉTÉS",
      "à jour au 2 novembre 2026",
      "Immatriculation au RCS, numéro 913 456 786 R.C.S. Rennes",
      "Dénomination : BRUN COUVERTURE",
    ],
  },
  insee: {
    kind: "avisInsee",
    dates: { issuedOn: "2026-11-10" },
    lines: [
      "Insee",
      "SITUATION AU RÉPERTOIRE SIRENE",
      "À la date du 10/11/2026",
      "Identifiant SIREN 913 456 786   Dénomination BRUN COUVERTURE",
    ],
  },
  bilan: {
    kind: "bilans",
    dates: { closingOn: "2025-12-31" },
    lines: [
      "BRUN COUVERTURE",
      "SIRET 913 456 786 00015",
      "COMPTES ANNUELS",
      "Exercice du 01/01/2025 au 31/12/2025",
      "Bilan actif",
      "Immobilisations corporelles",
      "Capitaux propres",
    ],
  },
  rib: {
    kind: "rib",
    lines: [
      "Banque Populaire fictive",
      "RELEVÉ D'IDENTITÉ BANCAIRE",
      "Titulaire : SARL BRUN COUVERTURE",
      "IBAN : FR76 3000 6000 0112 3456 7890 189",
      "BIC : AGRIFRPP",
    ],
  },
  banque: {
    kind: "banque",
    dates: { issuedOn: "2026-11-12" },
    lines: [
      "BANQUE FICTIVE DE L'OUEST",
      "DÉCLARATION APPROPRIÉE DE BANQUE",
      "Nous confirmons que la société BRUN COUVERTURE est cliente de notre établissement et dispose d'une capacité financière en rapport avec le marché envisagé.",
      "Rennes, le 12 novembre 2026",
    ],
  },
  "bonne exec": {
    kind: "attestationsBonneExecution",
    dates: { issuedOn: "2026-06-30" },
    lines: [
      "COMMUNE DE SAINT-EXEMPLE",
      "CERTIFICAT DE BONNE EXÉCUTION DE TRAVAUX",
      "Le maire certifie que l'entreprise BRUN COUVERTURE a réalisé les travaux de couverture de la salle des fêtes (marché de 85 000 € HT) dans les règles de l'art et les a menés régulièrement à bonne fin.",
      "Fait à Saint-Exemple, le 30 juin 2026",
    ],
  },
  fntp: {
    kind: "fntp",
    dates: { validUntil: "2026-12-31" },
    lines: [
      "FÉDÉRATION NATIONALE DES TRAVAUX PUBLICS",
      "CARTE PROFESSIONNELLE 2026",
      "Validité : 31/12/2026",
      "BRUN COUVERTURE  SIREN 913 456 786",
    ],
  },
  pouvoir: {
    kind: "pouvoir",
    dates: { issuedOn: "2026-09-01" },
    lines: [
      "DÉLÉGATION DE SIGNATURE",
      "Je soussignée Anne BRUN, gérante de la société BRUN COUVERTURE, donne délégation à M. Paul LE GALL à l'effet de signer les offres et marchés publics.",
      "Fait à Rennes, le 1er septembre 2026",
    ],
  },
  oeth: {
    kind: "oeth",
    dates: { issuedOn: "2026-06-12" },
    lines: [
      "Urssaf Bretagne",
      "ATTESTATION DE RÉGULARITÉ AU REGARD DE L'OBLIGATION D'EMPLOI DES TRAVAILLEURS HANDICAPÉS (OETH)",
      "BRUN COUVERTURE   SIREN 913 456 786",
      "Articles L. 5212-1 et suivants du code du travail, année 2025",
      "Rennes, le 12 juin 2026",
    ],
  },
  opqibi: {
    kind: "opqibi",
    dates: { validUntil: "2027-04-14" },
    lines: [
      "OPQIBI – L'ingénierie qualifiée",
      "CERTIFICAT DE QUALIFICATION PROFESSIONNELLE n° 26 04 1234",
      "BRUN COUVERTURE, SIREN 913 456 786",
      "Ce certificat est valable jusqu'au 14 avril 2027",
    ],
  },
  "casier?statuts": {
    kind: "statuts",
    lines: [
      "BRUN COUVERTURE",
      "Société à responsabilité limitée au capital de 10 000 euros",
      "STATUTS",
      "Mis à jour le 4 mars 2024",
      "Article 1 – Forme",
      "Article 2 – Objet social",
      "Parts sociales, associés",
    ],
  },
  rne: {
    kind: "immatriculation",
    dates: { issuedOn: "2026-11-08" },
    lines: [
      "INPI",
      "REGISTRE NATIONAL DES ENTREPRISES",
      "Attestation d'immatriculation",
      "BRUN COUVERTURE   SIREN 913 456 786",
      "Document édité le 08/11/2026",
    ],
  },
  cnetp: {
    kind: "cnetp",
    dates: { issuedOn: "2026-10-06" },
    lines: [
      "CNETP",
      "ATTESTATION DE MISE À JOUR",
      "Nous certifions que BRUN COUVERTURE, SIREN 913 456 786, est à jour de ses cotisations de congés payés.",
      "Paris, le 6 octobre 2026",
    ],
  },
  "not: vigil refused": {
    kind: null,
    lines: [
      "Urssaf Bretagne",
      "Votre demande d'attestation de vigilance",
      "BRUN COUVERTURE SIRET 913 456 786 00015",
      "Après examen de votre compte, nous ne pouvons donner une suite favorable : vous n'avez pas réglé les cotisations d'août 2026.",
      "Être à jour de ses obligations de déclaration et de paiement est nécessaire.",
      "Rennes, le 06/10/2026",
    ],
  },
  "not: fiscal no": {
    kind: null,
    lines: [
      "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
      "ATTESTATION DE RÉGULARITÉ FISCALE",
      "SIREN 913 456 786  BRUN COUVERTURE",
      "L'attestation ne peut être produite : la déclaration de résultats de l'exercice 2025 n'a pas été déposée.",
      "Le 04/11/2026",
    ],
  },
  "not: decennale echue": {
    kind: null,
    lines: [
      "MUTUELLE DU BÂTIMENT",
      "Attestation d'assurance responsabilité décennale, contrat n° 7788, article L. 241-1",
      "Assuré BRUN COUVERTURE",
      "Le contrat ayant pris fin le 30/06/2026 à votre demande, la présente ne vaut que pour les chantiers ouverts avant cette date.",
    ],
  },
  "not: decennale mise en demeure": {
    kind: null,
    lines: [
      "MUTUELLE DU BÂTIMENT",
      "Contrat d'assurance décennale n° 7788 – BRUN COUVERTURE",
      "Votre cotisation 2026 est impayée à ce jour. À défaut de paiement sous trente jours, vos garanties cesseront.",
      "L'attestation valable du 01/01/2026 au 31/12/2026 sera sans effet.",
    ],
  },
  "not: devis assureur": {
    kind: null,
    lines: [
      "MUTUELLE DU BÂTIMENT",
      "Votre étude personnalisée – assurance décennale",
      "Pour : BRUN COUVERTURE",
      "Tarif annuel 4 200 € TTC, offre valable du 01/11/2026 au 30/11/2026, contrat à souscrire",
    ],
  },
  "not: devis own": {
    kind: null,
    lines: [
      "SARL BRUN COUVERTURE",
      "DEVIS N° 2026-114",
      "SIRET 913 456 786 00015",
      "Réfection de toiture, total HT 12 300 €",
      "Attestation d'assurance responsabilité décennale MUTUELLE DU BÂTIMENT contrat 7788, garantie du 01/01/2026 au 31/12/2026",
    ],
  },
  "not: facture rib": {
    kind: null,
    lines: [
      "SARL BRUN COUVERTURE",
      "Facture F-2026-088",
      "Échéance 30 jours",
      "Coordonnées bancaires : IBAN FR76 3000 6000 0112 3456 7890 189 BIC AGRIFRPP",
      "Titulaire BRUN COUVERTURE",
      "Net 4 500 €",
    ],
  },
  "not: qualibat suspend": {
    kind: null,
    lines: [
      "QUALIBAT",
      "Notification",
      "BRUN COUVERTURE SIRET 913 456 786 00015",
      "La commission a décidé de ne pas renouveler la qualification 3101. Le certificat E-E123456 prend fin le 01/12/2026.",
    ],
  },
  "not: kbis radiation": {
    kind: null,
    lines: [
      "Greffe du Tribunal de Commerce de Rennes",
      "EXTRAIT KBIS à jour au 2 novembre 2026",
      "913 456 786 R.C.S. Rennes BRUN COUVERTURE",
      "Mention du 15/10/2026 : radié d'office en application de l'article R. 123-129",
    ],
  },
  "not: kbis sauvegarde": {
    kind: null,
    lines: [
      "Greffe du Tribunal de Commerce de Rennes",
      "EXTRAIT KBIS à jour au 2 novembre 2026",
      "913 456 786 R.C.S. Rennes BRUN COUVERTURE",
      "Jugement du 10/09/2026 ouvrant une procédure de sauvegarde, mandataire judiciaire Me X",
    ],
  },
  "not: rib gerant": {
    kind: null,
    lines: ["RELEVÉ D'IDENTITÉ BANCAIRE", "Titulaire du compte : MME ANNE BRUN", "IBAN FR76 3000 6000 0112 3456 7890 189", "BIC AGRIFRPP"],
  },
  "not: rib other": {
    kind: null,
    lines: [
      "RELEVÉ D'IDENTITÉ BANCAIRE",
      "Titulaire : BRUN COUVERTURE ET FILS SCI",
      "IBAN FR76 3000 6000 0112 3456 7890 189",
      "BIC AGRIFRPP",
    ],
  },
  "not: vigil other": {
    kind: null,
    lines: [
      "Urssaf Bretagne",
      "ATTESTATION DE VIGILANCE",
      "SIRET 999 900 004 00014 – LUMIVERDE",
      "à jour de ses obligations de déclaration et de paiement à la date du 30/09/2026",
    ],
  },
  "not: rc": {
    kind: null,
    lines: [
      "VILLE DE RENNES",
      "RÈGLEMENT DE LA CONSULTATION",
      "Le candidat remettra un mémoire technique précisant les moyens humains, la méthodologie et le planning.",
    ],
  },
  "not: cctp memoire": {
    kind: null,
    lines: [
      "VILLE DE RENNES – Cadre de réponse",
      "MÉMOIRE TECHNIQUE à remplir par le candidat",
      "Moyens humains : ……",
      "Méthodologie : ……",
      "Planning : ……",
    ],
  },
  "not: cibtp relance": {
    kind: null,
    lines: [
      "CONGÉS INTEMPÉRIES BTP – Caisse de l'Ouest",
      "BRUN COUVERTURE SIREN 913 456 786",
      "Relance : certificat impossible à établir, cotisations de congés payés du 2e trimestre 2026 impayées.",
      "Le 12/10/2026",
    ],
  },
  "not: iso audit": {
    kind: null,
    lines: [
      "AB CERTIF",
      "RAPPORT D'AUDIT DE SURVEILLANCE ISO 9001",
      "BRUN COUVERTURE – certificat de management de la qualité",
      "Deux non-conformités majeures, réponse attendue avant le 31/12/2026",
      "Valide jusqu'au 31/12/2026",
    ],
  },
  "not: lettre banque no": {
    kind: null,
    lines: [
      "BANQUE FICTIVE",
      "Objet : votre demande de déclaration appropriée de banque",
      "Nous sommes au regret de ne pouvoir vous fournir ce document, la société BRUN COUVERTURE, notre cliente, n'ayant pas la capacité financière requise.",
      "Rennes, le 12/11/2026",
    ],
  },
  "not: bonne exec reserve": {
    kind: null,
    lines: [
      "COMMUNE DE SAINT-EXEMPLE",
      "ATTESTATION DE BONNE EXÉCUTION",
      "Les travaux de BRUN COUVERTURE ont donné lieu à des malfaçons et le marché a été repris par une autre entreprise.",
      "Le 30/06/2026",
    ],
  },
  "not: pouvoir revoque": {
    kind: null,
    lines: [
      "RÉVOCATION DE LA DÉLÉGATION DE SIGNATURE",
      "Je soussignée Anne BRUN, gérante de BRUN COUVERTURE, mets fin à la délégation de signature donnée à M. LE GALL.",
      "Fait à Rennes le 02/11/2026",
    ],
  },
};
export const SECOND_SERIES: Readonly<Record<string, Paper>> = {
  "urssaf indep": {
    kind: "attestationVigilance",
    dates: { issuedOn: "2026-07-16", validFrom: "2026-06-30" },
    lines: [
      "URSSAF Île-de-France",
      "Le 16/07/2026",
      "ATTESTATION DE VIGILANCE",
      "M. BRUN – BRUN COUVERTURE – SIRET 913 456 786 00015",
      "En ma qualité de directeur, j'atteste que le cotisant est à jour de ses obligations de déclaration et de paiement en matière de cotisations de Sécurité sociale au 30 juin 2026.",
      "Fait à Montreuil, le 16/07/2026",
    ],
  },
  fiscale: {
    kind: "attestationFiscale",
    dates: { issuedOn: "2026-09-21" },
    lines: [
      "Direction départementale des finances publiques d'Ille-et-Vilaine",
      "SIE de Rennes",
      "ATTESTATION DE RÉGULARITÉ FISCALE",
      "Je soussigné, comptable des finances publiques, atteste que la société BRUN COUVERTURE (913 456 786) a déposé ses déclarations et payé ses impôts (IS, TVA).",
      "À Rennes, le 21 septembre 2026",
    ],
  },
  "cibtp 2": {
    kind: "cibtp",
    dates: { issuedOn: "2026-11-04" },
    lines: [
      "Caisse CIBTP Grand Ouest",
      "ATTESTATION",
      "Article D. 3141-12 du code du travail – congés payés",
      "L'entreprise BRUN COUVERTURE, SIREN 913 456 786, est affiliée à la caisse et à jour de ses cotisations.",
      "Émise à Nantes le 4 novembre 2026",
    ],
  },
  qualifelec: {
    kind: "qualifelec",
    dates: { issuedOn: "2026-02-02", validUntil: "2027-02-01" },
    lines: [
      "QUALIFELEC",
      "CERTIFICAT DE QUALIFICATION n° 1234-56",
      "Qualification : Installations électriques, mention chauffage",
      "Titulaire : BRUN COUVERTURE, SIRET 913 456 786 00015",
      "Délivré le : 02/02/2026",
      "Échéance : 01/02/2027",
    ],
  },
  iso14001: {
    kind: "iso14001",
    dates: { issuedOn: "2025-10-01", validUntil: "2028-09-30" },
    lines: [
      "CERTIFICATE",
      "The environmental management system of BRUN COUVERTURE has been assessed against ISO 14001:2015",
      "Date of issue: 1 October 2025",
      "Valid until: 30 September 2028",
    ],
  },
  "decennale 2": {
    kind: "decennale",
    dates: { validFrom: "2026-01-01", validUntil: "2026-12-31" },
    lines: [
      "MUTUELLE FICTIVE DU BTP",
      "Attestation d'assurance de responsabilité décennale obligatoire",
      "Sociétaire : BRUN COUVERTURE   Contrat 12345",
      "Période de validité : du 1er janvier 2026 au 31 décembre 2026",
      "Travaux de construction soumis à l'obligation d'assurance, articles 1792 et suivants",
    ],
  },
  "decennale 3": {
    kind: "decennale",
    dates: { issuedOn: "2026-01-20", validFrom: "2026-01-01", validUntil: "2026-12-31" },
    lines: [
      "ASSURANCES FICTIVES IARD",
      "Votre attestation d'assurance BTPlus",
      "Assurance de responsabilité décennale obligatoire",
      "L'assuré BRUN COUVERTURE a souscrit le contrat n° 555",
      "Cette attestation est valable pour les chantiers ouverts du 01/01/2026 au 31/12/2026",
      "Établie à Nanterre le 20/01/2026",
    ],
  },
  "rc 2": {
    kind: "rcPro",
    dates: { issuedOn: "2026-01-09", validFrom: "2026-01-01", validUntil: "2026-12-31" },
    lines: [
      "GARANTIES FICTIVES",
      "ATTESTATION – RESPONSABILITÉ CIVILE PROFESSIONNELLE",
      "Nous attestons garantir BRUN COUVERTURE, police 99-88, pour la période du 01/01/2026 au 31/12/2026.",
      "Niort, le 9 janvier 2026",
    ],
  },
  "kbis 2": {
    kind: "immatriculation",
    dates: { issuedOn: "2026-10-28" },
    lines: [
      "GREFFE DU TRIBUNAL DES ACTIVITÉS ÉCONOMIQUES DE RENNES",
      "Extrait Kbis",
      "Code de vérification : AbCdEf1234",
      "Données à jour au 28 octobre 2026",
      "Numéro d'immatriculation 913 456 786 R.C.S. Rennes",
      "BRUN COUVERTURE",
    ],
  },
  liasse: {
    kind: "bilans",
    dates: { closingOn: "2026-03-31" },
    lines: [
      "DGFiP N° 2050-SD 2026",
      "BILAN – ACTIF",
      "Désignation de l'entreprise : BRUN COUVERTURE   SIRET 913 456 786 00015",
      "Exercice N clos le 31/03/2026",
      "TOTAL GÉNÉRAL",
    ],
  },
  "rib online": {
    kind: "rib",
    lines: [
      "Banque en ligne fictive",
      "Vos coordonnées bancaires",
      "Bénéficiaire BRUN COUVERTURE",
      "IBAN FR76 3000 6000 0112 3456 7890 189",
      "Code BIC/SWIFT AGRIFRPP",
    ],
  },
  "banque 2": {
    kind: "banque",
    dates: { issuedOn: "2026-11-18" },
    lines: [
      "CRÉDIT RURAL",
      "ATTESTATION BANCAIRE",
      "Nous soussignés, établissement bancaire, attestons que la SARL BRUN COUVERTURE, notre client depuis 2009, dispose d'une surface financière suffisante.",
      "Attestation délivrée le 18 novembre 2026",
    ],
  },
  capacite: {
    kind: "attestationsBonneExecution",
    dates: { issuedOn: "2026-05-11" },
    lines: [
      "DÉPARTEMENT FICTIF",
      "CERTIFICAT DE CAPACITÉ",
      "Marché n° 24-018, couverture du collège Exemple",
      "L'entreprise BRUN COUVERTURE a exécuté les prestations à notre entière satisfaction.",
      "Établi le 11/05/2026",
    ],
  },
  "oeth msa": {
    kind: "oeth",
    dates: { issuedOn: "2026-07-01" },
    lines: [
      "MSA des Portes de Bretagne",
      "Attestation OETH",
      "BRUN COUVERTURE SIREN 913 456 786",
      "La caisse certifie que l'entreprise a rempli son obligation d'emploi au titre de 2025.",
      "Le 1er juillet 2026, à Rennes",
    ],
  },
  "salaries etrangers": {
    kind: "listeSalariesEtrangers",
    dates: { issuedOn: "2026-11-20" },
    lines: [
      "LISTE NOMINATIVE DES SALARIÉS ÉTRANGERS soumis à autorisation de travail",
      "Article D. 8254-2 du code du travail",
      "BRUN COUVERTURE : néant",
      "Fait à Rennes, le 20 novembre 2026",
    ],
  },
  dc1: {
    kind: "dc1",
    lines: ["DC1", "LETTRE DE CANDIDATURE", "Habilitation du mandataire par ses cotraitants", "BRUN COUVERTURE, SIRET 913 456 786 00015"],
  },
  memoire: {
    kind: "memoire",
    lines: [
      "BRUN COUVERTURE",
      "MÉMOIRE TECHNIQUE",
      "Rénovation de la toiture de l'école",
      "1. Moyens humains",
      "2. Méthodologie",
      "3. Planning",
    ],
  },
  cv: {
    kind: "cv",
    lines: ["Paul LE GALL", "CURRICULUM VITAE", "Conducteur de travaux chez BRUN COUVERTURE", "Expérience professionnelle", "Formation"],
  },
  "probtp 2": {
    kind: "probtp",
    dates: { issuedOn: "2026-10-30", validUntil: "2027-01-31" },
    lines: [
      "PRO BTP GROUPE",
      "ATTESTATION DE RÉGULARITÉ RETRAITE",
      "SIREN 913 456 786 BRUN COUVERTURE",
      "L'entreprise est à jour du paiement de ses cotisations de retraite complémentaire.",
      "Émission : 30/10/2026 – Fin de validité : 31/01/2027",
    ],
  },
  "not: urssaf courrier": {
    kind: null,
    lines: [
      "Urssaf Bretagne",
      "BRUN COUVERTURE SIRET 913 456 786 00015",
      "Objet : attestation de vigilance",
      "Nous accusons réception de votre demande. Votre dossier est à l'étude ; une fois vos obligations de déclaration et de paiement contrôlées au 30/09/2026, le document sera mis à disposition.",
    ],
  },
  "not: urssaf echeancier": {
    kind: null,
    lines: [
      "Urssaf Bretagne",
      "ATTESTATION DE VIGILANCE",
      "SIRET 913 456 786 00015",
      "Le cotisant n'a pas acquitté l'intégralité des cotisations dues au 30/09/2026 ; il n'est donc pas considéré comme à jour de ses obligations de déclaration et de paiement.",
    ],
  },
  "not: decennale chomage": {
    kind: null,
    lines: [
      "Courtage Fictif",
      "BRUN COUVERTURE – contrat décennale 12345, article L. 241-1",
      "Nous vous informons que l'assureur ne reconduira pas votre assurance décennale au-delà du 31/12/2026. Une attestation d'assurance devra être demandée à un autre assureur.",
    ],
  },
  "not: decennale sous-traitant": {
    kind: null,
    lines: [
      "MUTUELLE FICTIVE DU BTP",
      "Attestation d'assurance de responsabilité décennale obligatoire",
      "Sociétaire : CHARPENTES MARTIN   Contrat 777",
      "Sous-traitant de BRUN COUVERTURE",
      "Période de validité : du 01/01/2026 au 31/12/2026, article L. 241-1",
    ],
  },
  "not: rcpro tarif": {
    kind: null,
    lines: [
      "GARANTIES FICTIVES",
      "Simulation de tarif – assurance responsabilité civile professionnelle",
      "BRUN COUVERTURE",
      "Attestation remise à la souscription du contrat",
      "Tarif valable jusqu'au 31/12/2026",
    ],
  },
  "not: qualibat dossier": {
    kind: null,
    lines: [
      "QUALIBAT",
      "Dossier de demande de certificat de qualification",
      "BRUN COUVERTURE SIRET 913 456 786 00015",
      "À retourner complété. Qualification demandée : 3101",
      "Valable jusqu'au 31/12/2026",
    ],
  },
  "not: qualiopi perdue": {
    kind: null,
    lines: [
      "Certif Fictive",
      "Certificat QUALIOPI n° 2025-77 – actions de formation",
      "BRUN COUVERTURE 913 456 786",
      "Décision du comité : certification non maintenue à compter du 10/10/2026",
      "Date de fin : 05/05/2028",
    ],
  },
  "not: kbis cessation": {
    kind: null,
    lines: [
      "Greffe du tribunal de commerce de Rennes",
      "Extrait Kbis à jour au 2 novembre 2026",
      "913 456 786 R.C.S. Rennes – BRUN COUVERTURE",
      "Observation : l'entreprise a cessé toute activité le 30/06/2026",
    ],
  },
  "not: insee fermee": {
    kind: null,
    lines: [
      "Insee",
      "SITUATION AU RÉPERTOIRE SIRENE à la date du 10/11/2026",
      "SIREN 913 456 786 BRUN COUVERTURE",
      "Unité légale cessée depuis le 30/06/2026",
    ],
  },
  "not: rib associe": {
    kind: null,
    lines: [
      "RELEVÉ D'IDENTITÉ BANCAIRE",
      "Titulaire : M. PAUL BRUN ou MME",
      "IBAN FR76 3000 6000 0112 3456 7890 189 BIC AGRIFRPP",
      "Domiciliation : CRÉDIT RURAL RENNES BRUN",
    ],
  },
  "not: cheque": {
    kind: null,
    lines: [
      "Relevé de compte professionnel",
      "BRUN COUVERTURE",
      "IBAN FR76 3000 6000 0112 3456 7890 189 BIC AGRIFRPP",
      "Solde au 31/10/2026 : 12 000 €",
      "Identité bancaire du titulaire",
    ],
  },
  "not: reserve reception": {
    kind: null,
    lines: [
      "COMMUNE DE SAINT-EXEMPLE",
      "CERTIFICAT DE CAPACITÉ",
      "Le marché confié à BRUN COUVERTURE a été exécuté avec un retard de six mois ; l'entreprise n'a pas donné satisfaction.",
      "Le 30/06/2026",
    ],
  },
};
export const THIRD_SERIES: Readonly<Record<string, Paper>> = {
  t1: {
    kind: null,
    lines: [
      "MUTUELLE",
      "Attestation d'assurance responsabilité décennale, article L. 241-1, contrat 12",
      "Assuré BRUN COUVERTURE",
      "Attention : le contrat est actuellement sans garantie, la prime n'étant pas acquittée.",
      "Valable du 01/01/2026 au 31/12/2026",
    ],
  },
  t2: {
    kind: null,
    lines: [
      "QUALIBAT",
      "Certificat de qualification E-123",
      "BRUN COUVERTURE SIRET 913 456 786 00015",
      "Nous vous demandons de restituer ce certificat, l'entreprise ne remplissant plus les critères.",
      "Valable jusqu'au 31/12/2026",
    ],
  },
  t3: {
    kind: null,
    lines: [
      "Urssaf",
      "Attestation de vigilance",
      "SIRET 913 456 786 00015 BRUN COUVERTURE",
      "Cette attestation a fait l'objet d'une opposition et ne peut plus être utilisée.",
      "à jour de ses obligations de déclaration et de paiement à la date du 30/09/2026",
    ],
  },
  t4: {
    kind: null,
    lines: [
      "Caisse CIBTP Grand Ouest",
      "Certificat congés payés",
      "BRUN COUVERTURE SIREN 913 456 786",
      "Solde débiteur au 30/09/2026 : 1 250 €. Le certificat vous parviendra après règlement.",
      "Le 06/10/2026",
    ],
  },
  t5: {
    kind: null,
    lines: ["AB CERTIF", "Certificat ISO 9001 – système de management", "BRUN COUVERTURE", "Statut : expiré", "Valide jusqu'au 09/02/2028"],
  },
  t6: {
    kind: null,
    lines: [
      "Greffe du tribunal",
      "Extrait Kbis à jour au 2 novembre 2026",
      "913 456 786 R.C.S. Rennes BRUN COUVERTURE",
      "Mention : location-gérance consentie à un tiers, mise en liquidation simplifiée",
    ],
  },
  t7: {
    kind: null,
    lines: [
      "BANQUE FICTIVE",
      "Relevé d'identité bancaire",
      "Titulaire : BRUN COUVERTURE",
      "IBAN FR76 3000 6000 0112 3456 7890 189 BIC AGRIFRPP",
      "Compte bloqué par avis à tiers détenteur",
    ],
  },
  t8: {
    kind: null,
    lines: [
      "DGFIP – direction générale des finances publiques",
      "Attestation de régularité fiscale",
      "BRUN COUVERTURE SIREN 913 456 786",
      "Cette attestation est partielle : la TVA de septembre 2026 n'est pas soldée.",
      "Délivrée le 04/11/2026",
    ],
  },
  t9: {
    kind: null,
    lines: [
      "GARANTIES FICTIVES",
      "Questionnaire de déclaration du risque – responsabilité civile professionnelle",
      "Assuré : BRUN COUVERTURE, contrat à émettre",
      "Attestation à joindre. Valable jusqu'au 31/12/2026",
    ],
  },
  t10: {
    kind: null,
    lines: [
      "BRUN COUVERTURE",
      "À l'attention du maître d'ouvrage",
      "Objet : transmission de notre attestation d'assurance responsabilité décennale",
      "Notre assureur MUTUELLE certifie nous garantir, contrat 12, article L. 241-1, valable du 01/01/2026 au 31/12/2026.",
    ],
  },
};
