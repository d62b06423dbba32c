/** A document in the company's coffre: its description, without its bytes. */
import { z } from "zod";
import { Day, Facts, Instant, PieceKindSchema, ValidityBasis, valueSchemaOf } from "./answer.ts";
import { isFieldKey } from "./fields.ts";
import { FILE_TYPES } from "./files.ts";
import { DumeAnswers } from "./grounds.ts";
import { KeptMeans } from "./means.ts";
import { KEEPING_CAVEATS, LeftOutReason } from "./prepared.ts";
import { SeenCode } from "./seen-code.ts";
import { Signature } from "./signature.ts";

/**
 * What the person must settle before a document is used. `noText`: a scan or a picture that is not read · `damagedScan`: its picture cannot
 * be decoded · `scanned`: its text was read by OCR · `unclear`: several readings, or an uncertain one · `missing`: nothing read ·
 * `otherCompany`: it names another company · `refusal`: it says that an attestation is refused · `notInForce`: its attestation ended, was
 * suspended or withdrawn · `otherPaper`: an invoice, a quote, a letter, the buyer's rules · `proceedings`: a liquidation, a striking-off ·
 * `conditional`: it is valid only with another document.
 */
const CoffreAsk = z.object({
  about: z.enum(["kind", "company", "issuedOn", "validFrom", "validUntil", "closingOn"]),
  why: z.enum([
    "noText",
    "damagedScan",
    "scanned",
    "unclear",
    "missing",
    "otherCompany",
    "refusal",
    "notInForce",
    "otherPaper",
    "proceedings",
    "conditional",
    "unusual",
    "codeDiffers",
  ]),
  /** Values read, to choose from: none is used without the person. */
  proposals: z.array(z.object({ value: z.string(), page: z.number().int().min(1), line: z.string() })),
});
export type CoffreAsk = z.infer<typeof CoffreAsk>;

/** Values stored on this machine. A field that left the catalogue or no longer matches its format is dropped alone; the others stay. */
export const KeptFacts: z.ZodType<Facts> = z
  .record(z.string(), z.unknown())
  .transform((kept) =>
    Facts.parse(
      Object.fromEntries(Object.entries(kept).filter(([key, value]) => isFieldKey(key) && valueSchemaOf(key).safeParse(value).success)),
    ),
  );

/** A stored day; one that does not exist is dropped. */
const KeptDay = Day.optional().catch(undefined);

/** Parses what any version wrote: a document is never lost because one word of its description is unknown. */
export const CoffrePiece = z.object({
  id: z.string(),
  /** The company that owns it. */
  siren: z.string().regex(/^\d{9}$/),
  kind: PieceKindSchema.catch("autre"),
  title: z.string(),
  fileName: z.string(),
  type: z.enum(FILE_TYPES),
  /** Bytes. */
  size: z.number().int().min(0),
  sha256: z.string(),
  addedAt: Instant,
  /** The establishment that it certifies, when it names one. */
  siret: z.string().optional(),
  issuedOn: KeptDay,
  validFrom: KeptDay,
  validUntil: KeptDay,
  validityBasis: ValidityBasis,
  closingOn: KeptDay,
  securityCode: z.string().optional(),
  /** The SIREN that the document names when it is not the company's: flagged, never chosen. */
  otherSiren: z.string().optional(),
  /** False while the person still has to confirm something read in it: shown, never chosen. */
  confirmed: z.boolean(),
  /** Why it cannot be merged into a PDF, tested when it was added: it can only be attached as it is. */
  unfit: LeftOutReason.optional().catch(undefined),
  /** What keeping it or merging it does not preserve, tested when it was added. */
  caveats: z.array(z.enum(KEEPING_CAVEATS)).readonly().optional().catch(undefined),
  /** Its electronic signatures: what they say, not verified. */
  signatures: z.array(Signature).readonly().optional().catch(undefined),
  /** Its codes as read, not verified. */
  codes: z.array(SeenCode).readonly().optional().catch(undefined),
  /** What the person must settle before it is confirmed. */
  asks: z.array(CoffreAsk).optional(),
  /** Values read in the document and checked (IBAN key). */
  facts: KeptFacts.optional(),
});
export type CoffrePiece = z.infer<typeof CoffrePiece>;

/** The person's explanation of one ground for exclusion that a source reports. Nothing is declared from it. */
const Explication = z.object({
  /** The notice it is about: its address, or its title when it has none. */
  about: z.string(),
  text: z.string().max(2000),
  /** The supporting document, in the coffre. */
  pieceId: z.string().optional(),
});

/** Answers for one consultation. What this version does not know is dropped alone. */
const KeptGrounds = z.object({ work: z.string(), at: Instant, grounds: DumeAnswers.shape.grounds });

/** What is remembered of a company besides its documents. */
export const CompanyNotes = z.object({
  siren: z.string().regex(/^\d{9}$/),
  /** Values that the person entered, by field. */
  manual: KeptFacts.prefault({}),
  explications: z.array(Explication).default([]),
  /** References, people, equipment, headcounts. */
  means: KeptMeans.prefault({}),
  /** Answers about the grounds for exclusion, latest first. */
  grounds: z
    .array(z.unknown())
    .default([])
    .transform((kept) => kept.flatMap((one) => KeptGrounds.safeParse(one).data ?? [])),
});
export type CompanyNotes = z.infer<typeof CompanyNotes>;

/**
 * Why a file was not kept: it must be converted first (`heic`, `picture`, `office`, `webPage`), the document is elsewhere (`shortcut`) or inside (`archive`,
 * `mail`, `envelope`), or it cannot be read; `full` and `stopped` come from the machine.
 */
export const KEEP_FAILURES = [
  "type",
  "heic",
  "picture",
  "office",
  "webPage",
  "shortcut",
  "archive",
  "mail",
  "envelope",
  "data",
  "empty",
  "locked",
  "unreadable",
  "full",
  "stopped",
] as const;
export type KeepFailure = (typeof KEEP_FAILURES)[number];

/** A file that was not kept, or a document kept whose change the browser could not write. */
export type NotKept = { readonly fileName: string; readonly why: KeepFailure } | { readonly title: string; readonly why: "notWritten" };

/**
 * A document just kept, compared with those already there. `same`: already in the coffre · `first` of its kind · `newer`, `older` than the
 * latest of its kind · `undated`: its dates do not tell yet.
 */
export interface HandedDocument extends Pick<CoffrePiece, "id" | "kind" | "title" | "fileName" | "confirmed"> {
  readonly beside: "same" | "first" | "newer" | "older" | "undated";
  /** Its last day of validity. */
  readonly until?: string;
  /** The last day of validity of the document that it is compared with. */
  readonly otherUntil?: string;
}

/** The result of handing in several files together. */
export interface HandedIn {
  readonly kept: number;
  readonly documents: readonly HandedDocument[];
  /** How many of the kept documents the person still has to confirm. */
  readonly asked: number;
  readonly failed: readonly Extract<NotKept, { readonly fileName: string }>[];
}
