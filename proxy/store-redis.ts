/**
 * The shared state in Redis or Valkey: several instances behave as one. When Redis does not answer, callers are told at once
 * (`StoreUnavailable`); when it comes back empty, quotas wait for the next minute, because its counts are lost.
 */
import { createHmac } from "node:crypto";
import { Redis } from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { type Store, StoreUnavailable, UNLIMITED_POINTS } from "./store.ts";

const PREFIX = "pli-pret:";
/** Never removed: where it is missing, Redis is new or has lost everything, the counts of this minute too. */
const MEMORY_KEY = "memory";
/** A command that has not been answered by then is given up: people wait behind it. */
const COMMAND_MS = 1500;

export interface RedisStoreOptions {
  /** redis:// or rediss:// */
  readonly url: string;
  /** Hides the names of what is kept. */
  readonly secret: Buffer;
  readonly now: () => Date;
  /** Told when the connection is lost and found again. */
  readonly onState: (state: "ready" | "lost") => void;
}

export function createRedisStore({ url, secret, now, onState }: RedisStoreOptions): Store {
  // Names hold numbers of companies and addresses: only their kind stays readable.
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
  redis.on("ready", () => {
    ready = true;
    onState("ready");
    // Until it is known whether this Redis remembers, it is taken for new.
    countsSince = now().getTime();
    void redis.set(MEMORY_KEY, "1", "NX").then(
      (added) => {
        if (added === null) countsSince = 0;
      },
      () => undefined,
    );
  });
  redis.on("close", () => {
    if (ready) onState("lost");
    ready = false;
  });
  // Without a listener an error would end the process; the state is told above.
  redis.on("error", () => undefined);

  async function attempt<T>(command: () => Promise<T>): Promise<T> {
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
        return (await counter.consume(nameOf(key))).consumedPoints;
      }),
    ready: async () =>
      ready &&
      (await redis.ping().then(
        () => true,
        () => false,
      )),
    countsSince: () => countsSince,
    close: async () => redis.disconnect(),
  };
}
