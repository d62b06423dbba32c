/**
 * What the extension owes to the open services, around its transport: one call for all who ask the same thing, no more calls than the
 * provider allows, none before the time it asked to be left alone. A service that is asked too often ends by refusing the address.
 */
import type { Family, Quota } from "../sources/families/family.ts";
import type { Transport, TransportFailure, TransportRequest, TransportResponse } from "../sources/transport.ts";

type End = TransportResponse | TransportFailure;

/** An answer is given again for this long: two sources that read the same address ask it at about the same time. */
const SHARED_MS = 60_000;
/** The same for an answer that is asked for its document, whose address does not change. */
const SHARED_FOR_DOCUMENT_MS = 600_000;
const MOST_SHARED = 60;
/** A longer wait than this is reported instead of being waited for. */
const LONGEST_TURN_MS = 2_000;
/** Wait after a refusal that gives no time. */
const STOP_SECONDS = 60;

export interface ConsiderateOptions {
  readonly now: () => Date;
  readonly sleep?: (ms: number) => Promise<void>;
}

export function considerate(transport: Transport, { now, sleep = pause }: ConsiderateOptions): Transport {
  const inFlight = new Map<string, Promise<End>>();
  const shared = new Map<string, TransportResponse & { readonly at: number }>();
  const turns = new Map<string, number[]>();
  const stoppedUntil = new Map<string, number>();
  const time = () => now().getTime();

  /** Takes the next turn of the group: the milliseconds to wait for it, or the wait that is too long to be taken. */
  function turnOf({ group, calls, seconds }: Quota): { readonly inMs: number; readonly taken: boolean } {
    const windowMs = seconds * 1000;
    const taken = (turns.get(group) ?? []).filter((at) => at > time() - windowMs);
    const freed = taken.length < calls ? time() : (taken[taken.length - calls] ?? 0) + windowMs;
    const inMs = Math.max(0, freed - time());
    const isTaken = inMs <= LONGEST_TURN_MS;
    turns.set(group, isTaken ? [...taken, freed] : taken);
    return { inMs, taken: isTaken };
  }

  async function call(request: TransportRequest): Promise<End> {
    const { quota } = request.family;
    const stopped = (stoppedUntil.get(quota.group) ?? 0) - time();
    if (stopped > 0) return { ok: false, cause: "waiting", retryInSeconds: Math.ceil(stopped / 1000) };
    const turn = turnOf(quota);
    if (!turn.taken) return { ok: false, cause: "waiting", retryInSeconds: Math.ceil(turn.inMs / 1000) };
    if (turn.inMs > 0) await sleep(turn.inMs);
    const end = await transport.get(request);
    if (end.ok && end.status === 429) stoppedUntil.set(quota.group, time() + stopSecondsOf(end) * 1000);
    return end;
  }

  function share(key: string, end: End): void {
    if (!end.ok || end.status < 200 || end.status > 299) return;
    shared.delete(key);
    shared.set(key, { ...end, at: time() });
    const [oldest] = shared.keys();
    if (shared.size > MOST_SHARED && oldest !== undefined) shared.delete(oldest);
  }

  return {
    get: (request) => {
      const key = `${request.family.id}|${request.path}|${JSON.stringify(request.query ?? {})}`;
      const known = shared.get(key);
      const keptMs = request.fresh ? freshMsOf(request.family) : SHARED_MS;
      if (known !== undefined && time() - known.at < keptMs) return Promise.resolve(known);
      const current = inFlight.get(key);
      if (current !== undefined) return current;
      // Shared by all who ask: none of them may cancel it for the others.
      const running = call({ ...request, signal: undefined }).finally(() => inFlight.delete(key));
      inFlight.set(key, running);
      void running.then((end) => share(key, end));
      return running;
    },
  };
}

function freshMsOf({ linkSeconds }: Family): number {
  return linkSeconds === undefined ? SHARED_FOR_DOCUMENT_MS : 0;
}

/** `Retry-After` in seconds; services that count by the second say one. */
function stopSecondsOf({ headers }: TransportResponse): number {
  const told = headers["retry-after"];
  return told !== undefined && /^\d{1,5}$/.test(told) ? Math.max(1, Number(told)) : STOP_SECONDS;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
