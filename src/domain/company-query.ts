/** What a person typed or pasted to name their company: a SIRET, a SIREN, a VAT number, a line of a letter, or a name. Pure. */
import { digitsOf, isSiren, isSiret, siretProblem, siretsIn, tvaOf } from "./siret.ts";

/**
 * `sirets`: one, or several to choose from · `siren`: its establishments are searched · `foreign`: a VAT number of another State ·
 * `name`: searched in the public register · `wrong`: a number that cannot be used, and why · `typing`: a number that is not complete yet.
 */
export type CompanyQuery =
  | { readonly kind: "empty" }
  | { readonly kind: "sirets"; readonly sirets: readonly [string, ...string[]] }
  | { readonly kind: "siren"; readonly siren: string }
  | { readonly kind: "foreign"; readonly state: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "typing"; readonly digits: number }
  | { readonly kind: "wrong"; readonly problem: NumberProblem };

/** Codes are keys of the user's messages. */
type NumberProblem = NonNullable<ReturnType<typeof siretProblem>> | "tva.key";

/** The shortest name that is searched. */
const SHORTEST_NAME = 3;
const GAP = "[\\s.\\-\\u2010-\\u2015\\u00a0\\u202f]?";
/** Nine digits without another digit next to them: the first nine of a SIRET being typed are not a SIREN. */
const NINE = new RegExp(`(?<!\\d${GAP})(?:\\d${GAP}){8}\\d(?!${GAP}\\d)`, "g");
const FRENCH_VAT = new RegExp(`\\bFR${GAP}(\\d{2})${GAP}((?:\\d${GAP}){8}\\d)(?!\\d)`, "i");
/** How the numbers of the other Member States look (Council Directive 2006/112/EC, article 215; formats published with VIES). */
const OTHER_VAT =
  /^(AT)U\d{8}$|^(BE)[01]\d{9}$|^(BG)\d{9,10}$|^(CY)\d{8}[A-Z]$|^(CZ)\d{8,10}$|^(DE)\d{9}$|^(DK)\d{8}$|^(EE)\d{9}$|^(EL)\d{9}$|^(ES)[A-Z0-9]\d{7}[A-Z0-9]$|^(FI)\d{8}$|^(HR)\d{11}$|^(HU)\d{8}$|^(IE)\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$|^(IT)\d{11}$|^(LT)(?:\d{9}|\d{12})$|^(LU)\d{8}$|^(LV)\d{11}$|^(MT)\d{8}$|^(NL)[A-Z0-9+*]{12}$|^(PL)\d{10}$|^(PT)\d{9}$|^(RO)\d{2,10}$|^(SE)\d{12}$|^(SI)\d{8}$|^(SK)\d{10}$|^(XI)(?:\d{9}|\d{12})$/;

/** Reads what was typed. A number is never taken for a name, nor corrected. */
export function companyQueryOf(typed: string): CompanyQuery {
  const text = typed.replace(/[\s\u00a0\u202f]+/g, " ").trim();
  if (text === "") return { kind: "empty" };
  const foreign = foreignState(text);
  if (foreign !== null) return { kind: "foreign", state: foreign };
  const digits = digitsOf(text);
  if (isSiret(digits)) return { kind: "sirets", sirets: [digits] };
  const [first, ...others] = siretsIn(text);
  if (first !== undefined) return { kind: "sirets", sirets: [first, ...others] };
  const [, key, body] = FRENCH_VAT.exec(text) ?? [];
  if (key !== undefined && body !== undefined) return ofVat(key, digitsOf(body));
  const siren = sirenIn(text);
  if (siren !== null) return { kind: "siren", siren };
  const count = text.replace(/\D/g, "").length;
  if (/\p{L}/u.test(text) && count < 9) return { kind: "name", text };
  if (/^\d+$/.test(digits) && digits.length < 14) return { kind: "typing", digits: digits.length };
  // A letter O for a zero, an l for a one.
  if (/\d\p{L}+\d/u.test(digits)) return { kind: "wrong", problem: "siret.notDigits" };
  return { kind: "wrong", problem: siretProblem(text.replace(/[^\d]/g, "")) ?? "siret.key" };
}

/** The text to search in the register; `null` when no search is needed or the text is too short. */
export function searchOf(query: CompanyQuery): string | null {
  if (query.kind === "siren") return query.siren;
  return query.kind === "name" && query.text.length >= SHORTEST_NAME ? query.text : null;
}

/** A VAT number whose key does not match its SIREN identifies no company. */
function ofVat(key: string, siren: string): CompanyQuery {
  const isRight = isSiren(siren) && tvaOf(siren) === `FR${key}${siren}`;
  return isRight ? { kind: "siren", siren } : { kind: "wrong", problem: "tva.key" };
}

/** The only SIREN written in the text. */
function sirenIn(text: string): string | null {
  const [only, ...more] = new Set([...text.matchAll(NINE)].map(([match]) => digitsOf(match)).filter(isSiren));
  return only !== undefined && more.length === 0 ? only : null;
}

function foreignState(text: string): string | null {
  const match = OTHER_VAT.exec(text.replace(/[\s.-]/g, "").toUpperCase());
  return match?.slice(1).find((state) => state !== undefined) ?? null;
}
