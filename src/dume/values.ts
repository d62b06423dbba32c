/** What answers a question of a DUME. */

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

/** The end of a question's id in its criterion, as the standard numbers it. */
export type AnswerPart = readonly [end: string, value: Value, by?: Answered["by"]];
