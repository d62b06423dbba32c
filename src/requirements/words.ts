/** Small tools of the rules: patterns over folded text, numbers written in letters. Pure. */
import { type Quote, quoteOf, type Segment } from "./segments.ts";

/** A rule's pattern, read over the folded text of a segment: no accents, no capitals, single spaces. */
export function rule(source: string, flags = ""): RegExp {
  return new RegExp(source, flags);
}

/** A quote from the first segment that matches a pattern. */
export function firstQuote(
  segments: readonly Segment[],
  pattern: RegExp,
  not?: RegExp,
): (Quote & { readonly found: RegExpExecArray }) | null {
  for (const segment of segments) {
    const found = pattern.exec(segment.plain);
    if (found === null) continue;
    const quote = quoteOf(segment, found.index, found.index + found[0].length);
    if (not === undefined || !not.test(segment.plain)) return { ...quote, found };
  }
  return null;
}

/** The quote alone. */
export function bareQuote({ quote, page }: Quote): Quote {
  return { quote, page };
}

export function plainQuote(found: Quote | null): Quote | null {
  return found === null ? null : bareQuote(found);
}

const IN_LETTERS =
  "un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt".split("|");
/** A number in digits, or in letters up to twenty. */
export const NUMBER = `(\\d{1,3}|${IN_LETTERS.toSorted((a, b) => b.length - a.length).join("|")})(?: ?\\([^)]{1,20}\\))?`;

/** 3 for "3" and "trois"; `null` when it is not a number. */
export function numberOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  const index = IN_LETTERS.indexOf(written);
  if (index >= 0) return index + 1;
  return /^\d+$/.test(written) ? Number(written) : null;
}
