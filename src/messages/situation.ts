/** Everything a screen shows of one tab, made by the background and only read by screens. */
import { z } from "zod";
import { isSafeAddress } from "../domain/addresses.ts";
import { ANSWER_STATES, FieldKeySchema, Instant, PieceKindSchema, Reason, Scalar } from "../domain/answer.ts";
import { Consultation } from "../domain/consultation.ts";
import { Dossier, Origin } from "../domain/dossier.ts";
import { TaughtForm } from "../domain/lessons.ts";
import { PreparedDossier } from "../domain/prepared.ts";
import { ServiceMode, SignedInPerson, SourceStatus } from "../domain/service.ts";
import { ControlReport, Doubt, FillOutcomeSchema, ListCellSchema } from "./page.ts";

/** Who answers: a proxy at an address, or the open sources asked directly. */
export const ServiceChoice = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("proxy"),
    url: z
      .url()
      .refine(isSafeAddress)
      .transform((url) => url.replace(/\/+$/, "")),
  }),
  z.object({ kind: z.literal("open") }),
]);
export type ServiceChoice = z.infer<typeof ServiceChoice>;

/** The language of the screens; `auto`: the browser's. */
export const LanguageChoice = z.enum(["auto", "fr", "en"]);
export type LanguageChoice = z.infer<typeof LanguageChoice>;

/** Why nothing can be asked at all. */
export const ServiceTrouble = z.enum(["unreachable", "notOurs"]);
export type ServiceTrouble = z.infer<typeof ServiceTrouble>;

/** The public services asked from this browser: their names, and the match patterns that the person has not let it reach yet. */
export const PublicServices = z.object({ names: z.array(z.string()), origins: z.array(z.string()) });
export type PublicServices = z.infer<typeof PublicServices>;

const ServiceView = z.object({
  choice: ServiceChoice,
  /** Chosen by the organisation that manages the browser: the person cannot choose another. */
  managed: z.boolean(),
  /** `null` where a service of an organisation is asked instead. */
  publicServices: PublicServices.nullable(),
  mode: ServiceMode.nullable(),
  trouble: ServiceTrouble.nullable(),
  /** Some sources answer only a person of the company. */
  signInNeeded: z.boolean(),
  person: SignedInPerson.nullable(),
  /** Fictitious companies to try, in démo mode. */
  samples: z.array(z.object({ siret: z.string(), name: z.string(), situation: z.string() })),
});

/** One source on the screen. `asking` until its first answer; `busy` while a known answer is asked for again. */
export const SourceLine = SourceStatus.pick({
  id: true,
  provider: true,
  label: true,
  labelEn: true,
  block: true,
  access: true,
  pieceKinds: true,
}).extend({
  state: z.enum([...ANSWER_STATES, "asking"]),
  busy: z.boolean(),
  reason: Reason.optional(),
  detail: z.string().optional(),
  /** When it will be asked again. */
  nextAt: Instant.optional(),
  fetchedAt: Instant.optional(),
  cached: z.boolean().optional(),
  standIn: z.boolean().optional(),
  facts: z.number().int(),
  pieces: z.number().int(),
});
export type SourceLine = z.infer<typeof SourceLine>;

/**
 * One control of the page that asks a field. `ready` will be filled · `missing` nothing known to put there · `filled` done by us ·
 * `already` held the right value · `left` not touched, with the reason.
 */
export const FieldLine = z.object({
  frameId: z.number().int(),
  id: z.string(),
  /** The other controls of the same question: the buttons of one group. */
  also: z.array(z.string()),
  field: FieldKeySchema,
  pageLabel: z.string(),
  heading: z.string().optional(),
  required: z.boolean(),
  status: z.enum(["ready", "proposed", "missing", "filled", "already", "left"]),
  /** What the person may say of the control: any field, or only whether what was read goes there. */
  teachable: z.enum(["anything", "asRead"]).optional(),
  /** Who said what it asks, where it is not as it was read. */
  taught: z.enum(["person", "map"]).optional(),
  /** Of `proposed`: why a person is asked first. */
  doubts: z.array(Doubt).readonly().optional(),
  value: Scalar.optional(),
  origin: Origin.optional(),
  written: z.string().optional(),
  /** Of `filled`: the person changed it in the page since. */
  edited: z.boolean().optional(),
  reason: z.union([FillOutcomeSchema.shape.reason.unwrap(), z.enum(["disabled", "sworn", "otherParty"])]).optional(),
});
export type FieldLine = z.infer<typeof FieldLine>;

/** A control that the page requires and nobody has answered. */
export const RemainingLine = z.object({ frameId: z.number().int(), id: z.string(), label: z.string() });
export type RemainingLine = z.infer<typeof RemainingLine>;

/** A control where nothing will be written, of which the person may say what it asks. */
export const UnreadLine = RemainingLine.extend({
  /** What the person may name: a field, or the piece of a place for files. */
  may: z.enum(["anything", "aPiece"]),
  heading: z.string().optional(),
  /** The person, or a map, said that nothing goes there. */
  taught: z.enum(["person", "map"]).optional(),
});
export type UnreadLine = z.infer<typeof UnreadLine>;

/** One cell of a list of the page that is not the company itself. `empty`: nothing stands there. */
export const ListLine = z.object({
  frameId: z.number().int(),
  id: z.string(),
  cell: ListCellSchema,
  type: ControlReport.shape.type,
  pageLabel: z.string(),
  empty: z.boolean(),
  /** What names the company of its row. */
  holds: z.string().optional(),
});
export type ListLine = z.infer<typeof ListLine>;

/**
 * Why a slot has no document yet: its source `asking` has not answered · `refused` says no · `waiting` prepares it or is asked again ·
 * `signIn` answers a signed-in person only · `notObtained` was to bring it and did not · `toConfirm` a document of the coffre awaits the
 * person's word · `canBeMade` a form that is made of the dossier.
 */
const SlotWhy = z.object({
  state: z.enum(["asking", "refused", "waiting", "signIn", "notObtained", "toConfirm", "canBeMade"]),
  sourceId: z.string().optional(),
  provider: z.string().optional(),
  reason: Reason.optional(),
  nextAt: Instant.optional(),
});

/**
 * One place of the page that takes files. `ready` one obvious choice · `ask` several could go: the person says · `missing` we hold none ·
 * `attached` done by us · `failed` the page did not take it · `taken` it already holds a file.
 */
export const SlotLine = z.object({
  frameId: z.number().int(),
  id: z.string(),
  kind: PieceKindSchema,
  pageLabel: z.string(),
  heading: z.string().optional(),
  required: z.boolean(),
  /** The person may say which piece it asks. */
  teachable: z.boolean().optional(),
  /** Who said what it asks, where it is not as it was read. */
  taught: z.enum(["person", "map"]).optional(),
  accept: z.string().optional(),
  maxSize: z.object({ bytes: z.number().positive(), said: z.string() }).optional(),
  status: z.enum(["ready", "ask", "missing", "attached", "failed", "taken"]),
  /**
   * What the person may say. `nothing` there is nothing to choose · `one` which candidate goes there · `several` which of them ·
   * `whole` which of them go into one file made now, or which files prepared before go instead.
   */
  choice: z.enum(["nothing", "one", "several", "whole"]),
  /** The host of another site that its form sends to: then nothing goes there unless the person chooses it. */
  sendsTo: z.string().optional(),
  /** What will be attached, in order: ids of the dossier's pieces. */
  proposed: z.array(z.string()),
  /** What could be attached. */
  candidates: z.array(z.string()),
  /** What the pieces are made into where the slot takes the whole candidature; `null` where they go as they are. */
  made: z.enum(["pdf", "zip"]).nullable(),
  /** Names of the files attached by us. */
  files: z.array(z.string()),
  /** Of `missing` and `failed`, when there is more to say than that. */
  why: SlotWhy.optional(),
  /** Files of the prepared dossier that may go there instead: each entry, keys of files that go together. */
  prepared: z.array(z.array(z.string())),
});
export type SlotLine = z.infer<typeof SlotLine>;

export const PageView = z.object({
  host: z.string(),
  portal: z.string().nullable(),
  kind: z.enum(["identification", "registration", "candidature", "upload"]).nullable(),
  detected: z.boolean(),
  /** Where nothing is detected: why a frame of the page was left alone. */
  unread: z.enum(["tooMany", "tooDeep"]).optional(),
  /** Names the documents of the page's frames: another name, another page. */
  document: z.string(),
  consultation: Consultation.nullable(),
  /** SIRETs that the page itself says to be the bidder's. */
  sirets: z.array(z.string()),
});
export type PageView = z.infer<typeof PageView>;

/** `noCompany` choose one · `unreachable` nobody answers and nothing is known · `blocked` the establishment cannot bid as it is · then the work itself. */
export const Stage = z.enum(["noCompany", "unreachable", "blocked", "noForm", "collecting", "ready", "filled"]);
export type Stage = z.infer<typeof Stage>;

/** The project's data of forms: the package's, a signed file's that the person took in, or their organisation's. */
export const IssuedView = z.object({
  from: z.enum(["package", "file", "organisation"]),
  version: z.number().int(),
  issuedOn: z.string(),
  forms: z.number().int(),
  sites: z.number().int(),
});
export type IssuedView = z.infer<typeof IssuedView>;

/** Why a data file is not followed. */
export const DataProblem = z.enum([
  "tooLarge",
  "notJson",
  "notData",
  "otherVersion",
  "badSignature",
  "notNewer",
  "packageNewer",
  "settled",
]);
export type DataProblem = z.infer<typeof DataProblem>;

export const Situation = z.object({
  stage: Stage,
  /** No public register knows the SIRET. */
  unknown: z.boolean(),
  service: ServiceView,
  company: z.object({ siret: z.string(), name: z.string().nullable() }).nullable(),
  companies: z.array(z.object({ siret: z.string(), name: z.string().nullable() })),
  page: PageView.nullable(),
  fields: z.array(FieldLine),
  /** How many fields may still be known, from sources that have not answered. */
  coming: z.number().int(),
  remaining: z.array(RemainingLine),
  unread: z.array(UnreadLine),
  slots: z.array(SlotLine),
  /** Cells of the page's lists of references and people. */
  lists: z.array(ListLine),
  sources: z.array(SourceLine),
  dossier: Dossier.nullable(),
  /** Names what is done for this company and this consultation; `null` while no company is chosen. */
  work: z.string().nullable(),
  /** What the person prepared for it. */
  prepared: PreparedDossier.nullable(),
  undoable: z.boolean(),
  /** Pieces that the person went to obtain for this company, and that the coffre has not got since. */
  awaited: z.array(PieceKindSchema),
  /** The coffre waits for its passphrase: its documents are not in the dossier. */
  coffreLocked: z.boolean(),
  /** What was kept of the person's choices does not open: this browser's secret is gone. It is put aside at the next choice. */
  choicesLost: z.boolean(),
  /** What the person typed while the coffre was closed serves at once, and waits for it to be kept there. */
  entriesWait: z.boolean(),
  reminders: z.boolean(),
  readsScans: z.boolean(),
  /** Days for which the coffre keeps prepared dossiers. */
  keepsPrepared: z.number().int(),
  language: LanguageChoice,
  portalsOff: z.array(z.string()),
  /** The choices above that are the organisation's, where one manages this browser. */
  settled: z.array(z.enum(["service", "reminders", "portalsOff"])),
  /** What was taught of forms, the latest first. */
  taught: z.array(TaughtForm),
  data: IssuedView,
});
export type Situation = z.infer<typeof Situation>;
