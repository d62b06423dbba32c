/** Dates, amounts and validity as people read them, Europe/Paris. */
import { type FieldKey, fieldOf } from "../domain/fields.ts";
import { formatSiren, formatSiret } from "../domain/siret.ts";
import { daysBetween, formatDay, parisDay } from "../domain/time.ts";
import type { Messages } from "./fr.ts";
import { counted, type Language } from "./plural.ts";

const LOCALES: Record<Language, string> = { fr: "fr-FR", en: "en-GB" };
const zone = { timeZone: "Europe/Paris" } as const;

/** A screen has hundreds of dates and amounts, and making a format costs more than many of its uses. */
const dates = new Map<string, Intl.DateTimeFormat>();
function datesIn(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const format = dates.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], options);
  dates.set(key, format);
  return format;
}

const EUROS = { style: "currency", currency: "EUR", maximumFractionDigits: 2, trailingZeroDisplay: "stripIfInteger" } as const;
const numbers = new Map<string, Intl.NumberFormat>();
function numbersIn(language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const format = numbers.get(key) ?? new Intl.NumberFormat(LOCALES[language], options);
  numbers.set(key, format);
  return format;
}

/** Makes what nearly every screen writes with, while it waits for what it writes: the first use of each costs milliseconds. */
export function readyFormats(language: Language): void {
  const now = new Date();
  formatMoment(now.toISOString(), now, language);
  dayFormat(language, true).format(now);
  numbersIn(language, EUROS).format(0);
  counted(language, 0, "", "");
}

/** "15/12/2026 12:00". */
export function formatInstant(instant: string, language: Language): string {
  return datesIn(language, { ...zone, dateStyle: "short", timeStyle: "short" }).format(new Date(instant));
}

/** "mardi 15 décembre 2026 à 12:00". */
export function formatDeadline(instant: string, language: Language): string {
  return datesIn(language, { ...zone, dateStyle: "full", timeStyle: "short" }).format(new Date(instant));
}

/** "dans 3 jours, vendredi 4 décembre à 12 h, heure de Paris", with the year when it is not this one: days as the calendar counts them. */
export function deadlineInWords(instant: string, now: Date, language: Language, { consultations }: Messages): string {
  const date = new Date(instant);
  const [hour = 0, minute = 0] = CLOCK.format(date).split(":").map(Number);
  const day = parisDay(date);
  return consultations.deadline(daysAway(day, now, consultations), longDay(day, now, language), consultations.hour(hour, minute));
}

/** The same of a day whose hour is not known: "dans 3 jours, vendredi 4 décembre : heure à vérifier sur la page". */
export function doubtedDayInWords(day: string, now: Date, language: Language, { consultations }: Messages): string {
  return consultations.doubted(daysAway(day, now, consultations), longDay(day, now, language));
}

const CLOCK = new Intl.DateTimeFormat("en-GB", { ...zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

function daysAway(day: string, now: Date, { days }: Messages["consultations"]): string {
  return days(daysBetween(parisDay(now), day));
}

function longDay(day: string, now: Date, language: Language): string {
  const isThisYear = day.slice(0, 4) === parisDay(now).slice(0, 4);
  const written = dayFormat(language, isThisYear).format(new Date(`${day}T00:00:00Z`));
  return language === "fr" ? written.replace(/ 1 (?=\p{L})/u, " 1er ") : written;
}

function dayFormat(language: Language, isThisYear: boolean): Intl.DateTimeFormat {
  const year = isThisYear ? {} : ({ year: "numeric" } as const);
  return datesIn(language, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", ...year });
}

/** "15 déc. 12:00", with the year when it is not this one. */
export function formatDeadlineShort(instant: string, now: Date, language: Language): string {
  const date = new Date(instant);
  const isThisYear = parisDay(date).slice(0, 4) === parisDay(now).slice(0, 4);
  const day = datesIn(language, { ...zone, day: "numeric", month: "short", ...(isThisYear ? {} : { year: "numeric" }) });
  const time = datesIn(language, { ...zone, hour: "2-digit", minute: "2-digit" });
  return `${day.format(date)} ${time.format(date)}`;
}

/** "14:05", with the day before it when it is not today: "12/03 14:05". */
export function formatMoment(instant: string, now: Date, language: Language): string {
  const date = new Date(instant);
  const day = datesIn(language, { ...zone, day: "2-digit", month: "2-digit" });
  const time = datesIn(language, { ...zone, hour: "2-digit", minute: "2-digit" }).format(date);
  return day.format(date) === day.format(now) ? time : `${day.format(date)} ${time}`;
}

/** "novembre 2026", from "2026-11". */
export function formatMonth(month: string, language: Language): string {
  return datesIn(language, { timeZone: "UTC", month: "long", year: "numeric" }).format(new Date(`${month}-01`));
}

export type Urgency = "over" | "hours" | "soon" | "calm";

/** How long is left before the deadline, and how much it presses. */
export function timeLeft(deadline: string, now: Date, messages: Messages): { readonly text: string; readonly urgency: Urgency } {
  const minutes = Math.floor((Date.parse(deadline) - now.getTime()) / 60_000);
  if (minutes < 0) return { text: messages.consultation.over, urgency: "over" };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { text: messages.consultation.today(messages.consultation.hours(hours, minutes % 60)), urgency: "hours" };
  const days = Math.floor(hours / 24);
  return { text: messages.consultation.days(days), urgency: days <= 7 ? "soon" : "calm" };
}

const countries = new Map<Language, Intl.DisplayNames>();
/** "France", "Belgium"; what is no ISO 3166-1 alpha-2 code is returned as it is. */
function countryIn(language: Language, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const names = countries.get(language) ?? new Intl.DisplayNames([LOCALES[language]], { type: "region" });
  countries.set(language, names);
  return names.of(code) ?? code;
}

/** A canonical value as a person reads it: "1 250 000 €", "31/12/2025", "732 829 320 00074", "Oui", "France". */
export function formatValue(field: FieldKey, value: string | number | boolean, language: Language, messages: Messages): string {
  if (typeof value === "boolean") return value ? messages.fields.yes : messages.fields.no;
  if (typeof value === "number") {
    const { type } = fieldOf(field);
    if (type === "amount") return numbersIn(language, EUROS).format(value);
    const written = numbersIn(language).format(value);
    return type === "percent" ? `${written} %` : written;
  }
  if (fieldOf(field).type === "date") return formatDay(value);
  if (field === "pays") return countryIn(language, value);
  if (/^\d{14}$/.test(value)) return formatSiret(value);
  return field === "siren" ? formatSiren(value) : value;
}

/** "1,2 Mo", "340 ko": as portals count, in thousands. */
export function formatSize(bytes: number, language: Language, { dossier }: Messages): string {
  const number = numbersIn(language, { maximumFractionDigits: 1 });
  return bytes < 1_000_000
    ? dossier.kilobytes(number.format(Math.ceil(bytes / 1_000)))
    : dossier.megabytes(number.format(bytes / 1_000_000));
}

/** "moins d'une minute", "12 minutes", "2 h 05". */
export function formatDuration(seconds: number, { consultation, dossier }: Messages): string {
  const minutes = Math.ceil(seconds / 60);
  return seconds < 60 ? dossier.checks.brief : consultation.hours(Math.floor(minutes / 60), minutes % 60);
}

/** "2,4": megabits a second. */
export function formatRate(bits: number, language: Language): string {
  return numbersIn(language, { maximumSignificantDigits: 2 }).format(bits / 1_000_000);
}
