/**
 * How long a whole collection takes beside its slowest source: `node bench/collecting.ts [collections, 12]`. The extension's own collector
 * asks a real proxy; behind it each source takes a time of its own, drawn as such services answer: half within 0.4 s, one in twenty over 2
 * s. Once with as many connections as it wants, as over HTTP/2, once with the six that a browser opens to an HTTP/1.1 address.
 */
import { Agent, fetch as fetchThrough } from "undici";
import { createReroutedOutgoing, type Outgoing } from "../proxy/outgoing.ts";
import { startProxy } from "../proxy/start.ts";
import { DEMO_COMPANIES } from "../simulator/companies.ts";
import { startSimulator } from "../simulator/server.ts";
import { createCollector } from "../src/background/collector.ts";
import { turnsFor } from "../src/background/late-turns.ts";
import { type Fetch, LATE_AT_ONCE, proxyService } from "../src/background/proxy-service.ts";
import { cellsOf } from "../src/store/cells.ts";
import { memoryStore } from "../test/store/memory-store.ts";
import { drawerOf } from "./scale-day.ts";
import { shareOf } from "./spread.ts";

const COLLECTIONS = Number(process.argv[2] ?? "12");
const MEDIAN_MS = 400;
/** Standard deviation of the logarithm: nineteen in twenty are within five times the median. */
const SPREAD = 1;
const LONGEST_MS = 15_000;
const draw = drawerOf(11);

/** Milliseconds, log-normal (Box and Muller). */
function drawLatency(): number {
  const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  return Math.min(LONGEST_MS, MEDIAN_MS * Math.exp(SPREAD * normal));
}

/** The way out, with a drawn delay for each call; `slowest` is the longest delay since it was last set to 0. */
function slowed(outgoing: Outgoing): Outgoing & { slowest: number } {
  return {
    slowest: 0,
    async send(request) {
      const began = performance.now();
      await new Promise((resolve) => setTimeout(resolve, drawLatency()));
      const response = await outgoing.send(request);
      this.slowest = Math.max(this.slowest, performance.now() - began);
      return response;
    },
    close: () => outgoing.close(),
  };
}

const simulator = await startSimulator({ quotas: "off" });
const outgoing = slowed(createReroutedOutgoing(simulator.url));
const send = outgoing.send.bind(outgoing);
const environment = { PLI_PRET_LOG_LEVEL: "silent", PLI_PRET_PER_ADDRESS_PER_MINUTE: "1000000000", PLI_PRET_REUSE_SECONDS: "0" };
const proxy = await startProxy({ mode: "demo", port: 0, quotas: "off", environment, outgoing: { send, close: outgoing.close } });

async function collect(dispatcher: Agent, n: number): Promise<number> {
  const store = memoryStore();
  const fetch = ((url: string, init: object) => fetchThrough(url, { ...init, dispatcher })) as unknown as Fetch;
  const now = () => new Date();
  const service = proxyService(proxy.url, {
    fetch,
    now,
    token: async () => null,
    renew: async () => ({ state: "away" }),
    late: turnsFor(LATE_AT_ONCE),
  });
  const collector = createCollector({ cells: cellsOf(store), store, service: async () => service, wakeAt: () => undefined, now });
  outgoing.slowest = 0;
  const began = performance.now();
  const { siret } = DEMO_COMPANIES[n % DEMO_COMPANIES.length] ?? { siret: "" };
  await collector.open({ siret, recipient: null, object: `Lot ${n}` });
  await collector.settled();
  return performance.now() - began;
}

const middle = (values: readonly number[], share = 0.5) => Math.round(shareOf(values, share));

try {
  console.log(
    "| connexions | collectes | collecte médiane (ms) | source la plus lente, médiane (ms) | au-delà d'elle, médiane (ms) | 95 % (ms) |",
  );
  console.log("|---|---|---|---|---|---|");
  for (const [name, connections] of [
    ["autant qu'il faut", 256],
    ["six", 6],
  ] as const) {
    const dispatcher = new Agent({ connections });
    await collect(dispatcher, 0);
    const [whole, slowest, beyond]: [number[], number[], number[]] = [[], [], []];
    for (let n = 0; n < COLLECTIONS; n++) {
      const time = await collect(dispatcher, n);
      whole.push(time);
      slowest.push(outgoing.slowest);
      beyond.push(time - outgoing.slowest);
    }
    console.log(`| ${name} | ${COLLECTIONS} | ${middle(whole)} | ${middle(slowest)} | ${middle(beyond)} | ${middle(beyond, 0.95)} |`);
    await dispatcher.close();
  }
} finally {
  await proxy.close();
  await simulator.close();
}
