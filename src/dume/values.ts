/** Values of answers to a DUME's questions. */

export type Value =
  | { readonly indicator: boolean }
  | { readonly amount: number }
  | { readonly integer: number }
  | { readonly year: number }
  | { readonly date: string }
  | { readonly text: string }
  /** Days; a start that is not known is not written. */
  | { readonly until: string; readonly from?: string }
  | { readonly role: Role };

export interface Answered {
  /** Id of the question in the document. */
  readonly question: string;
  readonly value: Value;
  readonly by: "dossier" | "person";
}

export const ROLES = ["sole-tenderer", "group-lead", "group-mem"] as const;
export type Role = (typeof ROLES)[number];

/** An answer: the end of its question's id in the criterion, as the standard numbers it, and the value. */
export type AnswerPart = readonly [end: string, value: Value, by?: Answered["by"]];
