/** A third series, written and labelled after the faults of the second were mended, before any rule had read it. */
import type { FirstSight } from "./first-sight.ts";
import { NOTHING_ASKED } from "./first-sight-restricted.ts";

const WASTE = `COMMUNAUTÉ D'AGGLOMÉRATION DES DEUX-RIVES
Pôle commande publique
R.C.
Règlement de la Consultation
Exploitation de la déchèterie de La Croix-Blanche
Procédure avec négociation (articles R. 2161-21 et suivants)
CANDIDATURES : À REMETTRE AVANT LE 22 JANVIER 2027 À 18H00
Les offres initiales seront remises par les seuls candidats invités, vraisemblablement avant le 31 mars 2027 à 18 h 00.
I – CANDIDATURE
Chaque candidat présente un dossier composé des documents suivants :
1°) DC1 (ou équivalent) ;
2°) DC2 (ou équivalent) ;
3°) Extrait du registre du commerce de moins de trois mois ;
4°) Attestation de régularité fiscale et attestation de vigilance, à jour ;
5°) Chiffre d'affaires HT des exercices 2023, 2024 et 2025 ;
6°) Récépissé de déclaration pour le transport de déchets ;
7°) Références sur des prestations de même nature ;
8°) Certification ISO 14001 ou équivalent.
Le candidat ne joint ni acte d'engagement ni mémoire technique.
II – EXAMEN DES CANDIDATURES
Les candidatures sont examinées selon les garanties professionnelles et financières.
III – SUITE
Le futur attributaire aura sept jours pour transmettre la liste nominative des salariés étrangers et une attestation d'assurance de responsabilité civile.`;

const ROOF = `Commune de Prés-Fleuris
MARCHÉ PUBLIC DE TRAVAUX
Réfection de la toiture de l'école
RÈGLEMENT DE CONSULTATION
Limite de dépôt des dossiers : vendredi 12/03/2027, 12:00
Art. 1. Les travaux sont répartis en trois lots : charpente ; couverture ; zinguerie.
Art. 2. Visite libre, recommandée.
Art. 3. Dossier à rendre
Il comprendra deux sous-dossiers.
Sous-dossier 1 : la candidature
→ DC1, DC2
→ attestations d'assurance (RC et décennale)
→ Qualibat ou références équivalentes
→ si redressement judiciaire : copie du jugement
→ liste de chantiers récents (5 ans)
Sous-dossier 2 : l'offre
→ AE, CCAP, CCTP, DPGF
→ mémoire technique avec planning
→ DC4 pour chaque sous-traitant
Art. 4. Les documents suivants ne seront demandés qu'à l'entreprise lauréate (délai : 8 jours) :
→ attestation fiscale
→ attestation URSSAF
→ congés payés BTP
Art. 5. Prix 60 %, valeur technique 40 %.`;

const LEGAL = `MÉTROPOLE DU LITTORAL
RÈGLEMENT DE LA CONSULTATION
Prestations juridiques
Date limite de remise des offres : voir la page de la consultation sur le profil d'acheteur
Article 3 : Les candidats devront produire les pièces ci-dessous mentionnées, rassemblées dans un dossier « candidature » :
a. Déclaration sur l'honneur prévue à l'article R. 2143-3 ;
b. Justificatif d'inscription au barreau ;
c. Liste nominative des avocats avec leurs CV ;
d. Attestation de responsabilité civile professionnelle ;
e. Chiffre d'affaires en droit public des trois dernières années.
Les candidats qui le souhaitent utilisent les formulaires DC1 et DC2.
Article 7 : La présente consultation annule celle dont les offres étaient à remettre le 2 décembre 2026 à 12 h 00.
Article 9 : Attribution. Le marché ne peut être attribué au candidat retenu que s'il produit les certificats mentionnés aux articles R. 2143-7 et R. 2143-8 (fiscal et social).`;

const FAIR = `ÉTABLISSEMENT PUBLIC DU PARC DES SOURCES
Marché de fourniture et pose de signalétique
Règlement de la consultation
Les offres, rédigées en français, seront reçues jusqu'au mercredi 17 février 2027 à 10 heures (heure de Paris) sur https://sources.example.
Chapitre B. Contenu des plis
B.1. Documents relatifs à la candidature
Si le candidat répond avec un DUME, il n'a pas à remettre les DC1 et DC2.
– DUME, ou DC1 et DC2 ;
– Attestation employeur de personnes handicapées (art. L. 5212-1 et suivants du code du travail) ;
– Trois photographies de réalisations ;
– Déclaration de sous-traitance, s'il y a lieu.
B.2. Documents relatifs à l'offre
– Acte d'engagement ; – Devis ; – Fiches techniques ; – Échantillon remis le 12 février 2027 à 10 heures.
B.3. Documents à fournir par le candidat pressenti
– KBIS ; – Attestations URSSAF et fiscale ; – RIB.
Taille maximale de l'envoi : 2 Go. Les fichiers sont intitulés selon le modèle « LOT_NOM_OBJET ».
Signature électronique exigée à l'attribution seulement.`;

const LETTER = `Commune de Prés-Fleuris
Lettre de consultation valant règlement de la consultation
Madame, Monsieur,
Nous consultons votre entreprise pour la fourniture de tables. Merci de nous adresser votre devis avant le 20 janvier 2027 à 17 h 00, par la plateforme.
Vous joindrez une attestation d'assurance, une attestation URSSAF de moins de six mois et un Kbis.`;

const PRICES = `BORDEREAU DES PRIX UNITAIRES
Marché de signalétique – offres à remettre le 17 février 2027 à 10 h 00
1. Fourniture d'un panneau, certificat ISO 9001 inclus
2. Pose, main-d'œuvre, assurance décennale comprise`;

const blocks = (text: string) => ({ lines: "blocks" as const, pages: [text] });
const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });

export const THIRD_SERIES: Readonly<Record<string, FirstSight>> = {
  waste: {
    ...blocks(WASTE),
    kind: "rc",
    iso: "2027-01-22T18:00:00+01:00",
    clock: "implicit",
    candidature: [
      "dc1",
      "dc2",
      "immatriculation",
      "attestationFiscale",
      "attestationVigilance",
      "autre:chiffreAffaires",
      "autre:agrement",
      "references",
      "iso14001",
    ],
    attributaire: ["listeSalariesEtrangers", "rcPro"],
    points: { deadline: { phase: "candidatures" } },
  },
  roof: {
    ...wrapped(ROOF),
    kind: "rc",
    iso: "2027-03-12T12:00:00+01:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "rcPro", "decennale", "qualibat", "jugementRedressement", "references"],
    attributaire: ["attestationFiscale", "attestationVigilance", "cibtp"],
    points: { lots: { divided: true }, visite: { status: "recommandee" } },
  },
  legal: {
    ...blocks(LEGAL),
    kind: "rc",
    iso: null,
    clock: null,
    candidature: ["declarationHonneur", "autre:ordreArchitectes", "cv", "rcPro", "autre:chiffreAffaires", "dc1", "dc2"],
    attributaire: ["attestationFiscale", "attestationVigilance"],
    points: {},
  },
  signs: {
    ...blocks(FAIR),
    kind: "rc",
    iso: "2027-02-17T10:00:00+01:00",
    clock: "paris",
    candidature: ["dume", "dc1", "dc2", "autre:handicap", "dc4"],
    attributaire: ["immatriculation", "attestationVigilance", "attestationFiscale", "rib"],
    points: { maxSize: { bytes: 2_000_000_000, of: "deposit" }, fileNames: {}, signature: { state: "atAward" } },
  },
  letter: {
    ...blocks(LETTER),
    kind: "rc",
    iso: "2027-01-20T17:00:00+01:00",
    clock: "implicit",
    candidature: ["assurance", "attestationVigilance", "immatriculation"],
    attributaire: [],
    points: {},
  },
  prices: { ...blocks(PRICES), kind: "other", ...NOTHING_ASKED, points: {} },
};
