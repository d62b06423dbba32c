/** What surrounds every route: request numbers in the log, metrics, security headers, and limits on how much may be asked. */
import { randomUUID } from "node:crypto";
import { isIP, isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { routePath } from "hono/route";
import { secureHeaders } from "hono/secure-headers";
import type { Config } from "./config.ts";
import type { Logger } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { respondProblem } from "./problem.ts";
import { type Store, StoreUnavailable } from "./store.ts";

export interface GuardDeps {
  readonly config: Pick<Config, "mode" | "extensionOrigins" | "perAddressPerMinute" | "trustedProxies">;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly store: Store;
}

const MAX_URL = 4096;
const MAX_BODY = 16 * 1024;
/** The one route that takes a larger body. */
export const UPLOAD_CHECK = "/v1/upload-check";
/** A measure makes two requests, and people in one office share an address. */
const CHECKS_PER_MINUTE = 20;
/** A person signs in once or twice a day; an office shares an address. */
const SIGN_INS_PER_MINUTE = 60;
const EXTENSION_ORIGIN = /^(chrome|moz)-extension:\/\/[a-z0-9-]+$/i;

/** Adds these middlewares to the application, in order. */
export function guard(app: Hono, deps: GuardDeps): void {
  const { config, logger, metrics, store } = deps;

  app.use("*", async (context, next) => {
    const started = performance.now();
    const id = randomUUID();
    // Set before the answer is made: a header added afterwards makes Hono build the answer a second time.
    context.header("x-request-id", id);
    await next();
    const seconds = (performance.now() - started) / 1000;
    // The route's pattern: the address itself holds a SIRET.
    const route = routePath(context, -1);
    const { method } = context.req;
    metrics.request(route, method, context.res.status, seconds);
    logger.info({ id, method, route, status: context.res.status, ms: Math.round(seconds * 1000) }, "request");
  });
  app.use(
    "*",
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      crossOriginResourcePolicy: "cross-origin",
      referrerPolicy: "no-referrer",
      xFrameOptions: "DENY",
    }),
  );
  app.use("*", sharing(config));
  app.use("/v1/*", async (context, next) => {
    // Every answer under `/v1` is about one company or one person: no cache may keep it on a disk.
    context.header("cache-control", "no-store");
    await next();
  });
  app.use("*", async (context, next) => {
    if (context.req.url.length > MAX_URL) return respondProblem(context, "request.tooLarge");
    await next();
  });
  const limitAddress =
    (what: string, most: number): MiddlewareHandler =>
    async (context, next) => {
      if ((await askedThisMinute(store, `${what}:${subscriberAt(context, config.trustedProxies)}`)) > most) return tooMany(context);
      await next();
    };
  // The limits are checked before any of the body is read.
  app.use("/v1/*", limitAddress("address", config.perAddressPerMinute));
  app.use(UPLOAD_CHECK, limitAddress("upload", CHECKS_PER_MINUTE));
  app.use("/v1/auth/start", limitAddress("sign-in", SIGN_INS_PER_MINUTE));
  const usual = bodyLimit({ maxSize: MAX_BODY, onError: (context) => respondProblem(context, "request.tooLarge") });
  // The route for larger bodies counts its bytes itself: `bodyLimit` would gather them in memory first.
  app.use("/v1/*", (context, next) => (context.req.path === UPLOAD_CHECK || !hasBody(context) ? next() : usual(context, next)));
}

/** Headers of the answers that the extension may read. */
const EXPOSED = ["content-disposition", "retry-after", "x-document-sha256", "x-request-id"];

/** CORS: the extension may read the answers, a web page may not. */
function sharing(config: Pick<Config, "mode" | "extensionOrigins">): MiddlewareHandler {
  const shared = cors({
    origin: (origin) => (isAllowedOrigin(origin, config) ? origin : null),
    allowMethods: ["GET", "POST"],
    allowHeaders: ["authorization", "cache-control", "content-type"],
    exposeHeaders: EXPOSED,
    maxAge: 600,
  });
  return async (context, next) => {
    if (context.req.method === "OPTIONS") return shared(context, next);
    await next();
    // What `cors` adds, but to the headers of the finished answer: through the context, Hono builds the answer a second time, body and all.
    const { headers } = context.res;
    const origin = context.req.header("origin") ?? "";
    if (isAllowedOrigin(origin, config)) headers.set("access-control-allow-origin", origin);
    headers.set("access-control-expose-headers", EXPOSED.join(","));
    headers.append("vary", "Origin");
  };
}

/** True when the request has a body. Looking at headers alone spares building its stream. */
function hasBody({ req }: Context): boolean {
  return req.header("content-length") !== undefined || req.header("transfer-encoding") !== undefined;
}

/** Answers 429, with the time of the next minute. */
export function tooMany(context: Context): Response {
  return respondProblem(context, "rate.tooMany", { headers: { "retry-after": String(60 - (Math.floor(Date.now() / 1000) % 60)) } });
}

/**
 * How often this caller asked in this minute, this time included. A count that fails stops nobody here; quotas towards the
 * providers do not use this.
 */
export async function askedThisMinute(store: Store, who: string): Promise<number> {
  try {
    return await store.count(`${who}:${Math.floor(Date.now() / 60_000)}`, 60);
  } catch (error) {
    if (error instanceof StoreUnavailable) return 0;
    throw error;
  }
}

function isAllowedOrigin(origin: string, config: Pick<Config, "mode" | "extensionOrigins">): boolean {
  return config.mode === "demo" ? EXTENSION_ORIGIN.test(origin) : config.extensionOrigins.includes(origin);
}

/** The caller, as the limits count it. */
export function subscriberAt(context: Context, trustedProxies: number): string {
  return subscriberOf(addressOf(context, trustedProxies));
}

/** The name under which an address is counted: an IPv6 subscriber can use a whole /64, and counts as one. */
export function subscriberOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail] = address.split("::");
  const groups = (text: string | undefined) => (text === undefined || text === "" ? [] : text.split(":"));
  const [left, right] = [groups(head), groups(tail)];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return `${[...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** The caller's address: the connection's, or what the operator's own reverse proxies say, counted from the right. */
function addressOf(context: Context, trustedProxies: number): string {
  if (trustedProxies > 0) {
    const hops = (context.req.header("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
    const told = hops.at(-trustedProxies) ?? "";
    if (isIP(told) !== 0) return told;
  }
  // Without a server (a test calling the application), there is no connection.
  return context.env === undefined || !("incoming" in context.env) ? "local" : (getConnInfo(context).remote.address ?? "unknown");
}
