/**
 * The coffre as one encrypted file (`sealed-file.ts`), to keep elsewhere or to move to another machine. The first record is the table of
 * contents, the others the bytes of its pieces, in order. What it says of a document is compared with the bytes, and awaits the person's word.
 */

import { z } from "zod";
import { CoffrePiece, CompanyNotes } from "../domain/coffre.ts";
import { fileTypeOf } from "../domain/files.ts";
import { sha256Of } from "../domain/sha256.ts";
import type { CoffreDatabase } from "./database.ts";
import { writing } from "./keys.ts";
import { newDerivation } from "./passphrase.ts";
import { type KeptDocument, placeOf, readNotes, readPieces, writeAll } from "./records.ts";
import { unseal } from "./seal.ts";
import { DamagedFile, openSealed, type SealedFile, sealFile } from "./sealed-file.ts";

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
  async function* documents(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (const { id } of pieces) {
      const sealed = await db.get("bytes", id);
      if (sealed === undefined) throw new Error("coffre : un document n'a pas de contenu");
      yield await unseal(key, placeOf("bytes", id), sealed);
    }
  }
  const contents: Contents = { pieces, companies };
  return sealFile("coffre", passphrase, { contents, documents: documents(), count: pieces.length }, derivation);
}

/** Adds the contents of a file to the coffre, all or nothing, each document to be confirmed. What is already there stays as it is. */
export async function importCoffre(db: CoffreDatabase, key: CryptoKey, file: Blob, passphrase: string): Promise<ImportOutcome> {
  const opened = await openSealed(file, "coffre", passphrase);
  if ("problem" in opened) {
    const { problem } = opened;
    return { state: problem === "notSealed" || problem === "otherKind" ? "notACoffre" : problem };
  }
  const contents = Contents.safeParse(opened.contents);
  if (!contents.success || opened.count !== contents.data.pieces.length) return { state: "damaged" };
  return writing(db, key, () => write(db, key, contents.data, opened));
}

async function write(db: CoffreDatabase, key: CryptoKey, contents: Contents, file: SealedFile): Promise<ImportOutcome> {
  const here = [...(await readPieces(db, key)).values()];
  const noted = new Set([...(await readNotes(db, key)).values()].map(({ siren }) => siren));
  const isHere = (piece: CoffrePiece) => here.some((it) => it.id === piece.id || (it.siren === piece.siren && it.sha256 === piece.sha256));
  const companies = contents.companies.filter(({ siren }) => !noted.has(siren));
  let added = 0;
  async function* documents(): AsyncGenerator<KeptDocument> {
    let at = 0;
    for await (const bytes of file.documents()) {
      const piece = contents.pieces[at];
      at += 1;
      if (piece === undefined || isHere(piece)) continue;
      if (!(await describes(piece, bytes))) throw new DamagedFile();
      added += 1;
      yield { piece: { ...piece, confirmed: false }, bytes };
    }
  }
  try {
    if (!(await writeAll(db, key, documents(), companies))) return { state: "full" };
  } catch (error) {
    if (error instanceof DamagedFile) return { state: "damaged" };
    throw error;
  }
  return { state: "imported", pieces: added, alreadyHere: contents.pieces.length - added, companies: companies.length };
}

/** True when the bytes are what the table of contents says of them. */
async function describes({ type, size, sha256 }: CoffrePiece, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return fileTypeOf(bytes) === type && bytes.length === size && (await sha256Of(bytes)) === sha256;
}
