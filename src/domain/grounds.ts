/** What only a person answers in a DUME: the grounds of exclusion, and a few questions beside them. Nothing is ever answered for them. */
import { z } from "zod";
import { Instant } from "./answer.ts";

/** The 24 codes of the grounds of exclusion, in the order of the standard (ESPD-EDM v4.1.0, C1 to C24). */
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

/** The answer to one ground. `explanation` and `measures` are told only when it applies. */
export const GroundAnswer = z.object({
  applies: z.boolean(),
  explanation: z.string().max(4000).optional(),
  /** What was done so that it does not happen again; absent: nothing is said of it. */
  measures: z.string().max(4000).optional(),
});
export type GroundAnswer = z.infer<typeof GroundAnswer>;

/** What a person answers for one company and one consultation. */
export const DumeAnswers = z.object({
  grounds: z.partialRecord(z.enum(GROUNDS), GroundAnswer),
  /** Does it rely on other entities, does it subcontract? `null`: not answered. */
  reliesOnOthers: z.boolean().nullable(),
  subcontracts: z.boolean().nullable(),
  /** As the person knows it; asked where the INSEE does not tell. */
  size: z.enum(SIZES).nullable(),
  /** Id of the lot in the buyer's request; `null` when none is chosen. */
  lot: z.string().nullable(),
  /** The buyer's request that was imported: its text lies on the shelf. */
  request: z.object({ fileName: z.string(), key: z.string(), reference: z.string(), lots: z.array(z.string()) }).nullable(),
});
export type DumeAnswers = z.infer<typeof DumeAnswers>;

/** Nothing is answered. */
export const NO_ANSWERS: DumeAnswers = {
  grounds: {},
  reliesOnOthers: null,
  subcontracts: null,
  size: null,
  lot: null,
  request: null,
};

/**
 * The grounds as the company answered them for another consultation: shown with their day, and asked again for each one. `reference`: of that
 * other consultation; empty where it was not told.
 */
export const PastGrounds = z.object({ at: Instant, reference: z.string(), grounds: DumeAnswers.shape.grounds });
export type PastGrounds = z.infer<typeof PastGrounds>;

/** The grounds that nobody answered yet. */
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

/** What the standard lets a person tell of a ground that applies. */
export function tellable(ground: Ground): { readonly explanation: boolean; readonly measures: boolean } {
  return { explanation: !WITHOUT_EXPLANATION.has(ground), measures: !WITHOUT_MEASURES.has(ground) };
}
