/** What a screen keeps of the person's choices for one tab, in the browser's memory: a popup closes at each click in the page. */
import { z } from "zod";

export const KeptScreen = z.object({
  /** Of which page and company: for another, only the tab shown is kept. */
  of: z.string(),
  tab: z.enum(["form", "pieces", "sources"]).nullable(),
  /** How far the tab was scrolled, in pixels. */
  scroll: z.number(),
  /** Lines that are not to be written, and proposed ones that are, by their references. */
  excluded: z.array(z.string()),
  accepted: z.array(z.string()),
  /** Slots that the person ticked or unticked. */
  ticked: z.record(z.string(), z.boolean()),
  /** What goes into a slot. */
  choices: z.record(z.string(), z.array(z.string())),
  /** Texts typed and not saved yet, by what they answer. */
  drafts: z.record(z.string(), z.string()),
});
export type KeptScreen = z.infer<typeof KeptScreen>;

export const NOTHING_KEPT: KeptScreen = {
  of: "",
  tab: null,
  scroll: 0,
  excluded: [],
  accepted: [],
  ticked: {},
  choices: {},
  drafts: {},
};

/** What is kept, as far as it is about that page and that company. */
export function keptFor(kept: KeptScreen, siret: string | null, document: string): KeptScreen {
  const of = `${siret ?? ""} ${document}`;
  return kept.of === of ? kept : { ...NOTHING_KEPT, of, tab: kept.tab };
}

/** The same list with one more, or without it. */
export function toggled(list: readonly string[], item: string, isIn: boolean): string[] {
  const others = list.filter((one) => one !== item);
  return isIn ? [...others, item] : others;
}
