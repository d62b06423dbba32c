/**
 * The text of a PDF, by pdf.js in its build without worker, eval or canvas (`unpdf`): runs in Node and in an extension's worker.
 * It is slow enough to be kept off the thread that draws the screen.
 */
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { drawingState } from "./drawing.ts";
import type { DocumentText } from "./stream.ts";
import { linesOf, type PlacedText } from "./text-lines.ts";

/**
 * `text`: something was read · `scan`: images only · `locked`: a password or a certificate is needed to open it · `unreadable`: damaged, or no PDF.
 */
export type TextOutcome =
  | { readonly state: "text"; readonly text: DocumentText; readonly pageCount: number }
  | { readonly state: "scan"; readonly pageCount: number }
  | { readonly state: "locked" }
  | { readonly state: "unreadable" };

/** How much of a document is read, and how. */
interface TextWanted {
  readonly pages: number;
  /** `beside`: headings are put beside their values, and `layer` tells whether a scanner guessed the text. `drawn`: lines as drawn. */
  readonly lines: "beside" | "drawn";
}

/** The first pages say what a document is. */
const TO_RECOGNISE: TextWanted = { pages: 12, lines: "beside" };
/** When images cover this much of a page, they are the page. */
const WHOLE_PAGE = 0.7;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf["getPage"]>>;

/** Reads the text of a PDF. Never throws because of the file's content. The bytes are not changed. */
export async function textOf(bytes: Uint8Array, wanted = TO_RECOGNISE): Promise<TextOutcome> {
  let pdf: Pdf;
  try {
    // Given a copy, because pdf.js takes over the buffer.
    pdf = await getDocumentProxy(bytes.slice(), { disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  } catch (error) {
    return { state: error instanceof Error && isOfLock(error) ? "locked" : "unreadable" };
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

/** A password is asked for, or another key than one: a certificate, a program that manages rights. */
const isOfLock = ({ name, message }: Error) => name === "PasswordException" || /encryption method|unsupported encryption/i.test(message);

async function placedTextOf(page: Page): Promise<PlacedText[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item): PlacedText[] => {
    if (!("str" in item)) return [];
    const [a = 1, b = 0, , , x = 0, y = 0] = item.transform as number[];
    return [{ str: item.str, x, y, width: item.width, size: Math.hypot(a, b) }];
  });
}

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
