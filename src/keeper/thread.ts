/** Recognition in a worker of its own: the page stays alive while long documents are read. */
import pdfium from "@embedpdf/pdfium/pdfium.wasm?url";
import qpdf from "@neslinesli93/qpdf-wasm/dist/qpdf.wasm?url";
import french from "@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz?url";
import jbig2 from "pdfjs-dist/wasm/jbig2.wasm?url";
import openjpeg from "pdfjs-dist/wasm/openjpeg.wasm?url";
import tesseract from "tesseract.js-core/tesseract-core-simd-lstm.wasm?url";
import { repairBy } from "../documents/pdf/repair.ts";
import { tryOutBy } from "../documents/pdf/try-out.ts";
import { type Dropped, serveRecognition } from "../documents/recognise/port.ts";

/** What reads and mends lies in the extension: nothing is asked of the network. */
const bytesAt = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
const DECODERS: Readonly<Record<string, string>> = { "jbig2.wasm": jbig2, "openjpeg.wasm": openjpeg };

const scanReader = async () =>
  (await import("../documents/scan/scan.ts")).scanReaderBy({
    core: tesseract,
    data: () => bytesAt(french),
    decoder: (fileName) => bytesAt(DECODERS[fileName] ?? ""),
  });
let starting: ReturnType<typeof scanReader> | null = null;

/** What reads letters is loaded at the first scan. */
async function* readScan(dropped: Dropped) {
  starting ??= scanReader();
  yield* (await starting)(dropped);
}

self.onmessage = ({ ports }: MessageEvent) => {
  const [port] = ports;
  if (port !== undefined) serveRecognition(port, { tryOut: tryOutBy(repairBy({ qpdf, pdfium: () => bytesAt(pdfium) })), readScan });
};
