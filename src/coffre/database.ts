/** The coffre's database. All that is stored is encrypted, except random identifiers. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Sealed } from "./seal.ts";

/** How a key is derived from a passphrase. */
export type Derivation =
  | { readonly kind: "pbkdf2"; readonly salt: Uint8Array<ArrayBuffer>; readonly iterations: number }
  | { readonly kind: "argon2id"; readonly salt: Uint8Array<ArrayBuffer>; readonly memoryKiB: number; readonly passes: number };

interface Wrapped {
  readonly version: 2;
  /** Name of the browser's secret that unwraps it, when no passphrase does. */
  readonly id: string;
  /** The data key, wrapped (AES-KW). */
  readonly wrapped: ArrayBuffer;
  /** An empty record sealed by the data key: it tells whether a key in memory is still the right one. */
  readonly check: Sealed;
  /** The former data key, sealed by this one, until every record is sealed again. */
  readonly previous?: Sealed;
}
/** How the present version protects the data key. */
export type CurrentKeyring = Wrapped & ({ readonly by: "device" } | { readonly by: "passphrase"; readonly derivation: Derivation });

/** How version 1 protected it: by a key in this database, or one derived with PBKDF2. */
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
  /** The browser's secrets, where it gives extensions no private files (`secrets.ts`). */
  secrets: { key: string; value: Uint8Array<ArrayBuffer> };
  /** The description of each piece, small: lists read only this. */
  pieces: { key: string; value: Sealed };
  /** The bytes of each piece, under the same identifier. */
  bytes: { key: string; value: Sealed };
  /** What is remembered of each company. */
  companies: { key: string; value: Sealed };
  /** One record: what the person typed, for all companies. */
  entries: { key: string; value: Sealed };
  /** The prepared dossiers kept after the browser closes, small: lists read only this. */
  dossiers: { key: string; value: Sealed };
  /** The bytes of their files, each under its key. */
  files: { key: string; value: Sealed };
  /** Of which company is each folder that was chosen for a sealed file. */
  folders: { key: string; value: Sealed };
  /** Those folders, as the browser keeps them, under the same identifiers. */
  handles: { key: string; value: FileSystemDirectoryHandle };
}
export type CoffreDatabase = IDBPDatabase<CoffreSchema>;
/** The stores that hold the person's data. */
export const DATA_STORES = ["pieces", "bytes", "companies", "entries", "dossiers", "files", "folders"] as const;

const DATABASE_NAME = "coffre";
/** 2: the secrets, and what the person typed. 3: prepared dossiers. 4: folders. */
const VERSION = 4;

/** Opens the database, made on first use. A database of an earlier version keeps its contents. */
export function openCoffreDatabase(name: string = DATABASE_NAME): Promise<CoffreDatabase> {
  return openDB<CoffreSchema>(name, VERSION, {
    upgrade(db) {
      for (const store of ["keyring", "secrets", "handles", ...DATA_STORES] as const) {
        if (!db.objectStoreNames.contains(store)) db.createObjectStore(store);
      }
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}
