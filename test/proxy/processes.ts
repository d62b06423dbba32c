/** Processes of their own, for the tests that kill them. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

/** A port of this machine that nobody has for now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A Redis of its own, ready to answer. @param more options of `redis-server`, beside those that keep it here and without snapshots */
export async function startRedisAt(directory: string, port: number, ...more: readonly string[]): Promise<ChildProcess> {
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--dir", directory, "--save", "", ...more];
  const redis = spawn("redis-server", options, { stdio: ["ignore", "pipe", "ignore"] });
  for await (const line of createInterface({ input: redis.stdout })) if (line.includes("Ready to accept")) break;
  return redis;
}

/** What a process says, line by line. @throws when it ends before saying more. */
export function linesOf(child: ChildProcess): () => Promise<string> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`process ended: ${child.spawnargs.join(" ")}`);
    return value;
  };
}
