/** A document that the person has open in their own session, or that its page leads to, offered to the coffre. */

/**
 * How it is had. `tab`: the tab shows it · `embedded`: a frame of the page shows it · `link`: the page leads to it · `form`: the page's own button
 * sends a form that answers it.
 */
export type CatchWay = "tab" | "embedded" | "link" | "form";

export interface Catchable {
  /** Names it in its frame, as long as the page stays. */
  readonly id: string;
  readonly frameId: number;
  readonly way: CatchWay;
  /** What the page calls it; empty where it says nothing. */
  readonly label: string;
  /** What stands beside it in the page, when its label alone tells little: "Attestation de vigilance, 31/10/2026". */
  readonly beside: string;
  /** The page says that it is a PDF. Otherwise the answer alone tells. */
  readonly isSure: boolean;
}

/** What a tab offers. */
export interface Surveyed {
  /** "mon.urssaf.fr". */
  readonly host: string;
  readonly catchables: readonly Catchable[];
  /** How many more the page has. */
  readonly more: number;
  /** The tab shows something that no script enters, a reader of PDF perhaps: it is asked for by its address. */
  readonly isByAddress: boolean;
  /** For which the browser is to be asked to allow that site first. */
  readonly needsAccess: boolean;
}

/**
 * `session`: a page to sign in came instead · `page`: another page came · `elsewhere`: its site sends to another one · `tooLarge` · `tooSlow` ·
 * `refused`: the site answered an error · `unreachable` · `incomplete`: the form is not whole yet · `gone`: the page changed · `noAccess`: the
 * person did not let that site be asked.
 */
export const CATCH_FAILURES = [
  "session",
  "page",
  "elsewhere",
  "tooLarge",
  "tooSlow",
  "refused",
  "unreachable",
  "incomplete",
  "gone",
  "noAccess",
] as const;
export type CatchFailure = (typeof CATCH_FAILURES)[number];

/** The bytes as they cross from the page, or why there are none. */
export type Caught = { readonly base64: string; readonly fileName: string } | { readonly failure: CatchFailure };

/** Bytes of one document at most: what crosses from a page does so as one message. */
export const MOST_CAUGHT = 25_000_000;
