/**
 * Keys derived from the person's passphrase with Argon2id: each guess costs an attacker 64 MiB and three passes over them. For pages only:
 * the background never sees a passphrase, and does not bundle this.
 */
import { argon2id } from "hash-wasm";
import type { CoffreDatabase, Derivation } from "./database.ts";
import { type UnlockOutcome, unlock } from "./keyring.ts";
import { DATA_KEY, type Unlocked, unwrap, WRAPPING_KEY } from "./keys.ts";
import { goOn, rekey } from "./rekey.ts";

type Cost = Pick<Extract<Derivation, { readonly kind: "argon2id" }>, "memoryKiB" | "passes">;

/** RFC 9106, section 4, second recommended option, in one lane: a browser has one thread for it. */
const ARGON2ID: Cost = { memoryKiB: 65_536, passes: 3 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Opens a coffre by its passphrase. One protected by an earlier version is brought to the present format.
 * @param passphrase ignored when the coffre has none
 */
export async function unlockWith(db: CoffreDatabase, passphrase: string): Promise<UnlockOutcome> {
  const keyring = await db.get("keyring", "main");
  if (keyring?.by !== "passphrase") return unlock(db);
  const derivation: Derivation = keyring.version === undefined ? { kind: "pbkdf2", ...keyring.derivation } : keyring.derivation;
  let unlocked: Unlocked;
  try {
    unlocked = await unwrap(keyring.wrapped, await wrappingKeyOf(passphrase, derivation));
  } catch {
    return { state: "wrongPassphrase" };
  }
  if (derivation.kind !== "argon2id") return { state: "open", unlocked: await protect(db, unlocked, passphrase) };
  if (keyring.version === 2 && keyring.previous !== undefined) await goOn(db, unlocked);
  return { state: "open", unlocked };
}

/**
 * Protects the coffre by a passphrase, or changes it: makes a new data key and seals everything again.
 * @param cost lower in tests that are not about guessing
 */
export async function protect(db: CoffreDatabase, unlocked: Unlocked, passphrase: string, cost = ARGON2ID): Promise<Unlocked> {
  const derivation = newDerivation(cost);
  return rekey(db, unlocked, { by: "passphrase", wrappingKey: await wrappingKeyOf(passphrase, derivation), derivation });
}

/** Argon2id parameters with a fresh random salt. */
export function newDerivation(cost = ARGON2ID): Extract<Derivation, { readonly kind: "argon2id" }> {
  return { kind: "argon2id", salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)), ...cost };
}

/** A key that encrypts with the passphrase itself, for a file that leaves the machine. */
export async function encryptionKeyOf(passphrase: string, derivation: Derivation): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", await drawn(passphrase, derivation), DATA_KEY, false, ["encrypt", "decrypt"]);
}

async function wrappingKeyOf(passphrase: string, derivation: Derivation): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", await drawn(passphrase, derivation), WRAPPING_KEY, false, ["wrapKey", "unwrapKey"]);
}

/** The same passphrase typed on two keyboards may be composed differently: normalised first. */
async function drawn(passphrase: string, derivation: Derivation): Promise<Uint8Array<ArrayBuffer>> {
  const text = passphrase.normalize("NFKC");
  const { salt } = derivation;
  if (derivation.kind === "argon2id") {
    const { memoryKiB: memorySize, passes: iterations } = derivation;
    const hash = await argon2id({
      password: text,
      salt,
      parallelism: 1,
      memorySize,
      iterations,
      hashLength: KEY_BYTES,
      outputType: "binary",
    });
    return new Uint8Array(hash);
  }
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(text), "PBKDF2", false, ["deriveBits"]);
  const parameters = { name: "PBKDF2", hash: "SHA-256", salt, iterations: derivation.iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, KEY_BYTES * 8));
}
