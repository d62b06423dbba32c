/**
 * What goes from one browser to another beside the documents of the coffre: a company's answers, consultations and logs; and what was made of it
 * there.
 */
import { z } from "zod";
import { FieldKeySchema, Instant, Siret } from "./answer.ts";
import { Bid } from "./bid.ts";
import { KeptFacts } from "./coffre.ts";
import { Diligence } from "./diligence.ts";
import { DumeAnswers } from "./grounds.ts";
import { KeptConsultation } from "./kept-consultation.ts";
import { MeansChoice } from "./means.ts";

/** What a person chose and answered for one consultation, named as its work. */
export const KeptBid = z.object({ work: z.string(), at: Instant, bid: Bid, dume: DumeAnswers, means: MeansChoice });
export type KeptBid = z.infer<typeof KeptBid>;

export const KeptCompany = z.object({ siret: Siret, name: z.string().nullable() });

export const Carried = z.object({
  companies: z.array(KeptCompany),
  /** What only the person knows, by SIRET; and what they want written instead of what is known, by SIRET then by portal. */
  manual: z.record(z.string(), KeptFacts),
  corrections: z.record(z.string(), z.record(z.string(), KeptFacts)),
  consultations: z.array(KeptConsultation),
  bids: z.array(KeptBid),
  /** By work. */
  logs: z.record(z.string(), z.array(Diligence)),
});
export type Carried = z.infer<typeof Carried>;

export const NOTHING_CARRIED: Carried = { companies: [], manual: {}, corrections: {}, consultations: [], bids: [], logs: {} };

/** Which of the two stands where both say something, and not the same: what is here, until the person says otherwise. */
export const Preference = z.enum(["here", "file"]);
export type Preference = z.infer<typeof Preference>;

/**
 * Something that both say otherwise. `entry`, `correction`: a field, by its key · `deadline`, `title`, `award` of a consultation, and `answers`,
 * the forms of one, by its name. `here`, `there`: as they are to be shown; of `answers`, the instants.
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
  /** Fields that nobody had typed here. */
  taken: z.array(FieldKeySchema),
  differences: z.array(Difference),
});
export type CarriedReport = z.infer<typeof CarriedReport>;
