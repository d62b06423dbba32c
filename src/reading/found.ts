/** One control while its concept is searched for, and what was found. */

import type { ControlEvidence, Label } from "../domain/evidence.ts";
import { isFieldKey } from "../domain/fields.ts";
import type { Clue } from "../domain/page-reading.ts";
import type { Common } from "./common.ts";
import { isPlain, type Understood, understand } from "./concepts.ts";
import type { Concept } from "./lexicon.ts";

export interface Asking {
  readonly control: ControlEvidence;
  readonly labels: readonly Label[];
  readonly common: Common;
  /** What the `name` and the `id` say. */
  readonly fromName: Concept | null;
  /** Each text that said something is noted here. */
  readonly clues: Clue[];
}

export interface Found {
  readonly concept: Concept | null;
  readonly also: readonly Concept[];
  /** 0–1. */
  readonly confidence: number;
  /** The text that decided. */
  readonly by?: Clue | undefined;
}

export const NONE: Found = { concept: null, also: [], confidence: 0 };

export const foundAs = (concept: Concept, confidence: number, by?: Clue): Found => ({ concept, also: [], confidence, by });

/** Notes that a text is evidence for a concept. */
export function spoke({ clues }: Pick<Asking, "clues">, from: string, text: string, concept: Concept, weight: number): Clue {
  const clue: Clue = { from, text, target: clueTarget(concept), weight };
  clues.push(clue);
  return clue;
}

function clueTarget(concept: Concept): Clue["target"] {
  return isFieldKey(concept) ? concept : "none";
}

/** What a text asks; `null` unless it asks one plain thing. */
export function plainOrNull(text: string): Understood | null {
  const understood = understand(text);
  return understood !== null && isPlain(understood) ? understood : null;
}
