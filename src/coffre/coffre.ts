/**
 * The coffre: a company's own documents, encrypted at rest, on this machine only.
 *
 * The browser may be killed at any moment: what was not whole was not kept (see `records.ts`).
 */

import type { CoffrePiece, CompanyNotes } from "../domain/coffre.ts";
import { sha256Of } from "../domain/sha256.ts";
import { type CoffreDatabase, DATA_STORES } from "./database.ts";
import { alone, type KeptDocument, type OpenedPieces, placeOf, readNotes, readPieces, writeAll } from "./records.ts";
import { sealJson, unseal } from "./seal.ts";

/** A document to keep: its bytes, and what is known of it. */
export interface NewPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly about: Omit<CoffrePiece, "id" | "size" | "sha256" | "addedAt">;
}

/** `full`: the browser has no room left; nothing was kept. */
type KeepOutcome = { readonly state: "kept"; readonly pieces: readonly CoffrePiece[] } | { readonly state: "full" };

export interface Coffre {
  /** Every piece, or those of one company; the bytes are not read. A record that no longer opens is left out. */
  list(siren?: string): Promise<CoffrePiece[]>;
  /** Keeps the documents, all or none. One already kept for that company is not kept twice: it is given back. */
  keep(documents: readonly NewPiece[], now: Date): Promise<KeepOutcome>;
  bytesOf(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** What the person confirmed or corrected; nothing when the piece was deleted meanwhile. */
  amend(piece: CoffrePiece): Promise<void>;
  /** Deletes documents for good. */
  discard(ids: readonly string[]): Promise<void>;
  notesOf(siren: string): Promise<CompanyNotes>;
  remember(notes: CompanyNotes): Promise<void>;
  /** The companies that have a document or a note. */
  companies(): Promise<string[]>;
  /** Deletes a company: its documents, what was remembered of it. */
  forget(siren: string): Promise<void>;
}

/** Deletes everything, keys included: nothing that was kept can be read again. */
export async function eraseCoffre(db: CoffreDatabase): Promise<void> {
  const transaction = db.transaction(["keyring", ...DATA_STORES], "readwrite");
  await Promise.all([
    transaction.objectStore("keyring").clear(),
    ...DATA_STORES.map((store) => transaction.objectStore(store).clear()),
    transaction.done,
  ]);
}

/** @param key the data key, from `unlock` */
export function coffreOf(db: CoffreDatabase, key: CryptoKey): Coffre {
  // Keeping two hundred files one after the other reads the list as many times.
  const opened: OpenedPieces = new Map();
  const list = async (siren?: string): Promise<CoffrePiece[]> => {
    const own = [...(await readPieces(db, key, opened)).values()].filter((piece) => siren === undefined || piece.siren === siren);
    return own.sort((a, b) => b.addedAt.localeCompare(a.addedAt) || a.id.localeCompare(b.id));
  };
  const noteOf = async (siren: string) => [...(await readNotes(db, key))].find(([, note]) => note.siren === siren);

  return {
    list,

    keep: (documents, now) =>
      alone(db, async () => {
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

    async amend(piece) {
      const sealed = await sealJson(key, placeOf("pieces", piece.id), piece);
      const transaction = db.transaction("pieces", "readwrite");
      if ((await transaction.store.getKey(piece.id)) !== undefined) await transaction.store.put(sealed, piece.id);
      await transaction.done;
    },

    async discard(ids) {
      const transaction = db.transaction(["pieces", "bytes"], "readwrite");
      for (const id of ids) {
        await transaction.objectStore("pieces").delete(id);
        await transaction.objectStore("bytes").delete(id);
      }
      await transaction.done;
    },

    async notesOf(siren) {
      return (await noteOf(siren))?.[1] ?? { siren, manual: {}, explications: [] };
    },

    async remember(note) {
      const id = (await noteOf(note.siren))?.[0] ?? crypto.randomUUID();
      await db.put("companies", await sealJson(key, placeOf("companies", id), note), id);
    },

    async companies() {
      const sirens = [...(await list()), ...(await readNotes(db, key)).values()].map(({ siren }) => siren);
      return [...new Set(sirens)].sort();
    },

    async forget(siren) {
      const ids = (await list(siren)).map(({ id }) => id);
      const note = await noteOf(siren);
      const transaction = db.transaction(DATA_STORES, "readwrite");
      for (const id of ids) {
        await transaction.objectStore("pieces").delete(id);
        await transaction.objectStore("bytes").delete(id);
      }
      if (note !== undefined) await transaction.objectStore("companies").delete(note[0]);
      await transaction.done;
    },
  };
}
