/**
 * Takes what can be shown of a PDF whose tables, pages or objects are spoilt, into a document of its own: by PDFium, which browsers read with,
 * compiled to WebAssembly. Loaded at the first document that needs it, from the extension's own package.
 */
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";

/** Where the program lies: its bytes, asked when it is needed. */
export type PdfiumFile = () => Promise<Uint8Array<ArrayBuffer>>;
/** The pages that could be read, or `null` when there is none. Forms and bookmarks are left behind. */
export type Rebuild = (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer> | null>;

/** What a large file leaves in memory is given back by starting anew. */
const LARGE = 8 << 20;

export function rebuildBy(file: PdfiumFile): Rebuild {
  let running: Promise<WrappedPdfiumModule> | null = null;

  async function start(): Promise<WrappedPdfiumModule> {
    const pdfium = await init({ wasmBinary: (await file()).buffer, print: () => undefined, printErr: () => undefined });
    pdfium.PDFiumExt_Init();
    return pdfium;
  }

  return async (bytes) => {
    running ??= start();
    try {
      const pdfium = await running;
      if (bytes.length > LARGE) running = null;
      return rebuilt(pdfium, bytes);
    } catch (error) {
      // What it was doing is left half done.
      running = null;
      throw error;
    }
  };
}

function rebuilt(pdfium: WrappedPdfiumModule, bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const at = malloc(bytes.length);
  if (at === 0) return null;
  memoryOf(pdfium).set(bytes, at);
  const from = pdfium.FPDF_LoadMemDocument(at, bytes.length, "");
  const into = from === 0 ? 0 : pdfium.FPDF_CreateNewDocument();
  const made = into !== 0 && takePages(pdfium, from, into) > 0 ? saved(pdfium, into) : null;
  for (const document of [into, from]) if (document !== 0) pdfium.FPDF_CloseDocument(document);
  free(at);
  return made;
}

/** It moves when it grows. */
function memoryOf({ pdfium }: WrappedPdfiumModule): Uint8Array<ArrayBuffer> {
  return (pdfium as unknown as { readonly HEAPU8: Uint8Array<ArrayBuffer> }).HEAPU8;
}

/** Bytes of an integer of C. */
const INT = 4;

/** One after the other: a page that cannot be read does not keep the others. @returns how many were taken */
function takePages(pdfium: WrappedPdfiumModule, from: number, into: number): number {
  const { setValue, wasmExports } = pdfium.pdfium;
  const index = wasmExports.malloc(INT);
  let taken = 0;
  for (let page = 0; page < pdfium.FPDF_GetPageCount(from); page++) {
    // The tree may count pages that are nowhere.
    const loaded = pdfium.FPDF_LoadPage(from, page);
    if (loaded === 0) continue;
    pdfium.FPDF_ClosePage(loaded);
    setValue(index, page, "i32");
    if (pdfium.FPDF_ImportPagesByIndex(into, from, index, 1, taken)) taken += 1;
  }
  wasmExports.free(index);
  return taken;
}

function saved(pdfium: WrappedPdfiumModule, document: number): Uint8Array<ArrayBuffer> {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  pdfium.PDFiumExt_SaveAsCopy(document, writer);
  const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
  const at = malloc(size);
  pdfium.PDFiumExt_GetFileWriterData(writer, at, size);
  const made = memoryOf(pdfium).slice(at, at + size);
  free(at);
  pdfium.PDFiumExt_CloseFileWriter(writer);
  return made;
}
