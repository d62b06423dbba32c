/** An electronic signature as a document carries it. What it says is read, never verified: only a trusted verifier can say that it is valid. */
import { z } from "zod";
import { Day } from "./answer.ts";

export const Signature = z.object({
  /** Whom its certificate names: "JEANNE MARTIN (URSSAF)". */
  signer: z.string().optional(),
  /** The day it says it was made. */
  on: Day.optional().catch(undefined),
  /** It covers the whole file; false when something was added to the file since, or left out of it. */
  isWhole: z.boolean(),
});
export type Signature = z.infer<typeof Signature>;
