/**
 * Documents that the project wrote for fictitious buyers, with structures that the tuned ones lack. Each was labelled before any
 * rule had read it; docs/requirements.md has the figures measured then.
 */
import type { FirstSight } from "./first-sight.ts";

/** One paragraph on each line, as in a DOCX. */
const RESTRICTED = `CENTRE HOSPITALIER DU VAL-D'OUCHE
Direction des achats et de la logistique
APPEL D'OFFRES RESTREINT
Règlement de la consultation – Phase 1 : sélection des candidatures
Objet : maintenance multitechnique des installations de chauffage, ventilation et climatisation
Référence de la consultation : 2027-CHVO-014
Les demandes de participation sont à transmettre pour le vendredi 19 mars 2027 à 16 h 30, dernier délai.
1. Déroulement de la procédure
La procédure comporte deux phases. Seuls les candidats admis à l'issue de la première recevront le dossier de consultation complet. Le nombre de candidats admis à présenter une offre est limité à cinq.
Les offres seront attendues, à titre indicatif, pour le 21 mai 2027 à 12 h 00.
2. Constitution du dossier de candidature
2.1 Situation juridique
Formulaire DC1 à jour, ou lettre de candidature sur papier libre reprenant les mêmes informations.
Formulaire DC2 renseigné.
Les entreprises peuvent remplacer ces deux formulaires par un document unique de marché européen (DUME).
Déclaration sur l'honneur justifiant que le candidat n'entre dans aucun des cas d'exclusion des articles L. 2141-1 à L. 2141-5 et L. 2141-7 à L. 2141-10 du code de la commande publique.
Délégation de pouvoir du signataire lorsque celui-ci n'est pas le représentant légal.
2.2 Capacité économique et financière
Chiffre d'affaires du domaine concerné par le marché, sur les trois derniers exercices clos.
Niveau minimal : chiffre d'affaires annuel d'au moins 1 500 000 € HT.
2.3 Capacité technique et professionnelle
Effectif moyen annuel du candidat et part du personnel d'encadrement pour chacune des trois dernières années.
Outillage, matériel et équipement technique dont dispose le candidat.
Présentation de trois références de maintenance en milieu hospitalier de moins de cinq ans, avec montant, date et destinataire.
Attestation de capacité à la manipulation des fluides frigorigènes, ou équivalent.
Certificat Qualifelec ou tout moyen de preuve équivalent.
Aucune offre n'est à remettre à ce stade : ni mémoire technique, ni bordereau des prix.
3. Critères de sélection des candidatures
Capacités techniques et références : 60 points. Capacités financières : 40 points.
4. Modalités de transmission
Le dépôt s'effectue sur la plateforme https://achats.val-douche.example. Le dossier ne doit pas dépasser 100 Mo. Les fichiers portent un nom de la forme CANDIDATURE_Entreprise.pdf, sans espace.
5. Obligations du candidat auquel le marché sera attribué
Avant la signature du marché, le candidat auquel il est envisagé d'attribuer le marché transmet sous 10 jours :
les attestations et certificats délivrés par les administrations et organismes compétents prouvant qu'il a satisfait à ses obligations fiscales et sociales ;
un justificatif d'immatriculation datant de moins de 3 mois ;
l'attestation d'assurance de responsabilité civile professionnelle.`;

const FRAMEWORK = `VILLE DE CHANTEPERDRIX
ACCORD-CADRE À BONS DE COMMANDE
FOURNITURE DE MATÉRIAUX DE VOIRIE
RÈGLEMENT DE CONSULTATION (R.C.)
Date limite de réception des plis
12/02/2027 – 17H00
Page 1 sur 4`;
const FRAMEWORK_2 = `ARTICLE 3. DÉCOUPAGE DU MARCHÉ
L'accord-cadre comprend quatre familles, attribuées séparément. Chaque famille donne lieu à un
accord-cadre distinct :
Famille A : enrobés à froid
Famille B : graves et sables
Famille C : bordures et pavés
Famille D : mobilier urbain
Un candidat peut répondre à une, plusieurs ou toutes les familles.
L'accord-cadre est conclu sans minimum et avec un maximum annuel de 240 000 € HT.
ARTICLE 4. GROUPEMENTS
En cas de groupement, aucune forme n'est imposée. Un même candidat ne peut pas se présenter à la fois en
qualité de candidat individuel et de membre d'un groupement.
ARTICLE 5. CE QUE DOIT CONTENIR LE PLI
Le pli comporte deux chemises.
5-1 Chemise « candidature »
a) imprimé DC1 complété ;
b) imprimé DC2 complété, accompagné du chiffre d'affaires des 3 derniers exercices ;
c) extrait Kbis (moins de six mois) ;
d) attestation de la responsabilité civile en cours ;
e) liste des principales livraisons effectuées au cours des trois dernières années.
Ces documents peuvent ne pas être remis s'ils sont accessibles gratuitement dans un espace de stockage
numérique indiqué par le candidat.
5-2 Chemise « offre »
a) acte d'engagement (un par famille) ;
b) bordereau des prix unitaires ;
c) fiches techniques des produits ;
d) relevé d'identité bancaire.`;
const FRAMEWORK_3 = `ARTICLE 8. PIÈCES DU FUTUR TITULAIRE
Le titulaire pressenti fournira, dans les 7 jours de la demande, s'il ne les a pas déjà jointes :
- formulaire NOTI2 ou les certificats fiscaux et sociaux correspondants ;
- la liste nominative des salariés étrangers soumis à autorisation de travail (art. D. 8254-2 du code du
travail).
À défaut, son offre est rejetée et le candidat suivant est sollicité.
ARTICLE 9. VALIDITÉ
Les candidats restent engagés par leur offre pendant 120 jours.`;

/** As an HTML page gives it. */
const SCHOOL = `Lycée agricole de la Borde-Haute
Règlement de la consultation
Marché de fourniture de denrées alimentaires, en 6 lots
Procédure adaptée (article R. 2123-1 du code de la commande publique)
Réponses attendues avant le lundi 11 janvier 2027, 9 h 00 (heure de Paris)
Allotissement
Lot 1 : Viande fraîche
Lot 2 : Poisson
Lot 3 : Fruits et légumes
Lot 4 : Épicerie
Lot 5 : Laitages
Lot 6 : Pain
Comment répondre ?
Votre dossier de candidature contient :
une lettre de candidature (ou DC1)
vos effectifs et votre chiffre d'affaires global sur trois ans (ou DC2)
une attestation d'assurance en responsabilité civile
l'agrément sanitaire de l'établissement, pour les lots 1, 2 et 5
Votre offre contient :
le bordereau de prix de chaque lot
l'acte d'engagement
des fiches techniques
Échantillons : ils sont remis au lycée le 6 janvier 2027 à 10 h 00 au plus tard.
Si vous êtes retenu
Vous aurez 5 jours pour nous faire parvenir votre attestation de fourniture des déclarations sociales et de paiement des cotisations, votre attestation de régularité fiscale, et un RIB.
Questions
Vos questions sont posées sur la plateforme jusqu'au 4 janvier 2027 à 12 h 00.
Jugement des offres
Prix : 50 %
Qualité gustative : 30 %
Circuits courts : 20 %`;

const LANDLORD = `OFFICE PUBLIC DE L'HABITAT DU PAYS DE SERRE
Marché de travaux n° 26-88 – Réhabilitation énergétique de 48 logements, résidence « Les Tilleuls »
R È G L E M E N T   D E   L A   C O N S U L T A T I O N
Règlement de la consultation commun à tous les corps d'état
Remise des offres fixée au : 26 février 2027 à 12:00
Les corps d'état sont les suivants :
01 – Désamiantage
02 – Isolation thermique par l'extérieur
03 – Menuiseries extérieures
04 – Électricité
Article 6. Présentation des candidatures et des offres
A – Pièces administratives
A1. DC1 et DC2 (dernière version), ou DUME
A2. Attestation sur l'honneur relative aux interdictions de soumissionner
A3. Copie du ou des jugements prononcés, en cas de redressement judiciaire
A4. Attestations d'assurance décennale et responsabilité civile
A5. Qualification Qualibat 1552 pour le corps d'état 01 et mention RGE pour les corps d'état 02 et 03, ou références équivalentes
A6. Liste de travaux similaires exécutés durant les 5 dernières années avec attestations de bonne exécution pour les plus importants
A7. Moyens humains et matériels de l'entreprise
B – Pièces de l'offre
B1. Acte d'engagement
B2. DPGF
B3. Mémoire technique (20 pages au plus), dont le CV du conducteur de travaux
B4. Planning
C – Pièces exigées de l'attributaire avant notification
C1. Attestations fiscale et sociale de moins de six mois
C2. Certificat de la caisse de congés payés
C3. Extrait K-bis
Visite : une visite du site est obligatoire. Elle est organisée les 2 et 9 février 2027 à 14 h 00. L'attestation de visite est jointe à l'offre.
Délai de validité des offres : 180 jours.`;

const OVERSEAS = `COLLECTIVITÉ TERRITORIALE DE L'ANSE-AUX-COCOTIERS
Direction de la commande publique – 97300 Cayenne
RÈGLEMENT DE LA CONSULTATION
Prestations de gardiennage de sites
Date et heure limites de réception des offres : jeudi 4 février 2027 à 10 h 00 (heure de Guyane)
Article 4 – Composition du dossier
Le candidat produit à l'appui de sa candidature les documents suivants, rédigés en français :
* DC1 ;
* DC2 ;
* autorisation d'exercer délivrée par le CNAPS ;
* déclaration appropriée de banques ou preuve d'une assurance des risques professionnels ;
* déclaration indiquant les effectifs moyens annuels des trois dernières années.
L'attestation visée à l'article D. 8222-5 du code du travail ainsi que l'attestation fiscale ne sont exigées que de l'attributaire, qui les remet dans un délai de huit jours.
Les attestations fiscales et sociales ne sont pas à produire au stade de la candidature.
Article 5 – Langue
Les pièces sont rédigées en langue française.`;

const OVERSEAS_SILENT = `COMMUNE DE RAVINE-CLAIRE
Hôtel de ville, 97410 Saint-Pierre
Règlement de la consultation
Entretien des espaces verts communaux
Les offres doivent être reçues avant le 8 mars 2027 à 14 h 00.
Article 7 : justificatifs
Les candidats justifient de leurs capacités au moyen de :
1) la déclaration du candidat (DC2) ;
2) la lettre de candidature (DC1) ;
3) leurs références des trois dernières années.
L'horodatage de la plateforme fait foi.`;

const blocks = (text: string) => ({ lines: "blocks" as const, pages: [text] });
const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });
const NO_DATE = { iso: null, clock: null } as const;
export const NOTHING_ASKED = { ...NO_DATE, candidature: [], attributaire: [] } as const;

export const RESTRICTED_AND_OTHERS: Readonly<Record<string, FirstSight>> = {
  restricted: {
    ...blocks(RESTRICTED),
    kind: "rc",
    iso: "2027-03-19T16:30:00+01:00",
    clock: "implicit",
    candidature: [
      "dc1",
      "dc2",
      "dume",
      "declarationHonneur",
      "pouvoir",
      "autre:chiffreAffaires",
      "autre:effectifs",
      "autre:materiel",
      "references",
      "autre:certificats",
      "qualifelec",
    ],
    attributaire: ["attestationFiscale", "attestationVigilance", "immatriculation", "rcPro"],
    points: {
      maxSize: { bytes: 100_000_000, of: "deposit" },
      fileNames: { page: null },
      minima: [{ kind: "turnover" }],
      depot: { url: "https://achats.val-douche.example" },
    },
  },
  framework: {
    ...wrapped(FRAMEWORK, FRAMEWORK_2, FRAMEWORK_3),
    kind: "rc",
    iso: "2027-02-12T17:00:00+01:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "autre:chiffreAffaires", "immatriculation", "rcPro", "references"],
    attributaire: ["attestationFiscale", "attestationVigilance", "listeSalariesEtrangers"],
    points: { minima: null, validiteOffres: { days: 120 }, groupement: { form: "libre" }, lots: { divided: true } },
  },
  school: {
    ...blocks(SCHOOL),
    kind: "rc",
    iso: "2027-01-11T09:00:00+01:00",
    clock: "paris",
    candidature: ["dc1", "autre:effectifs", "autre:chiffreAffaires", "dc2", "rcPro", "autre:agrement"],
    attributaire: ["attestationVigilance", "attestationFiscale", "rib"],
    points: { lots: { divided: true }, questions: { days: null } },
  },
  landlord: {
    ...wrapped(LANDLORD),
    kind: "rc",
    iso: "2027-02-26T12:00:00+01:00",
    clock: "implicit",
    candidature: [
      "dc1",
      "dc2",
      "dume",
      "declarationHonneur",
      "jugementRedressement",
      "decennale",
      "rcPro",
      "qualibat",
      "rge",
      "references",
      "attestationsBonneExecution",
      "autre:effectifs",
      "autre:materiel",
    ],
    attributaire: ["attestationFiscale", "attestationVigilance", "cibtp", "immatriculation"],
    points: { visite: { status: "obligatoire" }, validiteOffres: { days: 180 } },
  },
  overseas: {
    ...wrapped(OVERSEAS),
    kind: "rc",
    iso: "2027-02-04T10:00:00-03:00",
    clock: "local",
    candidature: ["dc1", "dc2", "autre:agrement", "banque", "autre:effectifs"],
    attributaire: ["attestationVigilance", "attestationFiscale"],
    points: { langues: { page: 1 } },
  },
  overseasSilent: {
    ...wrapped(OVERSEAS_SILENT),
    kind: "rc",
    iso: "2027-03-08T14:00",
    clock: "unstated",
    candidature: ["dc1", "dc2", "references"],
    attributaire: [],
    points: {},
  },
};
