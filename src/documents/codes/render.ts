/** Pages of a PDF as pictures, drawn by PDFium: codes are drawn as images, as lines and as letters of a font. */
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Pixels a point: the smallest module of a printed 2D-Doc is then three pixels wide. */
const SCALE = 230 / 72;
/** Longest side of a picture, in pixels. */
const LONGEST = 3400;
/** Formats and flags of PDFium (fpdfview.h): blue, green, red and an unused byte; annotations are drawn. */
const BGRX = 3;
const ANNOTATIONS = 1;
const WHITE = 0xffffffff;

export type DrawPages = (bytes: Uint8Array, pages: readonly number[]) => Promise<readonly Picture[]>;

/** @param file loads the bytes of the program, at the first page drawn */
export function pageDrawerBy(file: () => Promise<Uint8Array<ArrayBuffer>>): DrawPages {
  let running: Promise<WrappedPdfiumModule> | null = null;

  async function start(): Promise<WrappedPdfiumModule> {
    const pdfium = await init({ wasmBinary: (await file()).buffer, print: () => undefined, printErr: () => undefined });
    pdfium.PDFiumExt_Init();
    return pdfium;
  }

  return async (bytes, pages) => {
    running ??= start();
    try {
      return drawn(await running, bytes, pages);
    } catch (error) {
      // Its work was interrupted: it cannot be used again.
      running = null;
      throw error;
    }
  };
}

function drawn(pdfium: WrappedPdfiumModule, bytes: Uint8Array, pages: readonly number[]): Picture[] {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const at = malloc(bytes.length);
  memoryOf(pdfium).set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, "");
  try {
    return document === 0 ? [] : pages.flatMap((number) => pictureOf(pdfium, document, number) ?? []);
  } finally {
    if (document !== 0) pdfium.FPDF_CloseDocument(document);
    free(at);
  }
}

/** @param number from 1 */
function pictureOf(pdfium: WrappedPdfiumModule, document: number, number: number): Picture | null {
  const page = pdfium.FPDF_LoadPage(document, number - 1);
  if (page === 0) return null;
  const [across, up] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
  const scale = Math.min(SCALE, LONGEST / Math.max(across, up, 1));
  const [width, height] = [Math.max(1, Math.round(across * scale)), Math.max(1, Math.round(up * scale))];
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  try {
    if (bitmap === 0) return null;
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS);
    const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
    return { width, height, data: new Uint8ClampedArray(memoryOf(pdfium).slice(from, from + width * height * 4).buffer) };
  } finally {
    if (bitmap !== 0) pdfium.FPDFBitmap_Destroy(bitmap);
    pdfium.FPDF_ClosePage(page);
  }
}

/** The memory moves when it grows: it is looked up each time. */
function memoryOf({ pdfium }: WrappedPdfiumModule): Uint8Array<ArrayBuffer> {
  return (pdfium as unknown as { readonly HEAPU8: Uint8Array<ArrayBuffer> }).HEAPU8;
}
