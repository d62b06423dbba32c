/** Closed financial years, as a source tells several of one company. */
import type { Reads } from "./source.ts";

export interface Exercice {
  /** YYYY-MM-DD. */
  readonly closingOn: string;
  /** Euros; `undefined` where the source does not know. */
  readonly turnover: number | undefined;
}

/** One a closing day, the latest first. By full date: two years may end in one calendar year, and the provider's order is its own. */
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
