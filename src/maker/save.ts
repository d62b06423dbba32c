/** Saves or shows a file to the person, from a page of the extension. */

/** A document as the browser shows it or saves it. */
export async function blobOf(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const { fileTypeOf } = await import("../domain/files.ts");
  return new Blob([bytes], { type: fileTypeOf(bytes) ?? "application/octet-stream" });
}

/** When the address is revoked: the download has surely begun by then. Until revoked it keeps the whole file in memory. */
const RELEASE_MS = 60_000;

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_MS);
}

/** Shows a file in a new tab. */
export function showFile(file: Blob): void {
  window.open(URL.createObjectURL(file), "_blank", "noopener");
}
