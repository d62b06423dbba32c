/**
 * Records in and out of the database.
 *
 * Many documents do not fit in one transaction (Chromium refuses some hundred megabytes) nor in memory. So their bytes are
 * first written under identifiers that no record names; then one small transaction names them all. The browser may be
 * killed at any moment: before that transaction nothing is kept, and the next write removes the bytes
 * left behind.
 */
import { CoffrePiece, CompanyNotes } from "../domain/coffre.ts";
import type { CoffreDatabase, DATA_STORES } from "./database.ts";
import { type Sealed, seal, sealJson, unsealJson } from "./seal.ts";

export interface KeptDocument {
  readonly piece: CoffrePiece;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is remembered of a company, and the identifier of its record: a new one, or the one that it replaces. */
export interface KeptNote {
  readonly id: string;
  readonly note: CompanyNotes;
}

export function placeOf(store: (typeof DATA_STORES)[number], id: string): string {
  return `${store}/${id}`;
}

/** What the records of a store opened to, by identifier, each with its record: a record that did not change is not opened again. */
export type Opened<Value> = Map<string, { readonly record: Sealed; readonly value: Value }>;

/**
 * Every piece that opens, by identifier; the bytes are not read.
 * @param opened what an earlier reading opened; replaced by what this one opens
 */
export function readPieces(db: CoffreDatabase, key: CryptoKey, opened?: Opened<CoffrePiece>): Promise<Map<string, CoffrePiece>> {
  return readAll(db, "pieces", async (id, record) => CoffrePiece.parse(await unsealJson(key, placeOf("pieces", id), record)), opened);
}

/** Every sealing uses another nonce, so equal nonces mean the same record. */
function isSameRecord(one: Sealed, other: Sealed): boolean {
  return one.iv.every((byte, index) => byte === other.iv[index]);
}

/** Every company's notes that open, by identifier. */
export function readNotes(db: CoffreDatabase, key: CryptoKey): Promise<Map<string, CompanyNotes>> {
  return readAll(db, "companies", async (id, record) => CompanyNotes.parse(await unsealJson(key, placeOf("companies", id), record)));
}

/**
 * Opens each record of a store, by identifier; one that does not open is left out.
 * @param opened what an earlier reading opened; replaced by what this one opens
 */
export async function readAll<Value>(
  db: CoffreDatabase,
  store: "pieces" | "companies" | "dossiers",
  open: (id: string, record: Sealed) => Promise<Value>,
  opened: Opened<Value> = new Map(),
): Promise<Map<string, Value>> {
  const transaction = db.transaction(store);
  const [ids, records] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  const now: Opened<Value> = new Map();
  await Promise.allSettled(
    records.map(async (record, index) => {
      const id = ids[index] ?? "";
      const known = opened.get(id);
      now.set(id, known !== undefined && isSameRecord(known.record, record) ? known : { record, value: await open(id, record) });
    }),
  );
  opened.clear();
  for (const [id, one] of now) opened.set(id, one);
  return new Map([...now].map(([id, { value }]) => [id, value]));
}

/**
 * Writes documents and notes, all or none. To be called inside `writing`.
 * @param documents read one at a time; when reading one fails, nothing is kept
 * @returns false when the browser has no room: then nothing is kept
 */
export async function writeAll(
  db: CoffreDatabase,
  key: CryptoKey,
  documents: AsyncIterable<KeptDocument> | Iterable<KeptDocument>,
  notes: readonly KeptNote[],
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

/** The transaction that makes everything exist, on disk before it ends. */
async function name(db: CoffreDatabase, key: CryptoKey, pieces: readonly CoffrePiece[], notes: readonly KeptNote[]): Promise<void> {
  const sealedPieces = await Promise.all(
    pieces.map(async (piece) => [piece.id, await sealJson(key, placeOf("pieces", piece.id), piece)] as const),
  );
  const sealedNotes = await Promise.all(
    notes.map(async ({ id, note }) => [id, await sealJson(key, placeOf("companies", id), note)] as const),
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
