/** Masks the addresses and numbers in a page's text, which may be personal data. */

const EMAIL = /[^\s@<>"']+@[^\s@<>"']+/g;
const URL = /\b(?:https?:\/\/|www\.)[^\s<>"']+/gi;
/** Account numbers: a country, a key, then groups of letters and figures. */
const IBAN = /\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]){8,30}\b/g;
/** Three digits or more, whatever separates them. Masking an article of a law does no harm. */
const NUMBER = /\d(?:[ \u00a0\u202f.,/-]?\d){2,}/g;

/** The text with a sign in place of each address and long number: "SIRET : 900 000 019 00019" → "SIRET : #". Years stay. */
export function maskedText(text: string): string {
  return text
    .replace(URL, "#")
    .replace(EMAIL, "#")
    .replace(IBAN, "#")
    .replace(NUMBER, (number) => (/^(19|20)\d\d$/.test(number) ? number : "#"));
}
