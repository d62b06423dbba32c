/** Files made from the dossier, each under its own key: on the shelf until the browser closes, longer when the coffre keeps them. */
import type { CoffreDoor } from "./coffre-door.ts";
import { MADE, type Shelf, type ShelvedDocument } from "./shelf.ts";

type MadeFile = Omit<ShelvedDocument, "key">;

export interface MadeShelf {
  /** Returns the file's key. @throws when the disk is full */
  put(file: MadeFile): Promise<string>;
  /** `null` once the file was removed, or when the browser was closed since and the coffre did not keep it or is closed. */
  get(key: string): Promise<ShelvedDocument | null>;
  remove(keys: readonly string[]): Promise<void>;
}

/** @param coffre keeps those that outlive the browser */
export function madeShelf(shelf: Shelf, coffre: Pick<CoffreDoor, "dossiers"> | null = null): MadeShelf {
  /** Its name and type come from its dossier. */
  async function kept(key: string): Promise<ShelvedDocument | null> {
    const dossiers = (await coffre?.dossiers()) ?? null;
    const bytes = (await dossiers?.bytesOf(key)) ?? null;
    if (dossiers === null || bytes === null) return null;
    for (const { at, files } of await dossiers.list()) {
      const file = files.find((one) => one.key === key);
      if (file !== undefined) return { key, fileName: file.fileName, mediaType: file.mediaType, bytes, putAt: Date.parse(at) };
    }
    return null;
  }

  return {
    put: async (file) => {
      const key = `${MADE}${crypto.randomUUID()}`;
      await (await shelf.begin())({ key, ...file });
      return key;
    },
    get: async (key) => (key.startsWith(MADE) ? ((await shelf.get(key)) ?? kept(key)) : null),
    remove: async (keys) => {
      for (const key of keys) await shelf.remove(key);
    },
  };
}
