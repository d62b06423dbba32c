/**
 * What protects the data key: a secret of this browser, or the person's passphrase. Nothing here derives a key from a passphrase: the
 * background reads a coffre that a page opened (`passphrase.ts`).
 */
import type { CoffreDatabase, Keyring } from "./database.ts";
import { alone, drawKey, type Unlocked, unwrap } from "./keys.ts";
import { deviceKeyOf, goOn, keyringOf, rekey, secretNameOf } from "./rekey.ts";
import { readSecret } from "./secrets.ts";

export type UnlockOutcome =
  | { readonly state: "open"; readonly unlocked: Unlocked }
  | { readonly state: "passphraseNeeded" | "wrongPassphrase" }
  /** This browser's secret is gone, and with it what opens the coffre. */
  | { readonly state: "secretGone" };

/** Opens a coffre without a passphrase, making its key on first use. A failure removes nothing. */
export async function unlock(db: CoffreDatabase): Promise<UnlockOutcome> {
  const keyring = (await db.get("keyring", "main")) ?? (await makeKeyring(db));
  if (keyring.by === "passphrase") return { state: "passphraseNeeded" };
  if (keyring.version === undefined) {
    // Its key was stored beside the data: a new one goes into a file, which can be removed.
    return { state: "open", unlocked: await rekey(db, await unwrap(keyring.wrapped, keyring.device), { by: "device" }) };
  }
  const secret = await readSecret(db, secretNameOf(keyring.id));
  if (secret === null) return { state: "secretGone" };
  const unlocked = await unwrap(keyring.wrapped, await deviceKeyOf(secret));
  if (keyring.previous !== undefined) await goOn(db, unlocked);
  return { state: "open", unlocked };
}

/** Goes back to a secret of this browser: no passphrase is asked for any more. */
export function unprotect(db: CoffreDatabase, unlocked: Unlocked): Promise<Unlocked> {
  return rekey(db, unlocked, { by: "device" });
}

/** Two pages that open a new coffre at once get the same key. */
function makeKeyring(db: CoffreDatabase): Promise<Keyring> {
  return alone(db, async () => {
    const first = await db.get("keyring", "main");
    if (first !== undefined) return first;
    const made = await keyringOf(db, await drawKey(), { by: "device" });
    await db.put("keyring", made, "main");
    return made;
  });
}
