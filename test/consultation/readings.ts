/** Readings of documents that the project wrote, for tests of their results. */
import { type FileRead, readingOf } from "../../src/consultation/reading.ts";
import { pagesOfText } from "../../src/requirements/open/plain-text.ts";
import { requirementsOf } from "../../src/requirements/requirements.ts";

export const RC = `SYNDICAT DES EAUX DU PLATEAU
RÈGLEMENT DE LA CONSULTATION
Date limite de réception des offres : 15 décembre 2026 à 12h00 (heure de Paris)
La consultation n'est pas allotie. Le marché n'est pas divisé en lots.
Les offres sont déposées par voie électronique sur le profil d'acheteur https://marches.plateau.example.
Article 4 – Pièces de la candidature
- le formulaire DC1 ;
- un extrait K bis de moins de trois mois ;
- la déclaration concernant le chiffre d'affaires des trois derniers exercices ;
- l'attestation de vigilance URSSAF ;
- un RIB.
Article 5 – Contenu de l'offre
- l'acte d'engagement ;
Article 6 – Attribution
Le candidat retenu produit l'attestation de régularité fiscale.
Les formats acceptés sont .pdf et .docx. La taille maximale d'un fichier est de 50 Mo.`;

export const NOTICE = `AVIS DE MARCHÉ
Syndicat des eaux du Plateau
Date limite de réception des offres : 17 décembre 2026 à 12h00 (heure de Paris)`;

/** The reading of a file with that text. */
export function readAs(file: string, text: string): FileRead {
  return { file, asks: requirementsOf(pagesOfText(text)) };
}

export const AT = "2026-11-24T10:00:00.000Z";
export const LATER = "2026-11-26T10:00:00.000Z";

export const READING = readingOf([readAs("rc.txt", RC)], AT);
