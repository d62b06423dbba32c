/** What the person typed for forms: kept in the coffre, since it includes an IBAN and a telephone number. */
import { z } from "zod";
import { KeptFacts } from "../domain/coffre.ts";

export const Entries = z.object({
  /** What only the person knows, by SIRET. */
  manual: z.record(z.string(), KeptFacts).default({}),
  /** What the person wants written instead of known values, by SIRET, then by portal. */
  corrections: z.record(z.string(), z.record(z.string(), KeptFacts)).default({}),
});
export type Entries = z.infer<typeof Entries>;

export const NO_ENTRIES: Entries = { manual: {}, corrections: {} };
