/** What was read in a consultation's own documents, as stored: each finding with its sentence. The files themselves are not kept. */
import { z } from "zod";
import { Instant } from "./answer.ts";
import type { PieceKind } from "./pieces.ts";

/** What is read in a règlement or a notice, apart from the lists of pieces, in the order in which a bidder reads it. */
export const ASKED_POINTS = [
  "deadline",
  "depot",
  "lots",
  "groupement",
  "minima",
  "formats",
  "maxSize",
  "fileNames",
  "langues",
  "signature",
  "copieSauvegarde",
  "visite",
  "questions",
  "validiteOffres",
  "criteres",
] as const;
export const AskedPoint = z.enum(ASKED_POINTS);
export type AskedPoint = z.infer<typeof AskedPoint>;

const Quoted = z.object({
  /** The document's name in its archive. */
  file: z.string(),
  /** Words of the document, as they stand there. */
  quote: z.string(),
  /** From 1; `null` when the document has no pages. */
  page: z.number().int().nullable(),
  /** True when read in a picture by OCR: to be checked. */
  recognised: z.boolean().optional(),
});

/** A piece of the catalogue, `declarationHonneur`, or `autre` with its description; absent for a piece of the offer. */
export const AskedPieceFound = Quoted.extend({
  list: z.enum(["candidature", "attributaire", "offre"]),
  piece: z.string().optional(),
  what: z.string().optional(),
  age: z.string().optional(),
  years: z.number().optional(),
  or: z.array(z.string()).optional(),
  equivalent: z.boolean().optional(),
  condition: z.string().optional(),
  perMember: z.boolean().optional(),
  /** Numbers of the lots that ask for it; absent: all lots. */
  lots: z.array(z.string()).optional(),
});
export type AskedPieceFound = z.infer<typeof AskedPieceFound>;

export const AskedPointFound = Quoted.extend({
  point: AskedPoint,
  /** What was understood from the sentence, by name: `{ iso, clock }` of a deadline, `{ status }` of a visit. */
  said: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
});
export type AskedPointFound = z.infer<typeof AskedPointFound>;

/** `left`: why the document was not read. */
export const ReadDocument = z.object({
  file: z.string(),
  kind: z.enum(["rc", "avis", "other"]),
  /** True when its text was read in pictures by OCR: all findings are to be checked. */
  recognised: z.boolean().optional(),
  left: z.enum(["locked", "damaged", "lying", "type", "macros", "scan", "bomb", "entries", "path", "deep"]).optional(),
});
export type ReadDocument = z.infer<typeof ReadDocument>;

export const ConsultationReading = z.object({
  at: Instant,
  documents: z.array(ReadDocument),
  pieces: z.array(AskedPieceFound),
  points: z.array(AskedPointFound),
});
export type ConsultationReading = z.infer<typeof ConsultationReading>;

/** The last reading and the one before it, which are compared to show changes. */
export const KeptReading = z.object({ current: ConsultationReading, former: ConsultationReading.nullable() });
export type KeptReading = z.infer<typeof KeptReading>;

/** A piece asked of every candidate, and what the company has of it. */
export type AskedNow = { readonly kind: PieceKind } & (
  | { readonly has: "nothing" }
  | {
      /** `dead`: expired on the judging day. */
      readonly has: "dead" | "piece";
      /** The kind and the title of the company's document. */
      readonly by: PieceKind;
      readonly title: string;
      readonly until?: string | undefined;
      /** The forms that may answer instead. */
      readonly forms: readonly PieceKind[];
    }
);
