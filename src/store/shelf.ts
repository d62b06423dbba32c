/** The bytes of documents, in IndexedDB: brought by the worker, read by screens. A copy of what can be asked again, so it may be erased. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

export interface ShelvedDocument {
  readonly key: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Milliseconds since the epoch. */
  readonly putAt: number;
}

interface Schema extends DBSchema {
  documents: { key: string; value: ShelvedDocument };
}

export interface Shelf {
  get(key: string): Promise<ShelvedDocument | null>;
  put(document: ShelvedDocument): Promise<void>;
  remove(key: string): Promise<void>;
  /** Removes what was put before those times: documents, and files made of them. Milliseconds since the epoch. */
  prune(before: number, madeBefore: number): Promise<void>;
  erase(): Promise<void>;
}

/** Keys of files made of the dossier (`made-shelf.ts`), as a kind apart: the worker removes those that can serve no more. */
export const MADE = "made|";

/** @param name of the database; another one in each test */
export function openShelf(name = "pli-pret-documents"): Shelf {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opening ??= openDB<Schema>(name, 1, { upgrade: (db) => void db.createObjectStore("documents", { keyPath: "key" }) });
    return opening;
  };
  return {
    get: async (key) => (await (await database()).get("documents", key)) ?? null,
    put: async (document) => void (await (await database()).put("documents", document)),
    remove: async (key) => (await database()).delete("documents", key),
    prune: async (before, madeBefore) => {
      const store = (await database()).transaction("documents", "readwrite").store;
      for (let cursor = await store.openCursor(); cursor !== null; cursor = await cursor.continue()) {
        if (cursor.value.putAt < before || (cursor.value.key.startsWith(MADE) && cursor.value.putAt < madeBefore)) await cursor.delete();
      }
    },
    erase: async () => (await database()).clear("documents"),
  };
}
