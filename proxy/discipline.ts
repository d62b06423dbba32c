/**
 * What the proxy owes to its providers, around the transport of one source: closing hours, one identical call at a time,
 * quotas, a breaker that leaves a broken provider alone, and a second try only where it can help.
 * Nobody waits here: a caller that must wait is told how long.
 */

import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  decorrelatedJitterGenerator,
  ExponentialBackoff,
  handleWhenResult,
  retry,
} from "cockatiel";
import { parseJson } from "../src/domain/json.ts";
import type { ErrorNature } from "../src/sources/families/family.ts";
import { type AnySource, quotaOf } from "../src/sources/source.ts";
import type { Transport, TransportFailure, TransportRequest, TransportResponse } from "../src/sources/transport.ts";
import { closedForSeconds } from "./maintenance.ts";
import type { QuotaKeeper } from "./quotas.ts";
import { type Store, StoreUnavailable } from "./store.ts";

type End = TransportResponse | TransportFailure;

export interface Discipline {
  /**
   * The transport of one source, disciplined. `purpose` tells apart calls whose recipient differs; `anonymous`: nobody is signed in,
   * and the operator's own rights are asked with.
   */
  around(source: AnySource, transport: Transport, purpose: string, anonymous?: boolean): Transport;
}

export interface DisciplineOptions {
  readonly store: Store;
  readonly quotas: QuotaKeeper;
  readonly now: () => Date;
  /** The providers are those of the demonstration, which are open day and night. */
  readonly neverCloses?: boolean;
  /** The family refuses the token itself. */
  readonly onTokenRefused?: () => void;
  readonly breaker?: { readonly failures: number; readonly halfOpenAfterMs: number };
  /** Called after each real call, for the metrics. */
  readonly onCall?: (call: { readonly source: AnySource; readonly end: End; readonly seconds: number }) => void;
}

const BREAKER = { failures: 5, halfOpenAfterMs: 20_000 };
/** One more try, a little later, after a random delay so that callers do not all try at once. */
const AGAIN = retry(
  handleWhenResult((judged) => (judged as Judged).retryable),
  { maxAttempts: 1, backoff: new ExponentialBackoff({ initialDelay: 150, maxDelay: 900, generator: decorrelatedJitterGenerator }) },
);
const IN_FLIGHT_RETRY_SECONDS = 2;
/** Longest that a provider can ask to be left alone. */
const LONGEST_HOLD_SECONDS = 86_400;
/** Each way to a provider (through API Entreprise, or its open service) has its own breaker: one stands in for the other. */
const wayOf = ({ family, provider }: AnySource) => `${family.id}|${provider}`;

/** Long on purpose: small functions over the calls in flight and the breakers, which only they may change. */
export function createDiscipline(options: DisciplineOptions): Discipline {
  const { store, quotas, now } = options;
  const { failures, halfOpenAfterMs } = options.breaker ?? BREAKER;
  const inFlight = new Map<string, Promise<End>>();
  const breakers = new Map<string, { policy: CircuitBreakerPolicy; openedAt: number }>();

  function breakerOf(source: AnySource) {
    const known = breakers.get(wayOf(source));
    if (known !== undefined) return known;
    const policy = circuitBreaker(
      handleWhenResult((end) => (end as Judged).broken),
      { halfOpenAfter: halfOpenAfterMs, breaker: new ConsecutiveBreaker(failures) },
    );
    const breaker = { policy, openedAt: 0 };
    policy.onBreak(() => {
      breaker.openedAt = Date.now();
    });
    breakers.set(wayOf(source), breaker);
    return breaker;
  }

  /** The provider's own `retry_in`, shared by every instance until it is over. */
  async function holdOf(source: AnySource): Promise<TransportFailure | null> {
    const found = await store.get(`hold:${wayOf(source)}`).catch(() => null);
    const [until, cause] = found?.split("|") ?? [];
    const seconds = Math.ceil((Number(until) - now().getTime()) / 1000);
    if (found === null || !(seconds > 0)) return null;
    return { ok: false, cause: cause === "maintenance" ? "maintenance" : "breakerOpen", retryInSeconds: seconds };
  }

  async function obey(source: AnySource, response: TransportResponse): Promise<void> {
    const wait = announcedWait(source, response);
    if (wait === null) return;
    const value = `${now().getTime() + wait.seconds * 1000}|${wait.cause}`;
    await store.set(`hold:${wayOf(source)}`, value, wait.seconds).catch(() => undefined);
  }

  async function callOnce(source: AnySource, transport: Transport, request: TransportRequest, anonymous: boolean): Promise<Judged> {
    const breaker = breakerOf(source);
    const leftMs = breaker.policy.state === CircuitState.Open ? breaker.openedAt + halfOpenAfterMs - Date.now() : 0;
    // Checked before a call is counted in the quota.
    if (leftMs > 0) return refused({ ok: false, cause: "breakerOpen", retryInSeconds: Math.ceil(leftMs / 1000) });
    const hold = await holdOf(source);
    if (hold !== null) return refused(hold);
    const turn = await quotas.take(quotaOf(source), anonymous);
    if (!turn.ok) return refused({ ok: false, cause: "waiting", retryInSeconds: turn.retryInSeconds });
    try {
      return await breaker.policy.execute(async (): Promise<Judged> => {
        const started = performance.now();
        const end = await transport.get(request);
        options.onCall?.({ source, end, seconds: (performance.now() - started) / 1000 });
        return judge(source, end);
      });
    } catch (error) {
      // The breaker is half open: one call is trying the provider, the others wait for it.
      if (error instanceof BrokenCircuitError) return refused({ ok: false, cause: "breakerOpen", retryInSeconds: 1 });
      throw error;
    }
  }

  async function call(source: AnySource, transport: Transport, request: TransportRequest, anonymous: boolean): Promise<End> {
    const { end } = await AGAIN.execute(async () => {
      const judged = await callOnce(source, transport, request, anonymous);
      if (judged.end.ok) {
        await quotas.learn(quotaOf(source), judged.end);
        await obey(source, judged.end);
        if (isTokenRefusal(source, judged.end)) options.onTokenRefused?.();
      }
      return judged;
    });
    return end;
  }

  /** A lock keeps the other instances from making the same call: their callers are told to come back. */
  async function alone(key: string, lockSeconds: number, run: () => Promise<End>): Promise<End> {
    try {
      if (!(await store.add(`flight:${key}`, "1", lockSeconds))) {
        return { ok: false, cause: "inFlight", retryInSeconds: IN_FLIGHT_RETRY_SECONDS };
      }
    } catch (error) {
      if (error instanceof StoreUnavailable) return { ok: false, cause: "waiting", retryInSeconds: 5 };
      throw error;
    }
    try {
      return await run();
    } finally {
      await store.remove(`flight:${key}`).catch(() => undefined);
    }
  }

  return {
    around: (source, transport, purpose, anonymous = false) => ({
      get: (request) => {
        const closed = options.neverCloses === true ? null : closedForSeconds(source.maintenance, now());
        if (closed !== null) return Promise.resolve({ ok: false, cause: "maintenance", retryInSeconds: closed });

        const key = `${source.family.id}|${request.path}|${JSON.stringify(request.query ?? {})}|${request.fresh}|${purpose}`;
        const current = inFlight.get(key);
        if (current !== undefined) return current;
        // Every caller shares this call: none of them may cancel it for the others.
        const shared: TransportRequest = { ...request, signal: undefined };
        const lockSeconds = Math.ceil((request.timeoutMs * 2) / 1000) + 2;
        const running = alone(key, lockSeconds, () => call(source, transport, shared, anonymous)).finally(() => inFlight.delete(key));
        inFlight.set(key, running);
        return running;
      },
    }),
  };
}

/** The call was not made. */
function refused(end: TransportFailure): Judged {
  return { end, broken: false, retryable: false };
}

interface Judged {
  readonly end: End;
  /** True when it counts against the provider. */
  readonly broken: boolean;
  /** True when it is worth a second try at once. */
  readonly retryable: boolean;
}

const NETWORK_BROKEN: readonly TransportFailure["cause"][] = ["dns", "refused", "reset", "timeout"];
/** A timeout is not tried again at once: it has cost enough, and a ban looks the same. */
const NETWORK_RETRYABLE: readonly TransportFailure["cause"][] = ["dns", "refused", "reset"];

function judge(source: AnySource, end: End): Judged {
  if (!end.ok) return { end, broken: NETWORK_BROKEN.includes(end.cause), retryable: NETWORK_RETRYABLE.includes(end.cause) };
  if (end.status < 500) return { end, broken: false, retryable: false };
  const error = natureOf(source, end);
  if (error === undefined) return { end, broken: true, retryable: end.status === 502 || end.status === 503 };
  // A code that the source understands is an answer, not a breakdown. So is a closing that the provider announced.
  const understood = error.understood || error.closing;
  return { end, broken: !understood, retryable: !understood && error.worthRetrying };
}

/** What an error of the family says of the service, and whether the source itself understands it. */
function natureOf(
  { family, negatives }: AnySource,
  { status, text }: TransportResponse,
): (ErrorNature & { understood: boolean }) | undefined {
  const error = status < 500 ? undefined : family.errors?.read(parseJson(text));
  if (family.errors === undefined || error === undefined) return undefined;
  return { ...family.errors.natureOf(error), understood: negatives?.[error.code] !== undefined };
}

/** The time that a provider asks for itself. */
function announcedWait(source: AnySource, response: TransportResponse): { seconds: number; cause: string } | null {
  const error = natureOf(source, response);
  if (error === undefined || error.understood || !error.providerWide) return null;
  const seconds = Math.min(Math.ceil(error.waitSeconds ?? 0), LONGEST_HOLD_SECONDS);
  return seconds === 0 ? null : { seconds, cause: error.closing ? "maintenance" : "other" };
}

/** The token itself, or the address that sends it, is refused: every other call with it would be too. */
function isTokenRefusal({ family: { errors } }: AnySource, { status, text }: TransportResponse): boolean {
  if (errors === undefined || (status !== 401 && status !== 403)) return false;
  return errors.isTokenRefusal(status, errors.read(parseJson(text)));
}
