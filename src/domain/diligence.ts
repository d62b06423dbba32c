/** What was done for a consultation, kept as proof: files prepared, attached, refused by the page. */
import { z } from "zod";
import { Instant } from "./answer.ts";
import { SentPiece } from "./kept-consultation.ts";
import { Receipt } from "./receipt.ts";

export const Diligence = z.object({
  at: Instant,
  /** `receipt`: the portal's, which closes the log. */
  what: z.enum(["prepared", "attached", "refused", "receipt"]),
  fileName: z.string(),
  sha256: z.string(),
  /** Bytes. */
  size: z.number().int().min(0),
  /** What the page calls the place of the file. */
  place: z.string().optional(),
  host: z.string().optional(),
  /** The company's documents that it holds, as far as they are known; those of several files that go together are told with the first. */
  holds: z.array(SentPiece).optional(),
  /** Names the piece of work it came of: noted twice, it is one line. */
  operation: z.string().optional(),
  /** Of `receipt`. */
  receipt: Receipt.optional(),
});
export type Diligence = z.infer<typeof Diligence>;
