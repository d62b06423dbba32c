/** Listens, and says where. */
import { ConfigError, NotReadyError } from "./config.ts";
import { startProxy } from "./start.ts";

try {
  const proxy = await startProxy();
  console.log(`Proxy de Pli prêt : ${proxy.url}`);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void proxy.close().then(() => process.exit(0));
  };
  // The signal may come twice, from a supervisor and from a launcher: it counts once. A second Ctrl-C stops at once.
  process.on("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof NotReadyError)) throw error;
  console.error(error.message);
  // A wrong configuration is not worth another try (EX_CONFIG); a service that does not answer yet is (EX_TEMPFAIL).
  process.exit(error instanceof ConfigError ? 78 : 75);
}
