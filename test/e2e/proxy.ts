/** The proxy in démo mode, silent. */
import { type RunningProxy, startProxy } from "../../proxy/start.ts";

/** @param port 0: a free one */
export function startProxyQuietly(port = 0): Promise<RunningProxy> {
  return startProxy({ mode: "demo", port, environment: { PLI_PRET_LOG_LEVEL: "silent" } });
}
