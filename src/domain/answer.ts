/**
 * How a source ended: the heart of the domain. The proxy sends it, the extension parses it with the same schema.
 * Expected failures are values of this type; an exception is a bug.
 */
import { z } from "zod";
import { FIELD_KEYS, FIELDS, type FieldKey, type FieldType, type FieldValue } from "./fields.ts";
import { PIECE_KINDS, type PieceKind } from "./pieces.ts";
import { isSiret } from "./siret.ts";
import { isDay } from "./time.ts";

/** An existing calendar day, "2026-05-31". */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, "day");
/** An instant, ISO 8601 with "Z". */
export const Instant = z.iso.datetime();
export const Siret = z.string().refine(isSiret, "siret");
/** The canonical value of any field. */
export const Scalar = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof Scalar>;
export const FieldKeySchema = z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]);
export const PieceKindSchema = z.enum(PIECE_KINDS as [PieceKind, ...PieceKind[]]);

const VALUE_SCHEMAS: Record<FieldType, z.ZodType> = {
  text: z.string().min(1),
  longText: z.string().min(1),
  choice: z.string().min(1),
  email: z.string().min(3),
  phone: z.string().min(3),
  url: z.url(),
  year: z.string().regex(/^\d{4}$/),
  date: Day,
  boolean: z.boolean(),
  integer: z.number().int(),
  amount: z.number(),
  percent: z.number().min(0).max(100),
};

/** What one source knows, by field. A field that the source does not know is absent, never empty. */
export type Facts = { [K in FieldKey]?: FieldValue<K> };

/** The schema of one field's canonical value, from the catalogue's type and format. */
export function valueSchemaOf(key: FieldKey): z.ZodType {
  const definition: { type: FieldType; format?: RegExp } = FIELDS[key];
  const base = VALUE_SCHEMAS[definition.type];
  const format = definition.format;
  return format === undefined ? base : base.refine((value) => typeof value === "string" && format.test(value), "format");
}

export const Facts: z.ZodType<Facts> = z
  .strictObject(Object.fromEntries(FIELD_KEYS.map((key) => [key, valueSchemaOf(key).optional()])))
  .transform((facts) => facts as Facts);

/**
 * How far to trust a source, most trusted first: the keeper of the register, another body that answers for its own
 * data, one that repeats others.
 */
export const TRUSTS = ["register", "official", "aggregator"] as const;
export type Trust = (typeof TRUSTS)[number];

/** Where an answer comes from. `endpoint` is the path without secrets; `cached` when the proxy answered from its own copy. */
export const Provenance = z.object({
  source: z.string(),
  /** The organisation that holds the data, by the name that bidders know: "URSSAF", "INSEE". */
  provider: z.string(),
  endpoint: z.string(),
  fetchedAt: Instant,
  cached: z.boolean(),
  /** Absent in answers kept by an older version, and in a proxy's own. */
  trust: z.enum(TRUSTS).optional(),
  /** Whether the source answers about the establishment asked or about its whole company. */
  keyedBy: z.enum(["siren", "siret"]).optional(),
  /** True when an open source stands in for an official one that is down. */
  standIn: z.boolean().optional(),
});
export type Provenance = z.infer<typeof Provenance>;

/** Where the end of validity comes from: read in the document, given by the source, computed by a rule of ours, or unknown. */
export const ValidityBasis = z.enum(["document", "source", "computed", "unknown"]);

/**
 * A document that a source can deliver. It holds no address: its bytes are asked for by its number `n`,
 * `GET /v1/companies/{siret}/sources/{id}/documents/{n}`.
 */
export const PieceRef = z.object({
  n: z.number().int().min(0),
  kind: PieceKindSchema,
  title: z.string(),
  /** The establishment or company that it certifies. */
  siret: z.string().optional(),
  issuedOn: Day.optional(),
  validFrom: Day.optional(),
  validUntil: Day.optional(),
  /** When a part of what it certifies ends before `validUntil`: the first such day still to come. */
  partUntil: Day.optional(),
  validityBasis: ValidityBasis,
  securityCode: z.string().optional(),
  /** Closing day of the accounts, for `bilans`. */
  closingOn: Day.optional(),
  /** The page where a person can check the document, when the source gives one. */
  publicUrl: z.url().optional(),
  /** False when the list only says that the document exists (a web page, a link that needs an account). */
  downloadable: z.boolean(),
  sha256: z.string().optional(),
});
export type PieceRef = z.infer<typeof PieceRef>;

/** One certification, qualification or regularity, with or without a document. */
export const Certification = z.object({
  kind: PieceKindSchema,
  label: z.string(),
  code: z.string().optional(),
  body: z.string().optional(),
  validFrom: Day.optional(),
  validUntil: Day.optional(),
  validityBasis: ValidityBasis,
  /** `true` held; `false` explicitly not held, or over (`validUntil` is past); `null` not declared: never shown as "no". */
  held: z.boolean().nullable(),
  rge: z.boolean().optional(),
  details: z.array(z.string()).optional(),
  url: z.url().optional(),
});
export type Certification = z.infer<typeof Certification>;

/** A finding that the bidder must know (insolvency notice, closed establishment). It informs; it declares nothing for the bidder. */
export const Notice = z.object({
  kind: z.enum([
    "procedureCollective",
    "sanction",
    "radiation",
    "etablissementFerme",
    "uniteCessee",
    "siretRedirige",
    "diffusionPartielle",
    "groupeFiscal",
    "observation",
  ]),
  /** `open` procedure, `plan` being carried out, `closed`, or `toVerify` when the notices do not settle it. */
  status: z.enum(["open", "plan", "closed", "toVerify", "info"]),
  title: z.string(),
  text: z.string().optional(),
  on: Day.optional(),
  url: z.url().optional(),
  /** The SIRET to use instead, for `siretRedirige` and `etablissementFerme`. */
  siret: z.string().optional(),
});
export type Notice = z.infer<typeof Notice>;

/** A natural or legal person who directs the company. */
export const Dirigeant = z.object({
  nom: z.string().optional(),
  prenom: z.string().optional(),
  denomination: z.string().optional(),
  siren: z.string().optional(),
  qualite: z.string().optional(),
  /** "1975-05"; sources give month and year only. */
  naissance: z.string().optional(),
});
export type Dirigeant = z.infer<typeof Dirigeant>;

/**
 * A field for which the source lists several values in force, or none. No other source settles it then: the person
 * chooses, or it stays empty.
 */
export const Choice = z.object({ field: z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]), values: z.array(z.string().min(1)) });
export type Choice = z.infer<typeof Choice>;

/** The accounts deposited at the registry, as a list. */
export const Depot = z.object({
  type: z.enum(["acte", "bilan"]),
  title: z.string(),
  decisions: z.array(z.string()).optional(),
  depositedOn: Day.optional(),
  closingOn: Day.optional(),
  /** Number of the document in `documents`. */
  n: z.number().int().min(0).optional(),
});
export type Depot = z.infer<typeof Depot>;

/**
 * A public contract that the company was awarded, as its buyer published it. It proves no performance, and its absence proves nothing: small
 * contracts are not published.
 */
export const PublishedContract = z.object({
  /** Its numbers: services that repeat a contract may give it other ones. */
  ids: z.array(z.string().min(1)).min(1),
  buyerSiret: Siret.optional(),
  buyerName: z.string().min(1).optional(),
  objet: z.string().min(1),
  /** True when characters were lost and restored: the text is to be checked. */
  spoilt: z.boolean(),
  /** Without its check digit. */
  cpv: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  /** Day of the award, never of a change. */
  notifiedOn: Day.optional(),
  /** Present duration, in months. */
  months: z.number().int().min(1).optional(),
  /** Present amount, in euros without tax. Never an estimate or a filler. */
  amount: z.number().positive().optional(),
  /** The award's own figures, when a change followed. */
  awarded: z.object({ amount: z.number().positive().optional(), months: z.number().int().min(1).optional() }).optional(),
  /** Day of the last change. */
  changedOn: Day.optional(),
  /** The amount is that of a whole group: the company's share is not published. */
  shared: z.boolean(),
  /** The amount is the most that may be ordered. */
  maximum: z.boolean(),
});
export type PublishedContract = z.infer<typeof PublishedContract>;

/**
 * Why, as a stable code: one French sentence each in the messages. Never a raw message of the provider.
 * `detail` completes the sentence (a date, a name); it never holds a secret.
 */
export const REASONS = [
  "urssaf.refus",
  "urssaf.horsPerimetre",
  "urssaf.analyseManuelle",
  "urssaf.traitementEnCours",
  "dgfip.nonDelivrable",
  "dgfip.pasDeChiffreAffaires",
  "comptes.nonPublies",
  "cibtp.nonAJour",
  "cibtp.nonAffilie",
  "cnetp.nonDelivrable",
  "probtp.nonDelivrable",
  "probtp.nonAJour",
  "probtp.indetermine",
  "msa.nonAJour",
  "msa.enCours",
  "fntp.pasDeCarte",
  "qualification.aucune",
  "registre.inconnu",
  "insee.inconnu",
  "insee.nonDiffusible",
  "liste.absent",
  "bodacc.aucuneAnnonce",
  "decp.aucunMarche",
  "boamp.aucunMarche",
  "source.aucuneDonnee",
  "provider.unavailable",
  "provider.timeout",
  "provider.maintenance",
  "provider.rateLimited",
  "provider.badDocument",
  "network.refused",
  "network.offline",
  "network.dns",
  "network.interrupted",
  "network.tooLarge",
  "quota.waiting",
  "inFlight",
  "proxy.unreachable",
  "proxy.noRight",
  "proxy.signInNeeded",
  "proxy.otherCompany",
  "proxy.modeOpen",
  "proxy.tokenRejected",
  "request.invalid",
  "request.delegation",
  "shape.unexpected",
  "shape.notJson",
  "link.expired",
] as const;
export const Reason = z.enum(REASONS);
export type Reason = z.infer<typeof Reason>;

const base = {
  siret: Siret,
  reason: Reason.optional(),
  detail: z.string().optional(),
  facts: Facts.prefault({}),
  pieces: z.array(PieceRef).default([]),
  certifications: z.array(Certification).default([]),
  notices: z.array(Notice).default([]),
  dirigeants: z.array(Dirigeant).default([]),
  depots: z.array(Depot).default([]),
  contracts: z.array(PublishedContract).default([]),
  choices: z.array(Choice).default([]),
  provenance: Provenance,
};

export const Answer = z.discriminatedUnion("state", [
  z.object({ ...base, state: z.literal("delivered") }),
  /** The source says no: URSSAF `refus_de_delivrance`, CIBTP unpaid. */
  z.object({ ...base, state: z.literal("refused") }),
  /** The source is working on it; ask again at `until`. */
  z.object({ ...base, state: z.literal("pending"), until: Instant }),
  /** The source does not cover such companies. */
  z.object({ ...base, state: z.literal("outOfScope") }),
  /** Nothing found. Never a proof of non-compliance. */
  z.object({ ...base, state: z.literal("notFound") }),
  /** The source or the network failed; `retryAt` when a time is known. */
  z.object({ ...base, state: z.literal("unavailable"), retryAt: Instant.optional() }),
  /** This proxy holds no right to it, or the user has not proven to act for the company. */
  z.object({ ...base, state: z.literal("notPermitted") }),
  /** The answer does not match the contract: a fault to report, nothing is used. */
  z.object({ ...base, state: z.literal("unexpectedShape") }),
]);
export type Answer = z.infer<typeof Answer>;

/** What an answer holds when the source gave nothing but its state. */
export function nothingGiven(): Pick<
  Answer,
  "facts" | "pieces" | "certifications" | "notices" | "dirigeants" | "depots" | "contracts" | "choices"
> {
  return { facts: {}, pieces: [], certifications: [], notices: [], dirigeants: [], depots: [], contracts: [], choices: [] };
}
export type AnswerState = Answer["state"];
export const ANSWER_STATES = [
  "delivered",
  "refused",
  "pending",
  "outOfScope",
  "notFound",
  "unavailable",
  "notPermitted",
  "unexpectedShape",
] as const satisfies readonly AnswerState[];

/** The states that the company's own situation decides: any other only says that its source could not be read. */
export const DECIDED_STATES: ReadonlySet<AnswerState> = new Set(["delivered", "refused", "outOfScope", "notFound"]);
