/**
 * Records in and out of the database.
 *
 * Many documents do not fit in one transaction (Chromium refuses some hundred megabytes) nor in memory. So their bytes are
 * written one after the other under identifiers that nothing names yet; then one small transaction names them all. The
 * browser may be killed at any moment: until that transaction nothing is kept, and the bytes left behind are swept away by
 * the next write.
 */
import { CoffrePiece, CompanyNotes } from "../domain/coffre.ts";
import type { CoffreDatabase, DATA_STORES } from "./database.ts";
import { seal, sealJson, unsealJson } from "./seal.ts";

export interface KeptDocument {
  readonly piece: CoffrePiece;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function placeOf(store: (typeof DATA_STORES)[number], id: string): string {
  return `${store}/${id}`;
}

/** Every piece that opens, by identifier; the bytes are not read. */
export function readPieces(db: CoffreDatabase, key: CryptoKey): Promise<Map<string, CoffrePiece>> {
  return readAll(db, key, "pieces", (value) => CoffrePiece.parse(value));
}

/** Every company's notes that open, by identifier. */
export function readNotes(db: CoffreDatabase, key: CryptoKey): Promise<Map<string, CompanyNotes>> {
  return readAll(db, key, "companies", (value) => CompanyNotes.parse(value));
}

async function readAll<Value>(
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

/** One writer at a time, over all the pages and workers of this browser. */
export function alone<Result>(db: CoffreDatabase, work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(`coffre ${db.name}`, work) as Promise<Result>;
}

/**
 * Writes documents and notes, all or none. To be called inside `alone`.
 * @param documents taken one at a time; a failure in giving the next one leaves nothing
 * @returns false when the browser has no room: then nothing is kept
 */
export async function writeAll(
  db: CoffreDatabase,
  key: CryptoKey,
  documents: AsyncIterable<KeptDocument> | Iterable<KeptDocument>,
  notes: readonly CompanyNotes[],
): Promise<boolean> {
  await sweep(db);
  try {
    const pieces: CoffrePiece[] = [];
    for await (const { piece, bytes } of documents) {
      await db.put("bytes", await seal(key, placeOf("bytes", piece.id), bytes), piece.id);
      pieces.push(piece);
    }
    await name(db, key, pieces, notes);
    return true;
  } catch (error) {
    await sweep(db);
    if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
    throw error;
  }
}

/** The transaction that makes everything exist, on the disk before it ends. */
async function name(db: CoffreDatabase, key: CryptoKey, pieces: readonly CoffrePiece[], notes: readonly CompanyNotes[]): Promise<void> {
  const sealedPieces = await Promise.all(
    pieces.map(async (piece) => [piece.id, await sealJson(key, placeOf("pieces", piece.id), piece)] as const),
  );
  const sealedNotes = await Promise.all(
    notes.map(async (note) => {
      const id = crypto.randomUUID();
      return [id, await sealJson(key, placeOf("companies", id), note)] as const;
    }),
  );
  const transaction = db.transaction(["pieces", "companies"], "readwrite", { durability: "strict" });
  await Promise.all([
    ...sealedPieces.map(([id, sealed]) => transaction.objectStore("pieces").put(sealed, id)),
    ...sealedNotes.map(([id, sealed]) => transaction.objectStore("companies").put(sealed, id)),
    transaction.done,
  ]);
}

/** Removes the bytes that no piece names. */
async function sweep(db: CoffreDatabase): Promise<void> {
  const transaction = db.transaction(["pieces", "bytes"], "readwrite");
  const [named, stored] = await Promise.all([
    transaction.objectStore("pieces").getAllKeys(),
    transaction.objectStore("bytes").getAllKeys(),
  ]);
  const kept = new Set(named);
  await Promise.all([...stored.filter((id) => !kept.has(id)).map((id) => transaction.objectStore("bytes").delete(id)), transaction.done]);
}
