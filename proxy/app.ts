/** The routes of the proxy. Everything it needs is given: it runs in a test without listening. */
import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Answer } from "../src/domain/answer.ts";
import { type Company, companyOf } from "../src/domain/company.ts";
import { pieceOf } from "../src/domain/pieces.ts";
import type { ServiceSources } from "../src/domain/service.ts";
import { digitsOf, isSiret } from "../src/domain/siret.ts";
import { type Asked, ask, closedAnswer } from "../src/sources/ask.ts";
import type { AnySource } from "../src/sources/source.ts";
import type { Config } from "./config.ts";
import type { DocumentFetcher, FetchedDocument } from "./documents.ts";
import type { Logger } from "./log.ts";
import { openApiDocument } from "./openapi.ts";
import { respondProblem } from "./problem.ts";
import type { RecentAnswers } from "./recent.ts";
import { type Rights, statusOf } from "./rights.ts";
import type { Inquiry, TransportFor } from "./transport.ts";

export interface AppDeps {
  readonly config: Pick<Config, "mode" | "extensionOrigins" | "defaultRecipient">;
  readonly sources: readonly AnySource[];
  readonly rights: Rights;
  readonly transportFor: TransportFor;
  readonly fetchDocument: DocumentFetcher;
  readonly recent: RecentAnswers;
  readonly logger: Logger;
  readonly now: () => Date;
  /** Fictitious companies to try, in démo mode. */
  readonly companies?: ServiceSources["companies"];
}

/** Longest `context` and `object` accepted. */
const TEXT_LENGTH = 250;
const EXTENSION_ORIGIN = /^(chrome|moz)-extension:\/\/[a-z0-9-]+$/i;

export function createApp(deps: AppDeps): Hono {
  const { config, rights, recent, logger, now } = deps;
  const sources = new Map(deps.sources.map((source) => [source.id, source]));
  const app = new Hono();

  app.onError((error, context) => {
    logger.error({ error: error.name, route: context.req.routePath }, "unexpected error");
    return respondProblem(context, "internal");
  });
  app.notFound((context) => respondProblem(context, "route.unknown"));
  app.use(
    "*",
    cors({
      origin: (origin) => {
        const allowed = config.mode === "demo" ? EXTENSION_ORIGIN.test(origin) : config.extensionOrigins.includes(origin);
        return allowed ? origin : null;
      },
      allowMethods: ["GET"],
      allowHeaders: ["authorization", "cache-control"],
      exposeHeaders: ["content-disposition", "retry-after", "x-document-sha256"],
      maxAge: 600,
    }),
  );

  app.get("/v1/sources", (context) => {
    const body: ServiceSources = {
      mode: config.mode,
      ...(deps.companies === undefined ? {} : { companies: deps.companies }),
      sources: deps.sources.map((source) => statusOf(source, rights)),
    };
    return context.json(body);
  });

  app.get("/v1/companies/:siret/sources/:id", async (context) => {
    const request = readRequest(context.req.param(), context.req.query());
    if ("problem" in request) return respondProblem(context, request.problem);
    const { company, source, inquiry } = request;
    const permission = rights.permissionFor(source);
    if (!permission.available) return context.json(refusal(source, company, permission.reason));
    const asked = await askNow(source, company, inquiry, false, context.req.raw.signal);
    return context.json(asked.answer);
  });

  app.get("/v1/companies/:siret/sources/:id/documents/:n{[0-9]{1,4}}", async (context) => {
    const request = readRequest(context.req.param(), context.req.query());
    if ("problem" in request) return respondProblem(context, request.problem);
    const { company, source, inquiry } = request;
    if (!rights.permissionFor(source).available) return respondProblem(context, "source.notPermitted");

    const n = Number(context.req.param("n"));
    const signal = context.req.raw.signal;
    const known = recent.recall(keyOf(source, company, inquiry));
    const first = known ?? (await askNow(source, company, inquiry, true, signal));
    const delivered = await deliver(source, first, n, signal);
    if (delivered.ok) return sendDocument(delivered, first.answer, n, company);
    if (delivered.problem !== "document.expired" || known === undefined) return respondFailure(delivered, first.answer);

    const second = await askNow(source, company, inquiry, true, signal);
    if (second.locations.size > 0 && !samePiece(first.answer, second.answer, n)) return respondProblem(context, "document.changed");
    const retried = await deliver(source, second, n, signal);
    return retried.ok ? sendDocument(retried, second.answer, n, company) : respondFailure(retried, second.answer);

    function respondFailure(failure: Exclude<Awaited<ReturnType<typeof deliver>>, FetchedDocument>, answer: Answer): Response {
      const at = answer.state === "pending" ? answer.until : answer.state === "unavailable" ? answer.retryAt : undefined;
      const seconds = at === undefined ? undefined : Math.max(1, Math.ceil((Date.parse(at) - now().getTime()) / 1000));
      return respondProblem(context, failure.problem, seconds === undefined ? {} : { headers: { "retry-after": String(seconds) } });
    }
  });

  app.get("/openapi.json", (context) => context.json(openApiDocument()));

  return app;

  function readRequest(params: { siret: string; id: string }, query: Record<string, string>) {
    const siret = digitsOf(params.siret);
    if (!isSiret(siret)) return { problem: "siret.invalid" as const };
    const source = sources.get(params.id);
    if (source === undefined) return { problem: "source.unknown" as const };
    const recipient =
      query["recipient"] === undefined || query["recipient"] === "" ? config.defaultRecipient : digitsOf(query["recipient"]);
    if (recipient !== null && !isSiret(recipient)) return { problem: "recipient.invalid" as const };
    const texts = [query["context"], query["object"]];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused.
    if (texts.some((text) => text !== undefined && (text.length > TEXT_LENGTH || /[\u0000-\u001f\u007f]/.test(text)))) {
      return { problem: "request.invalid" as const };
    }
    const inquiry: Inquiry = {
      context: query["context"]?.trim() || "Marchés publics",
      object: query["object"]?.trim() || "Candidature à un marché public",
      recipient,
    };
    return { company: companyOf(siret), source, inquiry };
  }

  async function askNow(source: AnySource, company: Company, inquiry: Inquiry, fresh: boolean, signal: AbortSignal): Promise<Asked> {
    const asked = await ask(source, company, deps.transportFor(inquiry), { fresh, signal, now });
    recent.remember(keyOf(source, company, inquiry), asked);
    return asked;
  }

  function refusal(source: AnySource, company: Company, reason: NonNullable<Answer["reason"]>): Answer {
    const provenance = {
      source: source.id,
      provider: source.provider,
      endpoint: source.request(company).path,
      fetchedAt: now().toISOString(),
      cached: false,
    };
    return closedAnswer(company, provenance, { state: "notPermitted", reason }, now());
  }

  async function deliver(source: AnySource, asked: Asked, n: number, signal: AbortSignal) {
    const { state } = asked.answer;
    if (state === "pending") return { ok: false, problem: "source.pending" } as const;
    if (state === "notPermitted") return { ok: false, problem: "source.notPermitted" } as const;
    if (state === "unavailable" || state === "unexpectedShape") return { ok: false, problem: "source.unavailable" } as const;
    const location = asked.locations.get(n);
    if (location === undefined) return { ok: false, problem: "document.unknown" } as const;
    return deps.fetchDocument(source, location, signal);
  }
}

function keyOf(source: AnySource, company: Company, inquiry: Inquiry): string {
  return `${source.id}|${company.siret}|${inquiry.recipient ?? ""}`;
}

function samePiece(before: Answer, after: Answer, n: number): boolean {
  const [old, current] = [before.pieces[n], after.pieces[n]];
  return old?.kind === current?.kind && old?.title === current?.title;
}

function sendDocument(document: FetchedDocument, answer: Answer, n: number, company: Company): Response {
  return new Response(new Uint8Array(document.bytes), {
    headers: {
      "content-type": document.mediaType,
      "content-length": String(document.bytes.length),
      "content-disposition": `attachment; filename="${fileNameOf(answer, n, company, document)}"`,
      "x-content-type-options": "nosniff",
      "x-document-sha256": document.sha256,
      "cache-control": "no-store",
    },
  });
}

/** ASCII, the kind first: "attestation-fiscale-dgfip-732829320-2026-05-31.pdf". */
function fileNameOf(answer: Answer, n: number, company: Company, document: FetchedDocument): string {
  const piece = answer.pieces[n];
  const slug = piece === undefined ? "piece" : pieceOf(piece.kind).slug;
  const day = piece?.closingOn ?? piece?.issuedOn ?? piece?.validFrom;
  return `${[slug, company.siren, ...(day === undefined ? [] : [day])].join("-")}.${document.extension}`;
}
