/**
 * A store whose values are sealed under a secret of this browser. The files of the browser's own stores still hold removed values: sealed,
 * these are unreadable once the secret is gone. Keys stay readable, and say nothing of the person.
 */

import { z } from "zod";
import { type CoffreDatabase, openCoffreDatabase } from "../coffre/database.ts";
import { alone } from "../coffre/keys.ts";
import { sealJson, unsealJson } from "../coffre/seal.ts";
import { makeSecret, readSecret } from "../coffre/secrets.ts";
import { base64Of, bytesOfBase64 } from "../domain/bytes.ts";
import type { Store } from "./cells.ts";

const Sealed = z.object({ iv: z.base64(), sealed: z.base64() });
type Sealed = z.infer<typeof Sealed>;
const isSealed = (stored: unknown): stored is Sealed => Sealed.safeParse(stored).success;

const SECRET = "local";
/** Prefix of the marks of values that were sealed once. */
const SEALED_ONCE = "sealed/";
/** Prefix of the keys of values that could not be opened, once others replaced them. */
const UNOPENED = "unopened/";

export interface SealedStore extends Store {
  /** False when a sealed value there does not open with this browser's secret, or when the secret is gone. */
  opens(name: string): Promise<boolean>;
  /** Seals what an earlier version left readable. */
  sealAll(): Promise<void>;
  /** Removes everything, clear values last; removed values cannot be opened again. The secret goes with the coffre's (`eraseCoffre`). */
  erase(): Promise<void>;
}

/**
 * Long on purpose: small functions over one secret.
 * @param clear names that others write in the same store, readable without the secret
 * @param marks remembers which values were sealed once: found in clear, they were forged
 * @param open gives the coffre's database, next to which the secret is kept
 */
export function sealedStore(
  store: Store,
  clear: readonly string[],
  marks: Pick<Store, "get" | "set">,
  open: () => Promise<CoffreDatabase> = openCoffreDatabase,
): SealedStore {
  let secret: Promise<CryptoKey> | null = null;
  const marked = new Set<string>();
  const key = () => {
    secret ??= open().then(keyIn);
    secret.catch(() => {
      secret = null;
    });
    return secret;
  };

  /** Makes no new secret: the values may open again once their own is back. */
  const knownKey = async () => {
    if (secret !== null) return secret;
    const raw = await open().then((db) => readSecret(db, SECRET));
    return raw === null ? null : key();
  };

  /** @throws when it does not open, or when the secret is gone */
  async function opened(name: string, { iv, sealed }: Sealed): Promise<unknown> {
    const known = await knownKey();
    if (known === null) throw new Error("store: the secret of this browser is gone");
    return unsealJson(known, placeOf(name), { iv: bytesOfBase64(iv), data: bytesOfBase64(sealed).buffer });
  }

  async function set(name: string, value: unknown): Promise<void> {
    const before = await store.get(name);
    // It may still open once the secret is back.
    if (
      isSealed(before) &&
      !(await opened(name, before).then(
        () => true,
        () => false,
      ))
    )
      await store.set(`${UNOPENED}${name}`, before);
    const { iv, data } = await sealJson(await key(), placeOf(name), value);
    await store.set(name, { iv: base64Of(iv), sealed: base64Of(new Uint8Array(data)) });
    if (marked.has(name)) return;
    await marks.set(`${SEALED_ONCE}${name}`, true);
    marked.add(name);
  }

  /** True for a value that an earlier version wrote in clear: once sealed, a value is never written in clear again. */
  const isOfAnEarlierVersion = async (name: string) => !marked.has(name) && (await marks.get(`${SEALED_ONCE}${name}`)) !== true;

  return {
    ...store,
    set,
    async get(name) {
      const stored = await store.get(name);
      if (isSealed(stored)) return opened(name, stored).catch(() => undefined);
      return stored === undefined || clear.includes(name) || (await isOfAnEarlierVersion(name)) ? stored : undefined;
    },
    async opens(name) {
      const stored = await store.get(name);
      return (
        !isSealed(stored) ||
        opened(name, stored).then(
          () => true,
          () => false,
        )
      );
    },
    async sealAll() {
      for (const name of await store.keys("")) {
        if (clear.includes(name)) continue;
        const seal = async () => {
          const stored = await store.get(name);
          if (stored !== undefined && !isSealed(stored) && (await isOfAnEarlierVersion(name))) await set(name, stored);
        };
        // In turn with other changes of that value, so that none made meanwhile is overwritten.
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
