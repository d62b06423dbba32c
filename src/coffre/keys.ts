/** The data key as WebCrypto takes it: wrapped, held in memory, checked. */
import { base64Of, bytesOfBase64 } from "../domain/bytes.ts";
import type { CoffreDatabase, CurrentKeyring, Keyring } from "./database.ts";
import { type Sealed, seal, unseal } from "./seal.ts";

export const DATA_KEY = { name: "AES-GCM", length: 256 } as const;
export const WRAPPING_KEY = { name: "AES-KW", length: 256 } as const;
const CHECK = "keyring/check";
const PREVIOUS = "keyring/previous";

/** An open coffre's key. `session` reopens it without the passphrase: keep it in memory only (`storage.session`), never on disk. */
export interface Unlocked {
  readonly key: CryptoKey;
  readonly session: string;
}

/** Another page changed or erased the data key since this one read it: nothing was written. */
export class KeyChanged extends Error {}

/** Reopens a coffre from the session kept in memory. The returned key cannot be extracted. */
export async function resume(session: string): Promise<Unlocked> {
  const raw = bytesOfBase64(session);
  return { key: await crypto.subtle.importKey("raw", raw, DATA_KEY, false, ["encrypt", "decrypt"]), session };
}

/** A new data key. */
export function drawKey(): Promise<Unlocked> {
  return unlockedOf(crypto.getRandomValues(new Uint8Array(DATA_KEY.length / 8)));
}

/** Wraps the data key (AES-KW) under another key. */
export async function wrap({ session }: Unlocked, wrappingKey: CryptoKey): Promise<ArrayBuffer> {
  const extractable = await crypto.subtle.importKey("raw", bytesOfBase64(session), DATA_KEY, true, ["encrypt", "decrypt"]);
  return crypto.subtle.wrapKey("raw", extractable, wrappingKey, "AES-KW");
}

/** @throws {DOMException} when the wrapping key is not the right one */
export async function unwrap(wrapped: ArrayBuffer, wrappingKey: CryptoKey): Promise<Unlocked> {
  const key = await crypto.subtle.unwrapKey("raw", wrapped, wrappingKey, "AES-KW", DATA_KEY, true, ["encrypt", "decrypt"]);
  return unlockedOf(new Uint8Array(await crypto.subtle.exportKey("raw", key)));
}

/** An empty record sealed by the key, by which `opensWith` recognises it. */
export function checkOf({ key }: Unlocked): Promise<Sealed> {
  return seal(key, CHECK, new Uint8Array());
}

/** Seals the former data key under the present one, while a change of key is not finished. */
export function sealPrevious(present: Unlocked, previous: Unlocked): Promise<Sealed> {
  return seal(present.key, PREVIOUS, bytesOfBase64(previous.session));
}

/** The former data key, while a change of key is not finished. */
export async function previousOf(present: Unlocked, keyring: CurrentKeyring): Promise<Unlocked | null> {
  return keyring.previous === undefined ? null : unlockedOf(await unseal(present.key, PREVIOUS, keyring.previous));
}

/** True when the coffre's records are sealed by this key. */
export async function opensWith(keyring: Keyring | undefined, key: CryptoKey): Promise<boolean> {
  if (keyring === undefined) return false;
  // Version 1 never changed its key.
  if (keyring.version === undefined) return true;
  return unseal(key, CHECK, keyring.check).then(
    () => true,
    () => false,
  );
}

/** One writer at a time, across all pages and workers of this browser. */
export function alone<Result>(db: CoffreDatabase, work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(`coffre ${db.name}`, work) as Promise<Result>;
}

/**
 * Writes with that key, one writer at a time.
 * @throws {KeyChanged} when the coffre now has another key, or none
 */
export function writing<Result>(db: CoffreDatabase, key: CryptoKey, work: () => Promise<Result>): Promise<Result> {
  return alone(db, async () => {
    if (!(await opensWith(await db.get("keyring", "main"), key))) throw new KeyChanged();
    return work();
  });
}

function unlockedOf(raw: Uint8Array<ArrayBuffer>): Promise<Unlocked> {
  return resume(base64Of(raw));
}
