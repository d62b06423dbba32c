/**
 * Makes a new data key and seals everything again. Done each time its protection changes: whoever holds an old copy of the profile,
 * or finds deleted records in the database's files, has the old key at most, which opens nothing of today.
 *
 * The browser may be killed at any moment. One write makes the new key the coffre's, with the old one sealed beside it; then each
 * record is sealed again; then the old key is removed. If interrupted, the next opening goes on.
 */
import { type CoffreDatabase, type CurrentKeyring, DATA_STORES, type Derivation } from "./database.ts";
import { checkOf, drawKey, opensWith, previousOf, sealPrevious, type Unlocked, WRAPPING_KEY, wrap, writing } from "./keys.ts";
import { placeOf } from "./records.ts";
import { seal, unseal } from "./seal.ts";
import { forgetSecrets, makeSecret } from "./secrets.ts";

/** What protects the data key from now on. */
export type Keeper =
  | { readonly by: "device" }
  | { readonly by: "passphrase"; readonly wrappingKey: CryptoKey; readonly derivation: Derivation };

/** Prefix of the names of secrets that unwrap a data key. */
const DATA_SECRET = "data-";
export const secretNameOf = (id: string) => `${DATA_SECRET}${id}`;

/**
 * Gives the coffre a new data key, protected by `keeper`.
 * @throws {KeyChanged} when another page did so meanwhile
 */
export function rekey(db: CoffreDatabase, before: Unlocked, keeper: Keeper): Promise<Unlocked> {
  return writing(db, before.key, async () => {
    const next = await drawKey();
    const keyring = { ...(await keyringOf(db, next, keeper)), previous: await sealPrevious(next, before) };
    await put(db, keyring);
    await finish(db, next, keyring);
    return next;
  });
}

/** Makes a keyring for that key, and its secret. It is not the coffre's yet. */
export async function keyringOf(db: CoffreDatabase, unlocked: Unlocked, keeper: Keeper): Promise<CurrentKeyring> {
  const id = crypto.randomUUID();
  const wrappingKey = keeper.by === "device" ? await deviceKeyOf(await makeSecret(db, secretNameOf(id))) : keeper.wrappingKey;
  const common = { version: 2 as const, id, wrapped: await wrap(unlocked, wrappingKey), check: await checkOf(unlocked) };
  return keeper.by === "device" ? { ...common, by: "device" } : { ...common, by: "passphrase", derivation: keeper.derivation };
}

/** Continues an interrupted change of key. */
export function goOn(db: CoffreDatabase, present: Unlocked): Promise<void> {
  return writing(db, present.key, async () => {
    const keyring = await db.get("keyring", "main");
    if (keyring?.version === 2 && (await opensWith(keyring, present.key))) await finish(db, present, keyring);
  });
}

/** The wrapping key made from a secret of this browser. */
export function deviceKeyOf(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", secret, WRAPPING_KEY, false, ["wrapKey", "unwrapKey"]);
}

async function finish(db: CoffreDatabase, present: Unlocked, keyring: CurrentKeyring): Promise<void> {
  await forgetSecrets(db, DATA_SECRET, keyring.by === "device" ? secretNameOf(keyring.id) : null);
  const previous = await previousOf(present, keyring);
  if (previous === null) return;
  for (const store of DATA_STORES) {
    for (const id of await db.getAllKeys(store)) await sealAgain(db, store, id, previous, present);
  }
  const { previous: _, ...done } = keyring;
  await put(db, done);
}

/** Seals one record again. A record that the old key does not open was already done, or was never readable. */
async function sealAgain(db: CoffreDatabase, store: (typeof DATA_STORES)[number], id: string, from: Unlocked, to: Unlocked): Promise<void> {
  const record = await db.get(store, id);
  const place = placeOf(store, id);
  const bytes = record === undefined ? null : await unseal(from.key, place, record).catch(() => null);
  if (bytes !== null) await db.put(store, await seal(to.key, place, bytes), id);
}

/** The keyring is on disk before it ends: the next steps rely on it. */
async function put(db: CoffreDatabase, keyring: CurrentKeyring): Promise<void> {
  const transaction = db.transaction("keyring", "readwrite", { durability: "strict" });
  await Promise.all([transaction.store.put(keyring, "main"), transaction.done]);
}
