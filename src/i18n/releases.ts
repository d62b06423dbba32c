/** What each version brought, for the person: a few lines, whose French is that of CHANGELOG.md. Loaded only after an update. */
import type { Release } from "../domain/releases.ts";

export const RELEASES: readonly Release[] = [
  {
    version: "0.1.0",
    fr: [
      "Lecture du dossier de consultation, avec ses citations, jointe à ce qui est tenu, et ce qui change d'une version à l'autre.",
      "Mes consultations : échéances, calendrier, ce qui a été transmis à chaque acheteur.",
      "À deux, ou sur deux machines : un fichier chiffré emporte une entreprise (documents, saisies, consultations)",
    ],
    en: [
      "The consultation's files are read, with quotes, joined to what you hold, and what changes from one version to the next is told.",
      "My tenders: deadlines, calendar, what was sent to each buyer.",
      "For two people, or two machines: one encrypted file carries a company (documents, entries, tenders).",
    ],
  },
];
