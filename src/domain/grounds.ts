/** What only a person may answer in a DUME: the grounds for exclusion and a few more questions. Nothing is ever answered for them. */
import { z } from "zod";
import { Instant } from "./answer.ts";

/** The 24 codes of the grounds for exclusion, in the order of the standard (ESPD-EDM v4.1.0, C1 to C24). */
export const GROUNDS = [
  "crime-org",
  "corruption",
  "fraud",
  "terr-offence",
  "finan-laund",
  "human-traffic",
  "tax-pay",
  "socsec-pay",
  "envir-law",
  "socsec-law",
  "labour-law",
  "bankruptcy",
  "insolvency",
  "cred-arran",
  "bankr-nat",
  "liq-admin",
  "susp-act",
  "prof-misconduct",
  "distorsion",
  "partic-confl",
  "prep-confl",
  "sanction",
  "misrepresent",
  "nati-ground",
] as const;
export type Ground = (typeof GROUNDS)[number];

export const SIZES = ["micro", "small", "medium", "large"] as const;

/** The answer to one ground. `explanation` and `measures` count only when it applies. */
export const GroundAnswer = z.object({
  applies: z.boolean(),
  explanation: z.string().max(4000).optional(),
  /** Measures taken to prevent it from happening again; absent when the person says nothing of them. */
  measures: z.string().max(4000).optional(),
});
export type GroundAnswer = z.infer<typeof GroundAnswer>;

/** What a person answers for one company and one consultation. */
export const DumeAnswers = z.object({
  grounds: z.partialRecord(z.enum(GROUNDS), GroundAnswer),
  /** Whether it relies on other entities, whether it subcontracts; `null`: not answered. */
  reliesOnOthers: z.boolean().nullable(),
  subcontracts: z.boolean().nullable(),
  /** Asked of the person when INSEE does not give it. */
  size: z.enum(SIZES).nullable(),
  /** Id of the lot in the buyer's request; `null` when none is chosen. */
  lot: z.string().nullable(),
  /** The buyer's imported request: its text is on the shelf. */
  request: z.object({ fileName: z.string(), key: z.string(), reference: z.string(), lots: z.array(z.string()) }).nullable(),
});
export type DumeAnswers = z.infer<typeof DumeAnswers>;

/** No question is answered yet. */
export const NO_ANSWERS: DumeAnswers = {
  grounds: {},
  reliesOnOthers: null,
  subcontracts: null,
  size: null,
  lot: null,
  request: null,
};

/**
 * The company's answers about the grounds for another consultation: shown with their day, and each one asked again. `reference`: that of
 * the other consultation; empty when unknown.
 */
export const PastGrounds = z.object({ at: Instant, reference: z.string(), grounds: DumeAnswers.shape.grounds });
export type PastGrounds = z.infer<typeof PastGrounds>;

/** The grounds that are not answered yet. */
export function unanswered({ grounds }: Pick<DumeAnswers, "grounds">): Ground[] {
  return GROUNDS.filter((ground) => grounds[ground] === undefined);
}

const WITHOUT_EXPLANATION: ReadonlySet<Ground> = new Set<Ground>([
  "tax-pay",
  "socsec-pay",
  "envir-law",
  "socsec-law",
  "labour-law",
  "misrepresent",
  "nati-ground",
]);
const WITHOUT_MEASURES: ReadonlySet<Ground> = new Set<Ground>(["partic-confl", "prep-confl", "misrepresent", "nati-ground"]);

/** What the standard lets a person add about a ground that applies. */
export function tellable(ground: Ground): { readonly explanation: boolean; readonly measures: boolean } {
  return { explanation: !WITHOUT_EXPLANATION.has(ground), measures: !WITHOUT_MEASURES.has(ground) };
}
