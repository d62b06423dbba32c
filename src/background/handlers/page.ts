/** What is read in a page, written there and taken back. */
import { isPlainPage } from "../../domain/addresses.ts";
import type { Input, Output } from "../../messages/contract.ts";
import type { Context, Handles } from "../context.ts";
import { enter } from "../enter.ts";
import { sayingsOf } from "../lessons.ts";
import { fillPage, forgetGone, undoPage } from "../page-work.ts";
import { EVERYWHERE, withCorrection } from "../settings.ts";
import { detectedFrames, isNewDocument, portalOf, withFrame } from "../tabs.ts";
import { teach } from "./lessons.ts";

/** A screen does not wait longer than this for a page that is busy, in milliseconds: it draws what is known, and again when the page was read. */
const PATIENCE_MS = 400;

export function pageHandlers(
  context: Context,
): Handles<"needReader" | "pageRead" | "lookAt" | "readPage" | "correct" | "goTo" | "fill" | "undo"> {
  const { settings, tabCell, readTab, sendToFrame } = context;
  return {
    needReader: async (_, { tabId, frameId, url }) => {
      if (tabId === undefined || frameId === undefined || isPlainPage(url ?? "")) return {};
      // The frame may be gone, or show another site by now.
      await context.inject(tabId, frameId).catch(() => undefined);
      return {};
    },

    pageRead: async (report, { tabId, frameId, url }) => {
      if (tabId === undefined || frameId === undefined || isPlainPage(url ?? "")) return {};
      const cell = tabCell(tabId);
      // The frames of the page before went with it; those of this one may have told of themselves first.
      if (frameId === 0 && isNewDocument(await cell.read(), frameId, report.document)) await forgetGone({ send: sendToFrame, cell, tabId });
      const tab = await cell.update((before) => withFrame(before, frameId, url ?? "", report));
      context.badge(tabId, detectedFrames(tab).length > 0 && (await readTab(tabId)) !== null);
      return {};
    },

    lookAt: async ({ tabId }) => {
      const isKnown = detectedFrames(await tabCell(tabId).read()).length > 0;
      const woken = context.wakeTab(tabId);
      if (!isKnown) await Promise.race([woken, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
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

    fill: (input) => fill(context, input),

    undo: async ({ tabId }) => undoPage({ send: sendToFrame, cell: tabCell(tabId), tabId }),
  };
}

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
