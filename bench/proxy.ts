/**
 * Load figures of the proxy, beside a bare pass-through in the same run, on the same simulator:
 * `node bench/proxy.ts [collections at once, 500] [simulator's latency in ms, 50]`.
 * A collection asks every source about one company, all at once, as the extension does.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { cpus } from "node:os";
import { createInterface, type Interface } from "node:readline";
import { Agent, type Dispatcher } from "undici";
import { createTokens } from "../simulator/api-entreprise/tokens.ts";
import { DEMO_BUYER, DEMO_COMPANIES } from "../simulator/companies.ts";
import { companyOf } from "../src/domain/company.ts";
import { SOURCES } from "../src/sources/index.ts";
import type { AnySource } from "../src/sources/source.ts";
import { shareOf } from "./spread.ts";

const COLLECTIONS = Number(process.argv[2] ?? "500");
const LATENCY_MS = Number(process.argv[3] ?? "50");
/** INPI's own service needs a session first, which a pass-through cannot open. */
const ASKED = SOURCES.filter(({ family }) => family.entry.kind !== "session");
/** Ten a second for an hour, four collections at a time. */
const HOUR_REQUESTS = 36_000;
const AT_ONCE_IN_HOUR = 4;
const STATES = new Set(["delivered", "refused", "pending", "outOfScope", "notFound"]);

interface Running {
  readonly url: string;
  readonly child: ChildProcess;
  readonly lines: AsyncIterator<string>;
}

async function start(args: readonly string[], flags: readonly string[] = []): Promise<Running> {
  const child = spawn(process.execPath, [...flags, "bench/proxy-process.ts", ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const reader: Interface = createInterface({ input: child.stdout });
  const lines = reader[Symbol.asyncIterator]();
  const { value } = await lines.next();
  return { url: String(value), child, lines };
}

interface Call {
  readonly path: string;
  readonly headers: Record<string, string>;
  /** Throws when the answer is not the one expected. */
  readonly check: (status: number, body: string) => void;
}

function throughProxy(source: AnySource, siret: string, n: number): Call {
  return {
    // A different object each time: identical calls would be made only once, and flatter the figures.
    path: `/v1/companies/${siret}/sources/${source.id}?recipient=${DEMO_BUYER.siret}&object=Lot+${n}`,
    headers: {},
    check: (status, body) => {
      const { state } = JSON.parse(body) as { state?: string };
      const pending = state === "unavailable" && body.includes('"retryAt"') && source.id === "urssaf-attestation-vigilance";
      if (status !== 200 || (!STATES.has(state ?? "") && !pending)) throw new Error(`${source.id} ${status} ${body.slice(0, 200)}`);
    },
  };
}

function throughPassThrough(source: AnySource, siret: string): Call {
  const { path, query = {} } = source.request(companyOf(siret));
  const search = new URLSearchParams({ ...query, context: "Marchés publics", object: "Candidature", recipient: DEMO_BUYER.siret });
  return {
    path: `${path}?${search}`,
    headers: { "x-simulated-host": new URL(source.family.base).host, authorization: `Bearer ${createTokens().full}` },
    check: (status, body) => {
      if (status >= 500 && !body.includes('"04501"')) throw new Error(`${source.id} ${status} ${body.slice(0, 200)}`);
    },
  };
}

interface Figures {
  readonly requests: number;
  readonly errors: number;
  readonly seconds: number;
  /** Milliseconds of each request. */
  readonly times: readonly number[];
  /** Milliseconds of each whole collection. */
  readonly collections: readonly number[];
}

async function load(base: string, callOf: (source: AnySource, siret: string, n: number) => Call, atOnce: number): Promise<Figures> {
  const agent = new Agent({ connections: 256, pipelining: 1 });
  const times: number[] = [];
  const collections: number[] = [];
  let errors = 0;
  const one = async (call: Call): Promise<void> => {
    const started = performance.now();
    try {
      const response: Dispatcher.ResponseData = await agent.request({
        origin: base,
        path: call.path,
        method: "GET",
        headers: call.headers,
      });
      call.check(response.statusCode, await response.body.text());
    } catch (error) {
      errors += 1;
      if (errors <= 3) console.error(error instanceof Error ? error.message : error);
    }
    times.push(performance.now() - started);
  };
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async (_, n) => {
      const siret = DEMO_COMPANIES[n % DEMO_COMPANIES.length]?.siret ?? "";
      const begun = performance.now();
      await Promise.all(ASKED.map((source) => one(callOf(source, siret, n))));
      collections.push(performance.now() - begun);
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  await agent.close();
  return { requests: times.length, errors, seconds, times, collections };
}

interface Cost {
  /** Megabytes. */
  readonly memory: number;
  /** Processor milliseconds since the process started. */
  readonly processor: number;
  /** Megabytes of its heap: what it holds after a collection, in a process that may ask for one. */
  readonly held: number;
}

async function costOf({ child, lines }: Running): Promise<Cost> {
  child.stdin?.write("\n");
  const [memory = 0, processor = 0, held = 0] = String((await lines.next()).value)
    .split(" ")
    .map(Number);
  return { memory, processor, held };
}

/** Puts one load on one process. @returns its row, and how many requests a second it answered */
async function rowOf(name: string, running: Running, callOf: Parameters<typeof load>[1], atOnce: number) {
  const before = await costOf(running);
  const { requests, errors, seconds, times, collections } = await load(running.url, callOf, atOnce);
  const after = await costOf(running);
  const each = (after.processor - before.processor) / requests;
  const figures = [shareOf(times, 0.5), shareOf(times, 0.95), shareOf(collections, 0.5)].map((ms) => ms.toFixed(0));
  const cells = [atOnce, name, requests, errors, Math.round(requests / seconds), each.toFixed(2), ...figures, after.memory];
  return { row: `| ${cells.join(" | ")}`, perSecond: requests / seconds, errors };
}

async function compare(proxy: Running, passThrough: Running): Promise<number> {
  for (const [{ url }, callOf] of [
    [proxy, throughProxy],
    [passThrough, throughPassThrough],
  ] as const)
    await load(url, callOf, 20);
  console.log(
    "\n| collectes à la fois | par | demandes | erreurs | par seconde | processeur par demande (ms) | médiane (ms) | 95 % (ms) | collecte médiane (ms) | mémoire (Mo) | rapport |",
  );
  console.log("|---|---|---|---|---|---|---|---|---|---|---|");
  let failed = 0;
  for (const atOnce of [1, COLLECTIONS]) {
    const bare = await rowOf("passe-plat nu", passThrough, throughPassThrough, atOnce);
    const ours = await rowOf("proxy", proxy, throughProxy, atOnce);
    console.log(`${bare.row} | 1 |\n${ours.row} | ${(ours.perSecond / bare.perSecond).toFixed(2)} |`);
    failed += ours.errors;
  }
  return failed;
}

/**
 * Replays the requests of an hour, fast and one after the other: what is held must not grow with their number. The process's memory grows
 * until the engine finds a collection worth it.
 */
async function replayHour(proxy: Running): Promise<number> {
  console.log("\n| demandes servies | mémoire (Mo) | tenus après ramassage (Mo) |\n|---|---|---|");
  let [served, failed] = [0, 0];
  while (served < HOUR_REQUESTS) {
    const { requests, errors } = await load(proxy.url, throughProxy, AT_ONCE_IN_HOUR);
    served += requests;
    failed += errors;
    if (served % (HOUR_REQUESTS / 12) >= requests) continue;
    const { memory, held } = await costOf(proxy);
    console.log(`| ${served} | ${memory} | ${held} |`);
  }
  return failed;
}

const simulator = await start(["simulator", "", String(LATENCY_MS)]);
const passThrough = await start(["pass-through", simulator.url]);
const proxy = await start(["proxy", simulator.url]);
const hourly = await start(["proxy", simulator.url, "0", "15"], ["--expose-gc"]);
try {
  console.log(`${cpus().length} cœurs, Node ${process.version}, simulateur à ${LATENCY_MS} ms, ${ASKED.length} sources par collecte`);
  const failed = (await compare(proxy, passThrough)) + (await replayHour(hourly));
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  for (const { child } of [proxy, hourly, passThrough, simulator]) child.kill();
}
