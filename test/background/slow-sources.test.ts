/** Over HTTP/1.1 a browser opens six connections to one address: more sources than that may be silent, and the others answer all the same. */
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent, fetch as fetchThrough } from "undici";
import { expect, test, vi } from "vitest";
import { createCollector } from "../../src/background/collector.ts";
import { turnsFor } from "../../src/background/late-turns.ts";
import { type Fetch, LATE_AT_ONCE, proxyService } from "../../src/background/proxy-service.ts";
import type { Answer } from "../../src/domain/answer.ts";
import { cellsOf } from "../../src/store/cells.ts";
import { memoryStore } from "../store/memory-store.ts";
import { answerOf, NOW, SIRET, serviceOf } from "./answers.ts";

const CONNECTIONS = 6;
const SILENT = Array.from({ length: 9 }, (_, n) => `silent-${n}`);
const FAST = Array.from({ length: 12 }, (_, n) => `fast-${n}`);
/** A second of the waits that are asked for. */
const SECOND_MS = 10;

/** A proxy whose silent sources answer when it is told, and that ends the wait which it is asked for as the real one does. */
async function countingProxy() {
  const open = new Map<ServerResponse, number | null>();
  let spoken = false;
  let mostLate = 0;
  const comeBack = (id: string): Answer => {
    const { provenance, ...answer } = answerOf(id);
    return { ...answer, provenance, state: "pending", reason: "inFlight", until: provenance.fetchedAt };
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
    const send = (body: unknown) => {
      open.delete(response);
      response.end(JSON.stringify(body));
    };
    if (pathname === "/v1/sources") return send(serviceOf(...SILENT, ...FAST));
    const id = pathname.split("/").at(-1) ?? "";
    if (spoken || !SILENT.includes(id)) return send(answerOf(id));
    const wait = searchParams.get("wait");
    open.set(response, wait === null ? null : Number(wait));
    mostLate = Math.max(mostLate, [...open.values()].filter((seconds) => seconds !== null && seconds > 2).length);
    if (wait !== null) setTimeout(() => send(spoken ? answerOf(id) : comeBack(id)), Number(wait) * SECOND_MS);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    speak: () => {
      spoken = true;
    },
    mostLate: () => mostLate,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test("nine silent sources keep none of the others waiting, then take turns on four connections", async () => {
  const proxy = await countingProxy();
  const dispatcher = new Agent({ connections: CONNECTIONS, pipelining: 1 });
  const store = memoryStore();
  const service = proxyService(proxy.url, {
    fetch: ((url: string, init: object) => fetchThrough(url, { ...init, dispatcher })) as unknown as Fetch,
    now: () => NOW,
    token: async () => null,
    renew: async () => ({ state: "away" }),
    late: turnsFor(LATE_AT_ONCE),
  });
  const collector = createCollector({
    ...{ store, cells: cellsOf(store), service: async () => service, wakeAt: () => undefined },
    now: () => NOW,
  });
  const inquiry = { siret: SIRET, recipient: null, object: "Lot 1" };
  try {
    await collector.open(inquiry);
    const delivered = async () =>
      Object.entries((await collector.read(inquiry)).entries).flatMap(([id, { answer }]) => (answer.state === "delivered" ? [id] : []));
    await vi.waitFor(async () => expect((await delivered()).sort()).toEqual([...FAST].sort()), { timeout: 60_000 });
    await vi.waitFor(() => expect(proxy.mostLate()).toBe(LATE_AT_ONCE), { timeout: 60_000 });
    proxy.speak();
    await collector.settled();
    // Never one more.
    expect(proxy.mostLate()).toBe(LATE_AT_ONCE);
  } finally {
    proxy.close();
    await dispatcher.destroy();
  }
});

test("a source that stays silent is not asked without end: its answer says when to come back", async () => {
  const proxy = await countingProxy();
  const asked: string[] = [];
  const service = proxyService(proxy.url, {
    fetch: async (url, init) => {
      asked.push(new URL(url).searchParams.get("wait") ?? "");
      return fetch(url, init);
    },
    now: () => NOW,
    token: async () => null,
    renew: async () => ({ state: "away" }),
    late: turnsFor(1),
  });
  const answer = await service.ask({ siret: SIRET, recipient: null, object: "Lot 1" }, "silent-0");
  proxy.close();
  expect(answer).toMatchObject({ state: "pending", reason: "inFlight", until: new Date(NOW.getTime() + 5_000).toISOString() });
  expect(asked).toEqual(["2", "5", "5", "5", "5"]);
});
