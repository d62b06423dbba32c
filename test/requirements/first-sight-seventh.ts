/** A sixth series, written and labelled after the faults of the fifth were mended, before any rule had read it. */
import type { FirstSight } from "./first-sight.ts";
import { NOTHING_ASKED } from "./first-sight-restricted.ts";

const ROADS = `DÉPARTEMENT DU HAUT-VERDON – Direction des routes
PROGRAMME 2027 DE RENOUVELLEMENT DES COUCHES DE SURFACE
Règlement de la consultation (RC)
Marchés de travaux – procédure adaptée – 3 lots géographiques
ARTICLE PREMIER – POUVOIR ADJUDICATEUR
Conseil départemental, hôtel du département, 83000 Rocheval
ARTICLE 2 – LIMITE DE DÉPÔT
Les offres seront transmises par voie électronique uniquement, pour le mercredi 3 mars 2027 à 12h00 au plus tard.
ARTICLE 3 – DOSSIER DES CONCURRENTS
Chaque concurrent établira un seul fichier ZIP contenant deux répertoires.
3.1. Répertoire « 1_Candidature »
3.1.1. Lettre de candidature établie sur le modèle DC1, datée ;
3.1.2. Déclaration établie sur le modèle DC2, à laquelle sont annexés :
        * le montant des chiffres d'affaires travaux sur trois ans ;
        * la liste des principaux matériels de mise en œuvre (finisseurs, compacteurs) ;
        * le nombre de salariés de l'agence ;
        * cinq chantiers de même importance, avec attestations de bonne fin ;
3.1.3. Carte professionnelle de travaux publics ou références équivalentes ;
3.1.4. Attestations d'assurances en cours : responsabilité civile, responsabilité décennale ;
3.1.5. Le cas échéant, le ou les jugements de redressement judiciaire.
3.2. Répertoire « 2_Offre »
3.2.1. Acte d'engagement du lot ;
3.2.2. Bordereau des prix et détail estimatif ;
3.2.3. Mémoire : provenance des enrobés, planning, hygiène et sécurité.
ARTICLE 4 – CHOIX DE L'OFFRE
Prix : 70 points. Valeur technique : 30 points.
ARTICLE 5 – ENTREPRISE RETENUE
Elle devra justifier, dans un délai de sept jours francs, de la régularité de sa situation fiscale et sociale (attestations de moins de six mois), de son assujettissement à la caisse de congés payés et de son inscription au RNE. Elle remettra aussi la liste nominative de ses salariés étrangers.
ARTICLE 6 – DÉLAI D'ENGAGEMENT
Le candidat reste lié par son offre durant 120 jours.`;

const CARE = `CENTRE COMMUNAL D'ACTION SOCIALE DE PONT-DE-LIGNE
Portage de repas à domicile
RC – Règlement de la Consultation
Marché passé selon une procédure adaptée relevant des services sociaux (art. R. 2123-1 3°)
Remise des propositions : le 5 mars 2027 avant 12 heures
1) OBJET
Fabrication et livraison de repas en liaison froide.
2) PIÈCES À REMETTRE
Pour être recevable, chaque proposition contient :
   1. Une lettre de candidature précisant si le candidat est seul ou groupé (ou DC1)
   2. Une attestation sur l'honneur de non-interdiction de soumissionner
   3. L'agrément sanitaire de la cuisine
   4. Une présentation de l'entreprise : effectifs, véhicules réfrigérés
   5. Trois références en portage de repas
   6. L'acte d'engagement
   7. Le bordereau de prix
   8. Des menus types sur six semaines
   9. La note sur l'origine des denrées et les certificats d'agriculture biologique
   10. Un RIB
Les documents 1 à 5 servent à apprécier la candidature.
3) EXAMEN
Prix 40 %, qualité 40 %, environnement 20 %.
4) ATTRIBUTION
Attestations sociales (URSSAF, moins de 6 mois) et fiscales réclamées au candidat choisi, sous 8 jours.`;

const MUSEUM = `ÉTABLISSEMENT PUBLIC DU MUSÉE DES ARTS DU FEU
Mission de commissariat et de scénographie
RÈGLEMENT DE LA CONSULTATION – ACCORD-CADRE À MARCHÉS SUBSÉQUENTS
PARTIE I – INFORMATIONS PRATIQUES
Type de procédure             Appel d'offres ouvert
Plate-forme                   https://achats.arts-du-feu.example
Échéance des plis             Mardi 16 mars 2027, 17 h 30 précises (heure de Paris)
Échéance des questions        Mardi 2 mars 2027, 17 h 30
Durée                         4 ans
Attributaires                 3 au maximum
PARTIE II – CANDIDATURE
Documents attendus de chaque candidat, ou de chaque membre du groupement
Thème                         Document
Habilitation                  DC1 ou DUME
                              Pouvoir de la personne signataire
                              Extrait Kbis de moins de trois mois
Finances                      DC2 mentionnant le chiffre d'affaires des trois
                              derniers exercices
Moyens                        Organigramme et effectifs moyens annuels
                              CV des trois scénographes proposés
Expérience                    Dossier de références : cinq expositions de moins
                              de cinq ans
PARTIE III – OFFRE
Thème                         Document
Prix                          Bordereau des prix unitaires
Technique                     Note d'intention et planning
PARTIE IV – SUITES
Le ou les attributaires pressentis adressent au musée, sous 10 jours calendaires : certificat fiscal, certificat social, et attestation d'assurance « clou à clou ».`;

const ENERGY = `SYNDICAT D'ÉNERGIE DE LA PLAINE
REGLEMENT DE CONSULTATION
FOURNITURE D'ELECTRICITE – ACCORD-CADRE – ENTITE ADJUDICATRICE
1. La remise des offres est fixée au jeudi 15 avril 2027 à 11:00. Les candidatures et les offres sont remises ensemble.
2. Chaque candidat démontre qu'il dispose :
2.1 de l'autorisation d'achat pour revente délivrée par le ministre chargé de l'énergie (copie à joindre) ;
2.2 d'une capacité financière suffisante (comptes annuels certifiés 2023, 2024 et 2025, ou déclaration bancaire) ;
2.3 d'une expérience de fourniture à des acheteurs publics (liste des contrats en cours).
3. À cet effet il remplit le DUME de la plate-forme ou, à défaut, les formulaires DC1 et DC2.
4. L'offre se compose de l'acte d'engagement, de la grille de prix et de la notice de facturation.
5. Les sociétés dont l'offre est retenue fournissent par retour les attestations prévues par les articles L. 8222-1 et D. 8222-5 du code du travail et un certificat de régularité fiscale.
6. Les prix remis sont fermes deux jours ouvrés.`;

const ISLAND = `Collectivité territoriale de Mayotte
Règlement de la consultation
Réhabilitation d'un réseau d'eau potable à Bandraboua – 97650
Date et heure limites de remise des plis : 22/03/2027 à 10:00
Article 1.4 – Lots : marché unique
Article 4 – Candidature. Le dossier de candidature comprend obligatoirement : DC1, DC2, attestation de la banque, extrait K bis, attestations d'assurance responsabilité civile et décennale, liste des travaux exécutés depuis cinq ans, liste du personnel et du matériel, certificats de qualification (FNTP 5117 ou équivalent).
Article 5 – Offre. Le dossier d'offre comprend : AE, BPU, DQE, mémoire.
Article 9 – Pièces à fournir par le titulaire avant notification : attestations fiscales et sociales à jour, attestation de congés payés.`;

const PRIVATE = `SA D'HLM LES TOITS DU SUD
Consultation d'entreprises – remplacement de chaudières individuelles
RÈGLEMENT DE CONSULTATION
Avant le : vendredi 2 avril 2027 – 16:00
Sur : www.toits-du-sud.example
Candidats : entreprises individuelles ou groupements solidaires
Que faut-il déposer ?
Votre identité
☐ Formulaire DC1
☐ Extrait du registre du commerce de moins de 3 mois
☐ Pouvoir de signature
Votre solidité
☐ Formulaire DC2 (chiffre d'affaires sur 3 ans)
☐ Attestation de régularité fiscale
☐ Attestation de vigilance URSSAF de moins de 6 mois
Votre savoir-faire
☐ Certificat Qualibat 5112 ou Qualigaz, mention RGE
☐ Attestation de capacité à manipuler les fluides
☐ Références sur 3 ans
☐ Assurances décennale et responsabilité civile professionnelle
Votre offre
☐ Acte d'engagement
☐ DPGF
☐ Mémoire technique (10 pages)
☐ Attestation de visite signée
La visite est obligatoire. Validité des offres : 6 mois.`;

const CONTRACT = `VILLE DE ROCHEVAL
MARCHÉ PUBLIC DE SERVICES
ACTE D'ENGAGEMENT VALANT CAHIER DES CLAUSES PARTICULIÈRES
Article 1 – Le titulaire, après avoir pris connaissance du règlement de la consultation, s'engage.
Article 2 – Le titulaire remet, avant tout commencement, ses attestations d'assurance décennale.
Article 3 – Tous les six mois, il produit l'attestation de vigilance et la liste des salariés étrangers.
Article 4 – Le candidat joint son RIB au présent acte.
Remise des offres : 3 mars 2027 à 12h00.`;

const PROGRAMME = `Programme fonctionnel et technique
Construction d'une médiathèque
Les concurrents trouveront ci-après les surfaces.
L'équipe devra comprendre un acousticien. Les références de matériaux sont données à titre indicatif.
Le titulaire produira les certificats d'essai et les attestations de conformité.
Calendrier : remise des projets le 30 juin 2027 à 17 h.`;

const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });
const blocks = (...pages: string[]) => ({ lines: "blocks" as const, pages });

export const SEVENTH_SERIES: Readonly<Record<string, FirstSight>> = {
  roads: {
    ...wrapped(ROADS),
    kind: "rc",
    iso: "2027-03-03T12:00:00+01:00",
    clock: "implicit",
    candidature: [
      "dc1",
      "dc2",
      "autre:chiffreAffaires",
      "autre:materiel",
      "autre:effectifs",
      "references",
      "attestationsBonneExecution",
      "fntp",
      "rcPro",
      "decennale",
      "jugementRedressement",
    ],
    attributaire: ["attestationFiscale", "attestationVigilance", "cibtp", "immatriculation", "listeSalariesEtrangers"],
    points: {},
  },
  meals: {
    ...wrapped(CARE),
    kind: "rc",
    iso: "2027-03-05T12:00:00+01:00",
    clock: "implicit",
    candidature: ["dc1", "declarationHonneur", "autre:agrement", "autre:effectifs", "autre:materiel", "references"],
    attributaire: ["attestationVigilance", "attestationFiscale"],
    points: {},
  },
  museum: {
    ...wrapped(MUSEUM),
    kind: "rc",
    iso: "2027-03-16T17:30:00+01:00",
    clock: "paris",
    candidature: ["dc1", "dume", "pouvoir", "immatriculation", "dc2", "autre:effectifs", "cv", "references"],
    attributaire: ["attestationFiscale", "attestationVigilance", "assurance"],
    points: {},
  },
  power: {
    ...blocks(ENERGY),
    kind: "rc",
    iso: "2027-04-15T11:00:00+02:00",
    clock: "implicit",
    candidature: ["autre:agrement", "bilans", "banque", "references", "dume", "dc1", "dc2"],
    attributaire: ["attestationVigilance", "attestationFiscale"],
    points: {},
  },
  island: {
    ...blocks(ISLAND),
    kind: "rc",
    iso: "2027-03-22T10:00",
    clock: "unstated",
    candidature: [
      "dc1",
      "dc2",
      "banque",
      "immatriculation",
      "rcPro",
      "decennale",
      "references",
      "autre:effectifs",
      "autre:materiel",
      "autre:certificats",
      "fntp",
    ],
    attributaire: ["attestationFiscale", "attestationVigilance", "cibtp"],
    points: { lots: { divided: false } },
  },
  boilers: {
    ...wrapped(PRIVATE),
    kind: "rc",
    // A date without words that say what it is: nothing is read.
    iso: null,
    clock: null,
    candidature: [
      "dc1",
      "immatriculation",
      "pouvoir",
      "dc2",
      "attestationFiscale",
      "attestationVigilance",
      "qualibat",
      "rge",
      "autre:certificats",
      "references",
      "decennale",
      "rcPro",
    ],
    attributaire: [],
    points: { visite: { status: "obligatoire" }, validiteOffres: { months: 6 } },
  },
  engagement: { ...blocks(CONTRACT), kind: "other", ...NOTHING_ASKED, points: {} },
  programme: { ...blocks(PROGRAMME), kind: "other", ...NOTHING_ASKED, points: {} },
};
