/** From the bytes of a PDF to pages that can be taken: opened, put in order when it must be, prepared. */
import type { PDFDocument, PDFFont } from "pdf-lib";
import type { LeftOutReason } from "../../domain/prepared.ts";
import type { Signature } from "../../domain/signature.ts";
import { holdsFiles } from "./embedded.ts";
import { prepare, type Ready } from "./merge.ts";
import { type OpenPdf, openPdf } from "./open.ts";
import { namedBy, showsAllPages } from "./page-tree.ts";
import type { Repair } from "./repair.ts";

export interface ReadyPdf extends Ready {
  readonly signed: boolean;
  readonly signatures: readonly Signature[];
  /** Other files lie in it. */
  readonly holdsFiles: boolean;
  /** It was damaged and was put in order: its pages must be looked at. */
  readonly repaired: boolean;
}

export interface ReadyDeps {
  readonly repair: Repair;
  /** The font in which the values of its form are drawn. */
  readonly embedFont: (doc: PDFDocument) => Promise<PDFFont>;
}

/** Nothing can mend a file that was cut short, nor draw a form that Acrobat alone can. */
const FINAL: readonly LeftOutReason[] = ["truncated", "dynamicForm"];

type Outcome = ReadyPdf | { readonly leftOut: LeftOutReason };

/** Never throws for what the file holds. */
export async function readyPdf(bytes: Uint8Array, deps: ReadyDeps): Promise<Outcome> {
  const opened = await openPdf(bytes);
  if ("leftOut" in opened) return FINAL.includes(opened.leftOut) ? opened : readyOnceRepaired(bytes, opened, [], deps);
  const named = namedIn(opened.doc);
  const isWhole = showsAllPages(opened.doc);
  const ready = isWhole && !opened.encrypted ? await readied(opened, false, deps) : "unreadable";
  if (ready !== "unreadable") return ready;
  const mended = await readyOnceRepaired(bytes, { leftOut: "damaged", signed: opened.signed, signatures: opened.signatures }, named, deps);
  if (!("leftOut" in mended) || !isWhole || !opened.encrypted || mended.leftOut === "password") return mended;
  // Its strings may be read wrongly, its pages are whole.
  const asItIs = await readied(opened, false, deps);
  return asItIs === "unreadable" ? mended : asItIs;
}

interface Before {
  readonly leftOut: LeftOutReason;
  /** What was seen of its signatures before the repair. */
  readonly signed?: boolean;
  readonly signatures?: readonly Signature[];
}

/** @param named what its pages named before */
async function readyOnceRepaired(bytes: Uint8Array, before: Before, named: readonly string[], deps: ReadyDeps): Promise<Outcome> {
  const repaired = await deps.repair(bytes).catch(() => ({ failed: "damaged" as const }));
  if ("failed" in repaired) return { leftOut: repaired.failed === "password" ? "password" : before.leftOut };
  const again = await openPdf(repaired.bytes);
  if ("leftOut" in again) return again;
  const kept = namedIn(again.doc);
  if (kept.length === named.length && kept.join(";") !== named.join(";")) return { leftOut: "damaged" };
  const signed = again.signed || before.signed === true;
  const ready = await readied({ ...again, signed, signatures: before.signatures ?? again.signatures }, !repaired.clean, deps);
  return ready === "unreadable" ? { leftOut: "damaged" } : ready;
}

async function readied(
  { doc, signed, signatures }: OpenPdf,
  repaired: boolean,
  { embedFont }: ReadyDeps,
): Promise<ReadyPdf | "unreadable"> {
  try {
    const holds = holdsFiles(doc);
    const ready = await prepare(doc, () => embedFont(doc));
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
