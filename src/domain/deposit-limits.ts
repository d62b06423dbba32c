/** A portal's limits on the size of a deposit and on the names of its files. */

/** `high` read in markup, code or a decision · `medium` told by a third party · `low` general knowledge. */
export type Confidence = "high" | "medium" | "low";

/** A fact about a portal, with where and when it was read. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly source: string;
  /** "YYYY-MM-DD". */
  readonly readOn: string;
  readonly confidence: Confidence;
}

/** Limits on the size of a deposit and on the names of its files. A limit that is not established is absent. */
export interface DepositLimits {
  /** Bytes of one whole deposit. */
  readonly totalBytes?: Sourced<number>;
  /** Bytes of one file. */
  readonly fileBytes?: Sourced<number>;
  /** Characters of a file's name, its extension included. */
  readonly nameLength?: Sourced<number>;
  /** Extensions taken, lower case without dot. */
  readonly extensions?: Sourced<readonly string[]>;
}
