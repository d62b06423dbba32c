/** A consultation that a company visited, filled, prepared, attached files to or deposited: what its page says, and what was done. */
import { z } from "zod";
import { Instant, PieceKindSchema, PieceRef } from "./answer.ts";
import { Award } from "./award.ts";
import { Consultation } from "./consultation.ts";

/** A document of the company in a file given to a page, with the dates that decide its validity. */
export const SentPiece = PieceRef.pick({
  title: true,
  issuedOn: true,
  validFrom: true,
  validUntil: true,
  partUntil: true,
  validityBasis: true,
  closingOn: true,
}).extend({ kind: PieceKindSchema.catch("autre") });
export type SentPiece = z.infer<typeof SentPiece>;

/** `deposited`: only the person can say so. */
export const ConsultationEvent = z.object({
  at: Instant,
  what: z.enum(["met", "filled", "prepared", "attached", "deposited"]),
  /** For `filled`: how many fields. */
  fields: z.number().int().min(0).optional(),
  /** For `prepared` and `attached`. */
  files: z.array(z.object({ fileName: z.string(), sha256: z.string() })).default([]),
  /** The company's documents in these files, when known. */
  pieces: z.array(SentPiece).default([]),
  /** Id of the operation that noted it: the same one noted twice is one event. */
  operation: z.string().optional(),
});
export type ConsultationEvent = z.infer<typeof ConsultationEvent>;

export const KeptConsultation = Consultation.extend({
  /** Set when the consultation is first noted, never changed. */
  id: z.string(),
  /** The company that works on it. */
  siren: z.string().regex(/^\d{9}$/),
  /** Oldest first. */
  events: z.array(ConsultationEvent),
  archived: z.boolean(),
  /** The deadline that the page gave before the one it gives now. */
  deadlineBefore: z.string().optional(),
  /** What came after the deposit, once the person said so. */
  award: Award.optional(),
});
export type KeptConsultation = z.infer<typeof KeptConsultation>;
