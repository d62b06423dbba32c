/**
 * The coffre: a company's own documents, encrypted at rest, on this machine only.
 *
 * The browser may be killed at any moment: an unfinished write keeps nothing (see `records.ts`).
 */

import type { CoffrePiece, CompanyNotes } from "../domain/coffre.ts";
import { joinedMeans, NO_MEANS } from "../domain/means.ts";
import { inCodeOrder } from "../domain/order.ts";
import { sha256Of } from "../domain/sha256.ts";
import { type CoffreDatabase, DATA_STORES } from "./database.ts";
import { Entries, NO_ENTRIES } from "./entries.ts";
import { alone, writing } from "./keys.ts";
import { type KeptDocument, type Opened, placeOf, readNotes, readPieces, writeAll } from "./records.ts";
import { sealJson, unseal, unsealJson } from "./seal.ts";
import { forgetSecrets } from "./secrets.ts";

/** A document to keep: its bytes and its description. */
export interface NewPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly about: Omit<CoffrePiece, "id" | "size" | "sha256" | "addedAt">;
}

/** `full`: the browser has no room left; nothing was kept. */
type KeepOutcome = { readonly state: "kept"; readonly pieces: readonly CoffrePiece[] } | { readonly state: "full" };

export interface Coffre {
  /** Every piece, or those of one company; the bytes are not read. A record that no longer opens is left out. */
  list(siren?: string): Promise<CoffrePiece[]>;
  /** Keeps the documents, all or none. One that the company already has is not kept twice: the existing one is returned. */
  keep(documents: readonly NewPiece[], now: Date): Promise<KeepOutcome>;
  bytesOf(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Stores what the person confirmed or corrected; does nothing when the piece was deleted meanwhile. */
  amend(piece: CoffrePiece): Promise<void>;
  /** Deletes documents for good. */
  discard(ids: readonly string[]): Promise<void>;
  notesOf(siren: string): Promise<CompanyNotes>;
  /** Changes what is remembered of a company; changes from two windows wait for each other. */
  changeNotes(siren: string, change: (notes: CompanyNotes) => CompanyNotes): Promise<void>;
  /** What the person typed, by company. */
  entries(): Promise<Entries>;
  changeEntries(change: (entries: Entries) => Entries): Promise<Entries>;
  /** The companies that have a document or a note. @param pieces every piece, when it was just listed: it is not read again */
  companies(pieces?: readonly CoffrePiece[]): Promise<string[]>;
  /** Deletes a company: its documents and notes. */
  forget(siren: string): Promise<void>;
}

/**
 * Deletes everything, the keys first. The browser may leave deleted records in its files for a while: encrypted, with a key that no longer
 * exists in any file, unless the profile was copied before.
 */
export async function eraseCoffre(db: CoffreDatabase): Promise<void> {
  await alone(db, async () => {
    await forgetSecrets(db, "", null);
    await clearStores(db);
  });
}

/** Removes a coffre that nothing can open any more; this browser's other secrets stay. The next opening makes a new key. */
export async function emptyCoffre(db: CoffreDatabase): Promise<void> {
  await alone(db, () => clearStores(db));
}

async function clearStores(db: CoffreDatabase): Promise<void> {
  const transaction = db.transaction(["keyring", "handles", ...DATA_STORES], "readwrite");
  await Promise.all([
    transaction.objectStore("keyring").clear(),
    transaction.objectStore("handles").clear(),
    ...DATA_STORES.map((store) => transaction.objectStore(store).clear()),
    transaction.done,
  ]);
}

/**
 * Long on purpose: one small function for each operation.
 * @param key the data key, from `unlock`
 */
export function coffreOf(db: CoffreDatabase, key: CryptoKey): Coffre {
  // Keeping two hundred files in a row reads the list two hundred times: opened records are remembered.
  const opened: Opened<CoffrePiece> = new Map();
  const list = async (siren?: string): Promise<CoffrePiece[]> => {
    const own = [...(await readPieces(db, key, opened)).values()].filter((piece) => siren === undefined || piece.siren === siren);
    return own.sort((a, b) => inCodeOrder(b.addedAt, a.addedAt) || inCodeOrder(a.id, b.id));
  };
  /** One record for each company. Where two windows once made one each, the two are read as one. */
  const noteOf = async (siren: string) => {
    const own = [...(await readNotes(db, key))].filter(([, note]) => note.siren === siren).sort(([a], [b]) => a.localeCompare(b));
    const note = emptyNotes(siren);
    for (const [, { manual, explications, means, grounds }] of own) {
      note.manual = { ...manual, ...note.manual };
      note.explications.push(...explications.filter(({ about }) => note.explications.every((one) => one.about !== about)));
      note.means = joinedMeans(note.means, means);
      note.grounds.push(...grounds.filter(({ work }) => note.grounds.every((one) => one.work !== work)));
    }
    return { ids: own.map(([id]) => id), note };
  };
  const readEntries = async () => {
    const record = await db.get("entries", "main");
    return record === undefined ? NO_ENTRIES : Entries.parse(await unsealJson(key, placeOf("entries", "main"), record));
  };

  return {
    list,

    keep: (documents, now) =>
      writing(db, key, async () => {
        const known = await list();
        const pieces: CoffrePiece[] = [];
        const added: KeptDocument[] = [];
        for (const { bytes, about } of documents) {
          const sha256 = await sha256Of(bytes);
          const twin = [...known, ...pieces].find((piece) => piece.siren === about.siren && piece.sha256 === sha256);
          const piece = twin ?? { ...about, id: crypto.randomUUID(), size: bytes.length, sha256, addedAt: now.toISOString() };
          pieces.push(piece);
          if (twin === undefined) added.push({ piece, bytes });
        }
        return (await writeAll(db, key, added, [])) ? { state: "kept", pieces } : { state: "full" };
      }),

    async bytesOf(id) {
      const sealed = await db.get("bytes", id);
      return sealed === undefined ? undefined : unseal(key, placeOf("bytes", id), sealed);
    },

    amend: (piece) =>
      writing(db, key, async () => {
        if ((await db.getKey("pieces", piece.id)) === undefined) return;
        await db.put("pieces", await sealJson(key, placeOf("pieces", piece.id), piece), piece.id);
      }),

    discard: (ids) => writing(db, key, () => removePieces(db, ids, [])),

    notesOf: async (siren) => (await noteOf(siren)).note,

    changeNotes: (siren, change) =>
      writing(db, key, async () => {
        const { ids, note } = await noteOf(siren);
        const [id = crypto.randomUUID(), ...twins] = ids;
        const sealed = await sealJson(key, placeOf("companies", id), change(note));
        const transaction = db.transaction("companies", "readwrite");
        await Promise.all([transaction.store.put(sealed, id), ...twins.map((twin) => transaction.store.delete(twin)), transaction.done]);
      }),

    entries: readEntries,

    changeEntries: (change) =>
      writing(db, key, async () => {
        const after = change(await readEntries());
        await db.put("entries", await sealJson(key, placeOf("entries", "main"), after), "main");
        return after;
      }),

    async companies(pieces) {
      const sirens = [...(pieces ?? (await list())), ...(await readNotes(db, key)).values()].map(({ siren }) => siren);
      return [...new Set(sirens)].sort();
    },

    forget: (siren) =>
      writing(db, key, async () => {
        const ids = (await list(siren)).map(({ id }) => id);
        await removePieces(db, ids, (await noteOf(siren)).ids);
      }),
  };
}

function emptyNotes(siren: string): CompanyNotes {
  return { siren, manual: {}, explications: [], means: NO_MEANS, grounds: [] };
}

async function removePieces(db: CoffreDatabase, ids: readonly string[], notes: readonly string[]): Promise<void> {
  const transaction = db.transaction(DATA_STORES, "readwrite");
  await Promise.all([
    ...ids.flatMap((id) => [transaction.objectStore("pieces").delete(id), transaction.objectStore("bytes").delete(id)]),
    ...notes.map((id) => transaction.objectStore("companies").delete(id)),
    transaction.done,
  ]);
}
