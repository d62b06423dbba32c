/**
 * What a page shows, as plain data: decisions use nothing else. It can be written to a file and read back, so that decisions are
 * tested without a browser. `collect.ts` makes it from a document.
 */
import type { ControlType } from "./page-reading.ts";

/** A text beside a control, and the place it was found in: the rungs of a ladder, best first. */
export interface Label {
  readonly from: Rung;
  readonly text: string;
  /** Help beside the label: examples, formats. Never what the control is. */
  readonly hint: string;
}

export type Rung =
  | "aria:labelledby"
  | "label:for"
  | "aria:label"
  | "label:near"
  | "label:after"
  | "table:row"
  | "table:column"
  | "list:term"
  | "before"
  | "block"
  | "placeholder"
  | "title";

/** A title over a control. Controls under the same title share its number. */
export interface Title {
  readonly text: string;
  /** 1–6 for h1–h6; between and after them for what only looks like a title. */
  readonly level: number;
  readonly block: number;
}

export interface ControlEvidence {
  readonly type: ControlType;
  /** `type` of an input; for others the element's name: "select", "textarea", "div". */
  readonly input: string;
  /** Place in the page's order. */
  readonly order: number;
  readonly name: string;
  readonly id: string;
  readonly autocomplete: string;
  /** Its classes and its parent's: they name captchas and traps. */
  readonly marks: string;
  /** 0: none. */
  readonly maxLength: number;
  readonly size: number;
  readonly pattern: string;
  readonly placeholder: string;
  /** Best rung first. */
  readonly labels: readonly Label[];
  /** For a button or box: what its group asks. */
  readonly questions: readonly Label[];
  /** Nearest first. */
  readonly titles: readonly Title[];
  /** Of a list: its answers, "value" and text. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** Of a radio button: what each button of its group says. */
  readonly answers: readonly string[];
  /** Number of its form, of its table row; `null` outside one. */
  readonly form: number | null;
  readonly row: number | null;
  /** True when the next control stands in the same small place. */
  readonly besideNext: boolean;
  /** True when it and the control before it are nearly alone together. */
  readonly pairedBefore: boolean;
  readonly isVisible: boolean;
  readonly isDisabled: boolean;
  readonly isReadOnly: boolean;
  /** True when it is, or is in, what the page marks as a search or as filters. */
  readonly inSearch: boolean;
  /** True when it is in what a shop names its basket or its checkout. */
  readonly inShop: boolean;
  /** The text just after it, and the caption of its table: units are written there. */
  readonly after: string;
  readonly caption: string;
}

export interface FormEvidence {
  /** True when it is sent by GET, or its only buttons search. */
  readonly searches: boolean;
  /** True for a box or two that subscribe to a newsletter. */
  readonly subscribes: boolean;
  /** How many boxes take text. */
  readonly texts: number;
  readonly buttons: readonly string[];
  readonly action: string;
  /** The host of another site that it sends to, itself or by one of its buttons. */
  readonly sendsTo?: string | undefined;
}

export interface Evidence {
  readonly title: string;
  /** First-level headings. */
  readonly main: readonly string[];
  /** First- and second-level headings outside menus and margins. */
  readonly headings: readonly string[];
  /** Entries of menus. */
  readonly menu: readonly string[];
  /** The first words of the main part. */
  readonly lead: string;
  readonly forms: readonly FormEvidence[];
  /** Buttons of no form. */
  readonly controls: readonly ControlEvidence[];
}
