/**
 * The bytes of documents, in IndexedDB: put there by the background, read by screens. Copies of what can be fetched or made again,
 * sealed under a key that is only in memory: once the browser closes, they cannot be read.
 */

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { z } from "zod";
import { seal, unseal } from "../coffre/seal.ts";
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

/** Only its time and kind are in clear. */
interface SealedDocument {
  readonly key: string;
  readonly putAt: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

interface Schema extends DBSchema {
  documents: { key: string; value: SealedDocument };
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

const KEY = { name: "AES-GCM", length: 256 } as const;
const About = z.object({ fileName: z.string(), mediaType: z.string() });

/**
 * @param session cells kept in memory only
 * @param name of the database; another one in each test
 */
export function openShelf(session: Cells, name = "pli-pret-documents"): Shelf {
  const secret = session("shelf-key", z.string().nullable(), null);
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opening ??= openDB<Schema>(name, 2, {
      // What an earlier version kept in clear is removed: it can be fetched again.
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
      if (raw === null) return null;
      const found = await (await database()).get("documents", await nameOf(raw, key));
      if (found === undefined) return null;
      const opened = await unseal(await imported(raw), key, found).catch(() => null);
      return opened === null ? null : { key, putAt: found.putAt, ...unpacked(opened) };
    },

    async begin() {
      const fresh = base64Of(crypto.getRandomValues(new Uint8Array(KEY.length / 8)));
      const raw = await secret.update((known) => known ?? fresh);
      return async ({ key, putAt, ...rest }) => {
        const sealed = await seal(await imported(raw ?? fresh), key, packed(rest));
        if ((await secret.read()) !== raw) return false;
        await (await database()).put("documents", { key: await nameOf(raw ?? fresh, key), putAt, ...sealed });
        return true;
      };
    },

    remove: async (key) => {
      const raw = await secret.read();
      if (raw !== null) await (await database()).delete("documents", await nameOf(raw, key));
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

/** The key names the company and the source: the disk holds only its kind and its keyed hash. */
async function nameOf(secret: string, key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${secret} ${key}`));
  return `${key.startsWith(MADE) ? MADE : ""}${base64Of(new Uint8Array(digest))}`;
}

/** uint32 length of the description, the description in JSON, then the bytes. */
function packed({ bytes, ...about }: Omit<ShelvedDocument, "key" | "putAt">): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(about));
  const whole = new Uint8Array(4 + head.length + bytes.length);
  new DataView(whole.buffer).setUint32(0, head.length);
  whole.set(head, 4);
  whole.set(bytes, 4 + head.length);
  return whole;
}

function unpacked(whole: Uint8Array<ArrayBuffer>): Omit<ShelvedDocument, "key" | "putAt"> {
  const end = 4 + new DataView(whole.buffer, whole.byteOffset).getUint32(0);
  return { ...About.parse(JSON.parse(new TextDecoder().decode(whole.subarray(4, end)))), bytes: whole.slice(end) };
}

function imported(raw: string): Promise<CryptoKey> {
  const bytes = bytesOfBase64(raw);
  return crypto.subtle.importKey("raw", bytes, KEY, false, ["encrypt", "decrypt"]);
}
