/** API Entreprise: what every endpoint checks first, in the order of the real service, then its own responder. */
import { type Context, Hono } from "hono";
import { isSiren, isSiret } from "../../src/domain/siret.ts";
import { demoCompanyOf, establishmentOf, siegeOf } from "../companies.ts";
import type { World } from "../world.ts";
import { btpEndpoints } from "./btp.ts";
import { createServerCache } from "./cache.ts";
import { dgfipEndpoints } from "./dgfip.ts";
import { type Endpoint, failure, notFound, type Reply } from "./endpoint.ts";
import { formationEndpoints } from "./formation.ts";
import { inpiEndpoints, inpiLinks } from "./inpi.ts";
import { inseeEndpoints } from "./insee.ts";
import { msaEndpoints } from "./msa.ts";
import { qualificationEndpoints } from "./qualifications.ts";
import type { Quotas } from "./quotas.ts";
import { ALL_SCOPES, type TokenState, type Tokens } from "./tokens.ts";
import { urssafEndpoints } from "./urssaf.ts";

export const API_ENTREPRISE = "entreprise.api.gouv.fr";

/** Every endpoint played. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...inpiEndpoints,
  ...inseeEndpoints,
  ...urssafEndpoints,
  ...dgfipEndpoints,
  ...btpEndpoints,
  ...msaEndpoints,
  ...qualificationEndpoints,
  ...formationEndpoints,
];

export function apiEntreprise(deps: { readonly world: World; readonly tokens: Tokens; readonly quotas: Quotas }): Hono {
  const { world, tokens, quotas } = deps;
  const cache = createServerCache(world);
  const app = new Hono();

  app.get("/privileges", (context) => {
    const token = tokenOf(context, tokens);
    if ("status" in token) return send(token);
    const privileges = token.scopes === "all" ? ALL_SCOPES : [...token.scopes];
    return context.json({ data: { privileges } });
  });
  inpiLinks(app, world);

  for (const endpoint of ENDPOINTS) {
    app.get(endpoint.path, (context) => {
      const number = context.req.param("siret") ?? context.req.param("siren") ?? "";
      const bySiret = endpoint.path.includes(":siret");
      if (bySiret ? !isSiret(number) : !isSiren(number)) return send(invalidNumber(bySiret ? "siret" : "siren"));

      const token = tokenOf(context, tokens);
      if ("status" in token) return send(token);
      const { scopes } = token;
      if (scopes !== "all" && !endpoint.scopes.some((scope) => scopes.has(scope))) return send(insufficientRights());

      const quota = quotas.count(context.req.header("authorization") ?? "", endpoint.quota);
      if (!quota.allowed) {
        const tooMany = failure(429, "00429", "Trop de requêtes", "Le quota de cette minute est épuisé");
        return send(tooMany, { ...quota.headers, "content-type": "application/json" });
      }
      const query = new URL(context.req.url).searchParams;
      const missing = missingParameters(query);
      if (missing !== null) return send(missing, quota.headers);

      const { reply, headers } = cache.through(context.req.path, endpoint.cache, context.req.header("cache-control") === "no-cache", () => {
        const company = demoCompanyOf(number);
        const establishment = company === undefined ? undefined : bySiret ? establishmentOf(company, number) : siegeOf(company);
        if (company === undefined || establishment === undefined) return notFound(endpoint.provider);
        const asked = { siren: company.siren, siret: bySiret ? number : null };
        return endpoint.respond({ world, company, establishment, asked, query });
      });
      return send(reply, { ...quota.headers, ...headers });
    });
  }
  return app;
}

/** The answer to a call made while an identical one is running. */
export function sameCallRunning(): Response {
  return send(failure(409, "00015", "Conflit", "Un appel identique est en cours de traitement"));
}

function send(reply: Reply, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(reply.body), {
    status: reply.status,
    headers: { "content-type": "application/vnd.api+json; charset=utf-8", ...headers },
  });
}

function tokenOf(context: Context, tokens: Tokens): TokenState | Reply {
  const sent = /^Bearer (.+)$/.exec(context.req.header("authorization") ?? "")?.[1];
  const known = sent === undefined ? undefined : tokens.get(sent);
  const parameter = { parameter: "token" };
  if (known === undefined) return failure(401, "00101", "Interdit", "Le jeton manque ou n'est pas valide", {}, parameter);
  if (known.state === "expired") return failure(401, "00103", "Jeton expiré", "Le jeton est expiré", {}, parameter);
  if (known.state === "blacklisted") return failure(401, "00105", "Jeton sur liste noire", "Le jeton a été révoqué", {}, parameter);
  return known;
}

function insufficientRights(): Reply {
  return failure(403, "00100", "Privilèges insuffisants", "Le jeton n'ouvre pas droit à cet appel", {}, { parameter: "token" });
}

function invalidNumber(parameter: "siren" | "siret"): Reply {
  const code = parameter === "siren" ? "00301" : "00302";
  return failure(422, code, "Entité non traitable", `Le numéro de ${parameter} n'est pas valide`, {}, { parameter });
}

/** All the errors at once, as the real service does. */
function missingParameters(query: URLSearchParams): Reply | null {
  const errors: unknown[] = [];
  const add = (code: string, parameter: string, detail: string) =>
    errors.push({ code, title: "Entité non traitable", detail, source: { parameter }, meta: {} });
  for (const [code, name] of [
    ["00201", "context"],
    ["00202", "object"],
    ["00203", "recipient"],
  ] as const) {
    if ((query.get(name) ?? "").trim() === "") add(code, name, `Le paramètre ${name} est obligatoire`);
  }
  const recipient = query.get("recipient") ?? "";
  if (recipient !== "" && !isSiret(recipient)) add("00210", "recipient", "Le paramètre recipient doit être un SIRET");
  return errors.length === 0 ? null : { status: 422, body: { errors } };
}
