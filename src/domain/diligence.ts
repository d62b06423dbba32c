/** What was done for a consultation, kept as proof: files prepared, attached, refused by the page. */
import { z } from "zod";
import { Instant } from "./answer.ts";
import { SentPiece } from "./kept-consultation.ts";
import { Receipt } from "./receipt.ts";

export const Diligence = z.object({
  at: Instant,
  /** `receipt`: the portal's receipt, which closes the log. */
  what: z.enum(["prepared", "attached", "refused", "receipt"]),
  fileName: z.string(),
  sha256: z.string(),
  /** Bytes. */
  size: z.number().int().min(0),
  /** The page's name for the upload slot. */
  place: z.string().optional(),
  host: z.string().optional(),
  /** The company's documents in it, when known. Files that go together list theirs with the first file. */
  holds: z.array(SentPiece).optional(),
  /** Id of the operation that noted it: the same one noted twice is one line. */
  operation: z.string().optional(),
  /** Only for `receipt`. */
  receipt: Receipt.optional(),
});
export type Diligence = z.infer<typeof Diligence>;
