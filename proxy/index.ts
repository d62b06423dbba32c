/**
 * The proxy's process, in the mode that the environment says; or, where there is nothing but this folder (the image),
 * `node proxy/index.ts audit …`: the operator's commands on the audit trail.
 */
import { AUDIT_USAGE, runAudit } from "./audit/command.ts";

const [command, ...args] = process.argv.slice(2);
if (command === undefined) await import("./listen.ts");
else if (command === "audit") process.exitCode = await runAudit(args, process.env);
else {
  process.stderr.write(AUDIT_USAGE);
  process.exitCode = 2;
}
