/** One PDF of the dossier: documents taken one at a time, then its cover before them. */
import { AFRelationship, PDFDocument, type PDFPage } from "pdf-lib";
import { pieceFileName } from "../../domain/file-names.ts";
import { fileTypeOf } from "../../domain/files.ts";
import type { LeftOutReason } from "../../domain/prepared.ts";
import { sha256Of } from "../../domain/sha256.ts";
import { sirenOf } from "../../domain/siret.ts";
import { encloseContent } from "../pdf/content.ts";
import { addFooter } from "../pdf/footer.ts";
import { type Letters, lettersFor } from "../pdf/letters.ts";
import { prepare, takePages } from "../pdf/merge.ts";
import { openPdf } from "../pdf/open.ts";
import { addMetadata, addOutline, addPageLabels } from "../pdf/outline.ts";
import { addPicture } from "../pdf/picture.ts";
import { addCover, coverTexts } from "./cover.ts";
import { COVER } from "./cover-words.ts";
import type { DossierItem, DossierRequest, ItemOutcome, MakeDeps } from "./made.ts";

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
  const chapters: { title: string; first: PDFPage }[] = [];
  for (const { item, number } of plan.items) {
    deps.signal?.throwIfAborted();
    const { outcome, first } = await takeDocument({ doc, fonts, request, deps }, item, number);
    outcomes.push(outcome);
    if (first !== undefined) chapters.push({ title: `${number}. ${item.title}`, first });
    onDone(item.id);
  }
  deps.signal?.throwIfAborted();
  const coverPages = addCover(doc, fonts, { request, outcomes, volume: plan, of: "pdf" });
  addOutline(doc, [{ title: COVER.cover, first: doc.getPage(0) }, ...chapters]);
  addPageLabels(
    doc,
    coverPages,
    outcomes.filter(({ pages }) => pages > 0),
  );
  addMetadata(doc, { ...titlesOf(request), madeAt: request.madeAt });
  const bytes = (await doc.save({ updateFieldAppearances: false, addDefaultPage: false })) as Uint8Array<ArrayBuffer>;
  return { bytes, pages: doc.getPageCount(), outcomes };
}

interface Making {
  readonly doc: PDFDocument;
  readonly fonts: Letters;
  readonly request: DossierRequest;
  readonly deps: MakeDeps;
}

async function takeDocument(
  making: Making,
  item: DossierItem,
  number: number,
): Promise<{ outcome: ItemOutcome; first?: PDFPage | undefined }> {
  const { doc, fonts, request, deps } = making;
  const bytes = await deps.bytesOf(item.id);
  const known = await factsOf(request, item, number, bytes);
  const leave = (leftOut: LeftOutReason) => ({ outcome: { ...known, leftOut } });
  if (bytes === null) return leave("unobtainable");
  const taken = await take(making, bytes);
  if ("leftOut" in taken) return leave(taken.leftOut);
  const { pages, signed, incompleteForm } = taken;
  if (request.footers) for (const [index, page] of pages.entries()) addFooter(page, COVER.footer(number, index + 1), fonts.main);
  if (signed || incompleteForm) {
    const options = { mimeType: "application/pdf", description: item.title, afRelationship: AFRelationship.Source };
    await doc.attach(bytes, known.fileName, options);
  }
  return { outcome: { ...known, pages: pages.length, signed, incompleteForm }, first: pages[0] };
}

interface Taken {
  readonly pages: readonly PDFPage[];
  readonly signed: boolean;
  readonly incompleteForm: boolean;
}

async function take({ doc, deps }: Making, bytes: Uint8Array): Promise<Taken | { readonly leftOut: LeftOutReason }> {
  const type = fileTypeOf(bytes);
  if (type === undefined) return { leftOut: unfitReason(bytes) };
  if (type !== "application/pdf") {
    const page = await addPicture(doc, bytes, type);
    if (typeof page === "string") return { leftOut: page };
    encloseContent(page.node, 0);
    return { pages: [page], signed: false, incompleteForm: false };
  }
  const opened = await openPdf(bytes);
  if ("leftOut" in opened) return opened;
  try {
    const embedFont = async () => (await lettersFor(opened.doc, deps.typefaces, [])).main;
    const { incompleteForm } = await prepare(opened.doc, embedFont);
    return { pages: takePages(doc, opened.doc), signed: opened.signed, incompleteForm };
  } catch {
    return { leftOut: "damaged" };
  }
}

/** What is said of a file that is neither a PDF nor a picture. */
export function unfitReason(bytes: Uint8Array): LeftOutReason {
  if (bytes.length === 0) return "empty";
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return /^[^a-z<]*<(?:!doctype\s+html|html|head|body|\?xml[^>]*>\s*<(?:!doctype\s+html|html))/i.test(start) ? "webPage" : "notADocument";
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
    siren: sirenOf(company.siret),
    until: item.validUntil,
    closingOn: item.closingOn,
    mediaType: (bytes === null ? undefined : fileTypeOf(bytes)) ?? "application/pdf",
  };
  return {
    id: item.id,
    number,
    title: item.title,
    fileName: pieceFileName(named, nameLength),
    ...(bytes === null ? {} : { sha256: await sha256Of(bytes), size: bytes.length }),
    pages: 0,
    signed: false,
    incompleteForm: false,
  };
}

function titlesOf({ company, consultation }: DossierRequest) {
  const author = company.name ?? company.siret;
  return { title: `${COVER.title} – ${author}`, author, subject: consultation?.objet ?? consultation?.reference ?? COVER.title };
}
