/** Which kind of document it is: the rules whose title and marks are all there. */
import type { PieceKind } from "../../domain/pieces.ts";
import { type Reading, reading } from "./reading.ts";
import type { RecognitionRule } from "./rules.ts";
import { type Exactness, type Stream, squeeze, stands } from "./stream.ts";
import { isCited } from "./wording.ts";

export interface KindRead {
  /** The rule by which the dates are read: that of the only kind, or of the first one proposed. */
  readonly rule: RecognitionRule | undefined;
  readonly readings: readonly Reading<PieceKind>[];
  readonly sure: boolean;
}

interface Match {
  readonly rule: RecognitionRule;
  readonly at: number;
  readonly complete: boolean;
  /** True when its title is only cited: it is a proposal at best. */
  readonly cited: boolean;
}

export function kindOf(stream: Stream, rules: readonly RecognitionRule[]): KindRead {
  const exact = completeAmong(matchesOf(rules, stream, "exact"));
  const clean = exact.filter(({ cited }) => !cited);
  const damaged = exact.length > 0 ? [] : matchesOf(rules, stream, "near");
  const complete = clean.length > 0 ? clean : exact.length > 0 ? exact : completeAmong(damaged);
  const candidates = complete.length > 0 ? complete : damaged;
  const beaten = new Set(candidates.flatMap(({ rule }) => rule.beats ?? []));
  const firstForm = Math.min(...candidates.filter(({ rule }) => rule.isForm === true).map(({ at }) => at));
  const kept = candidates.filter(({ rule, at }) => !beaten.has(rule.kind) && (rule.isForm !== true || at === firstForm));
  const [first] = kept;
  const sure = clean.length > 0 && kept.length === 1 && first !== undefined && speaks(first.rule, stream);
  return { rule: first?.rule, readings: kept.map(({ rule, at }) => reading(rule.kind, sure, stream.lineAt(at))), sure };
}

/** The rules whose title is on the first pages, with whether it is the document's own and whether their marks are there. */
function matchesOf(rules: readonly RecognitionRule[], stream: Stream, how: Exactness): Match[] {
  return rules.flatMap((rule): Match[] => {
    const titles = rule.title.filter((phrase) => stands(phrase, stream, "front", how) && !isAnothers(phrase, rule, stream));
    const own = titles.find((phrase) => !isCited(phrase, stream));
    const title = own ?? titles[0];
    if (title === undefined) return [];
    const complete = rule.marks.every((group) => group.some((mark) => stands(mark, stream, "all", how)));
    return [{ rule, at: Math.max(0, stream.squeezed.indexOf(squeeze(title))), complete, cited: own === undefined }];
  });
}

/** False for a paper in which nobody vouches for what it says. */
function speaks({ says, isOnlyProposed }: RecognitionRule, stream: Stream): boolean {
  return isOnlyProposed !== true && (says === undefined || says.some((word) => stands(word, stream, "all", "exact")));
}

/** True when the title is always followed by words that make it another kind's. */
function isAnothers(title: string, { notBefore = [] }: RecognitionRule, { squeezed, front }: Stream): boolean {
  if (notBefore.length === 0) return false;
  const rest = squeezed.slice(0, front).split(squeeze(title)).slice(1);
  return rest.length > 0 && rest.every((after) => notBefore.some((word) => after.startsWith(squeeze(word))));
}

function completeAmong(matches: readonly Match[]): Match[] {
  return matches.filter(({ complete }) => complete);
}
