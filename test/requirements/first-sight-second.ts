/** A second series, written and labelled after the faults of the first were mended, before any rule had read it. */
import type { FirstSight } from "./first-sight.ts";
import { NOTHING_ASKED } from "./first-sight-restricted.ts";

const IT = `UNIVERSITÉ DES GRANDS-CHÊNES
Direction du numérique
Règlement de la consultation n° UGC-26-117
Acquisition d'une solution de gestion des stages
Procédure : appel d'offres ouvert
Publication : 4 décembre 2026
Remise des plis : au plus tard le lundi 18 janvier 2027 à 12h30 (heure de Paris)
Questions : au plus tard le 8 janvier 2027 à 12h00
1. Contenu du DCE
Le dossier de consultation contient le présent règlement, le CCAP, le CCTP, le cadre de réponse technique et l'acte d'engagement.
2. Éléments à fournir
2.1 Candidature
L'entreprise, ou chaque membre du groupement, remet :
▪ les formulaires DC1 et DC2 ou le DUME ;
▪ le pouvoir donné au signataire ;
▪ la déclaration du chiffre d'affaires des deux derniers exercices ;
▪ une présentation des moyens humains ;
▪ deux références de moins de trois ans dans l'enseignement supérieur ;
▪ la certification ISO 27001 ou équivalente.
L'université ne demande aux candidats ni attestation fiscale ni attestation sociale : elle les demandera au seul candidat retenu.
2.2 Offre
▪ le cadre de réponse technique, complété ;
▪ l'annexe financière ;
▪ l'acte d'engagement, dont la signature n'est pas exigée lors du dépôt.
3. Dépôt
Un pli dépasse rarement 500 Mo ; au-delà, prévenez la plateforme. Les noms de fichiers n'excèdent pas 50 caractères.
4. Attribution
Pièces demandées à l'attributaire, sous six jours ouvrés :
▪ attestation de vigilance (ou D. 8222-5) ;
▪ attestation de régularité fiscale ;
▪ Kbis.`;

const DEMOLITION = `SEM DU BASSIN MINIER
DÉMOLITION DE L'ANCIENNE USINE
RÈGLEMENT DE LA CONSULTATION
DATE LIMITE DE RÉCEPTION DES OFFRES :
MARDI 9 FÉVRIER 2027
À 11 H 00
ARTICLE 1 – OBJET
Le marché comporte une tranche ferme et deux tranches optionnelles. Il n'est pas prévu d'allotissement.
ARTICLE 4 – DOCUMENTS DE LA CANDIDATURE
Les documents suivants sont demandés à tous les candidats :
4.1 La lettre de candidature établie sur le formulaire DC1.
4.2 La déclaration du candidat établie sur le formulaire DC2.
4.3 La preuve de la certification à l'amiante (sous-section 3).
4.4 L'attestation d'assurance responsabilité civile couvrant l'amiante.
4.5 La liste des chantiers de démolition exécutés ces cinq dernières années, appuyée d'attestations de
bonne exécution pour les trois plus importants.
4.6 La liste des matériels.
4.7 La carte professionnelle FNTP ou équivalent.
ARTICLE 5 – DOCUMENTS DE L'OFFRE
5.1 L'acte d'engagement. 5.2 La DPGF. 5.3 Le mémoire technique. 5.4 Le planning. 5.5 L'attestation de visite.
ARTICLE 6 – VISITE
La visite préalable est obligatoire. Elle a lieu le jeudi 14 janvier 2027 à 9 h 00.
ARTICLE 9 – MARCHÉ ATTRIBUÉ
Le soumissionnaire classé premier produit dans un délai de cinq jours francs :
- les certificats sociaux et fiscaux ;
- le certificat de congés payés et chômage intempéries ;
- la liste nominative des travailleurs étrangers ;
- l'attestation d'assurance décennale.`;

const TWO_CLOCKS = `COMMUNE DE TERRE-PLATE (976)
Mamoudzou
Règlement de la consultation
Collecte des encombrants
Les plis parviennent avant le mardi 2 mars 2027 à 11 h 00, heure de Mayotte.
Article 8 : les offres sont reçues jusqu'au mardi 2 mars 2027 à 15 h 00, heure de Mayotte.
Au titre de leur candidature, les candidats fournissent le DC1, le DC2 et un extrait K bis de moins de trois mois.`;

const POSTPONED = `VILLE DE CHANTEPERDRIX
Règlement de la consultation modifié
Fourniture de luminaires
La date limite de remise des offres, initialement fixée au 15 janvier 2027 à 12 h 00, est reportée au 29 janvier 2027 à 12 h 00.
Le candidat remet à l'appui de sa candidature :
- un DC1 ;
- un DC2 ;
- une attestation d'assurance.`;

const CATERING = `CAISSE DES ÉCOLES DE BOIS-L'ABBÉ
Règlement de la consultation
Livraison de repas
Transmission des offres : exclusivement sur le profil d'acheteur
Date limite de remise des offres
Vendredi 5 mars 2027
12:00
Pièces constitutives de la candidature (sous peine de rejet)
Document | Formulaire
Lettre de candidature | DC1
Déclaration du candidat | DC2
Attestation sur l'honneur que le candidat n'est pas en interdiction de soumissionner | libre
Déclaration indiquant les effectifs | libre
Attestation bancaire ou assurance des risques professionnels | libre
Références | trois dernières années
Agrément sanitaire | copie
Pièces constitutives de l'offre
Acte d'engagement
Menus types
Pièces à remettre par le seul titulaire pressenti
Attestation URSSAF
Attestation fiscale
RIB`;

const CCTP = `Cahier des clauses techniques particulières
Nettoyage des vitres
1. Le titulaire remet au début du marché les certificats ISO 14001 de ses produits, les CV des agents et une attestation d'assurance.
2. Les candidats ont remis leur offre avant le 15 janvier 2027 à 12 h 00.
3. Le titulaire tient à jour la liste nominative de ses agents.`;

const blocks = (text: string) => ({ lines: "blocks" as const, pages: [text] });
const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });

export const SECOND_SERIES: Readonly<Record<string, FirstSight>> = {
  software: {
    ...blocks(IT),
    kind: "rc",
    iso: "2027-01-18T12:30:00+01:00",
    clock: "paris",
    candidature: ["dc1", "dc2", "dume", "pouvoir", "autre:chiffreAffaires", "autre:effectifs", "references", "autre:certificationsSysteme"],
    attributaire: ["attestationVigilance", "attestationFiscale", "immatriculation"],
    points: { signature: { state: "notRequired" } },
  },
  demolition: {
    ...wrapped(DEMOLITION),
    kind: "rc",
    iso: "2027-02-09T11:00:00+01:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "autre:agrement", "rcPro", "references", "attestationsBonneExecution", "autre:materiel", "fntp"],
    attributaire: ["attestationVigilance", "attestationFiscale", "cibtp", "listeSalariesEtrangers", "decennale"],
    points: { lots: { divided: false }, visite: { status: "obligatoire" } },
  },
  twoHours: {
    ...wrapped(TWO_CLOCKS),
    kind: "rc",
    iso: null,
    clock: null,
    candidature: ["dc1", "dc2", "immatriculation"],
    attributaire: [],
    points: { deadline: { doubt: "several" } },
  },
  postponed: {
    ...blocks(POSTPONED),
    kind: "rc",
    iso: "2027-01-29T12:00:00+01:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "assurance"],
    attributaire: [],
    points: {},
  },
  catering: {
    ...blocks(CATERING),
    kind: "rc",
    iso: "2027-03-05T12:00:00+01:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "declarationHonneur", "autre:effectifs", "banque", "references", "autre:agrement"],
    attributaire: ["attestationVigilance", "attestationFiscale", "rib"],
    points: {},
  },
  technical: { ...blocks(CCTP), kind: "other", ...NOTHING_ASKED, points: {} },
};
