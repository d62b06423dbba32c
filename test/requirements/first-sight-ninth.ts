/** A seventh series, written and labelled after the faults of the sixth were mended, before any rule had read it: the true figure. */
import type { FirstSight } from "./first-sight.ts";
import { NOTHING_ASKED } from "./first-sight-restricted.ts";

const ROOF = `COMMUNE DE SAINT-AUBERT-LA-FORÊT (Orne)
Mairie – 1 rue de l'Église – 61000
Consultation pour la réfection de la toiture de la salle des fêtes
REGLEMENT DE CONSULTATION
1. Acheteur : commune de Saint-Aubert-la-Forêt, représentée par son maire.
2. Procédure : marché de travaux passé selon la procédure adaptée.
3. Date limite de remise des offres : le 12/03/2027 à 12h00.
4. Conditions d'envoi : les offres seront déposées sur le profil acheteur de la commune.
5. Présentation des offres :
Les entreprises fourniront dans un même dossier :
- la lettre de candidature DC1
- la déclaration du candidat DC2
- une déclaration sur l'honneur indiquant que l'entreprise est à jour de ses obligations fiscales et sociales
- une attestation d'assurance décennale et de responsabilité civile en cours de validité
- des références pour des travaux de même type datant de moins de 5 ans
- le certificat de qualification QUALIBAT correspondant ou équivalent
- l'acte d'engagement complété
- le devis descriptif (DPGF)
- une notice présentant les matériaux et le délai d'exécution
6. Critères : prix 60 %, valeur technique 40 %.
7. Avant notification, l'attributaire devra fournir : les certificats sociaux et fiscaux, un extrait K-bis.
8. Durée de validité des offres : 90 jours.`;

const NETWORK = `AGGLOMÉRATION DU LAC
ACCORD-CADRE DE MAINTENANCE DES RÉSEAUX D'EAU POTABLE
Règlement de la consultation
Article 1. ACHETEUR
Agglomération du Lac, direction du cycle de l'eau.
Article 2. OBJET
Accord-cadre mono-attributaire à bons de commande, sans minimum et avec un maximum de 4 000 000 € HT.
Article 3. CALENDRIER DE LA PROCÉDURE
Date et heure limites de dépôt des candidatures et des offres                  lundi 29 mars 2027 à 12:00
Date limite d'envoi des questions                                              lundi 15 mars 2027 à 12:00
Visite obligatoire du réservoir                                                10 mars 2027 à 9:00
Article 4. CANDIDATURE
4.1. Forme : DUME ou DC1/DC2.
4.2. Capacités : les renseignements et documents exigés sont les suivants.
                                                         Niveau minimal exigé
Chiffre d'affaires annuel moyen                          1 000 000 € HT
Bilans des trois derniers exercices                      -
Effectif moyen annuel                                    10 personnes
Liste des travaux exécutés en cinq ans                   3 chantiers de plus de 200 k€
Certificat FNTP 5117 ou équivalent                       -
Habilitation AIPR des intervenants                       -
Attestation d'assurance responsabilité civile            2 000 000 € par sinistre
4.3. Sous-traitance : joindre un DC4 et les mêmes justificatifs pour chaque sous-traitant présenté.
Article 5. OFFRE
5.1. Acte d'engagement. 5.2. Bordereau des prix unitaires. 5.3. Détail quantitatif estimatif. 5.4. Mémoire technique.
Article 6. ATTRIBUTION
Documents à produire par l'attributaire dans un délai de 10 jours :
attestation de vigilance de moins de six mois ; certificat de régularité fiscale ; certificat de la caisse de congés
payés ; liste nominative des travailleurs étrangers ; attestation d'assurance décennale.`;

const TRAINING = `OPÉRATEUR RÉGIONAL DE L'EMPLOI
Achat d'actions de formation – 12 lots
Règlement de la consultation
La date limite de réception des offres est fixée au : 14/05/2027 à 14:00 (heure de Paris).
I. Objet. Formations certifiantes.
II. Allotissement. Douze lots ; chaque candidat peut soumissionner à quatre lots au plus.
III. Candidature. L'organisme de formation candidat dépose :
III-1 le formulaire DC1 ;
III-2 le formulaire DC2 ;
III-3 la copie du certificat Qualiopi au titre des actions de formation ;
III-4 le numéro de déclaration d'activité (récépissé de la DREETS) ;
III-5 ses comptes de résultat et bilans des exercices 2024 et 2025 ;
III-6 une liste de formations du même domaine dispensées lors des trois dernières années ;
III-7 s'il s'agit d'une association, ses statuts.
IV. Offre. Elle comporte, lot par lot :
IV-1 l'annexe financière ;
IV-2 le cadre de réponse pédagogique, accompagné des CV des formateurs ;
IV-3 l'acte d'engagement.
V. Éléments à remettre par les titulaires pressentis : attestation URSSAF ou MSA, attestation fiscale, RIB.
VI. Aucune signature n'est exigée au dépôt.`;

const SAFETY = `Préfecture maritime – Base navale – Service de soutien
Gardiennage et sûreté des emprises – marché classique
RÈGLEMENT PARTICULIER DE LA CONSULTATION
Rubrique 1 : la date butoir de réception des plis est le 23 avril 2027 à 15 heures (Paris).
Rubrique 2 : pièces constitutives du pli
Sous-dossier A (candidature)
A1 – DC1 ; A2 – DC2 ; A3 – le cas échéant, jugement de redressement ; A4 – pouvoir de signature ; A5 – autorisation d'exercer délivrée par le CNAPS ; A6 – agrément du dirigeant ; A7 – chiffre d'affaires « gardiennage » des exercices 2023, 2024, 2025 ; A8 – effectifs par qualification ; A9 – trois références en site sensible.
Sous-dossier B (offre)
B1 – acte d'engagement ; B2 – annexe financière ; B3 – mémoire technique.
Rubrique 3 : pièces de fin de procédure
Le candidat classé premier envoie, dans les 6 jours de la demande, attestations de régularité sociale et fiscale, assurance RC professionnelle, liste des salariés étrangers hors UE.
Rubrique 4 : les offres engagent leur auteur pendant 8 mois.`;

const ART = `Conservatoire de Belrive
Commande artistique (1 % artistique)
Règlement de la consultation – première phase
Les artistes adressent leur candidature par la plate-forme jusqu'au vendredi 30 avril 2027, 18 h.
La candidature se compose des éléments suivants :
• une lettre de motivation
• un curriculum vitae
• un dossier artistique présentant des œuvres réalisées dans l'espace public
• une attestation d'affiliation à la sécurité sociale des artistes-auteurs ou équivalent
• le formulaire DC2 ou ses équivalents
• une attestation sur l'honneur de régularité fiscale et sociale
Aucun projet n'est demandé à ce stade.
Le comité retient trois artistes. Chacun perçoit 3 000 € TTC.`;

const CLEANING = `GIE DES CAISSES DE RETRAITE DU CENTRE
PRESTATIONS DE PROPRETÉ
Règlement de consultation n° 27-004
§1 Modalités de dépôt
Le dépôt est dématérialisé. Il a lieu avant le 06/04/2027, 12h00.
§2 Contenu du pli
Les candidats joignent à leur offre les renseignements suivants permettant d'évaluer leur candidature :
a) déclaration sur l'honneur visée à l'article R. 2143-3 du code de la commande publique
b) chiffre d'affaires global et, s'il y a lieu, du domaine, pour 3 exercices
c) moyens en personnel et matériel
d) références clients du secteur tertiaire
e) certification ISO 14001 ou Ecolabel
f) preuve de l'assurance responsabilité
et, pour leur offre :
g) acte d'engagement
h) bordereau de prix
i) mémoire de 15 pages
§3 Visite
Une attestation de visite sera remise sur place.
§4 Documents du titulaire
Le marché ne sera notifié qu'après réception, sous 10 jours, de l'attestation de vigilance, de l'attestation fiscale et du Kbis.`;

const BELGIUM = `Cahier spécial des charges – Ville de Namur (Belgique)
Marché de travaux – procédure négociée directe avec publication préalable
Dépôt des offres : le 15 mars 2027 à 10h00 via e-Procurement
Sélection qualitative : le soumissionnaire joint l'extrait de casier judiciaire, l'attestation ONSS et l'attestation fiscale.
Loi du 17 juin 2016 et arrêté royal du 18 avril 2017.`;

const PRICES = `BORDEREAU DES PRIX UNITAIRES
Commune de Saint-Aubert-la-Forêt
Poste 1 : installation de chantier, compris attestations et certificats
Poste 2 : dossier des ouvrages exécutés
Le candidat complète toutes les lignes avant la date limite de remise des offres du 12/03/2027 à 12h00.`;

const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });
const blocks = (...pages: string[]) => ({ lines: "blocks" as const, pages });

export const NINTH_SERIES: Readonly<Record<string, FirstSight>> = {
  roof: {
    ...wrapped(ROOF),
    kind: "rc",
    iso: "2027-03-12T12:00:00+01:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "declarationHonneur", "decennale", "rcPro", "references", "qualibat"],
    attributaire: ["attestationFiscale", "attestationVigilance", "immatriculation"],
    points: { validiteOffres: { days: 90 } },
  },
  water: {
    ...wrapped(NETWORK),
    kind: "rc",
    iso: "2027-03-29T12:00:00+02:00",
    clock: "implicit",
    candidature: [
      "dume",
      "dc1",
      "dc2",
      "autre:chiffreAffaires",
      "bilans",
      "autre:effectifs",
      "references",
      "fntp",
      "autre:agrement",
      "rcPro",
      "dc4",
    ],
    attributaire: ["attestationVigilance", "attestationFiscale", "cibtp", "listeSalariesEtrangers", "decennale"],
    points: { visite: { status: "obligatoire" } },
  },
  training: {
    ...blocks(TRAINING),
    kind: "rc",
    iso: "2027-05-14T14:00:00+02:00",
    clock: "paris",
    candidature: ["dc1", "dc2", "qualiopi", "autre:agrement", "bilans", "references", "statuts"],
    attributaire: ["attestationVigilance", "msa", "attestationFiscale", "rib"],
    points: { signature: { state: "notRequired" } },
  },
  guards: {
    ...blocks(SAFETY),
    kind: "rc",
    iso: "2027-04-23T15:00:00+02:00",
    clock: "paris",
    candidature: [
      "dc1",
      "dc2",
      "jugementRedressement",
      "pouvoir",
      "autre:agrement",
      "autre:chiffreAffaires",
      "autre:effectifs",
      "references",
    ],
    attributaire: ["attestationFiscale", "attestationVigilance", "rcPro", "listeSalariesEtrangers"],
    points: {},
  },
  artists: {
    ...wrapped(ART),
    kind: "rc",
    iso: "2027-04-30T18:00:00+02:00",
    clock: "implicit",
    candidature: ["cv", "references", "dc2", "declarationHonneur"],
    attributaire: [],
    points: { deadline: { phase: "candidatures" } },
  },
  pensions: {
    ...wrapped(CLEANING),
    kind: "rc",
    // « Il a lieu avant le … »: its subject is in another sentence, so nothing is read.
    iso: null,
    clock: null,
    candidature: ["declarationHonneur", "autre:chiffreAffaires", "autre:effectifs", "autre:materiel", "references", "iso14001", "rcPro"],
    attributaire: ["attestationVigilance", "attestationFiscale", "immatriculation"],
    points: {},
  },
  namur: { ...blocks(BELGIUM), kind: "other", ...NOTHING_ASKED, points: {} },
  prices: { ...blocks(PRICES), kind: "other", ...NOTHING_ASKED, points: {} },
};
