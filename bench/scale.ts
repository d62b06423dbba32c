/**
 * A hundred thousand companies in one day: `node bench/scale.ts [companies a day, 100000]`. First what the providers' quotas let through,
 * simulated for several numbers of tokens; then one busy minute played for real on two instances and one Redis, beside what the simulation
 * gives for the same arrivals.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { type Simulator, startSimulator } from "../simulator/server.ts";
import { Answer } from "../src/domain/answer.ts";
import { companyOf } from "../src/domain/company.ts";
import { SOURCES } from "../src/sources/index.ts";
import { type AnySource, quotaOf } from "../src/sources/source.ts";
import { DRAWN_KEY, sirets } from "../test/proxy/fixtures.ts";
import { freePort, linesOf, startRedisAt } from "../test/proxy/processes.ts";
import { arrivals, type DayOfGroup, dayOf, drawerOf, type Group } from "./scale-day.ts";
import { shareOf } from "./spread.ts";

const COMPANIES = Number(process.argv[2] ?? "100000");
const TOKENS = [5, 10, 20, 50, 100];
/** Played for real: more than fifteen companies a minute, what the registry allows. */
const LIVE_COMPANIES = 30;
const LIVE_SECONDS = 60;
const LIVE_SOURCES = ["inpi-extrait-rne", "insee-etablissement"];

/** The groups of calls counted by token, or those counted by each caller's address. */
function groupsOf(entry: "token" | "none"): Group[] {
  const groups = new Map<string, Group>();
  for (const source of SOURCES.filter(({ family }) => (family.entry.kind === "none" ? "none" : "token") === entry)) {
    const quota = quotaOf(source);
    groups.set(quota.group, { quota, sources: (groups.get(quota.group)?.sources ?? 0) + 1 });
  }
  return [...groups.values()];
}

const duration = (ms: number) =>
  ms < 1000
    ? "0"
    : ms < 120_000
      ? `${Math.round(ms / 1000)} s`
      : ms < 7_200_000
        ? `${Math.round(ms / 60_000)} min`
        : `${(ms / 3_600_000).toFixed(1)} h`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

async function simulateDays(): Promise<void> {
  console.log(
    `${COMPANIES} entreprises par jour. Chacune demande toutes ses sources, une fois ; qui doit attendre revient à l'heure dite.\n`,
  );
  console.log("| jetons | quota | par minute | demandes | sans attendre | attente médiane | 95 % | la plus longue | essais |");
  console.log("|---|---|---|---|---|---|---|---|---|");
  const row = (tokens: string, { quota }: Group, day: DayOfGroup) =>
    console.log(
      `| ${tokens} | ${quota.group} | ${Math.round((quota.calls * 60) / quota.seconds)} | ${day.wanted} | ${percent(day.atOnce)} | ${duration(day.median)} | ${duration(day.p95)} | ${duration(day.longest)} | ${day.tries.toFixed(1)} |`,
    );
  for (const tokens of TOKENS) {
    const instants = arrivals(COMPANIES / tokens, drawerOf(tokens));
    for (const group of groupsOf("token")) row(String(tokens), group, await dayOf(group, instants));
  }
  // Through one operator's address, whatever its tokens: what a bidder's own browser asks counts at the bidder's.
  const instants = arrivals(COMPANIES, drawerOf(1));
  for (const group of groupsOf("none")) row("une adresse", group, await dayOf(group, instants));
}

async function startRedis(directory: string, port: number): Promise<ChildProcess> {
  const redis = await startRedisAt(directory, port);
  const client = new Redis(port, "127.0.0.1");
  // A Redis that has served before: quotas wait during the first minute of a new one.
  await client.set("pli-pret:memory", "1");
  client.disconnect();
  return redis;
}

async function startInstance(simulator: Simulator, redisPort: number) {
  const child = spawn(process.execPath, ["bench/proxy-process.ts", "instance", simulator.url], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, REDIS_URL: `redis://127.0.0.1:${redisPort}`, PLI_PRET_STORE_KEY: DRAWN_KEY },
  });
  return { child, url: await linesOf(child)() };
}

/** Asks until the answer is there, coming back when told. @returns milliseconds waited in all */
async function collected(url: string, siret: string, source: string): Promise<number> {
  const began = Date.now();
  for (;;) {
    const response = await fetch(`${url}/v1/companies/${siret}/sources/${source}`);
    const answer = Answer.parse(await response.json());
    const until = answer.state === "pending" ? answer.until : answer.state === "unavailable" ? answer.retryAt : undefined;
    if (until === undefined) return Date.now() - began;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(until) - Date.now()) + Math.random() * 5000));
  }
}

/** Calls received in the busiest minute, of those `paths`. */
function busiestMinute(simulator: Simulator, paths: ReadonlySet<string>): number {
  const minutes = new Map<number, number>();
  for (const { path, at } of simulator.calls) {
    const minute = Math.floor(at / 60_000);
    if (paths.has(path)) minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
  }
  return Math.max(0, ...minutes.values());
}

async function playSource(source: AnySource, instants: readonly number[], urls: readonly string[], simulator: Simulator): Promise<string> {
  const companies = sirets(instants.length);
  const waits = await Promise.all(
    instants.map(async (instant, n) => {
      await new Promise((resolve) => setTimeout(resolve, instant));
      return collected(urls[n % urls.length] ?? "", companies[n] ?? "", source.id);
    }),
  );
  const day = await dayOf({ quota: quotaOf(source), sources: 1 }, instants);
  const paths = new Set(companies.map((siret) => source.request(companyOf(siret)).path));
  const seen = [shareOf(waits, 0.5), shareOf(waits, 1)].map(duration);
  const cells = [seen[0], duration(day.median), seen[1], duration(day.longest), busiestMinute(simulator, paths), quotaOf(source).calls];
  return `| ${source.id} | ${cells.join(" | ")} |`;
}

async function playBusyMinute(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "pli-pret-scale-"));
  const simulator = await startSimulator();
  const port = await freePort();
  const redis = await startRedis(directory, port);
  const instances = await Promise.all([startInstance(simulator, port), startInstance(simulator, port)]);
  try {
    // Begins at the start of a minute, as the quotas count.
    await new Promise((resolve) => setTimeout(resolve, 60_000 - (Date.now() % 60_000)));
    const draw = drawerOf(7);
    const instants = Array.from({ length: LIVE_COMPANIES }, () => draw() * LIVE_SECONDS * 1000).sort((a, b) => a - b);
    const played = SOURCES.filter(({ id }) => LIVE_SOURCES.includes(id));
    const urls = instances.map(({ url }) => url);
    const rows = await Promise.all(played.map((source) => playSource(source, instants, urls, simulator)));
    console.log(`\n${LIVE_COMPANIES} entreprises en ${LIVE_SECONDS} s, deux instances, un Redis\n`);
    console.log("| source | médiane, vue | simulée | la plus longue, vue | simulée | plus forte minute, vue | permise |");
    console.log(`|---|---|---|---|---|---|---|\n${rows.join("\n")}`);
    console.log(`\n429 reçus du fournisseur : ${simulator.quotas.refusals} ; exclusion : ${simulator.quotas.banned() ? "oui" : "non"}`);
  } finally {
    for (const { child } of instances) child.kill();
    redis.kill();
    await simulator.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

await simulateDays();
await playBusyMinute();
