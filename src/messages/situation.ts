/** Everything a screen shows of one tab. The background makes it; screens only read it. */
import { z } from "zod";
import { isSafeAddress } from "../domain/addresses.ts";
import { ANSWER_STATES, FieldKeySchema, Instant, PieceKindSchema, Reason, Scalar } from "../domain/answer.ts";
import { Consultation } from "../domain/consultation.ts";
import { Dossier, Origin } from "../domain/dossier.ts";
import { TaughtForm } from "../domain/lessons.ts";
import { PreparedDossier } from "../domain/prepared.ts";
import { ServiceMode, SignedInPerson, SourceStatus } from "../domain/service.ts";
import { ControlReport, Doubt, FillOutcomeSchema, ListCellSchema } from "./page.ts";

/** The service asked: a proxy at an address, or the open sources directly. */
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

/** `offline`: this machine has no network · `silent`: no source that was asked could be reached. */
export const Outage = z.enum(["offline", "silent"]);
export type Outage = z.infer<typeof Outage>;

/** The public services asked from this browser: their names, and the match patterns that the person has not allowed yet. */
export const PublicServices = z.object({ names: z.array(z.string()), origins: z.array(z.string()) });
export type PublicServices = z.infer<typeof PublicServices>;

const ServiceView = z.object({
  choice: ServiceChoice,
  /** Chosen by the organisation that manages the browser: the person cannot choose another. */
  managed: z.boolean(),
  /** `null` when an organisation's proxy is asked instead. */
  publicServices: PublicServices.nullable(),
  mode: ServiceMode.nullable(),
  trouble: ServiceTrouble.nullable(),
  outage: Outage.nullable(),
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
  /** Why it brought nothing when it was last asked: what it told at `fetchedAt` stays. */
  missed: Reason.optional(),
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
 * One control of the page that asks for a field. `ready` will be filled · `missing` its value is unknown · `filled` by us ·
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
  /** What the person may say of the control: any field, or only whether the reading is right. */
  teachable: z.enum(["anything", "asRead"]).optional(),
  /** Who assigned its target, when it differs from the reading. */
  taught: z.enum(["person", "map"]).optional(),
  /** For `proposed`: why the person is asked first. */
  doubts: z.array(Doubt).readonly().optional(),
  value: Scalar.optional(),
  origin: Origin.optional(),
  written: z.string().optional(),
  /** For `filled`: the person has changed it in the page since. */
  edited: z.boolean().optional(),
  reason: z.union([FillOutcomeSchema.shape.reason.unwrap(), z.enum(["disabled", "sworn", "otherParty"])]).optional(),
});
export type FieldLine = z.infer<typeof FieldLine>;

/** A required control that is still empty. */
export const RemainingLine = z.object({ frameId: z.number().int(), id: z.string(), label: z.string() });
export type RemainingLine = z.infer<typeof RemainingLine>;

/** A control where nothing will be written, unless the person says what it asks for. */
export const UnreadLine = RemainingLine.extend({
  /** What the person may assign: a field, or the piece of an upload slot. */
  may: z.enum(["anything", "aPiece"]),
  heading: z.string().optional(),
  /** Set when the person or a map said that nothing goes there. */
  taught: z.enum(["person", "map"]).optional(),
});
export type UnreadLine = z.infer<typeof UnreadLine>;

/** One cell of a page's list about others than the company. `empty`: it holds nothing. */
export const ListLine = z.object({
  frameId: z.number().int(),
  id: z.string(),
  cell: ListCellSchema,
  type: ControlReport.shape.type,
  pageLabel: z.string(),
  empty: z.boolean(),
  /** What names the company of its row. */
  holds: z.string().optional(),
  /** Of a list: several options may be chosen together. */
  multiple: z.boolean().optional(),
});
export type ListLine = z.infer<typeof ListLine>;

/**
 * Why a slot has no document yet. Its source: `asking` has not answered · `refused` says no · `waiting` prepares it or is asked again ·
 * `signIn` answers only a signed-in person · `notObtained` failed to deliver it. `toConfirm`: the person must confirm a document of
 * the coffre · `canBeMade`: a form that can be made from the dossier.
 */
const SlotWhy = z.object({
  state: z.enum(["asking", "refused", "waiting", "signIn", "notObtained", "toConfirm", "canBeMade"]),
  sourceId: z.string().optional(),
  provider: z.string().optional(),
  reason: Reason.optional(),
  nextAt: Instant.optional(),
});

/**
 * One upload slot of the page. `ready` one obvious choice · `ask` the person chooses among several · `missing` no document ·
 * `attached` by us · `failed` the page did not accept it · `taken` it already holds a file.
 */
export const SlotLine = z.object({
  frameId: z.number().int(),
  id: z.string(),
  kind: PieceKindSchema,
  pageLabel: z.string(),
  heading: z.string().optional(),
  required: z.boolean(),
  /** True when the person may say which piece it asks for. */
  teachable: z.boolean().optional(),
  /** Who assigned its target, when it differs from the reading. */
  taught: z.enum(["person", "map"]).optional(),
  accept: z.string().optional(),
  maxSize: z.object({ bytes: z.number().positive(), said: z.string() }).optional(),
  status: z.enum(["ready", "ask", "missing", "attached", "failed", "taken"]),
  /**
   * The person's choice. `nothing` to choose · `one` candidate · `several` candidates ·
   * `whole`: the candidates for one file made now, or prepared files instead.
   */
  choice: z.enum(["nothing", "one", "several", "whole"]),
  /** The other site's host to which its form sends: nothing goes there unless the person chooses it. */
  sendsTo: z.string().optional(),
  /** What will be attached, in order: ids of the dossier's pieces. */
  proposed: z.array(z.string()),
  /** What could be attached. */
  candidates: z.array(z.string()),
  /** The format of the file made for a slot that takes the whole candidature; `null` when pieces go as they are. */
  made: z.enum(["pdf", "zip"]).nullable(),
  /** Names of the files attached by us. */
  files: z.array(z.string()),
  /** For `missing` and `failed`: more detail. */
  why: SlotWhy.optional(),
  /** Files of the prepared dossier that may go there instead. Each entry holds the keys of files that go together. */
  prepared: z.array(z.array(z.string())),
});
export type SlotLine = z.infer<typeof SlotLine>;

export const PageView = z.object({
  host: z.string(),
  portal: z.string().nullable(),
  kind: z.enum(["identification", "registration", "candidature", "upload"]).nullable(),
  detected: z.boolean(),
  /** When nothing is detected: why a frame of the page was not read. */
  unread: z.enum(["tooMany", "tooDeep"]).optional(),
  /** Identifies the documents of the page's frames: it changes with the page. */
  document: z.string(),
  consultation: Consultation.nullable(),
  /** SIRETs that the page presents as the bidder's. */
  sirets: z.array(z.string()),
});
export type PageView = z.infer<typeof PageView>;

/** `noCompany` none is chosen · `unreachable` nothing known · `blocked` the establishment cannot bid · then the stages of work. */
export const Stage = z.enum(["noCompany", "unreachable", "blocked", "noForm", "collecting", "ready", "filled"]);
export type Stage = z.infer<typeof Stage>;

/** Where the project's form data come from: the package, a signed file that the person imported, or their organisation. */
export const IssuedView = z.object({
  from: z.enum(["package", "file", "organisation"]),
  version: z.number().int(),
  issuedOn: z.string(),
  forms: z.number().int(),
  sites: z.number().int(),
});
export type IssuedView = z.infer<typeof IssuedView>;

/** Why a data file is not used. */
export const DataProblem = z.enum([
  "tooLarge",
  "notJson",
  "notData",
  "otherVersion",
  "badSignature",
  "noKey",
  "notNewer",
  "packageNewer",
  "settled",
]);
export type DataProblem = z.infer<typeof DataProblem>;

/** What an administrator may settle for everybody, under its name in the browser's policy. */
export const PolicyKey = z.enum(["service", "company", "reminders", "portalsOff", "data"]);
export type PolicyKey = z.infer<typeof PolicyKey>;

export const Situation = z.object({
  stage: Stage,
  /** No public register knows the SIRET. */
  unknown: z.boolean(),
  service: ServiceView,
  company: z.object({ siret: z.string(), name: z.string().nullable() }).nullable(),
  companies: z.array(z.object({ siret: z.string(), name: z.string().nullable() })),
  page: PageView.nullable(),
  fields: z.array(FieldLine),
  /** How many fields may still come from sources that have not answered. */
  coming: z.number().int(),
  remaining: z.array(RemainingLine),
  unread: z.array(UnreadLine),
  slots: z.array(SlotLine),
  /** Cells of the page's lists of references and people. */
  lists: z.array(ListLine),
  sources: z.array(SourceLine),
  dossier: Dossier.nullable(),
  /** The key of this company's work on this consultation; `null` while no company is chosen. */
  work: z.string().nullable(),
  /** The dossier prepared for it. */
  prepared: PreparedDossier.nullable(),
  undoable: z.boolean(),
  /** Pieces that the person went to obtain for this company and that the coffre has not received yet. */
  awaited: z.array(PieceKindSchema),
  /** True while the coffre waits for its passphrase: its documents are not in the dossier. */
  coffreLocked: z.boolean(),
  /** True when the person's stored choices cannot be opened: this browser's secret is gone. They are set aside at the next choice. */
  choicesLost: z.boolean(),
  /** True while entries typed with the coffre closed, which are already used, still have to be stored in it. */
  entriesWait: z.boolean(),
  reminders: z.boolean(),
  readsScans: z.boolean(),
  /** Days for which the coffre keeps prepared dossiers. */
  keepsPrepared: z.number().int(),
  language: LanguageChoice,
  portalsOff: z.array(z.string()),
  /** Which of these settings an organisation has fixed. */
  settled: z.array(PolicyKey.extract(["service", "reminders", "portalsOff"])),
  /** Which it set to a value that is not followed. */
  unheeded: z.array(PolicyKey),
  /** Forms that were taught, latest first. */
  taught: z.array(TaughtForm),
  data: IssuedView,
});
export type Situation = z.infer<typeof Situation>;
