/** How a page of the extension gets the bytes of the dossier's pieces. */
import type { DocumentProblem } from "../domain/prepared.ts";
import { send } from "../messages/bus-screen.ts";
import { cellsOf, type StorageArea, storeOf } from "../store/cells.ts";
import { MADE, openShelf } from "../store/shelf.ts";

export type Brought = { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly problem: DocumentProblem };
export type Bring = (tabId: number | null, pieceId: string) => Promise<Brought>;

/**
 * Asks the background to bring a document within reach, then takes it.
 * @param session `storage.session`, where an open coffre's key is
 */
export function bringer(session: StorageArea): Bring {
  const shelf = openShelf(cellsOf(storeOf(session)));
  return async (tabId, pieceId) => {
    // Files made for the page's consultation stay available, whatever its tab shows now.
    const made = pieceId.startsWith(MADE) ? await shelf.get(pieceId) : null;
    if (made !== null) return { fileName: made.fileName, bytes: made.bytes };
    const brought = await send("bringPiece", { tabId, pieceId });
    if ("problem" in brought) return brought;
    const { key, fileName } = brought;
    const bytes = key.startsWith("coffre|") ? await keptBytes(session, key.slice("coffre|".length)) : (await shelf.get(key))?.bytes;
    return bytes === undefined ? { problem: "unknown" } : { fileName, bytes };
  };
}

/** Documents of the coffre are never on the shelf: the screen opens the coffre itself and loads its code then. */
async function keptBytes(session: StorageArea, pieceId: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { coffreDoor } = await import("../store/coffre-door.ts");
  return coffreDoor(cellsOf(storeOf(session))).bytesOf(pieceId);
}
