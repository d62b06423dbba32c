/** Pictures of other kinds, redrawn by the browser as the kinds that a portal and a PDF take. Nothing leaves the machine. */
import { CONVERTED_TYPES, type FileType, fileTypeOf, otherTypeOf } from "../domain/files.ts";

export interface Taken {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: FileType;
}

/** `heic`, `office`, `tiff`: told how to convert it · `type`: nothing that is known. */
export type NotTaken = "heic" | "office" | "tiff" | "type";

/** Light enough for a portal, fine enough for small print. */
const QUALITY = 0.92;

/** @param draw what redraws a picture; the browser's own */
export async function takenAs(bytes: Uint8Array<ArrayBuffer>, draw = redrawn): Promise<Taken | NotTaken> {
  const type = fileTypeOf(bytes);
  if (type !== undefined) return { bytes, type };
  const other = otherTypeOf(bytes);
  if (other === undefined || other === "text/html") return "type";
  if (CONVERTED_TYPES.includes(other)) {
    const drawn = await draw(new Blob([bytes], { type: other })).catch(() => null);
    return drawn === null ? "type" : { bytes: drawn, type: "image/jpeg" };
  }
  if (other === "image/heic" || other === "image/tiff") return other === "image/heic" ? "heic" : "tiff";
  return "office";
}

/** On white: a JPEG has no transparency. */
async function redrawn(picture: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("No picture can be drawn.");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, bitmap.width, bitmap.height);
  pen.drawImage(bitmap, 0, 0);
  bitmap.close();
  return new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY })).arrayBuffer());
}
