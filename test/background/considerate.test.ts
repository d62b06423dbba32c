/** What the extension owes to the services it asks itself. */
import { describe, expect, test } from "vitest";
import { considerate } from "../../src/background/considerate.ts";
import { rechercheEntreprisesFamily } from "../../src/sources/families/recherche-entreprises.ts";
import { SOURCES, sourceOf } from "../../src/sources/index.ts";
import type { TransportFailure, TransportRequest, TransportResponse } from "../../src/sources/transport.ts";

const COMPANY = { siret: "99990000400014", siren: "999900004" };
const START = Date.parse("2026-11-24T09:30:00Z");
const given = (status = 200, headers: Record<string, string> = {}): TransportResponse => ({
  ok: true,
  status,
  headers,
  text: "{}",
  fetchedAt: new Date(START).toISOString(),
  cached: false,
});

function world(answer: (call: number) => TransportResponse | TransportFailure = () => given()) {
  const clock = { at: START };
  const calls: { path: string; at: number }[] = [];
  const slept: number[] = [];
  const transport = considerate(
    {
      get: async ({ path, query }) => {
        calls.push({ path: `${path}?${new URLSearchParams(query)}`, at: clock.at });
        return answer(calls.length);
      },
    },
    {
      now: () => new Date(clock.at),
      sleep: async (ms) => {
        slept.push(ms);
      },
    },
  );
  const asking = (q: string, more: Partial<TransportRequest> = {}) =>
    transport.get({ family: rechercheEntreprisesFamily, path: "/search", query: { q }, timeoutMs: 5000, fresh: false, ...more });
  return { transport, clock, calls, slept, asking };
}

describe("one call for all who ask the same thing", () => {
  test("sources that read the same address, and their documents, cost one call", async () => {
    const { transport, calls } = world();
    const readers = SOURCES.filter(({ family }) => family === rechercheEntreprisesFamily);
    expect(readers.map(({ id }) => id)).toEqual(["recherche-entreprises", "insee-avis-situation"]);
    const request = (id: string, fresh: boolean) => {
      const source = sourceOf(id) as (typeof SOURCES)[number];
      return transport.get({ ...source.request(COMPANY), family: source.family, timeoutMs: source.timeoutMs, fresh });
    };
    await Promise.all(readers.map(({ id }) => request(id, false)));
    await request("insee-avis-situation", true);
    expect(calls).toHaveLength(1);
  });

  test("another company is another call, and an answer grows old", async () => {
    const { asking, calls, clock } = world();
    await asking("1");
    await asking("2");
    expect(calls).toHaveLength(2);
    clock.at += 61_000;
    await asking("1");
    expect(calls).toHaveLength(3);
  });

  test("a failure is not given again", async () => {
    const { asking, calls } = world((call) => (call === 1 ? { ok: false, cause: "refused" } : given()));
    expect((await asking("1")).ok).toBe(false);
    expect((await asking("1")).ok).toBe(true);
    expect(calls).toHaveLength(2);
  });

  test("links that die are asked again for their document", async () => {
    const { asking, calls } = world();
    const family = { ...rechercheEntreprisesFamily, linkSeconds: 600 };
    await asking("1", { family });
    await asking("1", { family, fresh: true });
    expect(calls).toHaveLength(2);
  });
});

describe("no more calls than the provider allows", () => {
  test("seven in a second, the next ones wait for theirs, and those too far away are told so", async () => {
    const { asking, slept } = world();
    const ends = await Promise.all(Array.from({ length: 25 }, (_, call) => asking(String(call))));
    expect(slept).toHaveLength(14);
    expect(new Set(slept)).toEqual(new Set([1000, 2000]));
    expect(ends.filter((end) => !end.ok)).toEqual(Array.from({ length: 4 }, () => ({ ok: false, cause: "waiting", retryInSeconds: 3 })));
  });

  test("a 429 stops the calls for the time it gives, a minute when it gives none", async () => {
    const told = world((call) => (call === 1 ? given(429, { "retry-after": "5" }) : given()));
    await told.asking("1");
    expect(await told.asking("2")).toEqual({ ok: false, cause: "waiting", retryInSeconds: 5 });
    told.clock.at += 5_000;
    expect((await told.asking("2")).ok).toBe(true);

    const untold = world((call) => (call === 1 ? given(429) : given()));
    await untold.asking("1");
    expect(await untold.asking("2")).toMatchObject({ cause: "waiting", retryInSeconds: 60 });
  });
});
