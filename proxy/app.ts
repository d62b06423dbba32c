/** The routes of the proxy. Everything it needs is given: it runs in a test without listening. */

import { timingSafeEqual } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type Context, Hono } from "hono";
import type { z } from "zod";
import { DECIDED_STATES, type Reason } from "../src/domain/answer.ts";
import { companyOf } from "../src/domain/company.ts";
import { extensionOf } from "../src/domain/files.ts";
import { pieceOf } from "../src/domain/pieces.ts";
import { present } from "../src/domain/present.ts";
import { type ServiceSources, UPLOAD_CHECK_BYTES, type UploadCheck } from "../src/domain/service.ts";
import { digitsOf, isSiret, sirenOf } from "../src/domain/siret.ts";
import type { AnySource } from "../src/sources/source.ts";
import { type Asking, type Delivered, refusal } from "./asking.ts";
import type { AuditEntry } from "./audit/entry.ts";
import type { Audit } from "./audit/trail.ts";
import type { Config } from "./config.ts";
import { askedThisMinute, guard, subscriberAt, tooMany, UPLOAD_CHECK } from "./guard.ts";
import { type Mandate, mayActFor } from "./identity/mandates.ts";
import { bearerOf } from "./identity/routes.ts";
import type { Session, Sessions } from "./identity/sessions.ts";
import type { Logger } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { openApiDocument } from "./openapi.ts";
import { type ProblemCode, respondProblem } from "./problem.ts";
import type { Question } from "./received.ts";
import { type Rights, statusOf } from "./rights.ts";
import type { Sending } from "./sending.ts";
import { type Store, StoreUnavailable } from "./store.ts";

export interface AppDeps {
  readonly config: Config;
  readonly sources: readonly AnySource[];
  readonly rights: Rights;
  readonly asking: Asking;
  /** `null`: nobody can sign in here. */
  readonly identity: Identity | null;
  readonly audit: Audit;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Password of `/metrics`; `null`: nobody may read them, except in démo mode. */
  readonly metricsToken: string | null;
  readonly store: Store;
  readonly sending: Sending;
  readonly now: () => Date;
  /** False as soon as the process is asked to stop. */
  readonly open: () => boolean;
  /** Fictitious companies to try, in démo mode. */
  readonly companies?: ServiceSources["companies"];
}

/** Who signs people in, what they hold, and for whom they may act. */
export interface Identity {
  readonly routes: Hono;
  readonly sessions: Sessions;
  readonly mandates: readonly Mandate[];
}

const STANDING_PROBLEMS = {
  "proxy.signInNeeded": "session.needed",
  "proxy.otherCompany": "session.otherCompany",
} as const satisfies Partial<Record<Reason, ProblemCode>>;
/** The reason given when the caller gives none. */
const INQUIRY = { context: "Marchés publics", object: "Candidature à un marché public" };
const BUSY = { "retry-after": "5" };
/** True when the operator's token or account opens that source. */
const needsSecret = ({ family }: AnySource) => family.entry.kind !== "none";
/** Ten percent of the quotas: sixty questions a minute from one address, some ten collections. */
const ANONYMOUS_PER_PERCENT = 6;
/** Longest `context` and `object` accepted. */
const TEXT_LENGTH = 250;
/** Seconds that a caller is ready to wait. */
const WAIT = /^\d{1,3}$/;
/** Longest name looked for. */
const NAME_LENGTH = 100;

/** Long on purpose: the routes one after the other, each with its path, its checks and its answer together. */
export function createApp(deps: AppDeps): Hono {
  const { config, rights, asking, audit, sending, logger, metrics } = deps;
  const sources = new Map(deps.sources.map((source) => [source.id, source]));
  const app = new Hono();

  app.onError((error, context) => {
    if (error instanceof StoreUnavailable) return respondProblem(context, "state.unavailable", { headers: { "retry-after": "5" } });
    logger.error({ error }, "unexpected error");
    return respondProblem(context, "internal");
  });
  app.notFound((context) => respondProblem(context, "route.unknown"));
  guard(app, deps);

  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.get("/readyz", async (context) => {
    const ready = deps.open() && (await deps.store.ready());
    return context.json({ status: ready ? "ok" : "unavailable" }, ready ? 200 : 503);
  });
  app.get("/metrics", async (context) => {
    if (!mayReadMetrics(context)) return respondProblem(context, "route.unknown");
    return context.body(await metrics.text(), 200, { "content-type": metrics.contentType });
  });

  app.get("/v1/sources", (context) => {
    const body: ServiceSources = {
      mode: config.mode,
      ...present({ companies: deps.companies }),
      sources: deps.sources.map((source) => statusOf(source, rights)),
    };
    return context.json(body);
  });

  app.get("/v1/companies", async (context) => {
    const text = (context.req.query("q") ?? "").replace(/\s+/g, " ").trim();
    if (text.length < 3 || text.length > NAME_LENGTH) return respondProblem(context, "request.invalid");
    const found = await asking.search(text);
    if (!("failure" in found)) return context.json(found);
    const headers = found.retryInSeconds === undefined ? {} : { "retry-after": String(found.retryInSeconds) };
    return respondProblem(context, "source.unavailable", { headers });
  });

  app.post(UPLOAD_CHECK, async (context) => {
    let bytes = 0;
    for await (const chunk of context.req.raw.body ?? []) {
      bytes += chunk.length;
      if (bytes > UPLOAD_CHECK_BYTES) return respondProblem(context, "request.tooLarge");
    }
    return context.json({ bytes } satisfies z.infer<typeof UploadCheck>);
  });

  if (deps.identity !== null) app.route("/v1/auth", deps.identity.routes);

  app.get("/v1/companies/:siret/sources/:id", async (context) => {
    const request = await readRequest(context);
    if ("refused" in request) return request.refused;
    const { question, session } = request;
    const wait = context.req.query("wait");
    if (wait !== undefined && !WAIT.test(wait)) return respondProblem(context, "request.invalid");
    const waitMs = wait === undefined ? undefined : Number(wait) * 1000;
    const reason = standing(session, question);
    const answer =
      reason === null
        ? await asking.answer(question, context.req.header("cache-control") === "no-cache", waitMs)
        : refusal(question, reason, deps.now());
    metrics.answer(question.source.id, answer.state);
    const given = DECIDED_STATES.has(answer.state);
    const traced = await trace(session, question, given, { document: null, outcome: reason ?? answer.state, sha256: null });
    return traced ? context.json(answer) : respondProblem(context, "audit.unavailable");
  });

  app.get("/v1/companies/:siret/sources/:id/documents/:n{[0-9]{1,4}}", async (context) => {
    const request = await readRequest(context);
    if ("refused" in request) return request.refused;
    const { question, session } = request;
    const n = Number(context.req.param("n"));
    const reason = standing(session, question);
    const person = session?.person ?? null;
    const room = person === null && config.mode !== "demo" ? "anonymous" : "people";
    const place = sending.enter(
      room,
      person === null ? subscriberAt(context, config.trustedProxies) : `${person.issuer}|${person.subject}`,
    );
    if (place === null) return respondProblem(context, "document.busy", { headers: BUSY });
    try {
      const end = reason === null ? await asking.document(question, n) : ({ ok: false, problem: STANDING_PROBLEMS[reason] } as const);
      const outcome = end.ok ? "document" : end.problem;
      const traced = await trace(session, question, end.ok, { document: n, outcome, sha256: end.ok ? end.document.sha256 : null });
      if (!traced) return respondProblem(context, "audit.unavailable");
      if (!end.ok) {
        const headers = "retryInSeconds" in end && end.retryInSeconds !== undefined ? { "retry-after": String(end.retryInSeconds) } : {};
        return respondProblem(context, end.problem, { headers });
      }
      const body = place.send(end.document, () => connectionOf(context)?.destroy());
      return body === null
        ? respondProblem(context, "document.busy", { headers: BUSY })
        : context.body(body, 200, headersOf(end, question));
    } finally {
      place.leave();
    }
  });

  app.get("/openapi.json", (context) => context.json(openApiDocument()));

  return app;

  /** What is asked and by whom; or the refusal. */
  async function readRequest(context: Context): Promise<{ question: Question; session: Session | null } | { refused: Response }> {
    const question = readQuestion(context.req.param() as { siret: string; id: string }, context.req.query());
    if ("problem" in question) return { refused: respondProblem(context, question.problem) };
    const caller = await callerOf(context);
    if ("refused" in caller) return caller;
    if (caller.session !== null || !isOperatorsRight(question.source) || config.anonymousPercent === 0)
      return { question, session: caller.session };
    const asked = await askedThisMinute(deps.store, `anonymous:${subscriberAt(context, config.trustedProxies)}`);
    if (asked > config.anonymousPercent * ANONYMOUS_PER_PERCENT) return { refused: tooMany(context) };
    return { question: anonymously(question), session: null };
  }

  /** True when the source is asked in the operator's name, with its token or account, and counted as its calls. */
  function isOperatorsRight(source: AnySource): boolean {
    return config.mode === "operateur" && needsSecret(source);
  }

  /** The question as asked in the operator's name: strangers choose neither the recipient nor the reason given. */
  function anonymously(question: Question): Question {
    const { recipient } = question.inquiry;
    const isOurs = recipient !== null && config.recipients.includes(recipient);
    return { ...question, inquiry: { ...INQUIRY, recipient: isOurs ? recipient : config.defaultRecipient }, anonymous: true };
  }

  /** Who asks. A token that is no longer valid is refused: it is not taken for an anonymous caller. */
  async function callerOf(context: Context): Promise<{ session: Session | null } | { refused: Response }> {
    if (deps.identity === null || context.req.header("authorization") === undefined) return { session: null };
    const session = await deps.identity.sessions.sessionOf(bearerOf(context) ?? "");
    if (session === null) return { refused: respondProblem(context, "session.over") };
    const asked = await askedThisMinute(deps.store, `person:${session.person.issuer}|${session.person.subject}`);
    return asked > config.perPersonPerMinute ? { refused: tooMany(context) } : { session };
  }

  /** Why this caller may not see this source of this company, or `null`. */
  function standing(session: Session | null, { source, company }: Question): keyof typeof STANDING_PROBLEMS | null {
    if (session === null && isOperatorsRight(source) && config.anonymousPercent === 0) return "proxy.signInNeeded";
    if (!rights.needsSignIn(source)) return null;
    if (session === null) return "proxy.signInNeeded";
    const mandates = deps.identity?.mandates ?? [];
    return mayActFor(session.person, company, mandates, deps.now()) ? null : "proxy.otherCompany";
  }

  /** False when the access cannot be traced: the answer must then not be given. */
  async function trace(
    session: Session | null,
    question: Question,
    isGiven: boolean,
    what: Pick<AuditEntry, "document" | "outcome" | "sha256">,
  ): Promise<boolean> {
    const { source, company, inquiry } = question;
    const person = session?.person ?? null;
    // An anonymous access that used no right of the operator is only counted: otherwise strangers would fill the disk.
    if (person === null && !(isGiven && needsSecret(source))) {
      audit.tally(source.id, what.outcome);
      return true;
    }
    try {
      await audit.record({
        at: deps.now().toISOString(),
        who: person === null ? null : `${person.issuer}|${person.subject}`,
        actsFor: person?.siret ?? null,
        company: company.siret,
        source: source.id,
        recipient: inquiry.recipient,
        context: inquiry.context,
        object: inquiry.object,
        ...what,
        count: 1,
        origin: null,
      });
      return true;
    } catch (error) {
      logger.error({ error }, "audit trail not written");
      return false;
    }
  }

  function mayReadMetrics(context: Context): boolean {
    if (deps.metricsToken === null) return config.mode === "demo";
    const [given, expected] = [Buffer.from(context.req.header("authorization") ?? ""), Buffer.from(`Bearer ${deps.metricsToken}`)];
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  function readQuestion(params: { siret: string; id: string }, query: Record<string, string>): Question | { problem: ProblemCode } {
    const siret = digitsOf(params.siret);
    if (!isSiret(siret)) return { problem: "siret.invalid" };
    const source = sources.get(params.id);
    if (source === undefined) return { problem: "source.unknown" };
    const recipient =
      query["recipient"] === undefined || query["recipient"] === "" ? config.defaultRecipient : digitsOf(query["recipient"]);
    if (recipient !== null && !isSiret(recipient)) return { problem: "recipient.invalid" };
    // A candidate is never the body entitled to its own data, even if the page seemed to say so.
    const isCandidate = recipient !== null && sirenOf(recipient) === sirenOf(siret);
    const texts = [query["context"], query["object"]];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused.
    if (texts.some((text) => text !== undefined && (text.length > TEXT_LENGTH || /[\u0000-\u001f\u007f]/.test(text)))) {
      return { problem: "request.invalid" };
    }
    const inquiry = {
      context: query["context"]?.trim() || INQUIRY.context,
      object: query["object"]?.trim() || INQUIRY.object,
      recipient: isCandidate ? config.defaultRecipient : recipient,
    };
    return { company: companyOf(siret), source, inquiry };
  }
}

/** The connection itself; none in a test that calls the application. */
function connectionOf({ env }: Context): ServerResponse | undefined {
  return (env as { outgoing?: ServerResponse } | undefined)?.outgoing;
}

function headersOf({ document, piece }: Delivered, { company }: Question): Record<string, string> {
  const day = piece.closingOn ?? piece.issuedOn ?? piece.validFrom;
  // ASCII, the kind first: "attestation-fiscale-dgfip-732829320-2026-05-31.pdf".
  const name = [pieceOf(piece.kind).slug, company.siren, ...(day === undefined ? [] : [day])].join("-");
  return {
    "content-type": document.mediaType,
    "content-length": String(document.bytes.length),
    "content-disposition": `attachment; filename="${name}.${extensionOf(document.mediaType)}"`,
    "x-content-type-options": "nosniff",
    "x-document-sha256": document.sha256,
  };
}
