/** Running the project's tools one after the other, with their time. */
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
  /** Where the step tells what it does: `error` keeps standard output for what the command is asked for. */
  readonly output?: "standard" | "error";
}

/** Runs a tool of the project (or a program of the machine) and returns its exit status. */
export async function runStep(
  title: string,
  program: string,
  args: readonly string[],
  { output = "standard" }: StepOptions = {},
): Promise<number> {
  const started = performance.now();
  const path = existsSync(toolPath(program)) ? toolPath(program) : program;
  const tell = output === "error" ? console.error : console.log;
  tell(`\n── ${title}`);
  const status = await new Promise<number>((resolve) => {
    const child = spawn(path, args, { cwd: ROOT, stdio: ["inherit", output === "error" ? 2 : "inherit", "inherit"] });
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 1));
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  tell(`── ${title} : ${status === 0 ? "réussi" : `échec (${status})`} en ${seconds} s`);
  return status;
}
