/** Runs the project's tools, and prints how long each took. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Path of a tool installed with the project. */
function toolPath(name: string): string {
  return join(ROOT, "node_modules", ".bin", name);
}

interface StepOptions {
  /**
   * Where the step's output goes: `error` keeps standard output for the command's own result, `together` prints all of it at its end, for
   * steps that run side by side.
   */
  readonly output?: "standard" | "error" | "together";
  /** Variables added to this process's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a tool of the project (or a program of the machine) and returns its exit status. */
export async function runStep(
  title: string,
  program: string,
  args: readonly string[],
  { output = "standard", environment = {} }: StepOptions = {},
): Promise<number> {
  const started = performance.now();
  const path = existsSync(toolPath(program)) ? toolPath(program) : program;
  const tell = output === "error" ? console.error : console.log;
  if (output !== "together") tell(`\n── ${title}`);
  const told: Buffer[] = [];
  const status = await new Promise<number>((resolve) => {
    const where = { standard: "inherit", error: 2, together: "pipe" } as const;
    const child = spawn(path, args, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ["inherit", where[output], output === "together" ? "pipe" : "inherit"],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => told.push(chunk));
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(code ?? 1));
  });
  if (output === "together") tell(`\n── ${title}\n${Buffer.concat(told).toString().trimEnd()}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  tell(`── ${title} : ${status === 0 ? "réussi" : `échec (${status})`} en ${seconds} s`);
  return status;
}
