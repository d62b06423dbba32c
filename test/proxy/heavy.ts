/** A proxy as a process of its own, whose one document weighs 25 MB. Says its address, then its memory (bytes) on each line received. */
import { createInterface } from "node:readline";
import type { Outgoing } from "../../proxy/outgoing.ts";
import { startProxy } from "../../proxy/start.ts";
import { VIGILANCE } from "./fixtures.ts";

const HEAVY = Buffer.alloc(25_000_000, "%PDF-1.7 ");
const answer = { data: { document_url: "https://storage.entreprise.api.gouv.fr/siade/heavy.pdf" } };
const outgoing: Outgoing = {
  send: async ({ url }) => {
    const isDocument = url.hostname.startsWith("storage.");
    if (isDocument) await new Promise((resolve) => setTimeout(resolve, 100));
    // Another copy each time, as from the network.
    const body = isDocument ? Buffer.from(HEAVY) : Buffer.from(JSON.stringify(answer));
    return { ok: true, status: 200, headers: { "content-type": isDocument ? "application/pdf" : "application/json" }, body };
  },
  close: async () => undefined,
};
const { url } = await startProxy({
  mode: "demo",
  port: 0,
  sources: [VIGILANCE],
  quotas: "off",
  outgoing,
  environment: { PLI_PRET_LOG_LEVEL: "silent", PLI_PRET_TRUSTED_PROXIES: "1", PLI_PRET_REUSE_SECONDS: "900" },
});
process.stdout.write(`${url}\n`);
createInterface({ input: process.stdin }).on("line", () => process.stdout.write(`${process.memoryUsage().rss}\n`));
