/** A document that the company keeps in its coffre: what is known of it, without its bytes. */
import { z } from "zod";
import { Day, Facts, Instant, PieceKindSchema, ValidityBasis, valueSchemaOf } from "./answer.ts";
import { isFieldKey } from "./fields.ts";
import { FILE_TYPES } from "./files.ts";
import { DumeAnswers } from "./grounds.ts";
import { KeptMeans } from "./means.ts";
import { CAVEATS, LeftOutReason } from "./prepared.ts";
import { SeenCode } from "./seen-code.ts";
import { Signature } from "./signature.ts";

/**
 * What is asked of the person before a document serves. `noText`: a scan or a picture that is not read · `damagedScan`: its picture cannot be
 * decoded · `scanned`: its letters were read on its picture · `unclear`: several readings, or one that
 * is not certain · `missing`: nothing read · `otherCompany`: it names another company · `refusal`: it speaks of an attestation refused · `notInForce`: of one that
 * ended, was suspended or withdrawn · `otherPaper`: an invoice, a quote, a letter, the buyer's rules · `proceedings`: a liquidation, a
 * striking-off · `conditional`: it is worth something only with another document.
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
  /** What was read, to choose from: never taken by itself. */
  proposals: z.array(z.object({ value: z.string(), page: z.number().int().min(1), line: z.string() })),
});
export type CoffreAsk = z.infer<typeof CoffreAsk>;

/** Values kept on this machine: a field that the catalogue knows no more, or of another form now, goes alone; the others stay. */
export const KeptFacts: z.ZodType<Facts> = z
  .record(z.string(), z.unknown())
  .transform((kept) =>
    Facts.parse(
      Object.fromEntries(Object.entries(kept).filter(([key, value]) => isFieldKey(key) && valueSchemaOf(key).safeParse(value).success)),
    ),
  );

/** A day kept: one that no calendar has is not kept. */
const KeptDay = Day.optional().catch(undefined);

/** Of whatever version wrote it: a document is never lost for one word of its description. */
export const CoffrePiece = z.object({
  id: z.string(),
  /** The company it is kept for. */
  siren: z.string().regex(/^\d{9}$/),
  kind: PieceKindSchema.catch("autre"),
  title: z.string(),
  fileName: z.string(),
  type: z.enum(FILE_TYPES),
  /** Bytes. */
  size: z.number().int().min(0),
  sha256: z.string(),
  addedAt: Instant,
  /** Establishment certified, when the document names one. */
  siret: z.string().optional(),
  issuedOn: KeptDay,
  validFrom: KeptDay,
  validUntil: KeptDay,
  validityBasis: ValidityBasis,
  closingOn: KeptDay,
  securityCode: z.string().optional(),
  /** The SIREN that the document names when it is not the company's: flagged, never chosen. */
  otherSiren: z.string().optional(),
  /** False while something read in it awaits the person's word: shown, never chosen. */
  confirmed: z.boolean(),
  /** Why it could not be merged in a PDF, tried when it was dropped: it can only be attached as it is. */
  unfit: LeftOutReason.optional().catch(undefined),
  /** What merging will not keep of it as it is, tried when it was dropped. */
  caveats: z.array(z.enum(CAVEATS)).readonly().optional().catch(undefined),
  /** Electronic signatures that it bears, as they say they are. */
  signatures: z.array(Signature).readonly().optional().catch(undefined),
  /** Codes that it shows, as they read. */
  codes: z.array(SeenCode).readonly().optional().catch(undefined),
  /** What is to be settled before it is confirmed. */
  asks: z.array(CoffreAsk).optional(),
  /** Values read in the document and checked (IBAN key). */
  facts: KeptFacts.optional(),
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

/** What was answered for one consultation; what this version does not know goes alone. */
const KeptGrounds = z.object({ work: z.string(), at: Instant, grounds: DumeAnswers.shape.grounds });

/** What is remembered of a company beside its documents. */
export const CompanyNotes = z.object({
  siren: z.string().regex(/^\d{9}$/),
  /** Values that the person entered, by field. */
  manual: KeptFacts.prefault({}),
  explications: z.array(Explication).default([]),
  /** References, people, equipment, headcounts. */
  means: KeptMeans.prefault({}),
  /** To the grounds of exclusion, the latest answers first. */
  grounds: z
    .array(z.unknown())
    .default([])
    .transform((kept) => kept.flatMap((one) => KeptGrounds.safeParse(one).data ?? [])),
});
export type CompanyNotes = z.infer<typeof CompanyNotes>;

/**
 * Why a file was not kept: to be converted first (`heic`, `tiff`, `office`, `webPage`), the document lies in it (`archive`, `mail`, `envelope`), or it
 * cannot be read; `full` and `stopped` are of the machine.
 */
export const KEEP_FAILURES = [
  "type",
  "heic",
  "tiff",
  "office",
  "webPage",
  "archive",
  "mail",
  "envelope",
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
 * A document just kept, and where it stands. `same`: the coffre had it · `first` of its kind · `newer`, `older` than the last one kept of it ·
 * `undated`: its dates do not tell yet.
 */
export interface HandedDocument extends Pick<CoffrePiece, "id" | "kind" | "title" | "fileName" | "confirmed"> {
  readonly beside: "same" | "first" | "newer" | "older" | "undated";
  /** The last day on which it is good. */
  readonly until?: string;
  /** The same of the one that it stands beside. */
  readonly otherUntil?: string;
}

/** What became of files handed in together. */
export interface HandedIn {
  readonly kept: number;
  readonly documents: readonly HandedDocument[];
  /** Of those kept, how many wait for the person's word. */
  readonly asked: number;
  readonly failed: readonly Extract<NotKept, { readonly fileName: string }>[];
}
