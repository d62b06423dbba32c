/** Converts other pictures to the types that portals and PDFs accept: the browser draws them, a TIFF is put in a PDF. Nothing leaves the machine. */
import type { KeepFailure } from "../domain/coffre.ts";
import { CONVERTED_TYPES, type FileType, fileTypeOf, type OtherType } from "../domain/files.ts";
import { otherTypeOf } from "../domain/other-files.ts";
import { holdsSeveral } from "./frames.ts";

export interface Taken {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: FileType;
  /** True when the picture given holds several, of which only the first is shown. */
  readonly showsFirst?: true;
}

/** What the file itself says against being taken; the other failures come from reading it, or from the machine. */
export type NotTaken = Exclude<KeepFailure, "locked" | "unreadable" | "full" | "stopped">;

const WHY: { readonly [T in OtherType]?: NotTaken } = {
  "image/heic": "heic",
  "image/tiff": "picture",
  "image/jp2": "picture",
  "image/jxl": "picture",
  "image/svg+xml": "picture",
  "image/vnd.microsoft.icon": "picture",
  "image/vnd.adobe.photoshop": "picture",
  "text/html": "webPage",
  "application/x-mswinurl": "shortcut",
  "message/rfc822": "mail",
  "application/vnd.ms-outlook": "mail",
  "application/pkcs7-mime": "envelope",
  "application/vnd.etsi.asic-e+zip": "envelope",
  "application/xml": "data",
  "application/json": "data",
  "application/zip": "archive",
  "application/x-7z-compressed": "archive",
  "application/vnd.rar": "archive",
  "application/x-tar": "archive",
  "application/gzip": "archive",
  "application/x-bzip2": "archive",
  "application/x-xz": "archive",
  "application/vnd.apple.pages": "office",
  "application/msword": "office",
  "application/rtf": "office",
  "application/vnd.oasis.opendocument.text": "office",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "office",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "office",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "office",
};

/** Light enough for a portal, fine enough for small print. */
const QUALITY = 0.92;

/** @param draw redraws a picture; by default the browser does @param untiff makes a PDF of a TIFF, or `null` when it cannot */
export async function takenAs(bytes: Uint8Array<ArrayBuffer>, draw = redrawn, untiff = pdfOf): Promise<Taken | NotTaken> {
  if (isEmpty(bytes)) return "empty";
  const type = fileTypeOf(bytes);
  const several = holdsSeveral(bytes) ? ({ showsFirst: true } as const) : {};
  if (type !== undefined) return { bytes, type, ...several };
  const other = otherTypeOf(bytes);
  if (other === undefined) return "type";
  if (CONVERTED_TYPES.includes(other)) {
    const drawn = await draw(new Blob([bytes], { type: other })).catch(() => null);
    return drawn === null ? "picture" : { bytes: drawn, type: "image/jpeg", ...several };
  }
  const pdf = other === "image/tiff" ? await untiff(bytes) : null;
  return pdf === null ? (WHY[other] ?? "type") : { bytes: pdf, type: "application/pdf" };
}

/** True also for the zeros of a download that stopped. */
const isEmpty = (bytes: Uint8Array) => bytes.every((byte) => byte <= 0x20);

/** The code is loaded at the first TIFF, the reader of faxes at the first that needs it. */
async function pdfOf(tiff: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  const [{ pdfOfTiff }, { packagedFaxDecoder }] = await Promise.all([
    import("../documents/pdf/tiff.ts"),
    import("../documents/scan/packaged-fax.ts"),
  ]);
  return pdfOfTiff(tiff, packagedFaxDecoder);
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
