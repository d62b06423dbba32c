/** The proxy in démo mode, silent. */
import { type RunningProxy, startProxy } from "../../proxy/start.ts";

/** In the small hours of Paris the day before's evening: sources close for their maintenance then, whatever is tried. */
function awake(): Date {
  const hour = Number(new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", hour: "2-digit", hour12: false }).format().slice(0, 2));
  return new Date(Date.now() - (hour % 24 < 4 ? 4 * 3_600_000 : 0));
}

/** @param port 0: a free one */
export function startProxyQuietly(port = 0): Promise<RunningProxy> {
  const before = Date.now() - awake().getTime();
  const now = () => new Date(Date.now() - before);
  return startProxy({ mode: "demo", port, environment: { PLI_PRET_LOG_LEVEL: "silent" }, simulator: { now } });
}
