/**
 * The coffre as one encrypted file (`sealed-file.ts`), to keep elsewhere or to move to another machine. The first record is the table of
 * contents, the others the bytes of its pieces, in order. What it says of a document is compared with the bytes, and must be confirmed.
 */

import { z } from "zod";
import { Carried } from "../domain/carried.ts";
import { CoffrePiece, CompanyNotes } from "../domain/coffre.ts";
import { fileTypeOf } from "../domain/files.ts";
import { joinedMeans } from "../domain/means.ts";
import { inCodeOrder } from "../domain/order.ts";
import { present } from "../domain/present.ts";
import { sha256Of } from "../domain/sha256.ts";
import type { CoffreDatabase } from "./database.ts";
import { writing } from "./keys.ts";
import { newDerivation } from "./passphrase.ts";
import { type KeptDocument, type KeptNote, placeOf, readNotes, readPieces, writeAll } from "./records.ts";
import { unseal } from "./seal.ts";
import { DamagedFile, openSealed, type SealedFile, sealFile } from "./sealed-file.ts";

/** `carried`: answers and consultations, which are stored outside the coffre. */
const Contents = z.object({ pieces: z.array(CoffrePiece), companies: z.array(CompanyNotes), carried: Carried.optional() });
type Contents = z.infer<typeof Contents>;

export interface Imported {
  readonly state: "imported";
  readonly pieces: number;
  readonly alreadyHere: number;
  /** How many companies the file adds something to. */
  readonly companies: number;
  /** Titles of documents that the file describes differently than this browser, whose description stays. */
  readonly differing: readonly string[];
  /** For the caller to merge; `null` in files without it. */
  readonly carried: Carried | null;
}

/**
 * `notACoffre`: another kind of file · `otherKind`: ours, for another screen · `newer`: made by a later version · `wrongPassphrase` ·
 * `damaged`: cut or altered · `full`: no room left. In all of these nothing is imported.
 */
export type ImportOutcome = Imported | { readonly state: "notACoffre" | "otherKind" | "newer" | "wrongPassphrase" | "damaged" | "full" };

interface ExportedWith {
  /** One company only; all of them when absent. */
  readonly siren?: string | undefined;
  readonly carried?: Carried | undefined;
  /** A cheaper one in tests that are not about guessing. */
  readonly derivation?: ReturnType<typeof newDerivation>;
}

/** Exports the coffre, or one company of it, to one file. Documents are read one by one: memory holds the file once, not twice. */
export async function exportCoffre(
  db: CoffreDatabase,
  key: CryptoKey,
  passphrase: string,
  { siren, carried, derivation = newDerivation() }: ExportedWith = {},
): Promise<Blob> {
  const isOwn = (one: { readonly siren: string }) => siren === undefined || one.siren === siren;
  const pieces = [...(await readPieces(db, key)).values()].filter(isOwn);
  const companies = [...(await readNotes(db, key)).values()].filter(isOwn);
  async function* documents(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (const { id } of pieces) {
      const sealed = await db.get("bytes", id);
      if (sealed === undefined) throw new Error("coffre : un document n'a pas de contenu");
      yield await unseal(key, placeOf("bytes", id), sealed);
    }
  }
  const contents: Contents = { pieces, companies, ...present({ carried }) };
  const kind = siren === undefined ? "coffre" : "company";
  return sealFile(kind, passphrase, { contents, documents: documents(), count: pieces.length }, derivation);
}

/** Adds the contents of a file to the coffre, all or nothing, each document to be confirmed. What is already there stays as it is. */
export async function importCoffre(db: CoffreDatabase, key: CryptoKey, file: Blob, passphrase: string): Promise<ImportOutcome> {
  const whole = await openSealed(file, "coffre", passphrase);
  const opened = "problem" in whole && whole.problem === "otherKind" ? await openSealed(file, "company", passphrase) : whole;
  if ("problem" in opened) return { state: opened.problem === "notSealed" ? "notACoffre" : opened.problem };
  const contents = Contents.safeParse(opened.contents);
  if (!contents.success || opened.count !== contents.data.pieces.length) return { state: "damaged" };
  return writing(db, key, () => write(db, key, contents.data, opened));
}

async function write(db: CoffreDatabase, key: CryptoKey, contents: Contents, file: SealedFile): Promise<ImportOutcome> {
  const here = [...(await readPieces(db, key)).values()];
  const notes = joinedNotes(await readNotes(db, key), contents.companies);
  const differing: string[] = [];
  let added = 0;
  async function* documents(): AsyncGenerator<KeptDocument> {
    let at = 0;
    for await (const bytes of file.documents()) {
      const piece = contents.pieces[at];
      at += 1;
      if (piece === undefined) continue;
      const twin = here.find((it) => it.id === piece.id || (it.siren === piece.siren && it.sha256 === piece.sha256));
      if (twin !== undefined && saidOf(twin) !== saidOf(piece)) differing.push(twin.title);
      if (twin !== undefined) continue;
      if (!(await describes(piece, bytes))) throw new DamagedFile();
      added += 1;
      yield { piece: { ...piece, confirmed: false }, bytes };
    }
  }
  try {
    if (!(await writeAll(db, key, documents(), notes))) return { state: "full" };
  } catch (error) {
    if (error instanceof DamagedFile) return { state: "damaged" };
    throw error;
  }
  const alreadyHere = contents.pieces.length - added;
  return { state: "imported", pieces: added, alreadyHere, companies: notes.length, differing, carried: contents.carried ?? null };
}

/** A document's description, kind and dates. Whether it is confirmed and when it was kept differ by browser. */
function saidOf({ kind, title, issuedOn, validFrom, validUntil, closingOn }: CoffrePiece): string {
  return JSON.stringify([kind, title, issuedOn, validFrom, validUntil, closingOn]);
}

/** Merged notes of the companies to which the file adds something. What is here wins. */
function joinedNotes(here: ReadonlyMap<string, CompanyNotes>, there: readonly CompanyNotes[]): KeptNote[] {
  return there.flatMap((other): KeptNote[] => {
    const [known] = [...here].filter(([, { siren }]) => siren === other.siren).toSorted(([a], [b]) => a.localeCompare(b));
    if (known === undefined) return [{ id: crypto.randomUUID(), note: other }];
    const [id, own] = known;
    const more = other.explications.filter(({ about }) => own.explications.every((one) => one.about !== about));
    const note = {
      siren: own.siren,
      manual: { ...other.manual, ...own.manual },
      explications: [...own.explications, ...more],
      means: joinedMeans(own.means, other.means),
      grounds: joinedGrounds(own.grounds, other.grounds),
    };
    return sizeOf(note) > sizeOf(own) ? [{ id, note }] : [];
  });
}

/** Merged answers, latest first. Where both have answers for one work, those here win. */
function joinedGrounds(own: CompanyNotes["grounds"], other: CompanyNotes["grounds"]): CompanyNotes["grounds"] {
  const more = other.filter(({ work }) => own.every((one) => one.work !== work));
  return [...own, ...more].toSorted((a, b) => inCodeOrder(b.at, a.at));
}

/** How many things the notes hold. */
function sizeOf({ manual, explications, means, grounds }: CompanyNotes): number {
  return [Object.keys(manual), explications, grounds, ...Object.values(means)].reduce((sum, list) => sum + list.length, 0);
}

/** True when the bytes match their description in the table of contents. */
async function describes({ type, size, sha256 }: CoffrePiece, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return fileTypeOf(bytes) === type && bytes.length === size && (await sha256Of(bytes)) === sha256;
}
