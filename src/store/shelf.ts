/**
 * The bytes of documents, in IndexedDB: put there by the background, read by screens. Copies of what can be fetched or made again,
 * sealed under a key that is only in memory: once the browser closes, they cannot be read.
 */

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { z } from "zod";
import { type Sealed, sealJson, unsealJson } from "../coffre/seal.ts";
import { partNames, rangeOf, sealParts, unsealParts } from "../coffre/sealed-parts.ts";
import { base64Of, bytesOfBase64 } from "../domain/bytes.ts";
import type { Cells } from "./cells.ts";

export interface ShelvedDocument {
  readonly key: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Milliseconds since the epoch. */
  readonly putAt: number;
}

/** The description of a document, or one of its parts. Only its time and kind are in clear. */
interface SealedRecord {
  readonly key: string;
  readonly putAt: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

interface Schema extends DBSchema {
  documents: { key: string; value: SealedRecord };
}

export interface Shelf {
  get(key: string): Promise<ShelvedDocument | null>;
  /**
   * Call it before asking for the document. The returned function puts the document there; it returns false, and puts nothing, when the
   * shelf was erased in between.
   * @throws when the disk is full
   */
  begin(): Promise<(document: ShelvedDocument) => Promise<boolean>>;
  remove(key: string): Promise<void>;
  /**
   * Removes documents put before `before` and made files put before `madeBefore`, in milliseconds since the epoch; everything when nothing
   * can be read any more.
   */
  prune(before: number, madeBefore: number): Promise<void>;
  erase(): Promise<void>;
}

/** Keys of files made of the dossier (`made-shelf.ts`), as a separate kind: the background removes those that are of no more use. */
export const MADE = "made|";

/** The shelf was erased while a document was being put there. */
class Erased extends Error {}

const KEY = { name: "AES-GCM", length: 256 } as const;
/** `parts`: what they are called together, another name each time: a document is replaced by one write. */
const About = z.object({ fileName: z.string(), mediaType: z.string(), parts: z.string(), size: z.number() });

/**
 * @param session cells kept in memory only
 * @param name of the database; another one in each test
 */
export function openShelf(session: Cells, name = "pli-pret-documents"): Shelf {
  const secret = session("shelf-key", z.string().nullable(), null);
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opening ??= openDB<Schema>(name, 3, {
      // What an earlier version kept is removed: it can be fetched or made again.
      upgrade: (db) => {
        if (db.objectStoreNames.contains("documents")) db.deleteObjectStore("documents");
        db.createObjectStore("documents", { keyPath: "key" });
      },
    });
    return opening;
  };

  return {
    async get(key) {
      const raw = await secret.read();
      return raw === null ? null : readFrom(await database(), raw, key);
    },

    async begin() {
      const fresh = base64Of(crypto.getRandomValues(new Uint8Array(KEY.length / 8)));
      const raw = await secret.update((known) => known ?? fresh);
      return async (document) => writeTo(await database(), raw ?? fresh, document, async () => (await secret.read()) !== raw);
    },

    remove: async (key) => {
      const raw = await secret.read();
      if (raw !== null) await (await database()).delete("documents", rangeOf(await nameOf(raw, key)));
    },

    async prune(before, madeBefore) {
      if ((await secret.read()) === null) return (await database()).clear("documents");
      const store = (await database()).transaction("documents", "readwrite").store;
      for (let cursor = await store.openCursor(); cursor !== null; cursor = await cursor.continue()) {
        const { key, putAt } = cursor.value;
        if (putAt < before || (key.startsWith(MADE) && putAt < madeBefore)) await cursor.delete();
      }
    },

    erase: async () => {
      await secret.clear();
      await (await database()).clear("documents");
    },
  };
}

async function aboutIn(db: IDBPDatabase<Schema>, secretKey: CryptoKey, name: string, key: string) {
  const found = await db.get("documents", name);
  if (found === undefined) return null;
  const about = About.safeParse(await unsealJson(secretKey, key, found).catch(() => null));
  return about.success ? { ...about.data, putAt: found.putAt } : null;
}

async function readFrom(db: IDBPDatabase<Schema>, raw: string, key: string): Promise<ShelvedDocument | null> {
  const secretKey = await imported(raw);
  const about = await aboutIn(db, secretKey, await nameOf(raw, key), key);
  if (about === null) return null;
  const { parts, size, ...known } = about;
  const from = { placeOf: (part: string) => part, get: (part: string) => db.get("documents", part) };
  const bytes = await unsealParts(secretKey, partNames(parts, size), from).catch(() => null);
  return bytes === null ? null : { key, ...known, bytes };
}

/** The parts are written first, then the record that names them. The parts that it named before are removed last. */
async function writeTo(
  db: IDBPDatabase<Schema>,
  raw: string,
  { key, putAt, bytes, fileName, mediaType }: ShelvedDocument,
  isErased: () => Promise<boolean>,
): Promise<boolean> {
  const [secretKey, name] = [await imported(raw), await nameOf(raw, key)];
  const parts = `${name}#${crypto.randomUUID()}`;
  const put = async (called: string, sealed: Sealed) => {
    if (await isErased()) throw new Erased();
    await db.put("documents", { key: called, putAt, ...sealed });
  };
  let before: Awaited<ReturnType<typeof aboutIn>> = null;
  try {
    await sealParts(secretKey, partNames(parts, bytes.length), bytes, { placeOf: (part) => part, put });
    before = await aboutIn(db, secretKey, name, key);
    await put(name, await sealJson(secretKey, key, { fileName, mediaType, parts, size: bytes.length }));
  } catch (error) {
    await db.delete("documents", rangeOf(parts));
    if (error instanceof Erased) return false;
    throw error;
  }
  if (before !== null) await db.delete("documents", rangeOf(before.parts));
  return true;
}

/** The key names the company and the source: the disk holds only its kind and its keyed hash. */
async function nameOf(secret: string, key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${secret} ${key}`));
  return `${key.startsWith(MADE) ? MADE : ""}${base64Of(new Uint8Array(digest))}`;
}

function imported(raw: string): Promise<CryptoKey> {
  const bytes = bytesOfBase64(raw);
  return crypto.subtle.importKey("raw", bytes, KEY, false, ["encrypt", "decrypt"]);
}
