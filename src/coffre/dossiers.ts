/**
 * Prepared dossiers kept after the browser closes, under the coffre's key and lock. Their files are first written under keys that
 * no record names; then one transaction names them all. When killed in between, nothing is kept, and the next write removes what
 * was left. Files are in parts, or whole when an earlier version kept them.
 */
import { release } from "../domain/bytes.ts";
import { inCodeOrder } from "../domain/order.ts";
import { KeptDossier, type PreparedDossier } from "../domain/prepared.ts";
import type { CoffreDatabase } from "./database.ts";
import { writing } from "./keys.ts";
import { type Opened, placeOf, readAll } from "./records.ts";
import { type Sealed, sealJson, unseal, unsealJson } from "./seal.ts";
import { inOrder, partNames, rangeOf, sealParts, unsealParts, wholeOf } from "./sealed-parts.ts";

/** `full`: the browser has no room left · `gone`: a file is no longer available. In both cases nothing is kept or replaced. */
export type DossierKept = "kept" | "full" | "gone";

export interface KeptDossiers {
  /** Latest first. A dossier that no longer opens is left out. */
  list(): Promise<KeptDossier[]>;
  /**
   * Keeps a dossier with its files, all or none; one that is already there is not kept twice.
   * @param bytesOf gives one of its files by key, asked one at a time, whose bytes this call consumes; `null` when it is gone
   * @param replaced the dossiers that it replaces
   */
  keep(
    dossier: PreparedDossier,
    bytesOf: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>,
    replaced: (known: readonly KeptDossier[]) => readonly KeptDossier[],
  ): Promise<DossierKept>;
  /** `null` when no kept dossier has that file. */
  bytesOf(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  remove(ids: readonly string[]): Promise<void>;
}

/** The dossiers of an open coffre. @param key the data key, from `unlock` */
export function keptDossiers(db: CoffreDatabase, key: CryptoKey): KeptDossiers {
  const list = listOf(db, key);

  async function write(dossier: PreparedDossier, bytesOf: Parameters<KeptDossiers["keep"]>[1], gone: readonly KeptDossier[]) {
    for (const file of dossier.files) {
      const bytes = await bytesOf(file.key);
      if (bytes === null) return "gone";
      await sealParts(key, partNames(file.key, bytes.length), bytes, {
        placeOf: placeOfFile,
        put: (name, sealed) => db.put("files", sealed, name),
      });
      release(bytes.buffer);
    }
    const { tabId: _, until: __, ...kept } = dossier;
    const id = crypto.randomUUID();
    const sealed = await sealJson(key, placeOf("dossiers", id), { ...kept, id });
    const transaction = db.transaction("dossiers", "readwrite", { durability: "strict" });
    await Promise.all([transaction.store.put(sealed, id), ...gone.map((one) => transaction.store.delete(one.id)), transaction.done]);
    return "kept";
  }

  return {
    list,

    keep: (dossier, bytesOf, replaced) =>
      writing(db, key, async () => {
        const known = await list();
        if (known.some(({ work, at }) => work === dossier.work && at === dossier.at)) return "kept";
        try {
          return await write(dossier, bytesOf, replaced(known));
        } catch (error) {
          if (error instanceof DOMException && error.name === "QuotaExceededError") return "full";
          throw error;
        } finally {
          await sweep(db, await list());
        }
      }),

    async bytesOf(file) {
      const names = await db.getAllKeys("files", rangeOf(file));
      if (names.includes(file)) return wholeIn(db, key, file);
      return names.length === 0 ? null : unsealParts(key, inOrder(names), { placeOf: placeOfFile, get: (name) => db.get("files", name) });
    },

    remove: (ids) =>
      writing(db, key, async () => {
        for (const id of ids) await db.delete("dossiers", id);
        await sweep(db, await list());
      }),
  };
}

const placeOfFile = (name: string) => placeOf("files", name);

/** A file that an earlier version kept whole. */
async function wholeIn(db: CoffreDatabase, key: CryptoKey, file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const sealed = await db.get("files", file);
  return sealed === undefined ? null : unseal(key, placeOfFile(file), sealed);
}

/** The list, the latest first. Asked at every situation that a screen is shown: a record that did not change is not opened again. */
function listOf(db: CoffreDatabase, key: CryptoKey): KeptDossiers["list"] {
  const opened: Opened<KeptDossier> = new Map();
  return async () => {
    const all = await readAll(db, "dossiers", (id, record) => open(key, id, record), opened);
    return [...all.values()].toSorted((a, b) => inCodeOrder(b.at, a.at));
  };
}

async function open(key: CryptoKey, id: string, record: Sealed): Promise<KeptDossier> {
  return KeptDossier.parse(await unsealJson(key, placeOf("dossiers", id), record));
}

/** Removes the files that no dossier names. While a dossier does not open, none is removed: some may be its own. */
async function sweep(db: CoffreDatabase, known: readonly KeptDossier[]): Promise<void> {
  if ((await db.count("dossiers")) > known.length) return;
  const named = new Set(known.flatMap(({ files }) => files.map(({ key }) => key)));
  for (const file of await db.getAllKeys("files")) if (!named.has(wholeOf(file))) await db.delete("files", file);
}
