/**
 * Quotas of the providers, kept by every instance together. The minute is that of the clock, as at API Entreprise; the second, as
 * at Recherche d'entreprises.
 * What the provider says (remaining calls, `Retry-After`, its own limit) is worth more than what we counted.
 */
import type { Quota } from "../src/sources/families/family.ts";
import type { TransportResponse } from "../src/sources/transport.ts";
import { type Store, StoreUnavailable } from "./store.ts";

/** The wait after a refusal that gives no time. */
const MINUTE_SECONDS = 60;
/** Longest wait that a provider's header can impose. */
const LONGEST_WAIT_SECONDS = 3600;

export interface QuotaKeeper {
  /**
   * Takes one call, or gives the seconds to wait, in proportion to the callers already waiting. `anonymous`: the caller is not
   * signed in; such callers share a small part of the quota, and their refusals make nobody wait longer.
   */
  take(quota: Quota, anonymous?: boolean): Promise<{ readonly ok: true } | { readonly ok: false; readonly retryInSeconds: number }>;
  /** Listens to what the provider says of its own quota. */
  learn(quota: Quota, response: TransportResponse): Promise<void>;
}

/** @param anonymousPercent part of each quota for people who are not signed in */
export function createQuotaKeeper(store: Store, now: () => Date, anonymousPercent = 100): QuotaKeeper {
  const limits = new Map<string, number>();
  const limitOf = ({ group, calls }: Quota) => limits.get(group) ?? calls;
  const secondsTo = (instant: number) => Math.max(1, Math.ceil((instant - now().getTime()) / 1000));

  return {
    take: async (quota, anonymous = false) => {
      const { group, seconds: windowSeconds } = quota;
      try {
        const stopped = await store.get(stopKey(group));
        if (stopped !== null) return { ok: false, retryInSeconds: secondsTo(Number(stopped)) };
        const window = Math.floor(now().getTime() / (windowSeconds * 1000));
        const start = window * windowSeconds * 1000;
        const next = secondsTo(start + windowSeconds * 1000);
        if (store.countsSince() > start) return { ok: false, retryInSeconds: next };
        const limit = limitOf(quota);
        const share = Math.max(1, Math.floor((limit * anonymousPercent) / 100));
        if (anonymous && (await store.count(`quota-anonymous:${group}:${window}`, windowSeconds)) > share)
          return { ok: false, retryInSeconds: next };
        const taken = await store.count(`quota:${group}:${window}`, windowSeconds);
        // Checked again: making the count may have shown that Redis lost the earlier ones.
        if (store.countsSince() > start) return { ok: false, retryInSeconds: next };
        if (taken <= limit) return { ok: true };
        const windowsAhead = Math.ceil((taken - limit) / limit);
        return { ok: false, retryInSeconds: next + (windowsAhead - 1) * windowSeconds };
      } catch (error) {
        // Without the shared count nobody may call: another instance may have used the whole quota.
        if (error instanceof StoreUnavailable) return { ok: false, retryInSeconds: 5 };
        throw error;
      }
    },
    learn: async ({ group }, response) => {
      const announced = numberOf(response.headers["ratelimit-limit"]);
      // A token may have its own limits, smaller or larger, in place of all the others.
      if (announced !== null && announced > 0) limits.set(group, announced);
      const wait =
        response.status === 429
          ? (retryAfterOf(response.headers["retry-after"], now()) ?? MINUTE_SECONDS)
          : numberOf(response.headers["ratelimit-remaining"]) === 0
            ? secondsUntilReset(response.headers["ratelimit-reset"], now())
            : null;
      if (wait === null || wait <= 0) return;
      const seconds = Math.min(wait, LONGEST_WAIT_SECONDS);
      await store.set(stopKey(group), String(now().getTime() + seconds * 1000), seconds).catch(() => undefined);
    },
  };
}

/** A keeper that limits nothing. */
export const NO_QUOTA: QuotaKeeper = { take: async () => ({ ok: true }), learn: async () => undefined };

function stopKey(group: string): string {
  return `quota-stop:${group}`;
}

function numberOf(header: string | undefined): number | null {
  return header !== undefined && /^\d+$/.test(header.trim()) ? Number(header) : null;
}

/** `RateLimit-Reset` is an epoch in seconds. */
function secondsUntilReset(header: string | undefined, now: Date): number | null {
  const reset = numberOf(header);
  return reset === null ? null : Math.ceil(reset - now.getTime() / 1000);
}

/** `Retry-After` in seconds or as an HTTP date. */
function retryAfterOf(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  const seconds = numberOf(header);
  if (seconds !== null) return seconds;
  const instant = Date.parse(header);
  return Number.isNaN(instant) ? null : Math.max(0, Math.ceil((instant - now.getTime()) / 1000));
}
