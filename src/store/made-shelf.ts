/**
 * Files made of the dossier, on the shelf until the browser closes. They may hold documents of the coffre, which never lie readable on the
 * disk: these are sealed under a key that is kept in memory only.
 */
import { z } from "zod";
import { seal, unseal } from "../coffre/seal.ts";
import type { Cells } from "./cells.ts";
import { MADE, type Shelf, type ShelvedDocument } from "./shelf.ts";

type MadeFile = Omit<ShelvedDocument, "key">;

export interface MadeShelf {
  /** Answers the key to find it by. @throws when the disk is full */
  put(file: MadeFile): Promise<string>;
  /** `null` once it was removed, or the browser was closed since. */
  get(key: string): Promise<ShelvedDocument | null>;
  remove(keys: readonly string[]): Promise<void>;
  /** False when no file made can be read any more. */
  isReadable(): Promise<boolean>;
}

const KEY = { name: "AES-GCM", length: 256 } as const;
const IV_BYTES = 12;

/** @param session cells kept in memory only */
export function madeShelf(shelf: Shelf, session: Cells): MadeShelf {
  const cell = session("made-key", z.string().nullable(), null);

  async function sealingKey(): Promise<CryptoKey> {
    const fresh = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(KEY.length / 8))));
    return imported((await cell.update((known) => known ?? fresh)) ?? fresh);
  }

  return {
    put: async ({ bytes, ...about }) => {
      const key = `${MADE}${crypto.randomUUID()}`;
      const { iv, data } = await seal(await sealingKey(), key, bytes);
      const sealed = new Uint8Array(IV_BYTES + data.byteLength);
      sealed.set(iv);
      sealed.set(new Uint8Array(data), IV_BYTES);
      await shelf.put({ key, ...about, bytes: sealed });
      return key;
    },
    get: async (key) => {
      const raw = await cell.read();
      const found = raw === null || !key.startsWith(MADE) ? null : await shelf.get(key);
      if (raw === null || found === null) return null;
      const { bytes: sealed } = found;
      const opened = unseal(await imported(raw), key, { iv: sealed.slice(0, IV_BYTES), data: sealed.slice(IV_BYTES).buffer });
      return opened.then(
        (bytes) => ({ ...found, bytes }),
        () => null,
      );
    },
    remove: async (keys) => {
      for (const key of keys) await shelf.remove(key);
    },
    isReadable: async () => (await cell.read()) !== null,
  };
}

function imported(raw: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(raw), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, KEY, false, ["encrypt", "decrypt"]);
}
