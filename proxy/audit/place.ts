/** Where the trail of this operator is, and its key. */
import pg from "pg";
import { ConfigError, NotReadyError } from "../config.ts";
import { readAuditKey, readDatabaseUrl } from "../credentials.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { TrailStore } from "./store.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** `null` when the environment names no trail. @throws {ConfigError} when it cannot be opened, or has no key; {NotReadyError} */
export async function openPlace(
  environment: Environment,
  directory: string | null,
): Promise<{ readonly store: TrailStore; readonly key: Buffer } | null> {
  const url = readDatabaseUrl(environment);
  if (url === null && directory === null) return null;
  const key = readAuditKey(environment);
  if (key === null) throw new ConfigError("PLI_PRET_AUDIT_KEY : obligatoire avec une trace (openssl rand -base64 32)");
  return { store: url === null ? await inFolder(directory ?? "") : await inDatabase(url), key };
}

async function inFolder(directory: string): Promise<TrailStore> {
  try {
    return await openSqlite(directory);
  } catch (error) {
    throw new ConfigError(`PLI_PRET_AUDIT_DIR : ${error instanceof Error ? error.message : "inaccessible"}`);
  }
}

async function inDatabase(url: string): Promise<TrailStore> {
  try {
    return await openPostgres(url);
  } catch (error) {
    const message = error instanceof Error ? error.message || error.name : "inaccessible";
    // A refusal of the database itself (password, name, rights) will not pass; a database that does not answer may later.
    if (error instanceof pg.DatabaseError && !PASSING.has(error.code ?? "")) throw new ConfigError(`DATABASE_URL : ${message}`);
    throw new NotReadyError(`DATABASE_URL : la base ne répond pas (${message})`);
  }
}

/** Starting, stopping, too many connections. */
const PASSING = new Set(["57P01", "57P02", "57P03", "53300"]);
