/** The proxy, asked over HTTP. Whatever it answers is parsed with the schemas that it shares. */

import { Answer, nothingGiven, type Provenance } from "../domain/answer.ts";
import type { DocumentProblem } from "../domain/prepared.ts";
import { present } from "../domain/present.ts";
import { CompanySearch, Problem, ServiceSources } from "../domain/service.ts";
import type { Turns } from "./late-turns.ts";
import { receive } from "./received.ts";
import type { Inquiry, Service } from "./service.ts";
import type { Renewal } from "./sign-in.ts";
import { measureUpload } from "./upload-rate.ts";

/** A worker whose fetch waits more than 30 s for its first byte is stopped by the browser. */
const ANSWER_TIMEOUT_MS = 28_000;
const DOCUMENT_TIMEOUT_MS = 28_000;
const DESCRIBE_TIMEOUT_MS = 6_000;
const SEARCH_TIMEOUT_MS = 12_000;
/** What the calls say of their context; the object is the consultation's. */
const CONTEXT = "Candidature à un marché public";
const RETRY_SECONDS = 20;

/**
 * Over HTTP/1.1 a browser opens six connections to one address. A question gives its connection back after the first wait; those whose
 * answers are late then take turns on four of them, while the proxy goes on asking.
 */
const FIRST_WAIT_SECONDS = 2;
const LATER_WAIT_SECONDS = 5;
export const LATE_AT_ONCE = 4;
/** After these turns, a source that still says nothing is asked again by the collector. */
const LATE_TURNS = 4;
const COME_BACK_SECONDS = 5;

export type Fetch = (url: string, init: FetchInit) => Promise<Response>;
interface FetchInit {
  readonly signal: AbortSignal;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

interface ProxyDeps {
  readonly fetch: Fetch;
  readonly now: () => Date;
  /** The person's access token, when one is signed in. */
  readonly token: () => Promise<string | null>;
  /** Another one, once the proxy refused this one. */
  readonly renew: (refused: string) => Promise<Renewal>;
  /** Of the questions to this address whose answers are late. */
  readonly late: Turns;
}

/**
 * Long on purpose: one small function for each thing that the proxy answers.
 * @param url address of the proxy, without final slash
 */
export function proxyService(url: string, { fetch, now, token, renew, late }: ProxyDeps): Service {
  async function get(path: string, timeoutMs: number): Promise<Response> {
    const ask = (bearer: string | null) =>
      fetch(`${url}${path}`, {
        signal: AbortSignal.timeout(timeoutMs),
        ...(bearer === null ? {} : { headers: { authorization: `Bearer ${bearer}` } }),
      });
    const bearer = await token();
    const response = await ask(bearer);
    if (bearer === null || response.status !== 401) return response;
    const renewal = await renew(bearer);
    if (renewal.state === "renewed") return ask(renewal.token);
    if (renewal.state === "away") throw new TypeError("the session cannot be renewed now");
    return response;
  }

  async function askOnce(inquiry: Inquiry, sourceId: string, waitSeconds: number): Promise<Answer> {
    try {
      const response = await get(`${pathOf(inquiry, sourceId)}?${purposeOf(inquiry)}&wait=${waitSeconds}`, ANSWER_TIMEOUT_MS);
      const parsed = Answer.safeParse(await response.json());
      if (parsed.success && parsed.data.siret === inquiry.siret) return parsed.data;
      if (response.status === 401) return closed(inquiry, sourceId, now(), "notPermitted", "proxy.signInNeeded");
      const state = response.status >= 500 ? "unavailable" : "unexpectedShape";
      return closed(inquiry, sourceId, now(), state, state === "unavailable" ? "proxy.unreachable" : "shape.unexpected");
    } catch (error) {
      if (error instanceof SyntaxError) return closed(inquiry, sourceId, now(), "unexpectedShape", "shape.notJson");
      const timedOut = error instanceof DOMException && error.name === "TimeoutError";
      return closed(inquiry, sourceId, now(), "unavailable", timedOut ? "provider.timeout" : "proxy.unreachable");
    }
  }

  return {
    async describe() {
      try {
        const response = await get("/v1/sources", DESCRIBE_TIMEOUT_MS);
        const parsed = ServiceSources.safeParse(await response.json());
        return parsed.success ? parsed.data : { trouble: "notOurs" };
      } catch (error) {
        return { trouble: error instanceof SyntaxError ? "notOurs" : "unreachable" };
      }
    },

    async ask(inquiry, sourceId) {
      let answer = await askOnce(inquiry, sourceId, FIRST_WAIT_SECONDS);
      for (let turn = 0; turn < LATE_TURNS && isLate(answer); turn++)
        answer = await late.take(() => askOnce(inquiry, sourceId, LATER_WAIT_SECONDS));
      return isLate(answer) ? { ...answer, until: new Date(now().getTime() + COME_BACK_SECONDS * 1000).toISOString() } : answer;
    },

    measureUpload: () => measureUpload(url, fetch),

    async search(text) {
      try {
        const response = await get(`/v1/companies?${new URLSearchParams({ q: text })}`, SEARCH_TIMEOUT_MS);
        if (response.status === 429) return { failure: "busy" };
        const parsed = CompanySearch.safeParse(await response.json());
        return parsed.success ? parsed.data : { failure: "unreachable" };
      } catch {
        return { failure: "unreachable" };
      }
    },

    async document(inquiry, sourceId, n) {
      try {
        const response = await get(`${pathOf(inquiry, sourceId)}/documents/${n}?${purposeOf(inquiry)}`, DOCUMENT_TIMEOUT_MS);
        if (!response.ok) return { problem: await problemOf(response) };
        return await receive(response, { name: nameOf(response), sha256: response.headers.get("x-document-sha256") ?? undefined });
      } catch {
        return { problem: "unreachable" };
      }
    },
  };
}

function pathOf(inquiry: Inquiry, sourceId: string): string {
  return `/v1/companies/${inquiry.siret}/sources/${encodeURIComponent(sourceId)}`;
}

/** True when the proxy only ended the wait that it was asked for: the source may be asked about again at once. */
function isLate(answer: Answer): answer is Extract<Answer, { readonly state: "pending" }> {
  return answer.state === "pending" && answer.reason === "inFlight" && answer.until === answer.provenance.fetchedAt;
}

function purposeOf({ recipient, object }: Inquiry): string {
  return String(new URLSearchParams({ context: CONTEXT, object, ...present({ recipient: recipient ?? undefined }) }));
}

function closed(
  inquiry: Inquiry,
  sourceId: string,
  now: Date,
  state: "unavailable" | "unexpectedShape" | "notPermitted",
  reason: Answer["reason"],
): Answer {
  const provenance: Provenance = {
    source: sourceId,
    provider: "Pli prêt",
    endpoint: pathOf(inquiry, sourceId),
    fetchedAt: now.toISOString(),
    cached: false,
  };
  const base = { ...nothingGiven(), siret: inquiry.siret, ...present({ reason }), provenance };
  if (state !== "unavailable") return { ...base, state };
  return { ...base, state, retryAt: new Date(now.getTime() + RETRY_SECONDS * 1000).toISOString() };
}

const PROBLEMS: Readonly<Record<string, DocumentProblem>> = {
  "document.changed": "changed",
  "document.unknown": "unknown",
  "document.notADocument": "notADocument",
  "document.tooLarge": "tooLarge",
  "source.notPermitted": "notPermitted",
  "session.needed": "notPermitted",
  "session.over": "notPermitted",
  "session.otherCompany": "notPermitted",
  "source.pending": "pending",
};

async function problemOf(response: Response): Promise<DocumentProblem> {
  const body = Problem.safeParse(await response.json().catch(() => null));
  return (body.success ? PROBLEMS[body.data.code] : undefined) ?? "unavailable";
}

/** The name that the proxy gives, without its extension; a name of another form is not trusted. */
function nameOf(response: Response): string {
  return /filename="([\w-]{1,150})\.\w{1,5}"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "document";
}
