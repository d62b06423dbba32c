/** From the bytes of a PDF to pages that can be merged: opened, repaired when needed, prepared. */
import type { PDFDocument, PDFFont } from "pdf-lib";
import type { LeftOutReason } from "../../domain/prepared.ts";
import type { Signature } from "../../domain/signature.ts";
import { holdsFiles } from "./embedded.ts";
import { prepare, type Ready } from "./merge.ts";
import { fromHeader, isTruncated, type Opened, type OpenPdf, openPdf } from "./open.ts";
import { namedBy, showsAllPages } from "./page-tree.ts";
import type { Repair } from "./repair.ts";

export interface ReadyPdf extends Ready {
  readonly signed: boolean;
  readonly signatures: readonly Signature[];
  /** True when it contains other files. */
  readonly holdsFiles: boolean;
  /** True when it was damaged and repaired: its pages must be looked at. */
  readonly repaired: boolean;
}

export interface ReadyDeps {
  readonly repair: Repair;
  /** The font in which the values of its form are drawn. */
  readonly embedFont: (doc: PDFDocument) => Promise<PDFFont>;
}

type Outcome = ReadyPdf | { readonly leftOut: LeftOutReason };

/** Never throws because of the file's content. The bytes are not changed. */
export async function readyPdf(given: Uint8Array, deps: ReadyDeps): Promise<Outcome> {
  const bytes = fromHeader(given);
  const opened = await openPdf(bytes);
  if (isTruncated(bytes)) return readyUncut(opened, deps);
  if ("leftOut" in opened && opened.leftOut === "dynamicForm") return opened;
  const found = "leftOut" in opened ? null : await readyAsItIs(opened, deps);
  if (found !== null) return found;
  const before = "leftOut" in opened ? opened : { leftOut: "damaged" as const, ...seenIn(opened) };
  const tidied = await readyTidied(bytes, before, deps);
  if (!("leftOut" in tidied) || tidied.leftOut === "dynamicForm") return tidied;
  return (await readyRebuilt(bytes, before, deps)) ?? (await readyAsFarAsItGoes(bytes, deps)) ?? tidied;
}

/** What is known of a document before it is repaired. */
interface Before {
  readonly leftOut: LeftOutReason;
  readonly signed?: boolean;
  readonly signatures?: readonly Signature[];
  /** What its pages refer to, page by page. */
  readonly named?: readonly string[];
  /** True when its page tree declares pages that are not found. */
  readonly lacksPages?: boolean;
}

const seenIn = ({ doc, signed, signatures }: OpenPdf) => ({
  signed,
  signatures,
  named: namedIn(doc),
  lacksPages: !showsAllPages(doc),
});

/** Only its end mark or a table may be missing: when a page or a part of one is, the document is not taken. */
async function readyUncut(opened: Opened, deps: ReadyDeps): Promise<Outcome> {
  const ready = "leftOut" in opened || !showsAllPages(opened.doc) ? "unreadable" : await readied(opened, true, deps);
  return ready === "unreadable" ? { leftOut: "truncated" } : ready;
}

/** `null` when it must be repaired first: pages are missing, or its decrypted strings would be written back wrongly. */
async function readyAsItIs(opened: OpenPdf, deps: ReadyDeps): Promise<Outcome | null> {
  const ready = opened.encrypted || !showsAllPages(opened.doc) ? "unreadable" : await readied(opened, false, deps);
  return ready === "unreadable" ? null : ready;
}

async function readyTidied(bytes: Uint8Array, before: Before, deps: ReadyDeps): Promise<Outcome> {
  const repaired = await deps.repair.tidy(bytes).catch(() => ({ failed: "damaged" as const }));
  if ("failed" in repaired) return { leftOut: repaired.failed === "password" ? "password" : before.leftOut };
  const again = await openPdf(repaired.bytes);
  if ("leftOut" in again) return again;
  const kept = namedIn(again.doc);
  if (before.named !== undefined && kept.length <= before.named.length && kept.join(";") !== before.named.join(";"))
    return { leftOut: "damaged" };
  if (!showsAllPages(again.doc)) return { leftOut: "damaged" };
  const ready = await readied(signedAs(again, before), !repaired.clean || before.lacksPages === true, deps);
  return ready === "unreadable" ? { leftOut: "damaged" } : ready;
}

/** Keeps the signature facts from before: a repair may lose them. */
function signedAs(opened: OpenPdf, before: Before): OpenPdf {
  return { ...opened, signed: opened.signed || before.signed === true, signatures: before.signatures ?? opened.signatures };
}

/** Rebuilds it from the pages that can still be shown, when they are as many as before. */
async function readyRebuilt(bytes: Uint8Array, before: Before, deps: ReadyDeps): Promise<ReadyPdf | null> {
  const rebuilt = await deps.repair.rebuild(bytes).catch(() => null);
  const again = rebuilt === null ? null : await openPdf(rebuilt);
  if (again === null || "leftOut" in again || again.doc.getPageCount() < (before.named?.length ?? 0)) return null;
  const ready = await readied(signedAs(again, before), true, deps, true);
  return ready === "unreadable" ? null : ready;
}

/** Prepares it without its missing parts, when all its pages are there. */
async function readyAsFarAsItGoes(bytes: Uint8Array, deps: ReadyDeps): Promise<ReadyPdf | null> {
  const again = await openPdf(bytes);
  const ready = "leftOut" in again ? "unreadable" : await readied(again, true, deps, true);
  return ready === "unreadable" ? null : ready;
}

async function readied(
  { doc, signed, signatures }: OpenPdf,
  repaired: boolean,
  { embedFont }: ReadyDeps,
  asFarAsItGoes = false,
): Promise<ReadyPdf | "unreadable"> {
  try {
    const holds = holdsFiles(doc);
    const ready = await prepare(doc, () => embedFont(doc), asFarAsItGoes);
    return { ...ready, signed, signatures, holdsFiles: holds, repaired };
  } catch {
    return "unreadable";
  }
}

function namedIn(doc: PDFDocument): string[] {
  try {
    return namedBy(doc);
  } catch {
    return [];
  }
}
