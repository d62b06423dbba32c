/** The types of files that a candidature carries: how each is told from its bytes, and what its name ends with. */

/** Documents that are taken: kept in the coffre, fetched from a source, put in the dossier. */
export const FILE_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
export type FileType = (typeof FILE_TYPES)[number];

const EXTENSIONS = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "application/zip": "zip",
} as const satisfies Record<FileType | "application/zip", string>;

/** "pdf" for "application/pdf"; `undefined` for a type that is never written. */
export function extensionOf(mediaType: keyof typeof EXTENSIONS): string;
export function extensionOf(mediaType: string): string | undefined;
export function extensionOf(mediaType: string): string | undefined {
  return Object.hasOwn(EXTENSIONS, mediaType) ? EXTENSIONS[mediaType as keyof typeof EXTENSIONS] : undefined;
}

const SIGNATURES: readonly { readonly type: FileType; readonly bytes: readonly number[]; readonly within: number }[] = [
  // Readers accept a PDF header in the first kilobyte.
  { type: "application/pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], within: 1024 },
  { type: "image/jpeg", bytes: [0xff, 0xd8, 0xff], within: 3 },
  { type: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], within: 8 },
];

/** The type of a file from its first bytes, never from its name; `undefined` when it is none of those taken. */
export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  return SIGNATURES.find(({ bytes: signature, within }) => {
    for (let start = 0; start + signature.length <= Math.min(within, bytes.length); start++) {
      if (signature.every((byte, index) => bytes[start + index] === byte)) return true;
    }
    return false;
  })?.type;
}
