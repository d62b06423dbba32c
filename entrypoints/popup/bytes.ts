/** The bytes of the dossier's pieces, as a page of the extension gets them. */
import browser from "webextension-polyfill";
import { send } from "../../src/messages/bus-screen.ts";
import type { DocumentProblem } from "../../src/messages/contract.ts";
import { openShelf } from "../../src/worker/shelf.ts";

export const shelf = openShelf();

export type Brought = { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly problem: DocumentProblem };

/** Asks the background to bring the document within reach, then takes it. */
export async function bring(tabId: number | null, pieceId: string): Promise<Brought> {
  const brought = await send("bringPiece", { tabId, pieceId });
  if ("problem" in brought) return brought;
  const { key, fileName } = brought;
  const bytes = key.startsWith("coffre|") ? await keptBytes(key.slice("coffre|".length)) : (await shelf.get(key))?.bytes;
  return bytes === undefined ? { problem: "unknown" } : { fileName, bytes };
}

/** Documents of the coffre never lie on the shelf: the screen opens the coffre itself, whose code is loaded then. */
async function keptBytes(pieceId: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [{ coffreDoor }, { cellsOf, storeOf }] = await Promise.all([
    import("../../src/worker/coffre-door.ts"),
    import("../../src/worker/cells.ts"),
  ]);
  return coffreDoor(cellsOf(storeOf(browser.storage.session))).bytesOf(pieceId);
}

/** A document as the browser shows it or saves it. */
export async function blobOf(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const { fileTypeOf } = await import("../../src/domain/coffre.ts");
  return new Blob([bytes], { type: fileTypeOf(bytes) ?? "application/octet-stream" });
}

/** Hands a file to the browser to be saved. */
export function saveAs(blob: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
}
