/**
 * Turns what providers write into the catalogue's formats. Each function returns `undefined` for what is not a value:
 * an absence, a mask, a date that does not exist.
 */
import { isMasked } from "../domain/mask.ts";
import { isDay } from "../domain/time.ts";

type Written = string | null | undefined;

/** The text with its spaces tidied; `undefined` when it is empty or masked. */
export function known(text: Written): string | undefined {
  if (typeof text !== "string" || isMasked(text)) return undefined;
  const tidy = text.replace(/\s+/g, " ").trim();
  return tidy === "" ? undefined : tidy;
}

/** The texts that are known, joined; `undefined` when none is. */
export function joined(parts: readonly Written[], separator = " "): string | undefined {
  const written = parts.map(known).filter((part) => part !== undefined);
  return written.length === 0 ? undefined : written.join(separator);
}

/** "2026-05-31", "2026-05-31T00:00:00Z" or "31/05/2026" → "2026-05-31". */
export function dayIn(text: Written): string | undefined {
  const value = known(text);
  if (value === undefined) return undefined;
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(value);
  const day = french === null ? value.slice(0, 10) : `${french[3]}-${french[2]}-${french[1]}`;
  const isWhole = french !== null || /^\d{4}-\d{2}-\d{2}(?:[T ]|$)/.test(value);
  return isWhole && isDay(day) ? day : undefined;
}

/** The amount of a contract, unless it is a filler: 1 €, 999 999, 12 311 111 111. */
export function euros(amount: number): number | undefined {
  const isFiller = amount <= 1 || amount >= 10_000_000_000 || /^(\d)\1{4,}$/.test(String(Math.trunc(amount)));
  return !Number.isFinite(amount) || isFiller ? undefined : amount;
}

/** "1975-05" (production) or "05-1975" (published description) → "1975-05". */
export function monthIn(text: Written): string | undefined {
  const value = known(text) ?? "";
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(value) ?? [];
  const [, otherMonth, otherYear] = /^(\d{2})-(\d{4})$/.exec(value) ?? [];
  const found = `${year ?? otherYear}-${month ?? otherMonth}`;
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(found) ? found : undefined;
}

/** "4321A" or "43.21A" → "43.21A". Codes of older nomenclatures ("70.2C") are left out. */
export function nafIn(code: Written): string | undefined {
  const [, division, group] = /^(\d{2})\.?(\d{2}[A-Z])$/.exec(known(code) ?? "") ?? [];
  return division === undefined ? undefined : `${division}.${group}`;
}

/** The text when all of it has the form. */
export function matching(text: Written, form: RegExp): string | undefined {
  const value = known(text);
  return value !== undefined && form.test(value) ? value : undefined;
}

export const SIRET_FORM = /^\d{14}$/;
export const SIREN_FORM = /^\d{9}$/;
export const POSTAL_CODE_FORM = /^\d{5}$/;
/** « W691234567 », « W2A1012345 » in Corsica, « W9R1011072 » overseas: the third sign may be a letter. */
export const RNA_FORM = /^W\d[0-9A-Z]\d{7}$/;

/** An http(s) address, encoded: certifiers write raw backslashes and spaces in theirs. */
export function webAddress(text: Written): string | undefined {
  const value = known(text)?.replaceAll("\\", "%5C");
  if (value === undefined || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
}

/** The last line of an address in France: the cedex with its own code when there is one, else the town's. */
export function townLine(address: {
  readonly code: string | null | undefined;
  readonly name: string | null | undefined;
  readonly cedex: string | null | undefined;
  readonly cedexName: string | null | undefined;
}): { readonly code?: string | undefined; readonly name?: string | undefined } {
  const cedex = { code: matching(address.cedex, POSTAL_CODE_FORM), name: known(address.cedexName) };
  if (cedex.code !== undefined && cedex.name !== undefined) return cedex;
  return { code: matching(address.code, POSTAL_CODE_FORM), name: known(address.name) };
}
