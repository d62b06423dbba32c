/**
 * What a dropped document is, whose it is, and until when it is valid, read from its text. Pure.
 *
 * A wrong date would put an expired attestation in a bid. So a reading is `sure` only when every clue agrees, the date was
 * written cleanly and its label stands right before it; anything else is asked of the person, with what was read as a proposal.
 */

import type { CoffreAsk, CoffrePiece } from "../../domain/coffre.ts";
import type { PieceKind } from "../../domain/pieces.ts";
import { present } from "../../domain/present.ts";
import { basisOf, type DateField } from "../../domain/validity.ts";
import { codesOf } from "./codes.ts";
import { ownerOf } from "./company.ts";
import { callsItselfOtherwise } from "./headings.ts";
import { kindOf } from "./kind.ts";
import { LONG } from "./kinds.ts";
import { type DatesRead, datesOf } from "./labelled-dates.ts";
import { strangeWordsIn } from "./neutral-words.ts";
import type { Ask, Reading, Recognition } from "./reading.ts";
import { RECOGNITION_RULES, type RecognitionRule } from "./rules.ts";
import { type DocumentText, type Stream, streamOf } from "./stream.ts";
import { unexplainedIn } from "./unexplained.ts";
import { WARNINGS, type Warning, warningOn } from "./warnings.ts";

export interface Expected {
  /** The company whose coffre it is dropped into. */
  readonly siren: string;
  /** The company's names: a RIB or an insurance often carries no number. */
  readonly names?: readonly string[];
  /** "2026-05-31", Europe/Paris. */
  readonly today: string;
}

/** A scan without text, or a picture: nothing is read, everything is asked. */
export const NOTHING_READ: Recognition = {
  dates: {},
  asks: [
    { about: "kind", why: "noText", proposals: [] },
    { about: "company", why: "noText", proposals: [] },
  ],
};
/** A scan whose picture cannot be decoded. */
export const DAMAGED_SCAN: Recognition = {
  dates: {},
  asks: NOTHING_READ.asks.map((ask) => ({ ...ask, why: "damagedScan" })),
};
/** Fewer letters than this do not count as text: a stamp, a page number on a scan. */
const LEAST_TEXT = 40;
/** A zero or a one inside a word ("al1ocations") shows text from a scanner, even if the file does not say so. */
const SCANNED_WORD = /(?<![\p{L}\d])\p{L}?\p{Ll}+[01]\p{Ll}+(?![\p{L}\d])/u;

/** The rules and wordings by which documents are recognised. */
export interface Wordings {
  readonly rules: readonly RecognitionRule[];
  readonly warnings: readonly Warning[];
}

const WORDINGS: Wordings = { rules: RECOGNITION_RULES, warnings: WARNINGS };

/** Recognises a document by its text. */
export function recognise(given: DocumentText, { today, ...company }: Expected, { rules, warnings } = WORDINGS): Recognition {
  const text: DocumentText = SCANNED_WORD.test(given.pages.flat().join("\n")) ? { ...given, layer: "ocr" } : given;
  const stream = streamOf(text);
  if (stream.squeezed.length < LEAST_TEXT) return NOTHING_READ;
  const { rule, readings: kinds, sure } = kindOf(stream, rules);
  const [kind] = kinds;
  const owner = ownerOf(text, stream, rule, company);
  if (kind === undefined || rule === undefined) {
    return { dates: {}, ...owner.read, asks: [{ about: "kind", why: "missing", proposals: [] }, ...owner.asks] };
  }
  const warning = doubtOn(
    kinds.map(({ value }) => value),
    rule,
    text,
    stream,
    company.names ?? [],
    warnings,
  );
  const certain = sure && warning === undefined && text.layer === "printed";
  const dates = datesOf(rule, stream, today, certain);
  return {
    kind: certain ? kind : { ...kind, confidence: "unsure" },
    dates: Object.fromEntries(Object.entries(dates).flatMap(([field, [first]]) => (first === undefined ? [] : [[field, first]]))),
    ...owner.read,
    ...codesOf(text, rule),
    asks: [
      ...(certain ? [] : [{ about: "kind", why: warning ?? (sure ? "scanned" : "unclear"), proposals: kinds } as const]),
      ...owner.asks,
      ...dateAsks(rule, dates),
    ],
  };
}

/** Why a paper is not taken for what its title says, the gravest reason first. */
function doubtOn(
  kinds: readonly PieceKind[],
  rule: RecognitionRule,
  text: DocumentText,
  stream: Stream,
  names: readonly string[],
  warnings: readonly Warning[],
): Warning["why"] | undefined {
  const said = warningOn(kinds, stream, warnings) ?? unexplainedIn(rule.kind, stream);
  if (said !== undefined || kinds.length > 1 || LONG.includes(rule.kind)) return said;
  if (callsItselfOtherwise(rule, text, names)) return "otherPaper";
  return strangeWordsIn(rule.kind, text).length > 0 ? "unusual" : undefined;
}

/** Questions on dates that the kind needs and that are not sure, then on other dates read but not sure. */
function dateAsks(rule: RecognitionRule, dates: DatesRead): Ask[] {
  const isSure = (field: DateField) => dates[field]?.[0]?.confidence === "sure";
  const needed = rule.needs
    .filter((group) => !group.some(isSure))
    .map((group) => group.find((field) => dates[field] !== undefined) ?? group[0]);
  const doubtful = (Object.keys(dates) as DateField[]).filter((field) => !isSure(field));
  return [...new Set([...needed, ...doubtful])].flatMap((about): Ask[] => {
    if (about === undefined) return [];
    const proposals = dates[about] ?? [];
    return [{ about, why: proposals.length === 0 ? "missing" : "unclear", proposals }];
  });
}

/** What the coffre remembers of a recognised document: only sure readings; `confirmed` when there is nothing to ask. */
export type Draft = Pick<CoffrePiece, "kind" | "validityBasis" | "confirmed"> &
  Partial<Pick<CoffrePiece, DateField | "siret" | "securityCode" | "otherSiren" | "facts" | "asks">>;

export function draftOf(recognition: Recognition): Draft {
  const { kind, dates, siret, securityCode, otherSiren, iban, bic, asks } = recognition;
  const known = {
    kind: kind?.confidence === "sure" ? kind.value : ("autre" as const),
    ...sureOf("issuedOn", dates.issuedOn),
    ...sureOf("validFrom", dates.validFrom),
    ...sureOf("validUntil", dates.validUntil),
    ...sureOf("closingOn", dates.closingOn),
  };
  const account = { ...sureOf("iban", iban), ...sureOf("bic", bic) };
  return {
    ...known,
    validityBasis: basisOf(known),
    ...sureOf("siret", siret),
    ...sureOf("securityCode", securityCode),
    ...present({ otherSiren: otherSiren?.value }),
    ...(iban?.confidence === "sure" ? { facts: account } : {}),
    confirmed: asks.length === 0,
    ...(asks.length === 0 ? {} : { asks: asks.map(askOf) }),
  };
}

/** A line of a table without spaces may be as long as its page. */
const LONGEST_LINE = 240;

function askOf({ about, why, proposals }: Ask): CoffreAsk {
  return {
    about,
    why,
    proposals: proposals.map(({ value, evidence }) => ({ value, page: evidence.page, line: evidence.text.slice(0, LONGEST_LINE) })),
  };
}

function sureOf<Key extends string>(key: Key, read: Reading<string> | undefined): { readonly [K in Key]?: string } {
  return read?.confidence === "sure" ? ({ [key]: read.value } as { readonly [K in Key]: string }) : {};
}
