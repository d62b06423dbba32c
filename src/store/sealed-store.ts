/**
 * A store whose values are sealed under a secret of this browser. The browser's own stores keep in their files what was removed: sealed, it is
 * nothing once the secret is gone. Names of keys stay readable, and say nothing of the person.
 */
import { z } from "zod";
import { type CoffreDatabase, openCoffreDatabase } from "../coffre/database.ts";
import { alone } from "../coffre/keys.ts";
import { sealJson, unsealJson } from "../coffre/seal.ts";
import { makeSecret, readSecret } from "../coffre/secrets.ts";
import type { Store } from "./cells.ts";

const Sealed = z.object({ iv: z.base64(), sealed: z.base64() });
const SECRET = "local";

export interface SealedStore extends Store {
  /** Seals what an earlier version left readable. */
  sealAll(): Promise<void>;
  /** Removes everything, what is in clear last; what was there is not opened again. The secret goes with the coffre's (`eraseCoffre`). */
  erase(): Promise<void>;
}

/**
 * @param clear names of what others write in the same store to be read without the secret
 * @param open gives the coffre's database, beside which the secret is kept
 */
export function sealedStore(
  store: Store,
  clear: readonly string[] = [],
  open: () => Promise<CoffreDatabase> = openCoffreDatabase,
): SealedStore {
  let secret: Promise<CryptoKey> | null = null;
  const key = () => {
    secret ??= open().then(keyIn);
    secret.catch(() => {
      secret = null;
    });
    return secret;
  };

  async function set(name: string, value: unknown): Promise<void> {
    const { iv, data } = await sealJson(await key(), placeOf(name), value);
    await store.set(name, { iv: base64Of(iv), sealed: base64Of(new Uint8Array(data)) });
  }

  return {
    ...store,
    set,
    async get(name) {
      const stored = await store.get(name);
      const { data: record } = Sealed.safeParse(stored);
      // An earlier version wrote it in clear.
      if (record === undefined) return stored;
      const sealed = { iv: bytesOf(record.iv), data: bytesOf(record.sealed).buffer };
      return unsealJson(await key(), placeOf(name), sealed).catch(() => undefined);
    },
    async sealAll() {
      for (const name of await store.keys("")) {
        if (clear.includes(name)) continue;
        const seal = async () => {
          const stored = await store.get(name);
          if (stored !== undefined && !Sealed.safeParse(stored).success) await set(name, stored);
        };
        // In line with the changes of that value: one made meanwhile is not written over.
        await (store.alone === undefined ? seal() : store.alone(name, seal));
      }
    },
    async erase() {
      const names = await store.keys("");
      for (const name of names) if (!clear.includes(name)) await store.remove(name);
      secret = null;
      for (const name of clear) await store.remove(name);
    },
  };
}

async function keyIn(db: CoffreDatabase): Promise<CryptoKey> {
  const raw = await alone(db, async () => (await readSecret(db, SECRET)) ?? (await makeSecret(db, SECRET)));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** A value copied under another name does not open there. */
const placeOf = (name: string) => `local/${name}`;

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
