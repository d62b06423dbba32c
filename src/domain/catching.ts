/** A document that is open in the person's own session, or linked from the page, and that the coffre could keep. */

/**
 * How to get it. `tab`: the tab shows it · `embedded`: a frame of the page shows it · `link`: the page links to it · `form`: a button of
 * the page submits a form whose answer is the document.
 */
export type CatchWay = "tab" | "embedded" | "link" | "form";

export interface Catchable {
  /** Its name within its frame, while the page stays. */
  readonly id: string;
  readonly frameId: number;
  readonly way: CatchWay;
  /** The page's name for it; may be empty. */
  readonly label: string;
  /** The text next to it, when its label alone says little: "Attestation de vigilance, 31/10/2026". */
  readonly beside: string;
  /** True when the page says that it is a PDF. Otherwise only the download shows it. */
  readonly isSure: boolean;
}

/** A button that speaks of a document, and that only the page's own program can press. */
export interface Told {
  readonly label: string;
  readonly beside: string;
}

/** What a tab offers. */
export interface Surveyed {
  /** "mon.urssaf.fr". */
  readonly host: string;
  readonly catchables: readonly Catchable[];
  /** How many more documents the page has. */
  readonly more: number;
  readonly told: readonly Told[];
  /** The tab shows something that scripts cannot enter, such as a PDF viewer: the document is fetched by its address. */
  readonly isByAddress: boolean;
  /** The browser must first allow access to the site. */
  readonly needsAccess: boolean;
}

/**
 * `session`: a sign-in page came instead · `page`: another page came · `elsewhere`: the site redirects to another one · `tooLarge` ·
 * `tooSlow` · `refused`: the site answered an error · `unreachable` · `incomplete`: the form is not complete yet · `gone`: page changed ·
 * `noAccess`: the person did not allow access to the site · `notAgain`: the tab shows a document, which its address does not give again, as
 * after a form was sent.
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
  "notAgain",
] as const;
export type CatchFailure = (typeof CATCH_FAILURES)[number];

/** The bytes as the page sends them, or why there are none. */
export type Caught = { readonly base64: string; readonly fileName: string } | { readonly failure: CatchFailure };

/** The largest document, in bytes: a page sends it in one message. */
export const MOST_CAUGHT = 25_000_000;
