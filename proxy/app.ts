/** The routes of the proxy. Everything it needs is given: it runs in a test without listening. */
import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { companyOf } from "../src/domain/company.ts";
import { pieceOf } from "../src/domain/pieces.ts";
import type { ServiceSources } from "../src/domain/service.ts";
import { digitsOf, isSiret } from "../src/domain/siret.ts";
import type { AnySource } from "../src/sources/source.ts";
import type { Asking, Delivered, Question } from "./asking.ts";
import type { Audit } from "./audit.ts";
import type { Config } from "./config.ts";
import { guard } from "./guard.ts";
import type { Logger } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { openApiDocument } from "./openapi.ts";
import { type ProblemCode, respondProblem } from "./problem.ts";
import { type Rights, statusOf } from "./rights.ts";
import type { Store } from "./store.ts";

export interface AppDeps {
  readonly config: Config;
  readonly sources: readonly AnySource[];
  readonly rights: Rights;
  readonly asking: Asking;
  readonly audit: Audit;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Password of `/metrics`; `null`: readable by nobody, but in démo mode. */
  readonly metricsToken: string | null;
  readonly store: Store;
  readonly now: () => Date;
  /** False as soon as the process is asked to stop. */
  readonly open: () => boolean;
  /** Fictitious companies to try, in démo mode. */
  readonly companies?: ServiceSources["companies"];
}

/** Longest `context` and `object` accepted. */
const TEXT_LENGTH = 250;

export function createApp(deps: AppDeps): Hono {
  const { config, rights, asking, audit, logger, metrics } = deps;
  const sources = new Map(deps.sources.map((source) => [source.id, source]));
  const app = new Hono();

  app.onError((error, context) => {
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
      ...(deps.companies === undefined ? {} : { companies: deps.companies }),
      sources: deps.sources.map((source) => statusOf(source, rights)),
    };
    return context.json(body);
  });

  app.get("/v1/companies/:siret/sources/:id", async (context) => {
    const question = readQuestion(context.req.param(), context.req.query());
    if ("problem" in question) return respondProblem(context, question.problem);
    const answer = await asking.answer(question, context.req.header("cache-control") === "no-cache");
    metrics.answer(question.source.id, answer.state);
    const traced = await trace(question, null, answer.state);
    return traced ? context.json(answer) : respondProblem(context, "audit.unavailable");
  });

  app.get("/v1/companies/:siret/sources/:id/documents/:n{[0-9]{1,4}}", async (context) => {
    const question = readQuestion(context.req.param(), context.req.query());
    if ("problem" in question) return respondProblem(context, question.problem);
    const n = Number(context.req.param("n"));
    const end = await asking.document(question, n);
    if (!(await trace(question, n, end.ok ? "document" : end.problem))) return respondProblem(context, "audit.unavailable");
    if (end.ok) return sendDocument(end, question);
    const headers = end.retryInSeconds === undefined ? {} : { "retry-after": String(end.retryInSeconds) };
    return respondProblem(context, end.problem, { headers });
  });

  app.get("/openapi.json", (context) => context.json(openApiDocument()));

  return app;

  /** False when what was given cannot be traced: it must not be given. */
  async function trace({ source, company, inquiry }: Question, document: number | null, outcome: string): Promise<boolean> {
    try {
      const at = deps.now().toISOString();
      await audit.record({ at, who: null, actsFor: null, company: company.siret, source: source.id, document, ...inquiry, outcome });
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
    const texts = [query["context"], query["object"]];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused.
    if (texts.some((text) => text !== undefined && (text.length > TEXT_LENGTH || /[\u0000-\u001f\u007f]/.test(text)))) {
      return { problem: "request.invalid" };
    }
    const inquiry = {
      context: query["context"]?.trim() || "Marchés publics",
      object: query["object"]?.trim() || "Candidature à un marché public",
      recipient,
    };
    return { company: companyOf(siret), source, inquiry };
  }
}

function sendDocument({ document, piece }: Delivered, { company }: Question): Response {
  const day = piece.closingOn ?? piece.issuedOn ?? piece.validFrom;
  // ASCII, the kind first: "attestation-fiscale-dgfip-732829320-2026-05-31.pdf".
  const name = [pieceOf(piece.kind).slug, company.siren, ...(day === undefined ? [] : [day])].join("-");
  return new Response(new Uint8Array(document.bytes), {
    headers: {
      "content-type": document.mediaType,
      "content-length": String(document.bytes.length),
      "content-disposition": `attachment; filename="${name}.${document.extension}"`,
      "x-content-type-options": "nosniff",
      "x-document-sha256": document.sha256,
      "cache-control": "no-store",
    },
  });
}
