/** Opens the coffre from a screen that does not show it: its documents are available to every screen at once. */
import "../store/zod.ts";
import { openCoffreDatabase } from "../coffre/database.ts";
import { cellsOf, type StorageArea, storeOf } from "../store/cells.ts";
import { openCoffre } from "../store/coffre-passphrase.ts";

/**
 * Answers false when the passphrase is not the right one.
 * @param area `storage.session`, where an open coffre's key is
 */
export async function unlockHere(area: StorageArea, passphrase: string): Promise<boolean> {
  const db = await openCoffreDatabase();
  try {
    return (await openCoffre(cellsOf(storeOf(area)), db, passphrase)) !== null;
  } finally {
    db.close();
  }
}
