/** Kinds that are read alike: what may be said in them, and what may not. Data. */
import type { PieceKind } from "../../domain/pieces.ts";

/** Kinds that by nature mention invoices, prices and the consultation. */
export const OF_THE_BID: readonly PieceKind[] = ["attri1", "dc4", "memoire", "attestationsBonneExecution"];

/** Kinds that are long texts about all sorts of things. */
export const LONG: readonly PieceKind[] = [
  "attri1",
  "dc4",
  "memoire",
  "statuts",
  "pouvoir",
  "jugementRedressement",
  "cv",
  "dc1",
  "dc2",
  "dume",
  "listeSalariesEtrangers",
];

/** Insurers also say what they do not cover. */
export const INSURED: readonly PieceKind[] = ["decennale", "rcPro", "assurance"];

/** What a registry says of a company. */
export const REGISTERED: readonly PieceKind[] = ["immatriculation", "avisInsee"];

/** Attestations that a company is up to date with what it owes. */
export const UP_TO_DATE: readonly PieceKind[] = ["attestationVigilance", "msa", "cibtp", "cnetp", "probtp", "attestationFiscale"];

/** Certificates that list a company's trades. */
export const LISTS_TRADES: readonly PieceKind[] = ["qualibat", "qualifelec", "opqibi", "rge", "qualiopi", "iso9001", "iso14001"];
