/** What a control is to receive, once its neighbours are taken into account. */
import { isFieldKey } from "../domain/fields.ts";
import type { ControlReading, Target } from "../domain/page-reading.ts";
import type { Concept } from "./lexicon.ts";

export interface Resolved {
  readonly target: Target | null;
  readonly part?: ControlReading["part"];
  readonly of?: ControlReading["of"];
  /** What it asks with its neighbours: a number told by its length, one box of several. */
  readonly asked?: Concept | null | undefined;
  readonly leave?: "otherParty" | undefined;
  /** The title that gave it to somebody else, where nothing else of its sort is asked. */
  readonly freedFrom?: string;
  /** Why nothing is to be written, or why another field than what its own words ask. */
  readonly why?: string | undefined;
}

export const OTHERS: Resolved = { target: null, leave: "otherParty", why: "of another party" };

/** Recognised, but not to be written here by the candidate. */
export const refused = (why: string): Resolved => ({ target: null, why });

export function asField(concept: Concept): Resolved {
  return isFieldKey(concept) ? { target: concept } : refused("no field of the catalogue");
}
