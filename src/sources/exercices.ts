/** Closed financial years of one company, as a source lists them. */
import type { Reads } from "./source.ts";

export interface Exercice {
  /** YYYY-MM-DD. */
  readonly closingOn: string;
  /** Euros; `undefined` where the source does not know. */
  readonly turnover: number | undefined;
}

/** One year for each closing day, latest first. Sorted by full date: two may end in one calendar year, in any order. */
export function latestFirst<E extends Exercice>(byClosing: ReadonlyMap<string, E>): E[] {
  return [...byClosing.values()].sort((a, b) => b.closingOn.localeCompare(a.closingOn));
}

/** Readers of the last three years: the turnover and the closing day of each. */
export function threeYears<Raw>(exercices: (raw: Raw) => readonly Exercice[]) {
  const turnover = (rank: number) => (raw: Raw) => exercices(raw)[rank]?.turnover;
  const closing = (rank: number) => (raw: Raw) => exercices(raw)[rank]?.closingOn;
  return {
    chiffreAffairesN1: turnover(0),
    chiffreAffairesN2: turnover(1),
    chiffreAffairesN3: turnover(2),
    exerciceFinN1: closing(0),
    exerciceFinN2: closing(1),
    exerciceFinN3: closing(2),
  } as const satisfies Reads<Raw>;
}
