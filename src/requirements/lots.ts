/** The lots to which a sentence is limited: « pour le lot 5 uniquement », « (lots 1 et 3) », « Lot n° 2 : … ». Pure. */
import { unaccented } from "../domain/plain.ts";

const NUMBER = "(?:n ?[°ºo] ?)?(?:\\d{1,2}|[a-h])\\b";
const LIST = `${NUMBER}(?: ?(?:,|;|/|&|\\bet\\b|\\bou\\b|\\ba\\b|-) ?(?:(?:(?:le|les|du|des) )?lots? )?${NUMBER})*`;
const NAMED = new RegExp(
  [
    `(?:^|[(:–-]|\\b(?:pour|concernant|concerne|au titre|relatifs? (?:au|aux)|dans le cas|en cas|candidats? (?:au|aux)|reponse|seuls?|uniquement))[^.;()]{0,30}?\\blots? ?(${LIST})`,
    `\\blots? ?(${LIST}) ?(?:uniquement|seulement|exclusivement|\\)|:|–|-(?= ))`,
  ].join("|"),
  "g",
);
/** More lots than any consultation has. */
const MOST = 99;

/** The numbers, without leading zeros: « 01 » is "1", « A » is "A"; `null` when the sentence limits nothing. */
export function lotsLimiting(sentence: string): string[] | null {
  const plain = unaccented(sentence).toLowerCase().replace(/\s+/g, " ").trim();
  if (/\b(?:chaque|chacun des|tous les|plusieurs|un ou|par) lots?\b|nombre (?:maximal |maximum )?de lots/.test(plain)) return null;
  const numbers = [...plain.matchAll(NAMED)].flatMap(([, first, second]) => numbersIn(first ?? second ?? ""));
  return numbers.length === 0 ? null : [...new Set(numbers)];
}

function numbersIn(list: string): string[] {
  const range = /^\D{0,4}(\d{1,2}) ?(?:a|-) ?\D{0,4}(\d{1,2})$/.exec(list);
  if (range !== null) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    if (from < to && to <= MOST) return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  }
  return [...list.matchAll(/(?:n ?[°ºo] ?)?(\d{1,2}|\b[b-h]\b|^a\b)/g)].map(([, number = ""]) =>
    /\d/.test(number) ? String(Number(number)) : number.toUpperCase(),
  );
}

/** True when a demand limited to some lots concerns a bid for the chosen ones. `null`: no limit, or every lot. */
export function concerns(lots: readonly string[] | null | undefined, chosen: readonly string[] | null): boolean {
  if (lots == null || lots.length === 0 || chosen === null) return true;
  const wanted = new Set(chosen.map(sameNumber));
  return lots.some((lot) => wanted.has(sameNumber(lot)));
}

/** « 01 », « lot 1 » and « 1 » are one lot. */
function sameNumber(lot: string): string {
  const bare = lot.trim().replace(/^lot\s*/i, "");
  return /^\d+$/.test(bare) ? String(Number(bare)) : bare.toUpperCase();
}
