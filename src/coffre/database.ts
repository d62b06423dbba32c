/** The coffre's database: what is stored, all of it encrypted but for random identifiers. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Keyring } from "./keyring.ts";
import type { Sealed } from "./seal.ts";

interface CoffreSchema extends DBSchema {
  /** One record: how the data key is wrapped. */
  keyring: { key: "main"; value: Keyring };
  /** What is known of each piece, small: lists read only this. */
  pieces: { key: string; value: Sealed };
  /** The bytes of each piece, under the same identifier. */
  bytes: { key: string; value: Sealed };
  /** What is remembered of each company. */
  companies: { key: string; value: Sealed };
}
export type CoffreDatabase = IDBPDatabase<CoffreSchema>;
/** The stores that hold the person's data. */
export const DATA_STORES = ["pieces", "bytes", "companies"] as const;

const DATABASE_NAME = "coffre";
const VERSION = 1;

/** Opens the database, made on first use. */
export function openCoffreDatabase(name: string = DATABASE_NAME): Promise<CoffreDatabase> {
  return openDB<CoffreSchema>(name, VERSION, {
    upgrade(db) {
      db.createObjectStore("keyring");
      for (const store of DATA_STORES) db.createObjectStore(store);
    },
  });
}
