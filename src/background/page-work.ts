/** Filling, undoing and attaching, frame by frame. A frame that is gone stops nothing in the others. */
import type { Diligence } from "../domain/diligence.ts";
import type { Proposal } from "../domain/dossier.ts";
import type { FieldKey } from "../domain/fields.ts";
import { hexOf } from "../domain/hex.ts";
import { refOf } from "../domain/page-reading.ts";
import type { DocumentProblem } from "../domain/prepared.ts";
import { sha256Of } from "../domain/sha256.ts";
import type { Messages } from "../i18n/fr.ts";
import { originText } from "../i18n/origin.ts";
import type { AttachChoice, AttachOutcome, ControlRef, Output } from "../messages/contract.ts";
import type { ControlReport } from "../messages/page.ts";
import type { FieldLine } from "../messages/situation.ts";
import type { Cell } from "../store/cells.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import type { ShelvedDocument } from "../store/shelf.ts";
import type { SendToFrame } from "./context.ts";
import type { Taken } from "./documents.ts";
import { hostOf, type TabState, touchedFrames, withReading } from "./tabs.ts";

/** Bytes a message: base64 makes them a third longer, and messages end at 64 MiB. */
const PART_BYTES = 6 * 1024 * 1024;

/** Names a piece of work in a frame. */
function newOperation(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(12)));
}

function controlIn(tab: TabState, frameId: number, id: string): ControlReport | undefined {
  return tab.frames[frameId]?.page.controls.find((one) => one.id === id);
}

interface PageDeps {
  readonly send: SendToFrame;
  readonly cell: Cell<TabState>;
  readonly tabId: number;
}

/** Writes the lines that are ready, but those excepted. */
export async function fillPage(
  { send, cell, tabId, words }: PageDeps & { readonly words: Messages },
  lines: readonly FieldLine[],
  except: readonly ControlRef[],
): Promise<Output<"fill">> {
  const excepted = new Set(except.map(refOf));
  const ready = lines.filter((line) => line.status === "ready" && !excepted.has(refOf(line)));
  const frames = new Set(ready.map(({ frameId }) => frameId));
  const before = await cell.read();
  let filled = 0;
  let left = 0;
  let gone = false;
  for (const frameId of frames) {
    const own = ready.filter((line) => line.frameId === frameId);
    const entries = own.flatMap(({ id, also, value, origin }) =>
      [id, ...also].flatMap((one) => {
        const target = controlIn(before, frameId, one)?.target ?? null;
        if (value === undefined || origin === undefined || target === null) return [];
        return [{ id: one, target, value, note: originText(origin, words) }];
      }),
    );
    const reply = await send(tabId, frameId, "fillPage", { operation: newOperation(), entries }).catch(() => null);
    if (reply === null) {
      gone = true;
      continue;
    }
    const outcomeOf = new Map(reply.outcomes.map((outcome) => [outcome.id, outcome]));
    await cell.update((tab) => {
      const records = { ...tab.filled };
      for (const { id, also, value, origin } of own) {
        for (const one of [id, ...also]) {
          const outcome = outcomeOf.get(one);
          if (outcome !== undefined && value !== undefined && origin !== undefined)
            records[refOf({ frameId, id: one })] = { outcome, value, origin };
        }
      }
      const wrote = reply.outcomes.some(({ outcome }) => outcome === "filled");
      return { ...withReading(tab, frameId, reply.page), filled: records, undoable: tab.undoable || wrote };
    });
    for (const { id, also } of own) {
      const outcomes = [id, ...also].map((one) => outcomeOf.get(one)?.outcome);
      if (outcomes.includes("filled")) filled += 1;
      else if (outcomes.includes("left")) left += 1;
    }
  }
  return { filled, left, gone };
}

/** Writes one value where the person opened the menu. True when it stands there; the page itself says why not. */
export async function fillOne(
  { send, cell, tabId, words }: PageDeps & { readonly words: Messages },
  frameId: number,
  field: FieldKey,
  { value, origin }: Proposal,
): Promise<boolean> {
  const input = { operation: newOperation(), field, value, note: originText(origin, words), reasons: words.fields.reasons };
  const reply = await send(tabId, frameId, "fillField", input).catch(() => null);
  const outcome = reply?.outcome;
  if (reply === null || outcome === null || outcome === undefined || outcome.outcome === "left") return false;
  const filled = outcome.outcome === "filled";
  await cell.update((tab) => ({
    ...withReading(tab, frameId, reply.page),
    filled: { ...tab.filled, [refOf({ frameId, id: outcome.id })]: { outcome, value, origin } },
    undoable: tab.undoable || filled,
  }));
  return true;
}

/** Puts every frame back as it was before us. */
export async function undoPage({ send, cell, tabId }: PageDeps): Promise<Output<"undo">> {
  const tab = await cell.read();
  let restored = 0;
  let gone = false;
  for (const { frameId } of touchedFrames(tab)) {
    const reply = await send(tabId, frameId, "undoPage", {}).catch(() => null);
    if (reply === null) {
      gone = true;
      continue;
    }
    restored += reply.outcomes.filter(({ outcome }) => outcome === "restored").length;
    const kept = new Set(reply.outcomes.filter(({ outcome }) => outcome === "left").map(({ id }) => refOf({ frameId, id })));
    const remaining = <T>(records: Record<string, T>, isKept: (ref: string) => boolean) =>
      Object.fromEntries(Object.entries(records).filter(([ref]) => !ref.startsWith(`${frameId}#`) || isKept(ref)));
    await cell.update((before) => ({
      ...withReading(before, frameId, reply.page),
      filled: remaining(before.filled, () => false),
      attached: remaining(before.attached, (ref) => kept.has(ref)),
      undoable: false,
    }));
  }
  return { restored, gone };
}

interface AttachDeps extends PageDeps {
  readonly made: MadeShelf;
  readonly take: (pieceId: string) => Promise<Taken>;
  /** Notes what was attached, or not taken by the page. */
  readonly record: (lines: readonly Omit<Diligence, "at">[]) => Promise<void>;
}

/** Attaches slot after slot: portals that upload at once do not like two at a time. */
export async function attachToPage(deps: AttachDeps, choices: readonly AttachChoice[]): Promise<AttachOutcome[]> {
  const outcomes: AttachOutcome[] = [];
  for (const choice of choices) {
    const outcome = await attachOne(deps, choice);
    outcomes.push(outcome);
    await deps.cell.update((tab) => ({
      ...tab,
      attached: { ...tab.attached, [refOf(choice)]: outcome },
      undoable: tab.undoable || outcome.outcome === "attached",
    }));
  }
  return outcomes;
}

async function attachOne(deps: AttachDeps, { frameId, id, pieces, made }: AttachChoice): Promise<AttachOutcome> {
  const documents = await documentsOf(deps, pieces, made);
  if ("problem" in documents) return { frameId, id, outcome: "noDocument", problem: documents.problem, files: [] };
  // Read before: a portal that takes the file at once takes its row away too.
  const tab = await deps.cell.read();
  const control = controlIn(tab, frameId, id);
  const gone: AttachOutcome = { frameId, id, outcome: "gone", files: [] };
  if (control === undefined || control.target === null) return gone;
  const answer = await giveAll(deps, frameId, control, documents.ready).catch(() => null);
  if (answer === null) return gone;
  const { outcome, page } = answer;
  const attached = outcome.outcome !== "left";
  await deps.record(await linesOf(tab, control, documents.ready, attached ? "attached" : "refused"));
  await deps.cell.update((now) => withReading(now, frameId, page));
  return {
    frameId,
    id,
    outcome: attached ? "attached" : "refused",
    reason: outcome.reason,
    files: attached ? documents.ready.map(({ fileName }) => fileName) : [],
  };
}

/** Hands the files over and has them attached. @throws when the frame is gone */
async function giveAll(deps: AttachDeps, frameId: number, { id, target }: ControlReport, documents: readonly ShelvedDocument[]) {
  const files = [];
  for (const document of documents) files.push(await give(deps, frameId, document));
  return deps.send(deps.tabId, frameId, "attachPage", { operation: newOperation(), id, target: target ?? "document.autre", files });
}

async function linesOf(
  tab: TabState,
  { heading, label }: ControlReport,
  documents: readonly ShelvedDocument[],
  what: "attached" | "refused",
): Promise<Omit<Diligence, "at">[]> {
  const place = heading || label || undefined;
  const hashes = await Promise.all(documents.map(({ bytes }) => sha256Of(bytes)));
  return documents.map(({ fileName, bytes }, index) => ({
    what,
    fileName,
    sha256: hashes[index] ?? "",
    size: bytes.length,
    ...(place === undefined ? {} : { place }),
    host: hostOf(tab),
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

/** 32 kB at a time: longer argument lists overflow the stack. */
function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += 0x8000) binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(binary);
}
