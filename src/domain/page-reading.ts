/**
 * The result of reading a page. Plain data, since it crosses messages; the live elements stay in the content script.
 */
import type { Consultation } from "./consultation.ts";
import type { FieldKey } from "./fields.ts";
import type { PieceKind } from "./pieces.ts";
import type { MaxSize } from "./slot-limits.ts";

/** What a control asks for: a field or a piece. */
export type Target = FieldKey | `document.${PieceKind}`;

export type ControlType = "text" | "textarea" | "select" | "radio" | "checkbox" | "file" | "dropZone";

/** One step of the reasoning, for debugging: the evidence, its target and its weight. */
export interface Clue {
  /** "label:for", "label:row", "heading", "name", "maxlength", "portal:atexo"… */
  readonly from: string;
  readonly text: string;
  readonly target?: Target | "none" | undefined;
  readonly weight: number;
}

/** How far a reading goes: `sure` is written by one click, `proposed` only once the person has accepted it. */
export type Tier = "sure" | "proposed";

/** Why a control is only proposed. */
export interface Doubt {
  /**
   * `title`: a title above it is not understood · `party`: its block may be about somebody else · `label`: its label is not plain ·
   * `person`: it does not say which person · `twice`: the page asks it more than once · `page`: it is not clearly a company's own form ·
   * `elsewhere`: its form is sent to another site, whose host is the text · `refused`: the person left it out of this form before ·
   * `map`: an imported map says so, and nobody here confirmed it.
   */
  readonly about: "title" | "party" | "label" | "person" | "twice" | "page" | "elsewhere" | "refused" | "map";
  /** The page's words that cause the doubt. */
  readonly text: string;
}

/** A control in a list that the company fills entry by entry: what it asks, and for which entry (from 0). */
export interface ListCell {
  /** `members`: companies of a group, with or without the mandataire · `lots`: boxes and lists that choose lots. */
  readonly list: (typeof LISTS)[number];
  readonly column: (typeof LIST_COLUMNS)[number];
  readonly at: number;
  /** The page's words for the entry: "Cotraitant 2" for a member, the label of a lot's box. */
  readonly said?: string | undefined;
  /** For a list: the texts of its options. */
  readonly options?: readonly string[] | undefined;
}

export const LISTS = ["references", "team", "members", "lots"] as const;

/**
 * `contact`: name, telephone and e-mail in one control · `name`: first and last name, or a company's name ·
 * `address`: whole, in one control; `street` when the postal code or the town have their own · `lot`: its number or name ·
 * `role`: a person's job, or a company's place in its group · `performs`: what a member carries out · `share`: its per cent of the contract.
 */
export const LIST_COLUMNS = [
  "client",
  "objet",
  "amount",
  "dates",
  "year",
  "from",
  "until",
  "contact",
  "contactName",
  "contactPhone",
  "contactEmail",
  "name",
  "lastName",
  "firstName",
  "role",
  "qualifications",
  "experience",
  "siret",
  "siren",
  "email",
  "phone",
  "address",
  "street",
  "postalCode",
  "city",
  "performs",
  "share",
  "lot",
] as const;

export interface ControlReading {
  /**
   * Unique in its document; fill and attach name the control by it. Outside the frame it is a handle of `page/sight.ts`: it stands for the
   * element and what it asks, never for a position.
   */
  readonly id: string;
  /** CSS selector, unique in its document or shadow root. */
  readonly selector: string;
  /** Selectors of the open shadow hosts around it, outermost first, joined by " >>> ". */
  readonly shadow?: string | undefined;
  readonly type: ControlType;
  /** What will be filled or attached there; `null`: left alone. */
  readonly target: Target | null;
  /** Why it is recognised but must not be written: read-only, disabled, sworn statement… */
  readonly leave?: "readOnly" | "disabled" | "sworn" | "hidden" | "otherParty" | "password" | "captcha" | "search" | "price" | undefined;
  /** For a field split over several controls: which part of the canonical value this one takes. */
  readonly part?: { readonly from: number; readonly to: number } | { readonly piece: "day" | "month" | "year" | "countryCode" } | undefined;
  /** Which variant it asks for, when the field has variants that must not be confused: the head office's address, the average headcount. */
  readonly of?: "siege" | "moyen" | undefined;
  /** Set for a list about others than the company; it then has no target, unless `lead` is set. */
  readonly cell?: ListCell | undefined;
  /** The page asks it of the mandataire of the group: another company's when that one leads the bid. */
  readonly lead?: true | undefined;
  /** Content of a cell that names its row's company: a SIRET or a name. */
  readonly holds?: string | undefined;
  /** Unit the page wants an amount in, where it is not the euro. */
  readonly unit?: "kEUR" | "MEUR" | undefined;
  /** The label that a person reads beside the control. */
  readonly label: string;
  /** Title of its block. */
  readonly heading?: string | undefined;
  /** The titles further above it, nearest first. */
  readonly above?: readonly string[] | undefined;
  /** The texts of its row of a table that are not its label, nearest first. */
  readonly beside?: readonly string[] | undefined;
  /** Number of its form in its document; absent outside any form. */
  readonly form?: number | undefined;
  readonly required: boolean;
  readonly empty: boolean;
  readonly maxLength?: number | undefined;
  /** The types that an upload slot accepts, as an `accept` attribute: its own, or written beside it. */
  readonly accept?: string | undefined;
  /** The largest file that it accepts, as written beside it. */
  readonly maxSize?: MaxSize | undefined;
  readonly multiple?: boolean | undefined;
  readonly tier: Tier;
  /** Why it is only proposed, strongest doubt first. */
  readonly doubts: readonly Doubt[];
  readonly score: number;
  readonly clues: readonly Clue[];
}

/** Names a control across the frames of a tab. */
export function refOf({ frameId, id }: { readonly frameId: number; readonly id: string }): string {
  return `${frameId}#${id}`;
}

export interface PageReading {
  /** The page holds a form of ours. When false, `controls` are not to be filled. */
  readonly detected: boolean;
  readonly kind: "identification" | "registration" | "candidature" | "upload" | null;
  /** Portal whose exceptions were applied. */
  readonly portal: string | null;
  /** Why detected or not. */
  readonly why: readonly string[];
  /**
   * Why the page, or the part that holds its controls, was not read: `tooMany` controls for a form, or elements nested `tooDeep`, as only a
   * script nests them. Nothing is filled there.
   */
  readonly unread?: "tooMany" | "tooDeep" | undefined;
  readonly controls: readonly ControlReading[];
  /** Valid SIRETs written on the page, and where: the buyer's are told apart from the bidder's. */
  readonly sirets: readonly {
    readonly siret: string;
    readonly where: "input" | "text";
    readonly party: "candidat" | "acheteur" | "unknown";
  }[];
  readonly consultation: Consultation | null;
}

/** What happened to one control when it was asked to be filled. */
export interface FillOutcome {
  readonly id: string;
  readonly target: Target;
  readonly outcome: "filled" | "alreadyRight" | "left";
  /** For `left`: why. A value that does not fit is never cut. */
  readonly reason?:
    | "typed"
    | "tooLong"
    | "noOption"
    | "format"
    | "gone"
    /** What was read there asks something else now. */
    | "changed"
    | "pageRefused"
    | "notEmpty"
    | "readOnly"
    /** Not seen by a person: a honeypot, a closed panel. */
    | "hidden"
    /** A password, a captcha, a search box, a sworn statement, another party's control. */
    | "notOurs"
    /** The control's `accept` refuses the file. */
    | "notAccepted"
    /** Heavier than what the page says that the control takes. */
    | "tooHeavy"
    /** Several files for a control that takes one. */
    | "oneFileOnly"
    | "attachFailed"
    | undefined;
  /** The control's present text. */
  readonly written?: string | undefined;
}
