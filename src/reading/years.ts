/** Which closed financial year a text speaks of: 1 for the last one (N-1), 2, 3. */
import { remembering, wordsOf } from "./words.ts";

export type Year = 1 | 2 | 3;

/** @param thisYear the calendar year: in 2026, "2025" is N-1 */
export function yearIn(text: string, thisYear: number): Year | "other" | null {
  const said = saidIn(text);
  return typeof said === "object" && said !== null ? asYear(thisYear - said.calendar) : said;
}

const LAST =
  /\b(dernier exercice|(derniere?|l) (annee|an) (dernier|passee?|ecoulee)|derniere annee|annee (passee|derniere|ecoulee)|an dernier|dernier (clos|bilan|chiffre|ca)|last closed|exercice (n|ecoule)|(one|1) year ago|(exercice|annee|^)( l[ea])? ?plus recente?|(latest|last|most recent)( closed)? ((financial|fiscal) )?year|most recent closed)\b|^(l[ea] )?(dernier|derniere|plus recente?|latest|most recent)$/;
const BEFORE_LAST =
  /\b(avant dernier|avant derniere|penultieme|precedent exercice|(exercice|annee) (precedente?|intermediaire)|il y a (deux|2) ans|(two|2) years ago|(previous|prior|preceding)( (financial|fiscal))? year)\b|^(l[ea] )?(precedente?|intermediaire|previous)$/;
const ANTEPENULTIMATE =
  /\b(antepenultieme|anterieure?|encore avant|avant encore|plus ancien(ne)?|oldest|(deux|2) ans (avant|plus tot)|il y a (trois|3) ans|(three|3) years ago|two years (before|earlier)|year before last|avant avant derniere?)\b/;
/** Told by the one before: "l'exercice d'avant", "celle d'avant", "The year before". */
const AFTER_ANOTHER = /\b(celui|celle|exercice|annee|an)( de l annee)? d avant( (il|elle) etait de)?$|\byear before$/;

/** True for a year that only the one asked before tells. */
export function isAfterAnother(text: string): boolean {
  return AFTER_ANOTHER.test(wordsOf(text.replace(/\([^)]*\)/g, " ")).join(" "));
}

/** The digit of "N-2", "n moins 2". @param plain words without accents or punctuation, in lower case */
export function afterN(plain: string): string | undefined {
  return /\bn (?:moins )?([1-9])\b/.exec(plain)?.[1];
}

/** A calendar year is compared with the year of the reading; other forms need no comparison. */
const saidIn: (text: string) => Year | "other" | { readonly calendar: number } | null = remembering((text) => {
  const plain = wordsOf(text.replace(/([a-zA-Z])(\d)/g, "$1 $2")).join(" ");
  const relative = afterN(plain) ?? /\b(?:annee|exercice|year|an|ca|exo) ([1-9])\b/.exec(plain)?.[1];
  if (relative !== undefined) return asYear(Number(relative));
  if (ANTEPENULTIMATE.test(plain)) return 3;
  if (isAfterAnother(text)) return null;
  if (BEFORE_LAST.test(plain)) return 2;
  const [first, other] = [...plain.matchAll(/\b(20\d\d)\b/g)].map(([, year]) => Number(year));
  if (first !== undefined) return other !== undefined && other !== first ? null : { calendar: first };
  return LAST.test(plain) || /^N$/.test(text.trim()) ? 1 : null;
});

function asYear(n: number): Year | "other" {
  return n === 1 || n === 2 || n === 3 ? n : "other";
}

/** True for a text of nothing but a year, in whatever words: "FY ended 2025", "Clos le 31 décembre 2024", "Celui d'avant". */
export function isYearAlone(text: string): boolean {
  return wordsOf(text).every((word) => YEAR_ALONE.test(word));
}

const YEAR_ALONE =
  /^(exercices?|annees?|an|et|a|l|la|le|les|de|d|du|pour|lors|sur|celle|celui|n|\d+|avant|encore|plus|recente?|ancien(ne)?|intermediaire|dernier|derniere|precedente?|penultieme|antepenultieme|anterieure?|passee?|ecoulee?|clos|close|disponible|the|year|years|two|latest|last|most|recent|previous|prior|before|closed|financial|fiscal|fy|end(ed|ing)|euros?|ht|contre|il|elle|etait|cloture|arrete|janvier|mars|juin|septembre|decembre|march|june|september|december)$/;
