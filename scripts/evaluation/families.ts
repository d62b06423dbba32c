/**
 * How well the reader reads pages whose words it has not learnt: each family of pages is read without the phrases and title words that no
 * other family holds.
 */

import type { Evidence } from "../../src/domain/evidence.ts";
import type { Tier } from "../../src/domain/page-reading.ts";
import { type Decided, decide } from "../../src/reading/decide.ts";
import { withoutWords } from "../../src/reading/silence.ts";
import { significant, stemOf, wordsOf } from "../../src/reading/words.ts";
import { type Counts, countsOf, type DetectionCounts, detectionOf, isWanted, verdictOf, wouldBeFilled } from "./count.ts";
import type { RecordedPage } from "./evidence.ts";

/** Longest phrase of the lexicon, in words that count. */
const LONGEST = 6;

interface LeftOut {
  readonly counts: Counts;
  /** Pages without a form of ours that one click would fill. */
  readonly claimed: readonly string[];
  readonly families: number;
}

export function leavingEachFamilyOut(pages: readonly RecordedPage[]): LeftOut {
  const families = Map.groupBy(pages, ({ family }) => family);
  const seenIn = new Map<string, Set<string>>();
  for (const [family, own] of families) for (const words of wordsIn(own)) seenIn.set(words, (seenIn.get(words) ?? new Set()).add(family));
  const judged = [...families].flatMap(([family, own]) => {
    const only = new Set([...seenIn].filter(([, seen]) => seen.size === 1 && seen.has(family)).map(([words]) => words));
    return withoutWords(only, () => own.flatMap(judgedOn));
  });
  return {
    counts: countsOf(judged),
    claimed: [...new Set(judged.flatMap(({ claims }) => claims ?? []))],
    families: families.size,
  };
}

/** How well the reader reads the recorded pages with all its words. */
export function asTheyAre(pages: readonly RecordedPage[]): { readonly counts: Counts; readonly detection: DetectionCounts } {
  return {
    counts: countsOf(pages.flatMap(judgedOn)),
    detection: detectionOf(
      pages.map(({ frames, expectDetected }) => ({
        detected: frames.some(({ evidence }) => decide(evidence, context()).detected),
        expected: expectDetected,
      })),
    ),
  };
}

export const context = () => ({ exceptions: new Map(), isPortal: false, thisYear: new Date().getFullYear() });

/** Every sequence of words that a text of the pages holds. */
export function wordsIn(pages: readonly RecordedPage[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const text of pages.flatMap(({ frames }) => frames.flatMap(({ evidence }) => textsOf(evidence)))) {
    const words = significant(wordsOf(text));
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(words.length, from + LONGEST); to++) runs.add(words.slice(from, to).join(" "));
    for (const word of wordsOf(text)) runs.add(stemOf(word));
  }
  return runs;
}

function textsOf({ controls }: Evidence): string[] {
  return controls.flatMap(({ labels, questions, titles, name, id }) => [
    ...[...labels, ...questions, ...titles].map(({ text }) => text),
    name,
    id,
  ]);
}

function judgedOn({ slug, expectDetected, frames }: RecordedPage) {
  return frames.flatMap(({ evidence, labels }) => {
    const { detected, controls } = decide(evidence, context());
    return labels.map(({ label, at }) => {
      const { predicted, tier } = predictionOf(detected ? controls[at] : undefined);
      const isNotOurs = expectDetected === false || label.atMost === "proposed";
      const claims = isNotOurs && predicted !== "none" && tier === "sure" ? [slug] : [];
      return { verdict: verdictOf(label, predicted, tier), wanted: isWanted(label), tier, claims };
    });
  });
}

function predictionOf(control: Decided | undefined): { readonly predicted: string; readonly tier: Tier } {
  const target = control?.resolved.target ?? null;
  const isFilled = control !== undefined && wouldBeFilled(target, control.leave);
  return isFilled ? { predicted: target, tier: control.tier } : { predicted: "none", tier: "proposed" };
}
