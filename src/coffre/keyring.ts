/**
 * The data key, and what keeps it: a key of this browser that cannot be read out, or one derived from the person's passphrase.
 * The data key never changes when the passphrase does; it is only wrapped anew (AES-KW).
 */
import type { CoffreDatabase } from "./database.ts";

/** OWASP's floor for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
const PBKDF2_ITERATIONS = 600_000;
const SALT_BYTES = 16;

export interface Derivation {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

export type Keyring =
  | { readonly by: "device"; readonly wrapped: ArrayBuffer; readonly device: CryptoKey }
  | { readonly by: "passphrase"; readonly wrapped: ArrayBuffer; readonly derivation: Derivation };

/** An open coffre's key. `session` reopens it without the passphrase: keep it in memory only (`storage.session`), never on disk. */
export interface Unlocked {
  readonly key: CryptoKey;
  readonly session: string;
}

export type UnlockOutcome =
  | { readonly state: "open"; readonly unlocked: Unlocked }
  | { readonly state: "passphraseNeeded" | "wrongPassphrase" };

const DATA_KEY = { name: "AES-GCM", length: 256 } as const;
const WRAPPING_KEY = { name: "AES-KW", length: 256 } as const;

/** Opens the coffre, making its key on first use. */
export async function unlock(db: CoffreDatabase, passphrase?: string): Promise<UnlockOutcome> {
  const keyring = (await db.get("keyring", "main")) ?? (await makeKeyring(db));
  if (keyring.by === "device") return open(await unwrap(keyring.wrapped, keyring.device));
  if (passphrase === undefined) return { state: "passphraseNeeded" };
  try {
    return await open(await unwrap(keyring.wrapped, await wrappingKeyOf(passphrase, keyring.derivation)));
  } catch {
    return { state: "wrongPassphrase" };
  }
}

/** Reopens a coffre from the session kept in memory. */
export async function resume(session: string): Promise<Unlocked> {
  const raw = Uint8Array.from(atob(session), (character) => character.charCodeAt(0));
  return { key: await crypto.subtle.importKey("raw", raw, DATA_KEY, false, ["encrypt", "decrypt"]), session };
}

/** Protects the coffre by a passphrase, or changes it. */
export async function protect(db: CoffreDatabase, unlocked: Unlocked, passphrase: string): Promise<void> {
  const derivation = newDerivation();
  const wrapped = await wrap(await extractable(unlocked), await wrappingKeyOf(passphrase, derivation));
  await db.put("keyring", { by: "passphrase", wrapped, derivation }, "main");
}

/** Goes back to this browser's own key: no passphrase is asked any more. */
export async function unprotect(db: CoffreDatabase, unlocked: Unlocked): Promise<void> {
  await db.put("keyring", await deviceKeyring(await extractable(unlocked)), "main");
}

/** Two pages that open a new coffre at once end with one key: the first written stays. */
async function makeKeyring(db: CoffreDatabase): Promise<Keyring> {
  const made = await deviceKeyring(await crypto.subtle.generateKey(DATA_KEY, true, ["encrypt", "decrypt"]));
  const transaction = db.transaction("keyring", "readwrite");
  const first = await transaction.store.get("main");
  if (first === undefined) await transaction.store.put(made, "main");
  await transaction.done;
  return first ?? made;
}

async function deviceKeyring(dataKey: CryptoKey): Promise<Keyring> {
  const device = await crypto.subtle.generateKey(WRAPPING_KEY, false, ["wrapKey", "unwrapKey"]);
  return { by: "device", wrapped: await wrap(dataKey, device), device };
}

export function newDerivation(): Derivation {
  return { salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)), iterations: PBKDF2_ITERATIONS };
}

async function wrappingKeyOf(passphrase: string, derivation: Derivation): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(derivationParameters(derivation), await passphraseKey(passphrase), WRAPPING_KEY, false, [
    "wrapKey",
    "unwrapKey",
  ]);
}

/** A key that encrypts with the passphrase itself, for a file that leaves the machine. */
export async function encryptionKeyOf(passphrase: string, derivation: Derivation): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(derivationParameters(derivation), await passphraseKey(passphrase), DATA_KEY, false, [
    "encrypt",
    "decrypt",
  ]);
}

function derivationParameters({ salt, iterations }: Derivation): Pbkdf2Params {
  return { name: "PBKDF2", hash: "SHA-256", salt, iterations };
}

/** The same passphrase typed on two keyboards may be composed differently: normalised first. */
async function passphraseKey(passphrase: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
}

async function wrap(dataKey: CryptoKey, wrappingKey: CryptoKey): Promise<ArrayBuffer> {
  return crypto.subtle.wrapKey("raw", dataKey, wrappingKey, "AES-KW");
}

async function unwrap(wrapped: ArrayBuffer, wrappingKey: CryptoKey): Promise<CryptoKey> {
  return crypto.subtle.unwrapKey("raw", wrapped, wrappingKey, "AES-KW", DATA_KEY, true, ["encrypt", "decrypt"]);
}

/** Hands out a key that cannot be read, and apart the session that can reopen it. */
async function open(dataKey: CryptoKey): Promise<UnlockOutcome> {
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", dataKey));
  return { state: "open", unlocked: await resume(btoa(String.fromCharCode(...raw))) };
}

async function extractable({ session }: Unlocked): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(session), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey("raw", raw, DATA_KEY, true, ["encrypt", "decrypt"]);
}
