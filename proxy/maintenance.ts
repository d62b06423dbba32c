/** Daily closings at the providers, on the clock of Paris. */
import type { AnySource } from "../src/sources/source.ts";

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const DAY_SECONDS = 86_400;

function secondsOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(":").map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** Seconds until the provider opens again, or `null` when it is open. Windows may pass midnight. */
export function closedForSeconds(maintenance: AnySource["maintenance"], now: Date): number | null {
  if (maintenance === undefined) return null;
  const [from, to, at] = [secondsOf(maintenance.from), secondsOf(maintenance.to), secondsOf(CLOCK.format(now))];
  const length = (to - from + DAY_SECONDS) % DAY_SECONDS;
  const since = (at - from + DAY_SECONDS) % DAY_SECONDS;
  return since < length ? length - since : null;
}
