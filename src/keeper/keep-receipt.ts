/** Keeps the receipt of a deposit in the coffre as it is: its kind is known, and no candidature uses it. */
import "../store/zod.ts";
import { openCoffreDatabase } from "../coffre/database.ts";
import { fileTypeOf } from "../domain/files.ts";
import { cellsOf, type StorageArea, storeOf } from "../store/cells.ts";
import { enterCoffre, touchCoffre } from "../store/coffre-door.ts";

/**
 * False when it was not kept: the coffre waits for its passphrase or has no room, or does not accept the file's type.
 * @param area `storage.session`, where an open coffre's key is
 */
export async function keepReceiptFile(area: StorageArea, siren: string, file: File, title: string): Promise<boolean> {
  const session = cellsOf(storeOf(area));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = fileTypeOf(bytes);
  if (type === undefined) return false;
  const db = await openCoffreDatabase();
  try {
    const coffre = await enterCoffre(session, db);
    if (coffre === null) return false;
    const about = { siren, kind: "accuseDepot", title, fileName: file.name, type, validityBasis: "unknown", confirmed: true } as const;
    const kept = await coffre.keep([{ bytes, about }], new Date());
    if (kept.state === "kept") await touchCoffre(session);
    return kept.state === "kept";
  } finally {
    db.close();
  }
}
