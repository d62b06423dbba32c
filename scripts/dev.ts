/**
 * `npm run dev [-- firefox]`: the extension rebuilt and reloaded at each change, in a browser opened for it, with the proxy in démo mode
 * and the local portal beside it. Ctrl+C stops everything.
 */
import { startProxy } from "../proxy/start.ts";
import { startPortal } from "../test/portals/server.ts";
import { runStep } from "./steps.ts";

const browser = process.argv[2] ?? "chrome";
if (browser !== "chrome" && browser !== "firefox") {
  console.error("Usage : npm run dev [-- firefox]");
  process.exit(2);
}
const [proxy, portal] = await Promise.all([
  startProxy({ mode: "demo", environment: { ...process.env, PLI_PRET_LOG_LEVEL: "warn" } }),
  startPortal(),
]);
console.log(`Proxy de démonstration : ${proxy.url}\nPages de portail : ${portal.url}`);
// Ctrl+C also reaches the tool below: this process ends when the tool does.
process.on("SIGINT", () => undefined);
process.exitCode = await runStep("Extension, à chaque changement", "wxt", ["-b", browser, "--mv3"]);
await Promise.all([proxy.close(), portal.close()]);
