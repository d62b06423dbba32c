/**
 * The text of a PDF, by pdf.js in its build without worker, eval or canvas (`unpdf`): runs in Node and in an extension's worker.
 * It is slow enough to be kept off the thread that draws the screen.
 */
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import type { DocumentText } from "./stream.ts";
import { linesOf, type PlacedText } from "./text-lines.ts";

/**
 * `text`: something was read · `scan`: images only · `locked`: a password is needed to open it · `unreadable`: damaged, or no PDF.
 */
export type TextOutcome =
  | { readonly state: "text"; readonly text: DocumentText; readonly pageCount: number }
  | { readonly state: "scan"; readonly pageCount: number }
  | { readonly state: "locked" }
  | { readonly state: "unreadable" };

/** How much of a document is read, and how. */
interface TextWanted {
  readonly pages: number;
  /** `beside`: headings are put beside their values, and it is told whether a scanner guessed the text. `drawn`: lines as they are drawn. */
  readonly lines: "beside" | "drawn";
}

/** What says what a document is stands in its first pages. */
const TO_RECOGNISE: TextWanted = { pages: 12, lines: "beside" };
/** Images that cover this much of a page are the page. */
const WHOLE_PAGE = 0.7;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf["getPage"]>>;

/** Reads the text of a PDF. Never throws for what the file holds. The bytes are left as they are. */
export async function textOf(bytes: Uint8Array, wanted = TO_RECOGNISE): Promise<TextOutcome> {
  let pdf: Pdf;
  try {
    // pdf.js takes the buffer it is given away from its owner.
    pdf = await getDocumentProxy(bytes.slice(), { disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  } catch (error) {
    return { state: error instanceof Error && error.name === "PasswordException" ? "locked" : "unreadable" };
  }
  try {
    const pages: string[][] = [];
    let layer: DocumentText["layer"] = "printed";
    for (let number = 1; number <= Math.min(pdf.numPages, wanted.pages); number++) {
      const page = await pdf.getPage(number);
      const isBeside = wanted.lines === "beside";
      const lines = linesOf(await placedTextOf(page), isBeside);
      if (isBeside && lines.length > 0 && layer === "printed" && (await isBehindAnImage(page))) layer = "ocr";
      pages.push(lines);
      page.cleanup();
    }
    const pageCount = pdf.numPages;
    return pages.every((lines) => lines.length === 0) ? { state: "scan", pageCount } : { state: "text", text: { pages, layer }, pageCount };
  } catch {
    return { state: "unreadable" };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function placedTextOf(page: Page): Promise<PlacedText[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item): PlacedText[] => {
    if (!("str" in item)) return [];
    const [a = 1, b = 0, , , x = 0, y = 0] = item.transform as number[];
    return [{ str: item.str, x, y, width: item.width, size: Math.hypot(a, b) }];
  });
}

type Matrix = readonly [number, number, number, number, number, number];

/** True when images fill the page and no visible text is drawn over them: the text was guessed by a scanner. */
async function isBehindAnImage(page: Page): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const enough = WHOLE_PAGE * Math.abs((right - left) * (top - bottom));
  const state = drawingState(OPS);
  let covered = 0;
  let visibleOver = false;
  fnArray.forEach((operation: number, index: number) => {
    state.follow(operation, argsArray[index]);
    if (operation === OPS.paintImageXObject || operation === OPS.paintInlineImageXObject || operation === OPS.paintImageMaskXObject)
      covered += state.unitArea();
    else if (operation === OPS.showText && covered >= enough && state.showsText()) visibleOver = true;
  });
  return covered >= enough && !visibleOver;
}

/** Where and how the page draws, as its operators change it. */
function drawingState(OPS: Awaited<ReturnType<typeof getResolvedPDFJS>>["OPS"]) {
  const saved: { matrix: Matrix; mode: number }[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let mode = 0;
  const apply = (more: unknown) => {
    if (isMatrix(more)) matrix = multiply(matrix, more);
  };
  return {
    follow: (operation: number, args: unknown): void => {
      if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) saved.push({ matrix, mode });
      if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) ({ matrix, mode } = saved.pop() ?? { matrix, mode });
      else if (operation === OPS.transform) apply(args);
      else if (!Array.isArray(args)) return;
      else if (operation === OPS.paintFormXObjectBegin) apply(args[0]);
      else if (operation === OPS.setTextRenderingMode && typeof args[0] === "number") mode = args[0];
    },
    /** What an image covers, in square points. */
    unitArea: () => Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]),
    showsText: () => mode !== INVISIBLE && mode !== CLIPPING,
  };
}

/** Text rendering modes of PDF (ISO 32000, 9.3.6). */
const INVISIBLE = 3;
const CLIPPING = 7;

function isMatrix(args: unknown): args is Matrix {
  return Array.isArray(args) && args.length === 6 && args.every((it) => typeof it === "number");
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
