/**
 * The wordings without the phrases that only one layout holds, as if that layout had never been seen. What is still read of it then tells
 * what will be read of a new layout.
 */
import { standsWithDates } from "../../src/documents/recognise/labelled-dates.ts";
import type { Wordings } from "../../src/documents/recognise/recognise.ts";
import { RECOGNITION_RULES } from "../../src/documents/recognise/rules.ts";
import { type DocumentText, type Stream, stands, streamOf } from "../../src/documents/recognise/stream.ts";
import { WARNINGS } from "../../src/documents/recognise/warnings.ts";

type Holds = (phrase: string, stream: Stream) => boolean;

const holdsWords: Holds = (phrase, stream) => stands(phrase, stream, "all", "exact");

export function wordingsWithout(layout: DocumentText, others: readonly DocumentText[]): Wordings {
  const own = streamOf(layout);
  const rest = others.map(streamOf);
  const kept = (phrases: readonly string[], holds: Holds) =>
    phrases.filter((phrase) => !holds(phrase, own) || rest.some((stream) => holds(phrase, stream)));
  return {
    rules: RECOGNITION_RULES.map((rule) => ({
      ...rule,
      title: kept(rule.title, holdsWords),
      marks: rule.marks.map((group) => kept(group, holdsWords)),
      dates: kept(rule.dates, standsWithDates),
    })),
    warnings: WARNINGS.map((warning) => ({ ...warning, phrases: kept(warning.phrases, holdsWords) })),
  };
}
