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

const COLLECTIONS = Number(process.argv[2] ?? "500");
const LATENCY_MS = Number(process.argv[3] ?? "50");
/** INPI's own service wants a session first: not a pass-through's affair. */
const ASKED = SOURCES.filter(({ family }) => family.entry.kind !== "session");
const STATES = new Set(["delivered", "refused", "pending", "outOfScope", "notFound"]);

interface Running {
  readonly url: string;
  readonly child: ChildProcess;
  readonly lines: AsyncIterator<string>;
}

async function start(...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, ["bench/proxy-process.ts", ...args], { stdio: ["pipe", "pipe", "inherit"] });
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
    // Another object each time: identical calls would be made once for all, and flatter the figures.
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
  /** Milliseconds of each request, sorted. */
  readonly times: readonly number[];
  /** Milliseconds of each whole collection, sorted. */
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
  const sorted = (values: number[]) => values.sort((a, b) => a - b);
  return { requests: times.length, errors, seconds, times: sorted(times), collections: sorted(collections) };
}

async function memoryOf({ child, lines }: Running): Promise<number> {
  child.stdin?.write("\n");
  return Number((await lines.next()).value);
}

const at = (values: readonly number[], share: number) => values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const row = (name: string, { requests, errors, seconds, times, collections }: Figures) =>
  [
    name.padEnd(14),
    `${requests} demandes`,
    `${errors} erreur(s)`,
    `${Math.round(requests / seconds)}/s`,
    `médiane ${at(times, 0.5).toFixed(0)} ms`,
    `p95 ${at(times, 0.95).toFixed(0)} ms`,
    `collecte médiane ${at(collections, 0.5).toFixed(0)} ms`,
  ].join(" · ");

const simulator = await start("simulator", "", String(LATENCY_MS));
const [proxy, passThrough] = [await start("proxy", simulator.url), await start("pass-through", simulator.url)];
let failed = 0;
try {
  console.log(`${cpus().length} cœurs, Node ${process.version}, simulateur à ${LATENCY_MS} ms, ${ASKED.length} sources par collecte`);
  for (const [base, callOf] of [
    [proxy.url, throughProxy],
    [passThrough.url, throughPassThrough],
  ] as const) {
    await load(base, callOf, 20);
  }
  for (const atOnce of [1, COLLECTIONS]) {
    console.log(`\n${atOnce} collecte(s) à la fois`);
    const bare = await load(passThrough.url, throughPassThrough, atOnce);
    const ours = await load(proxy.url, throughProxy, atOnce);
    console.log(row("passe-plat nu", bare));
    console.log(row("proxy", ours));
    console.log(
      `latence ajoutée : médiane ${(at(ours.times, 0.5) - at(bare.times, 0.5)).toFixed(0)} ms, p95 ${(at(ours.times, 0.95) - at(bare.times, 0.95)).toFixed(0)} ms`,
    );
    failed += ours.errors;
  }
  console.log(`\nmémoire du proxy ${await memoryOf(proxy)} Mo, du passe-plat ${await memoryOf(passThrough)} Mo`);
} finally {
  for (const { child } of [proxy, passThrough, simulator]) child.kill();
}
process.exitCode = failed === 0 ? 0 : 1;
