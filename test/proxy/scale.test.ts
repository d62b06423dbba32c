/** Several instances on one real Redis behave as one. Skipped, and said so, where redis-server is not installed. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startProxy } from "../../proxy/start.ts";
import { StoreUnavailable } from "../../proxy/store.ts";
import { createRedisStore } from "../../proxy/store-redis.ts";
import { type Simulator, startSimulator } from "../../simulator/server.ts";
import { Answer } from "../../src/domain/answer.ts";
import { SignedIn } from "../../src/domain/service.ts";
import { COMPLETE, DRAWN_KEY, sirets } from "./fixtures.ts";
import { freePort, linesOf, startRedisAt } from "./processes.ts";
import { signInAt } from "./window.ts";

const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;
const STORE_KEY = DRAWN_KEY;

let simulator: Simulator;
let redis: ChildProcess;
let redisPort: number;
const directory = mkdtempSync(join(tmpdir(), "redis-"));
const children: ChildProcess[] = [];

async function startRedis(): Promise<void> {
  redis = await startRedisAt(directory, redisPort, "--appendonly", "yes");
}
async function stopRedis(): Promise<void> {
  redis.kill("SIGTERM");
  await once(redis, "exit");
}
async function startInstance() {
  const child = spawn(process.execPath, ["test/proxy/instance.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      SIMULATOR_URL: simulator.url,
      REDIS_URL: `redis://127.0.0.1:${redisPort}`,
      PLI_PRET_STORE_KEY: STORE_KEY,
      PLI_PRET_DEMO_SIGN_IN: "true",
      PLI_PRET_REUSE_SECONDS: "900",
      PLI_PRET_LOG_LEVEL: "silent",
    },
  });
  children.push(child);
  return { url: await linesOf(child)(), child };
}
type Instance = Awaited<ReturnType<typeof startInstance>>;

beforeAll(async () => {
  if (!hasRedis) return;
  simulator = await startSimulator();
  redisPort = await freePort();
  await startRedis();
  // A Redis that has served before: during the first minute of a new one, quotas wait.
  const client = new Redis(redisPort, "127.0.0.1");
  await client.set("pli-pret:memory", "1");
  client.disconnect();
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  if (!hasRedis) return;
  await stopRedis();
  await simulator.close();
});

const get = (instance: Instance, path: string, accessToken?: string) =>
  fetch(`${instance.url}${path}`, { headers: accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` } });
const answer = async (instance: Instance, siret: string, source: string, accessToken?: string) =>
  Answer.parse(await (await get(instance, `/v1/companies/${siret}/sources/${source}`, accessToken)).json());
const minuteOf = (at: number) => Math.floor(at / 60_000);
/** Calls received for `part`, by minute. */
function receivedByMinute(part: string): number[] {
  const minutes = new Map<number, number>();
  for (const { path, at } of simulator.calls) if (path.includes(part)) minutes.set(minuteOf(at), (minutes.get(minuteOf(at)) ?? 0) + 1);
  return [...minutes.values()];
}
describe.skipIf(!hasRedis)("two instances, one Redis (skipped where redis-server is absent)", () => {
  test("share sessions, answers, quotas and one-time tokens, which neither a killed instance nor a restarted Redis loses", async () => {
    const [one, two] = await Promise.all([startInstance(), startInstance()]);
    const signed = signInAt(() => one.url);
    const claire = await signed.signIn("claire");

    // A session opened on one is known on the other, and so is its answer.
    expect((await answer(one, COMPLETE, "vigilance", claire.accessToken)).provenance.cached).toBe(false);
    expect((await answer(two, COMPLETE, "vigilance", claire.accessToken)).provenance.cached).toBe(true);
    const document = await get(two, `/v1/companies/${COMPLETE}/sources/vigilance/documents/0`, claire.accessToken);
    expect(document.headers.get("content-type")).toBe("application/pdf");

    // A refresh token used on one is used on the other; used again, it revokes everywhere.
    const atTwo = signInAt(() => two.url);
    const thief = await signed.signIn("bruno");
    const turned = SignedIn.parse(await (await atTwo.refresh(thief.refreshToken)).json());
    expect((await atTwo.refresh(turned.refreshToken)).status).toBe(200);
    expect((await signed.refresh(thief.refreshToken)).status).toBe(401);
    expect((await get(two, "/v1/auth/session", thief.accessToken)).status).toBe(401);

    // The registry's fifteen a minute are common: sixty questions at once on both.
    const ends = await Promise.all(sirets(60).map((siret, n) => answer(n % 2 === 0 ? one : two, siret, "registre")));
    expect(new Set(ends.map(({ state }) => state))).toEqual(new Set(["notFound", "pending"]));
    expect(Math.max(...receivedByMinute("extrait_rne"))).toBeLessThanOrEqual(15);

    // One is killed in the middle of a collection: the other takes over, when the lock of the dead has ended.
    simulator.fault("annonces-commerciales", { kind: "silence", times: 1 });
    const lost = answer(one, COMPLETE, "annonces").catch(() => null);
    await expect.poll(() => receivedByMinute("annonces-commerciales").length).toBe(1);
    one.child.kill("SIGKILL");
    expect(await lost).toBeNull();
    expect(await answer(two, COMPLETE, "annonces")).toMatchObject({ state: "pending", reason: "inFlight" });
    await expect.poll(async () => (await answer(two, COMPLETE, "annonces")).state, { timeout: 60_000, interval: 500 }).toBe("delivered");

    // Redis is away: people are told to come back, at once; quotas let nothing go.
    await stopRedis();
    const before = simulator.calls.length;
    await expect.poll(async () => (await get(two, "/readyz")).status).toBe(503);
    const away = await get(two, "/v1/auth/session", claire.accessToken);
    expect([away.status, (await away.json()).code]).toEqual([503, "state.unavailable"]);
    expect(await answer(two, COMPLETE, "registre")).toMatchObject({ state: "pending", reason: "quota.waiting" });
    expect(simulator.calls.length).toBe(before);

    // It is back: the session too; the minute's quota is not spent twice.
    await startRedis();
    await expect.poll(async () => (await get(two, "/readyz")).status, { timeout: 60_000 }).toBe(200);
    expect((await get(two, "/v1/auth/session", claire.accessToken)).status).toBe(200);
    expect((await answer(two, COMPLETE, "vigilance", claire.accessToken)).state).toBe("delivered");
    expect((await atTwo.refresh(claire.refreshToken)).status).toBe(200);
    await Promise.all(sirets(60).map((siret) => answer(two, siret, "registre")));
    expect(Math.max(...receivedByMinute("extrait_rne"))).toBeLessThanOrEqual(15);
    expect(simulator.quotas.refusals).toBe(0);
    expect(simulator.quotas.banned()).toBe(false);
  });

  test("nothing readable is in Redis: neither company, nor person, nor token, nor document", async () => {
    const dump = spawnSync("sh", ["-c", `cat ${directory}/appendonlydir/*`], { maxBuffer: 50_000_000 }).stdout.toString("latin1");
    expect(dump.length).toBeGreaterThan(1000);
    expect(/99990|99991|Claire|claire|Fictive|LUMIVERDE|%PDF|storage\.entreprise|127\.0\.0\.1/.exec(dump)?.[0]).toBeUndefined();
  });
});

describe.skipIf(!hasRedis)("the Redis store", () => {
  test("a Redis that has forgotten everything makes the quotas wait for the next minute", async () => {
    const client = new Redis(redisPort, "127.0.0.1");
    const open = async () => {
      const store = createRedisStore({
        url: `redis://127.0.0.1:${redisPort}`,
        secret: Buffer.alloc(32),
        now: () => new Date(),
        onState: () => undefined,
      });
      await expect.poll(() => store.ready()).toBe(true);
      return store;
    };
    const remembered = await open();
    await expect.poll(() => remembered.countsSince()).toBe(1);
    await client.flushall();
    const forgotten = await open();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(forgotten.countsSince()).toBeGreaterThan(Date.now() - 5000);
    // Emptied without a cut: the next count shows it, to each instance.
    await client.flushall();
    const before = Date.now();
    await Promise.all([forgotten.count("quota", 60), remembered.count("quota", 60)]);
    expect(forgotten.countsSince()).toBeGreaterThanOrEqual(before);
    expect(remembered.countsSince()).toBeGreaterThanOrEqual(before);
    client.disconnect();
    await Promise.all([remembered.close(), forgotten.close()]);
  });

  test("a Redis that drops keys is refused at the start, and no longer used when it is made so", async () => {
    const client = new Redis(redisPort, "127.0.0.1");
    const environment = { REDIS_URL: `redis://127.0.0.1:${redisPort}`, PLI_PRET_STORE_KEY: STORE_KEY, PLI_PRET_LOG_LEVEL: "silent" };
    for (const policy of ["allkeys-lru", "allkeys-lfu", "volatile-ttl"]) {
      await client.config("SET", "maxmemory-policy", policy);
      await expect(startProxy({ mode: "demo", port: 0, environment })).rejects.toThrow("noeviction");
    }
    await client.config("SET", "maxmemory-policy", "noeviction");
    const proxy = await startProxy({ mode: "demo", port: 0, environment });
    expect((await fetch(`${proxy.url}/readyz`)).status).toBe(200);
    await proxy.close();

    await client.config("SET", "maxmemory-policy", "allkeys-random");
    const options = { url: environment.REDIS_URL, secret: Buffer.alloc(32), now: () => new Date() };
    const store = createRedisStore({ ...options, onState: () => undefined });
    expect(await store.policy()).toBe("allkeys-random");
    expect(await store.ready()).toBe(false);
    await expect(store.count("quota", 60)).rejects.toThrow(StoreUnavailable);
    await client.config("SET", "maxmemory-policy", "noeviction");
    client.disconnect();
    await store.close();
  });

  test("gives a value to one taker only, adds once, counts, and forgets in time", async () => {
    const store = createRedisStore({
      url: `redis://127.0.0.1:${redisPort}`,
      secret: Buffer.alloc(32),
      now: () => new Date(),
      onState: () => undefined,
    });
    await expect.poll(() => store.ready()).toBe(true);
    await store.set("code", "x", 5);
    const takers = await Promise.all(Array.from({ length: 10 }, () => store.take("code")));
    expect(takers.filter((value) => value === "x")).toHaveLength(1);
    const adders = await Promise.all(Array.from({ length: 10 }, () => store.add("lock", "1", 5)));
    expect(adders.filter(Boolean)).toHaveLength(1);
    const counts = await Promise.all(Array.from({ length: 20 }, () => store.count("n", 60)));
    expect([...counts].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    await store.set("short", "x", 1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await store.get("short")).toBeNull();
    await store.close();
  });
});
