/** Nobody waits forever: a caller that waits too long is told to come back, and then finds the answer. */
import { afterEach, expect, test } from "vitest";
import { type RunningProxy, startProxy } from "../../proxy/start.ts";
import { Answer } from "../../src/domain/answer.ts";
import { COMPLETE, TEST_SOURCES } from "./fixtures.ts";

let proxy: RunningProxy | undefined;
afterEach(() => proxy?.close());

async function start() {
  proxy = await startProxy({
    mode: "demo",
    port: 0,
    sources: TEST_SOURCES,
    patienceMs: 80,
    environment: { PLI_PRET_LOG_LEVEL: "silent", PLI_PRET_SHUTDOWN_SECONDS: "0" },
  });
  const { url, simulator } = proxy;
  const path = `${url}/v1/companies/${COMPLETE}/sources/vigilance`;
  const calls = () => simulator?.calls.filter(({ path: called }) => called.includes("vigilance")).length;
  return { simulator, calls, path, ask: async () => Answer.parse(await (await fetch(path)).json()) };
}

test("a slow source is pending, then gives its answer, and is asked once", async () => {
  const { simulator, calls, ask } = await start();
  simulator?.fault("attestation_vigilance", { kind: "slow", latencyMs: 300, times: 1 });
  expect(await ask()).toMatchObject({ state: "pending", reason: "inFlight" });
  expect(await ask()).toMatchObject({ state: "pending", reason: "inFlight" });
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect((await ask()).state).toBe("delivered");
  expect(calls()).toBe(1);
  expect((await ask()).state).toBe("delivered");
  expect(calls()).toBe(2);
});

test("a slow breakdown is reported too, then tried again", async () => {
  const { simulator, ask } = await start();
  simulator?.fault("attestation_vigilance", { kind: "status", status: 504, latencyMs: 200, times: 1 });
  expect((await ask()).state).toBe("pending");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await ask()).state).toBe("unavailable");
  expect((await ask()).state).toBe("delivered");
});

test("a caller for a slow document is told to come back, with a time", async () => {
  const { simulator, path } = await start();
  simulator?.fault("storage.entreprise", { kind: "slow", latencyMs: 300, times: 1 });
  const early = await fetch(`${path}/documents/0`);
  expect([early.status, (await early.json()).code, early.headers.get("retry-after")]).toEqual([503, "source.pending", "5"]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await fetch(`${path}/documents/0`)).status).toBe(200);
});
