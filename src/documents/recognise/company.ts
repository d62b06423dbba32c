/** Whose document it is, by the numbers written in it, those of the issuer set apart. */
import { present } from "../../domain/present.ts";
import { digitsOf, isSiren, isSiret } from "../../domain/siret.ts";
import { LONG } from "./kinds.ts";
import { isNamedIn } from "./names.ts";
import { type Ask, type Reading, type Recognition, reading } from "./reading.ts";
import type { RecognitionRule } from "./rules.ts";
import { type DocumentText, fold, type Line, type Stream } from "./stream.ts";
import { isAboutAnother } from "./subject.ts";

interface WrittenNumber {
  readonly siren: string;
  readonly siret?: string;
  /** « SIREN », « SIRET » or « entreprise n° » stands before it; a footer's « 722 000 001 RCS Paris » is not labelled. */
  readonly labelled: boolean;
  /** Its rank among the numbers of the document. */
  readonly rank: number;
  readonly page: number;
  readonly line: string;
}

const GAP = "[\\s.\\u00a0\\u202f]{0,2}";
const NUMBER = new RegExp(`(?<![\\d])\\d{3}${GAP}\\d{3}${GAP}\\d{3}(?:${GAP}\\d{3}${GAP}\\d{2})?(?![\\d])`, "g");
const LABEL =
  /(siren|siret|identification|immatricul\w*|r\.?c\.?s\.?|entreprise|adherent|numero unique)\s*(?:\/\s*siret)?\s*(?:\(siege\)|du siege|de l'etablissement|au rcs)?[\s,:n°ºo.]*(?:numero)?[\s:]*$/;
/** How many characters before a number its label may be, line ends included. */
const LABEL_REACH = 60;

/** Every company number with a valid check digit, in order, once each. */
function numbersIn(pages: readonly (readonly string[])[]): WrittenNumber[] {
  const found = new Map<string, WrittenNumber>();
  let rank = 0;
  pages.forEach((lines, index) => {
    const text = lines.join("\n");
    for (const match of text.matchAll(NUMBER)) {
      const digits = digitsOf(match[0]).replace(/\s/g, "");
      const siret = digits.length === 14 && isSiret(digits) ? digits : undefined;
      const siren = digits.slice(0, 9);
      if (siret === undefined && !(digits.length === 9 && isSiren(digits))) continue;
      const before = fold(text.slice(Math.max(0, match.index - LABEL_REACH), match.index));
      rank += 1;
      const number: WrittenNumber = {
        rank,
        siren,
        ...present({ siret }),
        labelled: LABEL.test(before),
        page: index + 1,
        line: lines[text.slice(0, match.index).split("\n").length - 1] ?? "",
      };
      const known = found.get(siret ?? siren);
      if (known === undefined || (number.labelled && !known.labelled)) found.set(siret ?? siren, number);
    }
  });
  return [...found.values()];
}

export interface ExpectedOwner {
  readonly siren: string;
  /** The names that the company is known by. */
  readonly names?: readonly string[];
}

/** Whether the document is the company's, another's, or whether that must be asked. */
export function ownerOf(text: DocumentText, stream: Stream, rule: RecognitionRule | undefined, company: ExpectedOwner): OwnerRead {
  const owner = numberedOwnerOf(text, stream, rule, company);
  const isAnothers =
    owner.asks.length === 0 && rule !== undefined && !LONG.includes(rule.kind) && isAboutAnother(company, stream, rule.kind);
  return isAnothers ? { ...owner, asks: [{ about: "company", why: "unclear", proposals: [] }] } : owner;
}

interface OwnerRead {
  readonly read: Pick<Recognition, "siret" | "otherSiren">;
  readonly asks: readonly Ask[];
}

function numberedOwnerOf(
  text: DocumentText,
  stream: Stream,
  rule: RecognitionRule | undefined,
  { siren, names = [] }: ExpectedOwner,
): OwnerRead {
  const sure = text.layer === "printed";
  const numbers = numbersIn(text.pages);
  const mine = numbers.filter((number) => number.siren === siren);
  const others = numbers.filter((number) => number.labelled && number.siren !== siren);
  const proposals = distinctSirens([...mine, ...others]);
  const ask = (why: Ask["why"]): Ask => ({ about: "company", why, proposals });
  const [other] = others;

  if (mine.length > 0) {
    const [first, ...more] = mine.filter((number) => number.siret !== undefined);
    const siret = first?.siret !== undefined && more.length === 0 ? { siret: reading(first.siret, sure, lineOf(first)) } : {};
    return { read: siret, asks: other !== undefined && !comesFirst(mine, other) ? [ask("unclear")] : [] };
  }
  if (other !== undefined && proposals.length === 1 && rule?.names === "number") {
    return { read: { otherSiren: reading(other.siren, sure, lineOf(other)) }, asks: [ask("otherCompany")] };
  }
  if (other !== undefined) return { read: {}, asks: [ask("unclear")] };
  return { read: {}, asks: rule?.names === "name" && isNamedIn(names, stream) ? [] : [ask("missing")] };
}

/** The company a document is about is named before its client, its president or its insurer. */
function comesFirst(mine: readonly WrittenNumber[], other: WrittenNumber): boolean {
  return mine.some(({ labelled, rank }) => labelled && rank < other.rank);
}

function lineOf({ page, line }: WrittenNumber): Line {
  return { page, text: line };
}

function distinctSirens(numbers: readonly WrittenNumber[]): Reading<string>[] {
  const first = new Map<string, WrittenNumber>();
  for (const number of numbers) if (!first.has(number.siren)) first.set(number.siren, number);
  return [...first.values()].map((number) => reading(number.siren, false, lineOf(number)));
}
