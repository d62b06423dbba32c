/** The type of documents labelled before any rule had read them, and how to count results. */
import type { PagedText } from "../../src/requirements/open/paged.ts";
import { EIGHTH_SERIES } from "./first-sight-eighth.ts";
import { ELEVENTH_SERIES } from "./first-sight-eleventh.ts";
import { FIFTH_SERIES } from "./first-sight-fifth.ts";
import { FOURTH_SERIES } from "./first-sight-fourth.ts";
import { NINTH_SERIES } from "./first-sight-ninth.ts";
import { RESTRICTED_AND_OTHERS } from "./first-sight-restricted.ts";
import { SECOND_SERIES } from "./first-sight-second.ts";
import { SERVICES_AND_OTHERS } from "./first-sight-services.ts";
import { SEVENTH_SERIES } from "./first-sight-seventh.ts";
import { SIXTH_SERIES } from "./first-sight-sixth.ts";
import { TENTH_SERIES } from "./first-sight-tenth.ts";
import { THIRD_SERIES } from "./first-sight-third.ts";
import type { Written } from "./written.ts";

export interface FirstSight extends Written {
  readonly lines: PagedText["lines"];
  /** Some of the other points, with their values. */
  readonly points: Readonly<Record<string, unknown>>;
  /** Pieces of the candidature that are asked for and known to be missed. */
  readonly missed?: readonly string[];
}

export const FIRST_SIGHT: Readonly<Record<string, FirstSight>> = {
  ...FOURTH_SERIES,
  ...FIFTH_SERIES,
  ...SIXTH_SERIES,
  ...SEVENTH_SERIES,
  ...EIGHTH_SERIES,
  ...NINTH_SERIES,
  ...TENTH_SERIES,
  ...ELEVENTH_SERIES,
  ...RESTRICTED_AND_OTHERS,
  ...SERVICES_AND_OTHERS,
  ...SECOND_SERIES,
  ...THIRD_SERIES,
};

export function textOfWritten({ pages, lines }: FirstSight): PagedText {
  return { pages: pages.map((page, index) => ({ number: lines === "blocks" ? null : index + 1, lines: page.split("\n") })), lines };
}
