/**
 * Which pages of a PDF may show a code: a small square image, a picture of the whole page, or many small strokes. What draws and reads is
 * then loaded.
 */
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { drawingState } from "../recognise/drawing.ts";

/** The first pages, and the last one. */
const FIRST_PAGES = 3;
/** The shortest and longest side of a code, in points, and how far from square its image may be. */
const SIDES = [20, 260] as const;
const SQUARE = 1.5;
/** An image with sides this long, in points, is a scanned page. */
const SCANNED = 300;
/** How many strokes draw the smallest code that is drawn module by module. */
const STROKES = 60;

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;

/** Page numbers, from 1; none when the document cannot be opened. */
export async function pagesWithCodes(bytes: Uint8Array): Promise<readonly number[]> {
  const pdf = await getDocumentProxy(bytes.slice(), { disableFontFace: true, useSystemFonts: false, verbosity: 0 }).catch(() => null);
  if (pdf === null) return [];
  try {
    const wanted = [...new Set([...Array.from({ length: Math.min(FIRST_PAGES, pdf.numPages) }, (_, index) => index + 1), pdf.numPages])];
    const found: number[] = [];
    for (const number of wanted) if (await mayShowACode(await pdf.getPage(number))) found.push(number);
    return found;
  } catch {
    return [];
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function mayShowACode(page: Page): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const images: readonly number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject];
  const state = drawingState(OPS);
  let strokes = 0;
  const isFound = fnArray.some((operation: number, index: number) => {
    state.follow(operation, argsArray[index]);
    if (operation === OPS.constructPath) strokes += piecesOf(argsArray[index]);
    return images.includes(operation) && isCodeSized(state.matrix());
  });
  page.cleanup();
  return isFound || strokes >= STROKES;
}

function isCodeSized([a, b, c, d]: readonly number[]): boolean {
  const [across = 0, up = 0] = [Math.hypot(a ?? 0, b ?? 0), Math.hypot(c ?? 0, d ?? 0)];
  const [short, long] = [Math.min(across, up), Math.max(across, up)];
  return short >= SCANNED || (short >= SIDES[0] && long <= SIDES[1] && long <= SQUARE * short);
}

/** A path of pdf.js: `[how it is painted, [its points, operators among them], its box]`. A rectangle is about a dozen numbers. */
function piecesOf(args: unknown): number {
  const points: unknown = Array.isArray(args) && Array.isArray(args[1]) ? args[1][0] : undefined;
  return ArrayBuffer.isView(points) || Array.isArray(points) ? Math.max(1, Math.floor((points as ArrayLike<number>).length / 13)) : 1;
}
