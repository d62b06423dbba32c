/** A company established outside France that has no SIRET: its country and its number there, national or for VAT, as typed. */
import { z } from "zod";

export const Abroad = z.object({ country: z.string().min(1).max(100), number: z.string().min(1).max(60) });
export type Abroad = z.infer<typeof Abroad>;
