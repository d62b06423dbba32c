/** Filling, undoing and attaching, frame by frame. A frame that is gone stops nothing in the others. */

import { base64Of } from "../domain/bytes.ts";
import type { Diligence } from "../domain/diligence.ts";
import type { Proposal } from "../domain/dossier.ts";
import { type FieldKey, isFieldKey } from "../domain/fields.ts";
import type { SentPiece } from "../domain/kept-consultation.ts";
import { type FillOutcome, refOf } from "../domain/page-reading.ts";
import type { DocumentProblem } from "../domain/prepared.ts";
import { present } from "../domain/present.ts";
import { sha256Of } from "../domain/sha256.ts";
import { originText } from "../i18n/origin.ts";
import type { OutsideWords } from "../i18n/outside.fr.ts";
import type { AttachChoice, AttachOutcome, ControlRef, Input, Output } from "../messages/contract.ts";
import type { ControlReport } from "../messages/page.ts";
import type { FieldLine } from "../messages/situation.ts";
import type { Cell } from "../store/cells.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import type { ShelvedDocument } from "../store/shelf.ts";
import type { SendToFrame } from "./context.ts";
import type { Taken } from "./documents.ts";
import { type AttachIntent, type FillIntent, type Intent, newOperation } from "./intents.ts";
import { documentsIn, hostOf, type TabState, touchedFrames, withoutDocuments, withReading } from "./tabs.ts";

/** Bytes a message: base64 makes them a third longer, and messages end at 64 MiB. */
const PART_BYTES = 6 * 1024 * 1024;

/** The control as it was last read; `undefined` when that reading has none of that name. */
export function controlIn(tab: TabState, frameId: number, id: string): ControlReport | undefined {
  return tab.frames[frameId]?.page.controls.find((one) => one.id === id);
}

export interface PageDeps {
  readonly send: SendToFrame;
  readonly cell: Cell<TabState>;
  readonly tabId: number;
}

/**
 * Writes the lines that are ready, but those excepted, and those proposed that the person accepted.
 * @param taught the tab as the lines tell it, with what the person taught of its forms
 */
export async function fillPage(
  { send, cell, tabId, words }: PageDeps & { readonly words: OutsideWords },
  lines: readonly FieldLine[],
  {
    except,
    accepted,
    taught,
  }: { readonly except: readonly ControlRef[]; readonly accepted: readonly ControlRef[]; readonly taught: TabState },
): Promise<Output<"fill">> {
  const excepted = new Set(except.map(refOf));
  const taken = new Set(accepted.map(refOf));
  const ready = lines.filter(
    (line) => (line.status === "ready" && !excepted.has(refOf(line))) || (line.status === "proposed" && taken.has(refOf(line))),
  );
  const frames = new Set(ready.map(({ frameId }) => frameId));
  const before = await cell.read();
  let filled = 0;
  let left = 0;
  let gone = false;
  for (const frameId of frames) {
    const own = ready.filter((line) => line.frameId === frameId);
    const proposed = own.flatMap(({ id, also, value, origin }) =>
      [id, ...also].flatMap((one) => {
        // Asked of the frame as it read it: what was taught is written there by its own name.
        const target = controlIn(before, frameId, one)?.target ?? null;
        const asked = controlIn(taught, frameId, one)?.target ?? null;
        if (value === undefined || origin === undefined || asked === null) return [];
        return [{ id: one, target, value, origin, ...(asked !== target && isFieldKey(asked) ? { field: asked } : {}) }];
      }),
    );
    const entries = proposed.map((entry) => ({ ...entry, note: originText(entry.origin, words) }));
    const reply = await fillFrame({ send, cell, tabId }, frameId, entries);
    if (reply === null) {
      gone = true;
      continue;
    }
    const said = new Map(reply.map((outcome) => [outcome.id, outcome.outcome]));
    for (const { id, also } of own) {
      const outcomes = [id, ...also].map((one) => said.get(one));
      if (outcomes.includes("filled")) filled += 1;
      else if (outcomes.includes("left")) left += 1;
    }
  }
  return { filled, left, gone };
}

type FrameEntry = Input<"fillPage">["entries"][number] & { readonly origin: Proposal["origin"] };

/** Writes into the controls of one frame, and notes what came of it; `null` when the frame is gone. */
export async function fillFrame(
  { send, cell, tabId }: PageDeps,
  frameId: number,
  proposed: readonly FrameEntry[],
): Promise<readonly FillOutcome[] | null> {
  const entries = proposed.map(({ origin: _, ...entry }) => entry);
  const values = Object.fromEntries(proposed.map(({ id, value, origin }) => [id, { value, origin }]));
  const intent: FillIntent = { kind: "fill", frameId, values };
  const reply = await intended({
    cell,
    intent,
    work: (operation) => send(tabId, frameId, "fillPage", { operation, entries }),
    after: (tab, { outcomes, page }) => afterFill(withReading(tab, frameId, page), intent, outcomes),
  });
  return reply?.outcomes ?? null;
}

/** Writes one value where the person opened the menu. True when it stands there; the page itself says why not. */
export async function fillOne(
  { send, cell, tabId, words }: PageDeps & { readonly words: OutsideWords },
  frameId: number,
  field: FieldKey,
  { value, origin }: Proposal,
): Promise<boolean> {
  const input = { field, value, note: originText(origin, words), reasons: words.fields.reasons };
  const intent: FillIntent = { kind: "fill", frameId, values: {}, pointed: { value, origin } };
  const reply = await intended({
    cell,
    intent,
    work: (operation) => send(tabId, frameId, "fillField", { operation, ...input }),
    after: (tab, { outcome, page }) => afterFill(withReading(tab, frameId, page), intent, outcome === null ? [] : [outcome]),
  });
  const outcome = reply?.outcome;
  return outcome !== undefined && outcome !== null && outcome.outcome !== "left";
}

/** Puts every frame back as it was before us. */
export async function undoPage({ send, cell, tabId }: PageDeps): Promise<Output<"undo">> {
  const tab = await cell.read();
  let restored = 0;
  let files = 0;
  let gone = false;
  for (const { frameId } of touchedFrames(tab)) {
    const intent = { kind: "undo" as const, frameId };
    const reply = await intended({
      cell,
      intent,
      work: (operation) => send(tabId, frameId, "undoPage", { operation }),
      after: (now, { outcomes, page }) => afterUndo(withReading(now, frameId, page), frameId, outcomes),
    });
    if (reply === null) gone = true;
    for (const { id, outcome } of reply?.outcomes ?? []) {
      if (outcome !== "restored") continue;
      const attached = tab.attached[refOf({ frameId, id })];
      if (attached === undefined) restored += 1;
      else files += attached.files.length;
    }
  }
  return { restored, files, gone };
}

interface Intended<Reply> {
  readonly cell: Cell<TabState>;
  readonly intent: Intent;
  readonly work: (operation: string) => Promise<Reply>;
  /** What must be kept before the tab's record says that the work is done. */
  readonly log?: (reply: Reply, operation: string) => Promise<void>;
  readonly after: (tab: TabState, reply: Reply) => TabState;
}

/**
 * Notes the intent, does the work, and notes what came of it; `null` when the frame is gone. Stopped anywhere between, the intent stays, and
 * `settleIntents` takes over.
 */
async function intended<Reply>({ cell, intent, work, log, after }: Intended<Reply>): Promise<Reply | null> {
  const operation = newOperation();
  await cell.update((tab) => ({ ...tab, intents: { ...tab.intents, [operation]: intent } }));
  const reply = await work(operation).catch(() => null);
  if (reply !== null) await log?.(reply, operation);
  await cell.update((tab) => withoutIntent(reply === null ? tab : after(tab, reply), operation));
  return reply;
}

/**
 * What was read in a frame that answers no more is forgotten. A page that merely changed its own address is still there, and says so; a frame
 * that tells of another document meanwhile is the next page's.
 */
export async function forgetGone({ send, cell, tabId }: PageDeps): Promise<void> {
  const known = documentsIn(await cell.read());
  const gone: Record<string, string> = {};
  await Promise.all(
    Object.entries(known).map(async ([id, document]) => {
      await send(tabId, Number(id), "account", { operations: [] }).catch(() => {
        gone[id] = document;
      });
    }),
  );
  if (Object.keys(gone).length > 0) await cell.update((tab) => withoutDocuments(tab, gone));
}

interface ComingBack extends PageDeps {
  readonly record: (work: string, lines: readonly Diligence[], tab: TabState) => Promise<void>;
}

/** The worker comes back: what it had begun in this tab is asked of its frames, and noted. */
export async function settleIntents({ send, cell, tabId, record }: ComingBack): Promise<void> {
  const tab = await cell.read();
  const { intents } = tab;
  for (const frameId of new Set(Object.values(intents).map((intent) => intent.frameId))) {
    const own = Object.entries(intents).filter(([, intent]) => intent.frameId === frameId);
    const account = await send(tabId, frameId, "account", { operations: own.map(([operation]) => operation) }).catch(() => null);
    for (const [operation, intent] of own) {
      // Not answered for: the page was never touched, or is gone with what was done in it.
      const done = account?.done.find((one) => one.operation === operation);
      const [outcome] = done?.outcomes ?? [];
      if (intent.kind === "attach" && intent.work !== null && outcome !== undefined)
        await record(intent.work, linesAfter(intent, outcome, operation), tab);
      await cell.update((tab) => {
        const read = account === null || done === undefined ? tab : withReading(tab, frameId, account.page);
        return withoutIntent(done === undefined ? read : afterAny(read, intent, done), operation);
      });
    }
  }
}

type Done = Output<"account">["done"][number];

function afterAny(tab: TabState, intent: Intent, { outcomes, undone }: Done): TabState {
  if (intent.kind === "fill") return afterFill(tab, intent, outcomes);
  if (intent.kind === "undo") return afterUndo(tab, intent.frameId, undone);
  const [outcome] = outcomes;
  return outcome === undefined ? tab : afterAttach(tab, outcomeOf(intent, outcome));
}

function withoutIntent(tab: TabState, operation: string): TabState {
  return { ...tab, intents: Object.fromEntries(Object.entries(tab.intents).filter(([name]) => name !== operation)) };
}

function afterFill(tab: TabState, { frameId, values, pointed }: FillIntent, outcomes: readonly FillOutcome[]): TabState {
  const filled = { ...tab.filled };
  for (const outcome of outcomes) {
    const proposed = values[outcome.id] ?? (outcome.outcome === "left" ? undefined : pointed);
    if (proposed !== undefined) filled[refOf({ frameId, id: outcome.id })] = { outcome, ...proposed };
  }
  return { ...tab, filled, undoable: tab.undoable || outcomes.some(({ outcome }) => outcome === "filled") };
}

/** What could not be put back stays noted as attached. */
function afterUndo(tab: TabState, frameId: number, outcomes: Output<"undoPage">["outcomes"]): TabState {
  const kept = new Set(outcomes.filter(({ outcome }) => outcome === "left").map(({ id }) => refOf({ frameId, id })));
  const remaining = <T>(records: Record<string, T>, isKept: (ref: string) => boolean) =>
    Object.fromEntries(Object.entries(records).filter(([ref]) => !ref.startsWith(`${frameId}#`) || isKept(ref)));
  const filled = remaining(tab.filled, () => false);
  return { ...tab, filled, attached: remaining(tab.attached, (ref) => kept.has(ref)), undoable: false };
}

function afterAttach(tab: TabState, outcome: AttachOutcome): TabState {
  const attached = { ...tab.attached, [refOf(outcome)]: outcome };
  return { ...tab, attached, undoable: tab.undoable || outcome.outcome === "attached" };
}

/** What the screen is told of a slot. */
function outcomeOf({ frameId, id, files }: AttachIntent, { outcome, reason }: FillOutcome): AttachOutcome {
  const attached = outcome !== "left";
  return { frameId, id, outcome: attached ? "attached" : "refused", reason, files: attached ? files : [] };
}

/** What the log is told of it. */
function linesAfter({ lines }: AttachIntent, { outcome }: FillOutcome, operation: string): Diligence[] {
  return lines.map((line) => ({ ...line, what: outcome === "left" ? "refused" : "attached", operation }));
}

interface AttachDeps extends PageDeps {
  readonly made: MadeShelf;
  readonly take: (pieceId: string) => Promise<Taken>;
  /** The company's documents that a choice gives to the page, as far as they are known. */
  readonly holds: (choice: AttachChoice) => Promise<readonly SentPiece[]>;
  /** The log's name; `null` while no company is chosen. */
  readonly work: string | null;
  /** Notes what was attached, or not taken by the page. */
  readonly record: (work: string, lines: readonly Diligence[]) => Promise<void>;
  readonly now: () => Date;
}

/** Attaches slot after slot: portals that upload at once do not like two at a time. */
export async function attachToPage(deps: AttachDeps, choices: readonly AttachChoice[]): Promise<AttachOutcome[]> {
  const outcomes: AttachOutcome[] = [];
  for (const choice of choices) {
    const outcome = await attachOne(deps, choice);
    outcomes.push(outcome);
    await deps.cell.update((tab) => afterAttach(tab, outcome));
  }
  return outcomes;
}

async function attachOne(deps: AttachDeps, choice: AttachChoice): Promise<AttachOutcome> {
  const { frameId, id, pieces, made } = choice;
  const { cell, send, tabId, work, record } = deps;
  const documents = await documentsOf(deps, pieces, made);
  if ("problem" in documents) return { frameId, id, outcome: "noDocument", problem: documents.problem, files: [] };
  // Read before: a portal that takes the file at once takes its row away too.
  const tab = await cell.read();
  const control = controlIn(tab, frameId, id);
  const gone: AttachOutcome = { frameId, id, outcome: "gone", files: [] };
  const target = control?.target ?? null;
  if (control === undefined || target === null) return gone;
  const files = await giveAll(deps, frameId, documents.ready).catch(() => null);
  if (files === null) return gone;
  const lines = await linesOf(tab, control, { documents: documents.ready, holds: await deps.holds(choice) }, deps.now());
  const intent: AttachIntent = { kind: "attach", frameId, id, files: files.map(({ name }) => name), work, lines };
  const reply = await intended({
    cell,
    intent,
    work: (operation) => send(tabId, frameId, "attachPage", { operation, id, target, files }),
    // The file is in the page, whether or not there is room to note it.
    log: async ({ outcome }, operation) => {
      if (work !== null) await record(work, linesAfter(intent, outcome, operation)).catch(() => undefined);
    },
    after: (now, { outcome, page }) => afterAttach(withReading(now, frameId, page), outcomeOf(intent, outcome)),
  });
  return reply === null ? gone : outcomeOf(intent, reply.outcome);
}

/** Hands the files over. @throws when the frame is gone */
async function giveAll(deps: AttachDeps, frameId: number, documents: readonly ShelvedDocument[]) {
  const files = [];
  for (const document of documents) files.push(await give(deps, frameId, document));
  return files;
}

async function linesOf(
  tab: TabState,
  { heading, label }: ControlReport,
  { documents, holds }: { readonly documents: readonly ShelvedDocument[]; readonly holds: readonly SentPiece[] },
  now: Date,
): Promise<AttachIntent["lines"]> {
  const place = heading || label || undefined;
  const hashes = await Promise.all(documents.map(({ bytes }) => sha256Of(bytes)));
  return documents.map(({ fileName, bytes }, index) => ({
    at: now.toISOString(),
    fileName,
    sha256: hashes[index] ?? "",
    size: bytes.length,
    ...present({ place }),
    host: hostOf(tab),
    ...(index === 0 && holds.length > 0 && { holds: [...holds] }),
  }));
}

async function documentsOf(
  { made, take }: AttachDeps,
  pieces: readonly string[],
  keys: readonly string[],
): Promise<{ readonly ready: readonly ShelvedDocument[] } | { readonly problem: DocumentProblem }> {
  const ready: ShelvedDocument[] = [];
  for (const key of keys) {
    const document = await made.get(key);
    if (document === null) return { problem: "unknown" };
    ready.push(document);
  }
  if (keys.length > 0) return { ready };
  for (const pieceId of pieces) {
    const taken = await take(pieceId);
    if ("problem" in taken) return taken;
    ready.push(taken);
  }
  return { ready };
}

/** Hands the bytes to the frame, in parts. */
async function give({ send, tabId }: AttachDeps, frameId: number, { key, fileName, mediaType, bytes }: ShelvedDocument) {
  const count = Math.max(1, Math.ceil(bytes.length / PART_BYTES));
  for (let part = 0; part < count; part++) {
    const base64 = base64Of(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
    await send(tabId, frameId, "receivePart", { file: key, part, base64 });
  }
  return { file: key, name: fileName, type: mediaType };
}
