import type { ControlReading } from "../../src/domain/page-reading.ts";

/** The properties that every reading of a control has, here for an empty control read for sure. */
export const PLAIN = {
  label: "",
  required: false,
  empty: true,
  tier: "sure",
  doubts: [],
  score: 1,
  clues: [],
} as const satisfies Partial<ControlReading>;
