/** A document that the company keeps in its coffre: what is known of it, without its bytes. */
import { z } from "zod";
import { Day, Facts, Instant, PieceKindSchema, ValidityBasis } from "./answer.ts";
import { FILE_TYPES } from "./files.ts";

/**
 * What is asked of the person before a document serves. `noText`: a scan or a picture · `unclear`: several readings, or one that
 * is not certain · `missing`: nothing read · `otherCompany`: it names another company · `refusal`: it speaks of an attestation refused.
 */
const CoffreAsk = z.object({
  about: z.enum(["kind", "company", "issuedOn", "validFrom", "validUntil", "closingOn"]),
  why: z.enum(["noText", "unclear", "missing", "otherCompany", "refusal"]),
  /** What was read, to choose from: never taken by itself. */
  proposals: z.array(z.object({ value: z.string(), page: z.number().int().min(1), line: z.string() })),
});
export type CoffreAsk = z.infer<typeof CoffreAsk>;

export const CoffrePiece = z.object({
  id: z.string(),
  /** The company it is kept for. */
  siren: z.string().regex(/^\d{9}$/),
  kind: PieceKindSchema,
  title: z.string(),
  fileName: z.string(),
  type: z.enum(FILE_TYPES),
  /** Bytes. */
  size: z.number().int().min(0),
  sha256: z.string(),
  addedAt: Instant,
  /** Establishment certified, when the document names one. */
  siret: z.string().optional(),
  issuedOn: Day.optional(),
  validFrom: Day.optional(),
  validUntil: Day.optional(),
  validityBasis: ValidityBasis,
  closingOn: Day.optional(),
  securityCode: z.string().optional(),
  /** The SIREN that the document names when it is not the company's: flagged, never chosen. */
  otherSiren: z.string().optional(),
  /** False while something read in it awaits the person's word: shown, never chosen. */
  confirmed: z.boolean(),
  /** What is to be settled before it is confirmed. */
  asks: z.array(CoffreAsk).optional(),
  /** Values read in the document and checked (IBAN key). */
  facts: Facts.optional(),
});
export type CoffrePiece = z.infer<typeof CoffrePiece>;

/** What the person says of one ground for exclusion that a source reports. It is theirs: nothing is declared from it. */
const Explication = z.object({
  /** The notice it is about: its address, or its title when it has none. */
  about: z.string(),
  text: z.string().max(2000),
  /** The supporting document, in the coffre. */
  pieceId: z.string().optional(),
});

/** What is remembered of a company beside its documents. */
export const CompanyNotes = z.object({
  siren: z.string().regex(/^\d{9}$/),
  /** Values that the person entered, by field. */
  manual: Facts.prefault({}),
  explications: z.array(Explication).default([]),
});
export type CompanyNotes = z.infer<typeof CompanyNotes>;

/** Why a file was not kept. */
export type KeepFailure = "type" | "locked" | "unreadable" | "full" | "stopped";

/** A file that was not kept, or a document kept whose change the browser could not write. */
export type NotKept = { readonly fileName: string; readonly why: KeepFailure } | { readonly title: string; readonly why: "notWritten" };

/** What became of files handed in together. */
export interface HandedIn {
  readonly kept: number;
  /** Of those kept, how many wait for the person's word. */
  readonly asked: number;
  readonly failed: readonly Extract<NotKept, { readonly fileName: string }>[];
}
