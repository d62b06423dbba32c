/** Which kind of document it is: the rules whose title and marks are all there. */
import type { PieceKind } from "../../domain/pieces.ts";
import { type Reading, reading } from "./reading.ts";
import { RECOGNITION_RULES, type RecognitionRule } from "./rules.ts";
import { type Exactness, type Stream, squeeze, stands } from "./stream.ts";

export interface KindRead {
  /** The rule to read the dates by: that of the only kind, or of the first proposed. */
  readonly rule: RecognitionRule | undefined;
  readonly readings: readonly Reading<PieceKind>[];
  readonly sure: boolean;
}

interface Match {
  readonly rule: RecognitionRule;
  readonly at: number;
  readonly complete: boolean;
}

export function kindOf(stream: Stream): KindRead {
  const clean = completeAmong(matchesOf(stream, "exact"));
  const damaged = clean.length > 0 ? [] : matchesOf(stream, "near");
  const complete = clean.length > 0 ? clean : completeAmong(damaged);
  const candidates = complete.length > 0 ? complete : damaged;
  const beaten = new Set(candidates.flatMap(({ rule }) => rule.beats ?? []));
  const kept = candidates.filter(({ rule }) => !beaten.has(rule.kind));
  const sure = clean.length > 0 && kept.length === 1;
  return { rule: kept[0]?.rule, readings: kept.map(({ rule, at }) => reading(rule.kind, sure, stream.lineAt(at))), sure };
}

/** The rules whose title stands in front, and whether their marks do. */
function matchesOf(stream: Stream, how: Exactness): Match[] {
  return RECOGNITION_RULES.flatMap((rule): Match[] => {
    const title = rule.title.find((phrase) => stands(phrase, stream, "front", how));
    if (title === undefined) return [];
    const complete = rule.marks.every((group) => group.some((mark) => stands(mark, stream, "all", how)));
    return [{ rule, at: Math.max(0, stream.squeezed.indexOf(squeeze(title))), complete }];
  });
}

function completeAmong(matches: readonly Match[]): Match[] {
  return matches.filter(({ complete }) => complete);
}
