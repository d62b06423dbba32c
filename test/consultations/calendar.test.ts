/** The calendar file, read back by the rules of RFC 5545, then by another's reader. */
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { afterDues } from "../../src/consultations/award.ts";
import { type CalendarWords, calendarOf } from "../../src/consultations/calendar.ts";
import { some } from "./some.ts";

const WORDS: CalendarWords = {
  name: "Échéances",
  deadline: (title) => `Date limite : ${title}`,
  doubted: (title, written) => `Date limite, heure à vérifier (${written}) : ${title}`,
  ends: (title) => `Fin de validité : ${title}`,
  proofs: (title) => `Preuves : ${title}`,
  vigilance: (title, who) => `Vigilance ${who ?? "own"} : ${title}`,
  untitled: "Consultation",
  reference: (reference) => `Référence : ${reference}`,
  buyer: (name) => `Acheteur : ${name}`,
};
const NOW = new Date("2026-12-01T10:00:00.250Z");
const calendar = (consultations: Parameters<typeof calendarOf>[0]["consultations"], ends: Parameters<typeof calendarOf>[0]["ends"] = []) =>
  calendarOf({ consultations, dues: [], ends, words: WORDS, now: NOW });

/** Unfolds, and gives the properties of each event: escapes undone. */
function eventsIn(text: string): Record<string, string>[] {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const lines = text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  expect([lines[0], lines.at(-1)]).toEqual(["BEGIN:VCALENDAR", "END:VCALENDAR"]);
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") events.push({});
    const [, name = "", value = ""] = /^([^:]+):(.*)$/.exec(line) ?? [];
    const undone = value.replace(/\\([\\;,n])/g, (_, sign) => (sign === "n" ? "\n" : sign));
    const last = events.at(-1);
    if (last !== undefined && !["BEGIN", "END"].includes(name)) last[name] = undone;
  }
  return events;
}

test("a deadline is an instant in UTC, in winter, in summer and overseas", () => {
  const { text } = calendar([
    some({ id: "a", dateLimite: "2026-12-04T12:00:00+01:00" }),
    some({ id: "b", dateLimite: "2027-07-05T12:00:00+02:00" }),
    some({ id: "c", dateLimite: "2026-12-04T12:00:00-03:00" }),
    some({ id: "d", dateLimite: "2026-12-05T00:30:00+11:00" }),
  ]);
  const events = eventsIn(text);
  expect(events.map(({ DTSTART }) => DTSTART)).toEqual(["20261204T110000Z", "20270705T100000Z", "20261204T150000Z", "20261204T133000Z"]);
  expect(events.map(({ UID }) => UID)).toEqual(["a@pli-pret", "b@pli-pret", "c@pli-pret", "d@pli-pret"]);
  expect(events.every(({ DTSTAMP }) => DTSTAMP === "20261201T100000Z")).toBe(true);
});

test("a deadline with an unknown clock is a whole day without an hour; one without a day is counted as left out", () => {
  const doubt = { why: "otherClock", said: "heure de Cayenne", written: "31/12/2026 12:00" } as const;
  const { text, events, undated } = calendar([some({ id: "a", doubt: { ...doubt, day: "2026-12-31" } }), some({ id: "b", doubt }), some()]);
  const [only, ...others] = eventsIn(text);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ "DTSTART;VALUE=DATE": "20261231", "DTEND;VALUE=DATE": "20270101" });
  expect(only).not.toHaveProperty("DTSTART");
  expect(only?.SUMMARY).toContain("heure à vérifier (31/12/2026 12:00)");
  expect({ events, undated }).toEqual({ events: 1, undated: 2 });
});

test("ends of validity are whole days that do not block time", () => {
  const { text } = calendar([], [{ id: "p 1", title: "RC pro", until: "2027-02-28" }]);
  expect(eventsIn(text)).toMatchObject([
    {
      UID: "end-p-1@pli-pret",
      "DTSTART;VALUE=DATE": "20270228",
      "DTEND;VALUE=DATE": "20270301",
      TRANSP: "TRANSPARENT",
    },
  ]);
});

test("any title is read back complete, with accents, emoji, signs and line ends, from lines of at most 75 octets", () => {
  const objet = `Réfection ; « toiture », lot 1\\2\nété 🏗️ ${"œuvre à Sète, ".repeat(20)}fin`;
  const { text } = calendar([some({ objet, acheteurNom: "Ville, DGA; achats", dateLimite: "2026-12-04T12:00:00+01:00" })]);
  const [one] = eventsIn(text);
  expect(one?.SUMMARY).toBe(`Date limite : ${objet}`);
  expect(one?.DESCRIPTION).toContain("Acheteur : Ville, DGA; achats\nhttps://");
  expect(one?.URL).toBe("https://www.marches-publics.gouv.fr/consultation/1");
});

test("no text of a page can add a line to the file", () => {
  const { text } = calendar([some({ objet: "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\u2028\u0007", dateLimite: "2026-12-04T12:00:00+01:00" })]);
  expect(eventsIn(text)).toHaveLength(1);
});

test("the same consultations make the same events later, except for their stamp", () => {
  const kept = [some({ dateLimite: "2026-12-04T12:00:00+01:00" })];
  const later = calendarOf({ dues: [], consultations: kept, ends: [], words: WORDS, now: new Date("2026-12-02T10:00:00Z") });
  const unstamped = (text: string) => text.replace(/(?:DTSTAMP|SEQUENCE):.*/g, "");
  expect(unstamped(later.text)).toBe(unstamped(calendar(kept).text));
});

test("a deadline that the buyer moved has the same identifier, a later stamp and a higher sequence", () => {
  const [before] = eventsIn(calendar([some({ dateLimite: "2026-12-04T12:00:00+01:00" })]).text);
  const moved = [some({ dateLimite: "2026-12-11T16:00:00+01:00" })];
  const [after] = eventsIn(
    calendarOf({ dues: [], consultations: moved, ends: [], words: WORDS, now: new Date("2026-12-01T10:02:00Z") }).text,
  );
  expect(after).toMatchObject({ UID: before?.UID, DTSTART: "20261211T150000Z" });
  expect(Number(after?.SEQUENCE)).toBeGreaterThan(Number(before?.SEQUENCE));
  expect(after?.DTSTAMP && before?.DTSTAMP && after.DTSTAMP > before.DTSTAMP).toBe(true);
});

test("another's reader finds every event: deadlines at their instants, days as days, texts whole, one identifier each", () => {
  const objet = "Réfection ; « toiture », lot 1\\2 à Sète 🏗️, été".repeat(3);
  const contract = {
    from: "2026-06-01",
    subcontractors: [{ siret: "90000002700012", name: "Zinc, père & fils", from: "2026-11-10" }],
    given: [],
  };
  const followed = some({ id: "d", dateLimite: "2026-05-04T12:00:00+02:00", award: { askedBy: "2026-12-20", contract } });
  const doubt = { why: "otherClock", said: "heure de Cayenne", written: "31/12/2026 12:00", day: "2026-12-31" } as const;
  const { text, events } = calendarOf({
    consultations: [
      some({ id: "a", objet, acheteurNom: "Ville; DGA", dateLimite: "2026-12-04T12:00:00+01:00" }),
      some({ id: "b", dateLimite: "2027-03-28T02:30:00+02:00" }),
      some({ id: "c", doubt }),
    ],
    dues: afterDues([followed], "2026-11-20"),
    ends: [{ id: "p", title: "RC pro", until: "2027-02-28" }],
    words: WORDS,
    now: NOW,
  });
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect([calendar.name, calendar.getFirstPropertyValue("version"), calendar.getFirstPropertyValue("method")]).toEqual([
    "vcalendar",
    "2.0",
    "PUBLISH",
  ]);
  const read = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  expect(read).toHaveLength(events);
  expect(new Set(read.map(({ uid }) => uid)).size).toBe(events);
  const startOf = ({ startDate }: InstanceType<typeof ICAL.Event>) =>
    startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString();
  expect(read.map((one) => [startOf(one), one.summary])).toEqual([
    ["2026-12-04T11:00:00.000Z", `Date limite : ${objet}`],
    ["2027-03-28T00:30:00.000Z", expect.any(String)],
    ["2026-12-31", expect.stringContaining("heure à vérifier (31/12/2026 12:00)")],
    ["2027-02-28", "Fin de validité : RC pro"],
    ["2026-11-10", expect.stringMatching(/^Vigilance Zinc, père & fils : /)],
    ["2026-12-01", expect.stringMatching(/^Vigilance own : /)],
    ["2026-12-20", expect.stringMatching(/^Preuves : /)],
  ]);
  expect(read[0]?.description).toContain("Acheteur : Ville; DGA");
});
