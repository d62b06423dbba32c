/** Listens, and says where. */
import { ConfigError } from "./config.ts";
import { startProxy } from "./start.ts";

try {
  const proxy = await startProxy();
  console.log(`Proxy de Pli prêt : ${proxy.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void proxy.close().then(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(78);
}
