/** The coffre's passphrase, for the pages where the person types it: it then stays open for every screen until the browser closes. */
import type { CoffreDatabase } from "../coffre/database.ts";
import { unprotect } from "../coffre/keyring.ts";
import type { Unlocked } from "../coffre/keys.ts";
import { protect, unlockWith } from "../coffre/passphrase.ts";
import type { Cells } from "./cells.ts";
import { keepOpen } from "./coffre-door.ts";

/** `null` when the passphrase is not the right one. */
export async function openCoffre(session: Cells, db: CoffreDatabase, passphrase: string): Promise<Unlocked | null> {
  const outcome = await unlockWith(db, passphrase);
  return outcome.state === "open" ? kept(session, outcome.unlocked) : null;
}

export async function protectCoffre(session: Cells, db: CoffreDatabase, unlocked: Unlocked, passphrase: string): Promise<Unlocked> {
  return kept(session, await protect(db, unlocked, passphrase));
}

export async function unprotectCoffre(session: Cells, db: CoffreDatabase, unlocked: Unlocked): Promise<Unlocked> {
  return kept(session, await unprotect(db, unlocked));
}

async function kept(session: Cells, unlocked: Unlocked): Promise<Unlocked> {
  await keepOpen(session, unlocked);
  return unlocked;
}
