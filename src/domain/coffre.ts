/** A document that the company keeps in its coffre: what is known of it, without its bytes. */
import { z } from "zod";
import { Day, Facts, Instant, PieceKindSchema, ValidityBasis } from "./answer.ts";

/** The types of file that the coffre keeps, told from the bytes and never from the name. */
export const CoffreFileType = z.enum(["application/pdf", "image/jpeg", "image/png"]);
export type CoffreFileType = z.infer<typeof CoffreFileType>;

export const CoffrePiece = z.object({
  id: z.string(),
  /** The company it is kept for. */
  siren: z.string().regex(/^\d{9}$/),
  kind: PieceKindSchema,
  title: z.string(),
  fileName: z.string(),
  type: CoffreFileType,
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
  /** Values read in the document and checked (IBAN key). */
  facts: Facts.optional(),
});
export type CoffrePiece = z.infer<typeof CoffrePiece>;
