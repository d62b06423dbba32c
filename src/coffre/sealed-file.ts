/**
 * An encrypted file that leaves the machine: a coffre, or a packet from one company to another person.
 *
 *     "PLIPRET" and a zero byte · uint32 length of the header · header, JSON
 *     then each record: uint32 length · 12 bytes nonce · AES-256-GCM ciphertext
 *     from format 3 on: SHA-256 of everything before, 32 bytes
 *
 * Integers are big-endian. The key comes from the passphrase: formats 2 and 3 by Argon2id, { version, salt, memoryKiB, passes, records }, and
 * `kind` in format 3; format 1, still read, by PBKDF2 with SHA-256, { version, salt, iterations, records }. Formats 1 and 2 are coffres. The
 * first record is JSON and lists the others in order. Each is bound to the header and to its rank: a file cut, reordered or mixed with
 * another does not open. The digest distinguishes a damaged file from a wrong passphrase.
 *
 * Whoever made the file knows its passphrase: the reader must check what it says.
 */
import { createSHA256, type IHasher } from "hash-wasm";
import { z } from "zod";
import { bytesOfHex, hexOf } from "../domain/bytes.ts";
import { parseJson } from "../domain/json.ts";
import type { Derivation } from "./database.ts";
import { encryptionKeyOf, newDerivation } from "./passphrase.ts";
import { type Sealed, seal, sealJson, unseal, unsealJson } from "./seal.ts";

const MAGIC = new Uint8Array([0x50, 0x4c, 0x49, 0x50, 0x52, 0x45, 0x54, 0x00]);
const IV_BYTES = 12;
const DIGEST_BYTES = 32;
/** Bytes read at once to check the digest. */
const SLICE = 4 * 1024 * 1024;
/** A header with less is too weak to trust, one with more would hang the browser. */
const ITERATIONS = { least: 600_000, most: 10_000_000 };
const MEMORY_KIB = { least: 19_456, most: 262_144 };
const PASSES = { least: 2, most: 10 };
const LONGEST_HEADER = 4096;
const LATEST = 3;

/** `coffre`: a whole coffre · `company`: one company of it · `member`: a member's packet for the mandataire of its group. */
const KINDS = ["coffre", "company", "member"] as const;
type SealedKind = (typeof KINDS)[number];

const Versioned = z.object({ version: z.number().int() });
const Common = z.object({ salt: z.string().regex(/^[0-9a-f]{32}$/), records: z.number().int().min(1) });
const Argon2id = Common.extend({
  memoryKiB: z.number().int().min(MEMORY_KIB.least).max(MEMORY_KIB.most),
  passes: z.number().int().min(PASSES.least).max(PASSES.most),
});
const Header = z.discriminatedUnion("version", [
  Common.extend({ version: z.literal(1), iterations: z.number().int().min(ITERATIONS.least).max(ITERATIONS.most) }),
  Argon2id.extend({ version: z.literal(2) }),
  Argon2id.extend({ version: z.literal(LATEST), kind: z.string() }),
]);
type Header = z.infer<typeof Header>;

/** `notSealed`: no file of ours · `otherKind`: one with another content · `newer`: made by a later version · `damaged`: cut or altered. */
export type SealedProblem = "notSealed" | "otherKind" | "newer" | "wrongPassphrase" | "damaged";

export interface SealedFile {
  /** The first record as written, not parsed yet. */
  readonly contents: unknown;
  /** How many records follow. */
  readonly count: number;
  /** The following records, one in memory at a time. @throws {DamagedFile} when one is missing, does not open, or is one too many */
  documents(): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

/** A record of the file is missing or does not open. */
export class DamagedFile extends Error {}

/**
 * @param documents in the order in which `contents` names them, `count` in number: memory holds the file once, not twice
 * @param derivation a cheaper one in tests that are not about guessing
 */
export async function sealFile(
  kind: SealedKind,
  passphrase: string,
  {
    contents,
    documents,
    count,
  }: { readonly contents: unknown; readonly documents: AsyncIterable<Uint8Array<ArrayBuffer>>; readonly count: number },
  derivation = newDerivation(),
): Promise<Blob> {
  const { salt, memoryKiB, passes } = derivation;
  const common = { salt: hexOf(salt), memoryKiB, passes, records: 1 + count };
  // Coffres keep their second format, so that earlier versions can read them.
  const header: Header = kind === "coffre" ? { version: 2, ...common } : { version: LATEST, kind, ...common };
  const headerText = JSON.stringify(header);
  const fileKey = await encryptionKeyOf(passphrase, derivation);
  const digest = header.version === LATEST ? await createSHA256() : null;
  const parts: BlobPart[] = [];
  const push = (...some: Uint8Array<ArrayBuffer>[]) => {
    for (const one of some) digest?.update(one);
    // One blob for each record: the browser may move them to disk.
    parts.push(new Blob(some));
  };
  const pushSealed = ({ iv, data }: Sealed) => push(uint32(iv.length + data.byteLength), iv, new Uint8Array(data));

  push(MAGIC, uint32(headerText.length), textBytes(headerText));
  pushSealed(await sealJson(fileKey, rankOf(headerText, 0), contents));
  let rank = 0;
  for await (const bytes of documents) {
    rank += 1;
    pushSealed(await seal(fileKey, rankOf(headerText, rank), bytes));
  }
  if (rank !== count) throw new RangeError("a sealed file must hold as many documents as it says");
  if (digest !== null) parts.push(digestOf(digest));
  return new Blob(parts, { type: "application/octet-stream" });
}

/** Opens a file of that kind: gives its first record, and a way to read the others. */
export async function openSealed(
  file: Blob,
  kind: SealedKind,
  passphrase: string,
): Promise<SealedFile | { readonly problem: SealedProblem }> {
  const opened = await openHeader(file);
  if (typeof opened === "string") return { problem: opened };
  const { header, headerText, recordsStart } = opened;
  if (kindOf(header) !== kind) return { problem: "otherKind" };
  const end = header.version === LATEST ? file.size - DIGEST_BYTES : file.size;
  if (header.version === LATEST && !(await isWhole(file, end))) return { problem: "damaged" };
  const fileKey = await encryptionKeyOf(passphrase, derivationOf(header));
  const records = recordsOf(file.slice(0, end), recordsStart);
  const first = (await records.next()).value;
  if (first === undefined) return { problem: "damaged" };
  try {
    const contents = await unsealJson(fileKey, rankOf(headerText, 0), first);
    return { contents, count: header.records - 1, documents: () => unsealed(records, fileKey, header, headerText) };
  } catch (error) {
    return { problem: error instanceof DOMException ? "wrongPassphrase" : "damaged" };
  }
}

async function* unsealed(records: AsyncGenerator<Sealed, undefined>, key: CryptoKey, header: Header, headerText: string) {
  for (let rank = 1; rank < header.records; rank += 1) {
    const record = (await records.next()).value;
    if (record === undefined) throw new DamagedFile();
    yield await unseal(key, rankOf(headerText, rank), record).catch(() => Promise.reject(new DamagedFile()));
  }
  if ((await records.next()).value !== undefined) throw new DamagedFile();
}

function kindOf(header: Header): string {
  return header.version === LATEST ? header.kind : "coffre";
}

function derivationOf(header: Header): Derivation {
  const salt = bytesOfHex(header.salt);
  if (header.version === 1) return { kind: "pbkdf2", salt, iterations: header.iterations };
  return { kind: "argon2id", salt, memoryKiB: header.memoryKiB, passes: header.passes };
}

async function openHeader(
  file: Blob,
): Promise<{ readonly header: Header; readonly headerText: string; readonly recordsStart: number } | "notSealed" | "newer" | "damaged"> {
  const start = new Uint8Array(await file.slice(0, MAGIC.length + 4).arrayBuffer());
  if (start.length < MAGIC.length + 4 || !MAGIC.every((byte, index) => start[index] === byte)) return "notSealed";
  const length = uint32At(start, MAGIC.length);
  if (length > LONGEST_HEADER) return "damaged";
  const recordsStart = MAGIC.length + 4 + length;
  const headerText = await file.slice(MAGIC.length + 4, recordsStart).text();
  const json = parseJson(headerText);
  const versioned = Versioned.safeParse(json);
  if (versioned.success && versioned.data.version > LATEST) return "newer";
  const header = Header.safeParse(json);
  return header.success ? { header: header.data, headerText, recordsStart } : "damaged";
}

/** True when the bytes before `end` have the digest written after it. */
async function isWhole(file: Blob, end: number): Promise<boolean> {
  if (end < 0) return false;
  const digest = await createSHA256();
  for (let at = 0; at < end; at += SLICE) digest.update(new Uint8Array(await file.slice(at, Math.min(at + SLICE, end)).arrayBuffer()));
  const said = new Uint8Array(await file.slice(end).arrayBuffer());
  return hexOf(said) === hexOf(digestOf(digest));
}

function digestOf(digest: IHasher): Uint8Array<ArrayBuffer> {
  return new Uint8Array(digest.digest("binary"));
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

function textBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

function uint32(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function uint32At(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset);
}
