/** Reaches open services straight from the extension, with the browser's own fetch. */

import { bodyOf } from "../domain/bytes.ts";
import { present } from "../domain/present.ts";
import type { Transport, TransportFailure } from "../sources/transport.ts";
import type { Fetch } from "./proxy-service.ts";

const MOST_BYTES = 8 * 1024 * 1024;
/** A worker whose fetch waits more than 30 s is stopped by the browser. */
const LONGEST_MS = 28_000;

export function fetchTransport(fetch: Fetch, now: () => Date): Transport {
  return {
    async get({ family, path, query, headers, timeoutMs, signal }) {
      const url = `${family.base}${path}${query === undefined ? "" : `?${new URLSearchParams(query)}`}`;
      const timeout = AbortSignal.timeout(Math.min(timeoutMs, LONGEST_MS));
      try {
        const response = await fetch(url, {
          signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
          ...present({ headers }),
        });
        const body = await bodyOf(response, MOST_BYTES);
        if (body === "tooLarge") return { ok: false, cause: "tooLarge" };
        return {
          ok: true,
          status: response.status,
          headers: Object.fromEntries(response.headers),
          text: new TextDecoder().decode(body),
          fetchedAt: now().toISOString(),
          cached: false,
        };
      } catch (error) {
        return { ok: false, cause: causeOf(error) };
      }
    },
  };
}

/** The browser tells nothing more than "failed": a refused connection and an unknown name look alike. */
function causeOf(error: unknown): TransportFailure["cause"] {
  if (error instanceof DOMException && error.name === "TimeoutError") return "timeout";
  if (error instanceof DOMException && error.name === "AbortError") return "aborted";
  return globalThis.navigator?.onLine === false ? "offline" : "refused";
}
