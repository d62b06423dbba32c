/**
 * More fictitious papers, written and labelled before the recognition had read them, whose figures of first sight docs/documents.md tells:
 * honest attestations in other issuers' wordings, and papers of other natures that must be asked about (`kind: null`).
 */
import type { Paper } from "./recognise-series.ts";

export const FOURTH_SERIES: Readonly<Record<string, Paper>> = {
  "urssaf, indépendant et employeur": {
    kind: "attestationVigilance",
    dates: { issuedOn: "2026-11-03", validFrom: "2026-09-30" },
    lines: [
      "URSSAF BRETAGNE   RENNES, le 03/11/2026",
      "TSA 40003   BRUN COUVERTURE",
      "35082 RENNES CEDEX   4 RUE DES COUVREURS",
      "N° SIRET 91345678600015",
      "ATTESTATION DE FOURNITURE DES DÉCLARATIONS ET DE RÉGULARITÉ DE PAIEMENT DES COTISATIONS ET CONTRIBUTIONS SOCIALES",
      "(articles L. 243-15 et D. 243-15 du code de la sécurité sociale)",
      "L'Urssaf certifie que BRUN COUVERTURE, au titre de son activité, est à jour de ses obligations en matière de cotisations et contributions",
      "sociales recouvrées par l'Urssaf, situation vérifiée au 30/09/2026.",
      "La présente attestation ne préjuge pas de l'exactitude des bases sur lesquelles elle a été établie et ne vaut pas renonciation au recouvrement",
      "des éventuelles créances contestées.",
      "Code de sécurité : K7P2M9X4B1C6D3F",
    ],
  },
  "msa, code rural": {
    kind: "msa",
    dates: { issuedOn: "2026-10-22", validFrom: "2026-09-30" },
    lines: [
      "santé famille retraite services",
      "MSA d'Armorique",
      "ATTESTATION DE VIGILANCE",
      "Article L. 725-24 du code rural et de la pêche maritime",
      "Raison sociale : BRUN COUVERTURE",
      "SIRET : 913 456 786 00015",
      "La MSA d'Armorique atteste que l'entreprise ci-dessus est à jour de ses obligations de déclaration et de paiement des cotisations et",
      "contributions sociales, à la date du 30 septembre 2026, pour un effectif de 6 salariés.",
      "L'authenticité de ce document peut être contrôlée sur www.msa.fr avec le numéro de sécurité 5TGB6YHN7UJM8IK.",
      "Fait à Landerneau, le 22 octobre 2026",
      "Le directeur général",
    ],
  },
  "cibtp, Île-de-France": {
    kind: "cibtp",
    dates: { issuedOn: "2026-10-12", validUntil: "2027-01-31" },
    lines: [
      "CIBTP Île-de-France",
      "22 rue de Dantzig 75015 Paris",
      "Adhérent n° 131313   BRUN COUVERTURE   SIRET 91345678600015",
      "CERTIFICAT DE MARCHÉ",
      "La Caisse soussignée certifie que l'entreprise désignée ci-dessus, affiliée depuis le 01/04/2015, a déclaré ses salaires et réglé",
      "les cotisations de congés payés et de chômage intempéries échues au 30/09/2026.",
      "Le présent certificat expire le 31/01/2027.",
      "Fait à Paris, le 12/10/2026   Pour le Directeur",
    ],
  },
  "cnetp, marchés": {
    kind: "cnetp",
    dates: { issuedOn: "2026-10-19", validUntil: "2026-12-31" },
    lines: [
      "Caisse Nationale des Entrepreneurs de Travaux Publics",
      "CERTIFICAT POUR MARCHÉS PUBLICS",
      "Entreprise : BRUN COUVERTURE   N° adhérent 44556   SIREN 913 456 786",
      "L'entreprise a justifié, à la date d'établissement du présent certificat, du versement régulier des cotisations légales de congés payés",
      "et de chômage-intempéries.",
      "Ce certificat, établi le 19/10/2026, est valable jusqu'au 31/12/2026.",
    ],
  },
  "probtp, situation de compte": {
    kind: "probtp",
    dates: { issuedOn: "2026-11-10" },
    lines: [
      "PRO BTP   Service Entreprises   93901 Bobigny cedex 9",
      "BRUN COUVERTURE   N° SIREN 913456786",
      "ATTESTATION DE SITUATION DE COMPTE",
      "Nous certifions que l'entreprise susvisée est à jour de l'ensemble de ses cotisations de retraite Agirc-Arrco et de prévoyance",
      "appelées au 30 septembre 2026.",
      "Cette attestation est établie sous réserve de l'encaissement effectif des règlements en cours.",
      "Bobigny, le 10 novembre 2026",
    ],
  },
  "dgfip, espace professionnel": {
    kind: "attestationFiscale",
    dates: { issuedOn: "2026-11-12" },
    lines: [
      "RÉPUBLIQUE FRANÇAISE   FINANCES PUBLIQUES",
      "SIE RENNES EST",
      "Attestation de régularité fiscale n° 20261112-4477",
      "La société BRUN COUVERTURE, SIREN 913456786, 4 rue des Couvreurs 35000 Rennes,",
      "est à jour, au 12/11/2026, de ses obligations déclaratives et de paiement pour les impôts suivants :",
      "TVA : régulier   Impôt sur les sociétés : régulier   CFE : sans objet",
      "Attestation délivrée le 12/11/2026 à 10 h 42 par le compte fiscal des professionnels",
      "Cette attestation ne fait pas obstacle au droit de contrôle de l'administration.",
    ],
  },
  "qualibat, deux colonnes": {
    kind: "qualibat",
    dates: { issuedOn: "2026-04-14", validUntil: "2027-04-13" },
    lines: [
      "QUALIBAT   l'organisme de qualification et de certification de la construction",
      "CERTIFICAT N° 35-12345",
      "Délivré le 14/04/2026   Date d'échéance 13/04/2027",
      "BRUN COUVERTURE   4 RUE DES COUVREURS 35000 RENNES",
      "SIRET 913 456 786 00015   Effectif : 6   Chiffre d'affaires : 812 000 €",
      "Assurance décennale : MUTUELLE 778899   Caisse de congés payés : CIBTP Grand Ouest",
      "QUALIFICATIONS",
      "3152 Couverture ardoise naturelle (technicité confirmée)   attribuée le 14/04/2024",
      "Ce certificat reste la propriété de Qualibat ; seule la version en ligne sur www.qualibat.com fait foi.",
    ],
  },
  "qualit'enr, qualibois": {
    kind: "rge",
    dates: { validFrom: "2026-02-01", validUntil: "2027-01-31" },
    lines: [
      "Qualit'EnR",
      "CERTIFICAT QUALIBOIS MODULE AIR",
      "Numéro QB/67890",
      "attribué à BRUN COUVERTURE – SIRET 91345678600015",
      "Ce certificat couvre la période du 01/02/2026 au 31/01/2027 ; il est consultable dans l'annuaire France Rénov'.",
      "Qualification RGE « Reconnu garant de l'environnement »",
    ],
  },
  "iso 9001, bilingue": {
    kind: "iso9001",
    dates: { issuedOn: "2025-03-12", validFrom: "2025-03-15", validUntil: "2028-03-14" },
    lines: [
      "BUREAU VERITAS FICTIF",
      "Certification",
      "BRUN COUVERTURE",
      "4 rue des Couvreurs 35000 Rennes – France",
      "certifie que le système de management de l'organisme susmentionné a été audité et jugé conforme aux exigences de la norme :",
      "ISO 9001:2015",
      "Domaine d'activité : travaux de couverture, zinguerie et étanchéité",
      "Date d'entrée en vigueur : 15 mars 2025",
      "Sous réserve du maintien satisfaisant du système de management, ce certificat est valable jusqu'au : 14 mars 2028",
      "Certificat n° FR012345   Date : 12 mars 2025",
    ],
  },
  "opqibi, ingénierie": {
    kind: "opqibi",
    dates: { issuedOn: "2026-06-02", validUntil: "2027-06-01" },
    lines: [
      "OPQIBI   La qualification de l'ingénierie",
      "Certificat n° 98 05 0123",
      "Nous certifions que la société BRUN COUVERTURE, SIREN 913 456 786, satisfait aux exigences du référentiel de qualification OPQIBI",
      "et qu'elle est titulaire des qualifications suivantes : 1203 Étude de couverture",
      "Délivré à Paris le 02/06/2026   Valide jusqu'au 01/06/2027",
    ],
  },
  "décennale, longue": {
    kind: "decennale",
    dates: { issuedOn: "2026-01-07", validFrom: "2026-01-01", validUntil: "2026-12-31" },
    lines: [
      "MUTUELLE D'ASSURANCE DES ARTISANS FICTIFS, société d'assurance mutuelle à cotisations fixes, entreprise régie par le code des assurances",
      "et soumise au contrôle de l'ACPR, 4 place de Budapest 75436 Paris",
      "ATTESTATION D'ASSURANCE DE RESPONSABILITÉ DÉCENNALE OBLIGATOIRE",
      "Nous attestons que BRUN COUVERTURE, SIREN 913456786, est titulaire du contrat Pro BTP n° 35-777 à effet du 01/01/2022.",
      "Période de validité : du 01/01/2026 au 31/12/2026",
      "Les garanties s'appliquent aux activités professionnelles suivantes : couverture, zinguerie ; aux travaux réalisés en France ;",
      "aux chantiers dont le coût total prévisionnel n'excède pas 15 000 000 € HT.",
      "Les travaux de technique non courante ne sont pas garantis, sauf accord de l'assureur.",
      "La garantie couvre les travaux de réparation, notamment en cas de remplacement des ouvrages, qui comprennent les travaux de démolition.",
      "La présente attestation ne peut engager l'assureur au-delà des clauses et conditions du contrat auquel elle se réfère.",
      "Toute adjonction autre que les cachet et signature du représentant de la société est réputée non écrite.",
      "Fait à Paris, le 7 janvier 2026",
    ],
  },
  "rc, générale": {
    kind: "rcPro",
    dates: { issuedOn: "2026-03-30", validFrom: "2026-04-01", validUntil: "2027-03-31" },
    lines: [
      "ASSURANCES GÉNÉRALES FICTIVES   Agence de Rennes",
      "ATTESTATION D'ASSURANCE",
      "RESPONSABILITÉ CIVILE",
      "La compagnie atteste que la société BRUN COUVERTURE a souscrit un contrat n° AN 445 566 couvrant sa responsabilité civile exploitation et",
      "après livraison.",
      "Dommages corporels : 8 000 000 € par sinistre. Sont exclus les dommages relevant de l'assurance automobile obligatoire.",
      "La présente attestation, valable du 01/04/2026 au 31/03/2027, est délivrée pour servir et valoir ce que de droit et n'implique qu'une",
      "présomption de garantie à la charge de l'assureur.",
      "Fait à Rennes, le 30 mars 2026",
    ],
  },
  "kbis, tribunal des activités économiques": {
    kind: "immatriculation",
    dates: { issuedOn: "2026-11-16" },
    lines: [
      "Greffe du Tribunal des Activités Économiques de Rennes",
      "N° de gestion 2015B00444",
      "Extrait Kbis",
      "EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIÉTÉS",
      "à jour au 16 novembre 2026",
      "IDENTIFICATION DE LA PERSONNE MORALE",
      "Immatriculation au RCS, numéro   913 456 786 R.C.S. Rennes",
      "Date d'immatriculation   14/04/2015",
      "Dénomination ou raison sociale   BRUN COUVERTURE",
      "Durée de la personne morale   Jusqu'au 13/04/2114",
      "Gérant   Nom, prénoms   BRUN Anne   née le 04/05/1979 à Rennes",
      "Le Greffier   FIN DE L'EXTRAIT",
    ],
  },
  "rne, extrait": {
    kind: "immatriculation",
    dates: { issuedOn: "2026-11-18" },
    lines: [
      "INPI   Institut national de la propriété industrielle",
      "Extrait des inscriptions au Registre national des entreprises",
      "Attestation d'immatriculation au Registre national des entreprises",
      "Dénomination : BRUN COUVERTURE   Numéro SIREN : 913 456 786",
      "Date d'immatriculation au RNE : 14/04/2015",
      "Données issues de la consultation du registre, à jour au 18/11/2026",
    ],
  },
  "liasse simplifiée": {
    kind: "bilans",
    dates: { closingOn: "2026-06-30" },
    lines: [
      "Formulaire obligatoire (article 302 septies A bis du code général des impôts)   N° 2033-A-SD 2026   DGFiP",
      "BILAN SIMPLIFIÉ",
      "Désignation de l'entreprise   BRUN COUVERTURE   SIRET 91345678600015",
      "Exercice N clos le 30/06/2026   Durée de l'exercice 12",
      "Immobilisations corporelles   84 210   TOTAL GÉNÉRAL   412 880",
      "Capitaux propres   133 400",
    ],
  },
  "rib, agence": {
    kind: "rib",
    lines: [
      "CAISSE RÉGIONALE FICTIVE",
      "Relevé d'Identité Bancaire",
      "Ce relevé est destiné à être remis, sur leur demande, à vos créanciers ou débiteurs appelés à faire inscrire des opérations à votre compte.",
      "Titulaire du compte   SARL BRUN COUVERTURE   4 RUE DES COUVREURS",
      "IBAN   FR76 3000 6000 0112 3456 7890 189   BIC   AGRIFRPP",
    ],
  },
  "bonne exécution, bailleur": {
    kind: "attestationsBonneExecution",
    dates: { issuedOn: "2026-04-21" },
    lines: [
      "OFFICE PUBLIC DE L'HABITAT FICTIF",
      "ATTESTATION DE BONNE EXÉCUTION",
      "Je soussignée, directrice du patrimoine, atteste que l'entreprise BRUN COUVERTURE a exécuté pour notre compte le marché n° 2024-31",
      "« réfection des couvertures de 42 logements » (lot 3), d'un montant de 286 400 € HT, de mars à novembre 2025.",
      "Les prestations ont été réalisées conformément aux pièces du marché, sans réserve ni pénalité.",
      "Rennes, le 21 avril 2026",
    ],
  },
  "banque, appropriée": {
    kind: "banque",
    dates: { issuedOn: "2026-11-05" },
    lines: [
      "BANQUE FICTIVE DE BRETAGNE",
      "DÉCLARATION APPROPRIÉE DE BANQUE",
      "Établie en application de l'arrêté du 22 mars 2019",
      "Nous soussignés certifions que la SARL BRUN COUVERTURE entretient avec notre établissement des relations d'affaires depuis 2015 et que son",
      "compte fonctionne normalement. La présente déclaration ne constitue pas un engagement de notre part.",
      "Rennes, le 5 novembre 2026",
    ],
  },
  "dc2, candidat": {
    kind: "dc2",
    lines: [
      "MARCHÉS PUBLICS",
      "DÉCLARATION DU CANDIDAT INDIVIDUEL OU DU MEMBRE DU GROUPEMENT (1)   DC2",
      "A – Identification de l'acheteur : Ville de Rennes",
      "C – Identification du candidat individuel ou du membre du groupement : BRUN COUVERTURE, SIRET 913 456 786 00015",
      "Le candidat n'a pas à fournir les documents que l'acheteur peut obtenir directement.",
    ],
  },
  "not: certificat de réalisation d'une formation": {
    kind: null,
    lines: [
      "BRUN COUVERTURE FORMATION",
      "CERTIFICAT DE RÉALISATION",
      "Je soussignée Anne BRUN, représentante légale de BRUN COUVERTURE, SIREN 913 456 786, atteste que Mme Léa PETIT a suivi l'action",
      "« Pose d'ardoises » du 12/10/2026 au 16/10/2026.",
      "Organisme certifié Qualiopi au titre de la catégorie : actions de formation",
      "Fait à Rennes, le 16/10/2026",
    ],
  },
  "not: page d'aide de l'Urssaf": {
    kind: null,
    lines: [
      "urssaf.fr   Accueil   Employeur   Gérer ma situation",
      "L'attestation de vigilance",
      "Elle prouve que l'entreprise est à jour de ses obligations de déclaration et de paiement. Son donneur d'ordre la réclame tous les six mois.",
      "Comment l'obtenir ? Connectez-vous à votre espace avec votre SIRET, par exemple 913 456 786 00015.",
      "Mis à jour le 30/09/2026",
    ],
  },
  "not: courriel du courtier": {
    kind: null,
    lines: [
      "De : agence@courtage-fictif.example",
      "À : contact@brun-couverture.example",
      "Date : 12/01/2026 09:14",
      "Attestation d'assurance décennale 2026 BRUN COUVERTURE",
      "Bonjour, le contrat 7788 est bien reconduit, du 01/01/2026 au 31/12/2026. Votre attestation d'assurance responsabilité décennale est dans",
      "votre espace client. Bien à vous, le service souscription",
    ],
  },
  "not: contrat de sous-traitance": {
    kind: null,
    lines: [
      "CONTRAT DE SOUS-TRAITANCE DU BTP",
      "Entre l'entreprise principale GRANDS TRAVAUX FICTIFS et le sous-traitant BRUN COUVERTURE, SIREN 913 456 786",
      "Article 7. Le sous-traitant a remis une attestation d'assurance de responsabilité décennale, police n° 7788, valable du 01/01/2026 au",
      "31/12/2026, ainsi que l'attestation de vigilance de l'Urssaf.",
      "Fait à Rennes, le 02/02/2026, en deux exemplaires",
    ],
  },
  "not: avenant": {
    kind: null,
    lines: [
      "MUTUELLE DU BÂTIMENT",
      "AVENANT N° 3 AU CONTRAT D'ASSURANCE DÉCENNALE n° 7788",
      "Souscripteur : BRUN COUVERTURE",
      "Objet : retrait de l'activité étanchéité. Une nouvelle attestation annule la précédente. Date d'effet : 01/07/2026",
      "Échéance : 31/12/2026   Fait à Rennes, le 24/06/2026",
    ],
  },
  "not: affiliation sans paiement": {
    kind: null,
    lines: [
      "CIBTP Grand Ouest",
      "ATTESTATION D'ADHÉSION",
      "BRUN COUVERTURE, SIREN 913 456 786, est adhérente à la caisse de congés payés depuis le 01/04/2015 sous le numéro 35-1234.",
      "Document établi sans examen du compte cotisant.",
      "Fait à Nantes, le 12/10/2026",
    ],
  },
  "not: bordereau de situation fiscale": {
    kind: null,
    lines: [
      "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES   SIE RENNES EST",
      "BORDEREAU DE SITUATION   N° P 237",
      "BRUN COUVERTURE   SIREN 913 456 786",
      "TVA 08/2026 : 3 412 €   Majorations : 171 €   Total exigible : 3 583 €",
      "Ce document tient lieu, le cas échéant, d'attestation de régularité fiscale après apurement.",
      "Édité le 04/11/2026",
    ],
  },
  "not: kbis de la holding": {
    kind: null,
    lines: [
      "Greffe du tribunal de commerce de Rennes",
      "Extrait Kbis à jour au 2 novembre 2026",
      "Immatriculation au RCS, numéro 999 900 004 R.C.S. Rennes",
      "Dénomination : LUMIVERDE HOLDING",
      "Président : BRUN COUVERTURE, 913 456 786 R.C.S. Rennes",
    ],
  },
  "not: changement de coordonnées bancaires": {
    kind: null,
    lines: [
      "BRUN COUVERTURE   Service comptabilité",
      "Changement de nos coordonnées bancaires",
      "À compter de ce jour, nous vous remercions d'adresser tous vos règlements sur le compte suivant :",
      "IBAN FR76 3000 6000 0112 3456 7890 189   BIC AGRIFRPP   Titulaire : BRUN COUVERTURE",
    ],
  },
  "not: bonne exécution donnée à un autre": {
    kind: null,
    lines: [
      "BRUN COUVERTURE   4 rue des Couvreurs, Rennes",
      "ATTESTATION DE BONNE EXÉCUTION",
      "BRUN COUVERTURE, maître d'ouvrage, atteste que l'entreprise ÉCHAFAUDAGES MARTIN a exécuté les travaux de son dépôt dans les règles de l'art.",
      "Rennes, le 3 juin 2026",
    ],
  },
  "not: iso en cours": {
    kind: null,
    lines: [
      "CERTIF CONSEIL FICTIF",
      "ATTESTATION D'ENGAGEMENT DANS UNE DÉMARCHE ISO 9001",
      "BRUN COUVERTURE prépare le certificat de son système de management de la qualité ; l'audit initial est prévu avant le 31/03/2027.",
      "Valable jusqu'au 31/03/2027",
    ],
  },
  "not: recevabilité Qualibat": {
    kind: null,
    lines: [
      "QUALIBAT   Agence Bretagne",
      "ATTESTATION DE RECEVABILITÉ",
      "BRUN COUVERTURE   SIRET 913 456 786 00015",
      "Le dossier de certificat de qualification 3101 a été déclaré recevable le 02/09/2026 et passera en commission le 14/12/2026.",
      "Valable jusqu'au 14/12/2026",
    ],
  },
  "not: dommages-ouvrage": {
    kind: null,
    lines: [
      "MUTUELLE DU BÂTIMENT",
      "ATTESTATION D'ASSURANCE CONSTRUCTION – DOMMAGES-OUVRAGE",
      "Souscripteur : BRUN COUVERTURE, maître de l'ouvrage de son dépôt, contrat DO 4455",
      "Assurance de dommages obligatoire, article L. 242-1 du code des assurances",
      "Ouverture de chantier le 01/03/2026. Période de validité : du 01/03/2026 au 28/02/2036",
    ],
  },
  "not: flotte automobile": {
    kind: null,
    lines: [
      "MUTUELLE FICTIVE",
      "ATTESTATION D'ASSURANCE RESPONSABILITÉ CIVILE AUTOMOBILE",
      "Assuré : BRUN COUVERTURE   Contrat flotte 889   Véhicule AB-123-CD",
      "Valable du 01/01/2026 au 31/12/2026",
    ],
  },
  "not: dépôt du capital": {
    kind: null,
    lines: [
      "BANQUE FICTIVE DE BRETAGNE",
      "ATTESTATION BANCAIRE DE DÉPÔT DES FONDS",
      "La banque certifie avoir reçu de notre cliente, BRUN COUVERTURE, société en formation, la somme de 10 000 € représentant son capital.",
      "Rennes, le 3 avril 2015",
    ],
  },
  "not: comptes prévisionnels": {
    kind: null,
    lines: [
      "BRUN COUVERTURE   SIREN 913 456 786",
      "COMPTES ANNUELS PRÉVISIONNELS",
      "Bilan actif, compte de résultat, capitaux propres",
      "Exercice clos le 31/12/2025",
      "Établi le 12/03/2025 à partir des hypothèses de la direction",
    ],
  },
  "not: attestation fiscale d'un particulier": {
    kind: null,
    lines: [
      "BRUN COUVERTURE   SIREN 913 456 786   Services à la personne",
      "ATTESTATION FISCALE ANNUELLE",
      "Mme Léa PETIT a bénéficié de prestations pour un montant de 640 € en 2025, ouvrant droit au crédit d'impôt de l'article 199 sexdecies.",
      "À conserver : la direction générale des finances publiques peut la demander.",
      "Délivrée le 15/02/2026",
    ],
  },
  "not: formalité déposée": {
    kind: null,
    lines: [
      "INPI   Guichet des formalités",
      "Synthèse de votre formalité en cours de validation",
      "Attestation d'immatriculation au registre national des entreprises demandée pour BRUN COUVERTURE, SIREN 913 456 786",
      "Document généré le 04/11/2026",
    ],
  },
  "not: spécimen en pied": {
    kind: null,
    lines: [
      "QUALIFELEC",
      "CERTIFICAT DE QUALIFICATION",
      "Qualification électrotechnique, BRUN COUVERTURE, SIREN 913 456 786",
      "Délivré le 02/02/2026   Valable jusqu'au 01/02/2027",
      "Association loi 1901 – 109 rue Lemercier – 75017 Paris, organisme accrédité pour la qualification des entreprises de génie électrique, des",
      "installations de communication et de la fermeture, selon la norme NF X50-091, portée disponible auprès de l'accréditeur",
      "SPECIMEN",
    ],
  },
};

/** Written after the faults found by the fourth were fixed. */
export const FIFTH_SERIES: Readonly<Record<string, Paper>> = {
  "urssaf, trimestre": {
    kind: "attestationVigilance",
    dates: { issuedOn: "2026-10-20", validFrom: "2026-09-30" },
    lines: [
      "Urssaf Pays de la Loire   Nantes, le 20/10/2026",
      "ATTESTATION DE VIGILANCE",
      "BRUN COUVERTURE   Siren 913 456 786",
      "Au 30/09/2026, vos déclarations ont été fournies et vos cotisations sont payées : vous êtes à jour de vos obligations sociales.",
      "Le document peut être vérifié sur urssaf.fr, rubrique « vérification attestation », code de sécurité Z9Y8X7W6V5U4T3S",
    ],
  },
  "décennale, courtier": {
    kind: "decennale",
    dates: { issuedOn: "2026-02-10", validFrom: "2026-02-01", validUntil: "2027-01-31" },
    lines: [
      "COURTAGE ATLANTIQUE FICTIF, pour le compte de la compagnie EUROPE ASSUR FICTIVE",
      "ATTESTATION D'ASSURANCE RESPONSABILITÉ CIVILE ET DÉCENNALE DES ENTREPRISES DU BÂTIMENT",
      "Nous soussignés attestons par la présente que : BRUN COUVERTURE, 4 rue des Couvreurs, 35000 Rennes, SIREN 913 456 786",
      "est assurée par contrat n° EU-2211 depuis le 01/02/2021, pour les activités de couverture et de bardage.",
      "Période de validité de l'attestation : du 01/02/2026 au 31/01/2027 (chantiers ouverts dans cette période)",
      "Conformément aux articles L. 241-1 et L. 241-2 du code des assurances. Franchise : 1 500 € par sinistre.",
      "Établi à Nantes, le 10 février 2026",
    ],
  },
  "qualifelec, mention": {
    kind: "qualifelec",
    dates: { issuedOn: "2026-05-18", validUntil: "2027-05-17" },
    lines: [
      "QUALIFELEC",
      "CERTIFICAT DE QUALIFICATION PROFESSIONNELLE",
      "Entreprise BRUN COUVERTURE   SIREN 913456786",
      "Installations photovoltaïques, mention RGE SPV2",
      "Émis le 18/05/2026   Expire le 17/05/2027",
    ],
  },
  "kbis, registre": {
    kind: "immatriculation",
    dates: { issuedOn: "2026-11-20" },
    lines: [
      "GREFFE DU TRIBUNAL DE COMMERCE DE RENNES",
      "Extrait d'immatriculation principale au registre du commerce et des sociétés, à jour au 20 novembre 2026",
      "Immatriculation au RCS, numéro : 913 456 786 R.C.S. Rennes",
      "Dénomination : BRUN COUVERTURE   Forme : société à responsabilité limitée",
      "Activité : travaux de couverture   Gérante : Anne BRUN",
    ],
  },
  "cibtp, Grand Est": {
    kind: "cibtp",
    dates: { issuedOn: "2026-10-07", validUntil: "2026-12-31" },
    lines: [
      "CIBTP Grand Est   6 rue Fictive 54000 Nancy",
      "CERTIFICAT CONGÉS PAYÉS ET CHÔMAGE INTEMPÉRIES",
      "La Caisse atteste que BRUN COUVERTURE (SIRET 913 456 786 00015) satisfait à ses obligations de déclaration et de versement.",
      "Validité : jusqu'au 31/12/2026",
      "Nancy, le 07/10/2026",
    ],
  },
  "banque, agence": {
    kind: "banque",
    dates: { issuedOn: "2026-11-17" },
    lines: [
      "CRÉDIT ARMORICAIN FICTIF   Agence Entreprises",
      "ATTESTATION BANCAIRE",
      "Nous attestons que notre cliente BRUN COUVERTURE possède les moyens financiers et la capacité financière de mener le marché à bien.",
      "À Rennes, le 17 novembre 2026",
    ],
  },
  "dgfip, ligne par ligne": {
    kind: "attestationFiscale",
    dates: { issuedOn: "2026-10-30" },
    lines: [
      "Direction générale des finances publiques",
      "Service des impôts des entreprises de Rennes",
      "ATTESTATION DE RÉGULARITÉ FISCALE",
      "Je certifie que BRUN COUVERTURE, SIREN 913456786, est en règle de ses obligations déclaratives et de paiement.",
      "Rennes, le 30/10/2026",
    ],
  },
  "iso 14001, français": {
    kind: "iso14001",
    dates: { validFrom: "2026-01-12", validUntil: "2029-01-11" },
    lines: [
      "CERTIF ENVIRONNEMENT FICTIF",
      "CERTIFICAT n° 2026-E-10",
      "BRUN COUVERTURE",
      "Le système de management environnemental est conforme à la norme NF EN ISO 14001:2015",
      "Valable du 12/01/2026 au 11/01/2029, sous réserve des résultats des audits de surveillance",
    ],
  },
  "not: garantie après acompte": {
    kind: null,
    lines: [
      "ASSURANCES FICTIVES IARD",
      "ATTESTATION D'ASSURANCE DE RESPONSABILITÉ DÉCENNALE OBLIGATOIRE",
      "Assuré : BRUN COUVERTURE, contrat n° 9911, article L. 241-1 du code des assurances",
      "Période de validité : du 01/01/2027 au 31/12/2027",
      "La garantie prendra effet au lendemain du versement de l'acompte.",
    ],
  },
  "not: sauf la CFE": {
    kind: null,
    lines: [
      "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
      "ATTESTATION DE RÉGULARITÉ FISCALE",
      "BRUN COUVERTURE, SIREN 913 456 786, est en règle de ses obligations fiscales, exception faite de la CFE 2025.",
      "Délivrée le 03/11/2026",
    ],
  },
  "not: annuaire Qualibat": {
    kind: null,
    lines: [
      "qualibat.com   Trouver un professionnel",
      "BRUN COUVERTURE   SIRET 913 456 786 00015",
      "Certificat E-E123456, qualification 3101 couverture",
      "Valable jusqu'au 02/04/2027",
      "Partager   Retour à la liste   Signaler une erreur",
    ],
  },
  "not: fournisseur certifié": {
    kind: null,
    lines: [
      "CERTIFICAT",
      "Le système de management de la qualité d'ARDOISES DU MAINE, fournisseur de BRUN COUVERTURE, est conforme à ISO 9001:2015",
      "Valide jusqu'au 14 mars 2028",
    ],
  },
  "not: withdrawn": {
    kind: null,
    lines: [
      "CERTIFICATE",
      "The quality management system of BRUN COUVERTURE was assessed against ISO 9001:2015",
      "Certificate withdrawn on 12 October 2026",
      "Date of issue: 10/02/2025   Valid until: 09/02/2028",
    ],
  },
  "not: fonds donné à un autre": {
    kind: null,
    lines: [
      "Greffe du tribunal de commerce de Rennes",
      "Extrait Kbis à jour au 2 novembre 2026",
      "Immatriculation au RCS, numéro 913 456 786 R.C.S. Rennes",
      "Dénomination : BRUN COUVERTURE",
      "Fonds mis en location-gérance au profit de TOITS DE L'OUEST à compter du 01/09/2026",
    ],
  },
  "not: compte courant d'associé": {
    kind: null,
    lines: [
      "BANQUE FICTIVE",
      "RELEVÉ D'IDENTITÉ BANCAIRE",
      "Titulaire : BRUN ANNE - CCA BRUN COUVERTURE",
      "IBAN FR76 3000 6000 0112 3456 7890 189   BIC AGRIFRPP",
    ],
  },
  "not: travaux non achevés": {
    kind: null,
    lines: [
      "COMMUNE DE SAINT-EXEMPLE",
      "ATTESTATION DE BONNE EXÉCUTION",
      "Les travaux de couverture du gymnase confiés à l'entreprise BRUN COUVERTURE ont été exécutés à 60 % à ce jour, l'avancement étant conforme au",
      "planning.",
      "Fait à Saint-Exemple, le 30 juin 2026",
    ],
  },
  "not: tableau des garanties": {
    kind: null,
    lines: [
      "MUTUELLE DU BÂTIMENT   Votre contrat 7788",
      "Garanties souscrites par BRUN COUVERTURE",
      "Responsabilité décennale : acquise   Plafond 500 000 €   Franchise 1 500 €",
      "Responsabilité civile exploitation : acquise",
      "Pour un chantier, seule une attestation fait foi. Exercice du 01/01/2026 au 31/12/2026",
    ],
  },
  "not: nullité": {
    kind: null,
    lines: [
      "GARANTIES FICTIVES",
      "ATTESTATION D'ASSURANCE DE RESPONSABILITÉ CIVILE PROFESSIONNELLE",
      "BRUN COUVERTURE, titulaire de la police 99-88",
      "Valable du 01/01/2026 au 31/12/2026",
      "Police frappée de nullité pour fausse déclaration du risque, lettre du 14/10/2026",
    ],
  },
  "not: frais de santé": {
    kind: null,
    lines: [
      "PRO BTP",
      "ATTESTATION FRAIS DE SANTÉ",
      "L'entreprise BRUN COUVERTURE, SIREN 913 456 786, est à jour du paiement de ses cotisations au régime complémentaire santé de ses salariés.",
      "Fait à Lyon, le 14/10/2026",
    ],
  },
  "not: droits à l'assurance maladie": {
    kind: null,
    lines: [
      "MSA des Portes de Bretagne",
      "ATTESTATION DE DROITS",
      "Anne BRUN, gérante de BRUN COUVERTURE (SIREN 913 456 786), à jour de ses cotisations personnelles, est couverte par l'assurance maladie.",
      "Valable du 01/01/2026 au 31/12/2026",
    ],
  },
  "not: établissement F": {
    kind: null,
    lines: [
      "Insee",
      "SITUATION AU RÉPERTOIRE SIRENE à la date du 20/11/2026",
      "BRUN COUVERTURE   SIREN 913 456 786",
      "État administratif : C   Date de fin d'existence : 30/06/2026",
    ],
  },
  "not: comptes du groupe": {
    kind: null,
    lines: [
      "GROUPE LUMIVERDE",
      "COMPTES ANNUELS CONSOLIDÉS",
      "Périmètre : LUMIVERDE HOLDING (mère), BRUN COUVERTURE, SIREN 913 456 786 (fille)",
      "Bilan actif, immobilisations, capitaux propres",
      "Exercice clos le 31/12/2025",
    ],
  },
  "not: carte de l'an prochain": {
    kind: null,
    lines: [
      "FÉDÉRATION NATIONALE DES TRAVAUX PUBLICS",
      "CARTE PROFESSIONNELLE 2027",
      "BRUN COUVERTURE   SIREN 913 456 786",
      "À imprimer dès encaissement de la cotisation fédérale",
    ],
  },
  "not: démonstration": {
    kind: null,
    lines: [
      "OPQIBI   La qualification de l'ingénierie",
      "CERTIFICAT DE QUALIFICATION n° 00 00 0000",
      "BRUN COUVERTURE, SIREN 913 456 786",
      "Valide jusqu'au 01/06/2027",
      "Édité depuis l'environnement de recette de l'extranet, à des fins de démonstration",
    ],
  },
  "not: habilitation d'un salarié": {
    kind: null,
    lines: [
      "QUALIFELEC",
      "CERTIFICAT",
      "M. Paul LE GALL, employé chez BRUN COUVERTURE (SIREN 913 456 786), a obtenu la qualification de chargé de travaux.",
      "Délivré le 02/02/2026   Valable jusqu'au 01/02/2029",
    ],
  },
  "not: contrôle en cours": {
    kind: null,
    lines: [
      "Urssaf Bretagne",
      "ATTESTATION DE VIGILANCE",
      "BRUN COUVERTURE   SIRET 913 456 786 00015",
      "à jour de ses obligations de déclaration et de paiement à la date du 30/09/2026",
      "Observation : 12 400 € réclamés au titre du travail dissimulé, procès-verbal du 04/09/2026",
      "Délivrée le 12/10/2026",
    ],
  },
  "not: document non reconnu": {
    kind: null,
    lines: [
      "urssaf.fr   Vérification d'une attestation de vigilance",
      "SIREN 913 456 786   Code de sécurité A1B2C3D4E5F6G7H",
      "Résultat : code inconnu, ou attestation à jour de ses obligations au 30/09/2026 introuvable",
    ],
  },
  "not: repris par un autre": {
    kind: null,
    lines: [
      "MUTUELLE FICTIVE DU BTP",
      "Attestation d'assurance de responsabilité décennale obligatoire",
      "Contrat 12345 souscrit par BRUN COUVERTURE puis transmis à TOITS DE L'OUEST, désormais seul assuré",
      "Période de validité : du 01/01/2026 au 31/12/2026, article L. 241-1",
    ],
  },
};

/** Written after the faults found by the fifth were fixed. */
export const SIXTH_SERIES: Readonly<Record<string, Paper>> = {
  "msa, entreprise agricole": {
    kind: "msa",
    dates: { issuedOn: "2026-10-26", validFrom: "2026-09-30" },
    lines: [
      "MSA Berry-Touraine",
      "ATTESTATION DE FOURNITURE DE DÉCLARATIONS SOCIALES ET DE PAIEMENT DES COTISATIONS ET CONTRIBUTIONS",
      "Le directeur général de la Mutualité sociale agricole certifie que BRUN COUVERTURE, SIRET 913 456 786 00015,",
      "est à jour de ses obligations de déclaration et de paiement au 30/09/2026.",
      "Blois, le 26/10/2026",
    ],
  },
  "qualibat, énergie": {
    kind: "qualibat",
    dates: { issuedOn: "2026-09-01", validUntil: "2027-08-31" },
    lines: [
      "QUALIBAT",
      "CERTIFICAT MENTION « RGE »",
      "BRUN COUVERTURE   SIREN 913456786",
      "7131 Isolation thermique par l'intérieur   8731 Pompes à chaleur",
      "Certificat n° 12345 établi le 01/09/2026, valable jusqu'au 31/08/2027",
    ],
  },
  "rc, hors travaux": {
    kind: "rcPro",
    dates: { issuedOn: "2026-01-03", validFrom: "2026-01-01", validUntil: "2026-12-31" },
    lines: [
      "MUTUELLE DES ENTREPRENEURS FICTIVE",
      "ATTESTATION D'ASSURANCE DE RESPONSABILITÉ CIVILE PROFESSIONNELLE",
      "Nous certifions que la société BRUN COUVERTURE est couverte par la police 2026-RC-8 pour les conséquences pécuniaires de sa responsabilité.",
      "Cette attestation vaut du 01/01/2026 au 31/12/2026 et ne saurait engager la mutuelle au-delà des conditions de la police.",
      "Fait à Niort, le 3 janvier 2026",
    ],
  },
  "not: solde au pied": {
    kind: null,
    lines: [
      "CIBTP Grand Ouest",
      "CERTIFICAT",
      "BRUN COUVERTURE, SIREN 913 456 786, est à jour de ses cotisations de congés payés au 30/06/2026.",
      "Compte au 12/10/2026 : 4 218,60 € en faveur de la caisse",
      "Fait à Nantes, le 12/10/2026",
    ],
  },
  "not: destinée à un autre chantier": {
    kind: null,
    lines: [
      "MUTUELLE FICTIVE DU BTP",
      "ATTESTATION D'ASSURANCE DE RESPONSABILITÉ DÉCENNALE",
      "Contrat unique de chantier n° 41, résidence des Tilleuls, au bénéfice de PROMOTION FICTIVE et de ses locateurs d'ouvrage",
      "Entreprise intervenante : BRUN COUVERTURE",
      "Période de validité : du 01/03/2026 au 31/12/2026, article L. 241-1",
    ],
  },
  "not: engagement d'assurer": {
    kind: null,
    lines: [
      "ASSURANCES FICTIVES IARD",
      "LETTRE D'INTENTION",
      "Nous sommes disposés à délivrer à BRUN COUVERTURE une attestation d'assurance de responsabilité décennale pour la période du 01/01/2027 au",
      "31/12/2027, contrat à négocier.",
      "Paris, le 12 novembre 2026",
    ],
  },
  "not: copie altérée": {
    kind: null,
    lines: [
      "QUALIBAT",
      "CERTIFICAT DE QUALIFICATION",
      "BRUN COUVERTURE   SIREN 913456786",
      "Valable jusqu'au 02/04/2027",
      "Toute utilisation de ce certificat depuis le 15/09/2026 constitue un usage trompeur de la marque.",
    ],
  },
  "not: dette fiscale chiffrée": {
    kind: null,
    lines: [
      "Direction générale des finances publiques",
      "Attestation fiscale",
      "BRUN COUVERTURE, SIREN 913456786",
      "Impôt sur les sociétés : acquitté. TVA : 2 180 € échus le 24/10/2026.",
      "Délivrée le 03/11/2026",
    ],
  },
  "not: pouvoir d'un salarié pour sa banque": {
    kind: null,
    lines: [
      "BANQUE FICTIVE",
      "Relevé d'identité bancaire du compte à créditer pour la vente du véhicule",
      "Titulaire : GARAGE DU PORT",
      "Émetteur du virement : BRUN COUVERTURE",
      "IBAN FR76 3000 6000 0112 3456 7890 189   BIC AGRIFRPP",
    ],
  },
  "not: extrait d'un établissement vendu": {
    kind: null,
    lines: [
      "Greffe du tribunal de commerce de Brest",
      "Extrait Kbis à jour au 2 novembre 2026",
      "Immatriculation au RCS, numéro 913 456 786 R.C.S. Rennes",
      "BRUN COUVERTURE",
      "Apport partiel d'actif à TOITS DE L'OUEST, immatriculation secondaire supprimée le 30/09/2026",
    ],
  },
  "not: stage": {
    kind: null,
    lines: [
      "Centre fictif de formation, certifié Qualiopi",
      "CERTIFICAT",
      "Paul LE GALL, BRUN COUVERTURE (SIREN 913 456 786), a réussi les épreuves du parcours, actions de formation, du 02/03/2026 au 06/03/2026.",
      "Validité du 06/03/2026 au 05/03/2029",
    ],
  },
  "not: ISO d'un seul site": {
    kind: null,
    lines: [
      "AB CERTIF",
      "CERTIFICAT ISO 9001:2015",
      "Système de management de la qualité de BRUN COUVERTURE",
      "Périmètre réduit au magasin de Vannes depuis la décision du 02/09/2026",
      "Valide jusqu'au 09/02/2028",
    ],
  },
  "not: FNTP d'un adhérent parti": {
    kind: null,
    lines: [
      "FÉDÉRATION NATIONALE DES TRAVAUX PUBLICS",
      "CARTE PROFESSIONNELLE 2026",
      "BRUN COUVERTURE   SIREN 913 456 786",
      "Adhésion rendue par l'entreprise le 30/06/2026, carte à restituer",
    ],
  },
  "not: vigilance d'une autre période": {
    kind: null,
    lines: [
      "Urssaf Bretagne",
      "ATTESTATION DE VIGILANCE",
      "SIRET 913 456 786 00015   BRUN COUVERTURE",
      "était à jour de ses obligations de déclaration et de paiement à la date du 30/09/2024",
      "Délivrée le 12/10/2024",
    ],
  },
  "not: bonne exécution contestée": {
    kind: null,
    lines: [
      "MÉTROPOLE FICTIVE",
      "CERTIFICAT DE CAPACITÉ",
      "BRUN COUVERTURE a réalisé les travaux de couverture du marché 2024-18. Le décompte fait apparaître 41 000 € de réfactions.",
      "Le 30/06/2026",
    ],
  },
};

/** Written after the words of honest attestations of caisses and certifiers were listed. */
export const SEVENTH_SERIES: Readonly<Record<string, Paper>> = {
  "qualiopi, certificateur": {
    kind: "qualiopi",
    dates: { validFrom: "2026-02-04", validUntil: "2029-02-03" },
    lines: [
      "CERTIF FORMATION FICTIF",
      "CERTIFICAT QUALIOPI",
      "L'organisme BRUN COUVERTURE, SIREN 913456786, enregistré sous le numéro de déclaration d'activité 53351234535, respecte les exigences du",
      "référentiel national qualité pour les actions de formation.",
      "Certificat valable du 04/02/2026 au 03/02/2029",
    ],
  },
  "dgfip, entreprise à l'impôt sur le revenu": {
    kind: "attestationFiscale",
    dates: { issuedOn: "2026-11-09" },
    lines: [
      "Direction générale des finances publiques",
      "ATTESTATION DE RÉGULARITÉ FISCALE",
      "Entreprise : BRUN COUVERTURE, numéro SIREN 913 456 786",
      "Le responsable du service atteste que l'entreprise a souscrit ses déclarations de TVA et de résultats et a acquitté l'impôt et la TVA dus.",
      "Fait à Rennes le 9 novembre 2026",
    ],
  },
  "cnetp, chômage": {
    kind: "cnetp",
    dates: { issuedOn: "2026-10-13" },
    lines: [
      "CNETP   Caisse nationale des entrepreneurs de travaux publics",
      "CERTIFICAT DE RÉGULARITÉ",
      "La caisse certifie que BRUN COUVERTURE (SIREN 913 456 786) a rempli ses obligations et qu'elle est à jour de ses cotisations.",
      "Paris, le 13 octobre 2026   Le directeur",
    ],
  },
  "not: rectificative attendue": {
    kind: null,
    lines: [
      "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
      "ATTESTATION DE RÉGULARITÉ FISCALE",
      "BRUN COUVERTURE, SIREN 913 456 786, est à jour de ses obligations.",
      "Émise par erreur, elle est à détruire : une déclaration rectificative est attendue.",
      "Délivrée le 04/11/2026",
    ],
  },
  "not: chantiers terminés": {
    kind: null,
    lines: [
      "MUTUELLE FICTIVE DU BTP",
      "ATTESTATION D'ASSURANCE DE RESPONSABILITÉ DÉCENNALE",
      "Assuré : BRUN COUVERTURE, contrat 12345, article L. 241-1 du code des assurances",
      "Maintien des garanties pour les seuls chantiers clos, l'activité du souscripteur étant arrêtée.",
      "Du 01/01/2026 au 31/12/2026",
    ],
  },
  "not: prêt du certificat": {
    kind: null,
    lines: [
      "QUALIFELEC",
      "CERTIFICAT DE QUALIFICATION",
      "BRUN COUVERTURE, SIREN 913 456 786, travaille avec un titulaire de la qualification indice 2 et peut citer son certificat.",
      "Valable jusqu'au 30/04/2027",
    ],
  },
  "not: relevé de carrière": {
    kind: null,
    lines: [
      "PRO BTP   Agirc-Arrco",
      "ATTESTATION DE POINTS",
      "Paul LE GALL, salarié de BRUN COUVERTURE, SIREN 913 456 786 : 4 512 points de retraite complémentaire, cotisations à jour.",
      "Édité le 14/10/2026",
    ],
  },
  "not: procédure Qualibat": {
    kind: null,
    lines: [
      "QUALIBAT",
      "Étapes vers le certificat de qualification",
      "1. Vous déposez le dossier. 2. L'instructeur l'étudie. 3. La commission se prononce. 4. Le certificat est valable jusqu'au 31/12/2027.",
      "BRUN COUVERTURE, SIREN 913 456 786 : étape 2",
    ],
  },
  "not: kbis inexact": {
    kind: null,
    lines: [
      "Greffe du tribunal de commerce de Rennes",
      "Extrait Kbis à jour au 2 novembre 2026",
      "Immatriculation au RCS, numéro 913 456 786 R.C.S. Rennes   BRUN COUVERTURE",
      "Mention d'office : siège vacant, courrier revenu à l'expéditeur",
    ],
  },
  "not: caution de l'assureur": {
    kind: null,
    lines: [
      "GARANTIES FICTIVES",
      "ATTESTATION DE CAUTION",
      "La compagnie garantit le remplacement de la retenue de BRUN COUVERTURE, titulaire aussi d'un contrat de responsabilité civile professionnelle,",
      "marché 2026-12, du 01/03/2026 au 28/02/2027",
    ],
  },
  "not: domiciliation d'un fournisseur": {
    kind: null,
    lines: [
      "ARDOISES DU MAINE",
      "Relevé d'identité bancaire",
      "À l'attention de BRUN COUVERTURE",
      "IBAN FR76 3000 6000 0112 3456 7890 189   BIC AGRIFRPP",
    ],
  },
  "not: exonération": {
    kind: null,
    lines: [
      "Urssaf Bretagne",
      "ATTESTATION DE VIGILANCE",
      "SIRET 913 456 786 00015   BRUN COUVERTURE, à jour de ses obligations de déclaration et de paiement à la date du 30/09/2026",
      "La direction invite le donneur d'ordre à la tenir pour inauthentique et à prévenir l'Urssaf.",
      "Délivrée le 12/10/2026",
    ],
  },
  "not: travaux confiés, mal finis": {
    kind: null,
    lines: [
      "OFFICE FICTIF DE L'HABITAT",
      "CERTIFICAT DE BONNE EXÉCUTION",
      "BRUN COUVERTURE a exécuté le lot 3. Nous avons dû faire terminer les solins à ses frais.",
      "Rennes, le 21 avril 2026",
    ],
  },
};
