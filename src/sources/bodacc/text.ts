/** Cleans BODACC's texts: repairs the encoding, brings dates to one format, parses JSON inside strings. */
import { bare } from "../../domain/plain.ts";
import { isDay } from "../../domain/time.ts";

/** Windows-1252's own characters between 0x80 and 0x9f: what a wrong decoding makes of these bytes. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** A letter of French (two bytes of UTF-8) or a typographic sign (three), each byte read as one character: "Ã©", "â€™". */
const BROKEN = /[ÂÃÄÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}/g;

function byteOf(character: string): number {
  const at = WINDOWS_1252.indexOf(character);
  return at === -1 ? character.charCodeAt(0) : 0x80 + at;
}

/** "clÃ´ture" → "clôture". A text may be broken in places only: the rest stays as it is. */
export function repaired(text: string): string {
  return text.replace(BROKEN, (broken) => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from([...broken].map(byteOf)));
    } catch {
      return broken;
    }
  });
}

/** The text repaired, without accents, capitals or punctuation: the form in which labels are compared. */
export function plain(text: string | null | undefined): string {
  return bare(repaired(text ?? ""));
}

const MONTHS = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

/** Courts have judged companies in the dataset since the 1950s; "0009" and "5025" are mistakes. */
const FIRST_YEAR = 1950;

/**
 * "2020-11-19", "19/11/2020", "10 décembre 2009" or "1er janvier 2020" → "2009-12-10".
 * @param today "2026-05-31": a later day is a mistake
 */
export function judgedDay(text: string | null | undefined, today: string): string | undefined {
  const written = plain(text);
  const [, year, month, day] = /^(\d{4}) (\d{2}) (\d{2})\b/.exec(written) ?? [];
  const [, frenchDay, frenchMonth, frenchYear] = /^(\d{1,2})(?:er)? (\d{1,2}|[a-z]+) (\d{4})$/.exec(written) ?? [];
  const inWords = MONTHS.indexOf(frenchMonth ?? "") + 1;
  const found =
    year === undefined
      ? `${frenchYear}-${(inWords > 0 ? String(inWords) : (frenchMonth ?? "")).padStart(2, "0")}-${(frenchDay ?? "").padStart(2, "0")}`
      : `${year}-${month}-${day}`;
  return isDay(found) && Number(found.slice(0, 4)) >= FIRST_YEAR && found <= today ? found : undefined;
}

/** Parses a value that the dataset gives as JSON in a string, or as it is. `undefined` when it cannot be parsed. */
export function embedded(value: unknown): unknown {
  if (typeof value !== "string") return value ?? undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
