/**
 * The bytes of documents, in IndexedDB: brought by the worker, read by screens. A copy of what can be asked or made again, sealed under a key
 * that is kept in memory only: closed with the browser, it can be read no more.
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

/** Nothing of it is in clear but when it was put, and of which kind it is. */
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
   * To be called before the document is asked for. The function given puts it there; it answers false, and puts nothing, when the shelf was
   * erased in between.
   * @throws when the disk is full
   */
  begin(): Promise<(document: ShelvedDocument) => Promise<boolean>>;
  remove(key: string): Promise<void>;
  /**
   * Removes what was put before those times: documents, and files made of them; everything when nothing can be read any more. Milliseconds
   * since the epoch.
   */
  prune(before: number, madeBefore: number): Promise<void>;
  erase(): Promise<void>;
}

/** Keys of files made of the dossier (`made-shelf.ts`), as a kind apart: the worker removes those that can serve no more. */
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
      // What an earlier version kept in clear can be asked again.
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

/** The key says whose document it is, and of which source: what lies on the disk is its fingerprint under the secret, after its kind. */
async function nameOf(secret: string, key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${secret} ${key}`));
  return `${key.startsWith(MADE) ? MADE : ""}${base64Of(new Uint8Array(digest))}`;
}

/** What is known of the document, then its bytes: uint32 length of the first, in JSON. */
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
