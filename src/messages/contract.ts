/**
 * Every message between the contexts of the extension, one row each: who receives it, who may send it, what it carries and what it answers.
 * A content script may send `needReader`, `judge` and `pageRead`, and nothing else: it reports, asks what its page says, and commands nothing.
 */
import { z } from "zod";
import { FieldKeySchema, PieceKindSchema, Scalar, Siret } from "../domain/answer.ts";
import { KeptReading } from "../domain/asked.ts";
import { Bid, MadeForms, PartyFacts } from "../domain/bid.ts";
import { Diligence } from "../domain/diligence.ts";
import { DumeAnswers } from "../domain/grounds.ts";
import { TaughtAnswer, TaughtForm } from "../domain/lessons.ts";
import { Means, MeansChange, MeansChoice } from "../domain/means.ts";
import { KeptPackets } from "../domain/packet.ts";
import { DocumentProblem, type LeftOutReason, PreparedDossier } from "../domain/prepared.ts";
import { Receipt } from "../domain/receipt.ts";
import { CompanySearch, UploadMeasure } from "../domain/service.ts";
import { isSiren } from "../domain/siret.ts";
import { ACCOUNT_ROWS } from "./contract-account.ts";
import { COFFRE_ROWS } from "./contract-coffre.ts";
import { CONSULTATION_ROWS, type ListedPiece, type ShownDossier } from "./contract-consultations.ts";
import { FormsOfWork } from "./forms-of-work.ts";
import { FillOutcomeSchema, FrameReport, ListCellSchema, PageExplanation, PageReport, TargetSchema } from "./page.ts";
import { Judgement, WrittenQuestion } from "./question.ts";
import { DataProblem, LanguageChoice, ServiceChoice, Situation, type SlotLine } from "./situation.ts";

export type { ListedPiece, ShownDossier };

interface Row {
  readonly to: "background" | "content";
  readonly from: "screen" | "content" | "background";
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

const TabId = z.number().int().nullable();
const Done = z.object({});
const OnTab = z.object({ tabId: TabId });
/** The situation's key for a company's work on one consultation: it outlives the tab. */
const OfWork = z.object({ work: z.string() });

/** Identifies a control of one frame. */
export const ControlRef = z.object({ frameId: z.number().int(), id: z.string() });
export type ControlRef = z.infer<typeof ControlRef>;

/**
 * What goes into one slot: pieces of the dossier, or made files by their keys on the shelf; with files made for this slot only,
 * also the pieces in them.
 */
export const AttachChoice = ControlRef.extend({ pieces: z.array(z.string()), made: z.array(z.string()) });
export type AttachChoice = z.infer<typeof AttachChoice>;

/** What happened to one slot. */
export const AttachOutcome = ControlRef.extend({
  outcome: z.enum(["attached", "refused", "noDocument", "gone"]),
  /** For `noDocument`. */
  problem: DocumentProblem.optional(),
  /** For `refused`: the page's reason. */
  reason: FillOutcomeSchema.shape.reason,
  /** Names of the files now in the slot. */
  files: z.array(z.string()),
});
export type AttachOutcome = z.infer<typeof AttachOutcome>;

/** Identifies an operation in a frame: a background that was stopped meanwhile asks for its result by that id. */
const Work = z.object({ operation: z.string().max(64) });
/**
 * A value for one control, read as `target`. `note`: where the value comes from, shown on hover. `field`: the field that the
 * person assigned instead.
 */
const FillEntry = z.object({
  id: z.string(),
  target: TargetSchema.nullable(),
  field: FieldKeySchema.optional(),
  /** For a control in a page's list: the cell that was read. */
  cell: ListCellSchema.optional(),
  value: Scalar,
  note: z.string(),
});
/** The result of undoing one control. */
const Undone = z.object({ id: z.string(), outcome: z.enum(["restored", "left"]) });
const FilledPage = z.object({ outcomes: z.array(FillOutcomeSchema), page: PageReport });

/** An attachment that a screen asks for: a slot, and in order the dossier's pieces or the prepared files to put there. */
export interface SlotChoice {
  readonly slot: SlotLine;
  readonly pieces: readonly string[];
}

/** The result of attaching. */
export interface AttachReport {
  readonly outcomes: readonly AttachOutcome[];
  /** By piece: why it was left out of the file made from the others. */
  readonly leftOut: ReadonlyMap<string, DocumentProblem | LeftOutReason>;
}

export const CONTRACT = {
  /** A frame holds something to read: asks for the reader to be injected. */
  needReader: { to: "background", from: "content", input: z.object({}), output: Done },
  /** The evidence of a frame, as its page shows it: what each of its controls asks. Nothing of it is kept. */
  judge: { to: "background", from: "content", input: WrittenQuestion, output: Judgement },
  /** A frame was read, or changed. */
  pageRead: { to: "background", from: "content", input: FrameReport, output: Done },

  /** A screen opens over a tab: reads its unread frames, with or without a form. Answers once the main frame was read, or soon. */
  lookAt: { to: "background", from: "screen", input: z.object({ tabId: z.number().int() }), output: Done },
  /** What a screen shows of a tab; sources that have not answered are asked. `opening`: after reading the page, in one message. */
  show: { to: "background", from: "screen", input: OnTab.extend({ opening: z.boolean().optional() }), output: Situation },
  /** Reads a page of an unknown site: needs the person's gesture. `plain`: it came over plain http, and is not read. */
  readPage: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: z.number().int() }),
    output: z.object({ detected: z.boolean(), plain: z.boolean() }),
  },
  /** Searches companies by name, at the chosen service. */
  findCompanies: {
    to: "background",
    from: "screen",
    input: z.object({ text: z.string().min(3).max(100) }),
    output: z.union([CompanySearch, z.object({ failure: z.enum(["offline", "unreachable", "busy"]) })]),
  },
  /** Measures the upload rate to the chosen proxy. */
  measureUpload: { to: "background", from: "screen", input: z.object({}), output: UploadMeasure },
  chooseCompany: { to: "background", from: "screen", input: z.object({ siret: Siret }), output: Done },
  forgetCompany: { to: "background", from: "screen", input: z.object({ siret: Siret }), output: Done },
  /** Asks one source again, or all those that did not deliver. */
  retry: { to: "background", from: "screen", input: z.object({ tabId: TabId, sourceId: z.string().nullable() }), output: Done },
  /** Stores what only the person knows; an empty value removes it. Answers the fields whose value does not match the format. */
  remember: {
    to: "background",
    from: "screen",
    input: z.object({ siret: Siret, values: z.partialRecord(FieldKeySchema, z.string()) }),
    output: z.object({ refused: z.array(FieldKeySchema) }),
  },
  /** Stores what to write on this portal, or on all, instead of known values; an empty value removes it. */
  correct: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: z.number().int(), field: FieldKeySchema, value: z.string(), everywhere: z.boolean() }),
    output: z.object({ accepted: z.boolean() }),
  },
  /** Scrolls to a control of the page and focuses it; `gone`: it is no longer there. */
  goTo: {
    to: "background",
    from: "screen",
    input: ControlRef.extend({ tabId: z.number().int() }),
    output: z.object({ gone: z.boolean() }),
  },
  /**
   * What was read in the tab's frames and said by the person, and the known values, which a saved copy of the page must not hold:
   * it never leaves the machine.
   */
  tellTab: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: z.number().int() }),
    output: z.object({ frames: z.array(z.object({ frameId: z.number().int(), page: PageReport })), known: z.array(z.string()) }),
  },
  /** Stores what a control of this form asks for, as the person says; `none`: nothing goes there; `null` removes the answer. */
  teach: {
    to: "background",
    from: "screen",
    input: ControlRef.extend({ tabId: z.number().int(), asks: TaughtAnswer.nullable() }),
    /** False when the control is gone, or is never filled. */
    output: z.object({ kept: z.boolean() }),
  },
  /** Removes what was taught about one form. */
  forgetForm: { to: "background", from: "screen", input: TaughtForm.pick({ host: true, structure: true, by: true }), output: Done },
  /** Exports what the person taught as the JSON of a portal map, and imports another person's map. */
  exportMap: { to: "background", from: "screen", input: z.object({}), output: z.object({ json: z.string() }) },
  importMap: {
    to: "background",
    from: "screen",
    input: z.object({ json: z.string() }),
    output: z.union([
      z.object({ forms: z.number().int() }),
      z.object({ problem: z.enum(["tooLarge", "notJson", "notAMap", "otherVersion"]) }),
    ]),
  },
  /** Imports a signed data file of the project, or goes back to the package's data. */
  takeData: {
    to: "background",
    from: "screen",
    input: z.object({ text: z.string() }),
    output: z.object({ problem: DataProblem.nullable() }),
  },
  leaveData: { to: "background", from: "screen", input: z.object({}), output: Done },
  /** `gone`: the page no longer answers. */
  fill: {
    to: "background",
    from: "screen",
    /** `accepted`: proposed lines that the person ticked. Without them only sure values are written. */
    input: z.object({ tabId: z.number().int(), except: z.array(ControlRef), accepted: z.array(ControlRef) }),
    output: z.object({ filled: z.number().int(), left: z.number().int(), gone: z.boolean() }),
  },
  /** Writes into the page's lists the values that the person saw for their cells. */
  fillLists: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: z.number().int(), cells: z.array(ControlRef.extend({ cell: ListCellSchema, value: Scalar })).max(600) }),
    output: z.object({ filled: z.number().int(), left: z.number().int(), gone: z.boolean() }),
  },
  undo: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: z.number().int() }),
    /** `restored`: answers restored · `files`: files removed from the page. */
    output: z.object({ restored: z.number().int(), files: z.number().int(), gone: z.boolean() }),
  },
  /** Attaches to each slot the chosen pieces, or the made files that the screen put on the shelf. */
  attach: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: z.number().int(), choices: z.array(AttachChoice) }),
    output: z.object({ outcomes: z.array(AttachOutcome) }),
  },
  /** Notes the prepared files in the work's log. */
  recordPrepared: {
    to: "background",
    from: "screen",
    input: OfWork.extend({ files: z.array(Diligence.pick({ fileName: true, sha256: true, size: true })) }),
    output: Done,
  },
  /** Keeps a prepared dossier instead of the former one for the same work, notes it in the log, and says until when the coffre has it. */
  keepPrepared: { to: "background", from: "screen", input: PreparedDossier, output: PreparedDossier.pick({ until: true }) },
  /** The person's choices for a candidature's forms, and the forms made. */
  readForms: { to: "background", from: "screen", input: OfWork, output: FormsOfWork },
  /** What the open register says of another company: a member of the group, a subcontractor. */
  lookUpParty: {
    to: "background",
    from: "screen",
    input: OfWork.extend({ siret: Siret }),
    output: z.union([PartyFacts, z.object({ problem: z.enum(["unknown", "unreachable"]) })]),
  },
  /** Stores how the company bids: forms that say otherwise are dropped. */
  chooseBid: { to: "background", from: "screen", input: OfWork.extend({ bid: Bid }), output: Done },
  /** Stores a person's answers in a DUME: a DUME that says otherwise is dropped. */
  answerDume: { to: "background", from: "screen", input: OfWork.extend({ answers: DumeAnswers }), output: Done },
  /** Stores the references, people, equipment and headcounts to show: a DC2 or DUME that shows others is dropped. */
  chooseMeans: { to: "background", from: "screen", input: OfWork.extend({ means: MeansChoice }), output: Done },
  /** Changes the company's stored means. `null`: the coffre is closed, and nothing changed. */
  changeMeans: {
    to: "background",
    from: "screen",
    input: OfWork.extend({ change: MeansChange }),
    output: z.object({ kept: Means.nullable() }),
  },
  /** Keeps what the members of the group gave, until the browser closes. */
  keepPackets: { to: "background", from: "screen", input: KeptPackets, output: Done },
  /** Keeps the forms made until the browser closes, and notes the new ones in the log. */
  keepForms: { to: "background", from: "screen", input: MadeForms, output: Done },
  ...CONSULTATION_ROWS,
  ...ACCOUNT_ROWS,
  ...COFFRE_ROWS,
  /** Closes the work's log with the portal's receipt and marks its consultation as deposited. */
  keepReceipt: {
    to: "background",
    from: "screen",
    input: OfWork.extend({
      line: Diligence.pick({ fileName: true, sha256: true, size: true, host: true }).extend({ receipt: Receipt }),
    }),
    output: Done,
  },
  readDiligence: { to: "background", from: "screen", input: OfWork, output: z.object({ entries: z.array(Diligence) }) },
  /** The stored reading of this consultation's documents; `null` when there is none. */
  showReading: { to: "background", from: "screen", input: OfWork, output: z.object({ kept: KeptReading.nullable() }) },
  /** Replaces the stored reading; `null` removes it. */
  keepReading: { to: "background", from: "screen", input: OfWork.extend({ kept: KeptReading.nullable() }), output: Done },
  /** The person goes to obtain that piece, for that company or the chosen one, or stops waiting for it. */
  awaitPiece: {
    to: "background",
    from: "screen",
    input: z.object({ kind: PieceKindSchema, wanted: z.boolean(), siren: z.string().refine(isSiren).optional() }),
    output: Done,
  },
  /** Fetches a document of the dossier to the shelf, for the screen to open or download. */
  bringPiece: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: TabId, pieceId: z.string() }),
    output: z.union([z.object({ key: z.string(), fileName: z.string() }), z.object({ problem: DocumentProblem })]),
  },
  chooseService: { to: "background", from: "screen", input: ServiceChoice, output: Done },
  /** Opens a window where the person proves who they are. */
  signIn: { to: "background", from: "screen", input: OnTab, output: z.object({ outcome: z.enum(["signedIn", "cancelled", "failed"]) }) },
  signOut: { to: "background", from: "screen", input: OnTab.extend({ everywhere: z.boolean() }), output: Done },
  /** Marks the running version's notes as shown; `since`: the version shown before, when notes are due. */
  takeNews: {
    to: "background",
    from: "screen",
    input: z.object({ version: z.string() }),
    output: z.object({ since: z.string().nullable() }),
  },
  chooseReminders: { to: "background", from: "screen", input: z.object({ wanted: z.boolean() }), output: Done },
  chooseScans: { to: "background", from: "screen", input: z.object({ wanted: z.boolean() }), output: Done },
  /** Sets how many days the coffre keeps prepared dossiers: older ones are erased. */
  chooseKeeping: {
    to: "background",
    from: "screen",
    input: z.object({ days: z.number().int().min(0).max(3650) }),
    output: Done,
  },
  chooseLanguage: { to: "background", from: "screen", input: z.object({ language: LanguageChoice }), output: Done },
  /** Whether the extension works by itself on the pages of a portal. */
  choosePortal: { to: "background", from: "screen", input: z.object({ id: z.string(), wanted: z.boolean() }), output: Done },
  /** Exports all data except documents (choices, entries, notes) as one JSON text. */
  exportAll: { to: "background", from: "screen", input: z.object({}), output: z.object({ json: z.string() }) },
  eraseAll: { to: "background", from: "screen", input: z.object({}), output: Done },

  /** A person looks at the tab: reads a frame that is not known to hold a form. */
  wake: { to: "content", from: "background", input: z.object({}), output: Done },
  read: { to: "content", from: "background", input: z.object({}), output: PageReport },
  /** The whole reading of a frame with its reasoning, for debugging: nothing is stored. */
  explain: { to: "content", from: "background", input: z.object({}), output: PageExplanation },
  /** Writes values into the given controls; nothing else in the page changes. */
  fillPage: {
    to: "content",
    from: "background",
    input: Work.extend({ entries: z.array(FillEntry) }),
    output: FilledPage,
  },
  /** Writes one value into the control where the person opened the browser's menu, or shows the reason there. */
  fillField: {
    to: "content",
    from: "background",
    input: Work.extend({ field: FieldKeySchema, value: Scalar, note: z.string(), reasons: z.record(z.string(), z.string()) }),
    output: z.object({ outcome: FillOutcomeSchema.nullable(), page: PageReport }),
  },
  /** Scrolls to a control and focuses it. */
  showControl: { to: "content", from: "background", input: z.object({ id: z.string() }), output: z.object({ gone: z.boolean() }) },
  undoPage: {
    to: "content",
    from: "background",
    input: Work,
    output: z.object({ outcomes: z.array(Undone), page: PageReport }),
  },
  /** One part of a file that will be attached: messages are limited in size. */
  receivePart: {
    to: "content",
    from: "background",
    input: z.object({ file: z.string(), part: z.number().int().min(0), base64: z.string() }),
    output: Done,
  },
  /** `target`: the piece that the slot was read as. The slot is read again before it receives a file. */
  attachPage: {
    to: "content",
    from: "background",
    input: Work.extend({
      id: z.string(),
      target: TargetSchema,
      files: z.array(z.object({ file: z.string(), name: z.string(), type: z.string() })),
    }),
    output: z.object({ outcome: FillOutcomeSchema, page: PageReport }),
  },
  /** The results of the operations with these ids, after waiting for those under way; an id without result never arrived. */
  account: {
    to: "content",
    from: "background",
    input: z.object({ operations: z.array(z.string().max(64)) }),
    output: z.object({ done: z.array(Work.extend({ outcomes: z.array(FillOutcomeSchema), undone: z.array(Undone) })), page: PageReport }),
  },
} as const satisfies Record<string, Row>;

export type Contract = typeof CONTRACT;
export type MessageName = keyof Contract;
type Receiver = Row["to"];
type Sender = Row["from"];
export type NameFor<Side extends Receiver> = { [Name in MessageName]: Contract[Name]["to"] extends Side ? Name : never }[MessageName];

/** The type of what is sent; `Output` is the answer's. */
export type Input<Name extends MessageName> = z.output<Contract[Name]["input"]>;
export type Output<Name extends MessageName> = z.output<Contract[Name]["output"]>;

/** Where a message comes from, according to the browser, never to the message. */
export interface Origin {
  readonly from: Sender;
  readonly tabId?: number | undefined;
  readonly frameId?: number | undefined;
  readonly url?: string | undefined;
  /** A page of a private window. */
  readonly incognito?: boolean | undefined;
}

/** One handler for each message: a missing or misspelt one does not compile. */
export type Handlers<Side extends Receiver> = {
  readonly [Name in NameFor<Side>]: (input: Input<Name>, origin: Origin) => Promise<Output<Name>>;
};

export interface Envelope {
  readonly name: MessageName;
  readonly input: unknown;
}

/** `refused`: not allowed for that sender · `badInput`, `badOutput`: outside the contract · `failed`: the handler threw, a bug. */
export type Reply =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly fault: "unknown" | "refused" | "badInput" | "badOutput" | "failed" };
