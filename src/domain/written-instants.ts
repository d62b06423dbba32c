/** Reads days and hours as French pages write them, in Europe/Paris. A doubtful one gives no instant. Pure. */
import { type Clock, clocksIn, spaced } from "./clocks.ts";
import { unaccented } from "./plain.ts";
import { addDays, isDay } from "./time.ts";

const MONTHS =
  "janvier janv jan|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|septembre sept sep|octobre oct|novembre nov|decembre dec"
    .split("|")
    .map((names) => names.split(" "));
const WEEKDAYS = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

const WEEKDAY = `(?:(${WEEKDAYS.join("|")})\\s+)?`;
const DAY = `(?:(\\d{1,2})([/.-])(\\d{1,2})\\3(\\d{4})|(\\d{1,2})(?:\\s*er)?\\s+([a-z]{3,9})\\.?\\s+(\\d{4})|(\\d{4})[/.-](\\d{2})[/.-](\\d{2}))`;
const BETWEEN = "(?:\\s|t(?=\\d)|,|;|-|\\(|\\||\\ba\\b|\\bavant\\b|\\bau plus tard\\b|\\bheure limite\\b|:){1,24}";
const SECONDS = "(?:\\s*(?::|mn|min(?:utes?)?|m)\\s*(?:et\\s*)?(\\d{2})\\s*(?:s(?:ec(?:ondes?)?)?\\b)?)?";
const HOUR = `(?:(\\d{1,2})\\s*(?::|heures?|h)\\s*(?:(\\d{2})${SECONDS})?(?!\\d)|(midi)\\b)`;
const WRITTEN = new RegExp(`(?<![\\d/.-])${WEEKDAY}${DAY}(?!\\d)(?:${BETWEEN}${HOUR})?`, "g");
/** An offset written right after the hour. */
const OFFSET = /^(?:\.\d+)?\s*(?:z\b|[+-]\d{2}:?\d{2}\b)/;
/** The same, and an offset from Greenwich: « UTC », « (UTC+4) », « GMT -03:00 ». */
const EXACT = /^(?:[.,]\d+)?\s*\(?\s*(?:(z|utc|gmt)\b)?\s*(?:([+-])\s?(\d{1,2})(?::?(\d{2}))?(?!\d|\s*(?:h\b|heures?)))?/;
/** A twelve-hour clock. */
const HALF_DAY = /^\s*[ap]\.?m\b/;
/** « 12:00 (heure de la réunion) »: right after the hour, any name means another clock. */
const HOUR_OF_SOMETHING = /^\W{0,3}heures? (?:de |du |d')[a-z'-]+(?: [a-z'-]+)?/;
/** How far from the hour its clock may be named, in characters. */
const NEAR = 80;
const ANOTHER_HOUR = /\d{1,2}\s*(?::|h\b|heures?\b|h(?=\d))/g;

/** A day written in a text, and its instant when the hour is known. */
export interface WrittenInstant {
  /** "2026-12-15T12:00:00+01:00"; `null` when not certain: no hour, no such day, a weekday that contradicts it, another clock. */
  readonly instant: string | null;
  /** "2026-12-15"; `null` when there is no such day. */
  readonly day: string | null;
  /** The instant by the offset written right after the hour, "2026-12-15T08:00:00Z"; `null` without one. */
  readonly exact: string | null;
  /** The seconds written, which `instant` does not have. */
  readonly seconds: number;
  /** The clock that the text names for that hour; `null` when it names none. */
  readonly clock: Pick<Clock, "of" | "said"> | null;
}

/** Every instant in a deadline's text, in order, each once. Days come before months. */
export function instantsIn(text: string): WrittenInstant[] {
  const written = spaced(text);
  const folded = unaccented(written).toLowerCase();
  const clocks = clocksIn(written, true);
  const found = new Map<string, WrittenInstant>();
  for (const match of folded.matchAll(WRITTEN)) {
    const start = match.index;
    const end = start + match[0].length;
    const clock = offsetAfter(folded.slice(end), written.slice(end)) ?? clockOf(clocks, folded, start, end);
    const told = toldBy(match, HALF_DAY.test(folded.slice(end)));
    const exact = exactOf(told.day, match, folded.slice(end));
    const one = { ...told, instant: clock?.of === "elsewhere" ? null : told.instant, exact, seconds: Number(match[14] ?? 0), clock };
    found.set([one.instant ?? one.exact ?? one.day, one.clock?.of].join(), one);
  }
  return [...found.values()];
}

function offsetAfter(folded: string, written: string): WrittenInstant["clock"] {
  const [said] = OFFSET.exec(folded) ?? [];
  return said === undefined ? null : { of: "elsewhere", said: written.slice(0, said.length).trim() };
}

/** The clock named after the hour, else before the day, without crossing another hour; else any in the text, one of elsewhere first. */
function clockOf(clocks: readonly Clock[], text: string, start: number, end: number): WrittenInstant["clock"] {
  const others = [...text.matchAll(ANOTHER_HOUR)].map(({ index }) => index);
  const until = Math.min(end + NEAR, others.find((index) => index >= end) ?? Number.POSITIVE_INFINITY);
  const from = Math.max(start - NEAR, others.findLast((index) => index < start) ?? 0);
  const behind = clocks.find((clock) => clock.end > end && clock.start < until);
  if (behind !== undefined) return behind;
  const [something] = HOUR_OF_SOMETHING.exec(text.slice(end)) ?? [];
  if (something !== undefined) return { of: "elsewhere", said: something.replace(/^\W+/, "") };
  return (
    clocks.findLast((clock) => clock.end <= start && clock.start >= from) ??
    clocks.find(({ of }) => of === "elsewhere") ??
    clocks[0] ??
    null
  );
}

function toldBy(match: RegExpMatchArray, isHalfDay: boolean): Pick<WrittenInstant, "instant" | "day"> {
  const { 1: weekday, 12: hour, 13: minute, 15: noon } = match;
  const day = dayIn(match);
  if (!isDay(day) || (weekday !== undefined && WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] !== weekday))
    return { instant: null, day: null };
  if (isHalfDay || (noon === undefined && hour === undefined)) return { instant: null, day };
  return { instant: parisInstant(day, noon ? 12 : Number(hour), Number(minute ?? 0)), day };
}

function exactOf(day: string | null, { 12: hour, 13: minute = "00" }: RegExpMatchArray, after: string): string | null {
  const [, zone, sign, hours = "", minutes = "00"] = EXACT.exec(after) ?? [];
  // A dash before digits may be anything: without « UTC » an offset has four digits.
  const isOffset = sign === undefined ? zone !== undefined : zone !== undefined || /^(?:[.,]\d+)?\s*\(?\s*[+-]\d{2}:?\d{2}\b/.test(after);
  if (day === null || hour === undefined || !isOffset || Number(hour) > 23) return null;
  const offset = sign === undefined ? "Z" : `${sign}${hours.padStart(2, "0")}:${minutes}`;
  const at = Date.parse(`${day}T${hour.padStart(2, "0")}:${minute}:00${offset}`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** "2026-12-15" from any of the three formats; the day may not exist. */
function dayIn([, , d1, , m1, y1, d2, name, y2, y3, m3, d3]: RegExpMatchArray): string {
  const month = name === undefined ? (m1 ?? m3 ?? "") : monthOf(name);
  return [y1 ?? y2 ?? y3 ?? "", month.padStart(2, "0"), (d1 ?? d2 ?? d3 ?? "").padStart(2, "0")].join("-");
}

function monthOf(name: string): string {
  return String(MONTHS.findIndex((names) => names.includes(name)) + 1);
}

const CLOCK = new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "short", hourCycle: "h23" });

/** The instant of a Paris day and hour; `null` for an hour that a clock change skips or repeats. */
function parisInstant(day: string, hour: number, minute: number): string | null {
  // « 24:00 » ends the day: midnight, the next one.
  if (hour === 24 && minute === 0) return parisInstant(addDays(day, 1), 0, 0);
  if (hour > 23 || minute > 59) return null;
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  const right = ["+01:00", "+02:00"]
    .map((offset) => `${day}T${time}:00${offset}`)
    .filter((instant) => parisClock(new Date(instant)) === `${day} ${time}`);
  return right.length === 1 ? (right[0] ?? null) : null;
}

function parisClock(instant: Date): string {
  const part = Object.fromEntries(CLOCK.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part["year"]}-${part["month"]}-${part["day"]} ${part["hour"]}:${part["minute"]}`;
}
