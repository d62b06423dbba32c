/** The shape of a portal: where it lives, what generic reading gets wrong there, what its deposit accepts, how it tells the consultation. */
import type { Consultation } from "../domain/consultation.ts";
import type { FieldKey } from "../domain/fields.ts";
import type { PieceKind } from "../domain/pieces.ts";

/** What one control of the portal asks, where generic reading cannot know. */
export interface ControlException {
  /** CSS selector, in the frame that holds the control. */
  readonly selector: string;
  /** `none`: leave it alone. */
  readonly target: FieldKey | `document.${PieceKind}` | "none";
  /** What misleads generic reading there. */
  readonly why: string;
}

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

/** What a deposit may weigh and how its files may be named. What is not established is absent. */
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

export interface Portal {
  /** Name of its folder. */
  readonly id: string;
  /** What a person reads. */
  readonly label: string;
  /** Hosts where it is found, and how sure that is: "www.example.fr", or "*.example.fr" for it and all below. */
  readonly hosts: Readonly<Record<string, Confidence>>;
  /** True for a page of the same software on a host that is not listed. */
  readonly recognises?: (page: Document) => boolean;
  readonly exceptions: readonly ControlException[];
  /** What the page tells of the consultation, as far as this portal tells it its own way. */
  readonly consultation?: (page: Document) => Partial<Consultation>;
  readonly limits: DepositLimits;
}
