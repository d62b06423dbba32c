/** Kinds of fields, computed from the catalogue: the reading writes no list of fields where a row already says it. */
import { FIELD_KEYS, type FieldDefinition, type FieldGroup, type FieldKey, type FieldType, fieldOf } from "../domain/fields.ts";
import type { Year } from "./years.ts";

const keysWhere = (holds: (row: FieldDefinition, key: FieldKey) => boolean): ReadonlySet<string> =>
  new Set(FIELD_KEYS.filter((key) => holds(fieldOf(key), key)));

export const typeOf = (key: FieldKey): FieldType => fieldOf(key).type;
/** What a field is about: its group, and whatever is asked of a person as one. */
export type Sort = "person" | FieldGroup;
export function sortOf(key: FieldKey): Sort {
  // Listed with the contact, and the company's own.
  if (key === "siteWeb") return "identite";
  const group = fieldOf(key).group;
  return group === "contact" || group === "representant" ? "person" : group;
}
export const groupOf = (key: FieldKey): FieldGroup => fieldOf(key).group;

/** A number that alone says which company. */
export const IDENTITY = keysWhere(({ identifies }) => identifies === "number");
/** Fields that tell which company it is. */
export const COMPANY = keysWhere(({ identifies }) => identifies !== undefined);
/** Recognised and never filled. */
export const NEVER = keysWhere(({ fill }) => fill === "never");
export const BANK = keysWhere(({ group }) => group === "bancaire");
/** Parts of an address. */
export const ADDRESS = keysWhere(({ group, fill, type }) => group === "adresse" && fill !== "never" && type !== "longText");
/** What is asked of a person, whichever person it is. */
export const PERSON = keysWhere(({ group, origin, type }) => group === "contact" && origin !== "never" && type !== "url");
/** Quantities: a title may say what they count. */
export const COUNTED = keysWhere(({ type }, key) => type === "amount" || type === "integer" || key === "effectif");
/**
 * Variants of another field: whose, which year, which office comes from the words and titles around. The last year's is the base itself.
 */
export const VARIANTS = keysWhere(({ base }, key) => base !== undefined && base !== key);

/** For each field of a person, the officer's own field. */
export const DIRIGEANT: ReadonlyMap<string, FieldKey> = new Map(
  FIELD_KEYS.flatMap((key) => {
    const { base, axis } = fieldOf(key);
    return base !== undefined && axis !== undefined && "person" in axis ? [[base, key] as const] : [];
  }),
);

/** The field of one year, of a field that is asked year by year; `null` when it is not. */
export function ofYear(base: string, year: Year): FieldKey | null {
  return FIELD_KEYS.find((key) => isOfYear(fieldOf(key), base, year)) ?? null;
}

function isOfYear({ base, axis }: FieldDefinition, wanted: string, year: Year): boolean {
  return base === wanted && axis !== undefined && "year" in axis && axis.year === year;
}

export function isYearly(base: string): boolean {
  return YEARLY.has(base);
}

const YEARLY = keysWhere(({ base, axis }, key) => base === key && axis !== undefined && "year" in axis);
