/** Days and instants. The law and the sources count days in Europe/Paris. */

const PARIS_DAY = new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris", year: "numeric", month: "2-digit", day: "2-digit" });

/** The calendar day in Europe/Paris of an instant, "2026-05-31". */
export function parisDay(instant: Date): string {
  return PARIS_DAY.format(instant);
}

/** The Paris day of a Unix time in seconds (INSEE's dates are midnight in Paris: formatting them in UTC gives the day before). */
export function dayOfUnixSeconds(seconds: number): string {
  return parisDay(new Date(seconds * 1000));
}

/** True for an existing calendar day written "YYYY-MM-DD". */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day `count` days later (negative: earlier). */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The same day `count` months later; the month's last day when that day does not exist ("2026-08-31" + 6 → "2027-02-28"). */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
}

/** The last day of the day's month. */
export function endOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** "31/05/2026". */
export function formatDay(day: string): string {
  const [year, month, dayOfMonth] = day.split("-");
  return `${dayOfMonth}/${month}/${year}`;
}

/** "31/12/2026", as a person types it → "2026-12-31"; `null` when that day does not exist, or is of no time that anybody means. */
export function dayTyped(text: string): string | null {
  const [, d = "", month = "", year = ""] = /^(\d{1,2})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*((?:19|20|21)\d{2})$/.exec(text.trim()) ?? [];
  const day = `${year}-${month.padStart(2, "0")}-${d.padStart(2, "0")}`;
  return isDay(day) ? day : null;
}
