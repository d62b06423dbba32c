/** A dossier that was prepared for a consultation, and what is to be said of its documents. The bytes of its files lie on the shelf. */
import { z } from "zod";
import { Instant } from "./answer.ts";
import { SentPiece } from "./kept-consultation.ts";
import { addDays, parisDay } from "./time.ts";

/** Why a document cannot be had now. */
export const DocumentProblem = z.enum([
  "unreachable",
  "pending",
  "unavailable",
  "changed",
  "notPermitted",
  "notADocument",
  "tooLarge",
  "unknown",
]);
export type DocumentProblem = z.infer<typeof DocumentProblem>;

/**
 * Why a document is not in the PDF. `unobtainable`: its bytes could not be had · `webPage`: HTML under the name of a document ·
 * `password`: needs one to be opened · `truncated`: its end is missing · `dynamicForm`: XFA drawn by Acrobat alone.
 */
export const LeftOutReason = z.enum([
  "unobtainable",
  "empty",
  "webPage",
  "notADocument",
  "password",
  "truncated",
  "damaged",
  "dynamicForm",
  "noPage",
]);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

/** One PDF, PDFs that keep to a size, or the originals in a ZIP. */
export const DOSSIER_FORMS = ["pdf", "volumes", "zip"] as const;
export type DossierForm = (typeof DOSSIER_FORMS)[number];

/** What the person asks a dossier to be. */
export interface DossierWish {
  readonly form: DossierForm;
  readonly footers: boolean;
  /** Bytes of a volume, for that form only. */
  readonly targetBytes: number | undefined;
}

/** Why nothing was made, or handed over: `nothing` no document could be taken · `gone` the file was removed since. */
export type DossierEnd = "cancelled" | "failed" | "nothing" | "gone";

export const PreparedFile = z.object({
  /** On the shelf. */
  key: z.string(),
  fileName: z.string(),
  mediaType: z.enum(["application/pdf", "application/zip"]),
  sha256: z.string(),
  /** Bytes. */
  size: z.number().int().min(0),
  pages: z.number().int().min(0),
  /** Heavier than asked: one document alone is, and none is ever split. */
  oversize: z.boolean(),
});
export type PreparedFile = z.infer<typeof PreparedFile>;

/**
 * What merging does not keep of a document, whose original is then attached: its signature · a part of its form · the files that lie in it · what
 * was damaged and mended.
 */
export const Attention = z.enum(["signed", "incompleteForm", "holdsFiles", "repaired"]);
type Attention = z.infer<typeof Attention>;

/** Those that are told when a document is dropped. */
export const CAVEATS = ["holdsFiles", "repaired"] as const satisfies readonly Attention[];
export type Caveat = (typeof CAVEATS)[number];

/** What the bidder must know of one document: left out and why, or merged with something that must be looked at. */
export const PreparedRemark = z.object({
  title: z.string(),
  about: z.union([LeftOutReason, DocumentProblem, Attention]),
});
export type PreparedRemark = z.infer<typeof PreparedRemark>;

export function isAttention(about: PreparedRemark["about"]): about is Attention {
  return Attention.options.some((one) => one === about);
}

export const PreparedDossier = z.object({
  /** The company and the consultation that it was prepared for, as the situation names them. */
  work: z.string(),
  /** The tab that it was prepared from. */
  tabId: z.number().int().nullable(),
  at: Instant,
  form: z.enum(DOSSIER_FORMS),
  files: z.array(PreparedFile),
  remarks: z.array(PreparedRemark),
  /** The company's documents that its files hold together. */
  holds: z.array(SentPiece).optional(),
  /** The last day on which the coffre keeps it, "2026-12-31"; absent when it goes with the browser. */
  until: z.string().optional(),
});
export type PreparedDossier = z.infer<typeof PreparedDossier>;

/** One that the coffre keeps after the browser was closed. How long is counted when it is read: the person may choose otherwise. */
export const KeptDossier = PreparedDossier.omit({ tabId: true, until: true }).extend({ id: z.string() });
export type KeptDossier = z.infer<typeof KeptDossier>;

/** Days for which the person may have prepared dossiers kept; 0: until the browser closes. */
export const KEEPING_DAYS = [0, 7, 30, 90, 180, 365] as const;

export const DEFAULT_KEEPING_DAYS = 30;

/** The last day on which it is kept, in Europe/Paris. */
export function keptUntil({ at }: Pick<KeptDossier, "at">, days: number): string {
  return addDays(parisDay(new Date(at)), days);
}

/** Bytes that its files take. */
export function roomOf({ files }: Pick<KeptDossier, "files">): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** `sound` with its pages or its entries · `truncated` its end is missing · `altered` not the bytes that were made · `damaged` a part cannot be read. */
export type Reopened = { readonly state: "sound"; readonly count: number } | { readonly state: "truncated" | "altered" | "damaged" };

/** `done` documents of `total`; `id` the one being worked on, `null` while the file is written. */
export interface MakeProgress {
  readonly done: number;
  readonly total: number;
  readonly id: string | null;
}
