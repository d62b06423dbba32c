/** Day and hour as French pages write them, in Europe/Paris. What leaves a doubt is no instant. Pure. */
import { isDay } from "./time.ts";

const MONTHS =
  "janvier janv jan|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|septembre sept sep|octobre oct|novembre nov|decembre dec"
    .split("|")
    .map((names) => names.split(" "));
const WEEKDAYS = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

const WEEKDAY = `(?:(${WEEKDAYS.join("|")})\\s+)?`;
const DAY = `(?:(\\d{1,2})([/.-])(\\d{1,2})\\3(\\d{4})|(\\d{1,2})(?:\\s*er)?\\s+([a-z]{3,9})\\.?\\s+(\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))`;
const BETWEEN = "(?:\\s|t(?=\\d)|,|;|-|\\(|\\||\\ba\\b|\\bavant\\b|\\bau plus tard\\b|\\bheure limite\\b|:){1,24}";
const HOUR = "(?:(\\d{1,2})\\s*(?::|heures?|h)\\s*(\\d{2})?(?::\\d{2})?(?!\\d)|(midi)\\b)";
const WRITTEN = new RegExp(`(?<![\\d/.-])${WEEKDAY}${DAY}(?!\\d)(?:${BETWEEN}${HOUR})?`, "g");
/** What says that the hour is not the one of Paris, or not on twenty-four hours. */
const OTHER_CLOCK = /^(?:\.\d+)?\s*(?:z\b|[+-]\d{2}:?\d{2}|[ap]\.?m\b|\(?\s*(?:utc|gmt|heure (?:locale|d[eu] (?!paris|france)|d')))/;

/**
 * Every instant written in a text with its hour, in order, once each: "2026-12-15T12:00:00+01:00". Days before months. `null` stands for a
 * date that cannot be read for sure: no hour, no such day, a weekday that belies it, another clock than that of Paris.
 */
export function instantsIn(text: string): (string | null)[] {
  const folded = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ");
  const found = [...folded.matchAll(WRITTEN)].map((match) => {
    const [whole, weekday, d1, , m1, y1, d2, name, y2, y3, m3, d3, hour, minute, noon] = match;
    if (OTHER_CLOCK.test(folded.slice(match.index + whole.length))) return null;
    const month = name === undefined ? (m1 ?? m3 ?? "") : monthOf(name);
    const day = [y1 ?? y2 ?? y3 ?? "", month.padStart(2, "0"), (d1 ?? d2 ?? d3 ?? "").padStart(2, "0")].join("-");
    if (!isDay(day) || (weekday !== undefined && WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] !== weekday)) return null;
    return noon === undefined && hour === undefined ? null : parisInstant(day, noon ? 12 : Number(hour), Number(minute ?? 0));
  });
  return [...new Set(found)];
}

function monthOf(name: string): string {
  return String(MONTHS.findIndex((names) => names.includes(name)) + 1);
}

const CLOCK = new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "short", hourCycle: "h23" });

/** The instant of a Paris day and hour; `null` for an hour that the change of clocks skips or doubles. */
function parisInstant(day: string, hour: number, minute: number): string | null {
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
