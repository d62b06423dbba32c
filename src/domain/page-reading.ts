/**
 * What reading a page gives. Plain data (it crosses messages), but for the live elements, which stay in the content script.
 */
import type { Consultation } from "./consultation.ts";
import type { FieldKey } from "./fields.ts";
import type { PieceKind } from "./pieces.ts";
import type { MaxSize } from "./slot-limits.ts";

/** What a control asks: a field, a piece, or nothing of ours. */
export type Target = FieldKey | `document.${PieceKind}`;

export type ControlType = "text" | "textarea" | "select" | "radio" | "checkbox" | "file" | "dropZone";

/** One step of the reasoning, for people who mend it: what spoke, for which target, with what weight. */
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
   * `title`: a title over it is not understood · `party`: its block may be somebody else's · `label`: what it asks is not said plainly ·
   * `person`: which person is not said · `twice`: the page asks it more than once · `page`: the page is not clearly a company's own form ·
   * `elsewhere`: its form sends what it holds to another site, whose host is the text · `refused`: the person left it out of this form before ·
   * `map`: an imported map says so, and nobody here confirmed it.
   */
  readonly about: "title" | "party" | "label" | "person" | "twice" | "page" | "elsewhere" | "refused" | "map";
  /** The words of the page that make the doubt. */
  readonly text: string;
}

/** A control of a list that a page asks the company to fill, entry by entry: what it asks of which entry, counted from 0. */
export interface ListCell {
  /** `members`: the companies of a group, the mandataire among them or not · `lots`: boxes and lists by which lots are chosen. */
  readonly list: (typeof LISTS)[number];
  readonly column: (typeof LIST_COLUMNS)[number];
  readonly at: number;
  /** What the page writes of the entry: "Cotraitant 2" of a member, what a box of lots says. */
  readonly said?: string | undefined;
  /** Of a list of lots: what its options say. */
  readonly options?: readonly string[] | undefined;
}

export const LISTS = ["references", "team", "members", "lots"] as const;

/**
 * `contact`: the name and how to reach it, in one place · `name`: the first name and the last, or what a company is called ·
 * `address`: whole, in one place; `street` where the postal code or the town have a place of their own · `lot`: what names one.
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
  "lot",
] as const;

export interface ControlReading {
  /**
   * Unique in its document; the name by which fill and attach call it. Out of a frame it is a handle of `page/sight.ts`: it stands for the
   * element and what it asks, never for a position.
   */
  readonly id: string;
  /** CSS selector, unique in its document or shadow root. */
  readonly selector: string;
  /** Selector of the open shadow host(s) that hold it, outermost first, joined by " >>> ". */
  readonly shadow?: string | undefined;
  readonly type: ControlType;
  /** What will be filled or attached there; `null`: left alone. */
  readonly target: Target | null;
  /** Recognised but not to be written (read-only, disabled, sworn statement…); says why. */
  readonly leave?: "readOnly" | "disabled" | "sworn" | "hidden" | "otherParty" | "password" | "captcha" | "search" | "price" | undefined;
  /** For a field split over several controls: which part of the canonical value this one takes. */
  readonly part?: { readonly from: number; readonly to: number } | { readonly piece: "day" | "month" | "year" | "countryCode" } | undefined;
  /** Which one, when the field has a neighbour that must not be taken for it: the head office's address, the average headcount. */
  readonly of?: "siege" | "moyen" | undefined;
  /** Of a list that is not the company itself; then it has no target. */
  readonly cell?: ListCell | undefined;
  /** What stands in a cell that names its row's company: its SIRET or its name. */
  readonly holds?: string | undefined;
  /** Unit the page wants an amount in, where it is not the euro. */
  readonly unit?: "kEUR" | "MEUR" | undefined;
  /** What a person reads beside the control. */
  readonly label: string;
  /** Title of the block it stands in. */
  readonly heading?: string | undefined;
  /** The further titles over it, nearest first. */
  readonly above?: readonly string[] | undefined;
  /** Number of its form in its document; controls of none have none. */
  readonly form?: number | undefined;
  readonly required: boolean;
  readonly empty: boolean;
  readonly maxLength?: number | undefined;
  /** What an upload slot takes, as an `accept` attribute: its own, or what the page writes beside it. */
  readonly accept?: string | undefined;
  /** What one of its files may weigh, as the page writes beside it. */
  readonly maxSize?: MaxSize | undefined;
  readonly multiple?: boolean | undefined;
  readonly tier: Tier;
  /** Why it is only proposed, the weightiest first. */
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
   * Why the page, or the part of it that holds its controls, was left alone: `tooMany` controls for a form, or `tooDeep` elements that only a
   * script nests. Nothing is filled there.
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
  /** What stands in the control now, as text. */
  readonly written?: string | undefined;
}
