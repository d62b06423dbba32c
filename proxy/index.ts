/**
 * The proxy's process, in the mode that the environment says (démo unless told); or, where there is nothing but this folder (the image),
 * `node proxy/index.ts audit DOSSIER 2026-01-01 2026-12-31`: the audit trail of those days as CSV, status 1 when a line was changed.
 */
import { exportAudit } from "./audit-export.ts";

const [command, directory, from = "0000-01-01", to = "9999-12-31"] = process.argv.slice(2);
if (command === undefined) await import("./listen.ts");
else if (command === "audit" && directory !== undefined) process.exitCode = await exportAudit(directory, from, to);
else {
  process.stderr.write("Usage : npm run proxy [-- audit DOSSIER [PREMIER_JOUR [DERNIER_JOUR]]]\n");
  process.exitCode = 2;
}
