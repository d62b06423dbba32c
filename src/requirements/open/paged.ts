/** A document's text, page by page. Every format's reader returns this; no other code of the room knows formats. */

export interface Page {
  /** From 1; `null` when the format has no pages. */
  readonly number: number | null;
  readonly lines: readonly string[];
}

export interface PagedText {
  readonly pages: readonly Page[];
  /** `wrapped`: a line ends with the paper's width, and sentences continue on the next. `blocks`: a line is a whole paragraph. */
  readonly lines: "wrapped" | "blocks";
  /** True when the text comes from OCR: an hour may be misread. */
  readonly isRecognised?: true;
}

/** Why a file is not read. */
export type Refusal =
  /** A password is needed, or a part is encrypted. */
  | "locked"
  | "damaged"
  /** Its bytes are not what its name says. */
  | "lying"
  /** A type that is not read: program, drawing, spreadsheet, old Word. */
  | "type"
  /** It carries macros. */
  | "macros"
  /** Images only. */
  | "scan"
  /** Unpacked it would be far larger than it says, or than is read. */
  | "bomb"
  /** More than ten thousand entries. */
  | "entries"
  /** Its name climbs out of its folder. */
  | "path"
  /** Archives within archives, deeper than is followed. */
  | "deep";
