/**
 * Deadlines and ends of validity as an iCalendar file (RFC 5545), for any calendar. Instants are written in UTC; a deadline with an unknown
 * clock is a whole day, never an hour. UIDs are stable and each file has a higher SEQUENCE: a second import moves an event and adds none. Pure.
 */
import type { KeptConsultation } from "../domain/kept-consultation.ts";
import { addDays } from "../domain/time.ts";
import type { AfterDue } from "./award.ts";

/** The end of validity of a document. */
export interface CalendarEnd {
  /** Stable for the same document. */
  readonly id: string;
  readonly title: string;
  /** The last day of validity, "2026-12-31". */
  readonly until: string;
}

/** Texts in the person's language. */
export interface CalendarWords {
  readonly name: string;
  readonly deadline: (title: string) => string;
  /** For a doubted hour, to be checked on the page. */
  readonly doubted: (title: string, written: string) => string;
  readonly ends: (title: string) => string;
  readonly proofs: (title: string) => string;
  /** `who`: the subcontractor; `null` for the company itself. */
  readonly vigilance: (title: string, who: string | null) => string;
  readonly untitled: string;
  readonly reference: (reference: string) => string;
  readonly buyer: (name: string) => string;
}

interface CalendarInput {
  readonly consultations: readonly KeptConsultation[];
  /** What awards and running contracts ask for. */
  readonly dues: readonly AfterDue[];
  readonly ends: readonly CalendarEnd[];
  readonly words: CalendarWords;
  readonly now: Date;
}

export interface Calendar {
  readonly text: string;
  readonly events: number;
  /** Number of consultations left out because not even their day is known. */
  readonly undated: number;
}

/** The calendar file, and how many consultations it leaves out. */
export function calendarOf({ consultations, dues, ends, words, now }: CalendarInput): Calendar {
  const stamp: Stamp = [`DTSTAMP:${utc(now)}`, `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`];
  const deadlines = consultations.map((one) => deadlineLines(one, stamp, words)).filter((lines) => lines.length > 0);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Pli pret//Consultations//FR",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(words.name)}`,
    ...deadlines.flat(),
    ...ends.flatMap(({ id, title, until }) =>
      event(`end-${id}`, stamp, [...wholeDay(until), `SUMMARY:${escaped(words.ends(title))}`, "TRANSP:TRANSPARENT"]),
    ),
    ...dues.flatMap((due) => dueLines(due, stamp, words)),
    "END:VCALENDAR",
  ];
  return {
    text: lines.map((line) => `${folded(line)}\r\n`).join(""),
    events: deadlines.length + ends.length + dues.length,
    undated: consultations.length - deadlines.length,
  };
}

function deadlineLines(one: KeptConsultation, stamp: Stamp, words: CalendarWords): string[] {
  const { id, dateLimite, doubt, reference, objet, acheteurNom, url } = one;
  const title = objet ?? reference ?? words.untitled;
  const about = [reference === undefined ? "" : words.reference(reference), acheteurNom === undefined ? "" : words.buyer(acheteurNom), url];
  const shared = [`DESCRIPTION:${escaped(about.filter(Boolean).join("\n"))}`, ...(URL.canParse(url) ? [`URL:${new URL(url).href}`] : [])];
  if (dateLimite !== undefined && !Number.isNaN(Date.parse(dateLimite)))
    return event(id, stamp, [`DTSTART:${utc(new Date(dateLimite))}`, `SUMMARY:${escaped(words.deadline(title))}`, ...shared]);
  if (doubt?.day === undefined) return [];
  return event(id, stamp, [
    ...wholeDay(doubt.day),
    `SUMMARY:${escaped(words.doubted(title, doubt.written))}`,
    ...shared,
    "TRANSP:TRANSPARENT",
  ]);
}

function dueLines({ id, what, consultation: { objet, reference }, day, who }: AfterDue, stamp: Stamp, words: CalendarWords): string[] {
  const title = objet ?? reference ?? words.untitled;
  const summary = what === "proofs" ? words.proofs(title) : words.vigilance(title, who);
  return event(id, stamp, [...wholeDay(day), `SUMMARY:${escaped(summary)}`, "TRANSP:TRANSPARENT"]);
}

/** When the file was made. Calendars keep what they have unless the sequence is higher: it counts the minutes. */
type Stamp = readonly [dtstamp: string, sequence: string];

function event(id: string, stamp: Stamp, lines: readonly string[]): string[] {
  return ["BEGIN:VEVENT", `UID:${plain(id)}@pli-pret`, ...stamp, ...lines, "END:VEVENT"];
}

/** ASCII, each other letter by its number: two ids stay two. */
function plain(id: string): string {
  return id.replace(/[^\w.-]/gu, (sign) => (/[ -~]/.test(sign) ? "-" : `u${sign.codePointAt(0)?.toString(16)}`));
}

/** From that day to the next, exclusive. */
function wholeDay(day: string): string[] {
  const written = (date: string) => date.replaceAll("-", "");
  return [`DTSTART;VALUE=DATE:${written(day)}`, `DTEND;VALUE=DATE:${written(addDays(day, 1))}`];
}

/** "20261204T110000Z". */
function utc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** A TEXT value: backslash, comma and semicolon escaped, line ends as "\n", other control characters gone. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

const MOST_OCTETS = 75;

/** Lines of at most 75 octets without the line end; no character is split. */
function folded(line: string): string {
  let out = "";
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > MOST_OCTETS) {
      out += "\r\n ";
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return out;
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
