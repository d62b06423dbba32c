/** The rest of the seventh series. */
import type { FirstSight } from "./first-sight.ts";

const LAB = `CENTRE HOSPITALIER DES MARCHES
Fourniture de réactifs et mise à disposition d'automates
Appel d'offres ouvert – règlement de la consultation
Dernière limite : 17 mai 2027 12:00
Chapitre A – Dispositions générales
A-1 La consultation est divisée en 5 lots.
A-2 Les variantes sont interdites.
Chapitre B – Les candidats
B-1 Sont admis les opérateurs seuls ou groupés.
B-2 Les éléments de candidature sont déposés dans l'enveloppe « candidature » de la plate-forme. Ils se composent :
- du DC1 (version 2023) ;
- du DC2 ;
- d'une attestation de chiffre d'affaires signée de l'expert-comptable, pour trois exercices ;
- d'une déclaration de la banque ou d'une attestation d'assurance des risques professionnels ;
- de la liste des établissements de santé clients sur trois ans ;
- du marquage CE et des certificats ISO 13485.
B-3 En cas de groupement, le DC2 est fourni pour chacun.
Chapitre C – Les offres
C-1 Chaque offre se compose :
- de l'acte d'engagement ;
- des bordereaux ;
- du dossier technique.
Chapitre D – L'issue
D-1 À l'issue de l'analyse, le pouvoir adjudicateur sollicite auprès du candidat classé n° 1 :
- ses attestations fiscale et sociale ;
- l'extrait du RCS ;
- le pouvoir de la personne signataire.
D-2 À défaut sous dix jours, son offre est rejetée.`;

const STREET = `Ville de Port-Lumière – Martinique
Éclairage public : travaux et maintenance
RÈGLEMENT DE CONSULTATION
Remise des offres avant le mardi 20 avril 2027 à 11 heures (heure de Martinique)
I. PIECES DEMANDEES
1- PIECES ADMINISTRATIVES
Imprimé DC1
Imprimé DC2
Attestations de régularité fiscale et sociale
Attestation RC et décennale
Kbis de moins de six mois
2- PIECES TECHNIQUES
Moyens humains et matériels de l'entreprise
Références similaires de moins de 3 ans
Qualifelec EP ou équivalent
Mémoire technique
3- PIECES FINANCIERES
Acte d'engagement
DPGF
BPU
II. JUGEMENT
Prix 50 - Technique 50`;

const CONSULT = `Agence d'urbanisme de l'estuaire
Étude de stratégie foncière
Cahier de consultation (règlement)
À l'attention des bureaux d'études
Les offres électroniques seront reçues jusqu'au jeudi 8 avril 2027 à 17h00, dernier délai.
Composition du dossier de réponse
Pour la partie administrative, nous vous demandons :
→ DC1 et DC2, ou DUME
→ une attestation d'assurance responsabilité professionnelle
→ vos trois derniers chiffres d'affaires
→ la composition de l'équipe avec les CV
→ une sélection de références comparables
Pour la partie offre, nous vous demandons :
→ une note de compréhension et de méthode
→ un calendrier
→ un budget détaillé par phase
→ l'acte d'engagement
Si votre équipe est retenue, nous vous demanderons sous 10 jours vos attestations de régularité fiscale et sociale.`;

const CONCESSION = `COMMUNAUTÉ DE COMMUNES DES DUNES
Délégation de service public – exploitation du camping communautaire
RÈGLEMENT DE CONSULTATION
Article 1er – Le contrat est une concession de services.
Article 2 – Remise des plis
Les plis, contenant candidature et offre, doivent être parvenus au plus tard le vendredi 21 mai 2027 à 12h00.
Article 3 – Dossier de candidature
3.1 Une lettre de candidature
3.2 Une attestation sur l'honneur du respect des articles L. 3123-1 à L. 3123-11
3.3 Un justificatif d'inscription au registre du commerce
3.4 Les attestations justifiant de la régularité fiscale et sociale
3.5 L'attestation de l'obligation d'emploi des travailleurs handicapés (articles L. 5212-1 et suivants)
3.6 Bilans et comptes de résultats des trois derniers exercices
3.7 Les polices d'assurance
3.8 Une description des moyens techniques et humains
3.9 Les références dans l'exploitation de campings
Article 4 – Dossier d'offre
4.1 Le projet de contrat
4.2 Un compte d'exploitation prévisionnel
4.3 Une note sur le projet d'exploitation
Article 5 – Négociation
La négociation est libre. L'autorité délégante choisit.`;

const wrapped = (...pages: string[]) => ({ lines: "wrapped" as const, pages });
const blocks = (...pages: string[]) => ({ lines: "blocks" as const, pages });

export const TENTH_SERIES: Readonly<Record<string, FirstSight>> = {
  reagents: {
    ...blocks(LAB),
    kind: "rc",
    // « Dernière limite », without saying of what.
    iso: null,
    clock: null,
    candidature: ["dc1", "dc2", "autre:chiffreAffaires", "banque", "references", "autre:certificationsSysteme"],
    attributaire: ["attestationFiscale", "attestationVigilance", "immatriculation", "pouvoir"],
    points: { lots: { divided: true } },
  },
  streetLights: {
    ...wrapped(STREET),
    kind: "rc",
    iso: "2027-04-20T11:00:00-04:00",
    clock: "local",
    candidature: [
      "dc1",
      "dc2",
      "attestationFiscale",
      "attestationVigilance",
      "rcPro",
      "decennale",
      "immatriculation",
      "autre:effectifs",
      "autre:materiel",
      "references",
      "qualifelec",
    ],
    // « Pièces techniques » is the offer's heading everywhere else.
    missed: ["autre:effectifs", "autre:materiel", "references", "qualifelec"],
    attributaire: [],
    points: {},
  },
  landStudy: {
    ...wrapped(CONSULT),
    kind: "rc",
    iso: "2027-04-08T17:00:00+02:00",
    clock: "implicit",
    candidature: ["dc1", "dc2", "dume", "rcPro", "autre:chiffreAffaires", "cv", "references"],
    attributaire: ["attestationFiscale", "attestationVigilance"],
    points: {},
  },
  camping: {
    ...wrapped(CONCESSION),
    kind: "rc",
    iso: "2027-05-21T12:00:00+02:00",
    clock: "implicit",
    candidature: [
      "dc1",
      "declarationHonneur",
      "immatriculation",
      "attestationFiscale",
      "attestationVigilance",
      "autre:handicap",
      "bilans",
      "assurance",
      "autre:effectifs",
      "references",
    ],
    attributaire: [],
    points: {},
  },
};
