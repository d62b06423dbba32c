/** Everything known of a company, with where each part comes from. `src/dossier` assembles it; screens read it. */
import { z } from "zod";
import {
  Certification,
  Day,
  Depot,
  Dirigeant,
  FieldKeySchema,
  Instant,
  Notice,
  PieceRef,
  Provenance,
  PublishedContract,
  Scalar,
} from "./answer.ts";
import { SeenCode } from "./seen-code.ts";
import { RULE_IDS, type RuleId, VALIDITY_STATUSES } from "./validity.ts";

/** Where a value comes from. */
export const Origin = z.discriminatedUnion("from", [
  z.object({ from: z.literal("source"), provenance: Provenance }),
  z.object({ from: z.literal("coffre"), pieceId: z.string(), title: z.string() }),
  z.object({ from: z.literal("manual") }),
  /** Computed from other fields of the dossier. */
  z.object({ from: z.literal("derived"), of: z.array(FieldKeySchema) }),
]);
export type Origin = z.infer<typeof Origin>;

export const Proposal = z.object({ value: Scalar, origin: Origin });
export type Proposal = z.infer<typeof Proposal>;

/** The value retained for a field, and the others that were proposed, best first. */
export const DossierValue = Proposal.extend({ alternatives: z.array(Proposal) });
export type DossierValue = z.infer<typeof DossierValue>;

const ValiditySchema = z.object({
  status: z.enum(VALIDITY_STATUSES),
  until: Day.optional(),
  rule: z.enum(RULE_IDS as [RuleId, ...RuleId[]]),
});

/** Its status when the winner is asked for proofs; absent when that day is not known. */
const AtAward = z.enum(VALIDITY_STATUSES).optional();

/** A piece of the dossier, delivered by a source or kept in the coffre. */
export const DossierPiece = PieceRef.omit({ n: true }).extend({
  /** Stable inside one dossier: `<source>#<n>` or the coffre's id. */
  id: z.string(),
  origin: z.discriminatedUnion("from", [
    z.object({ from: z.literal("source"), provenance: Provenance, n: z.number().int().min(0) }),
    z.object({ from: z.literal("coffre"), pieceId: z.string() }),
    /** Made from the dossier for this consultation, or given by another company of the group: `member`. */
    z.object({
      from: z.literal("made"),
      at: Instant,
      mediaType: z.string(),
      member: z.object({ siret: z.string(), name: z.string() }).optional(),
    }),
  ]),
  validity: ValiditySchema,
  atAward: AtAward,
  /** The one to attach; the others of its kind stay visible. */
  chosen: z.boolean(),
  /** Why it cannot be chosen: another company's document, or a reading that the person has not confirmed. */
  barred: z.enum(["otherCompany", "toConfirm"]).optional(),
  /** Its codes as read, not verified. */
  codes: z.array(SeenCode).readonly().optional().catch(undefined),
});
export type DossierPiece = z.infer<typeof DossierPiece>;

/**
 * Something that the bidder must see. `adresse`, `nom`, `naf`, `valeur`: proposals differ · `choix`: several are in force and the person
 * must say which · `etablissementFerme`,
 * `uniteCessee`, `siretRedirige`: the establishment cannot bid as it is · `autreEntreprise`: a document names another company.
 */
export const Conflict = z.object({
  code: z.enum(["adresse", "nom", "naf", "valeur", "choix", "etablissementFerme", "uniteCessee", "siretRedirige", "autreEntreprise"]),
  field: FieldKeySchema.optional(),
  proposals: z.array(Proposal),
  /** The SIRET to use instead, when a source names it. */
  siret: z.string().optional(),
  url: z.string().optional(),
});
export type Conflict = z.infer<typeof Conflict>;

export const Dossier = z.object({
  siret: z.string(),
  /** The day on which pieces are judged: the tender's deadline, or today when that is past or unknown. */
  on: Day,
  /** The estimated day when the winner is asked for proofs: absent without a deadline, and once the deadline is past. */
  awardOn: Day.optional(),
  values: z.partialRecord(FieldKeySchema, DossierValue),
  pieces: z.array(DossierPiece),
  certifications: z.array(Certification.extend({ provenance: Provenance, validity: ValiditySchema, atAward: AtAward })),
  notices: z.array(Notice.extend({ provenance: Provenance })),
  conflicts: z.array(Conflict),
  dirigeants: z.array(Dirigeant.extend({ provenance: Provenance })),
  depots: z.array(Depot.extend({ provenance: Provenance })),
  /** Contracts that the company was awarded, latest first. */
  contracts: z.array(PublishedContract.extend({ provenance: Provenance })),
});
export type Dossier = z.infer<typeof Dossier>;
