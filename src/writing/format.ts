/**
 * Turns canonical values (src/domain/fields.ts) into the text that a place takes. Pure.
 * Each kind of value proposes its usual spellings, best first; the first that the place takes whole is written. Nothing is cut.
 */
import { type FieldKey, type FieldType, fieldOf } from "../domain/fields.ts";
import { abbreviationOf } from "../domain/legal-forms.ts";
import { digitsOf } from "../domain/siret.ts";
import { countryNameOf } from "./countries.ts";
import { departementNameOf } from "./departements.ts";
import { misfitOf, type Place } from "./place.ts";

export type CanonicalValue = string | number | boolean;
export type PageText = { readonly text: string } | { readonly misfit: "tooLong" | "format" };

/** The text to write for a field's canonical value, or why none can be written without cutting or guessing. */
export function pageTextOf(key: FieldKey, value: CanonicalValue, place: Place): PageText {
  let worst: "tooLong" | "format" = "format";
  for (const text of writingsOf(key, value, place)) {
    if (text.trim() === "") continue;
    const misfit = misfitOf(text, place);
    if (misfit === null) return { text };
    if (misfit === "tooLong") worst = "tooLong";
  }
  return { misfit: worst };
}

type Writer = (value: CanonicalValue, place: Place) => readonly string[];
/** A writer for canonical strings; it writes no other type of value. */
const ofText =
  (write: (value: string, place: Place) => readonly string[]): Writer =>
  (value, place) =>
    typeof value === "string" ? write(value, place) : [];
const ofNumber =
  (write: (value: number, place: Place) => readonly string[]): Writer =>
  (value, place) =>
    typeof value === "number" && Number.isFinite(value) ? write(value, place) : [];

const BY_TYPE: Record<FieldType, Writer> = {
  text: ofText(plainText),
  longText: ofText(plainText),
  choice: ofText(plainText),
  email: ofText((value) => [value]),
  url: ofText((value) => [value]),
  phone: ofText(phones),
  year: ofText((value) => [value]),
  date: ofText(dates),
  boolean: (value) => (typeof value === "boolean" ? [value ? "Oui" : "Non"] : []),
  integer: ofNumber((value) => [String(value)]),
  amount: ofNumber(amounts),
  percent: ofNumber((value, place) => [Number(value.toFixed(2))].filter(isCloseTo(value)).map((figure) => decimal(figure, place))),
};

const BY_KEY: { readonly [K in FieldKey]?: Writer } = {
  siret: grouped(3, 3, 3, 5),
  siretSiege: grouped(3, 3, 3, 5),
  siren: grouped(3, 3, 3),
  tvaIntracommunautaire: grouped(2, 2, 3, 3, 3),
  iban: grouped(4, 4, 4, 4, 4, 4, 4, 4, 4),
  codeNaf: ofText(nafCodes),
  codeNaf2025: ofText(nafCodes),
  pays: ofText(countries),
  departement: ofText(departements),
  contactCivilite: ofText((value) => (value === "M" ? ["Monsieur", "M.", "M"] : ["Madame", "Mme"])),
  categorieEntreprise: ofText((value) => (value === "GE" ? ["Grande entreprise", "GE"] : [value])),
  formeJuridique: ofText((value) => [value, ...abbreviationOf(value)]),
  dirigeantDateNaissance: ofText(dates),
};

function writingsOf(key: FieldKey, value: CanonicalValue, place: Place): readonly string[] {
  if (place.part !== undefined) return partsOf(key, value, place.part);
  return (BY_KEY[key] ?? BY_TYPE[fieldOf(key).type])(value, place);
}

/** One part of a field that the page splits over several controls. */
function partsOf(key: FieldKey, value: CanonicalValue, part: NonNullable<Place["part"]>): readonly string[] {
  if (typeof value !== "string") return [];
  const phone = fieldOf(key).type === "phone" ? frenchDigits(value) : null;
  if ("from" in part) {
    const whole = phone ?? value.replace(/[\s.\u00a0\u202f-]/g, "");
    return part.to <= whole.length ? [whole.slice(part.from, part.to)] : [];
  }
  if (part.piece === "countryCode") return phone === null ? [] : ["+33", "0033", "33"];
  const [year, month, day] = value.split("-");
  const piece = { year, month, day }[part.piece];
  return piece === undefined ? [] : [piece, String(Number(piece))];
}

function plainText(value: string, { type }: Place): readonly string[] {
  return [type === "textarea" ? value : value.replace(/\s*\n\s*/g, ", ")];
}

/** Digits or letters written in one piece, or in groups when the page shows them so. */
function grouped(...sizes: readonly number[]): Writer {
  return ofText((value, { hint }) => {
    const compact = digitsOf(value);
    const spaced = inGroups(compact, sizes);
    const [first = 1, second = 1] = sizes;
    const example = new RegExp(`[\\dA-ZX_#]{${first}}[ \\u00a0\\u202f][\\dX_#]{${second}}[ \\u00a0\\u202f][\\dX_#]`, "i");
    return example.test(hint) && !saysNoSpace(hint) ? [spaced, compact] : [compact, spaced];
  });
}

function inGroups(text: string, sizes: readonly number[]): string {
  const groups: string[] = [];
  let at = 0;
  for (const size of sizes) {
    if (at < text.length) groups.push(text.slice(at, at + size));
    at += size;
  }
  return groups.join(" ");
}

function saysNoSpace(hint: string): boolean {
  return /sans\s+(les\s+)?espaces?|without\s+spaces?/i.test(hint);
}

function nafCodes(value: string, { hint }: Place): readonly string[] {
  const bare = value.replace(".", "");
  return /(^|[^\d.])\d{4} ?[A-Z]\b/.test(hint) ? [bare, value] : [value, bare];
}

function countries(value: string, place: Place): readonly string[] {
  const names = [countryNameOf(value), ...(value === "FR" ? ["FRA"] : []), value];
  return /\bcode\b|\biso\b/i.test(place.hint) ? names.reverse() : names;
}

function departements(value: string, { hint }: Place): readonly string[] {
  const name = departementNameOf(value);
  const wantsCode = /\b(code|num[eé]ro|n°)/i.test(hint) || name === undefined;
  return wantsCode ? [value] : [name, value];
}

/** The ten digits of a French number, or `null` for another country's. */
function frenchDigits(value: string): string | null {
  const compact = value.replace(/\(0\)/g, "").replace(/[\s.()/\u00a0\u202f-]/g, "");
  const national = /^(?:\+33|0033|0)([1-9]\d{8})$/.exec(compact)?.[1];
  return national === undefined ? null : `0${national}`;
}

const PHONE_EXAMPLES: readonly [example: RegExp, write: (digits: string) => string][] = [
  [/(^|\D)0\d{9}(?!\d)/, (digits) => digits],
  [/(^|\D)0\d( \d\d){2}/, (digits) => inPairs(digits, " ")],
  [/(^|\D)0\d(\.\d\d){2}/, (digits) => inPairs(digits, ".")],
  [/(^|\D)0\d(-\d\d){2}/, (digits) => inPairs(digits, "-")],
  [/\+33\d/, (digits) => `+33${digits.slice(1)}`],
  [/\+33 \(?\d/, (digits) => `+33 ${inPairs(digits, " ").slice(1)}`],
  [/0033 ?\d/, (digits) => `0033${digits.slice(1)}`],
];

/** French numbers as the page's example shows them, else as ten digits; foreign ones in one piece, else as they were given. */
function phones(value: string, { hint }: Place): readonly string[] {
  const digits = frenchDigits(value);
  if (digits === null) return /^\+?[\d\s.()/-]+$/.test(value) ? [value.replace(/[^\d+]/g, ""), value] : [value];
  const shown = PHONE_EXAMPLES.filter(([example]) => example.test(hint));
  const others = PHONE_EXAMPLES.filter((row) => !shown.includes(row));
  return [...shown, ...others].map(([, write]) => write(digits));
}

function inPairs(digits: string, separator: string): string {
  return digits.replace(/(\d\d)(?=\d)/g, `$1${separator}`);
}

/** "2020-12-31", or "1975-05" when only the month is known: a day or a month is never made up. */
function dates(value: string, place: Place): readonly string[] {
  const [year, month, day] = value.split("-");
  if (year === undefined || month === undefined) return [];
  const monthly = [`${month}/${year}`];
  if (place.type === "date") return day === undefined ? [] : [value];
  if (place.type === "month") return [`${year}-${month}`];
  if (wantsYearOnly(place)) return [year];
  const layout = layoutIn(place.hint);
  if (layout !== null) {
    const { order, separator } = layout;
    const pieces = { d: day, m: month, y: year };
    const chosen = [...order].map((letter) => pieces[letter as keyof typeof pieces]);
    return chosen.includes(undefined) ? [] : [chosen.join(separator)];
  }
  if (place.type === "number") return [];
  if (place.maxLength === 7) return monthly;
  if (day === undefined) return /\bmois\b|\bmonth\b/i.test(place.hint) ? monthly : [];
  const usual = `${day}/${month}/${year}`;
  return place.pattern === undefined
    ? [usual]
    : [usual, `${day}-${month}-${year}`, `${day}.${month}.${year}`, value, `${day}${month}${year}`];
}

function wantsYearOnly({ hint, maxLength }: Place): boolean {
  if (maxLength === 4) return true;
  return /\b(ann[eé]e|year)\b/i.test(hint) && !/\b(date|jj|dd|mois|month)\b/i.test(hint);
}

const LAYOUTS: readonly [layout: RegExp, order: string][] = [
  [/\b(?:jj|dd|\d{2})([./ -]?)(?:mm|\d{2})\1(?:aaaa|yyyy|(?:19|20)\d{2})\b/i, "dmy"],
  [/\bmm([./ -]?)(?:dd|jj)\1(?:yyyy|aaaa)\b/i, "mdy"],
  [/\b(?:aaaa|yyyy|(?:19|20)\d{2})([./ -]?)(?:mm|\d{2})\1(?:jj|dd|\d{2})\b/i, "ymd"],
  [/\b(?:mm|(?:0\d|1[0-2]))([./ -])(?:aaaa|yyyy|(?:19|20)\d{2})\b/i, "my"],
  [/\b(?:aaaa|yyyy)([./ -])mm\b/i, "ym"],
];

/** The layout that the page shows, "jj/mm/aaaa" or an example such as "31/12/2020". */
function layoutIn(hint: string): { readonly order: string; readonly separator: string } | null {
  for (const [layout, order] of LAYOUTS) {
    const found = layout.exec(hint);
    if (found !== null) return { order, separator: found[1] ?? "" };
  }
  return null;
}

const UNITS = {
  EUR: { euros: 1, decimals: 2, wholeFirst: false },
  kEUR: { euros: 1_000, decimals: 3, wholeFirst: true },
  MEUR: { euros: 1_000_000, decimals: 3, wholeFirst: false },
} as const;
/** The largest rounding that a reader would accept as the same figure: one per cent. */
const ROUNDING = 0.01;
/** Above this, JavaScript no longer writes numbers digit by digit. */
const LARGEST = 1e15;

/** An amount in the page's unit: thousands are written whole, as people do; a rounding beyond one per cent is not written. */
function amounts(euros: number, place: Place): readonly string[] {
  const unit = UNITS[place.unit ?? "EUR"];
  const inUnit = euros / unit.euros;
  const precise = Number(inUnit.toFixed(unit.decimals));
  const whole = Math.round(inUnit);
  const figures = unit.wholeFirst ? [whole, precise] : [precise, whole];
  return figures.filter(isCloseTo(inUnit)).map((figure) => decimal(figure, place));
}

function isCloseTo(exact: number): (rounded: number) => boolean {
  return (rounded) => Math.abs(rounded) < LARGEST && Math.abs(rounded - exact) <= ROUNDING * Math.abs(exact);
}

/** "1234.5" for numbers; "1234,5" in a text, "1 234,5" where the page groups thousands or the text is free. */
function decimal(figure: number, { type, hint }: Place): string {
  const plain = String(figure);
  if (type === "number") return plain;
  const [whole = "", fraction] = plain.split(".");
  const groups = type === "textarea" || (/\d[ \u00a0\u202f]\d{3}\b/.test(hint) && !saysNoSpace(hint));
  const written = groups ? whole.replace(/\B(?=(\d{3})+$)/g, " ") : whole;
  return fraction === undefined ? written : `${written},${fraction}`;
}
