/** Which closed financial year a text speaks of: 1 for the last one (N-1), 2, 3. */
import { remembering, wordsOf } from "./words.ts";

export type Year = 1 | 2 | 3;

/** @param thisYear the calendar year: in 2026, "2025" is N-1 */
export function yearIn(text: string, thisYear: number): Year | "other" | null {
  const said = saidIn(text);
  return typeof said === "object" && said !== null ? asYear(thisYear - said.calendar) : said;
}

/** A calendar year is compared with the year of the reading; other forms need no comparison. */
const saidIn: (text: string) => Year | "other" | { readonly calendar: number } | null = remembering((text) => {
  const plain = wordsOf(text.replace(/([a-zA-Z])(\d)/g, "$1 $2")).join(" ");
  const relative = /\bn (?:moins )?([1-9])\b/.exec(plain)?.[1] ?? /\b(?:annee|exercice|year|an|ca|exo) ([1-9])\b/.exec(plain)?.[1];
  if (relative !== undefined) return asYear(Number(relative));
  if (
    /\b(avant dernier|precedent exercice|exercice precedent)\b|^(le |l annee |annee |exercice )?precedente?$|^previous( (financial |fiscal )?year)?$/.test(
      plain,
    )
  )
    return 2;
  if (/\b(antepenultieme|anterieur)\b|^(celui|l exercice|l annee) d avant$|^the year before$/.test(plain)) return 3;
  const [first, other] = [...plain.matchAll(/\b(20\d\d)\b/g)].map(([, year]) => Number(year));
  if (first !== undefined) return other !== undefined && other !== first ? null : { calendar: first };
  if (
    /\b(dernier exercice|derniere annee|dernier clos|(last|most recent)( closed)? (financial |fiscal )?year|most recent closed|exercice n)\b/.test(
      plain,
    )
  )
    return 1;
  return null;
});

function asYear(n: number): Year | "other" {
  return n === 1 || n === 2 || n === 3 ? n : "other";
}
