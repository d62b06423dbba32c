/**
 * Marks of this browser that no page can reach. Where a browser's stores are open to content scripts (Firefox), a mark in them could
 * be forged: that everything is being erased, or that an earlier version wrote a value.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Store } from "./cells.ts";

interface Schema extends DBSchema {
  marks: { key: string; value: unknown };
}

/** @param name of the database, another one in tests */
export function marksStore(name = "pli-pret-marks"): Store {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  // A browser that remembers nothing keeps no database either: a mark then lasts as long as what it is about.
  const memory = new Map<string, unknown>();

  async function kept<Result>(work: (db: IDBPDatabase<Schema>) => Promise<Result>, otherwise: () => Result): Promise<Result> {
    opening ??= openDB<Schema>(name, 1, { upgrade: (db) => void db.createObjectStore("marks") });
    const db = await opening.catch(() => null);
    return db === null ? otherwise() : work(db);
  }

  return {
    get: (key) =>
      kept(
        (db) => db.get("marks", key),
        () => memory.get(key),
      ),
    set: (key, value) =>
      kept(
        async (db) => void (await db.put("marks", value, key)),
        () => void memory.set(key, value),
      ),
    remove: (key) =>
      kept(
        (db) => db.delete("marks", key),
        () => void memory.delete(key),
      ),
    keys: (prefix) =>
      kept(
        async (db) => (await db.getAllKeys("marks")).filter((key) => key.startsWith(prefix)),
        () => [...memory.keys()].filter((key) => key.startsWith(prefix)),
      ),
  };
}
