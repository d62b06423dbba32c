/** One instance of the proxy as a process of its own, on a simulator and a Redis that others share. Says its address, then runs. */
import { createReroutedOutgoing } from "../../proxy/outgoing.ts";
import { startProxy } from "../../proxy/start.ts";
import { TEST_SOURCES } from "./fixtures.ts";

const { url } = await startProxy({
  mode: "demo",
  port: 0,
  sources: TEST_SOURCES,
  outgoing: createReroutedOutgoing(process.env["SIMULATOR_URL"] ?? ""),
});
process.stdout.write(`${url}\n`);
