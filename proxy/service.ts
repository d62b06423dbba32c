/** Puts the rooms of the proxy together, around a configuration and a way out. It does not listen. */
import type { Hono } from "hono";
import type { ServiceSources } from "../src/domain/service.ts";
import type { AnySource } from "../src/sources/source.ts";
import { createApp } from "./app.ts";
import { createAsking } from "./asking.ts";
import { NO_AUDIT, openAudit } from "./audit.ts";
import type { Config } from "./config.ts";
import { type Credentials, readMetricsToken, readStoreKey } from "./credentials.ts";
import { createDiscipline, type DisciplineOptions } from "./discipline.ts";
import { createDocumentFetcher } from "./documents.ts";
import { createKept } from "./kept.ts";
import type { Logger } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import type { Outgoing } from "./outgoing.ts";
import { readPrivileges, watchToken } from "./privileges.ts";
import { createQuotaKeeper, type QuotaKeeper } from "./quotas.ts";
import { createRights } from "./rights.ts";
import { createMemoryStore } from "./store.ts";
import { createTransport } from "./transport.ts";

export interface ServiceDeps {
  readonly config: Config;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly credentials: Credentials;
  readonly outgoing: Outgoing;
  readonly sources: readonly AnySource[];
  readonly logger: Logger;
  readonly now: () => Date;
  readonly companies?: ServiceSources["companies"];
  readonly quotas?: QuotaKeeper;
  readonly breaker?: DisciplineOptions["breaker"];
}

export interface Service {
  readonly app: Hono;
  /** From now on `/readyz` says no: load balancers send nothing more. */
  drain(): void;
  stop(): Promise<void>;
}

/** Links live ten minutes at least: an answer is kept as long, to find its documents. */
const ANSWER_SECONDS = 600;

export async function createService(deps: ServiceDeps): Promise<Service> {
  const { config, credentials, outgoing, sources, logger, now } = deps;
  const token =
    config.mode === "operateur"
      ? await watchToken(
          () => readPrivileges(config.upstreams.apiEntreprise, credentials, outgoing),
          (rights) => logger.info({ rights: describeRights(rights) }, "rights of the token"),
        )
      : undefined;
  const rights = createRights({ mode: config.mode, credentials, token: () => token?.current() ?? "everything", signIn: false });
  const [store, documents] = [createMemoryStore(now), createMemoryStore(now)];
  const metrics = createMetrics();
  const audit = config.auditDirectory === null ? NO_AUDIT : await openAudit(config.auditDirectory, now);
  let open = true;
  const discipline = createDiscipline({
    store,
    onCall: metrics.upstreamCall,
    quotas: deps.quotas ?? createQuotaKeeper(store, now),
    now,
    ...(token === undefined ? {} : { onTokenRefused: token.reject }),
    ...(deps.breaker === undefined ? {} : { breaker: deps.breaker }),
  });
  const key = readStoreKey(deps.environment);
  const app = createApp({
    config,
    sources,
    rights,
    logger,
    metrics,
    metricsToken: readMetricsToken(deps.environment),
    audit,
    store,
    now,
    open: () => open,
    asking: createAsking({
      sources,
      rights,
      discipline,
      now,
      transportFor: createTransport({ config, credentials, outgoing }),
      fetchDocument: createDocumentFetcher({ config, credentials, outgoing }),
      kept: createKept({ answers: store, documents, key, now, answerSeconds: Math.max(config.reuseSeconds, ANSWER_SECONDS) }),
      reuseSeconds: config.reuseSeconds,
    }),
    ...(deps.companies === undefined ? {} : { companies: deps.companies }),
  });
  return {
    app,
    drain: () => {
      open = false;
    },
    stop: async () => {
      token?.stop();
      await audit.close();
      await Promise.all([store.close(), documents.close()]);
    },
  };
}

function describeRights(rights: Parameters<Parameters<typeof watchToken>[1]>[0]): string {
  if (rights === "everything") return rights;
  return "refused" in rights ? rights.refused : `${rights.scopes.size} scopes`;
}
