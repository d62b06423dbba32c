/** What is written in a dossier. In French whatever the language of the screen: a French buyer reads it. */
import { formatDay } from "../domain/time.ts";
import type { LeftOutReason } from "./made.ts";

const MOMENT = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", dateStyle: "long", timeStyle: "short" });

export const COVER = {
  title: "Dossier de candidature",
  volume: (n: number, of: number) => `Volume ${n} sur ${of}`,
  cover: "Page de garde",
  siret: (siret: string) => `SIRET ${siret}`,
  facts: { consultation: "Consultation", objet: "Objet", acheteur: "Acheteur", dateLimite: "Date limite", madeAt: "Établi le" },
  moment: (instant: string) => (Number.isNaN(Date.parse(instant)) ? instant : MOMENT.format(new Date(instant))),
  columns: { piece: "Pièce", retrievedOn: "Obtenue le", validUntil: "Valable jusqu'au", pages: "Pages" },
  day: (day: string | undefined) => (day === undefined ? "–" : formatDay(day)),
  source: (source: string) => `Source : ${source}`,
  sha256: (hash: string) => `SHA-256 : ${hash}`,
  signed: (fileName: string) =>
    `Document signé électroniquement. Sa signature ne survit pas à la réunion en un PDF : l'original intact est joint à ce fichier (${fileName}).`,
  incompleteForm: (fileName: string) =>
    `Une partie de ce formulaire n'a pas pu être reproduite : l'original intact est joint à ce fichier (${fileName}).`,
  leftOutTitle: "Pièces non réunies dans ce PDF",
  leftOut: {
    unobtainable: "elle n'a pas pu être obtenue",
    empty: "le fichier est vide",
    webPage: "c'est une page web, pas un document",
    notADocument: "ce n'est ni un PDF, ni une image JPEG ou PNG",
    password: "elle demande un mot de passe",
    truncated: "le fichier est incomplet (sa fin manque)",
    damaged: "le fichier est endommagé",
    dynamicForm: "c'est un formulaire que seul Acrobat sait afficher (XFA dynamique)",
    noPage: "elle ne contient aucune page",
  } satisfies Record<LeftOutReason, string>,
  footer: (piece: number, page: number) => `Pièce ${piece} / page ${page}`,
  made: "Réuni par Pli prêt. Les empreintes SHA-256 sont celles des documents originaux.",
} as const;
