/** Every weight and threshold of the reading, in one place. Set by hand on the labelled pages, checked by leaving one family out. */

import type { Rung } from "../domain/evidence.ts";

/** How far a text is believed by the place it stands in. */
export const RUNGS = {
  "aria:labelledby": 1,
  "label:for": 1,
  "aria:label": 1,
  "label:near": 0.95,
  "label:after": 0.9,
  "table:row": 0.95,
  "list:term": 0.95,
  before: 0.85,
  block: 0.8,
  "table:column": 0.85,
  placeholder: 0.8,
  title: 0.75,
} as const;

/** Rungs that name the control for sure. */
export const STRONG: ReadonlySet<Rung> = new Set<Rung>([
  "aria:labelledby",
  "label:for",
  "aria:label",
  "label:near",
  "table:row",
  "list:term",
]);

/** How far a label is believed that begins with a known thing and goes on in words that are not: enough to be proposed. */
export const PARTLY = 0.5;

/** Below, nothing is claimed; from `sure` on, what a control asks is said plainly. */
export const CONTROL = { least: 0.45, sure: 0.75 } as const;

/** What each sign of a page weighs, the sum from which it may be ours, and the sum from which it is for sure. */
export const PAGE = {
  identity: 3,
  twoOfCompany: 2,
  fourOfCompany: 1,
  address: 2,
  fourFields: 1,
  piece: 3,
  twoPieces: 2,
  upload: 3,
  titleOurs: 3,
  blockOurs: 2,
  pageOurs: 1,
  handsOver: 2,
  titleOwn: 3,
  pageOwn: 1,
  asksOwn: 2,
  company: 1,
  oath: 3,
  portal: 3,
  unsaid: -2,
  onlyFreed: -4,
  onlyTax: -3,
  onlyPersons: -3,
  letter: -6,
  against: -20,
  elsewhere: -3,
  mild: -2,
  perhaps: 2,
  clear: 5,
  clearBeside: 7,
  plain: 0.8,
  strange: 0.125,
  titled: 2,
  begun: 0.5,
  trades: 1,
  tradesOfBuyer: 2,
} as const;
