/**
 * The one way to ask a source. `ask` calls through a transport; `read` is the pure half, from an HTTP answer to an `Answer`.
 * Nothing here throws for what the outside world does: bad JSON, an unknown code, a dead network are answers.
 */

import type { Answer, Certification, PieceRef, Provenance } from "../domain/answer.ts";
import { Answer as AnswerSchema, nothingGiven } from "../domain/answer.ts";
import type { Company } from "../domain/company.ts";
import { FIELD_KEYS } from "../domain/fields.ts";
import { parseJson } from "../domain/json.ts";
import { present } from "../domain/present.ts";
import { parisDay } from "../domain/time.ts";
import { validityOf } from "../domain/validity.ts";
import type { AnySource, PieceLocation, ReadingContext, Verdict } from "./source.ts";
import type { Transport, TransportFailure, TransportResponse } from "./transport.ts";

/** An answer, and where its documents are. The locations never leave the asker. */
export interface Asked {
  readonly answer: Answer;
  readonly locations: ReadonlyMap<number, PieceLocation>;
}

export interface AskOptions {
  /** True when a document is downloaded next: caches must not serve an old link. */
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
}

const FAILURES: Record<TransportFailure["cause"], Verdict> = {
  dns: { state: "unavailable", reason: "network.dns" },
  // A service that was asked too often refuses connections for a while, and asking again prolongs it.
  refused: { state: "unavailable", reason: "network.refused", retryInSeconds: 300 },
  reset: { state: "unavailable", reason: "network.interrupted" },
  aborted: { state: "unavailable", reason: "network.interrupted" },
  timeout: { state: "unavailable", reason: "provider.timeout" },
  tooLarge: { state: "unavailable", reason: "network.tooLarge" },
  offline: { state: "unavailable", reason: "network.offline" },
  breakerOpen: { state: "unavailable", reason: "provider.unavailable" },
  maintenance: { state: "unavailable", reason: "provider.maintenance" },
  waiting: { state: "pending", reason: "quota.waiting", retryInSeconds: 60 },
  inFlight: { state: "pending", reason: "inFlight", retryInSeconds: 5 },
  noRight: { state: "notPermitted", reason: "proxy.noRight" },
};

/** Asks one source about one company. Never throws for a failure outside. */
export async function ask(source: AnySource, company: Company, transport: Transport, options: AskOptions = {}): Promise<Asked> {
  const now = options.now ?? (() => new Date());
  const response = await call(source, company, transport, options);
  return read(source, company, response, now());
}

/** The first half of `ask`, for callers that store the raw response. */
export function call(
  source: AnySource,
  company: Company,
  transport: Transport,
  { fresh = false, signal }: AskOptions,
): Promise<TransportResponse | TransportFailure> {
  return transport.get({ ...source.request(company), family: source.family, timeoutMs: source.timeoutMs, fresh, signal });
}

/** Reads an HTTP answer (or its absence) into an `Answer`. Pure. */
export function read(source: AnySource, company: Company, response: TransportResponse | TransportFailure, now: Date): Asked {
  const provenance = response.ok
    ? { ...provenanceOf(source, company, response.fetchedAt), cached: response.cached }
    : provenanceOf(source, company, now.toISOString());
  const end = (verdict: Verdict): Asked => ({ answer: closedAnswer(company, provenance, verdict, now), locations: new Map() });

  if (!response.ok) {
    const verdict = FAILURES[response.cause];
    return end(response.retryInSeconds === undefined ? verdict : { ...verdict, retryInSeconds: response.retryInSeconds });
  }

  const body = parseJson(response.text);
  if (response.status < 200 || response.status > 299) return end(verdictOfError(source, response, body, now));
  if (body === undefined) return end({ state: "unexpectedShape", reason: "shape.notJson" });

  const parsed = source.raw.safeParse(body);
  if (!parsed.success) return end({ state: "unexpectedShape", reason: "shape.unexpected", detail: issuePath(parsed.error.issues) });

  const context: ReadingContext = { company, today: parisDay(now) };
  const verdict = source.verdict?.(parsed.data, context) ?? { state: "delivered" as const };
  const located = source.pieces?.(parsed.data, context) ?? [];
  const locations = new Map<number, PieceLocation>();
  const pieces = located.map(({ location, ...piece }, n): PieceRef => {
    if (location !== null) locations.set(n, location);
    return { ...piece, n, downloadable: location !== null };
  });

  const candidate = {
    ...closedAnswer(company, provenance, verdict, now),
    facts: factsOf(source, parsed.data, context),
    pieces,
    ...listsOf(source, parsed.data, context),
  };
  // A value outside the catalogue's format must not reach a form.
  const checked = AnswerSchema.safeParse(candidate);
  if (!checked.success) return end({ state: "unexpectedShape", reason: "shape.unexpected", detail: issuePath(checked.error.issues) });
  return { answer: checked.data, locations };
}

/** The source's lists: everything in its answer but fields and documents. */
function listsOf(source: AnySource, raw: unknown, context: ReadingContext) {
  return {
    certifications: (source.certifications?.(raw, context) ?? []).map((one) => unlessOver(one, context.today)),
    notices: source.notices?.(raw, context) ?? [],
    dirigeants: source.dirigeants?.(raw, context) ?? [],
    depots: source.depots?.(raw, context) ?? [],
    contracts: source.contracts?.(raw, context) ?? [],
    choices: source.choices?.(raw, context) ?? [],
  };
}

/** The provenance of an answer that comes from no cache. */
export function provenanceOf(source: AnySource, company: Company, fetchedAt: string): Provenance {
  const { id, provider, trust, keyedBy } = source;
  return { source: id, provider, endpoint: source.request(company).path, fetchedAt, cached: false, trust, keyedBy };
}

/** An answer with only a state: failures, and the proxy's own refusals ("not permitted"). */
export function closedAnswer(company: Company, provenance: Provenance, verdict: Verdict, now: Date): Answer {
  const base = {
    siret: company.siret,
    ...present({ reason: verdict.reason, detail: verdict.detail }),
    ...nothingGiven(),
    provenance,
  };
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
  if (verdict.state === "pending") return { ...base, state: "pending", until: at(verdict.retryInSeconds ?? 60) };
  if (verdict.state === "unavailable") {
    const retryAt = verdict.retryInSeconds === undefined ? undefined : at(verdict.retryInSeconds);
    return { ...base, state: "unavailable", ...present({ retryAt }) };
  }
  return { ...base, state: verdict.state };
}

/** Providers go on listing a certification after its end: it is then marked as not held, and its end date says why. */
function unlessOver(certification: Certification, today: string): Certification {
  return validityOf(certification, today).status === "expired" ? { ...certification, held: false } : certification;
}

function factsOf(source: AnySource, raw: unknown, context: ReadingContext): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const key of FIELD_KEYS) {
    const value = source.reads[key]?.(raw, context);
    if (value !== null && value !== undefined && value !== "") facts[key] = value;
  }
  return facts;
}

function verdictOfError(source: AnySource, response: TransportResponse, body: unknown, now: Date): Verdict {
  const { errors } = source.family;
  const error = errors?.read(body);
  const retryAfter = secondsOf(response.headers["retry-after"], now);
  if (errors === undefined || error === undefined) return verdictOfStatus(source, response.status, retryAfter);
  const own = errors
    .keysOf(error, response.status)
    .map((key) => source.negatives?.[key])
    .find((verdict) => verdict !== undefined);
  const verdict = own === undefined ? errors.verdictOf(error, response.status) : typeof own === "function" ? own(error) : own;
  return verdict.reason === "quota.waiting" && retryAfter !== undefined ? { ...verdict, retryInSeconds: retryAfter } : verdict;
}

/** The verdict on an error without a code: from another family, or from an intermediary that does not speak for the provider. */
function verdictOfStatus({ family, negatives }: AnySource, status: number, retryAfter: number | undefined): Verdict {
  const own = family.errors === undefined ? negatives?.[String(status)] : undefined;
  if (own !== undefined && typeof own !== "function") return own;
  if (status === 429) return { state: "pending", reason: "quota.waiting", retryInSeconds: retryAfter ?? 60 };
  const general: Verdict = { state: "unavailable", reason: "provider.unavailable", retryInSeconds: retryAfter ?? 30 };
  return family.errors?.verdictOfStatus(status) ?? general;
}

/** `Retry-After` in seconds or as an HTTP date. */
function secondsOf(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.round((at - now.getTime()) / 1000));
}

/** The path of the first issue: it shows where the shape differs, never the value found there. */
function issuePath(issues: readonly { path: PropertyKey[] }[]): string {
  return (issues[0]?.path ?? []).map(String).join(".").slice(0, 200);
}
