/** A fourth series, written and labelled after the faults of the third were mended, before any rule had read it. */
import type { FirstSight } from "./first-sight.ts";
import { NOTHING_ASKED } from "./first-sight-restricted.ts";

const PRISON = `MAISON D'ARRÊT DE VALCREUSE – ÉCONOMAT
RÈGLEMENT DE LA CONSULTATION
Objet : blanchisserie
1 CONDITIONS DE LA CONSULTATION
1.1 Délai de validité : 4 mois
1.2 Variantes : non autorisées
2 REMISE DES PLIS
Le dépôt doit intervenir au plus tard le mardi 23 février 2027 à 16:00, heure de Paris. Tout pli arrivé après est éliminé.
Poids maximal conseillé du pli : 1 Go.
3 CONSTITUTION DU PLI
3.1 Dossier administratif
Le candidat constitue son dossier administratif avec :
- Imprimés DC1 et DC2 dûment complétés ;
- Extrait d'immatriculation au RNE ;
- Bilans ou extraits de bilans des trois derniers exercices ;
- Présentation des références pour des prestations semblables ;
- Attestation d'assurance de responsabilité civile professionnelle ;
- Copie de l'attestation de formation des agents, ou tout certificat de qualification professionnelle.
3.2 Dossier technique et financier
- Acte d'engagement et bordereau des prix ;
- Mémoire justificatif.
4 ATTRIBUTION
Préalablement à la notification, le candidat retenu transmet dans les huit jours l'ensemble des certificats fiscaux et sociaux, ainsi que l'attestation relative à l'obligation d'emploi des travailleurs handicapés.`;

const TELECOM = `Groupement d'intérêt public NUM'ALPES
Règlement de la consultation
Fourniture d'accès à Internet
Phase unique – appel d'offres ouvert européen
Échéance de remise des offres : le 1er mars 2027, 12h00
Les soumissionnaires ont jusqu'au 19 février 2027 pour poser leurs questions.
A. Lots
Lot 1 – Liaisons fibre
Lot 2 – Téléphonie
B. Candidature
Elle est constituée d'un DUME, transmis en format structuré. Le DUME dispense de toute autre pièce de candidature.
Par exception, chaque candidat joint sa déclaration d'opérateur auprès de l'ARCEP (autorisation d'exercer).
C. Offre
Cadre de réponse technique, BPU et DQE, acte d'engagement non signé.
D. Fin de procédure
Le soumissionnaire dont l'offre est classée première fournit, sur demande : extrait Kbis, attestation de vigilance, attestation de régularité fiscale, assurance responsabilité civile, pouvoir du signataire.`;

const CARPENTRY = `Paroisse civile de Hautes-Combes
Commune de Hautes-Combes
Dossier de consultation – règlement de consultation
Restauration d'un clocher
La date limite de réception des offres est le lundi 8 février 2027 à 11 heures.
La date limite fixée pour la visite est le 29 janvier 2027 à 17 heures.
Documents que l'entreprise doit remettre
1re enveloppe : candidature
Lettre de candidature (DC1)
DC2
Qualibat 2393 ou équivalent (patrimoine bâti)
Trois chantiers de restauration réalisés depuis moins de dix ans, avec attestation des maîtres d'ouvrage
Assurances : décennale et responsabilité civile
CV du compagnon chef d'équipe
2e enveloppe : offre
Acte d'engagement, CCAP et CCTP signés
DPGF
Mémoire technique
Planning
Pièces du code du travail (D. 8222-5 et D. 8254-2) et attestation fiscale : à remettre par l'entreprise retenue avant signature.`;

const POOL = `SIVU DE LA PISCINE DES TROIS CLOCHERS
Règlement de consultation – concession de service public
Gestion de la piscine
Les dossiers de candidature et d'offre sont déposés ensemble avant le vendredi 12 mars 2027 à 12 h.
Article 6. Dossier de candidature
Les candidats justifient qu'ils remplissent les conditions par :
* une lettre de candidature signée ;
* une déclaration sur l'honneur attestant qu'ils ne font l'objet d'aucune exclusion (art. L. 3123-1 et suivants) ;
* un extrait Kbis ou équivalent ;
* les attestations fiscales et sociales de moins d'un an ;
* les comptes annuels des trois derniers exercices ;
* une note présentant leurs moyens humains et techniques ;
* leurs références en gestion d'équipements aquatiques.
Article 7. Dossier d'offre
* projet de contrat ;
* compte d'exploitation prévisionnel ;
* mémoire technique.
Article 11. Le concessionnaire retenu produira une attestation d'assurance et la liste nominative des salariés étrangers.`;

const BILL = `CAHIER DES CHARGES VALANT CONTRAT
Ville de Chanteperdrix – location de bennes
Le prestataire joint à sa facture un RIB, l'attestation URSSAF et un Kbis à jour.
La présente commande est conclue à la suite d'une consultation dont le règlement fixait la remise des offres au 3 février 2027 à 12 h 00.`;

const blocks = (text: string) => ({ lines: "blocks" as const, pages: [text] });
const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });

export const FOURTH_SERIES: Readonly<Record<string, FirstSight>> = {
  laundry: {
    ...wrapped(PRISON),
    kind: "rc",
    iso: "2027-02-23T16:00:00+01:00",
    clock: "paris",
    candidature: ["dc1", "dc2", "immatriculation", "bilans", "references", "rcPro", "autre:certificats"],
    attributaire: ["attestationFiscale", "attestationVigilance", "autre:handicap"],
    points: { maxSize: { bytes: 1_000_000_000, of: "deposit" }, validiteOffres: null },
  },
  telecom: {
    ...blocks(TELECOM),
    kind: "rc",
    iso: "2027-03-01T12:00:00+01:00",
    clock: "implicit",
    candidature: ["dume", "autre:agrement"],
    attributaire: ["immatriculation", "attestationVigilance", "attestationFiscale", "rcPro", "pouvoir"],
    points: { lots: { divided: true } },
  },
  belfry: {
    ...blocks(CARPENTRY),
    kind: "rc",
    iso: "2027-02-08T11:00:00+01:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "qualibat", "references", "attestationsBonneExecution", "decennale", "rcPro", "cv"],
    attributaire: ["attestationVigilance", "listeSalariesEtrangers", "attestationFiscale"],
    points: {},
  },
  pool: {
    ...wrapped(POOL),
    kind: "rc",
    iso: "2027-03-12T12:00:00+01:00",
    clock: "implicit",
    candidature: [
      "dc1",
      "declarationHonneur",
      "immatriculation",
      "attestationFiscale",
      "attestationVigilance",
      "bilans",
      "autre:effectifs",
      "references",
    ],
    attributaire: ["assurance", "listeSalariesEtrangers"],
    points: {},
  },
  skips: { ...blocks(BILL), kind: "other", ...NOTHING_ASKED, points: {} },
};
