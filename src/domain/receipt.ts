/** The receipt of a deposit as stored in the log, compared with what was prepared. */
import { z } from "zod";
import { Instant } from "./answer.ts";

/** `hash`: the receipt holds its SHA-256 · `name`: its name · `otherHash`: its name, beside another SHA-256 · `absent`: neither. */
const FoundBy = z.enum(["hash", "name", "otherHash", "absent"]);

export const Receipt = z.object({
  /** The instant of the deposit, when the receipt gives exactly one. */
  depositedAt: Instant.optional(),
  /** The files given or prepared, and whether the receipt mentions them. */
  files: z.array(z.object({ fileName: z.string(), found: FoundBy })),
  /** Whether the receipt holds the consultation's reference; absent when the reference is unknown. */
  namesReference: z.boolean().optional(),
  /** The SIRET of another company, on a receipt that does not hold the bidder's number. */
  otherCompany: z.string().optional(),
  /** For a receipt that is a page: its text. */
  text: z.string().optional(),
});
export type Receipt = z.infer<typeof Receipt>;

/** How many characters of a page's text are kept. */
export const MOST_RECEIPT_TEXT = 20_000;
