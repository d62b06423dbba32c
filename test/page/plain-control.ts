import type { ControlReading } from "../../src/domain/page-reading.ts";

/** What every reading of a control says, for an empty one that is read for sure. */
export const PLAIN = {
  label: "",
  required: false,
  empty: true,
  tier: "sure",
  doubts: [],
  score: 1,
  clues: [],
} as const satisfies Partial<ControlReading>;
