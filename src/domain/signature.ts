/** An electronic signature in a document. It is read, never verified: only a trusted verifier can say that it is valid. */
import { z } from "zod";
import { Day } from "./answer.ts";

export const Signature = z.object({
  /** The name in its certificate: "JEANNE MARTIN (URSSAF)". */
  signer: z.string().optional(),
  /** The day it says it was made. */
  on: Day.optional().catch(undefined),
  /** True when it covers the whole file; false when something was added later or not signed. */
  isWhole: z.boolean(),
});
export type Signature = z.infer<typeof Signature>;
