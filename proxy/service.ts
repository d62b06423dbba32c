/** Assembles the proxy from a configuration and a way out to the network. It does not listen. */

import type { Hono } from "hono";
import { present } from "../src/domain/present.ts";
import type { ServiceSources } from "../src/domain/service.ts";
import { apiEntreprise } from "../src/sources/families/api-entreprise.ts";
import type { AnySource } from "../src/sources/source.ts";
import { createApp, type Identity } from "./app.ts";
import { createAsking } from "./asking.ts";
import { openPlace } from "./audit/place.ts";
import { type Audit, NO_AUDIT, OtherKey, openTrail } from "./audit/trail.ts";
import { baseOf, type Config, ConfigError, type IdentityConfig } from "./config.ts";
import { type Credentials, readMetricsToken, readRedisUrl, readStoreKey } from "./credentials.ts";
import { createDiscipline, type DisciplineOptions } from "./discipline.ts";
import { createDocumentFetcher } from "./documents.ts";
import type { Mandate } from "./identity/mandates.ts";
import { createIdentityProvider } from "./identity/provider.ts";
import { identityRoutes } from "./identity/routes.ts";
import { createSessions } from "./identity/sessions.ts";
import { createKept } from "./kept.ts";
import type { Logger } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import type { Outgoing } from "./outgoing.ts";
import { readPrivileges, watchToken } from "./privileges.ts";
import { createQuotaKeeper, type QuotaKeeper } from "./quotas.ts";
import { createRights } from "./rights.ts";
import { createSending } from "./sending.ts";
import { createMemoryStore, type Store } from "./store.ts";
import { createRedisStore, keepsEverything } from "./store-redis.ts";
import { createTransport } from "./transport.ts";

export interface ServiceDeps {
  readonly config: Config;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly credentials: Credentials;
  readonly outgoing: Outgoing;
  readonly sources: readonly AnySource[];
  readonly logger: Logger;
  readonly now: () => Date;
  /** Address by which browsers reach this proxy. */
  readonly publicUrl: string;
  /** The operator's provider, or the demonstration's; `null`: nobody can sign in. */
  readonly identity: { readonly config: IdentityConfig; readonly clientSecret: string; readonly mandates: readonly Mandate[] } | null;
  readonly companies?: ServiceSources["companies"];
  readonly quotas?: QuotaKeeper;
  readonly patienceMs?: number;
  readonly breaker?: DisciplineOptions["breaker"];
}

export interface Service {
  readonly app: Hono;
  /** From now on `/readyz` says no: load balancers send nothing more. */
  drain(): void;
  stop(): Promise<void>;
}

/** Links live at least ten minutes: the answer that gave them is kept as long, to find its documents. */
const LINK_SECONDS = 600;

export async function createService(deps: ServiceDeps): Promise<Service> {
  const { config, credentials, outgoing, sources, logger, now } = deps;
  const token = config.mode === "operateur" ? await tokenOf(deps) : undefined;
  const rights = createRights({
    mode: config.mode,
    credentials,
    token: () => token?.current() ?? "everything",
    signIn: config.mode === "operateur" || config.demoSignIn,
  });
  const key = readStoreKey(deps.environment);
  const [store, documents, sessions] = await openStores(deps, key);
  const metrics = createMetrics();
  const audit = await openAudit(deps);
  let open = true;
  const discipline = createDiscipline({
    store,
    onCall: metrics.upstreamCall,
    quotas: deps.quotas ?? createQuotaKeeper(store, now, config.anonymousPercent),
    now,
    neverCloses: config.mode === "demo",
    ...present({ onTokenRefused: token?.reject, breaker: deps.breaker }),
  });
  const app = createApp({
    config,
    sources,
    rights,
    logger,
    metrics,
    metricsToken: readMetricsToken(deps.environment),
    audit,
    identity: identityFor(deps, { store, sessions, key }),
    store,
    now,
    open: () => open,
    sending: createSending(),
    asking: createAsking({
      sources,
      rights,
      discipline,
      now,
      transportFor: createTransport({ config, credentials, outgoing }),
      fetchDocument: createDocumentFetcher({ config, credentials, outgoing }),
      kept: createKept({ responses: store, documents, key, now, responseSeconds: Math.max(config.reuseSeconds, LINK_SECONDS) }),
      reuseSeconds: config.reuseSeconds,
      ...present({ patienceMs: deps.patienceMs }),
    }),
    ...present({ companies: deps.companies }),
  });
  return {
    app,
    drain: () => {
      open = false;
    },
    stop: async () => {
      token?.stop();
      await audit.close();
      await Promise.all([store.close(), documents.close(), sessions.close()]);
    },
  };
}

/** Watches the operator's token: its rights are asked again from time to time. */
function tokenOf({ config, credentials, outgoing, logger }: ServiceDeps): ReturnType<typeof watchToken> {
  return watchToken(
    () => readPrivileges(baseOf(config, apiEntreprise), credentials, outgoing),
    (rights) => logger.info({ rights: describeRights(rights) }, "rights of the token"),
  );
}

/** Stores of passing state, of documents and of sessions. In memory they are apart: neither of the first two pushes a session out. */
async function openStores(deps: ServiceDeps, key: Buffer): Promise<readonly [Store, Store, Store]> {
  const shared = await openShared(deps, key);
  if (shared !== null) return [shared, shared, shared];
  return [createMemoryStore(deps.now), createMemoryStore(deps.now), createMemoryStore(deps.now)];
}

/** @throws {ConfigError} when nothing can be written there: better at the start than at the first access. */
async function openAudit({ config, environment, now, logger }: ServiceDeps): Promise<Audit> {
  const place = await openPlace(environment, config.auditDirectory);
  if (place === null) return NO_AUDIT;
  try {
    return await openTrail({ ...place, now, logger });
  } catch (error) {
    await place.store.close();
    if (!(error instanceof OtherKey)) throw error;
    const help = "voyez « npm run proxy -- audit verify »";
    throw new ConfigError(`PLI_PRET_AUDIT_KEY : ce n'est pas la clé de cette trace, ou sa fin a été modifiée (${help})`);
  }
}

/** The state that instances share; `null`: each has its own. @throws {ConfigError} when that Redis drops keys that must be kept */
async function openShared({ environment, logger, now }: ServiceDeps, secret: Buffer): Promise<Store | null> {
  const url = readRedisUrl(environment);
  if (url === null) return null;
  const store = createRedisStore({ url, secret, now, onState: (state) => logger.warn({ state }, "shared state") });
  const policy = await store.policy();
  if (policy === null || keepsEverything(policy)) return store;
  await store.close();
  throw new ConfigError(`REDIS_URL : ce Redis oublie des clés quand il est plein (maxmemory-policy ${policy}) ; réglez-le sur noeviction`);
}

/** Where the browser's own sign-in window may return, in démo mode: any extension, and nothing else. */
const DEMO_REDIRECT =
  /^https:\/\/([a-p]{32}\.chromiumapp\.org|[0-9a-f]{40}\.extensions\.allizom\.org)\/[\w/-]*$|^http:\/\/127\.0\.0\.1\/mozoauth2\/[0-9a-f]{40}$/;

function identityFor(deps: ServiceDeps, kept: { store: Store; sessions: Store; key: Buffer }): Identity | null {
  if (deps.identity === null) return null;
  const { config: identity, clientSecret, mandates } = deps.identity;
  const { config, logger, now, publicUrl } = deps;
  const { store, key } = kept;
  const sessions = createSessions({ store: kept.sessions, key, now, sessionSeconds: config.sessionSeconds });
  const routes = identityRoutes({
    provider: createIdentityProvider({ ...identity, clientSecret, callbackUrl: `${publicUrl}/v1/auth/callback` }),
    sessions,
    store,
    key,
    mandates,
    logger,
    isRedirectAllowed: (uri) => config.extensionRedirects.includes(uri) || (config.mode === "demo" && DEMO_REDIRECT.test(uri)),
    secure: publicUrl.startsWith("https:"),
  });
  return { routes, sessions, mandates };
}

function describeRights(rights: Parameters<Parameters<typeof watchToken>[1]>[0]): string {
  if (rights === "everything") return rights;
  return "refused" in rights ? rights.refused : `${rights.scopes.size} scopes`;
}
