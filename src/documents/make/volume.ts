/** One PDF of the dossier: documents taken one at a time, then its cover before them. */
import { AFRelationship, PDFDocument, type PDFPage } from "pdf-lib";
import { release } from "../../domain/bytes.ts";
import { pieceFileName } from "../../domain/file-names.ts";
import { fileTypeOf } from "../../domain/files.ts";
import { otherTypeOf } from "../../domain/other-files.ts";
import type { LeftOutReason } from "../../domain/prepared.ts";
import { sha256Of } from "../../domain/sha256.ts";
import { sirenOf } from "../../domain/siret.ts";
import { encloseContent } from "../pdf/content.ts";
import { addFooter } from "../pdf/footer.ts";
import { type Lent, lendTo } from "../pdf/lent-font.ts";
import { type Letters, lettersFor } from "../pdf/letters.ts";
import { takePages } from "../pdf/merge.ts";
import { addMetadata, addOutline, addPageLabels, type Chapter } from "../pdf/outline.ts";
import { addPicture } from "../pdf/picture.ts";
import { readyPdf } from "../pdf/ready.ts";
import { hastenPdfLib } from "../pdf/swift.ts";
import { type Written, writtenAlong } from "../pdf/written.ts";
import { addCover, coverTexts } from "./cover.ts";
import { COVER } from "./cover-words.ts";
import type { DossierItem, DossierRequest, ItemOutcome, MakeDeps } from "./made.ts";

hastenPdfLib();

/** A document and its number in the whole dossier, from 1. */
export interface NumberedItem {
  readonly number: number;
  readonly item: DossierItem;
}

export interface VolumePlan {
  readonly items: readonly NumberedItem[];
  readonly n: number;
  readonly of: number;
}

export interface Volume {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  readonly outcomes: readonly ItemOutcome[];
}

/** @throws the signal's reason when it is aborted */
export async function makeVolume(request: DossierRequest, plan: VolumePlan, deps: MakeDeps, onDone: (id: string) => void): Promise<Volume> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const fonts = await lettersFor(doc, deps.typefaces, coverTexts({ request, outcomes: [], volume: plan, of: "pdf" }));
  const outcomes: ItemOutcome[] = [];
  const chapters: Chapter[] = [];
  const written = writtenAlong(doc);
  for (const { item, number } of plan.items) {
    deps.signal?.throwIfAborted();
    const { outcome, pages, bookmarks } = await takeDocument({ doc, written, fonts, request, deps }, item, number);
    outcomes.push(outcome);
    chapters.push({ title: `${number}. ${item.title}`, pages, bookmarks });
    onDone(item.id);
  }
  deps.signal?.throwIfAborted();
  const coverPages = addCover(doc, fonts, { request, outcomes, volume: plan, of: "pdf" });
  addOutline(doc, [{ title: COVER.cover, pages: [doc.getPage(0)], bookmarks: [] }, ...chapters]);
  addPageLabels(
    doc,
    coverPages,
    outcomes.filter(({ pages }) => pages > 0),
  );
  addMetadata(doc, { ...titlesOf(request), madeAt: request.madeAt });
  const pages = doc.getPageCount();
  return { bytes: await written.finish(), pages, outcomes };
}

interface Making {
  readonly doc: PDFDocument;
  readonly written: Written;
  readonly fonts: Letters;
  readonly request: DossierRequest;
  readonly deps: MakeDeps;
}

interface TakenDocument extends Pick<Chapter, "pages" | "bookmarks"> {
  readonly outcome: ItemOutcome;
}

async function takeDocument(making: Making, item: DossierItem, number: number): Promise<TakenDocument> {
  const { request, deps } = making;
  const bytes = await deps.bytesOf(item.id);
  const known = await factsOf(request, item, number, bytes);
  if (bytes === null) return { outcome: { ...known, leftOut: "unobtainable" }, pages: [], bookmarks: [] };
  const taken = await undoneUnlessTaken(making.doc, () => take(making, bytes, known));
  making.written.settle();
  if ("leftOut" in taken) return { outcome: { ...known, leftOut: taken.leftOut }, pages: [], bookmarks: [] };
  const { pages, bookmarks, isAttached, ...found } = taken;
  // What was taken from it is written: its bytes are freed now, without waiting for the garbage collector.
  if (!isAttached) release(bytes.buffer);
  return { outcome: { ...known, ...found, pages: pages.length }, pages, bookmarks };
}

type Taken = Pick<Chapter, "pages" | "bookmarks"> &
  Pick<ItemOutcome, "signed" | "signatures" | "incompleteForm" | "holdsFiles" | "repaired" | "deadLinks"> & {
    /** True when its original is attached to the dossier too. */
    readonly isAttached: boolean;
  };

const NOTHING_TO_SAY = { signed: false, signatures: [], incompleteForm: false, holdsFiles: false, repaired: false, deadLinks: false };

/** Keeps one document from spoiling the others: when it throws, it is left out and its pages are removed. */
async function undoneUnlessTaken(
  doc: PDFDocument,
  takeIt: () => Promise<Taken | { readonly leftOut: LeftOutReason }>,
): Promise<Taken | { readonly leftOut: LeftOutReason }> {
  const count = doc.getPageCount();
  const last = doc.context.largestObjectNumber;
  try {
    return await takeIt();
  } catch {
    while (doc.getPageCount() > count) doc.removePage(count);
    for (const [ref] of doc.context.enumerateIndirectObjects()) if (ref.objectNumber > last) doc.context.delete(ref);
    return { leftOut: "damaged" };
  }
}

async function take(
  { doc, fonts, request, deps }: Making,
  bytes: Uint8Array<ArrayBuffer>,
  { number, title, fileName }: ItemOutcome,
): Promise<Taken | { readonly leftOut: LeftOutReason }> {
  const type = fileTypeOf(bytes);
  if (type === undefined) return { leftOut: unfitReason(bytes) };
  const foot = (pages: readonly PDFPage[]) => {
    if (request.footers) for (const [index, page] of pages.entries()) addFooter(page, COVER.footer(number, index + 1), fonts.main);
  };
  if (type !== "application/pdf") {
    const page = await addPicture(doc, bytes, type);
    if (typeof page === "string") return { leftOut: page };
    encloseContent(page.node, 0);
    foot([page]);
    return { ...NOTHING_TO_SAY, pages: [page], bookmarks: [], isAttached: false };
  }
  const lent: Lent = new Map();
  const embedFont = async (from: PDFDocument) => lendTo(from, fonts.main, lent);
  const ready = await readyPdf(bytes, { repair: deps.repair, embedFont });
  if ("leftOut" in ready) return ready;
  const pages = takePages(doc, ready, lent);
  foot(pages);
  const { signed, signatures, incompleteForm, holdsFiles, repaired, deadLinks, bookmarks } = ready;
  const isAttached = signed || incompleteForm || holdsFiles || repaired;
  if (isAttached) {
    const options = { mimeType: "application/pdf", description: title, afRelationship: AFRelationship.Source };
    await doc.attach(bytes, fileName, options);
  }
  return { signed, signatures, incompleteForm, holdsFiles, repaired, deadLinks, pages, bookmarks, isAttached };
}

/** The reason given for a file that is neither a PDF nor a picture. */
export function unfitReason(bytes: Uint8Array): LeftOutReason {
  if (bytes.length === 0) return "empty";
  return otherTypeOf(bytes) === "text/html" ? "webPage" : "notADocument";
}

/** What is known of a document before it is opened. */
export async function factsOf(
  { company, nameLength }: Pick<DossierRequest, "company" | "nameLength">,
  item: DossierItem,
  number: number,
  bytes: Uint8Array<ArrayBuffer> | null,
): Promise<ItemOutcome> {
  const named = {
    order: number,
    kind: item.kind,
    title: item.title,
    siren: sirenOf(item.of ?? company.siret),
    until: item.validUntil,
    closingOn: item.closingOn,
    mediaType:
      bytes === null ? "application/pdf" : (fileTypeOf(bytes) ?? otherTypeOf(bytes) ?? item.mediaType ?? "application/octet-stream"),
  };
  return {
    id: item.id,
    number,
    title: item.title,
    fileName: pieceFileName(named, nameLength),
    ...(bytes === null ? {} : { sha256: await sha256Of(bytes), size: bytes.length }),
    pages: 0,
    ...NOTHING_TO_SAY,
  };
}

function titlesOf({ company, consultation }: DossierRequest) {
  const author = company.name ?? company.siret;
  return { title: `${COVER.title} – ${author}`, author, subject: consultation?.objet ?? consultation?.reference ?? COVER.title };
}
