/** The measure of the person's upload rate, from the extension to a proxy behind TLS, over a line of known rate. */
import { type AddressInfo, connect } from "node:net";
import { Transform } from "node:stream";
import { createServer, type Server } from "node:tls";
import { Agent, fetch as fetchThrough } from "undici";
import { afterAll, expect, test } from "vitest";
import { type RunningProxy, startProxy } from "../../proxy/start.ts";
import { viaNetwork } from "../../src/background/network.ts";
import { measureUpload } from "../../src/background/upload-rate.ts";
import { certificate } from "../portals/certificate.ts";

/** Bytes a second that the line lets through, at most. */
const PACE = 4_000_000;

let proxy: RunningProxy;
let front: Server;
let agent: Agent;
afterAll(async () => {
  await agent?.destroy();
  front?.close();
  await proxy?.close();
});

/** Ends TLS before the proxy, as an operator's relay does: it passes requests on, and bodies no faster than the line. */
async function startFront(to: URL): Promise<{ readonly server: Server; readonly port: number; readonly cert: string }> {
  const { key, cert } = await certificate();
  const server = createServer({ key, cert }, (socket) => {
    const line = new Transform({
      transform: (chunk: Buffer, _, done) => void setTimeout(() => done(null, chunk), (chunk.length / PACE) * 1_000),
    });
    const inside = connect(Number(to.port), to.hostname);
    for (const one of [socket, inside]) one.on("error", () => [socket, inside].forEach((either) => void either.destroy()));
    socket.pipe(line).pipe(inside).pipe(socket);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { server, port: (server.address() as AddressInfo).port, cert };
}

test("a distant proxy over https gives the line's own rate, and no more", async () => {
  proxy = await startProxy({ mode: "demo", port: 0, environment: { PLI_PRET_LOG_LEVEL: "silent", PLI_PRET_SHUTDOWN_SECONDS: "1" } });
  const { server, port, cert } = await startFront(new URL(proxy.url));
  front = server;
  agent = new Agent({
    connect: {
      ca: cert,
      servername: "portail.pli-pret.example",
      lookup: (_, __, found) => found(null, [{ address: "127.0.0.1", family: 4 }]),
    },
  });
  const network = viaNetwork((url, init) => fetchThrough(url, { ...(init as object), dispatcher: agent }) as unknown as Promise<Response>);
  const measured = await measureUpload(`https://proxy.pli-pret.example:${port}`, network);
  expect(measured).toHaveProperty("bitsPerSecond");
  const { bitsPerSecond = 0 } = measured as { bitsPerSecond?: number };
  expect(bitsPerSecond).toBeGreaterThan(0);
  // A machine under load makes the line slower, never faster.
  expect(bitsPerSecond).toBeLessThanOrEqual(PACE * 8);
});
