/**
 * Takes what can be shown of a PDF whose tables, pages or objects are damaged into a new document, by PDFium, which browsers use,
 * compiled to WebAssembly. Loaded at the first document that needs it, from the extension's own package.
 */
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";

/** Loads the bytes of the program when it is needed. */
export type PdfiumFile = () => Promise<Uint8Array<ArrayBuffer>>;
/** The pages that could be read, or `null` when there is none. Forms and bookmarks are left behind. */
export type Rebuild = (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer> | null>;

/** After a file this large, the program is started again to free its memory. */
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
      // Its work was interrupted: it cannot be used again.
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

/** The memory moves when it grows: it is looked up each time. */
function memoryOf({ pdfium }: WrappedPdfiumModule): Uint8Array<ArrayBuffer> {
  return (pdfium as unknown as { readonly HEAPU8: Uint8Array<ArrayBuffer> }).HEAPU8;
}

/** Bytes in a C integer. */
const INT = 4;

/** Takes pages one by one, so that an unreadable one does not stop the others. @returns how many were taken */
function takePages(pdfium: WrappedPdfiumModule, from: number, into: number): number {
  const { setValue, wasmExports } = pdfium.pdfium;
  const index = wasmExports.malloc(INT);
  let taken = 0;
  for (let page = 0; page < pdfium.FPDF_GetPageCount(from); page++) {
    // The tree may declare pages that do not exist.
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
