/** The receipt of a deposit, as it is kept in the log: what it says, beside what was prepared. */
import { z } from "zod";
import { Instant } from "./answer.ts";

/** `hash`: its SHA-256 stands in the receipt · `name`: its name does · `absent`: neither. */
const FoundBy = z.enum(["hash", "name", "absent"]);

export const Receipt = z.object({
  /** The instant of the deposit that it writes, when it writes one and no other. */
  depositedAt: Instant.optional(),
  /** The files given or prepared, and whether it speaks of them. */
  files: z.array(z.object({ fileName: z.string(), found: FoundBy })),
  /** Whether it names the consultation's reference; absent when that is not known. */
  namesReference: z.boolean().optional(),
  /** Of a page: what it said. */
  text: z.string().optional(),
});
export type Receipt = z.infer<typeof Receipt>;

/** Letters of a page's text that are kept. */
export const MOST_RECEIPT_TEXT = 20_000;
