/**
 * How a company shows its capacities: contracts performed (« références »), people, equipment, headcount. Entered
 * once, kept in the coffre, chosen for each consultation.
 */
import { z } from "zod";
import { Day } from "./answer.ts";

/** Types of contracts in the EU directives. */
export const NATURES = ["works", "supplies", "services"] as const;
export const Nature = z.enum(NATURES);
export type Nature = z.infer<typeof Nature>;

const Text = z.string().max(500);
/** Range of years of a headcount. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;
const Year = z.number().int().min(FIRST_YEAR).max(LAST_YEAR);

/** The client's contact for this contract, never the company's own. */
export const ReferenceContact = z.object({ name: Text.optional(), phone: Text.optional(), email: Text.optional() });

export const ContractReference = z.object({
  id: z.string().min(1),
  /** `client`: who ordered; `objet`: what was done. */
  client: z.string().min(1).max(500),
  objet: z.string().min(1).max(2000),
  nature: Nature.optional(),
  cpv: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  /** Euros without tax; absent when not known. */
  amount: z.number().positive().optional(),
  /** `shared`: the amount of a whole group · `maximum`: the most that may be ordered. */
  shared: z.boolean().optional(),
  maximum: z.boolean().optional(),
  notifiedOn: Day.optional(),
  /** Months, as published. */
  months: z.number().int().min(1).optional(),
  /** When it was performed, as the person typed it. */
  from: Day.optional(),
  until: Day.optional(),
  contact: ReferenceContact.default({}),
  /** The client's certificate, in the coffre. */
  pieceId: z.string().optional(),
  /** Where it was published, its numbers, and the day it was read; absent when entered by hand. */
  published: z.object({ provider: z.string(), ids: z.array(z.string()).min(1), readOn: Day }).optional(),
  /** Published parts that the person has retyped. */
  typed: z.array(z.enum(["client", "objet", "amount"])).optional(),
});
export type ContractReference = z.infer<typeof ContractReference>;

export const TeamMember = z.object({
  id: z.string().min(1),
  lastName: z.string().min(1).max(200),
  firstName: Text.optional(),
  /** Job: "Conducteur de travaux". */
  role: Text.optional(),
  /** Diplomas, titles, authorisations. */
  qualifications: Text.optional(),
  /** Years. */
  experience: z.number().int().min(0).max(70).optional(),
  /** True for a manager. */
  leads: z.boolean().default(false),
  /** Their CV, in the coffre. */
  pieceId: z.string().optional(),
});
export type TeamMember = z.infer<typeof TeamMember>;

export const Equipment = z.object({
  id: z.string().min(1),
  name: z.string().min(1).max(500),
  count: z.number().int().min(1).optional(),
  about: Text.optional(),
});
export type Equipment = z.infer<typeof Equipment>;

/** One year's average headcount, and how many of them are managers. */
export const Headcount = z.object({
  id: z.string().min(1),
  year: Year,
  average: z.number().int().min(0).optional(),
  leaders: z.number().int().min(0).optional(),
});
export type Headcount = z.infer<typeof Headcount>;

/** One list for each kind, in the person's order. */
export const Means = z.object({
  references: z.array(ContractReference).default([]),
  team: z.array(TeamMember).default([]),
  equipment: z.array(Equipment).default([]),
  headcounts: z.array(Headcount).default([]),
});
export type Means = z.infer<typeof Means>;
export const MEANS_KINDS = ["references", "team", "equipment", "headcounts"] as const satisfies readonly (keyof Means)[];
export type MeansKind = (typeof MEANS_KINDS)[number];

export const NO_MEANS: Means = { references: [], team: [], equipment: [], headcounts: [] };

/** Means stored on this machine. An entry that does not match our format is dropped alone; the others stay. */
export const KeptMeans: z.ZodType<Means> = z
  .object(Object.fromEntries(MEANS_KINDS.map((kind) => [kind, z.array(z.unknown()).catch([])])))
  .transform((kept) => {
    const readable = (kind: MeansKind) => {
      const { element } = Means.shape[kind].unwrap() as z.ZodArray<z.ZodType>;
      return (kept[kind] ?? []).filter((one) => element.safeParse(one).success);
    };
    return Means.parse(Object.fromEntries(MEANS_KINDS.map((kind) => [kind, readable(kind)])));
  });

/** Ids of the means shown for one consultation, in the chosen order. */
export const MeansChoice = z.object({
  references: z.array(z.string()).default([]),
  team: z.array(z.string()).default([]),
  equipment: z.array(z.string()).default([]),
  headcounts: z.array(z.string()).default([]),
  /** The consultation's subject as the person typed it; references are sorted by it. */
  aim: z.object({ cpv: z.string().optional(), amount: z.number().positive().optional() }).default({}),
});
export type MeansChoice = z.infer<typeof MeansChoice>;

/** A choice in which nothing is chosen yet. */
export const NO_CHOICE: MeansChoice = { references: [], team: [], equipment: [], headcounts: [], aim: {} };

/** The chosen means, in the order of the choice; those that were deleted since are left out. */
export function chosenMeans(means: Means, choice: MeansChoice): Means {
  const pick = <Kind extends MeansKind>(kind: Kind) =>
    choice[kind].flatMap((id) => (means[kind] as readonly { readonly id: string }[]).filter((one) => one.id === id)) as Means[Kind];
  return { references: pick("references"), team: pick("team"), equipment: pick("equipment"), headcounts: pick("headcounts") };
}

/** One change to the stored means: an entry that replaces the one with the same id, or a removal. */
export const MeansChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("references"), put: ContractReference }),
  z.object({ kind: z.literal("team"), put: TeamMember }),
  z.object({ kind: z.literal("equipment"), put: Equipment }),
  z.object({ kind: z.literal("headcounts"), put: Headcount }),
  z.object({ kind: z.literal("remove"), of: z.enum(MEANS_KINDS), id: z.string() }),
]);
export type MeansChange = z.infer<typeof MeansChange>;

/** The means after one change: an entry replaced by id, added or removed. */
export function withChange(means: Means, change: MeansChange): Means {
  if (change.kind === "remove") {
    const { of, id } = change;
    return { ...means, [of]: (means[of] as readonly { readonly id: string }[]).filter((one) => one.id !== id) };
  }
  const { kind, put } = change;
  const before = means[kind] as readonly { readonly id: string }[];
  const isThere = before.some(({ id }) => id === put.id);
  return { ...means, [kind]: isThere ? before.map((one) => (one.id === put.id ? put : one)) : [...before, put] };
}

/** Merges two lists of one company: where an id is in both, the first wins. */
export function joinedMeans(first: Means, second: Means): Means {
  const both = <Entry extends { readonly id: string }>(one: readonly Entry[], other: readonly Entry[]) => [
    ...one,
    ...other.filter(({ id }) => one.every((known) => known.id !== id)),
  ];
  return {
    references: both(first.references, second.references),
    team: both(first.team, second.team),
    equipment: both(first.equipment, second.equipment),
    headcounts: both(first.headcounts, second.headcounts),
  };
}
