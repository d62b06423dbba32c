/** The `Transport` of the proxy: it adds address, secret, size limit and time limit; the way out itself is `outgoing.ts`. */
import type { Transport, TransportFailure, TransportRequest, TransportResponse } from "../src/sources/transport.ts";
import { baseOf, type Config } from "./config.ts";
import { type Credentials, LoginUnreachable } from "./credentials.ts";
import type { Outgoing, OutgoingFailure } from "./outgoing.ts";

/** For whom and why a company is asked about: some families need it on every call. */
export interface Inquiry {
  readonly context: string;
  readonly object: string;
  /** SIRET of the buyer entitled to the data. */
  readonly recipient: string | null;
}

/** A transport for one inquiry. */
export type TransportFor = (inquiry: Inquiry) => Transport;

export interface TransportDeps {
  readonly config: Pick<Config, "upstreams" | "maxAnswerBytes" | "delegations">;
  readonly credentials: Credentials;
  readonly outgoing: Outgoing;
}

/** API Entreprise's documentation asks for less than fifty characters. */
const OBJECT_LENGTH = 49;

export function createTransport({ config, credentials, outgoing }: TransportDeps): TransportFor {
  const attempt = async (request: TransportRequest, inquiry: Inquiry): Promise<TransportResponse | TransportFailure> => {
    const secret = await credentials.apiHeaders(request.family).catch(unlessUnreachable);
    if (secret === "unreachable") return { ok: false, cause: "refused" };
    if (secret === null) return { ok: false, cause: "noRight" };
    const response = await outgoing.send({
      url: addressOf(config, request, inquiry),
      headers: {
        accept: "application/json",
        ...request.headers,
        ...(request.fresh ? { "cache-control": "no-cache" } : {}),
        ...secret,
      },
      timeoutMs: request.timeoutMs,
      maxBytes: config.maxAnswerBytes,
      network: "trusted",
      signal: request.signal,
    });
    if (!response.ok) return { ok: false, cause: transportCause(response.cause) };
    return {
      ok: true,
      status: response.status,
      headers: response.headers,
      text: new TextDecoder("utf-8").decode(response.body),
      fetchedAt: new Date().toISOString(),
      cached: response.headers["x-response-cached"] === "true",
    };
  };

  return (inquiry) => ({
    get: async (request) => {
      const response = await attempt(request, inquiry);
      // A session may be closed before its stated end: tried once more with a new one.
      if (!response.ok || response.status !== 401 || request.family.entry.kind !== "session") return response;
      credentials.forget(request.family);
      return attempt(request, inquiry);
    },
  });
}

export function unlessUnreachable(error: unknown): "unreachable" {
  if (error instanceof LoginUnreachable) return "unreachable";
  throw error;
}

function addressOf(config: TransportDeps["config"], request: TransportRequest, inquiry: Inquiry): URL {
  const url = new URL(`${baseOf(config, request.family)}${request.path}`);
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
  if (request.family.wantsPurpose === true) {
    url.searchParams.set("context", inquiry.context);
    url.searchParams.set("object", shorten(inquiry.object));
    if (inquiry.recipient !== null) url.searchParams.set("recipient", inquiry.recipient);
    const delegation = inquiry.recipient === null ? undefined : config.delegations.get(inquiry.recipient);
    if (delegation !== undefined) url.searchParams.set("delegation_id", delegation);
  }
  return url;
}

function shorten(text: string): string {
  return text.length <= OBJECT_LENGTH ? text : `${text.slice(0, OBJECT_LENGTH - 1)}…`;
}

function transportCause(cause: OutgoingFailure["cause"]): TransportFailure["cause"] {
  return cause === "privateAddress" ? "refused" : cause;
}
