/**
 * SIREN, SIRET and what is computed from them. Pure.
 * Source of the rules: INSEE, « Numéro SIRET »; Luhn key, with La Poste's establishments as the known exception.
 */

/** SIREN of La Poste: its establishments carry SIRET numbers whose digits sum to a multiple of 5, not always a Luhn key. */
const LA_POSTE = "356000000";

function luhnSum(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const weighted = i % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum;
}

/** Removes what people type between digits: spaces (also non-breaking), dots, dashes. */
export function digitsOf(text: string): string {
  return text.replace(/[\s.\-\u2010-\u2015\u00a0\u202f]/g, "");
}

/** True for nine digits with a valid Luhn key. "000000000" passes the key but is not a company. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && text !== "000000000" && luhnSum(text) % 10 === 0;
}

/** True for fourteen digits that begin with a SIREN and have a valid Luhn key, or La Poste's own rule. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || !isSiren(text.slice(0, 9))) return false;
  if (luhnSum(text) % 10 === 0) return true;
  return text.startsWith(LA_POSTE) && [...text].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** Why a typed SIRET cannot be used, or `null` when it can. Codes are keys of the user's messages. */
export function siretProblem(text: string): "siret.empty" | "siret.notDigits" | "siret.length" | "siret.key" | null {
  const digits = digitsOf(text);
  if (digits === "") return "siret.empty";
  if (!/^\d+$/.test(digits)) return "siret.notDigits";
  if (digits.length !== 14) return "siret.length";
  return isSiret(digits) ? null : "siret.key";
}

/** First nine digits of a SIRET. */
export function sirenOf(siret: string): string {
  return siret.slice(0, 9);
}

/** Last five digits of a SIRET: the establishment's number inside its company. */
export function nicOf(siret: string): string {
  return siret.slice(9);
}

/** "732 829 320 00074". */
export function formatSiret(siret: string): string {
  return `${formatSiren(sirenOf(siret))} ${nicOf(siret)}`;
}

/** "732 829 320". */
export function formatSiren(siren: string): string {
  return siren.replace(/(\d{3})(\d{3})(\d{3})/, "$1 $2 $3");
}

/**
 * French VAT number computed from the SIREN: "FR" + key on two digits + SIREN.
 * A computed number does not prove that the company is registered for VAT (franchise en base).
 */
export function tvaOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, "0")}${siren}`;
}

/** Every valid SIRET written in a text, in order, once each: "732 829 320 00074", "73282932000074". */
export function siretsIn(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(/(?<![\d])\d{3}[\s.\u00a0\u202f]?\d{3}[\s.\u00a0\u202f]?\d{3}[\s.\u00a0\u202f]?\d{5}(?![\d])/g)) {
    const digits = digitsOf(match[0]);
    if (isSiret(digits)) found.add(digits);
  }
  return [...found];
}
