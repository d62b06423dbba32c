/** What a consultation's own documents were read to ask, as it is kept: every finding with its sentence. The files themselves are not kept. */
import { z } from "zod";
import { Instant } from "./answer.ts";

/** What is read of a règlement or of a notice beside its lists of pieces, in the order that a bidder reads them. */
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
  /** Names the document, as its archive does. */
  file: z.string(),
  /** Words of the document, as they stand there. */
  quote: z.string(),
  /** From 1; `null` when the document has no pages. */
  page: z.number().int().nullable(),
  /** Read in a picture: to be checked. */
  recognised: z.boolean().optional(),
});

/** A piece of the catalogue, `declarationHonneur`, or `autre` with what it is; absent for a piece of the offer that no catalogue has. */
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
  /** Numbers of the lots that it is asked for; absent: for all. */
  lots: z.array(z.string()).optional(),
});
export type AskedPieceFound = z.infer<typeof AskedPieceFound>;

export const AskedPointFound = Quoted.extend({
  point: AskedPoint,
  /** What the sentence was understood to say, by name: `{ iso, clock }` of a deadline, `{ status }` of a visit. */
  said: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
});
export type AskedPointFound = z.infer<typeof AskedPointFound>;

/** `left`: a refusal by its name. */
export const ReadDocument = z.object({
  file: z.string(),
  kind: z.enum(["rc", "avis", "other"]),
  /** Its letters were read in pictures: what is read of it is to be checked. */
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

/** The last reading, and the one before it, from which changes are told. */
export const KeptReading = z.object({ current: ConsultationReading, former: ConsultationReading.nullable() });
export type KeptReading = z.infer<typeof KeptReading>;
