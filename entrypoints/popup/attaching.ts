/** Attaching, over this browser. Loaded at the first gesture: the code that makes a dossier is heavy. */
import browser from "webextension-polyfill";
import { attachSlots } from "../../src/maker/attach.ts";
import { prepare } from "../../src/maker/prepare.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { AttachReport, SlotChoice } from "../../src/messages/contract.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { madeShelf } from "../../src/store/made-shelf.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { bring } from "./bytes.ts";

const shelf = madeShelf(openShelf(cellsOf(storeOf(browser.storage.session))));

export function attachIn(tabId: number, slots: readonly SlotChoice[], situation: Situation): Promise<AttachReport> {
  return attachSlots(
    {
      prepare: (request, format) => prepare(request, format, { bring: (id) => bring(tabId, id), shelf }),
      shelf,
      attach: async (choices) => (await send("attach", { tabId, choices })).outcomes,
      record: (prepared) => send("recordPrepared", prepared),
      now: () => new Date(),
    },
    slots,
    situation,
  );
}
