/** The type of a portal: its hosts, what generic reading gets wrong there, how it presents the consultation. */

import type { Consultation } from "../domain/consultation.ts";
import type { Confidence } from "../domain/deposit-limits.ts";
import type { FieldKey } from "../domain/fields.ts";
import type { HostPattern } from "../domain/hosts.ts";
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

/** A selector of something that the page holds, or what an address of its own site matches. */
export type Sign = string | RegExp;

export interface Portal {
  /** Name of its folder, when it has one. */
  readonly id: string;
  /** The portal's name, as a person reads it. */
  readonly label: string;
  /** Hosts where it is found, and how sure that is. */
  readonly hosts: Readonly<Record<HostPattern, Confidence>>;
  /** What tells a page of the same software on a host that is not listed: all the signs of one of these lists. */
  readonly signs?: readonly (readonly Sign[])[];
  /** What generic reading gets wrong there; absent: nothing known. */
  readonly exceptions?: readonly ControlException[];
  /** Reads what only this portal presents in its own way about the consultation. */
  readonly consultation?: (page: Document) => Partial<Consultation>;
}
