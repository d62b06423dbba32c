/**
 * What crosses between a page and who decides, as plain data: the evidence goes up, what is decided of each control comes back. No value that stands
 * in a control is part of it.
 */

import type { Evidence } from "./evidence.ts";
import type { ControlReading, PageReading, Target } from "./page-reading.ts";

export interface Question {
  readonly evidence: Evidence;
  /** The portal that the page was recognised as; `null` on an unknown site. */
  readonly portal: string | null;
  /** What the portal says of some controls, by their places in the evidence. */
  readonly exceptions: readonly { readonly at: number; readonly target: Target | "none"; readonly why: string }[];
}

/** One control, decided: what does not depend on what it holds now. */
export interface JudgedControl
  extends Pick<
    ControlReading,
    "target" | "leave" | "part" | "of" | "unit" | "cell" | "lead" | "label" | "tier" | "doubts" | "score" | "clues"
  > {
  /** Whose it is, where something says it. */
  readonly party?: "candidat" | "autre" | undefined;
}

export interface Judgement extends Pick<PageReading, "detected" | "kind" | "why"> {
  /** In the order of the evidence. */
  readonly controls: readonly JudgedControl[];
}

/** Longest text of a page that crosses, in characters: what is longer is no label, no title and no address. */
export const LONGEST_TEXT = 2_000;
/** Most entries of one list of the page that cross: titles, entries of menus, buttons of a form. */
export const MOST_LISTED = 1_000;
/** Largest question that is asked, in characters of its JSON. A thousand lists of all countries stay below. */
export const LARGEST_QUESTION = 12_000_000;
/** Most options of one list that cross. */
export const MOST_OPTIONS = 300;
/** Most answers of one group of buttons that cross. */
export const MOST_ANSWERS = 20;
