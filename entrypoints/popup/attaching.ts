/** Attaching: each piece as it is; where the whole candidature goes, the dossier that was prepared, or one file made now of the pieces chosen. */
import browser from "webextension-polyfill";
import type { AttachReport, SlotChoice } from "../../components/Screen.tsx";
import { type Prepared, prepare } from "../../src/maker/prepare.ts";
import { requestOf } from "../../src/maker/request.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { AttachChoice, AttachOutcome } from "../../src/messages/contract.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { madeShelf } from "../../src/store/made-shelf.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { madeFormatOf } from "../../src/writing/made-format.ts";
import { bring } from "./bytes.ts";

const shelf = madeShelf(openShelf(), cellsOf(storeOf(browser.storage.session)));

/** Slot after slot, in one message; what was made here leaves the shelf afterwards, whatever happened. */
export async function attachSlots(tabId: number, slots: readonly SlotChoice[], situation: Situation): Promise<AttachReport> {
  const choices: AttachChoice[] = [];
  const failed: AttachOutcome[] = [];
  const temporary: string[] = [];
  const leftOut = new Map<string, AttachReport["leftOut"] extends ReadonlyMap<string, infer Why> ? Why : never>();
  try {
    for (const { slot, pieces } of slots) {
      const { frameId, id } = slot;
      if (slot.prepared.flat().some((key) => pieces.includes(key))) {
        choices.push({ frameId, id, pieces: [], made: [...pieces] });
        continue;
      }
      if (!slot.merged) {
        choices.push({ frameId, id, pieces: [...pieces], made: [] });
        continue;
      }
      const made = await prepareNow(tabId, { slot, pieces }, situation);
      const keys = made.files.map(({ key }) => key);
      temporary.push(...keys);
      for (const { id: piece, leftOut: reason } of made.outcomes) {
        if (reason !== undefined) leftOut.set(piece, made.problems.get(piece) ?? reason);
      }
      if (keys.length === 0) failed.push({ frameId, id, outcome: "noDocument", problem: "notADocument", files: [] });
      else choices.push({ frameId, id, pieces: [...pieces], made: keys });
    }
    const { outcomes } = choices.length === 0 ? { outcomes: [] } : await send("attach", { tabId, choices });
    return { outcomes: [...outcomes, ...failed], leftOut };
  } finally {
    await shelf.remove(temporary);
  }
}

async function prepareNow(tabId: number, { slot, pieces }: SlotChoice, situation: Situation): Promise<Prepared> {
  const request = requestOf(situation, { pieces, footers: true }, new Date());
  if (request === null || situation.work === null) return { files: [], outcomes: [], problems: new Map() };
  const made = await prepare(request, madeFormatOf(slot.kind, slot.accept), { bring: (id) => bring(tabId, id), shelf });
  const files = made.files.map(({ fileName, sha256, size }) => ({ fileName, sha256, size }));
  if (files.length > 0) await send("recordPrepared", { work: situation.work, files });
  return made;
}
