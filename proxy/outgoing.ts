/**
 * The one way out of the proxy. Every call has a time limit, a size limit, and a result that is a value, failures included.
 * Redirects are never followed here: a caller that wants one asks again, and checks the new address first.
 */
import { Agent, type Dispatcher, errors, Pool } from "undici";
import type { TransportFailure } from "../src/sources/transport.ts";
import { isPrivateAddress, PrivateAddressError, publicLookup } from "./addresses.ts";

export interface OutgoingRequest {
  readonly url: URL;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** `public`: an address that a source gave; private networks are refused. `trusted`: an address that the operator configured. */
  readonly network: "public" | "trusted";
  readonly signal?: AbortSignal | undefined;
}

export interface OutgoingResponse {
  readonly ok: true;
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface OutgoingFailure {
  readonly ok: false;
  readonly cause: Extract<TransportFailure["cause"], "dns" | "refused" | "reset" | "timeout" | "tooLarge" | "aborted"> | "privateAddress";
}

export interface Outgoing {
  send(request: OutgoingRequest): Promise<OutgoingResponse | OutgoingFailure>;
  /** Cuts what is still asked: whoever waited for it has gone. */
  close(): Promise<void>;
}

/** The way out that calls the network itself. */
export function createOutgoing(): Outgoing {
  const trusted = new Agent({ connect: { timeout: 10_000 } });
  const guarded = new Agent({ connect: { timeout: 10_000, lookup: publicLookup } });
  return {
    send: (request) => {
      if (request.network === "trusted") return sendThrough(trusted, request);
      // `lookup` is not called for an address written as numbers.
      if (isPrivateAddress(request.url.hostname)) return Promise.resolve({ ok: false, cause: "privateAddress" });
      return sendThrough(guarded, request);
    },
    close: async () => {
      await Promise.all([trusted.destroy(), guarded.destroy()]);
    },
  };
}

/** What the simulator answers for a service that it does not play (misdirected request). */
const NOT_SIMULATED = 421;

/** Sends every call to the server at `origin`, which plays the host named in `Host`; the rest of the proxy is unchanged. */
export function createReroutedOutgoing(origin: string): Outgoing {
  const pool = new Pool(origin, { connections: 64 });
  const target = new URL(origin);
  return {
    send: async (request) => {
      const url = new URL(request.url);
      url.protocol = target.protocol;
      url.host = target.host;
      const response = await sendThrough(pool, { ...request, url, headers: { ...request.headers, host: request.url.host } });
      // Written to stderr, where it will be seen: as an answer, it would be read as the provider's.
      if (response.ok && response.status === NOT_SIMULATED) process.stderr.write(`${response.body.toString("utf8")}\n`);
      return response;
    },
    close: () => pool.destroy(),
  };
}

class TooLarge extends Error {}

async function sendThrough(dispatcher: Dispatcher, request: OutgoingRequest): Promise<OutgoingResponse | OutgoingFailure> {
  const limit = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal === undefined ? limit : AbortSignal.any([limit, request.signal]);
  try {
    const response = await dispatcher.request({
      origin: request.url.origin,
      path: `${request.url.pathname}${request.url.search}`,
      method: request.method ?? "GET",
      headers: { "user-agent": "pli-pret-proxy", "accept-encoding": "identity", ...request.headers },
      body: request.body ?? null,
      signal,
      headersTimeout: request.timeoutMs,
      bodyTimeout: request.timeoutMs,
    });
    const body = await readUpTo(response.body, request.maxBytes, Number(response.headers["content-length"] ?? 0));
    return { ok: true, status: response.statusCode, headers: plainHeaders(response.headers), body };
  } catch (error) {
    return { ok: false, cause: causeOf(error, limit.aborted, request.signal?.aborted ?? false) };
  }
}

async function readUpTo(body: Dispatcher.ResponseData["body"], maxBytes: number, announced: number): Promise<Buffer> {
  const tooLarge = () => {
    body.on("error", () => undefined).destroy();
    return new TooLarge();
  };
  if (announced > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function plainHeaders(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  return plain;
}

function causeOf(error: unknown, timedOut: boolean, aborted: boolean): OutgoingFailure["cause"] {
  if (error instanceof TooLarge) return "tooLarge";
  if (timedOut) return "timeout";
  if (aborted) return "aborted";
  if (error instanceof PrivateAddressError) return "privateAddress";
  if (TIMEOUTS.some((Timeout) => error instanceof Timeout)) return "timeout";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return CAUSES.get(code) ?? "reset";
}

const TIMEOUTS = [errors.HeadersTimeoutError, errors.BodyTimeoutError, errors.ConnectTimeoutError];
/** What Node's own error codes mean here. */
const CAUSES: ReadonlyMap<string, OutgoingFailure["cause"]> = new Map([
  ["ENOTFOUND", "dns"],
  ["EAI_AGAIN", "dns"],
  ["EAI_NODATA", "dns"],
  ["ECONNREFUSED", "refused"],
  ["EHOSTUNREACH", "refused"],
  ["ENETUNREACH", "refused"],
  ["ETIMEDOUT", "timeout"],
]);
