/** Quotas of API Entreprise: fixed minute windows by token and group, and the ban of callers that ignore refusals. */
import type { World } from "../world.ts";

/** Calls a minute (contract). Groups are shared by every endpoint that names them. */
const QUOTAS = {
  json: 250,
  documents: 50,
  attestationFiscale: 5,
  cibtp: 5,
  rneExtrait: 15,
  rneActes: 15,
  urssaf: 100,
} as const;
export type QuotaName = keyof typeof QUOTAS;

/** How many calls refused before their `Retry-After` was over lead to the ban. */
const BAN_AFTER = 10;
const PER_ADDRESS = 1000;
const BAN_MS = 12 * 3600 * 1000;

interface QuotaState {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Quotas {
  count(token: string, quota: QuotaName): QuotaState;
  /** True for twelve hours once banned: no HTTP answer at all. */
  banned(): boolean;
  /** How many times 429 was answered so far. */
  readonly refusals: number;
}

export function createQuotas(world: World, mode: "contract" | "off"): Quotas {
  const windows = new Map<string, { minute: number; used: number }>();
  const total = { minute: 0, used: 0 };
  let refusals = 0;
  let ignored = 0;
  let bannedUntil = 0;

  const ban = () => {
    bannedUntil = world.now().getTime() + BAN_MS;
  };
  return {
    count: (token, quota) => {
      if (mode === "off") return { allowed: true, headers: {} };
      const minute = Math.floor(world.now().getTime() / 60_000);
      if (total.minute !== minute) Object.assign(total, { minute, used: 0 });
      if (++total.used > PER_ADDRESS) ban();

      const key = `${token}|${quota}`;
      const kept = windows.get(key);
      const current = kept?.minute === minute ? kept : { minute, used: 0 };
      windows.set(key, current);
      current.used += 1;
      const limit = QUOTAS[quota];
      const reset = (minute + 1) * 60;
      const headers = {
        "ratelimit-limit": String(limit),
        "ratelimit-remaining": String(Math.max(0, limit - current.used)),
        "ratelimit-reset": String(reset),
      };
      if (current.used <= limit) return { allowed: true, headers };
      refusals += 1;
      // The first refusal informs; later ones in the same window count as ignored.
      if (current.used > limit + 1 && ++ignored >= BAN_AFTER) ban();
      const wait = Math.max(1, reset - Math.floor(world.now().getTime() / 1000));
      return { allowed: false, headers: { ...headers, "retry-after": String(wait) } };
    },
    banned: () => world.now().getTime() < bannedUntil,
    get refusals() {
      return refusals;
    },
  };
}
