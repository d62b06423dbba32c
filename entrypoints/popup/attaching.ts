/** Attaching: each piece as it is, and for the places that take the whole candidature, the one file made of the pieces chosen. */
import type { AttachReport, SlotChoice } from "../../components/Screen.tsx";
import type { MadeDossier } from "../../src/documents/made.ts";
import { madeFormatOf } from "../../src/forms/made-format.ts";
import { makeInWorker } from "../../src/maker/maker.ts";
import { requestOf } from "../../src/maker/request.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { AttachChoice, AttachOutcome, DocumentProblem } from "../../src/messages/contract.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { MADE } from "../../src/worker/shelf.ts";
import { bring, shelf } from "./bytes.ts";

/** Slot after slot, in one message; what was made for it leaves the shelf afterwards, whatever happened. */
export async function attachSlots(tabId: number, slots: readonly SlotChoice[], situation: Situation): Promise<AttachReport> {
  const choices: AttachChoice[] = [];
  const failed: AttachOutcome[] = [];
  const leftOut = new Map<string, AttachReport["leftOut"] extends ReadonlyMap<string, infer Why> ? Why : never>();
  try {
    for (const { slot, pieces } of slots) {
      const { frameId, id } = slot;
      if (!slot.merged) {
        choices.push({ frameId, id, pieces: [...pieces], made: null });
        continue;
      }
      const made = await madeFor(tabId, { slot, pieces }, situation);
      for (const { id: piece, leftOut: reason } of made.outcomes) {
        if (reason !== undefined) leftOut.set(piece, made.problems.get(piece) ?? reason);
      }
      if (made.key === null) failed.push({ frameId, id, outcome: "noDocument", problem: "notADocument", files: [] });
      else choices.push({ frameId, id, pieces: [...pieces], made: made.key });
    }
    const { outcomes } = choices.length === 0 ? { outcomes: [] } : await send("attach", { tabId, choices });
    return { outcomes: [...outcomes, ...failed], leftOut };
  } finally {
    for (const { made } of choices) if (made !== null) await shelf.remove(made);
  }
}

interface Made {
  /** On the shelf; `null` when no piece at all could be taken. */
  readonly key: string | null;
  readonly outcomes: MadeDossier["outcomes"];
  readonly problems: ReadonlyMap<string, DocumentProblem>;
}

async function madeFor(tabId: number, { slot, pieces }: SlotChoice, situation: Situation): Promise<Made> {
  const now = new Date();
  const request = requestOf(situation, { pieces, footers: true }, now);
  if (request === null) return { key: null, outcomes: [], problems: new Map() };
  const problems = new Map<string, DocumentProblem>();
  const bytesOf = async (id: string) => {
    const brought = await bring(tabId, id);
    if ("bytes" in brought) return brought.bytes;
    problems.set(id, brought.problem);
    return null;
  };
  const { files, outcomes } = await makeInWorker(request, madeFormatOf(slot.kind, slot.accept), { bytesOf });
  const [file] = files;
  if (file === undefined || outcomes.every(({ leftOut }) => leftOut !== undefined)) return { key: null, outcomes, problems };
  const key = `${MADE}${crypto.randomUUID()}`;
  const { fileName, mediaType, bytes } = file;
  await shelf.put({ key, fileName, mediaType, bytes, putAt: now.getTime() });
  await send("recordPrepared", { tabId, files: [{ fileName, sha256: file.sha256, size: bytes.length }] });
  return { key, outcomes, problems };
}
