/** What the tab's page holds of the company: asked of its frames, told to a screen, and kept nowhere. */
import { comparedIn, type HeldPage, type HeldValue } from "../domain/account.ts";
import { present } from "../domain/present.ts";
import type { SendToFrame } from "./context.ts";
import { consultationOf, type FrameReading, framesOf, type TabState } from "./tabs.ts";

/** @param tab with what the person taught of its forms; pages that hold no form of ours are compared too */
export async function heldIn(tab: TabState, tabId: number, send: SendToFrame): Promise<HeldPage> {
  const held = await Promise.all(framesOf(tab).map((frame) => heldInFrame(frame, tabId, send)));
  return { held: held.flat(), sirets: siretsIn(tab) };
}

async function heldInFrame({ frameId, page }: FrameReading, tabId: number, send: SendToFrame): Promise<HeldValue[]> {
  const asked = page.controls.flatMap((control) => {
    const field = comparedIn(control);
    // No part by its day or its country, and no average, is of those compared.
    const { id, label, part, of } = control;
    return field === null ? [] : [{ frameId, id, field, label, ...(present({ part, of }) as Pick<HeldValue, "part" | "of">) }];
  });
  if (asked.length === 0) return [];
  const { held } = await send(tabId, frameId, "tellHeld", { ids: asked.map(({ id }) => id).slice(0, MOST_ASKED) }).catch(() => ({
    held: [],
  }));
  const told = new Map(held.map(({ id, text }) => [id, text]));
  return asked.flatMap((one) => {
    const text = told.get(one.id) ?? "";
    return text === "" ? [] : [{ ...one, text }];
  });
}

const MOST_ASKED = 200;

/** Numbers written in the page, but the buyer's. */
function siretsIn(tab: TabState): string[] {
  const buyer = consultationOf(tab)?.acheteurSiret;
  const found = framesOf(tab).flatMap(({ page }) => page.sirets.filter(({ party }) => party !== "acheteur").map(({ siret }) => siret));
  return [...new Set(found)].filter((siret) => siret !== buyer);
}
