/**
 * Which option of a list, or which button of a group, says a canonical value: by its value, by its words, or by what they mean.
 * Pure. When two options could mean it, or one would say more than is known, none is chosen.
 */
import { type FieldKey, fieldOf } from "../domain/fields.ts";
import { legalFormsIn, withWiderForms } from "../domain/legal-forms.ts";
import { plainWords } from "../domain/plain.ts";
import { isPlaceholderOption, type Option } from "../page/empty.ts";
import { countryNamesOf } from "./countries.ts";
import { departementNameOf } from "./departements.ts";
import { type CanonicalValue, pageTextOf } from "./format.ts";
import { bracketIn, bracketOf } from "./headcount.ts";
import type { Place } from "./place.ts";

type Part = Place["part"];
type Chooser = (value: string, options: readonly Option[]) => number | null;

const BY_KEY: { readonly [K in FieldKey]?: Chooser } = {
  pays: (value, options) => only(options, namedBy(countryNamesOf(value).map(plainWords))),
  departement: chooseDepartement,
  formeJuridique: chooseLegalForm,
  formeJuridiqueCode: chooseLegalForm,
  categorieEntreprise: chooseCategory,
  effectif: chooseBracket,
  contactCivilite: (value, options) => {
    const words = value === "M" ? /^(m|mr|monsieur)$/ : /^(mme|madame)( (mlle|mademoiselle))?$/;
    return only(options, ({ text, value: code }) => words.test(plainWords(text) || plainWords(code)));
  },
  codeNaf: chooseNaf,
  codeNaf2025: chooseNaf,
};

/** The index of the option that says the value; `null` when none does, or when several could. */
export function optionFor(key: FieldKey, value: CanonicalValue, options: readonly Option[], part?: Part): number | null {
  if (part !== undefined) return chooseByPart(key, value, options, part);
  if (typeof value === "boolean") return chooseBoolean(key, value, options);
  const written = pageTextOf(key, value, { type: "text", hint: "" });
  const writings = [String(value), "text" in written ? written.text : ""].map(plainWords).filter((words) => words !== "");
  const chooser = typeof value === "string" ? BY_KEY[key] : undefined;
  const exact = only(options, ({ text, value: code }) => code === String(value) || writings.includes(plainWords(text)));
  return exact ?? (chooser === undefined || typeof value !== "string" ? null : chooser(value, options));
}

/** What a single button or box says of a yes-or-no fact: true, false, or `null` when its words do not settle it. */
export function booleanIn(key: FieldKey, { value, text }: Option): boolean | null {
  const words = plainWords(text);
  if (key === "etabliEnFrance") {
    if (/\b(etranger|hors de france|hors france|non etablie?|not established)\b/.test(words)) return false;
    if (/\b(france|francaise)\b/.test(words)) return true;
  }
  if (/^(oui|yes|vrai|true)\b/.test(words)) return true;
  if (/^(non|no|faux|false)\b/.test(words)) return false;
  if (words !== "") return null;
  return ({ oui: true, yes: true, true: true, non: false, no: false, false: false } as const)[plainWords(value)] ?? null;
}

function only(options: readonly Option[], says: (option: Option) => boolean): number | null {
  const indexes = options.flatMap((option, index) => (!isPlaceholderOption(option) && says(option) ? [index] : []));
  return indexes.length === 1 ? (indexes[0] ?? null) : null;
}

/** True when the text, one of its halves ("FR - France", "France (FR)") or the value is one of the names. */
function namedBy(names: readonly string[]): (option: Option) => boolean {
  return ({ value, text }) => {
    const halves = text.split(/[()/:–—-]|\s-\s/).map(plainWords);
    return (
      names.includes(plainWords(text)) ||
      halves.some((half) => half.length > 1 && names.includes(half)) ||
      names.includes(plainWords(value))
    );
  };
}

function chooseDepartement(code: string, options: readonly Option[]): number | null {
  const name = plainWords(departementNameOf(code) ?? code);
  const short = code.toLowerCase();
  return only(options, ({ value, text }) => {
    const words = plainWords(text);
    if (words === "") return value.toLowerCase() === short;
    return words === name || words === short || words === `${short} ${name}` || words === `${name} ${short}`;
  });
}

function chooseLegalForm(value: string, options: readonly Option[]): number | null {
  for (const form of withWiderForms(legalFormsIn(value))) {
    const said = options.map((option) => {
      const inText = legalFormsIn(option.text);
      return inText.length > 0 || isPlaceholderOption(option) ? inText : legalFormsIn(option.value);
    });
    const naming = said.flatMap((forms, index) => (forms.includes(form) ? [{ index, count: forms.length }] : []));
    const fewest = Math.min(...naming.map(({ count }) => count));
    const best = naming.filter(({ count }) => count === fewest);
    if (best.length > 0) return best.length === 1 ? (best[0]?.index ?? null) : null;
  }
  return null;
}

const CATEGORIES = {
  PME: /\bpme\b|petites? (et|ou) moyennes? entreprises?/,
  ETI: /\beti\b|entreprises? de taille intermediaire/,
  GE: /\bge\b|grandes? entreprises?/,
} as const;

/** INSEE's "PME" includes micro-enterprises: when the list tells them apart, the bidder must choose. */
function chooseCategory(value: string, options: readonly Option[]): number | null {
  const words = CATEGORIES[value as keyof typeof CATEGORIES];
  const microApart = options.some(
    ({ text }) => /\b(micro|tpe|tres petite)/.test(plainWords(text)) && !CATEGORIES.PME.test(plainWords(text)),
  );
  if (words === undefined || (value === "PME" && microApart)) return null;
  return only(options, ({ text }) => words.test(plainWords(text)));
}

function chooseBracket(value: string, options: readonly Option[]): number | null {
  const known = bracketOf(value);
  if (known === null) return null;
  const brackets = options.map((option) => (isPlaceholderOption(option) ? null : bracketIn(option.text)));
  const holding = brackets.flatMap((bracket, index) =>
    bracket !== null && bracket.from <= known.from && known.to <= bracket.to ? [{ index, size: bracket.to - bracket.from }] : [],
  );
  const smallest = Math.min(...holding.map(({ size }) => size));
  const best = holding.filter(({ size }) => size === smallest);
  return best.length === 1 ? (best[0]?.index ?? null) : null;
}

function chooseNaf(value: string, options: readonly Option[]): number | null {
  const squash = (text: string) => text.replace(/[^0-9a-z]/gi, "").toUpperCase();
  const code = squash(value);
  return only(options, (option) => squash(option.value) === code || squash(option.text).startsWith(code));
}

function chooseBoolean(key: FieldKey, value: boolean, options: readonly Option[]): number | null {
  return only(options, (option) => booleanIn(key, option) === value);
}

const MONTHS = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

function chooseByPart(key: FieldKey, value: CanonicalValue, options: readonly Option[], part: NonNullable<Part>): number | null {
  const written = pageTextOf(key, value, { type: "text", hint: "", part });
  if (!("text" in written)) return null;
  if ("piece" in part && part.piece === "countryCode") return only(options, ({ text, value: code }) => /\+33\b/.test(`${text} ${code}`));
  const number = Number(written.text);
  const month = "piece" in part && part.piece === "month" ? MONTHS[number - 1] : undefined;
  if (month !== undefined) {
    const named = only(options, ({ text }) => plainWords(text) === month || (text.length > 2 && month.startsWith(plainWords(text))));
    if (named !== null) return named;
  }
  const isNumber = "piece" in part && fieldOf(key).type !== "phone";
  const says = (text: string) => text === written.text || (isNumber && /^\d+$/.test(text) && Number(text) === number);
  return only(options, ({ text }) => says(text.trim())) ?? only(options, ({ text, value: code }) => text.trim() === "" && says(code));
}
