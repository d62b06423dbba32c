/** How an upstream is reached: the proxy and the background each have their own transport; the sources' code is the same. */
import type { Family } from "./families/family.ts";
import type { UpstreamRequest } from "./source.ts";

export interface TransportRequest extends UpstreamRequest {
  readonly family: Family;
  readonly timeoutMs: number;
  /** True when a document will be downloaded next: caches on the way must not serve an old link. */
  readonly fresh: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** An HTTP answer, whatever its status. `text` is decoded as UTF-8; JSON is parsed by the asker. */
export interface TransportResponse {
  readonly ok: true;
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly fetchedAt: string;
  readonly cached: boolean;
}

/** No HTTP answer at all. */
export interface TransportFailure {
  readonly ok: false;
  readonly cause:
    | "dns"
    | "refused"
    | "reset"
    | "timeout"
    | "tooLarge"
    | "offline"
    | "aborted"
    | "waiting"
    | "inFlight"
    | "breakerOpen"
    | "maintenance"
    | "noRight";
  /** Seconds before it is worth asking again, when known. */
  readonly retryInSeconds?: number;
}

export interface Transport {
  get(request: TransportRequest): Promise<TransportResponse | TransportFailure>;
}
