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

/** Pieces already opened, by identifier, each with the record it was in: a record that did not change is not opened again. */
export type OpenedPieces = Map<string, { readonly record: Sealed; readonly piece: CoffrePiece }>;

/**
 * Every piece that opens, by identifier; the bytes are not read.
 * @param opened what an earlier reading opened; this one adds what it opens
 */
export async function readPieces(db: CoffreDatabase, key: CryptoKey, opened: OpenedPieces = new Map()): Promise<Map<string, CoffrePiece>> {
  const before = new Map(opened);
  opened.clear();
  const pieces = new Map<string, CoffrePiece>();
  await readAll(db, "pieces", async (id, record) => {
    const known = before.get(id);
    const piece = known !== undefined && isSameRecord(known.record, record) ? known.piece : await openPiece(key, id, record);
    pieces.set(id, piece);
    opened.set(id, { record, piece });
  });
  return pieces;
}

async function openPiece(key: CryptoKey, id: string, record: Sealed): Promise<CoffrePiece> {
  return CoffrePiece.parse(await unsealJson(key, placeOf("pieces", id), record));
}

/** Every sealing uses another nonce, so equal nonces mean the same record. */
export function isSameRecord(one: Sealed, other: Sealed): boolean {
  return one.iv.every((byte, index) => byte === other.iv[index]);
}

/** Every company's notes that open, by identifier. */
export async function readNotes(db: CoffreDatabase, key: CryptoKey): Promise<Map<string, CompanyNotes>> {
  const notes = new Map<string, CompanyNotes>();
  await readAll(db, "companies", async (id, record) => {
    notes.set(id, CompanyNotes.parse(await unsealJson(key, placeOf("companies", id), record)));
  });
  return notes;
}

/** Opens each record of a store; one that does not open is left out. */
async function readAll(
  db: CoffreDatabase,
  store: "pieces" | "companies",
  open: (id: string, record: Sealed) => Promise<void>,
): Promise<void> {
  const transaction = db.transaction(store);
  const [ids, records] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  await Promise.allSettled(records.map((record, index) => open(ids[index] ?? "", record)));
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
