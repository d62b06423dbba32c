/** What a control is to receive, once its neighbours have spoken. */
import { isFieldKey } from "../domain/fields.ts";
import type { ControlReading, Target } from "../domain/page-reading.ts";
import type { Concept } from "./lexicon.ts";

export interface Resolved {
  readonly target: Target | null;
  readonly part?: ControlReading["part"];
  readonly of?: ControlReading["of"];
  /** Why nothing is to be written though something was recognised. */
  readonly leave?: "otherParty" | undefined;
  readonly why?: string | undefined;
}

export const NOTHING: Resolved = { target: null };

/** Recognised, and not the candidate's to write here. */
export const refused = (why: string): Resolved => ({ target: null, why });

export function asField(concept: Concept): Resolved {
  return isFieldKey(concept) ? { target: concept } : NOTHING;
}
