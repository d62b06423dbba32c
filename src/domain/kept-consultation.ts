/** A consultation that a company met, filled, prepared, attached to or deposited: what its page told, and what was done. */
import { z } from "zod";
import { Instant, PieceKindSchema, PieceRef } from "./answer.ts";
import { Award } from "./award.ts";
import { Consultation } from "./consultation.ts";

/** A document of the company that was in a file given to a page, with the dates by which it is judged. */
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

/** `deposited`: the person says so. Nothing else can tell. */
export const ConsultationEvent = z.object({
  at: Instant,
  what: z.enum(["met", "filled", "prepared", "attached", "deposited"]),
  /** Of `filled`: how many fields. */
  fields: z.number().int().min(0).optional(),
  /** Of `prepared` and `attached`. */
  files: z.array(z.object({ fileName: z.string(), sha256: z.string() })).default([]),
  /** What these files hold, as far as it is known. */
  pieces: z.array(SentPiece).default([]),
  /** Names the piece of work it came of: noted twice, it is one event. */
  operation: z.string().optional(),
});
export type ConsultationEvent = z.infer<typeof ConsultationEvent>;

export const KeptConsultation = Consultation.extend({
  /** Given when it is first noted, and never changed. */
  id: z.string(),
  /** The company that works on it. */
  siren: z.string().regex(/^\d{9}$/),
  /** In order. */
  events: z.array(ConsultationEvent),
  archived: z.boolean(),
  /** What came after the deposit, once the person said so. */
  award: Award.optional(),
});
export type KeptConsultation = z.infer<typeof KeptConsultation>;
