/**
 * The originals, untouched, in one ZIP with a cover and a manifest: for portals that take one file, and for signatures that must stay
 * valid.
 */

import { strToU8, Zip, ZipPassThrough } from "fflate";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { joinedBytes } from "../../domain/bytes.ts";
import { dossierFileName } from "../../domain/file-names.ts";
import { fileTypeOf } from "../../domain/files.ts";
import type { LeftOutReason } from "../../domain/prepared.ts";
import { present } from "../../domain/present.ts";
import { sha256Of } from "../../domain/sha256.ts";
import { sirenOf } from "../../domain/siret.ts";
import { parisDay } from "../../domain/time.ts";
import { lettersFor } from "../pdf/letters.ts";
import { isCutShort } from "../pdf/picture.ts";
import { readyPdf } from "../pdf/ready.ts";
import { addCover, coverTexts } from "./cover.ts";
import type { DossierItem, DossierRequest, ItemOutcome, MadeDossier, MakeDeps } from "./made.ts";
import { factsOf, unfitReason } from "./volume.ts";

export const MANIFEST = "manifest.json";
const COVER_FILE = "00_page-de-garde.pdf";

/** A document that cannot be read is included all the same, and named. @throws the signal's reason when it is aborted */
export async function makeZip(request: DossierRequest, deps: MakeDeps): Promise<MadeDossier> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const at = new Date(request.madeAt);
  const add = (name: string, bytes: Uint8Array) => {
    const entry = new ZipPassThrough(name);
    entry.mtime = at;
    zip.add(entry);
    entry.push(bytes, true);
  };

  const total = request.items.length;
  const outcomes: ItemOutcome[] = [];
  for (const [index, item] of request.items.entries()) {
    deps.signal?.throwIfAborted();
    deps.onProgress?.({ done: index, total, id: item.id });
    const bytes = await deps.bytesOf(item.id);
    const facts = await factsOf(request, item, index + 1, bytes);
    outcomes.push(bytes === null ? { ...facts, leftOut: "unobtainable" } : { ...facts, ...(await inspect(bytes, item, deps)) });
    if (bytes !== null) add(facts.fileName, bytes);
  }
  deps.onProgress?.({ done: total, total, id: null });
  const cover = await coverOf(request, outcomes, deps);
  add(COVER_FILE, cover.bytes);
  add(MANIFEST, strToU8(`${JSON.stringify(manifestOf(request, outcomes), null, 2)}\n`));
  zip.end();

  const bytes = joinedBytes(chunks);
  const mediaType = "application/zip";
  const file = {
    fileName: dossierFileName(sirenOf(request.company.siret), parisDay(at), mediaType),
    mediaType,
    bytes,
    sha256: await sha256Of(bytes),
    pages: cover.pages + outcomes.reduce((sum, { pages }) => sum + pages, 0),
    items: outcomes.filter(({ sha256 }) => sha256 !== undefined).map(({ id }) => id),
    oversize: request.targetBytes !== undefined && bytes.length > request.targetBytes,
  } as const;
  return { files: [file], outcomes };
}

type Inspected = Pick<ItemOutcome, "pages" | "signed" | "signatures"> & { readonly leftOut?: LeftOutReason };
const UNSIGNED = { signed: false, signatures: [] };

/** What opening a document shows. */
async function inspect(bytes: Uint8Array, { mediaType }: DossierItem, { repair }: MakeDeps): Promise<Inspected> {
  const type = fileTypeOf(bytes);
  if (type === undefined && mediaType !== undefined) return { ...UNSIGNED, pages: 0 };
  if (type === undefined) return { ...UNSIGNED, pages: 0, leftOut: unfitReason(bytes) };
  if (type !== "application/pdf")
    return isCutShort(bytes, type) ? { ...UNSIGNED, pages: 0, leftOut: "truncated" } : { ...UNSIGNED, pages: 1 };
  // Prepared as for the PDF: damage that can be repaired is not reported against the original.
  const ready = await readyPdf(bytes, { repair, embedFont: (from) => from.embedFont(StandardFonts.Helvetica) });
  if ("leftOut" in ready) return { ...UNSIGNED, pages: 0, leftOut: ready.leftOut };
  return { pages: ready.doc.getPageCount(), signed: ready.signed, signatures: ready.signatures };
}

async function coverOf(request: DossierRequest, outcomes: readonly ItemOutcome[], deps: MakeDeps) {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const content = { request, outcomes, volume: { n: 1, of: 1 }, of: "zip" as const };
  const pages = addCover(doc, await lettersFor(doc, deps.typefaces, coverTexts(content)), content);
  return { bytes: await doc.save(), pages };
}

/** What a program needs to check the files: names, hashes, where each came from and until when it is valid. */
function manifestOf({ company, consultation, items, madeAt }: DossierRequest, outcomes: readonly ItemOutcome[]) {
  return {
    version: 1,
    madeAt,
    company,
    consultation,
    pieces: outcomes.map((outcome, index) => {
      const { kind, source, retrievedOn, validUntil } = items[index] ?? {};
      const { number, title, fileName, sha256, size, pages, signed, leftOut } = outcome;
      const file = sha256 === undefined ? {} : { fileName, sha256, size, pages, signed };
      return { number, kind, title, source, retrievedOn, validUntil, ...file, ...present({ problem: leftOut }) };
    }),
  };
}
