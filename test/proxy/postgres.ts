/** A PostgreSQL of the tests' own, from Debian's package: its own folder, its own port, gone with the test. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openPostgres } from "../../proxy/audit/postgres.ts";
import type { TrailStore } from "../../proxy/audit/store.ts";
import { freePort } from "./processes.ts";

const ROOM = "/usr/lib/postgresql";
const versions = existsSync(ROOM) ? readdirSync(ROOM).filter((name) => existsSync(join(ROOM, name, "bin", "postgres"))) : [];
const bin = join(ROOM, versions.sort((one, other) => Number(other) - Number(one))[0] ?? "", "bin");
/** PostgreSQL refuses to be run by root. */
const AS_USER = process.getuid?.() === 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

export const hasPostgres = versions.length > 0;

export interface Postgres {
  createDatabase(): Promise<{ readonly url: string; open(): Promise<TrailStore>; run(sql: string): Promise<void> }>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  const directory = mkdtempSync(join(tmpdir(), "postgres-"));
  if (AS_USER.length > 0) spawnSync("chown", ["postgres", directory]);
  chmodSync(directory, 0o700);
  const data = join(directory, "data");
  const made = run(join(bin, "initdb"), "-D", data, "-U", "pli", "-A", "trust", "-E", "UTF8", "--no-sync");
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const [command = "", ...args] = [...AS_USER, join(bin, "postgres"), "-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", directory];
  const server: ChildProcess = spawn(command, args, { stdio: "ignore" });
  const urlOf = (database: string) => `postgres://pli@127.0.0.1:${port}/${database}`;
  const query = async (database: string, sql: string) => {
    const client = new pg.Client({ connectionString: urlOf(database) });
    try {
      await client.connect();
      await client.query(sql);
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  for (let attempt = 0; ; attempt++) {
    const answers = await query("postgres", "SELECT 1").then(
      () => true,
      () => false,
    );
    if (answers) break;
    if (attempt > 200) throw new Error("PostgreSQL does not start");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  let databases = 0;
  return {
    createDatabase: async () => {
      const name = `trail_${++databases}`;
      await query("postgres", `CREATE DATABASE ${name}`);
      return { url: urlOf(name), open: () => openPostgres(urlOf(name)), run: (sql) => query(name, sql) };
    },
    stop: async () => {
      const exit = once(server, "exit");
      server.kill("SIGINT");
      await exit;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function run(...command: string[]) {
  const [program = "", ...args] = [...AS_USER, ...command];
  return spawnSync(program, args, { encoding: "utf8" });
}
