/**
 * One of the processes of the load figures, said by its first argument: the simulator, the proxy in front of it, or a bare
 * pass-through to compare with. Says its address on its first line, on each line it receives its memory (MB), the processor's time that
 * it took (ms) and, under `--expose-gc`, what it still holds (MB) once the rest was collected.
 */
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { createReroutedOutgoing } from "../proxy/outgoing.ts";
import { startProxy } from "../proxy/start.ts";
import { startSimulator } from "../simulator/server.ts";

const [role, upstream = "", latency = "0", reuse = "900"] = process.argv.slice(2);

if (role === "simulator") say((await startSimulator({ quotas: "off", latencyMs: Number(latency) })).url);
if (role === "proxy") {
  // Answers are reused for `reuse` seconds: a quarter of the hour that is replayed, as a quarter of a real one.
  const environment = { PLI_PRET_LOG_LEVEL: "silent", PLI_PRET_PER_ADDRESS_PER_MINUTE: "1000000000", PLI_PRET_REUSE_SECONDS: reuse };
  const proxy = await startProxy({ mode: "demo", port: 0, quotas: "off", environment, outgoing: createReroutedOutgoing(upstream) });
  say(proxy.url);
}
if (role === "instance") {
  // The quotas are kept, in the Redis that the environment names.
  const environment = { ...process.env, PLI_PRET_LOG_LEVEL: "silent", PLI_PRET_PER_ADDRESS_PER_MINUTE: "1000000000" };
  say((await startProxy({ mode: "demo", port: 0, environment, outgoing: createReroutedOutgoing(upstream) })).url);
}
if (role === "pass-through") {
  const target = new URL(upstream);
  // Passes `X-Simulated-Host` and the path on unchanged: the least that a proxy can do.
  const server = createServer((incoming, outgoing) => {
    const forwarded = request({ host: target.hostname, port: target.port, path: incoming.url, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on("error", () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  say(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

function say(url: string): void {
  console.log(url);
  createInterface({ input: process.stdin }).on("line", () => {
    const { user, system } = process.cpuUsage();
    const resident = megabytes(process.memoryUsage().rss);
    globalThis.gc?.();
    console.log([resident, Math.round((user + system) / 1000), megabytes(process.memoryUsage().heapUsed)].join(" "));
  });
}
