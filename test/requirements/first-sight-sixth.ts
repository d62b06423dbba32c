/** The rest of the fifth series: supplies, health, a design contest, a department, a university. Written and labelled before any rule had read it. */
import type { FirstSight } from "./first-sight.ts";
import { NOTHING_ASKED } from "./first-sight-restricted.ts";

const FIRE = `SERVICE DÉPARTEMENTAL D'INCENDIE ET DE SECOURS DU VAL-SUR-RHÔNE
Acquisition de véhicules de secours routier
APPEL D'OFFRES OUVERT
RÈGLEMENT DE LA CONSULTATION
Le présent règlement comporte 7 pages.
1 CALENDRIER
Publication : 4 janvier 2027
Dernier jour pour poser une question : 5 février 2027 à 18 h 00
Dernier jour pour déposer une offre : 15 février 2027 à 18 h 00
Notification envisagée : avril 2027
2 ALLOTISSEMENT
Sans objet. Les caractéristiques techniques ne permettent pas de distinguer des prestations.
3 COMPOSITION DES PLIS
VOLET 1 – CANDIDATURE
Les entreprises transmettent un DUME électronique ou, à leur choix, les imprimés DC1 et DC2.
Elles y ajoutent :
   > la preuve de leurs capacités financières : chiffre d'affaires des trois dernières années dans le domaine
   > les certificats de constructeur ou d'aménageur qualifié (UTAC)
   > leurs livraisons de véhicules équivalents depuis 2023, en précisant les services destinataires
   > une attestation d'assurance de responsabilité civile après livraison
VOLET 2 – OFFRE
   > acte d'engagement
   > bordereau des prix
   > plans cotés et fiches techniques
   > délais de livraison
4 MODALITÉS DE SÉLECTION
4.1 Les candidatures incomplètes peuvent être régularisées sous 5 jours.
4.2 Les offres sont classées selon les critères ci-dessous : prix 50 %, valeur technique 35 %, service après-vente 15 %.
5 SUITE DONNÉE
L'offre classée première n'est définitivement retenue que si son auteur produit, sous 8 jours, les justificatifs fiscaux et sociaux prévus à l'article R. 2143-7 ainsi qu'un extrait du registre du commerce.
6 VALIDITÉ
Les offres demeurent valables six mois.`;

const CONTEST = `VILLE DE GRANDCHAMP-LE-VIEUX
CONCOURS RESTREINT DE MAÎTRISE D'ŒUVRE
RÈGLEMENT DU CONCOURS – PHASE CANDIDATURES
Construction d'une médiathèque
Réception des candidatures jusqu'au lundi 26 avril 2027, 16h00, heure locale (Paris)
I. Composition de l'équipe
L'équipe comprend au minimum : un architecte mandataire, un économiste, un bureau d'études structure, un bureau d'études fluides, un acousticien.
L'architecte est inscrit à l'ordre des architectes.
II. Dossier à présenter
Il est demandé à chaque équipe un dossier unique ainsi constitué :
Pièce A : le DC1, signé par l'ensemble des cotraitants ou assorti des habilitations données au mandataire
Pièce B : un DC2 par membre de l'équipe
Pièce C : pour l'architecte, le justificatif d'inscription à l'ordre
Pièce D : pour chaque membre, l'attestation d'assurance professionnelle en cours
Pièce E : les titres d'études et qualifications des personnes affectées à l'opération
Pièce F : le tableau de synthèse fourni, complété (fichier Excel)
Pièce G : trois planches A3 présentant chacune une opération de complexité comparable
Pièce H : une note de motivation d'une page
III. Jugement
Le jury examine la qualité des références, les compétences et les moyens. Trois équipes seront retenues.
IV. Indemnités
Chaque concurrent non retenu reçoit 18 000 € HT.
V. Après le concours
Le lauréat remettra, avant tout engagement, les attestations de régularité fiscale et sociale de chacun de ses membres ainsi que leur attestation d'assurance décennale.`;

const HEALTH = `GROUPEMENT HOSPITALIER DE TERRITOIRE DES DEUX RIVES
Établissement support : centre hospitalier de Bellerive
REGLEMENT DE LA CONSULTATION
FOURNITURE DE DISPOSITIFS MEDICAUX STERILES – accord-cadre – 42 lots
Les plis doivent parvenir au plus tard le lundi 10 mai 2027 à 12:00:00
Article 3 – Conditions de participation
3.1 Les candidats répondent à un, plusieurs ou tous les lots.
3.2 La candidature est présentée sous la forme d'un DUME, ou des documents ci-après :
3.2.1 Capacité juridique : la lettre de candidature, le pouvoir de la personne habilitée si nécessaire.
3.2.2 Capacité économique et financière : la déclaration relative au chiffre d'affaires global et au chiffre d'affaires des fournitures semblables, pour les 3 derniers exercices.
3.2.3 Capacité technique et professionnelle : la liste des principales livraisons des trois dernières années ; la déclaration des moyens du service après-vente ; les certificats ISO 13485 et ISO 9001 du fabricant.
3.3 Les entreprises créées depuis moins de trois ans prouvent leur capacité par tout moyen.
Article 4 – Présentation de l'offre
Chaque offre comporte : l'acte d'engagement, le bordereau de prix (fichier tableur), les déclarations de conformité CE, les fiches techniques, le questionnaire développement durable. Des échantillons gratuits sont envoyés à la pharmacie avant le 12 mai 2027.
Article 7 – Attribution
7.1 Les fournisseurs auxquels les lots sont attribués produisent dans les 7 jours :
– certificats sociaux et fiscaux ;
– attestation d'assurance de responsabilité du fait des produits ;
– relevé d'identité bancaire.
7.2 Les offres restent fermes pendant 180 jours.`;

const DEPARTMENT = `Département de la Haute-Lorme
Règlement de la consultation
Marché de services : transport d'élèves en situation de handicap
L'heure limite est fixée à 16h00 le 12 mars 2027 pour le dépôt des plis sur https://marches.haute-lorme.example.
Article 3.1 Documents justificatifs relatifs à la candidature. Le candidat produit une déclaration sur l'honneur attestant qu'il n'entre dans aucun des cas mentionnés aux articles L. 2141-1 à L. 2141-11 du code de la commande publique et qu'il est en règle au regard des articles L. 5212-1 à L. 5212-11 du code du travail ; il joint la copie de l'inscription au registre des transporteurs de personnes (licence de transport), une présentation de sa flotte, la liste des services de transport scolaire assurés ces trois dernières années, ainsi que l'attestation d'assurance de ses véhicules.
Article 3.2 Documents relatifs à l'offre. L'acte d'engagement, le bordereau des prix et le mémoire technique sont remis en un seul fichier.
Article 3.3 Documents non exigés au dépôt. Les certificats fiscaux et sociaux, l'extrait Kbis et l'attestation de vigilance ne sont exigés que du candidat dont l'offre est retenue, qui les remet sous six jours.
Article 4 Lots. Le marché comprend douze lots géographiques. Un candidat ne peut se voir attribuer plus de 4 lots.
Article 5 Contrôle. Le titulaire fournit tous les six mois l'attestation de vigilance et, avant la rentrée, l'extrait de casier judiciaire de chaque conducteur.`;

const UNIVERSITY = `Université de la Côte-Verte
Service des affaires juridiques
Services d'assurance – 4 lots
Règlement de la consultation valant avis de publicité détaillé
Plis attendus pour le : 31 mai 2027 à 10 h (fuseau de Paris)
A. Qui peut répondre
Compagnies, mutuelles, agents et courtiers, seuls ou groupés.
B. Ce que contient la réponse
B.1 Justifications administratives
— formulaire DC1 ou lettre équivalente ;
— formulaire DC2 ou éléments équivalents ;
— pour les intermédiaires : immatriculation ORIAS, mandat de la compagnie, attestations de garantie financière et d'assurance de responsabilité civile professionnelle (articles L. 512-6 et L. 512-7 du code des assurances) ;
— indication du chiffre d'affaires « collectivités » des trois dernières années ;
— références d'établissements d'enseignement supérieur assurés.
B.2 Proposition
— acte d'engagement par lot ;
— conditions générales et annexes ;
— note sur la gestion des sinistres.
C. Ce qui est demandé au titulaire
Avant signature : attestation fiscale, attestation sociale, et inscription au registre national des entreprises.`;

const LUX = `Grand-Duché de Luxembourg
Administration communale de Beaufort-sur-Sûre
Dossier de soumission – règlement de la consultation
Les offres sont remises via le portail des marchés publics luxembourgeois avant le 3 mars 2027 à 10h00.
Le soumissionnaire joint un certificat de la TVA luxembourgeoise, un certificat du Centre commun de la sécurité sociale de Luxembourg et un extrait du casier judiciaire.
Loi du 8 avril 2018 sur les marchés publics (Luxembourg).`;

const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });
const blocks = (...pages: string[]) => ({ lines: "blocks" as const, pages });

export const SIXTH_SERIES: Readonly<Record<string, FirstSight>> = {
  fireEngines: {
    ...wrapped(FIRE),
    kind: "rc",
    iso: "2027-02-15T18:00:00+01:00",
    clock: "implicit",
    candidature: ["dume", "dc1", "dc2", "autre:chiffreAffaires", "autre:certificats", "references", "rcPro"],
    attributaire: ["attestationFiscale", "attestationVigilance", "immatriculation"],
    points: { validiteOffres: { months: 6 } },
  },
  libraryContest: {
    ...blocks(CONTEST),
    kind: "rc",
    iso: "2027-04-26T16:00:00+02:00",
    clock: "paris",
    candidature: ["dc1", "dc2", "autre:ordreArchitectes", "assurance", "cv", "references"],
    attributaire: ["attestationFiscale", "attestationVigilance", "decennale"],
    points: {},
  },
  hospitalSupplies: {
    ...blocks(HEALTH),
    kind: "rc",
    iso: "2027-05-10T12:00:00+02:00",
    clock: "implicit",
    candidature: ["dume", "dc1", "pouvoir", "autre:chiffreAffaires", "references", "iso9001", "autre:certificationsSysteme"],
    attributaire: ["attestationFiscale", "attestationVigilance", "rcPro", "rib"],
    points: { validiteOffres: { days: 180 } },
  },
  schoolBuses: {
    ...blocks(DEPARTMENT),
    kind: "rc",
    iso: "2027-03-12T16:00:00+01:00",
    clock: "implicit",
    candidature: ["declarationHonneur", "autre:handicap", "autre:agrement", "autre:materiel", "references", "assurance"],
    attributaire: ["attestationFiscale", "attestationVigilance", "immatriculation"],
    points: { lots: { divided: true, maxAward: 4 } },
  },
  insurers: {
    ...blocks(UNIVERSITY),
    kind: "rc",
    iso: "2027-05-31T10:00:00+02:00",
    clock: "paris",
    candidature: ["dc1", "dc2", "autre:agrement", "rcPro", "autre:chiffreAffaires", "references"],
    attributaire: ["attestationFiscale", "attestationVigilance", "immatriculation"],
    points: {},
  },
  grandDuchy: { ...blocks(LUX), kind: "other", ...NOTHING_ASKED, points: {} },
};
