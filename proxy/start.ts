/** Makes the proxy listen, with its simulator in démo mode. What the command, the demonstration and the tests call. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import type { ServiceMode } from "../src/domain/service.ts";
import { SOURCES } from "../src/sources/index.ts";
import type { AnySource } from "../src/sources/source.ts";
import { readConfig } from "./config.ts";
import { readCredentials } from "./credentials.ts";
import { createLogger, type Logger } from "./log.ts";
import { createOutgoing, createReroutedOutgoing, type Outgoing } from "./outgoing.ts";
import { NO_QUOTA } from "./quotas.ts";
import { createService, type ServiceDeps } from "./service.ts";
import { DEMO_BUYER, DEMO_COMPANIES } from "./simulator/companies.ts";
import { INPI_ACCOUNT } from "./simulator/open/inpi.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "./simulator/server.ts";

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
  readonly breaker?: ServiceDeps["breaker"];
  /** Instead of standard output. */
  readonly logger?: Logger;
  /** `off`: no quota is kept, for tests and load figures against the simulator. */
  readonly quotas?: "contract" | "off";
}

export interface RunningProxy {
  readonly url: string;
  /** Démo mode only. */
  readonly simulator?: Simulator;
  close(): Promise<void>;
}

const MAX_HEADER_BYTES = 8192;

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

  const service = await createService({
    config: simulator === undefined ? config : { ...config, defaultRecipient: config.defaultRecipient ?? DEMO_BUYER.siret },
    environment,
    credentials,
    outgoing,
    sources: options.sources ?? SOURCES,
    logger: options.logger ?? createLogger(config.logLevel),
    now,
    ...(simulator === undefined ? {} : { companies: DEMO_COMPANIES.map(({ siret, name, situation }) => ({ siret, name, situation })) }),
    ...(options.quotas === "off" ? { quotas: NO_QUOTA } : {}),
    ...(options.breaker === undefined ? {} : { breaker: options.breaker }),
  });

  const server = createAdaptorServer({
    fetch: service.app.fetch,
    serverOptions: { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5000 },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`,
    ...(simulator === undefined ? {} : { simulator }),
    close: async () => {
      service.drain();
      await closeServer(server, config.shutdownMs);
      await service.stop();
      await outgoing.close();
      await simulator?.close();
    },
  };
}

/** Takes no new connection, lets running requests end for a time, then cuts. */
async function closeServer(server: ServerType, patienceMs: number): Promise<void> {
  const cut = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), patienceMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
  clearTimeout(cut);
}

function demoSecrets(simulator: Simulator): Record<string, string> {
  return {
    PLI_PRET_API_ENTREPRISE_TOKEN: simulator.token,
    PLI_PRET_INPI_USERNAME: INPI_ACCOUNT.username,
    PLI_PRET_INPI_PASSWORD: INPI_ACCOUNT.password,
  };
}
