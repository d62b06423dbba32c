/** API Entreprise's own cache, keyed by path alone: an answer may carry a link older than its file. Errors are not kept. */
import { parisDay } from "../../src/domain/time.ts";
import type { World } from "../world.ts";
import type { Endpoint, Reply } from "./endpoint.ts";

export interface ServerCache {
  through(path: string, rule: Endpoint["cache"], bypass: boolean, make: () => Reply): { reply: Reply; headers: Record<string, string> };
}

export function createServerCache(world: World): ServerCache {
  const kept = new Map<string, { reply: Reply; until: number }>();
  return {
    through: (path, rule, bypass, make) => {
      if (rule === undefined) return { reply: make(), headers: {} };
      const now = world.now().getTime();
      const copy = kept.get(path);
      if (!bypass && copy !== undefined && copy.until > now) return { reply: copy.reply, headers: headersOf(true, copy.until - now) };
      const reply = make();
      if (reply.status !== 200) return { reply, headers: headersOf(false, null) };
      const until = endOf(rule, world.now());
      kept.set(path, { reply, until });
      return { reply, headers: headersOf(false, until - now) };
    },
  };
}

function headersOf(cached: boolean, leftMs: number | null): Record<string, string> {
  return { "x-response-cached": String(cached), "x-cache-expires-in": leftMs === null ? "" : String(Math.round(leftMs / 1000)) };
}

const HOURS = { until03: 3, until08: 8, untilMidnight: 0 } as const;

function endOf(rule: NonNullable<Endpoint["cache"]>, now: Date): number {
  if (rule === "hour") return now.getTime() + 3_600_000;
  // The next time that the Paris clock shows that hour; within an hour's precision on the nights when it changes.
  const hour = Number(new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", hour: "2-digit", hourCycle: "h23" }).format(now));
  const wanted = HOURS[rule];
  const startOfHour = Math.floor(now.getTime() / 3_600_000) * 3_600_000;
  const hours = (wanted - hour + 24) % 24 || 24;
  const end = startOfHour + hours * 3_600_000;
  return parisDay(new Date(end)) === parisDay(now) && rule === "untilMidnight" ? end + 3_600_000 : end;
}
