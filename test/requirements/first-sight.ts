/** Documents labelled before any rule had read them, and how they are counted. */
import type { PagedText } from "../../src/requirements/open/paged.ts";
import { FOURTH_SERIES } from "./first-sight-fourth.ts";
import { RESTRICTED_AND_OTHERS } from "./first-sight-restricted.ts";
import { SECOND_SERIES } from "./first-sight-second.ts";
import { SERVICES_AND_OTHERS } from "./first-sight-services.ts";
import { THIRD_SERIES } from "./first-sight-third.ts";
import type { Written } from "./written.ts";

export interface FirstSight extends Written {
  readonly lines: PagedText["lines"];
  /** Some of the other points, by what they hold. */
  readonly points: Readonly<Record<string, unknown>>;
}

export const FIRST_SIGHT: Readonly<Record<string, FirstSight>> = {
  ...FOURTH_SERIES,
  ...RESTRICTED_AND_OTHERS,
  ...SERVICES_AND_OTHERS,
  ...SECOND_SERIES,
  ...THIRD_SERIES,
};

export function textOfWritten({ pages, lines }: FirstSight): PagedText {
  return { pages: pages.map((page, index) => ({ number: lines === "blocks" ? null : index + 1, lines: page.split("\n") })), lines };
}
