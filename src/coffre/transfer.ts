/**
 * The coffre as one encrypted file, to keep elsewhere or to move to another machine:
 *
 *     "PLIPRET" and a zero byte · uint32 length of the header · header, JSON
 *     then each record: uint32 length · 12 bytes nonce · AES-256-GCM ciphertext
 *
 * Integers are big-endian. The key comes from the passphrase: format 2 by Argon2id, { version, salt, memoryKiB, passes, records }; format 1,
 * still read, by PBKDF2 with SHA-256, { version, salt, iterations, records }. The first record is the table of contents, the others the bytes
 * of its pieces, in order. Each record is bound to the header and to its rank: a file cut, reordered or mixed with another does not open.
 *
 * Whoever made the file knows its passphrase: what it says of a document is compared with the bytes, and awaits the person's word.
 */

import { z } from "zod";
import { bytesOfHex, hexOf } from "../domain/bytes.ts";
import { CoffrePiece, CompanyNotes } from "../domain/coffre.ts";
import { fileTypeOf } from "../domain/files.ts";
import { parseJson } from "../domain/json.ts";
import { sha256Of } from "../domain/sha256.ts";
import type { CoffreDatabase, Derivation } from "./database.ts";
import { writing } from "./keys.ts";
import { encryptionKeyOf, newDerivation } from "./passphrase.ts";
import { type KeptDocument, placeOf, readNotes, readPieces, writeAll } from "./records.ts";
import { type Sealed, seal, sealJson, unseal, unsealJson } from "./seal.ts";

const MAGIC = new Uint8Array([0x50, 0x4c, 0x49, 0x50, 0x52, 0x45, 0x54, 0x00]);
const VERSION = 2;
const IV_BYTES = 12;
/** A header that asks for less is too weak to trust, for more would hang the browser. */
const ITERATIONS = { least: 600_000, most: 10_000_000 };
const MEMORY_KIB = { least: 19_456, most: 262_144 };
const PASSES = { least: 2, most: 10 };
const LONGEST_HEADER = 4096;

const Versioned = z.object({ version: z.number().int() });
const Common = z.object({ salt: z.string().regex(/^[0-9a-f]{32}$/), records: z.number().int().min(1) });
const Header = z.discriminatedUnion("version", [
  Common.extend({ version: z.literal(1), iterations: z.number().int().min(ITERATIONS.least).max(ITERATIONS.most) }),
  Common.extend({
    version: z.literal(VERSION),
    memoryKiB: z.number().int().min(MEMORY_KIB.least).max(MEMORY_KIB.most),
    passes: z.number().int().min(PASSES.least).max(PASSES.most),
  }),
]);
type Header = z.infer<typeof Header>;

const Contents = z.object({ pieces: z.array(CoffrePiece), companies: z.array(CompanyNotes) });
type Contents = z.infer<typeof Contents>;

/**
 * `notACoffre`: another kind of file · `newer`: made by a later version · `wrongPassphrase` · `damaged`: cut or altered ·
 * `full`: no room left. In all of these nothing is imported.
 */
export type ImportOutcome =
  | { readonly state: "imported"; readonly pieces: number; readonly alreadyHere: number; readonly companies: number }
  | { readonly state: "notACoffre" | "newer" | "wrongPassphrase" | "damaged" | "full" };

/**
 * The whole coffre in one file. The documents are read one by one: memory holds the file, not twice the coffre.
 * @param derivation a cheaper one in tests of what has nothing to do with guesses
 */
export async function exportCoffre(db: CoffreDatabase, key: CryptoKey, passphrase: string, derivation = newDerivation()): Promise<Blob> {
  const pieces = [...(await readPieces(db, key)).values()];
  const companies = [...(await readNotes(db, key)).values()];
  const { salt, memoryKiB, passes } = derivation;
  const header: Header = { version: VERSION, salt: hexOf(salt), memoryKiB, passes, records: 1 + pieces.length };
  const headerText = JSON.stringify(header);
  const fileKey = await encryptionKeyOf(passphrase, derivation);
  const parts: BlobPart[] = [MAGIC, uint32(headerText.length), headerText];
  // A blob a record: the browser may put them on its disk.
  const push = ({ iv, data }: Sealed) => parts.push(new Blob([uint32(iv.length + data.byteLength), iv, data]));

  push(await sealJson(fileKey, rankOf(headerText, 0), { pieces, companies }));
  for (const [index, { id }] of pieces.entries()) {
    const sealed = await db.get("bytes", id);
    if (sealed === undefined) throw new Error("coffre : un document n'a pas de contenu");
    const bytes = await unseal(key, placeOf("bytes", id), sealed);
    push(await seal(fileKey, rankOf(headerText, index + 1), bytes));
  }
  return new Blob(parts, { type: "application/octet-stream" });
}

/** Adds the contents of a file to the coffre, all or nothing, each document to be confirmed. What is already there stays as it is. */
export async function importCoffre(db: CoffreDatabase, key: CryptoKey, file: Blob, passphrase: string): Promise<ImportOutcome> {
  const opened = await openFile(file);
  if (typeof opened === "string") return { state: opened };
  const { header, headerText, recordsStart } = opened;
  const fileKey = await encryptionKeyOf(passphrase, derivationOf(header));

  const records = recordsOf(file, recordsStart);
  const first = (await records.next()).value;
  if (first === undefined) return { state: "damaged" };
  let contents: Contents;
  try {
    contents = Contents.parse(await unsealJson(fileKey, rankOf(headerText, 0), first));
  } catch (error) {
    return { state: error instanceof DOMException ? "wrongPassphrase" : "damaged" };
  }

  return writing(db, key, async () => {
    const here = [...(await readPieces(db, key)).values()];
    const noted = new Set([...(await readNotes(db, key)).values()].map(({ siren }) => siren));
    const isHere = (piece: CoffrePiece) =>
      here.some((it) => it.id === piece.id || (it.siren === piece.siren && it.sha256 === piece.sha256));
    const companies = contents.companies.filter(({ siren }) => !noted.has(siren));
    let added = 0;
    async function* documents(): AsyncGenerator<KeptDocument> {
      for (const [index, piece] of contents.pieces.entries()) {
        const record = (await records.next()).value;
        if (record === undefined) throw new DamagedFile();
        const bytes = await unseal(fileKey, rankOf(headerText, index + 1), record).catch(() => Promise.reject(new DamagedFile()));
        if (isHere(piece)) continue;
        if (!(await describes(piece, bytes))) throw new DamagedFile();
        added += 1;
        yield { piece: { ...piece, confirmed: false }, bytes };
      }
      if (header.records !== contents.pieces.length + 1 || (await records.next()).value !== undefined) throw new DamagedFile();
    }
    try {
      if (!(await writeAll(db, key, documents(), companies))) return { state: "full" };
    } catch (error) {
      if (error instanceof DamagedFile) return { state: "damaged" };
      throw error;
    }
    return { state: "imported", pieces: added, alreadyHere: contents.pieces.length - added, companies: companies.length };
  });
}

function derivationOf(header: Header): Derivation {
  const salt = bytesOfHex(header.salt);
  if (header.version === 1) return { kind: "pbkdf2", salt, iterations: header.iterations };
  return { kind: "argon2id", salt, memoryKiB: header.memoryKiB, passes: header.passes };
}

/** True when the bytes are what the table of contents says of them. */
async function describes({ type, size, sha256 }: CoffrePiece, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return fileTypeOf(bytes) === type && bytes.length === size && (await sha256Of(bytes)) === sha256;
}

/** A record of the file is missing or does not open: what was written of it is swept away. */
class DamagedFile extends Error {}

async function openFile(
  file: Blob,
): Promise<{ readonly header: Header; readonly headerText: string; readonly recordsStart: number } | "notACoffre" | "newer" | "damaged"> {
  const start = new Uint8Array(await file.slice(0, MAGIC.length + 4).arrayBuffer());
  if (start.length < MAGIC.length + 4 || !MAGIC.every((byte, index) => start[index] === byte)) return "notACoffre";
  const length = uint32At(start, MAGIC.length);
  if (length > LONGEST_HEADER) return "damaged";
  const recordsStart = MAGIC.length + 4 + length;
  const headerText = await file.slice(MAGIC.length + 4, recordsStart).text();
  const json = parseJson(headerText);
  const versioned = Versioned.safeParse(json);
  if (versioned.success && versioned.data.version > VERSION) return "newer";
  const header = Header.safeParse(json);
  return header.success ? { header: header.data, headerText, recordsStart } : "damaged";
}

/** The records of a file, one in memory at a time; ends early when the file is cut. */
async function* recordsOf(file: Blob, start: number): AsyncGenerator<Sealed, undefined> {
  let at = start;
  while (at + 4 <= file.size) {
    const length = uint32At(new Uint8Array(await file.slice(at, at + 4).arrayBuffer()), 0);
    if (length <= IV_BYTES || at + 4 + length > file.size) return undefined;
    const record = await file.slice(at + 4, at + 4 + length).arrayBuffer();
    yield { iv: new Uint8Array(record.slice(0, IV_BYTES)), data: record.slice(IV_BYTES) };
    at += 4 + length;
  }
  return undefined;
}

function rankOf(headerText: string, rank: number): string {
  return `${headerText}#${rank}`;
}

function uint32(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function uint32At(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset);
}
