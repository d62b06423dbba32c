/** Makes the proxy listen, with its simulator in démo mode. The command, the demonstration and the tests call it. */

import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import type { Hono } from "hono";
import type { Simulator, SimulatorOptions } from "../simulator/server.ts";
import { present } from "../src/domain/present.ts";
import type { ServiceMode } from "../src/domain/service.ts";
import { SOURCES } from "../src/sources/index.ts";
import type { AnySource } from "../src/sources/source.ts";
import { baseOf, type Config, ConfigError, doubtsAbout, readConfig, unknownVariables } from "./config.ts";
import { readClientSecret, readCredentials, SECRETS } from "./credentials.ts";
import { readMandates } from "./identity/mandates.ts";
import { createLogger, type Logger } from "./log.ts";
import { createOutgoing, type Outgoing } from "./outgoing.ts";
import { NO_QUOTA } from "./quotas.ts";
import { createService, type ServiceDeps } from "./service.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export interface StartOptions {
  /** Wins over the environment's mode. */
  readonly mode?: ServiceMode;
  /** 0: a free one. */
  readonly port?: number;
  /** The process's environment unless given. */
  readonly environment?: Environment;
  readonly sources?: readonly AnySource[];
  readonly simulator?: SimulatorOptions;
  /** Takes the place of the network. */
  readonly outgoing?: Outgoing;
  readonly breaker?: ServiceDeps["breaker"];
  /** How long a caller is made to wait before being told to come back. */
  readonly patienceMs?: number;
  /** Instead of standard output. */
  readonly logger?: Logger;
  /** `off`: no quota is kept, for tests and load figures against the simulator. */
  readonly quotas?: "contract" | "off";
}

export interface RunningProxy {
  readonly url: string;
  /** Démo mode only. */
  readonly simulator?: Simulator;
  /** Takes no new request, lets running ones end, then stops. */
  close(): Promise<void>;
}

const MAX_HEADER_BYTES = 8192;
/** A connection without any traffic for this long is cut. It is longer than any answer takes. */
const SILENCE_MS = 90_000;
/** Variables that the npm commands read. */
const LAUNCHER_VARIABLES = ["PLI_PRET_NODE", "PLI_PRET_CHROMIUM"];

/** @throws {ConfigError} when the environment is wrong. */
export async function startProxy(options: StartOptions = {}): Promise<RunningProxy> {
  const environment = {
    ...(options.environment ?? process.env),
    ...present({ PLI_PRET_MODE: options.mode, PORT: options.port?.toString() }),
  };
  const config = readConfig(environment);
  const operator = config.mode === "demo" ? null : operatorIdentity(config, environment);
  // In the other modes nothing fictitious is even loaded.
  const demonstration =
    config.mode === "demo" ? await (await import("./demonstration.ts")).startDemonstration(options.simulator) : undefined;
  const outgoing = options.outgoing ?? demonstration?.outgoing ?? createOutgoing();

  const logger = options.logger ?? createLogger(config.logLevel);
  warnAbout(config, environment, logger);

  let answer: Hono["fetch"] = () => new Response(null, { status: 503 });
  const server = createAdaptorServer({
    fetch: (request, bindings) => answer(request, bindings),
    serverOptions: { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5000 },
  });
  // Cuts the connection of a client that stopped reading.
  server.setTimeout(SILENCE_MS);
  const closeBackground = async () => {
    await outgoing.close();
    await demonstration?.close();
  };
  try {
    const url = await listen(server, config);
    const publicUrl = config.publicUrl ?? url;
    const service = await createService({
      config: demonstration === undefined ? config : { ...config, defaultRecipient: config.defaultRecipient ?? demonstration.recipient },
      environment,
      credentials: readCredentials(demonstration?.secrets ?? environment, outgoing, (family) => baseOf(config, family)),
      outgoing,
      publicUrl,
      identity: demonstration === undefined ? operator : await demonstration.openIdentity(publicUrl),
      sources: options.sources ?? SOURCES,
      logger,
      now: options.simulator?.now ?? (() => new Date()),
      ...present({ companies: demonstration?.companies }),
      ...(options.quotas === "off" ? { quotas: NO_QUOTA } : {}),
      ...present({ patienceMs: options.patienceMs, breaker: options.breaker }),
    });
    answer = service.app.fetch;
    return {
      url,
      ...present({ simulator: demonstration?.simulator }),
      close: async () => {
        service.drain();
        await closeServer(server, config.shutdownMs);
        await service.stop();
        await closeBackground();
      },
    };
  } catch (error) {
    await closeServer(server, 0);
    await closeBackground();
    throw error;
  }
}

function warnAbout(config: Config, environment: Environment, logger: Logger): void {
  const unknown = unknownVariables(environment, [...SECRETS, ...LAUNCHER_VARIABLES]);
  if (unknown.length > 0) logger.warn({ unknown }, "variables that the proxy does not know");
  for (const doubt of doubtsAbout(config, environment)) logger.warn({ doubt }, "configuration");
}

async function listen(server: ServerType, { host, port }: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${bound.port}`;
}

/** Takes no new connection, lets running requests end for a time, then cuts them. */
async function closeServer(server: ServerType, patienceMs: number): Promise<void> {
  const cut = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), patienceMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
  clearTimeout(cut);
}

/** @throws {ConfigError} when the provider is named without its secret. */
function operatorIdentity(config: Config, environment: Environment): ServiceDeps["identity"] {
  if (config.identity === null) return null;
  const clientSecret = readClientSecret(environment);
  if (clientSecret === null) throw new ConfigError("PLI_PRET_OIDC_CLIENT_SECRET : obligatoire avec PLI_PRET_OIDC_ISSUER");
  return { config: config.identity, clientSecret, mandates: config.mandatesFile === null ? [] : readMandates(config.mandatesFile) };
}
