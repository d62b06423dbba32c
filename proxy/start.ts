/** Makes the proxy listen, with its simulator in démo mode. What the command, the demonstration and the tests call. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import type { Hono } from "hono";
import type { ServiceMode } from "../src/domain/service.ts";
import { SOURCES } from "../src/sources/index.ts";
import type { AnySource } from "../src/sources/source.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { readClientSecret, readCredentials } from "./credentials.ts";
import { readMandates } from "./identity/mandates.ts";
import { createLogger, type Logger } from "./log.ts";
import { createOutgoing, createReroutedOutgoing, type Outgoing } from "./outgoing.ts";
import { NO_QUOTA } from "./quotas.ts";
import { createService, type ServiceDeps } from "./service.ts";
import { DEMO_BUYER, DEMO_COMPANIES } from "./simulator/companies.ts";
import { DEMO_CLIENT, startIdentity } from "./simulator/identity.ts";
import { INPI_ACCOUNT } from "./simulator/open/inpi.ts";
import { DEMO_MANDATES } from "./simulator/people.ts";
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

  const operator = simulator === undefined ? operatorIdentity(config, environment) : null;

  let answer: Hono["fetch"] = () => new Response(null, { status: 503 });
  const server = createAdaptorServer({
    fetch: (request, environment) => answer(request, environment),
    serverOptions: { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5000 },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
  const publicUrl = config.publicUrl ?? url;

  // The demonstration's identity provider must know where the proxy listens.
  const demoIdentity = simulator === undefined ? undefined : await startIdentity(`${publicUrl}/v1/auth/callback`);
  const service = await createService({
    config: simulator === undefined ? config : { ...config, defaultRecipient: config.defaultRecipient ?? DEMO_BUYER.siret },
    environment,
    credentials,
    outgoing,
    publicUrl,
    identity: demoIdentity === undefined ? operator : demoIdentityOf(demoIdentity.issuer),
    sources: options.sources ?? SOURCES,
    logger: options.logger ?? createLogger(config.logLevel),
    now,
    ...(simulator === undefined ? {} : { companies: DEMO_COMPANIES.map(({ siret, name, situation }) => ({ siret, name, situation })) }),
    ...(options.quotas === "off" ? { quotas: NO_QUOTA } : {}),
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
    ...(options.breaker === undefined ? {} : { breaker: options.breaker }),
  });
  answer = service.app.fetch;

  return {
    url,
    ...(simulator === undefined ? {} : { simulator }),
    close: async () => {
      service.drain();
      await closeServer(server, config.shutdownMs);
      await service.stop();
      await outgoing.close();
      await demoIdentity?.close();
      await simulator?.close();
    },
  };
}

/** @throws {ConfigError} when the provider is named without its secret. */
function operatorIdentity(config: Config, environment: Readonly<Record<string, string | undefined>>): ServiceDeps["identity"] {
  if (config.identity === null) return null;
  const clientSecret = readClientSecret(environment);
  if (clientSecret === null) throw new ConfigError("PLI_PRET_OIDC_CLIENT_SECRET : obligatoire avec PLI_PRET_OIDC_ISSUER");
  return { config: config.identity, clientSecret, mandates: config.mandatesFile === null ? [] : readMandates(config.mandatesFile) };
}

function demoIdentityOf(issuer: string): ServiceDeps["identity"] {
  const claims = { siret: "siret", givenName: "given_name", familyName: "usual_name" };
  const scopes = "openid given_name usual_name email siret";
  return {
    config: { issuer, clientId: DEMO_CLIENT.id, scopes, claims, userinfoAlg: "ES256", acr: null },
    clientSecret: DEMO_CLIENT.secret,
    mandates: DEMO_MANDATES,
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
