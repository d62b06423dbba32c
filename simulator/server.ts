/**
 * The simulator: every upstream on one loopback port, told apart by the host that the caller wanted.
 * It answers with the shapes, statuses, codes and headers of the real services, about fictitious companies only.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { API_ENTREPRISE, apiEntreprise, sameCallRunning } from "./api-entreprise/app.ts";
import { createQuotas, type Quotas } from "./api-entreprise/quotas.ts";
import { createTokens, type Tokens } from "./api-entreprise/tokens.ts";
import { createFaults, type Fault, playFault } from "./faults.ts";
import { openServices } from "./open/services.ts";
import { storage } from "./storage.ts";
import { createWorld, STORAGE_HOST } from "./world.ts";

export interface SimulatorOptions {
  readonly now?: () => Date;
  /** Milliseconds before each answer. */
  readonly latencyMs?: number;
  /** `off`: no quota, for load tests. */
  readonly quotas?: "contract" | "off";
}

export interface Simulator {
  readonly url: string;
  /** A token with every right. */
  readonly token: string;
  readonly tokens: Tokens;
  readonly quotas: Quotas;
  /** Sets the fault of the calls whose `host/path` contains `target`, in place of the one set for the same target. */
  fault(target: string, fault: Fault): void;
  clearFaults(target?: string): void;
  /** Calls received, oldest first: "GET entreprise.api.gouv.fr /v4/…". */
  readonly calls: readonly SimulatedCall[];
  close(): Promise<void>;
}

interface SimulatedCall {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: number;
}

const MOST_CALLS = 20_000;

/** Starts the simulator on a free loopback port. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const world = createWorld(options.now ?? (() => new Date()));
  const tokens = createTokens();
  const quotas = createQuotas(world, options.quotas ?? "contract");
  const faults = createFaults();
  const calls: SimulatedCall[] = [];
  const services: Readonly<Record<string, Hono>> = {
    [API_ENTREPRISE]: apiEntreprise({ world, tokens, quotas }),
    [STORAGE_HOST]: storage(world),
    ...openServices(world),
  };
  const play = player(faults, options.latencyMs);
  const playAlone = oneAtATime(play);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = callOf(request);
    calls.push(call);
    if (calls.length > MOST_CALLS) calls.shift();
    const service = services[call.host];
    if (service === undefined) return refuseHost(call.host, response);
    if (quotas.banned()) return;
    await (isLocked(call) ? playAlone : play)(service, call, request, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    token: tokens.full,
    tokens,
    quotas,
    fault: faults.set,
    clearFaults: faults.clear,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Play = (service: Hono, call: SimulatedCall, request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers as the service does, or plays the fault set for that call. */
function player(faults: ReturnType<typeof createFaults>, latencyMs: number | undefined): Play {
  return async (service, { host, path, headers }, request, response) => {
    if (latencyMs !== undefined) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    const fault = faults.take({ host, path });
    const rightAnswer = async () => service.fetch(new Request(`https://${host}${request.url ?? "/"}`, { method: "GET", headers }));
    if (fault !== undefined && (await playFault(fault, request, response, rightAnswer))) return;
    await listen(service.fetch, request, response);
  };
}

/** The real service locks a token, an endpoint and its parameters while they are being answered; files are not locked. */
function oneAtATime(play: Play): Play {
  const running = new Set<string>();
  return async (service, called, request, response) => {
    const call = `${request.headers.authorization ?? ""} ${request.url ?? ""}`;
    if (running.has(call)) return listen(sameCallRunning, request, response);
    running.add(call);
    response.once("close", () => running.delete(call));
    await play(service, called, request, response);
  };
}

function isLocked({ host, path }: SimulatedCall): boolean {
  return host === API_ENTREPRISE && /^\/v\d+\//.test(path) && !path.endsWith("/download");
}

function listen(answer: Parameters<typeof getRequestListener>[0], request: IncomingMessage, response: ServerResponse): Promise<void> {
  return getRequestListener(answer, { overrideGlobalObjects: false })(request, response);
}

function refuseHost(host: string, response: ServerResponse): void {
  response.writeHead(421, { "content-type": "text/plain" }).end(`Hôte non simulé : ${host} (à ajouter dans simulator/open/services.ts)`);
}

function callOf(request: IncomingMessage): SimulatedCall {
  const [path = "/", query = ""] = (request.url ?? "/").split("?");
  return { method: request.method ?? "GET", host: hostOf(request), path, query, headers: plainHeaders(request), at: Date.now() };
}

/** `X-Simulated-Host` lets a browser test, which cannot choose `Host`, name the wanted service. */
function hostOf(request: IncomingMessage): string {
  const chosen = request.headers["x-simulated-host"];
  return (typeof chosen === "string" ? chosen : (request.headers.host ?? "")).toLowerCase();
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}
