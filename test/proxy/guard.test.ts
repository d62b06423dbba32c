/** What surrounds every route costs little: an answer that Hono builds twice is copied, body and all. */
import { Hono } from "hono";
import { afterEach, expect, test, vi } from "vitest";
import { guard } from "../../proxy/guard.ts";
import { createLogger } from "../../proxy/log.ts";
import { createMetrics } from "../../proxy/metrics.ts";
import { createMemoryStore } from "../../proxy/store.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("an answer is built once, with every header that its reader needs", async () => {
  let built = 0;
  const Built = globalThis.Response;
  vi.stubGlobal(
    "Response",
    class extends Built {
      constructor(...given: ConstructorParameters<typeof Response>) {
        super(...given);
        built += 1;
      }
    },
  );
  const app = new Hono();
  guard(app, {
    config: { mode: "demo", extensionOrigins: [], perAddressPerMinute: 100, trustedProxies: 0 },
    logger: createLogger("silent"),
    metrics: createMetrics(),
    store: createMemoryStore(() => new Date()),
  });
  app.get("/v1/answer", (context) => context.json({ state: "delivered" }));
  const origin = "moz-extension://0a1b2c3d";
  const response = await app.request("/v1/answer", { headers: { origin } });
  expect(built).toBe(1);
  expect(await response.json()).toEqual({ state: "delivered" });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "access-control-allow-origin": origin,
    "access-control-expose-headers": "content-disposition,retry-after,x-document-sha256,x-request-id",
    "cache-control": "no-store",
    "content-security-policy": expect.stringContaining("'none'"),
    vary: "Origin",
    "x-request-id": expect.any(String),
  });
});
