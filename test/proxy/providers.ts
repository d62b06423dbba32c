/**
 * What an operator does not run, in its own process: API Entreprise at an address of its own, its documents included, and an
 * identity provider that sends back to the address given. Says where they are; then, on each line received, the calls it had.
 * A line that is not empty makes the calls whose path contains it slow.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { API_ENTREPRISE } from "../../simulator/api-entreprise/app.ts";
import { startIdentity } from "../../simulator/identity.ts";
import { startSimulator } from "../../simulator/server.ts";
import { STORAGE_HOST } from "../../simulator/world.ts";

const [callbackUrl = "", token = "", ...scopes] = process.argv.slice(2);
const simulator = await startSimulator();
simulator.tokens.add(token, { scopes: new Set(scopes), state: "valid" });
const { issuer } = await startIdentity(callbackUrl);

/** The simulator knows its services by their names: here they have one address. */
const front = createServer(async ({ url = "/", headers }, response) => {
  const service = url.startsWith("/siade/") ? STORAGE_HOST : API_ENTREPRISE;
  const { authorization = "", "cache-control": cacheControl = "" } = headers;
  const answer = await fetch(`${simulator.url}${url}`, {
    headers: { "x-simulated-host": service, authorization, "cache-control": cacheControl },
  });
  const body = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get("content-type") ?? "";
  const names = new RegExp(`https://(${STORAGE_HOST}|${API_ENTREPRISE})`, "g");
  const here = type.includes("json") ? body.toString("utf8").replaceAll(names, `http://${headers.host}`) : body;
  response.writeHead(answer.status, { "content-type": type }).end(here);
});
await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
say({ api: `http://127.0.0.1:${(front.address() as AddressInfo).port}`, issuer });
createInterface({ input: process.stdin }).on("line", (part) => {
  if (part !== "") simulator.fault(part, { kind: "slow", latencyMs: 700, times: 1 });
  say(simulator.calls.map(({ path }) => path));
});

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
