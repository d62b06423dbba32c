/** Files handed to the coffre from a screen that does not show it: the panel, the popup, the options. */
import "../store/zod.ts";
import { openCoffreDatabase } from "../coffre/database.ts";
import type { HandedDocument, HandedIn } from "../domain/coffre.ts";
import { parisDay } from "../domain/time.ts";
import { cellsOf, type StorageArea, storeOf } from "../store/cells.ts";
import { enterCoffre, touchCoffre } from "../store/coffre-door.ts";
import { ingest } from "./ingest.ts";
import { keepFile, type Owner } from "./keep.ts";
import { standingOf } from "./standing.ts";

/**
 * Keeps the files one by one. Returns `null` when the coffre waits for its passphrase.
 * @param area `storage.session`, where an open coffre's key is
 * @param readsScans true when scans and pictures are read by OCR
 */
export async function handIn(area: StorageArea, owner: Owner, files: readonly File[], readsScans: boolean): Promise<HandedIn | null> {
  const session = cellsOf(storeOf(area));
  const db = await openCoffreDatabase();
  try {
    const coffre = await enterCoffre(session, db);
    if (coffre === null) return null;
    let before = await coffre.list(owner.siren);
    let kept = 0;
    let asked = 0;
    const documents: HandedDocument[] = [];
    const failed: HandedIn["failed"][number][] = [];
    for await (const { file, result } of ingest(files, (one) => keepFile(coffre, owner, one, new Date(), { readsScans }))) {
      if ("failure" in result) {
        failed.push({ fileName: file.name, why: result.failure });
        continue;
      }
      kept += 1;
      documents.push(standingOf(result.piece, before, parisDay(new Date())));
      before = [...before, result.piece];
      if (!result.piece.confirmed) asked += 1;
      await touchCoffre(session);
    }
    return { kept, asked, documents, failed };
  } finally {
    db.close();
  }
}
