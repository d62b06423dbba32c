/**
 * What moves from one browser to another besides the coffre's documents: a company's answers, consultations and logs; and what the import
 * did with them.
 */
import { z } from "zod";
import { FieldKeySchema, Instant, Siret } from "./answer.ts";
import { Bid } from "./bid.ts";
import { KeptFacts } from "./coffre.ts";
import { Diligence } from "./diligence.ts";
import { DumeAnswers } from "./grounds.ts";
import { KeptConsultation } from "./kept-consultation.ts";
import { MeansChoice } from "./means.ts";

/** What a person chose and answered for one consultation. `work`: the situation's key for it. */
export const KeptBid = z.object({ work: z.string(), at: Instant, bid: Bid, dume: DumeAnswers, means: MeansChoice });
export type KeptBid = z.infer<typeof KeptBid>;

export const KeptCompany = z.object({ siret: Siret, name: z.string().nullable() });

export const Carried = z.object({
  companies: z.array(KeptCompany),
  /** `manual`: what only the person knows, by SIRET. `corrections`: what they want written instead, by SIRET, then portal. */
  manual: z.record(z.string(), KeptFacts),
  corrections: z.record(z.string(), z.record(z.string(), KeptFacts)),
  consultations: z.array(KeptConsultation),
  bids: z.array(KeptBid),
  /** By work. */
  logs: z.record(z.string(), z.array(Diligence)),
});
export type Carried = z.infer<typeof Carried>;

export const NOTHING_CARRIED: Carried = { companies: [], manual: {}, corrections: {}, consultations: [], bids: [], logs: {} };

/** Which side wins where the two differ: this browser, until the person chooses otherwise. */
export const Preference = z.enum(["here", "file"]);
export type Preference = z.infer<typeof Preference>;

/**
 * Something on which the two sides differ. `name`: the field's key for `entry` and `correction`, else the consultation's name; `answers`:
 * those in its forms. `here`, `there`: the values to show, or for `answers` their instants.
 */
export const Difference = z.object({
  about: z.enum(["entry", "correction", "deadline", "title", "award", "answers"]),
  name: z.string(),
  here: z.string(),
  there: z.string(),
});
export type Difference = z.infer<typeof Difference>;

export const CarriedReport = z.object({
  consultations: z.object({ added: z.number().int(), joined: z.number().int() }),
  /** Fields that were empty here. */
  taken: z.array(FieldKeySchema),
  differences: z.array(Difference),
});
export type CarriedReport = z.infer<typeof CarriedReport>;
