/** The coffre's database. All that is stored is encrypted, except random identifiers. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Sealed } from "./seal.ts";

/** How a key is drawn from a passphrase. */
export type Derivation =
  | { readonly kind: "pbkdf2"; readonly salt: Uint8Array<ArrayBuffer>; readonly iterations: number }
  | { readonly kind: "argon2id"; readonly salt: Uint8Array<ArrayBuffer>; readonly memoryKiB: number; readonly passes: number };

interface Wrapped {
  readonly version: 2;
  /** Names the secret of this browser that unwraps it, when that is what does. */
  readonly id: string;
  /** The data key, wrapped (AES-KW). */
  readonly wrapped: ArrayBuffer;
  /** Nothing at all, sealed by the data key: tells whether a key held in memory is still the one. */
  readonly check: Sealed;
  /** The data key before, sealed by this one, until every record is sealed again. */
  readonly previous?: Sealed;
}
/** How the data key is kept now. */
export type CurrentKeyring = Wrapped & ({ readonly by: "device" } | { readonly by: "passphrase"; readonly derivation: Derivation });

/** How version 1 kept it: under a key of this database, or one drawn by PBKDF2. */
export type PastKeyring =
  | { readonly version?: undefined; readonly by: "device"; readonly wrapped: ArrayBuffer; readonly device: CryptoKey }
  | {
      readonly version?: undefined;
      readonly by: "passphrase";
      readonly wrapped: ArrayBuffer;
      readonly derivation: { readonly salt: Uint8Array<ArrayBuffer>; readonly iterations: number };
    };

export type Keyring = CurrentKeyring | PastKeyring;

interface CoffreSchema extends DBSchema {
  /** One record: how the data key is wrapped. */
  keyring: { key: "main"; value: Keyring };
  /** Secrets of this browser, where it keeps no files for extensions (`secrets.ts`). */
  secrets: { key: string; value: Uint8Array<ArrayBuffer> };
  /** What is known of each piece, small: lists read only this. */
  pieces: { key: string; value: Sealed };
  /** The bytes of each piece, under the same identifier. */
  bytes: { key: string; value: Sealed };
  /** What is remembered of each company. */
  companies: { key: string; value: Sealed };
  /** One record: what the person typed, for all companies. */
  entries: { key: string; value: Sealed };
  /** The prepared dossiers that outlive the browser, small: lists read only this. */
  dossiers: { key: string; value: Sealed };
  /** The bytes of their files, each under its key. */
  files: { key: string; value: Sealed };
}
export type CoffreDatabase = IDBPDatabase<CoffreSchema>;
/** The stores that hold the person's data. */
export const DATA_STORES = ["pieces", "bytes", "companies", "entries", "dossiers", "files"] as const;

const DATABASE_NAME = "coffre";
/** 2: the secrets, and what the person typed. 3: prepared dossiers. */
const VERSION = 3;

/** Opens the database, made on first use. One of an earlier version keeps what it holds. */
export function openCoffreDatabase(name: string = DATABASE_NAME): Promise<CoffreDatabase> {
  return openDB<CoffreSchema>(name, VERSION, {
    upgrade(db) {
      for (const store of ["keyring", "secrets", ...DATA_STORES] as const) {
        if (!db.objectStoreNames.contains(store)) db.createObjectStore(store);
      }
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}
