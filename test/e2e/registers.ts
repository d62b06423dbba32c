/** The public registers as the simulator plays them, reached by an extension that asks the real hosts. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Worker } from "@playwright/test";
import { startSimulator } from "../../simulator/server.ts";

export interface Registers {
  /** Redirects what the extension's worker fetches to the simulator; to be called again for each worker. */
  answer(worker: Worker): Promise<void>;
  /** Hosts asked so far, once each. */
  hosts(): string[];
  close(): Promise<void>;
}

export async function startRegisters(latencyMs = 0): Promise<Registers> {
  const simulator = await startSimulator({ latencyMs });
  // A page cannot set the `Host` of a request: this relay does.
  const relay = createServer(async (request, response) => {
    const [, host = "", path = ""] = /^\/([^/]+)(\/.*)$/.exec(request.url ?? "") ?? [];
    const answer = await fetch(`${simulator.url}${path}`, { headers: { "x-simulated-host": host }, redirect: "manual" });
    const type = answer.headers.get("content-type") ?? "application/octet-stream";
    response.writeHead(answer.status, { "access-control-allow-origin": "*", "content-type": type });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((listening) => relay.listen(0, "127.0.0.1", listening));
  const { port } = relay.address() as AddressInfo;
  return {
    answer: (worker) =>
      worker.evaluate((relayed) => {
        const own = globalThis.fetch;
        globalThis.fetch = (url, init) => own(String(url).replace(/^https:\/\//, relayed), init);
      }, `http://127.0.0.1:${port}/`),
    hosts: () => [...new Set(simulator.calls.map(({ host }) => host))],
    close: async () => {
      relay.close();
      await simulator.close();
    },
  };
}
