/**
 * What a company shows of its capacities: contracts that it performed (its « références »), its people, its equipment, its headcount. Entered
 * once, kept in the coffre, chosen for each consultation.
 */
import { z } from "zod";
import { Day } from "./answer.ts";

/** What a contract is about, as the directives divide them. */
export const NATURES = ["works", "supplies", "services"] as const;
export const Nature = z.enum(NATURES);
export type Nature = z.infer<typeof Nature>;

const Text = z.string().max(500);
/** Years that a headcount is told of. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;
const Year = z.number().int().min(FIRST_YEAR).max(LAST_YEAR);

/** Of the client, for this contract: never the company's own. */
export const ReferenceContact = z.object({ name: Text.optional(), phone: Text.optional(), email: Text.optional() });

export const ContractReference = z.object({
  id: z.string().min(1),
  /** The client, and what was done for it. */
  client: z.string().min(1).max(500),
  objet: z.string().min(1).max(2000),
  nature: Nature.optional(),
  cpv: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  /** Euros without tax; absent: not known, and not told. */
  amount: z.number().positive().optional(),
  /** The amount is that of a whole group; it is the most that may be ordered. */
  shared: z.boolean().optional(),
  maximum: z.boolean().optional(),
  notifiedOn: Day.optional(),
  /** Months, as published. */
  months: z.number().int().min(1).optional(),
  /** When it was performed, as the person tells. */
  from: Day.optional(),
  until: Day.optional(),
  contact: ReferenceContact.default({}),
  /** The client's certificate, in the coffre. */
  pieceId: z.string().optional(),
  /** Where it was published, under which numbers, and the day that was read; absent: entered by hand. */
  published: z.object({ provider: z.string(), ids: z.array(z.string()).min(1), readOn: Day }).optional(),
  /** Of what was published: what the person wrote instead. */
  typed: z.array(z.enum(["client", "objet", "amount"])).optional(),
});
export type ContractReference = z.infer<typeof ContractReference>;

export const TeamMember = z.object({
  id: z.string().min(1),
  lastName: z.string().min(1).max(200),
  firstName: Text.optional(),
  /** What they do: "Conducteur de travaux". */
  role: Text.optional(),
  /** Diplomas, titles, authorisations. */
  qualifications: Text.optional(),
  /** Years. */
  experience: z.number().int().min(0).max(70).optional(),
  /** One of those who lead. */
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

/** Of one year: the average headcount, and how many of them lead. */
export const Headcount = z.object({
  id: z.string().min(1),
  year: Year,
  average: z.number().int().min(0).optional(),
  leaders: z.number().int().min(0).optional(),
});
export type Headcount = z.infer<typeof Headcount>;

/** One list a kind; in the order of the person. */
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

/** Means kept on this machine: an entry of another form than ours goes alone, the others stay. */
export const KeptMeans: z.ZodType<Means> = z
  .object(Object.fromEntries(MEANS_KINDS.map((kind) => [kind, z.array(z.unknown()).catch([])])))
  .transform((kept) => {
    const readable = (kind: MeansKind) => {
      const { element } = Means.shape[kind].unwrap() as z.ZodArray<z.ZodType>;
      return (kept[kind] ?? []).filter((one) => element.safeParse(one).success);
    };
    return Means.parse(Object.fromEntries(MEANS_KINDS.map((kind) => [kind, readable(kind)])));
  });

/** What is shown for one consultation, by its ids, in the order chosen. */
export const MeansChoice = z.object({
  references: z.array(z.string()).default([]),
  team: z.array(z.string()).default([]),
  equipment: z.array(z.string()).default([]),
  headcounts: z.array(z.string()).default([]),
  /** What the consultation is about, by which references are put in order; as the person told. */
  aim: z.object({ cpv: z.string().optional(), amount: z.number().positive().optional() }).default({}),
});
export type MeansChoice = z.infer<typeof MeansChoice>;

/** Nothing is chosen. */
export const NO_CHOICE: MeansChoice = { references: [], team: [], equipment: [], headcounts: [], aim: {} };

/** Those chosen, in the order of the choice; what is no more kept is left out. */
export function chosenMeans(means: Means, choice: MeansChoice): Means {
  const pick = <Kind extends MeansKind>(kind: Kind) =>
    choice[kind].flatMap((id) => (means[kind] as readonly { readonly id: string }[]).filter((one) => one.id === id)) as Means[Kind];
  return { references: pick("references"), team: pick("team"), equipment: pick("equipment"), headcounts: pick("headcounts") };
}

/** One change of what is kept: an entry put in place of that of the same id, or taken away. */
export const MeansChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("references"), put: ContractReference }),
  z.object({ kind: z.literal("team"), put: TeamMember }),
  z.object({ kind: z.literal("equipment"), put: Equipment }),
  z.object({ kind: z.literal("headcounts"), put: Headcount }),
  z.object({ kind: z.literal("remove"), of: z.enum(MEANS_KINDS), id: z.string() }),
]);
export type MeansChange = z.infer<typeof MeansChange>;

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

/** Two lists of one company as one: of an id in both, what stands in the first. */
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
