/**
 * Every message between the contexts of the extension, one row each: who receives it, who may send it, what it carries and what it answers.
 * A content script may send `needReader` and `pageRead`, and nothing else: it reports, it commands nothing.
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
import { CONSULTATION_ROWS, type ShownDossier } from "./contract-consultations.ts";
import { FormsOfWork } from "./forms-of-work.ts";
import { FillOutcomeSchema, FrameReport, ListCellSchema, PageExplanation, PageReport, TargetSchema } from "./page.ts";
import { DataProblem, LanguageChoice, ServiceChoice, Situation, type SlotLine } from "./situation.ts";

export type { ShownDossier };

interface Row {
  readonly to: "background" | "content";
  readonly from: "screen" | "content" | "background";
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

const TabId = z.number().int().nullable();
const Done = z.object({});
const OnTab = z.object({ tabId: TabId });
/** A company's work on one consultation, as the situation names it: it outlives the tab. */
const OfWork = z.object({ work: z.string() });

/** Names a control of one frame. */
export const ControlRef = z.object({ frameId: z.number().int(), id: z.string() });
export type ControlRef = z.infer<typeof ControlRef>;

/**
 * What goes into one slot: pieces of the dossier, or files made of them, by their keys on the shelf; beside files made for this slot alone,
 * the pieces that they hold.
 */
export const AttachChoice = ControlRef.extend({ pieces: z.array(z.string()), made: z.array(z.string()) });
export type AttachChoice = z.infer<typeof AttachChoice>;

/** What happened to one slot. */
export const AttachOutcome = ControlRef.extend({
  outcome: z.enum(["attached", "refused", "noDocument", "gone"]),
  /** For `noDocument`. */
  problem: DocumentProblem.optional(),
  /** For `refused`: what the page had against it. */
  reason: FillOutcomeSchema.shape.reason,
  /** Names of the files that stand there now. */
  files: z.array(z.string()),
});
export type AttachOutcome = z.infer<typeof AttachOutcome>;

/** Names one piece of work in a frame: a background that was stopped meanwhile asks under that name what came of it. */
const Work = z.object({ operation: z.string().max(64) });
/**
 * A value for one control, which was read to ask `target`; `note` says where it comes from, to whoever points at it. `field`: what the
 * person said that it asks instead.
 */
const FillEntry = z.object({
  id: z.string(),
  target: TargetSchema.nullable(),
  field: FieldKeySchema.optional(),
  /** Of a list of the page: the cell that it was read to be. */
  cell: ListCellSchema.optional(),
  value: Scalar,
  note: z.string(),
});
/** What became of one control that was put back. */
const Undone = z.object({ id: z.string(), outcome: z.enum(["restored", "left"]) });
const FilledPage = z.object({ outcomes: z.array(FillOutcomeSchema), page: PageReport });

/** What a screen asks to have attached: a slot, and what goes there in order: pieces of the dossier, or files prepared. */
export interface SlotChoice {
  readonly slot: SlotLine;
  readonly pieces: readonly string[];
}

/** What became of an attaching. */
export interface AttachReport {
  readonly outcomes: readonly AttachOutcome[];
  /** By piece: why it is not in the file made of the others. */
  readonly leftOut: ReadonlyMap<string, DocumentProblem | LeftOutReason>;
}

export const CONTRACT = {
  /** A frame holds something to read: the reader is to be brought there. */
  needReader: { to: "background", from: "content", input: z.object({}), output: Done },
  /** A frame was read, or changed. */
  pageRead: { to: "background", from: "content", input: FrameReport, output: Done },

  /** A screen opens over a tab: frames that nobody read yet are read, those without a form too. Answers once the page itself was, or soon. */
  lookAt: { to: "background", from: "screen", input: z.object({ tabId: z.number().int() }), output: Done },
  /** What a screen shows of a tab; what is missing is asked. `opening`: once it was looked at, in one message. */
  show: { to: "background", from: "screen", input: OnTab.extend({ opening: z.boolean().optional() }), output: Situation },
  /** Reads a page that no portal of ours covers: needs the person's gesture. `plain`: it came over plain http, and is not read. */
  readPage: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: z.number().int() }),
    output: z.object({ detected: z.boolean(), plain: z.boolean() }),
  },
  /** Companies by their name, at the service chosen. */
  findCompanies: {
    to: "background",
    from: "screen",
    input: z.object({ text: z.string().min(3).max(100) }),
    output: z.union([CompanySearch, z.object({ failure: z.enum(["unreachable", "busy"]) })]),
  },
  /** How fast the person's line sends, towards the proxy chosen. */
  measureUpload: { to: "background", from: "screen", input: z.object({}), output: UploadMeasure },
  chooseCompany: { to: "background", from: "screen", input: z.object({ siret: Siret }), output: Done },
  forgetCompany: { to: "background", from: "screen", input: z.object({ siret: Siret }), output: Done },
  /** Asks again one source, or all those that did not deliver. */
  retry: { to: "background", from: "screen", input: z.object({ tabId: TabId, sourceId: z.string().nullable() }), output: Done },
  /** What only the person knows; an empty value forgets. Answers the fields whose value is not in the right format. */
  remember: {
    to: "background",
    from: "screen",
    input: z.object({ siret: Siret, values: z.partialRecord(FieldKeySchema, z.string()) }),
    output: z.object({ refused: z.array(FieldKeySchema) }),
  },
  /** What is to be written on this portal, or on all of them, instead of what is known; an empty value forgets. */
  correct: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: z.number().int(), field: FieldKeySchema, value: z.string(), everywhere: z.boolean() }),
    output: z.object({ accepted: z.boolean() }),
  },
  /** Brings a control of the page into view and gives it the focus; `gone`: it is not there any more. */
  goTo: {
    to: "background",
    from: "screen",
    input: ControlRef.extend({ tabId: z.number().int() }),
    output: z.object({ gone: z.boolean() }),
  },
  /**
   * What was read of the tab's frames and said by the person, and the values known of them, which a copy of the page must not hold:
   * nothing of it leaves the machine.
   */
  tellTab: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: z.number().int() }),
    output: z.object({ frames: z.array(z.object({ frameId: z.number().int(), page: PageReport })), known: z.array(z.string()) }),
  },
  /** What a control asks, said by the person for this form; `none`: nothing goes there; `null` forgets what was said. */
  teach: {
    to: "background",
    from: "screen",
    input: ControlRef.extend({ tabId: z.number().int(), asks: TaughtAnswer.nullable() }),
    /** False when the control is gone, or is never filled. */
    output: z.object({ kept: z.boolean() }),
  },
  /** Forgets what was taught of one form. */
  forgetForm: { to: "background", from: "screen", input: TaughtForm.pick({ host: true, structure: true, by: true }), output: Done },
  /** What the person taught, as the JSON text of a portal map; and another person's, taken in. */
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
  /** Takes in a signed data file of the project; and goes back to the data of the package. */
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
    /** `accepted`: proposed lines that the person ticked. Without them only what is sure is written. */
    input: z.object({ tabId: z.number().int(), except: z.array(ControlRef), accepted: z.array(ControlRef) }),
    output: z.object({ filled: z.number().int(), left: z.number().int(), gone: z.boolean() }),
  },
  /** Writes into the lists of the page what the person saw for their cells. */
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
    /** `restored`: answers put back · `files`: taken out of the page. */
    output: z.object({ restored: z.number().int(), files: z.number().int(), gone: z.boolean() }),
  },
  /** Attaches to each slot the pieces chosen, or the files made of them that the screen put on the shelf. */
  attach: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: z.number().int(), choices: z.array(AttachChoice) }),
    output: z.object({ outcomes: z.array(AttachOutcome) }),
  },
  /** Notes in the work's log what was prepared. */
  recordPrepared: {
    to: "background",
    from: "screen",
    input: OfWork.extend({ files: z.array(Diligence.pick({ fileName: true, sha256: true, size: true })) }),
    output: Done,
  },
  /** Keeps what was prepared until the browser closes, in place of what was prepared for the same work, and notes it in the log. */
  keepPrepared: { to: "background", from: "screen", input: PreparedDossier, output: Done },
  /** What the person chose for a candidature's forms, and those made of the dossier. */
  readForms: { to: "background", from: "screen", input: OfWork, output: FormsOfWork },
  /** What the open register tells of another company: a member of the group, a subcontractor. */
  lookUpParty: {
    to: "background",
    from: "screen",
    input: OfWork.extend({ siret: Siret }),
    output: z.union([PartyFacts, z.object({ problem: z.enum(["unknown", "unreachable"]) })]),
  },
  /** How the person bids: forms that said otherwise are let go. */
  chooseBid: { to: "background", from: "screen", input: OfWork.extend({ bid: Bid }), output: Done },
  /** What only a person answers in a DUME: a DUME that said otherwise is let go. */
  answerDume: { to: "background", from: "screen", input: OfWork.extend({ answers: DumeAnswers }), output: Done },
  /** References, people, equipment and headcounts shown for it: a DC2 and a DUME that showed others are let go. */
  chooseMeans: { to: "background", from: "screen", input: OfWork.extend({ means: MeansChoice }), output: Done },
  /** Changes what is kept of the company's means. `null`: the coffre is closed, and nothing changed. */
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
  /** Closes the work's log with the portal's receipt; its consultation is deposited. */
  keepReceipt: {
    to: "background",
    from: "screen",
    input: OfWork.extend({
      line: Diligence.pick({ fileName: true, sha256: true, size: true, host: true }).extend({ receipt: Receipt }),
    }),
    output: Done,
  },
  readDiligence: { to: "background", from: "screen", input: OfWork, output: z.object({ entries: z.array(Diligence) }) },
  /** What was read of the documents of this work's consultation; `null` when nothing was. */
  showReading: { to: "background", from: "screen", input: OfWork, output: z.object({ kept: KeptReading.nullable() }) },
  /** Keeps it in place of the last; `null` forgets. */
  keepReading: { to: "background", from: "screen", input: OfWork.extend({ kept: KeptReading.nullable() }), output: Done },
  /** The person goes to obtain that piece for that company, or the one chosen, or waits for it no more. */
  awaitPiece: {
    to: "background",
    from: "screen",
    input: z.object({ kind: PieceKindSchema, wanted: z.boolean(), siren: z.string().refine(isSiren).optional() }),
    output: Done,
  },
  /** Brings a document of the dossier into the extension's own store, to be opened or downloaded by the screen. */
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
  /** The version that runs is told from now on; `since`: the one told before, when its notes are still to be shown. */
  takeNews: {
    to: "background",
    from: "screen",
    input: z.object({ version: z.string() }),
    output: z.object({ since: z.string().nullable() }),
  },
  chooseReminders: { to: "background", from: "screen", input: z.object({ wanted: z.boolean() }), output: Done },
  chooseScans: { to: "background", from: "screen", input: z.object({ wanted: z.boolean() }), output: Done },
  /** Days for which the coffre keeps prepared dossiers: those that it kept for longer are erased. */
  chooseKeeping: {
    to: "background",
    from: "screen",
    input: z.object({ days: z.number().int().min(0).max(3650) }),
    output: Done,
  },
  chooseLanguage: { to: "background", from: "screen", input: z.object({ language: LanguageChoice }), output: Done },
  /** Whether the extension works by itself on the pages of a portal. */
  choosePortal: { to: "background", from: "screen", input: z.object({ id: z.string(), wanted: z.boolean() }), output: Done },
  /** Everything kept but documents: what was chosen, entered and noted, as one JSON text. */
  exportAll: { to: "background", from: "screen", input: z.object({}), output: z.object({ json: z.string() }) },
  eraseAll: { to: "background", from: "screen", input: z.object({}), output: Done },

  /** A person looks at the tab: a frame that holds no form of ours as far as it is known is read, now. */
  wake: { to: "content", from: "background", input: z.object({}), output: Done },
  read: { to: "content", from: "background", input: z.object({}), output: PageReport },
  /** The whole reading of a frame with its reasoning, for people who mend it: nothing of it is kept. */
  explain: { to: "content", from: "background", input: z.object({}), output: PageExplanation },
  /** Writes values into the controls named; nothing else of the page is touched. */
  fillPage: {
    to: "content",
    from: "background",
    input: Work.extend({ entries: z.array(FillEntry) }),
    output: FilledPage,
  },
  /** Writes one value into the control where the person opened the browser's menu, or shows there why not. */
  fillField: {
    to: "content",
    from: "background",
    input: Work.extend({ field: FieldKeySchema, value: Scalar, note: z.string(), reasons: z.record(z.string(), z.string()) }),
    output: z.object({ outcome: FillOutcomeSchema.nullable(), page: PageReport }),
  },
  /** Brings a control into view and gives it the focus. */
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
  /** `target`: the piece that the slot was read to ask. It is looked at again before it receives anything. */
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
  /** What came of the work given under these names, what is under way awaited; a name without an answer never arrived. */
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

/** What is sent, and what comes back. */
export type Input<Name extends MessageName> = z.output<Contract[Name]["input"]>;
export type Output<Name extends MessageName> = z.output<Contract[Name]["output"]>;

/** Where a message comes from, as the browser says it: never as the message says it. */
export interface Origin {
  readonly from: Sender;
  readonly tabId?: number | undefined;
  readonly frameId?: number | undefined;
  readonly url?: string | undefined;
  /** A page of a private window. */
  readonly incognito?: boolean | undefined;
}

/** One handler a message: a missing or misspelt one does not compile. */
export type Handlers<Side extends Receiver> = {
  readonly [Name in NameFor<Side>]: (input: Input<Name>, origin: Origin) => Promise<Output<Name>>;
};

export interface Envelope {
  readonly name: MessageName;
  readonly input: unknown;
}

/** `refused`: that sender may not · `badInput`, `badOutput`: not of the contract's shape · `failed`: the handler threw, a bug. */
export type Reply =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly fault: "unknown" | "refused" | "badInput" | "badOutput" | "failed" };
