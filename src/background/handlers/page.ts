/** What is read in a page, written there and taken back. */
import { isPlainPage } from "../../domain/addresses.ts";
import type { ConsultationEvent } from "../../domain/kept-consultation.ts";
import type { Input, Origin as MessageOrigin, Output } from "../../messages/contract.ts";
import { noteEvent } from "../consultations.ts";
import type { Context, Handles } from "../context.ts";
import { enter, lookAt } from "../enter.ts";
import { heldIn } from "../held.ts";
import { sayingsOf } from "../lessons.ts";
import { fillCells } from "../list-cells.ts";
import { fillPage, forgetGone, undoPage } from "../page-work.ts";
import { EVERYWHERE, withCorrection } from "../settings.ts";
import { consultationOf, detectedFrames, isNewDocument, portalOf, type TabState, withFrame } from "../tabs.ts";
import { teach } from "./lessons.ts";

export function pageHandlers(
  context: Context,
): Handles<"pageRead" | "lookAt" | "readPage" | "correct" | "goTo" | "readHeld" | "fill" | "fillLists" | "undo"> {
  const { settings, tabCell, readTab, sendToFrame } = context;
  return {
    pageRead: (report, origin) => takeIn(context, report, origin),

    lookAt: async ({ tabId }) => {
      await lookAt(context, tabId);
      return {};
    },

    readPage: async ({ tabId }) => {
      if (!(await enter(context, tabId))) return { detected: false, plain: true };
      await tabCell(tabId).update((before) => ({ ...before, asked: true }));
      const page = await sendToFrame(tabId, 0, "read", {});
      return { detected: page.detected, plain: false };
    },

    correct: async ({ tabId, field, value, everywhere }) => {
      const tab = await readTab(tabId);
      let accepted = false;
      await settings.update((before) => {
        if (before.siret === null || tab === null) return before;
        const after = withCorrection(before, before.siret, everywhere ? EVERYWHERE : portalOf(tab), field, value);
        accepted = after.refused.length === 0;
        return after.settings;
      });
      return { accepted };
    },

    goTo: async ({ tabId, frameId, id }) => sendToFrame(tabId, frameId, "showControl", { id }).catch(() => ({ gone: true })),

    readHeld: async ({ tabId }) => {
      const tab = await readTab(tabId);
      if (tab === null) return { held: [], sirets: [] };
      const { held, sirets } = await heldIn(tab, tabId, sendToFrame);
      return { held: [...held], sirets: [...sirets] };
    },

    fill: async (input) => {
      // A page may tell less of its consultation once it is filled.
      const tab = await readTab(input.tabId);
      const filled = await fill(context, input);
      if (filled.filled > 0) await note(context, tab, { what: "filled", fields: filled.filled });
      return filled;
    },

    fillLists: (input) => fillLists(context, input),

    undo: async ({ tabId }) => undoPage({ send: sendToFrame, cell: tabCell(tabId), tabId }),
  };
}

/** Takes in what a frame reports, and notes a consultation that is met. A private window leaves no trace by itself. */
async function takeIn(
  context: Context,
  report: Input<"pageRead">,
  { tabId, frameId, url = "", incognito = false }: MessageOrigin,
): Promise<Output<"pageRead">> {
  if (tabId === undefined || frameId === undefined || isPlainPage(url)) return {};
  const cell = context.tabCell(tabId);
  // The frames of the page before went with it; those of this one may have told of themselves first.
  if (frameId === 0 && isNewDocument(await cell.read(), frameId, report.document))
    await forgetGone({ send: context.sendToFrame, cell, tabId });
  const before = await cell.read();
  const tab = await cell.update((known) => withFrame(known, frameId, url, report));
  const read = await context.readTab(tabId);
  context.badge(tabId, detectedFrames(tab).length > 0 && read !== null);
  // A page reports at each of its changes: what it says of its consultation rarely is one.
  const isTold = before.frames[frameId]?.document === report.document && isSameConsultation(before, tab);
  if (!incognito && !isTold) await note(context, read, { what: "met" });
  return {};
}

/** What happened to the consultation that the tab shows, for the company chosen. */
async function note(
  { settings, consultations, now }: Context,
  tab: TabState | null,
  event: Pick<ConsultationEvent, "what" | "fields">,
): Promise<void> {
  const { siret } = await settings.read();
  await noteEvent(consultations, siret, tab, { ...event, at: now().toISOString(), files: [], pieces: [] });
}

const isSameConsultation = (one: TabState, other: TabState) =>
  JSON.stringify(consultationOf(one)) === JSON.stringify(consultationOf(other));

/** Fills the page, and remembers for its form what the person accepted there and what they left out. */
async function fill(context: Context, { tabId, except, accepted }: Input<"fill">): Promise<Output<"fill">> {
  const cell = context.tabCell(tabId);
  const { fields } = await context.situation(tabId);
  const taught = (await context.readTab(tabId)) ?? (await cell.read());
  const deps = { send: context.sendToFrame, cell, tabId, words: (await context.words()).m };
  const filled = await fillPage(deps, fields, { except, accepted, taught });
  // The page is filled, whether or not there is room to remember it.
  await teach(context, tabId, sayingsOf(fields, { accepted, except }, taught)).catch(() => 0);
  return filled;
}

async function fillLists(context: Context, { tabId, cells }: Input<"fillLists">): Promise<Output<"fillLists">> {
  const tab = await context.readTab(tabId);
  const { m } = await context.words();
  const deps = { send: context.sendToFrame, cell: context.tabCell(tabId), tabId };
  const filled = await fillCells(deps, cells, ({ list }) => m.listNotes[list]);
  if (filled.filled > 0) await note(context, tab, { what: "filled", fields: filled.filled });
  return filled;
}
