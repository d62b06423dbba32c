/** The forms' texts, in our own words. Always in French, for a French buyer, whatever the screen's language. */
import { RECORD_NAME } from "../domain/bid.ts";
import type { CandidatureProblem } from "./candidature.ts";
import type { FormCode } from "./form.ts";

export const TITLES: Readonly<Record<FormCode, string>> = {
  DC1: "Lettre de candidature et désignation du mandataire",
  DC2: "Déclaration du candidat",
  DC4: "Déclaration de sous-traitance",
  Récapitulatif: "Renseignements et pièces de la candidature",
};

/** The date of the latest version of each form that was read; the ministry's page says whether there is a newer one. */
export const PLANS: Readonly<Record<FormCode, string>> = {
  DC1: "Établi par Pli prêt sur le plan du formulaire DC1 du ministère de l'Économie (texte du 01/04/2019). Ce n'est pas l'imprimé officiel.",
  DC2: "Établi par Pli prêt sur le plan du formulaire DC2 du ministère de l'Économie (texte du 21/11/2023). Ce n'est pas l'imprimé officiel.",
  DC4: "Établi par Pli prêt sur le plan du formulaire DC4 du ministère de l'Économie. Ce n'est pas l'imprimé officiel.",
  Récapitulatif: "Établi par Pli prêt : chaque renseignement avec sa source, chaque pièce avec l'empreinte de son original.",
};

/** Origins of values in the summary. */
export const ORIGINS = {
  coffre: (title: string) => `Document de l'entreprise : ${title}`,
  manual: "Déclaré par l'entreprise",
  derived: (of: string) => `Calculé : ${of}`,
  noHash: "document non obtenu à ce jour",
} as const;

export const SHEET = {
  foot: (code: string, page: number, of: number) => `${code} – page ${page} sur ${of}`,
  toFill: "Champs encadrés : à compléter par le candidat.",
  recordName: RECORD_NAME,
  recordDescription: "Origine de chaque renseignement imprimé",
} as const;

/** Why nothing was made, and what to do. */
export const PROBLEMS: Readonly<Record<CandidatureProblem["code"], (detail: string) => string>> = {
  sameSiret: (siret) => `Deux membres ont le SIRET ${siret}. Gardez-en un, ou corrigez l'autre.`,
  sameSubcontractor: (number) => `Deux sous-traitants ont le même numéro, ${number}. Gardez-en un.`,
  ownSubcontractor: (siret) => `Le SIRET ${siret} est à la fois membre et sous-traitant. Retirez-le de l'une des deux listes.`,
  soloGroup: (count) => `La candidature est individuelle, mais ${count} entreprises y figurent. Choisissez « conjoint » ou « solidaire ».`,
  loneGroup: (forme) => `Un groupement ${forme} a au moins deux membres. Ajoutez les autres, ou choisissez « seul ».`,
  mandataireOfSolidaire: () =>
    "La solidarité du mandataire ne se dit que pour un groupement conjoint. Retirez cette réponse, ou choisissez « conjoint ».",
  noLot: () => "Aucun lot n'est choisi. Donnez les numéros des lots visés, ou choisissez « tous les lots ».",
  sameLot: (lot) => `Le lot ${lot} est cité deux fois. Gardez-le une seule fois.`,
  memberLot: (lot) =>
    `Un membre vise le lot ${lot}, qui n'est pas parmi les lots de la candidature. Ajoutez ce lot, ou retirez-le du membre.`,
};
