/** Files made of the dossier, on the shelf until the browser closes, each under a key of its own. */
import { MADE, type Shelf, type ShelvedDocument } from "./shelf.ts";

type MadeFile = Omit<ShelvedDocument, "key">;

export interface MadeShelf {
  /** Answers the key to find it by. @throws when the disk is full */
  put(file: MadeFile): Promise<string>;
  /** `null` once it was removed, or the browser was closed since. */
  get(key: string): Promise<ShelvedDocument | null>;
  remove(keys: readonly string[]): Promise<void>;
}

export function madeShelf(shelf: Shelf): MadeShelf {
  return {
    put: async (file) => {
      const key = `${MADE}${crypto.randomUUID()}`;
      await (await shelf.begin())({ key, ...file });
      return key;
    },
    get: async (key) => (key.startsWith(MADE) ? shelf.get(key) : null),
    remove: async (keys) => {
      for (const key of keys) await shelf.remove(key);
    },
  };
}
