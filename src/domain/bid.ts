/** How a company bids for one consultation: alone or in a group, for which lots. It holds only what the person chose. */
import { z } from "zod";
import { Abroad } from "./abroad.ts";
import { Instant, Siret } from "./answer.ts";
import { KeptFacts } from "./coffre.ts";

export const GROUP_FORMS = ["conjoint", "solidaire"] as const;

const Lot = z.object({ numero: z.string().min(1), intitule: z.string().optional() });

/** A lot's number without the word and the zeros that some write before it: "LOT-0002" and "02" are 2. */
export function plainLotNumber(numero: string): string {
  return numero
    .toLowerCase()
    .replace(/^lot[\s-]*/, "")
    .replace(/^0+(?=\d)/, "");
}

/** True when one of the numbers is the lot's, however each is written. */
export function isLotAmong(numero: string, numbers: readonly string[]): boolean {
  return numbers.some((one) => plainLotNumber(one) === plainLotNumber(numero));
}

/** The bid's lots, and the member's own where the bid has none of them: they are then the person's to remove. */
export function lotsOffered<Of extends { readonly numero: string }>(
  own: readonly string[],
  lots: readonly Of[],
): readonly (Of | { readonly numero: string })[] {
  const isIn = lots.some(({ numero }) => isLotAmong(numero, own));
  return isIn ? lots : [...lots, ...own.map((numero) => ({ numero }))];
}

/** The whole market (it has no lots), all its lots, or some. */
export const Portee = z.discriminatedUnion("sur", [
  z.object({ sur: z.literal("marche") }),
  z.object({ sur: z.literal("tousLots") }),
  z.object({ sur: z.literal("lots"), lots: z.array(Lot) }),
]);
export type Portee = z.infer<typeof Portee>;

/** `alone` · `lead`: the mandataire of a group · `member` of a group that another one leads. */
export const BID_ROLES = ["alone", "lead", "member"] as const;

/** What a public source says of another company, and when. */
export const PartyFacts = z.object({ facts: KeptFacts, source: z.string(), provider: z.string(), at: Instant });
export type PartyFacts = z.infer<typeof PartyFacts>;

/** Another company of the bid. `name`: as the person typed it; `known`: what a public source says of its SIRET. */
const Party = z.object({ siret: Siret, name: z.string(), known: PartyFacts.optional() });

/** One established outside France, without a SIRET. */
const PartyAbroad = Abroad.extend({ name: z.string().min(1) });

/** `performs`: the nature of its services, as typed · `reliedOn`: the bid relies on its capacities too. */
const Declared = z.object({ performs: z.string(), reliedOn: z.boolean() });

/** Per cent of the contract, as the person typed it; `null`: not said. */
const Share = z.number().min(0).max(100).nullable();

/** What a member of a group carries out, as the person typed it; "": not said. `lots`: numbers of those it bids for; none: all of the bid's. */
export const Task = z.object({ performs: z.string().default(""), share: Share.default(null), lots: z.array(z.string()).default([]) });
export type Task = z.infer<typeof Task>;
export const NO_TASK: Task = { performs: "", share: null, lots: [] };

export const Bid = z.object({
  role: z.enum(BID_ROLES).nullable(),
  groupForm: z.enum(GROUP_FORMS).nullable(),
  /** For a « groupement conjoint »: whether its mandataire is liable for all members. */
  leadAnswersForAll: z.boolean().nullable(),
  /** What this company carries out in the group. */
  task: Task.default(NO_TASK),
  /** The other members of the group. The mandataire comes first, unless it is this company. */
  others: z.array(Party.extend({ task: Task.default(NO_TASK) })),
  /** Each has its own DC4. One without a SIRET is known by what the person typed alone. */
  subcontractors: z.array(z.union([Party.extend(Declared.shape), PartyAbroad.extend(Declared.shape)])).default([]),
  portee: Portee.nullable(),
  /** As the person says: the capacities asked differ from one lot to another: each lot has its own DC2. */
  needsPerLot: z.boolean().default(false),
});
export type Bid = z.infer<typeof Bid>;

/** A bid in which nothing is chosen yet. */
export const NO_BID: Bid = {
  role: null,
  groupForm: null,
  leadAnswersForAll: null,
  task: NO_TASK,
  others: [],
  subcontractors: [],
  portee: null,
  needsPerLot: false,
};

/** The forms made from the dossier, in the order of a candidature; `recap`: the summary of its contents. */
export const FORM_KINDS = ["dc1", "dc2", "dc4", "dume", "recap"] as const;
export const FormKind = z.enum(FORM_KINDS);
export type FormKind = z.infer<typeof FormKind>;

/** A form made from the dossier. Its bytes are on the shelf. */
export const MadeForm = z.object({
  /** Key on the shelf. */
  key: z.string(),
  kind: FormKind,
  title: z.string(),
  fileName: z.string(),
  mediaType: z.enum(["application/pdf", "application/xml"]),
  sha256: z.string(),
  /** Bytes. */
  size: z.number().int().min(0),
  pages: z.number().int().min(0),
  /** What is left to the person: labels of empty fields, or results of the form's check. In French, like the form. */
  left: z.array(z.string()),
  /** How many sworn statements only a person may tick. */
  sworn: z.number().int().min(0),
  /** For a summary: ids of the dossier's documents that it lists. */
  lists: z.array(z.string()).optional(),
});
export type MadeForm = z.infer<typeof MadeForm>;

/** The forms of one company for one consultation. */
export const MadeForms = z.object({
  /** The situation's key for the company and the consultation. */
  work: z.string(),
  /** The tab in which they were made. */
  tabId: z.number().int().nullable(),
  at: Instant,
  /** What the dossier knew when they were made (`src/dossier/made-forms.ts`): once that changes, they are no longer used. */
  basis: z.string(),
  files: z.array(MadeForm),
});
export type MadeForms = z.infer<typeof MadeForms>;

/** Name of the file embedded in a form made here: it says where each value comes from. */
export const RECORD_NAME = "origine-des-renseignements.json";
