/** The routes of the proxy. Everything it needs is given: it runs in a test without listening. */
import { Hono } from "hono";
import { cors } from "hono/cors";
import { companyOf } from "../src/domain/company.ts";
import { pieceOf } from "../src/domain/pieces.ts";
import type { ServiceSources } from "../src/domain/service.ts";
import { digitsOf, isSiret } from "../src/domain/siret.ts";
import type { AnySource } from "../src/sources/source.ts";
import type { Asking, Delivered, Question } from "./asking.ts";
import type { Config } from "./config.ts";
import type { Logger } from "./log.ts";
import { openApiDocument } from "./openapi.ts";
import { type ProblemCode, respondProblem } from "./problem.ts";
import { type Rights, statusOf } from "./rights.ts";

export interface AppDeps {
  readonly config: Pick<Config, "mode" | "extensionOrigins" | "defaultRecipient">;
  readonly sources: readonly AnySource[];
  readonly rights: Rights;
  readonly asking: Asking;
  readonly logger: Logger;
  /** Fictitious companies to try, in démo mode. */
  readonly companies?: ServiceSources["companies"];
}

/** Longest `context` and `object` accepted. */
const TEXT_LENGTH = 250;
const EXTENSION_ORIGIN = /^(chrome|moz)-extension:\/\/[a-z0-9-]+$/i;

export function createApp(deps: AppDeps): Hono {
  const { config, rights, asking, logger } = deps;
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
    const question = readQuestion(context.req.param(), context.req.query());
    if ("problem" in question) return respondProblem(context, question.problem);
    return context.json(await asking.answer(question, context.req.header("cache-control") === "no-cache"));
  });

  app.get("/v1/companies/:siret/sources/:id/documents/:n{[0-9]{1,4}}", async (context) => {
    const question = readQuestion(context.req.param(), context.req.query());
    if ("problem" in question) return respondProblem(context, question.problem);
    const end = await asking.document(question, Number(context.req.param("n")));
    if (end.ok) return sendDocument(end, question);
    const headers = end.retryInSeconds === undefined ? {} : { "retry-after": String(end.retryInSeconds) };
    return respondProblem(context, end.problem, { headers });
  });

  app.get("/openapi.json", (context) => context.json(openApiDocument()));

  return app;

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
