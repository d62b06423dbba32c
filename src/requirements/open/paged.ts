/** A document's text, page by page. Every reader of a format gives this, and nothing else of the room knows formats. */

export interface Page {
  /** From 1; `null` when the format has no pages. */
  readonly number: number | null;
  readonly lines: readonly string[];
}

export interface PagedText {
  readonly pages: readonly Page[];
  /** `wrapped`: a line is what fits on the paper, a sentence goes on in the next. `blocks`: a line is a whole paragraph. */
  readonly lines: "wrapped" | "blocks";
  /** Its letters were read in pictures: an hour may be misread. */
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
