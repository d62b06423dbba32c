/** The dates of a document, by their labels. Only a date that nothing puts in doubt is `sure`. */
import { addMonths, endOfMonth } from "../../domain/time.ts";
import type { DateField } from "../../domain/validity.ts";
import { type Reading, reading } from "./reading.ts";
import { RECOGNITION_RULES, type RecognitionRule } from "./rules.ts";
import { type Line, MARK, type Stream, squeeze } from "./stream.ts";

/** By field: the one sure reading, or else every reading, unsure, in text order. */
export type DatesRead = { readonly [F in DateField]?: readonly Reading<string>[] };

interface Candidate {
  readonly field: DateField;
  /** `null` when it is not a calendar day. */
  readonly day: string | null;
  readonly sure: boolean;
  readonly line: Line;
  /** The position of the date, and the length of its phrase before it. */
  readonly at: number;
  readonly reach: number;
}

/** @param certain false when the kind or the text itself is in doubt: no date is then sure */
export function datesOf(rule: RecognitionRule, stream: Stream, today: string, certain: boolean): DatesRead {
  const labelled = longestOf(rule.dates.flatMap((phrase) => matchesOf(phrase, stream)));
  const isIssueLabelled = labelled.some(({ field, day }) => field === "issuedOn" && day !== null);
  const candidates = isIssueLabelled || !readsIssue(rule) ? labelled : [...labelled, ...letterDatesOf(stream, labelled)];

  const fields = [...new Set(candidates.map(({ field }) => field))];
  const read: DatesRead = Object.fromEntries(
    fields.map((field) => {
      const own = candidates.filter((candidate) => candidate.field === field);
      const day = certain && own.every(({ sure }) => sure) ? settle(rule, field, own, today) : undefined;
      const shown = distinctDays(own).filter((it) => day === undefined || it.day === day);
      return [field, shown.map((it) => reading(it.day, day !== undefined, it.line))];
    }),
  );
  return isInOrder(read) ? read : allUnsure(read);
}

const readsIssue = ({ dates }: RecognitionRule): boolean => dates.some((phrase) => phrase.includes("{issuedOn}"));

/** "Lyon, le 4 mai 2026": without a label, the day a letter or an attestation bears is that of its issue. */
function letterDatesOf(stream: Stream, labelled: readonly Candidate[]): Candidate[] {
  return stream.letterDates.flatMap((at): Candidate[] => {
    const date = stream.dateAt(stream.squeezed.charAt(at));
    if (date === undefined || labelled.some((one) => one.at === at)) return [];
    const apart = !A_DATE.test(stream.squeezed.charAt(at + 1));
    return [{ field: "issuedOn", day: date.day, sure: date.clean && date.day !== null && apart, line: stream.lineAt(at), at, reach: 0 }];
  });
}

/** The day that all readings of a field agree on, if there is one. */
function settle(rule: RecognitionRule, field: DateField, own: readonly Candidate[], today: string): string | undefined {
  const days = [...new Set(own.flatMap(({ day }) => (day === null ? [] : [day])))].sort();
  const day = days.length === 1 || (rule.lastOfYears === field && areYearsApart(days)) ? days.at(-1) : undefined;
  if (day === undefined || !isPlausible(field, day, today)) return undefined;
  return rule.monthEnd !== field || (day === endOfMonth(day) && day <= today) ? day : undefined;
}

function areYearsApart(days: readonly string[]): boolean {
  const last = days.at(-1) ?? "";
  return days.every((day, index) => endOfMonth(day) === endOfMonth(addMonths(last, -12 * (days.length - 1 - index))));
}

const YEARS_AHEAD = 12;

function isPlausible(field: DateField, day: string, today: string): boolean {
  if (field === "issuedOn" || field === "closingOn") return day <= today;
  return day <= addMonths(today, 12 * YEARS_AHEAD);
}

/** True when the dates are in order: a document is issued and begins before it ends; without an end, its first day precedes its issue. */
function isInOrder(dates: DatesRead): boolean {
  const day = (field: DateField) => dates[field]?.[0]?.value;
  const until = day("validUntil");
  const from = day("validFrom") ?? "";
  const issued = day("issuedOn") ?? "";
  if (until !== undefined) return issued < until && from < until;
  return issued === "" || from <= issued;
}

function allUnsure(dates: DatesRead): DatesRead {
  return Object.fromEntries(
    Object.entries(dates).map(([field, readings]) => [field, readings.map((it) => ({ ...it, confidence: "unsure" as const }))]),
  );
}

function distinctDays(candidates: readonly Candidate[]): (Candidate & { readonly day: string })[] {
  const known = candidates.filter((it): it is Candidate & { readonly day: string } => it.day !== null);
  return known.filter((it, index) => known.findIndex(({ day }) => day === it.day) === index);
}

/** A date may end several phrases (« fin de validité », « date de fin de validité »): the longest one counts. */
function longestOf(candidates: readonly Candidate[]): Candidate[] {
  const longest = new Map<number, number>();
  for (const { at, reach } of candidates) longest.set(at, Math.max(reach, longest.get(at) ?? 0));
  return candidates.filter(({ at, reach }) => longest.get(at) === reach).toSorted((one, other) => one.at - other.at);
}

// ------------------------------------------------------------------------------------------------------- phrases

/** True when a date phrase of the rules stands in the text, with its dates. */
export function standsWithDates(phrase: string, stream: Stream): boolean {
  return matchesOf(phrase, stream).length > 0;
}

type Slot = DateField | "year" | "any";

/** Every occurrence of the phrase, with the dates it names. */
function matchesOf(phrase: string, stream: Stream): Candidate[] {
  const { pattern, slots } = compile(phrase);
  return [...stream.squeezed.matchAll(pattern)].flatMap((match) => {
    const end = match.index + match[0].length;
    const apart = !isAcrossCells(stream, match.index, end, slots[0]);
    return slots.flatMap((slot, index): Candidate[] => {
      const found = match[index + 1] ?? "";
      const at = stream.squeezed.indexOf(found, match.index);
      const place = { at, reach: at - match.index, line: stream.lineAt(at) };
      if (slot === "any") return [];
      if (slot === "year") {
        return [
          { field: "validFrom", day: `${found}-01-01`, sure: apart, ...place },
          { field: "validUntil", day: `${found}-12-31`, sure: apart, ...place },
        ];
      }
      const date = stream.dateAt(found);
      return date === undefined ? [] : [{ field: slot, day: date.day, sure: date.clean && date.day !== null && apart, ...place }];
    });
  });
}

/** A label without a date of its own: a usual one, or one of the rules (a phrase up to its date). */
const USUAL_LABEL =
  /(?:date(?:de|du|d)?[a-z]{3,20}|(?:attribue|accorde)e?s?le|jusquau|acompterdu|echeance|expiration|(?:debut|fin)devalidite)$/;
const LABELS: readonly { readonly label: string; readonly slot: string | undefined }[] = RECOGNITION_RULES.flatMap(({ dates }) =>
  dates.flatMap((phrase) =>
    [...phrase.matchAll(/([^{}…]+)(?:\{(\w+)\}|…+)/g)].map(([, label = "", slot]) => ({ label: squeeze(label), slot })),
  ),
).filter(({ label }) => label.length > 4);
/** The same words inside a sentence, where they are no label: "ouverts pendant la période de validité", "à jour de ses obligations fiscales". */
const SPOKEN = /(?:pendant|durant|aucoursde|jourde)(?:la|le|sa|son|ses|vos|leurs)[a-z]{4,24}$/;
const LABEL_REACH = 40;
const A_DATE = new RegExp(MARK);

/**
 * True when another label stands right before the phrase, or another date right after: a table whose labels come together
 * and whose dates come together, so that the date after a label may not be its own.
 */
function isAcrossCells(stream: Stream, start: number, end: number, slot: Slot | undefined): boolean {
  const before = stream.squeezed.slice(Math.max(0, start - LABEL_REACH), start);
  const labels = LABELS.filter(({ label }) => before.endsWith(label));
  // "Date d'émission / Issue date": one date under two names.
  const isOwn = labels.some((label) => label.slot === slot);
  const isLabelled = !isOwn && !SPOKEN.test(before) && (USUAL_LABEL.test(before) || labels.length > 0);
  return isLabelled || A_DATE.test(stream.squeezed.charAt(end));
}

const COMPILED = new Map<string, { readonly pattern: RegExp; readonly slots: readonly Slot[] }>();

function compile(phrase: string) {
  const known = COMPILED.get(phrase);
  if (known !== undefined) return known;
  const slots: Slot[] = [];
  const source = phrase.split(/(\{\w+\}|…+)/).map((part) => {
    if (part === "…") return "[^\\ue000-\\uf8ff]{0,60}?";
    if (part === "……") return "[^\\ue000-\\uf8ff]{0,400}?";
    const slot = /^\{(\w+)\}$/.exec(part)?.[1] as Slot | undefined;
    if (slot === undefined) return squeeze(part);
    slots.push(slot);
    return slot === "year" ? "(20\\d{2})(?!\\d)" : `(?:le)?(${MARK})`;
  });
  const compiled = { pattern: new RegExp(source.join(""), "g"), slots };
  COMPILED.set(phrase, compiled);
  return compiled;
}
