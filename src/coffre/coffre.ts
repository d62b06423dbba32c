/**
 * The coffre: a company's own documents, encrypted at rest, on this machine only.
 *
 * Encryption is done before a transaction opens (an IndexedDB transaction ends while one waits for anything else), and each
 * change is one transaction: the browser may be killed at any moment, what was not whole was not kept.
 */

import type { CoffreFileType } from "../domain/coffre.ts";
import { CoffrePiece, CompanyNotes } from "../domain/coffre.ts";
import { type CoffreDatabase, DATA_STORES } from "./database.ts";
import { type Sealed, seal, sealJson, unseal, unsealJson } from "./seal.ts";

/** A document to keep: its bytes, and what is known of it. */
export interface NewPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly about: Omit<CoffrePiece, "id" | "size" | "sha256" | "addedAt" | "type"> & { readonly type: CoffreFileType };
}

/** `full`: the browser has no room left; nothing was kept. */
export type KeepOutcome = { readonly state: "kept"; readonly pieces: readonly CoffrePiece[] } | { readonly state: "full" };

export interface Coffre {
  /** Every piece, or those of one company; the bytes are not read. A record that no longer opens is left out. */
  list(siren?: string): Promise<CoffrePiece[]>;
  /** Keeps the documents, all or none. One already kept for that company is not kept twice: it is given back. */
  keep(documents: readonly NewPiece[], now: Date): Promise<KeepOutcome>;
  bytesOf(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** What the person confirmed or corrected. */
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
  const list = async (siren?: string): Promise<CoffrePiece[]> => {
    const pieces = await readAll(db, key, "pieces", (value) => CoffrePiece.parse(value));
    const own = [...pieces.values()].filter((piece) => siren === undefined || piece.siren === siren);
    return own.sort((a, b) => b.addedAt.localeCompare(a.addedAt) || a.id.localeCompare(b.id));
  };
  const notes = () => readAll(db, key, "companies", (value) => CompanyNotes.parse(value));
  const noteOf = async (siren: string) => [...(await notes())].find(([, note]) => note.siren === siren);

  return {
    list,

    async keep(documents, now) {
      const known = await list();
      const prepared: Prepared[] = [];
      const kept: CoffrePiece[] = [];
      for (const { bytes, about } of documents) {
        const sha256 = await sha256Of(bytes);
        const twin = [...known, ...kept].find((piece) => piece.siren === about.siren && piece.sha256 === sha256);
        if (twin !== undefined) {
          kept.push(twin);
          continue;
        }
        const piece: CoffrePiece = { ...about, id: crypto.randomUUID(), size: bytes.length, sha256, addedAt: now.toISOString() };
        prepared.push(await prepare(key, piece, bytes));
        kept.push(piece);
      }
      return (await store(db, prepared, [])) ? { state: "kept", pieces: kept } : { state: "full" };
    },

    async bytesOf(id) {
      const sealed = await db.get("bytes", id);
      return sealed === undefined ? undefined : unseal(key, placeOf("bytes", id), sealed);
    },

    async amend(piece) {
      await db.put("pieces", await sealJson(key, placeOf("pieces", piece.id), piece), piece.id);
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
      const sirens = [...(await list()), ...(await notes()).values()].map(({ siren }) => siren);
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

/** A record ready to be written. */
export interface Prepared {
  readonly id: string;
  readonly piece: Sealed;
  readonly bytes: Sealed;
}

export async function prepare(key: CryptoKey, piece: CoffrePiece, bytes: Uint8Array<ArrayBuffer>): Promise<Prepared> {
  return {
    id: piece.id,
    piece: await sealJson(key, placeOf("pieces", piece.id), piece),
    bytes: await seal(key, placeOf("bytes", piece.id), bytes),
  };
}

/**
 * Writes records in one transaction, on the disk before it says so.
 * @returns false when the browser has no room: then nothing was written
 */
export async function store(
  db: CoffreDatabase,
  pieces: readonly Prepared[],
  companies: readonly { readonly id: string; readonly note: Sealed }[],
): Promise<boolean> {
  if (pieces.length + companies.length === 0) return true;
  const transaction = db.transaction(DATA_STORES, "readwrite", { durability: "strict" });
  // A write that fails fails its transaction: `done` tells why.
  const write = (store: (typeof DATA_STORES)[number], record: Sealed, id: string) =>
    transaction
      .objectStore(store)
      .put(record, id)
      .catch(() => undefined);
  try {
    for (const { id, piece, bytes } of pieces) void Promise.all([write("pieces", piece, id), write("bytes", bytes, id)]);
    for (const { id, note } of companies) void write("companies", note, id);
    await transaction.done;
    return true;
  } catch (error) {
    await transaction.done.catch(() => undefined);
    if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
    throw error;
  }
}

export function placeOf(store: (typeof DATA_STORES)[number], id: string): string {
  return `${store}/${id}`;
}

/** Every record of a store that opens and has the right shape, by identifier. */
export async function readAll<Value>(
  db: CoffreDatabase,
  key: CryptoKey,
  store: "pieces" | "companies",
  parse: (value: unknown) => Value,
): Promise<Map<string, Value>> {
  const transaction = db.transaction(store);
  const [ids, records] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  const opened = await Promise.allSettled(
    records.map((sealed, index) => unsealJson(key, placeOf(store, ids[index] ?? ""), sealed).then(parse)),
  );
  return new Map(opened.flatMap((it, index) => (it.status === "fulfilled" ? [[ids[index] ?? "", it.value] as const] : [])));
}

/** In hexadecimal. */
async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
