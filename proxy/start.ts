/** Puts the proxy together and makes it listen. What the command, the demonstration and the tests call. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { ServiceMode } from "../src/domain/service.ts";
import { SOURCES } from "../src/sources/index.ts";
import type { AnySource } from "../src/sources/source.ts";
import { createApp } from "./app.ts";
import { createAsking } from "./asking.ts";
import { readConfig } from "./config.ts";
import { readCredentials, readStoreKey } from "./credentials.ts";
import { createDiscipline } from "./discipline.ts";
import { createDocumentFetcher } from "./documents.ts";
import { createKept } from "./kept.ts";
import { createLogger } from "./log.ts";
import { createOutgoing, createReroutedOutgoing, type Outgoing } from "./outgoing.ts";
import { readPrivileges, watchToken } from "./privileges.ts";
import { createQuotaKeeper } from "./quotas.ts";
import { createRights } from "./rights.ts";
import { DEMO_BUYER, DEMO_COMPANIES } from "./simulator/companies.ts";
import { INPI_ACCOUNT } from "./simulator/open/inpi.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "./simulator/server.ts";
import { createMemoryStore } from "./store.ts";
import { createTransport } from "./transport.ts";

export interface StartOptions {
  /** Before the environment's own. */
  readonly mode?: ServiceMode;
  /** 0: a free one. */
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly sources?: readonly AnySource[];
  readonly simulator?: SimulatorOptions;
  /** The way out, instead of the network. */
  readonly outgoing?: Outgoing;
}

export interface RunningProxy {
  readonly url: string;
  /** Démo mode only. */
  readonly simulator?: Simulator;
  close(): Promise<void>;
}

/** @throws {ConfigError} when the environment is wrong. */
export async function startProxy(options: StartOptions = {}): Promise<RunningProxy> {
  const environment = {
    ...(options.environment ?? process.env),
    ...(options.mode === undefined ? {} : { PLI_PRET_MODE: options.mode }),
    ...(options.port === undefined ? {} : { PORT: String(options.port) }),
  };
  const config = readConfig(environment);
  const now = options.simulator?.now ?? (() => new Date());
  const simulator = config.mode === "demo" ? await startSimulator(options.simulator) : undefined;
  const outgoing = options.outgoing ?? (simulator === undefined ? createOutgoing() : createReroutedOutgoing(simulator.url));
  const secrets = simulator === undefined ? environment : demoSecrets(simulator);
  const credentials = readCredentials(secrets, outgoing, config.upstreams.inpi);

  const sources = options.sources ?? SOURCES;
  const logger = createLogger(config.logLevel);
  const token =
    config.mode === "operateur"
      ? await watchToken(
          () => readPrivileges(config.upstreams.apiEntreprise, credentials, outgoing),
          (rights) => logger.info("refused" in Object(rights) ? { refused: Object(rights).refused } : {}, "token rights read"),
        )
      : undefined;
  const rights = createRights({ mode: config.mode, credentials, token: () => token?.current() ?? "everything", signIn: false });
  const [store, documents] = [createMemoryStore(now), createMemoryStore(now)];
  const discipline = createDiscipline({
    store,
    quotas: createQuotaKeeper(store, now),
    now,
    ...(token === undefined ? {} : { onTokenRefused: token.reject }),
  });
  const app = createApp({
    config: simulator === undefined ? config : { ...config, defaultRecipient: config.defaultRecipient ?? DEMO_BUYER.siret },
    sources,
    rights,
    asking: createAsking({
      sources,
      rights,
      discipline,
      now,
      transportFor: createTransport({ config, credentials, outgoing }),
      fetchDocument: createDocumentFetcher({ config, credentials, outgoing }),
      kept: createKept({
        answers: store,
        documents,
        key: readStoreKey(environment),
        now,
        answerSeconds: Math.max(config.reuseSeconds, 600),
      }),
      reuseSeconds: config.reuseSeconds,
    }),
    logger,
    ...(simulator === undefined ? {} : { companies: DEMO_COMPANIES.map(({ siret, name, situation }) => ({ siret, name, situation })) }),
  });

  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`,
    ...(simulator === undefined ? {} : { simulator }),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      token?.stop();
      await outgoing.close();
      await simulator?.close();
    },
  };
}

function demoSecrets(simulator: Simulator): Record<string, string> {
  return {
    PLI_PRET_API_ENTREPRISE_TOKEN: simulator.token,
    PLI_PRET_INPI_USERNAME: INPI_ACCOUNT.username,
    PLI_PRET_INPI_PASSWORD: INPI_ACCOUNT.password,
  };
}
