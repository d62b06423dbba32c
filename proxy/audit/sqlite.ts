/** The trail in one SQLite file. Several processes of one machine may write it. */
import { statSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync, type StatementResultingChanges } from "node:sqlite";
import { type Link, ORIGIN, type Row } from "./chain.ts";
import type { TrailStore } from "./store.ts";

export const SQLITE_FILE = "audit.sqlite";
/** How long a writer waits for another process's, milliseconds: the whole process waits with it. */
const BUSY_MS = 1000;
/** `synchronous=FULL`: a commit that returned is on the disk, power cut or not. */
const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS audit (n INTEGER PRIMARY KEY, at TEXT NOT NULL, entry TEXT NOT NULL, mac TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS audit_at ON audit (at);
`;

/** @param directory made when it is missing, readable by this user only. @throws when nothing can be written there */
export async function openSqlite(directory: string): Promise<TrailStore> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, SQLITE_FILE);
  // SQLite gives its other files the rights of this one.
  await (await open(path, "a", 0o600)).close();
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  database.exec(SCHEMA);
  const inode = statSync(path).ino;
  const insert = database.prepare("INSERT INTO audit (n, at, entry, mac) VALUES (?, ?, ?, ?)");
  const last = database.prepare("SELECT n, mac FROM audit ORDER BY n DESC LIMIT 1");
  const after = database.prepare("SELECT n, at, entry, mac FROM audit WHERE n > ? ORDER BY n LIMIT ?");
  const latestBefore = database.prepare("SELECT max(at) AS at FROM audit WHERE at > '' AND at < ?");
  // `+at` makes SQLite scan by number, from the oldest row, which is most often the answer.
  const firstSince = database.prepare("SELECT n FROM audit WHERE +at >= ? ORDER BY n LIMIT 1");
  const put = ({ n, at, entry, mac }: Row): StatementResultingChanges => insert.run(n, at, entry, mac);
  const lastLink = () => (last.get() as Link | undefined) ?? ORIGIN;

  /** Throws when the file was removed or replaced: SQLite would go on writing into a file that has no name any more. */
  function checkIsThere(): void {
    if (statSync(path, { throwIfNoEntry: false })?.ino !== inode) throw new Error("the file of the audit trail is gone");
  }

  function transaction(work: () => void): void {
    checkIsThere();
    database.exec("BEGIN IMMEDIATE");
    try {
      work();
      database.exec("COMMIT");
    } catch (error) {
      // A full disk has sometimes already ended the transaction.
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  }

  return {
    append: async (make) => transaction(() => make(lastLink()).forEach(put)),
    last: async () => lastLink(),
    after: async (n, most) => after.all(n, most) as unknown as Row[],
    latestBefore: async (at) => (latestBefore.get(at) as { at: string | null }).at,
    firstSince: async (at) => (firstSince.get(at) as { n: number } | undefined)?.n ?? null,
    replaceUpTo: async (base) =>
      transaction(() => {
        // When no row is left there, another process has already removed more.
        if (database.prepare("DELETE FROM audit WHERE n <= ?").run(base.n).changes !== 0) put(base);
      }),
    close: async () => database.close(),
  };
}
