import { describe, expect, test } from "vitest";
import { createDiscipline, type DisciplineOptions } from "../../proxy/discipline.ts";
import { closedForSeconds } from "../../proxy/maintenance.ts";
import { createQuotaKeeper } from "../../proxy/quotas.ts";
import { createMemoryStore } from "../../proxy/store.ts";
import { rechercheEntreprisesFamily } from "../../src/sources/families/recherche-entreprises.ts";
import type { AnySource } from "../../src/sources/source.ts";
import type { TransportFailure, TransportRequest, TransportResponse } from "../../src/sources/transport.ts";
import { ANNONCES, CONGES, createClock, VIGILANCE } from "./fixtures.ts";

type End = TransportResponse | TransportFailure;
const response = (status: number, body: unknown = {}, headers: Record<string, string> = {}): TransportResponse => ({
  ok: true,
  status,
  headers,
  text: typeof body === "string" ? body : JSON.stringify(body),
  fetchedAt: "2026-06-10T10:00:00.000Z",
  cached: false,
});
const error = (status: number, code: string, meta: object = {}, headers: Record<string, string> = {}) =>
  response(status, { errors: [{ code, title: "", detail: "", meta }] }, headers);

/** A provider that answers what it is told, and counts. */
function provider(answer: (call: number) => End | Promise<End>, options: Partial<DisciplineOptions> = {}) {
  const clock = createClock("2026-06-10T10:00:20Z");
  const store = options.store ?? createMemoryStore(clock.now);
  const discipline = createDiscipline({ store, quotas: createQuotaKeeper(store, clock.now), now: clock.now, ...options });
  let calls = 0;
  const transport = { get: async (_request: TransportRequest) => answer(++calls) };
  const ask = (source: AnySource, number: string | number, purpose = "buyer") =>
    discipline
      .around(source, transport, purpose)
      .get({ path: `/x/${number}`, family: source.family, timeoutMs: 1000, fresh: false, signal: AbortSignal.timeout(5000) });
  return { ask, clock, store, calls: () => calls };
}

describe("quotas", () => {
  test("no more calls are made than the group allows in a minute; a caller that waits is told how long, by those ahead of it", async () => {
    const { ask, calls, clock } = provider(() => response(200));
    const ends = await Promise.all(Array.from({ length: 17 }, (_, i) => ask(CONGES, i)));
    expect(calls()).toBe(5);
    expect(ends.filter((end) => end.ok)).toHaveLength(5);
    const waits = ends.flatMap((end) => (end.ok ? [] : [end]));
    expect(new Set(waits.map(({ cause }) => cause))).toEqual(new Set(["waiting"]));
    expect(waits.map(({ retryInSeconds }) => retryInSeconds)).toEqual([...Array(5).fill(40), ...Array(5).fill(100), ...Array(2).fill(160)]);
    clock.advance(40);
    expect((await ask(CONGES, 99)).ok).toBe(true);
    expect((await ask(VIGILANCE, 99)).ok).toBe(true);
  });

  test("Recherche d'entreprises gets seven calls a second, not a minute's worth at once", async () => {
    const { ask, calls, clock } = provider(() => response(200));
    const source: AnySource = { ...ANNONCES, family: rechercheEntreprisesFamily };
    const ends = await Promise.all(Array.from({ length: 20 }, (_, i) => ask(source, i)));
    expect(calls()).toBe(7);
    expect(ends.flatMap((end) => (end.ok ? [] : [end.retryInSeconds]))).toEqual([...Array(7).fill(1), ...Array(6).fill(2)]);
    clock.advance(1);
    expect((await ask(source, 99)).ok).toBe(true);
  });

  test("a 429 stops the group for everybody until its Retry-After, even for other instances", async () => {
    const first = provider(() => error(429, "00429", {}, { "retry-after": "25" }));
    expect(await first.ask(VIGILANCE, 1)).toMatchObject({ status: 429 });
    expect(await first.ask(VIGILANCE, 2)).toEqual({ ok: false, cause: "waiting", retryInSeconds: 25 });
    const second = provider(() => response(200), {
      store: first.store,
      now: first.clock.now,
      quotas: createQuotaKeeper(first.store, first.clock.now),
    });
    expect(await second.ask(VIGILANCE, 3)).toEqual({ ok: false, cause: "waiting", retryInSeconds: 25 });
    expect(second.calls()).toBe(0);
    first.clock.advance(26);
    expect((await second.ask(VIGILANCE, 3)).ok).toBe(true);
  });

  test("the last call announced by the provider is the last one made; a smaller limit of the token is learnt", async () => {
    const reset = String(Date.parse("2026-06-10T10:01:00Z") / 1000);
    const { ask, calls, clock } = provider((call) =>
      response(200, {}, { "ratelimit-limit": "2", "ratelimit-remaining": String(Math.max(0, 2 - call)), "ratelimit-reset": reset }),
    );
    await ask(VIGILANCE, 1);
    await ask(VIGILANCE, 2);
    expect(await ask(VIGILANCE, 3)).toEqual({ ok: false, cause: "waiting", retryInSeconds: 40 });
    expect(calls()).toBe(2);
    clock.advance(41);
    await Promise.all([ask(VIGILANCE, 4), ask(VIGILANCE, 5), ask(VIGILANCE, 6)]);
    expect(calls()).toBe(4);
  });
});

describe("one identical call at a time", () => {
  test("callers share it, and none can cancel it for the others", async () => {
    const { ask, calls } = provider(async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return response(200, { shared: true });
    });
    const ends = await Promise.all([ask(VIGILANCE, 1), ask(VIGILANCE, 1), ask(VIGILANCE, 1)]);
    expect(calls()).toBe(1);
    expect(new Set(ends).size).toBe(1);
    await Promise.all([ask(VIGILANCE, 1, "buyer A"), ask(VIGILANCE, 1, "buyer B")]);
    expect(calls()).toBe(3);
  });

  test("another instance is told to come back, then finds the way free", async () => {
    let release: () => void = () => undefined;
    const slow = provider(
      () =>
        new Promise<End>((resolve) => {
          release = () => resolve(response(200));
        }),
    );
    const other = provider(() => response(200), { store: slow.store });
    const running = slow.ask(VIGILANCE, 1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await other.ask(VIGILANCE, 1)).toEqual({ ok: false, cause: "inFlight", retryInSeconds: 2 });
    release();
    await running;
    expect((await other.ask(VIGILANCE, 1)).ok).toBe(true);
  });
});

describe("second try", () => {
  test.each([
    ["a cut connection", { ok: false, cause: "reset" }, 2],
    ["a refused connection", { ok: false, cause: "refused" }, 2],
    ["a name that did not resolve", { ok: false, cause: "dns" }, 2],
    ["a timeout: too dear, and a ban looks the same", { ok: false, cause: "timeout" }, 1],
    ["a gateway without a body", response(502, "<html>"), 2],
    ["a provider unavailable", error(502, "04001"), 2],
    ["a provider that says when", error(502, "00501", { retry_in: 10 }), 1],
    ["an announced maintenance", error(503, "04020", { retry_in: 600 }), 1],
    ["a provider's own timeout", error(504, "04002"), 1],
    ["not found", error(404, "04003"), 1],
    ["too many", error(429, "00429"), 1],
    ["a conflict", error(409, "00015"), 1],
    ["a refused token", error(401, "00101"), 1],
    ["a success", response(200), 1],
  ] as const)("%s", async (_name, end, expected) => {
    const { ask, calls } = provider(() => end);
    expect(await ask(VIGILANCE, 1)).toEqual(end);
    expect(calls()).toBe(expected);
  });

  test("that works is the answer, and costs its own call of the quota", async () => {
    const { ask, calls, store, clock } = provider((call) => (call === 1 ? { ok: false, cause: "reset" } : response(200)));
    expect(await ask(CONGES, 1)).toMatchObject({ status: 200 });
    expect(calls()).toBe(2);
    expect(await store.count(`quota:apiEntrepriseCibtp:${Math.floor(clock.now().getTime() / 60_000)}`, 60)).toBe(3);
  });
});

describe("breaker", () => {
  test("a provider that keeps failing is left alone, without spending the quota; the others go on; then one call tries", async () => {
    let healthy = false;
    const options = { breaker: { failures: 3, halfOpenAfterMs: 80 } };
    const { ask, calls } = provider(() => (healthy ? response(200) : { ok: false, cause: "timeout" }), options);
    for (let i = 0; i < 3; i++) await ask(VIGILANCE, i);
    expect(await ask(VIGILANCE, 9)).toMatchObject({ ok: false, cause: "breakerOpen", retryInSeconds: 1 });
    expect(calls()).toBe(3);
    expect(await ask(CONGES, 1)).toMatchObject({ cause: "timeout" });
    healthy = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await ask(VIGILANCE, 10)).ok).toBe(true);
    expect((await ask(VIGILANCE, 11)).ok).toBe(true);
  });

  test("of two ways to one provider, the open one still stands in for the one that is broken", async () => {
    const { ask, calls } = provider((call) => (call <= 3 ? { ok: false, cause: "timeout" } : response(200)), {
      breaker: { failures: 3, halfOpenAfterMs: 60_000 },
    });
    const open: AnySource = { ...ANNONCES, provider: VIGILANCE.provider };
    for (let i = 0; i < 3; i++) await ask(VIGILANCE, i);
    expect(await ask(VIGILANCE, 9)).toMatchObject({ cause: "breakerOpen" });
    expect((await ask(open, 1)).ok).toBe(true);
    expect(calls()).toBe(4);
  });

  test("an answer that the source understands is not a failure, nor is a wait", async () => {
    const source = { ...VIGILANCE, negatives: { "04501": { state: "pending" as const } } };
    const { ask, calls } = provider(() => error(502, "04501", { retry_in: 172_800 }), { breaker: { failures: 2, halfOpenAfterMs: 1000 } });
    for (let i = 0; i < 6; i++) expect(await ask(source, i)).toMatchObject({ status: 502 });
    expect(calls()).toBe(6);
  });

  test("waiting for the quota in between does not hide failures", async () => {
    const { ask, calls } = provider(() => ({ ok: false, cause: "timeout" }), { breaker: { failures: 5, halfOpenAfterMs: 60_000 } });
    for (let i = 0; i < 5; i++) await ask(CONGES, i);
    expect(await ask(CONGES, 9)).toMatchObject({ cause: "breakerOpen" });
    expect(calls()).toBe(5);
  });
});

describe("the time that a provider asks for itself", () => {
  test("is obeyed for every company and by every instance, then it is asked again", async () => {
    const closed = provider((call) => (call === 1 ? error(503, "04020", { retry_in: 1800 }) : response(200)));
    expect(await closed.ask(VIGILANCE, 1)).toMatchObject({ status: 503 });
    expect(await closed.ask(VIGILANCE, 2)).toEqual({ ok: false, cause: "maintenance", retryInSeconds: 1800 });
    const elsewhere = provider(() => response(200), { store: closed.store, now: closed.clock.now });
    expect(await elsewhere.ask(VIGILANCE, 3)).toMatchObject({ cause: "maintenance" });
    expect((await elsewhere.ask(CONGES, 3)).ok).toBe(true);
    closed.clock.advance(1801);
    expect((await closed.ask(VIGILANCE, 4)).ok).toBe(true);
    expect(closed.calls()).toBe(2);
  });

  test("a temporary error also says when to ask again; a wait about one company holds no other", async () => {
    const { ask, calls, clock } = provider(() => error(502, "04011", { retry_in: 10 }));
    await ask(VIGILANCE, 1);
    expect(await ask(VIGILANCE, 2)).toEqual({ ok: false, cause: "breakerOpen", retryInSeconds: 10 });
    clock.advance(10);
    await ask(VIGILANCE, 3);
    expect(calls()).toBe(2);

    const analysed = provider(() => error(502, "04501", { retry_in: 172_800 }));
    await analysed.ask(VIGILANCE, 1);
    await analysed.ask(VIGILANCE, 2);
    expect(analysed.calls()).toBe(2);
  });
});

describe("a refused token", () => {
  test("is reported, and so is a refusal of the address that sends it", async () => {
    let told = 0;
    const onTokenRefused = () => {
      told += 1;
    };
    await provider(() => error(403, "00100"), { onTokenRefused }).ask(VIGILANCE, 1);
    expect(told).toBe(0);
    await provider(() => error(403, "00107"), { onTokenRefused }).ask(VIGILANCE, 1);
    expect(told).toBe(1);
  });

  test("a token that is refused is told at its first refusal", async () => {
    let told = 0;
    const { ask } = provider(() => error(401, "00103"), {
      onTokenRefused: () => {
        told += 1;
      },
    });
    await ask(VIGILANCE, 1);
    expect(told).toBe(1);
  });
});

describe("closing hours", () => {
  const night = { from: "01:00", to: "02:00" };
  test.each([
    ["2026-06-10T22:59:59Z", null],
    ["2026-06-10T23:00:00Z", 3600],
    ["2026-06-10T23:59:30Z", 30],
    ["2026-06-11T00:00:00Z", null],
    ["2026-12-10T00:30:00Z", 1800],
  ])("%s", (instant, expected) => expect(closedForSeconds(night, new Date(instant))).toBe(expected));

  test("a window that passes midnight", () => {
    expect(closedForSeconds({ from: "23:30", to: "00:15" }, new Date("2026-06-10T22:00:00Z"))).toBe(900);
    expect(closedForSeconds(undefined, new Date())).toBeNull();
  });

  test("nothing is asked of a closed provider", async () => {
    const { ask, calls, clock } = provider(() => response(200));
    clock.advance(-(10 * 3600) - 20 + 3600);
    const at = clock.now();
    const source = { ...VIGILANCE, maintenance: { from: "02:30", to: "03:30" } };
    expect(at.toISOString()).toBe("2026-06-10T01:00:00.000Z");
    expect(await ask(source, 1)).toEqual({ ok: false, cause: "maintenance", retryInSeconds: 1800 });
    expect(calls()).toBe(0);
  });
});
