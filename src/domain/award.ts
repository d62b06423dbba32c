/** What follows the deposit, as the person enters it: the proofs that the buyer asks the winner for, the running contract. */
import { z } from "zod";
import { Abroad } from "./abroad.ts";
import { Day } from "./answer.ts";

/** `from`: the day of its own contract. */
const Named = z.object({ name: z.string().max(300), from: Day });
/** One that has a SIRET. */
const Registered = Named.extend({ siret: z.string().regex(/^\d{14}$/) });
const Foreign = Named.extend(Abroad.shape);

/** A subcontractor of a contract. */
const Subcontractor = z.union([Registered, Foreign]);
export type Subcontractor = z.infer<typeof Subcontractor>;

/** A vigilance certificate given on time. `of`: a subcontractor's id (`partyId`), or "own" for the company itself. `due`: when it was due. */
const Given = z.object({ of: z.string(), due: Day });

export const Contract = z.object({
  /** The day on which the contract was concluded. */
  from: Day,
  /** The contract's last day; absent while unknown. */
  until: Day.optional(),
  subcontractors: z.array(Subcontractor).max(100).default([]),
  given: z.array(Given).max(2_000).default([]),
});
export type Contract = z.infer<typeof Contract>;

export const Award = z.object({
  /** The day by which the buyer wants the proofs. */
  askedBy: Day.optional(),
  /** The day on which the person gave them. */
  provedOn: Day.optional(),
  contract: Contract.optional(),
});
export type Award = z.infer<typeof Award>;
