/** Headcount brackets: INSEE's codes and the ways in which lists write them. Bounds are included. */
import { plainWords } from "../domain/plain.ts";

export interface Bracket {
  readonly from: number;
  readonly to: number;
}

/** INSEE, « tranche d'effectifs salariés ». "NN" (no employer) says nothing of a number. */
const BY_CODE: Readonly<Record<string, Bracket>> = {
  "00": { from: 0, to: 0 },
  "01": { from: 1, to: 2 },
  "02": { from: 3, to: 5 },
  "03": { from: 6, to: 9 },
  "11": { from: 10, to: 19 },
  "12": { from: 20, to: 49 },
  "21": { from: 50, to: 99 },
  "22": { from: 100, to: 199 },
  "31": { from: 200, to: 249 },
  "32": { from: 250, to: 499 },
  "41": { from: 500, to: 999 },
  "42": { from: 1_000, to: 1_999 },
  "51": { from: 2_000, to: 4_999 },
  "52": { from: 5_000, to: 9_999 },
  "53": { from: 10_000, to: Number.POSITIVE_INFINITY },
};

/** The bracket of a canonical value: an INSEE code, or a bracket in words. */
export function bracketOf(value: string): Bracket | null {
  return BY_CODE[value] ?? bracketIn(value);
}

/** The bracket that a text names: "20 à 49 salariés", "moins de 10", "250 et plus", "> 50", "Aucun salarié", "0". */
export function bracketIn(text: string): Bracket | null {
  const ungrouped = text.replace(/(\d)[ \u00a0\u202f.](?=\d{3}\b)/g, "$1");
  const words = plainWords(
    ungrouped.replaceAll("≥", " au moins ").replaceAll("≤", " au plus ").replaceAll(">=", " au moins ").replaceAll("<=", " au plus "),
  );
  const numbers = [...words.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const [first, second] = numbers;
  if (first === undefined) return /\b(aucun|sans|zero)\b/.test(words) ? { from: 0, to: 0 } : null;
  if (numbers.length > 2) return null;
  if (second !== undefined) return first <= second ? { from: first, to: second } : null;
  if (/\d (salaries? )?(et|ou) (plus|davantage)|a partir de|au moins|or more/.test(words))
    return { from: first, to: Number.POSITIVE_INFINITY };
  if (/plus de|superieur|>|more than/.test(words)) return { from: first + 1, to: Number.POSITIVE_INFINITY };
  if (/\d (salaries? )?(et|ou) moins|jusqu a|au plus|or less/.test(words)) return { from: 0, to: first };
  if (/moins de|inferieur|<|less than|under/.test(words)) return { from: 0, to: first - 1 };
  return { from: first, to: first };
}
