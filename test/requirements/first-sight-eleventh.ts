/** An eighth series, written and labelled after the faults of the seventh were mended, before any rule had read it. */
import type { FirstSight } from "./first-sight.ts";
import { NOTHING_ASKED } from "./first-sight-restricted.ts";

const GYM = `VILLE DE MONTBRISE
MARCHÉ PUBLIC DE TRAVAUX
RÈGLEMENT DE LA CONSULTATION
Construction d'un gymnase – 14 lots
Date et heure limites de remise des offres : lundi 14 juin 2027 à 12 heures
ARTICLE 4 – PRÉSENTATION DES OFFRES
Les offres des concurrents seront rédigées en langue française.
Chaque candidat aura à produire les pièces suivantes :
4.1 – Justificatifs candidature
• Lettre de candidature (imprimé DC1 joint au DCE)
• Déclaration du candidat (imprimé DC2 joint au DCE)
• Si le candidat est en redressement judiciaire, la copie du ou des jugements prononcés à cet effet
• Déclaration sur l'honneur dûment datée et signée (article R. 2143-3 du code de la commande publique)
• Déclaration concernant le chiffre d'affaires global sur les trois derniers exercices
• Déclaration indiquant les effectifs moyens annuels et l'importance du personnel d'encadrement
• Présentation d'une liste des travaux exécutés au cours des cinq dernières années, appuyée d'attestations de bonne
exécution pour les travaux les plus importants
• Certificats de qualifications professionnelles (QUALIBAT ou équivalent)
• Attestation d'assurance en responsabilité civile et décennale de l'année en cours
4.2 – Projet de marché
• Acte d'engagement et ses annexes
• Le cahier des clauses administratives particulières, accepté sans modification
• La décomposition du prix global et forfaitaire
• Un mémoire justificatif des dispositions que l'entrepreneur se propose d'adopter
ARTICLE 6 – JUGEMENT
Le candidat dont l'offre est retenue fournit, dans un délai de 8 jours, les certificats délivrés par les administrations et organismes compétents. À défaut, son offre est rejetée.`;

const PAINT = `Office public « Habitat Loire-Sud »
Règlement de la consultation – Peinture des parties communes
1. Date limite de dépôt
Le dépôt des plis est possible jusqu'au mercredi 16 juin 2027 à 16 h 00 sur marches.habitat-loire-sud.example
2. Ce que vous devez fournir
                              Candidature                                   Offre
Documents administratifs      DC1, DC2, attestation de vigilance            Acte d'engagement
                              de moins de 6 mois, attestation fiscale
Capacités                     Chiffre d'affaires 2024 à 2026                Mémoire technique
                              Trois références de moins de 5 ans
Assurances                    Responsabilité civile professionnelle         –
3. Groupement : solidaire exigé après attribution.
4. Les offres sont valables 120 jours.`;

const LAWN = `SIVOM DES QUATRE RIVIÈRES
Fauchage des accotements – accord-cadre
RÈGLEMENT DE CONSULTATION
Offres à remettre pour le 21 juin 2027 à 17h00
Contenu des plis
A - Candidature
Les opérateurs économiques joindront :
le formulaire DC1 (ou e-DUME)
le formulaire DC2 (ou e-DUME)
un extrait Kbis datant de moins de 3 mois
une attestation d'assurance de responsabilité civile
la liste du matériel de fauchage (tracteurs, épareuses)
les références de moins de trois ans auprès de collectivités
B - Offre
l'acte d'engagement
le bordereau des prix
C - Avant attribution définitive
L'entreprise retenue remettra les attestations de l'URSSAF et des impôts.`;

const SOFTWARE = `CAISSE RÉGIONALE DE PRÉVOYANCE
Règlement de la consultation
Maintenance applicative
II-1 Date limite de réception des plis
Vendredi 18 juin 2027, 12h00 (heure de Paris).
II-2 Modalités de candidature
Le candidat fournit soit un DUME, soit les renseignements suivants :
- l'identification du candidat et son habilitation (imprimé DC1) ;
- les pouvoirs de la personne habilitée à engager le candidat ;
- l'imprimé DC2 renseigné ;
- les effectifs informaticiens et leur répartition par profil ;
- une sélection de trois références portant sur des prestations similaires réalisées durant les trois dernières années ;
- la certification ISO 27001 en cours de validité ou équivalent.
II-3 Modalités d'offre
Le soumissionnaire fournit l'acte d'engagement, l'annexe financière, le cadre de réponse technique et un RIB.
II-4 Vérifications avant notification
Il est demandé au candidat auquel il est envisagé d'attribuer le marché de produire, sous cinq jours ouvrés, l'attestation de régularité fiscale, l'attestation de fourniture des déclarations sociales et de paiement des cotisations et, s'il emploie des salariés étrangers, leur liste nominative.`;

const CITY = `NOTE DE SYNTHÈSE
Ville de Montbrise – Rapport d'analyse des offres
Les candidats ont remis un DC1, un DC2 et leurs attestations d'assurance.
La date limite de remise des offres était fixée au 14 juin 2027 à 12 heures.
Le candidat classé premier a produit ses attestations fiscales.`;

const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });
const blocks = (...pages: string[]) => ({ lines: "blocks" as const, pages });

export const ELEVENTH_SERIES: Readonly<Record<string, FirstSight>> = {
  gym: {
    ...wrapped(GYM),
    kind: "rc",
    iso: "2027-06-14T12:00:00+02:00",
    clock: "implicit",
    candidature: [
      "dc1",
      "dc2",
      "jugementRedressement",
      "declarationHonneur",
      "autre:chiffreAffaires",
      "autre:effectifs",
      "references",
      "attestationsBonneExecution",
      "qualibat",
      "rcPro",
      "decennale",
    ],
    attributaire: ["attestationFiscale", "attestationVigilance"],
    points: {},
  },
  paint: {
    ...wrapped(PAINT),
    kind: "rc",
    iso: "2027-06-16T16:00:00+02:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "attestationVigilance", "attestationFiscale", "autre:chiffreAffaires", "references", "rcPro"],
    attributaire: [],
    points: { validiteOffres: { days: 120 } },
  },
  mowing: {
    ...wrapped(LAWN),
    kind: "rc",
    iso: "2027-06-21T17:00:00+02:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "dume", "immatriculation", "rcPro", "autre:materiel", "references"],
    attributaire: ["attestationFiscale", "attestationVigilance"],
    points: {},
  },
  software: {
    ...blocks(SOFTWARE),
    kind: "rc",
    iso: "2027-06-18T12:00:00+02:00",
    clock: "paris",
    candidature: ["dume", "dc1", "pouvoir", "dc2", "autre:effectifs", "references", "autre:certificationsSysteme"],
    attributaire: ["attestationFiscale", "attestationVigilance", "listeSalariesEtrangers"],
    points: {},
  },
  report: { ...blocks(CITY), kind: "other", ...NOTHING_ASKED, points: {} },
};
