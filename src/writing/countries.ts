/** Countries by their ISO 3166-1 alpha-2 code; names come from the browser's own data. */
const FRENCH = new Intl.DisplayNames(["fr"], { type: "region" });
const ENGLISH = new Intl.DisplayNames(["en"], { type: "region" });

/** Other names and codes under which forms list France: ISO alpha-3, INSEE's country code. */
const FRANCE = ["FRA", "99100", "France métropolitaine", "République française"];

/** "France", "Belgique"; a text that is not a code is returned as it is. */
export function countryNameOf(code: string): string {
  return isCode(code) ? (FRENCH.of(code) ?? code) : code;
}

/** Every name and code that means the country, for finding it in a list. */
export function countryNamesOf(code: string): readonly string[] {
  if (!isCode(code)) return [code];
  return [code, countryNameOf(code), ENGLISH.of(code) ?? code, ...(code === "FR" ? FRANCE : [])];
}

/** `Intl.DisplayNames` throws on anything else. */
function isCode(text: string): boolean {
  return /^[A-Z]{2}$/.test(text);
}
