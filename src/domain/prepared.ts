/** A dossier prepared for a consultation, with remarks on its documents. The bytes of its files are on the shelf. */
import { z } from "zod";
import { Instant } from "./answer.ts";
import { SentPiece } from "./kept-consultation.ts";
import type { Signature } from "./signature.ts";
import { addDays, parisDay } from "./time.ts";

/** Why a document is not available now. */
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
 * Why a document is not in the PDF. `unobtainable`: its bytes are not available · `webPage`: HTML instead of a document ·
 * `password`: needs one, or a certificate, to be opened · `truncated`: its end is missing · `dynamicForm`: XFA drawn by Acrobat alone.
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
  "tooManyPixels",
]);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

/** One PDF, PDFs that keep to a size, or the originals in a ZIP. */
export const DOSSIER_FORMS = ["pdf", "volumes", "zip"] as const;
export type DossierForm = (typeof DOSSIER_FORMS)[number];

/** The form of dossier that the person asks for. */
export interface DossierWish {
  readonly form: DossierForm;
  readonly footers: boolean;
  /** Bytes of one volume, only for `volumes`. */
  readonly targetBytes: number | undefined;
}

/** Why nothing was made or delivered: `nothing` no document could be used · `gone` the file was removed since. */
export type DossierEnd = "cancelled" | "failed" | "nothing" | "gone";

export const PreparedFile = z.object({
  /** Key on the shelf. */
  key: z.string(),
  fileName: z.string(),
  mediaType: z.enum(["application/pdf", "application/zip"]),
  sha256: z.string(),
  /** Bytes. */
  size: z.number().int().min(0),
  pages: z.number().int().min(0),
  /** True when heavier than asked: a single document is, and documents are never split. */
  oversize: z.boolean(),
});
export type PreparedFile = z.infer<typeof PreparedFile>;

/**
 * What the merged PDF loses of a document, whose original is then attached: its signature · a part of its form · the files in it · it was
 * damaged and repaired. `deadLinks`, the links that led to other files, takes nothing from the pages: the original is not attached for it.
 */
export const Attention = z.enum(["signed", "incompleteForm", "holdsFiles", "repaired", "deadLinks"]);
type Attention = z.infer<typeof Attention>;

/** Those that are shown as soon as a document is added. */
export const CAVEATS = ["incompleteForm", "holdsFiles", "repaired", "deadLinks"] as const satisfies readonly Attention[];
type Caveat = (typeof CAVEATS)[number];

/** Those, and what converting a file for the coffre did not keep: the other pictures of an animation. */
export const KEEPING_CAVEATS = [...CAVEATS, "showsFirst"] as const;

/** The findings of trying a file as a dossier will: why it cannot be merged, if it cannot, what merging will not keep of it, and its signatures. */
export interface TriedOut {
  readonly unfit?: LeftOutReason;
  readonly signatures?: readonly Signature[];
  readonly caveats?: readonly Caveat[];
}

/** What the bidder must know of one document: why it was left out, or what to check after merging. */
export const PreparedRemark = z.object({
  title: z.string(),
  about: z.union([LeftOutReason, DocumentProblem, Attention]),
});
export type PreparedRemark = z.infer<typeof PreparedRemark>;

export function isAttention(about: PreparedRemark["about"]): about is Attention {
  return Attention.options.some((one) => one === about);
}

/** The titles of the documents that the files do not hold. */
export function titlesLeftOut(remarks: readonly PreparedRemark[]): string[] {
  return remarks.flatMap(({ title, about }) => (isAttention(about) ? [] : [title]));
}

export const PreparedDossier = z.object({
  /** The situation's key for its company and consultation. */
  work: z.string(),
  /** The tab in which it was prepared. */
  tabId: z.number().int().nullable(),
  at: Instant,
  form: z.enum(DOSSIER_FORMS),
  files: z.array(PreparedFile),
  remarks: z.array(PreparedRemark),
  /** The company's documents that all its files hold. */
  holds: z.array(SentPiece).optional(),
  /** The last day on which the coffre keeps it, "2026-12-31"; absent when it goes with the browser. */
  until: z.string().optional(),
});
export type PreparedDossier = z.infer<typeof PreparedDossier>;

/** A dossier that the coffre keeps after the browser closes. Its end is computed when read, since the person may change the setting. */
export const KeptDossier = PreparedDossier.omit({ tabId: true, until: true }).extend({ id: z.string() });
export type KeptDossier = z.infer<typeof KeptDossier>;

/** The person's choices of how many days prepared dossiers are kept; 0: until the browser closes. */
export const KEEPING_DAYS = [0, 7, 30, 90, 180, 365] as const;

export const DEFAULT_KEEPING_DAYS = 30;

/** The last day on which it is kept, in Europe/Paris. */
export function keptUntil({ at }: Pick<KeptDossier, "at">, days: number): string {
  return addDays(parisDay(new Date(at)), days);
}

/** `sound` with its pages or its entries · `truncated` its end is missing · `altered` other bytes · `damaged` a part cannot be read. */
export type Reopened = { readonly state: "sound"; readonly count: number } | { readonly state: "truncated" | "altered" | "damaged" };

/** `done` documents of `total`; `id` the one being worked on, `null` while the file is written. */
export interface MakeProgress {
  readonly done: number;
  readonly total: number;
  readonly id: string | null;
}
