/** Nobody waits forever: a caller that waits too long is told to come back, and then finds the answer. */
import { afterEach, expect, test, vi } from "vitest";
import { type RunningProxy, startProxy } from "../../proxy/start.ts";
import { Answer } from "../../src/domain/answer.ts";
import { COMPLETE, TEST_SOURCES } from "./fixtures.ts";

/** A busy machine has the time that it needs. */
const PATIENT = { timeout: 60_000 };

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

/** Holds the next call to that service until it is let go. */
function hold({ simulator }: Awaited<ReturnType<typeof start>>, service: string): () => void {
  const held = Promise.withResolvers<void>();
  simulator?.fault(service, { kind: "held", until: held.promise, times: 1 });
  return held.resolve;
}

test("a slow source is pending, then gives its answer, and is asked once", async () => {
  const started = await start();
  const { calls, ask } = started;
  const letGo = hold(started, "attestation_vigilance");
  expect(await ask()).toMatchObject({ state: "pending", reason: "inFlight" });
  expect(await ask()).toMatchObject({ state: "pending", reason: "inFlight" });
  letGo();
  await vi.waitFor(async () => expect((await ask()).state).toBe("delivered"), PATIENT);
  expect(calls()).toBe(1);
  await vi.waitFor(async () => expect((await ask()).state).toBe("delivered"), PATIENT);
  expect(calls()).toBe(2);
});

test("a slow breakdown is reported too, then tried again", async () => {
  const { simulator, ask } = await start();
  simulator?.fault("attestation_vigilance", { kind: "status", status: 504, latencyMs: 200, times: 1 });
  expect((await ask()).state).toBe("pending");
  await vi.waitFor(async () => expect((await ask()).state).toBe("unavailable"), PATIENT);
  await vi.waitFor(async () => expect((await ask()).state).toBe("delivered"), PATIENT);
});

test("a caller that says how long it waits is told to come back at once, with a time otherwise; a wait that is none is refused", async () => {
  const started = await start();
  const { calls, path } = started;
  const letGo = hold(started, "attestation_vigilance");
  const ask = async (wait: string) => Answer.parse(await (await fetch(`${path}?wait=${wait}`)).json());
  const early = await ask("0");
  expect(early).toMatchObject({ state: "pending", reason: "inFlight", until: early.provenance.fetchedAt });
  const patient = Answer.parse(await (await fetch(path)).json());
  expect(Date.parse("until" in patient ? patient.until : "") - Date.parse(patient.provenance.fetchedAt)).toBe(5_000);
  expect((await fetch(`${path}?wait=soon`)).status).toBe(422);
  letGo();
  await vi.waitFor(async () => expect((await ask("2")).state).toBe("delivered"), PATIENT);
  expect(calls()).toBe(1);
});

test("a caller for a slow document is told to come back, with a time", async () => {
  const started = await start();
  const { path } = started;
  const letGo = hold(started, "storage.entreprise");
  const early = await fetch(`${path}/documents/0`);
  expect([early.status, (await early.json()).code, early.headers.get("retry-after")]).toEqual([503, "source.pending", "5"]);
  letGo();
  await vi.waitFor(async () => expect((await fetch(`${path}/documents/0`)).status).toBe(200), PATIENT);
});
