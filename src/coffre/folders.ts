/**
 * The folders that the person chose for their companies' sealed files. The browser keeps a folder as a handle, under a random identifier; which
 * company it is for is sealed. The handle names its folder on the disk: no key hides that.
 */
import { z } from "zod";
import type { CoffreDatabase } from "./database.ts";
import { writing } from "./keys.ts";
import { placeOf } from "./records.ts";
import { sealJson, unsealJson } from "./seal.ts";

const Owner = z.object({ siren: z.string() });

/** The folder of a company; `null` when none was chosen. */
export async function folderOf(db: CoffreDatabase, key: CryptoKey, siren: string): Promise<FileSystemDirectoryHandle | null> {
  const [id] = await idsOf(db, key, siren);
  return id === undefined ? null : ((await db.get("handles", id)) ?? null);
}

/** Keeps a folder for a company, in place of the one before; `null`: none any more. */
export function keepFolder(db: CoffreDatabase, key: CryptoKey, siren: string, folder: FileSystemDirectoryHandle | null): Promise<void> {
  return writing(db, key, async () => {
    const before = await idsOf(db, key, siren);
    const id = crypto.randomUUID();
    const owner = folder === null ? null : await sealJson(key, placeOf("folders", id), { siren } satisfies z.infer<typeof Owner>);
    const transaction = db.transaction(["folders", "handles"], "readwrite");
    const [owners, handles] = [transaction.objectStore("folders"), transaction.objectStore("handles")];
    await Promise.all([
      ...before.flatMap((one) => [owners.delete(one), handles.delete(one)]),
      ...(folder === null || owner === null ? [] : [owners.put(owner, id), handles.put(folder, id)]),
      transaction.done,
    ]);
  });
}

async function idsOf(db: CoffreDatabase, key: CryptoKey, siren: string): Promise<string[]> {
  const ids = await db.getAllKeys("folders");
  const owned = await Promise.all(
    ids.map(async (id) => {
      const record = await db.get("folders", id);
      const owner = record === undefined ? null : await unsealJson(key, placeOf("folders", id), record).catch(() => null);
      return Owner.safeParse(owner).data?.siren === siren;
    }),
  );
  return ids.filter((_, index) => owned[index]);
}
