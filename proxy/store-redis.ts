/**
 * The shared state in Redis or Valkey: several instances behave as one. When Redis does not answer, callers are told at once
 * (`StoreUnavailable`); when it has been emptied, quotas wait for the next minute, because its counts are lost. A Redis that drops
 * keys when it is full is not used: it would forget counts, locks and used tokens one by one, and nobody would see.
 */
import { createHmac } from "node:crypto";
import { Redis } from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { type Store, StoreUnavailable, UNLIMITED_POINTS } from "./store.ts";

const PREFIX = "pli-pret:";
/** Never removed; its value is the instant it was written (ms). When missing, Redis is new or has lost everything, counts included. */
const MEMORY_KEY = "memory";
const POLICY = /^maxmemory_policy:(\S+)/m;
const KEEPS_ALL = "noeviction";
/** A command without an answer by then is given up, since people are waiting. */
const COMMAND_MS = 1500;
const POLICY_EVERY_MS = 60_000;
/** How long the first answer is waited for at the start. */
const FIRST_ANSWER_MS = 3000;

export interface RedisStoreOptions {
  /** redis:// or rediss:// */
  readonly url: string;
  /** Hides the names of what is kept. */
  readonly secret: Buffer;
  readonly now: () => Date;
  /** Called when the connection is lost, and when it is back. */
  readonly onState: (state: "ready" | "lost" | "evicts") => void;
}

export interface RedisStore extends Store {
  /** How Redis makes room when it is full, as soon as it answers; `null` when it does not in time. */
  policy(): Promise<string | null>;
}

/** True for the one policy under which Redis drops no key when it is full. */
export function keepsEverything(policy: string): boolean {
  return policy === KEEPS_ALL;
}

/** Long on purpose: one small function for each thing that a store does, over one connection. */
export function createRedisStore({ url, secret, now, onState }: RedisStoreOptions): RedisStore {
  // Keys hold company numbers and addresses: in Redis only their kind stays readable.
  const nameOf = (key: string) => `${key.split(":", 1)[0]}:${createHmac("sha256", secret).update(key).digest("base64url")}`;
  const redis = new Redis(url, {
    keyPrefix: PREFIX,
    commandTimeout: COMMAND_MS,
    connectTimeout: COMMAND_MS,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(100 * attempt, 2000),
  });
  const counters = new Map<number, RateLimiterRedis>();
  let countsSince = 0;
  let ready = false;
  let policy: string | null = null;
  redis.on("ready", () => {
    ready = true;
    onState("ready");
    // Until this Redis is known to hold earlier counts, it is taken as new.
    countsSince = now().getTime();
    void remember().catch(() => undefined);
    void readPolicy().catch(() => undefined);
  });
  // An administrator may change the policy while the proxy runs.
  const watch = setInterval(() => void readPolicy().catch(() => undefined), POLICY_EVERY_MS);
  watch.unref();
  redis.on("close", () => {
    if (ready) onState("lost");
    ready = false;
  });

  /** Learns since when this Redis counts. Every instance reads it there, and sees when another one found Redis empty. */
  async function remember(): Promise<void> {
    const since = await redis.get(MEMORY_KEY);
    if (since !== null) {
      countsSince = Number(since);
      return;
    }
    countsSince = now().getTime();
    await redis.set(MEMORY_KEY, String(countsSince), "NX");
  }

  async function readPolicy(): Promise<void> {
    const found = POLICY.exec(await redis.info("memory"))?.[1] ?? null;
    if (found !== null && !keepsEverything(found) && found !== policy) onState("evicts");
    policy = found;
  }

  // Without a listener an error would end the process; the state is told above.
  redis.on("error", () => undefined);

  async function attempt<T>(command: () => Promise<T>): Promise<T> {
    if (policy !== null && !keepsEverything(policy)) throw new StoreUnavailable(`Redis drops keys (${policy})`);
    try {
      return await command();
    } catch (error) {
      throw new StoreUnavailable("Redis does not answer", { cause: error });
    }
  }

  return {
    get: (key) => attempt(() => redis.get(nameOf(key))),
    set: (key, value, seconds) => attempt(async () => void (await redis.set(nameOf(key), value, "EX", Math.ceil(seconds)))),
    add: (key, value, seconds) => attempt(async () => (await redis.set(nameOf(key), value, "EX", Math.ceil(seconds), "NX")) === "OK"),
    take: (key) => attempt(() => redis.getdel(nameOf(key))),
    remove: (key) => attempt(async () => void (await redis.del(nameOf(key)))),
    count: (key, seconds) =>
      attempt(async () => {
        const known = counters.get(seconds);
        const counter =
          known ?? new RateLimiterRedis({ storeClient: redis, keyPrefix: "count", points: UNLIMITED_POINTS, duration: seconds });
        counters.set(seconds, counter);
        // Checked after each count: whenever Redis was emptied, earlier counts are lost.
        const [{ consumedPoints }] = await Promise.all([counter.consume(nameOf(key)), remember()]);
        return consumedPoints;
      }),
    policy: async () => {
      for (let waited = 0; policy === null && waited < FIRST_ANSWER_MS; waited += 50)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return policy;
    },
    ready: async () =>
      ready &&
      (policy === null || keepsEverything(policy)) &&
      (await redis.ping().then(
        () => true,
        () => false,
      )),
    countsSince: () => countsSince,
    close: async () => {
      clearInterval(watch);
      redis.disconnect();
    },
  };
}
