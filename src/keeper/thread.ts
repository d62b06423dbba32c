/** Recognition in a worker of its own: the page stays alive while long documents are read. */
import pdfium from "@embedpdf/pdfium/pdfium.wasm?url";
import latin from "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff?url";
import qpdf from "@neslinesli93/qpdf-wasm/dist/qpdf.wasm?url";
import zxing from "zxing-wasm/reader/zxing_reader.wasm?url";
import type { ReadCodes } from "../documents/codes/read-codes.ts";
import { repairBy } from "../documents/pdf/repair.ts";
import { tryOutBy } from "../documents/pdf/try-out.ts";
import { serveRecognition } from "../documents/recognise/port.ts";
import { packagedScanReader } from "../documents/scan/packaged.ts";

/** The font and the repair programs are in the extension: nothing comes from the network. */
const bytesAt = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());

let codeReader: Promise<ReadCodes> | null = null;

/** The code reader is loaded with the first document. */
const readCodes: ReadCodes = async (dropped) => {
  codeReader ??= import("../documents/codes/read-codes.ts").then(({ codeReaderBy }) =>
    codeReaderBy({ pdfium: () => bytesAt(pdfium), zxing: () => bytesAt(zxing) }),
  );
  return (await codeReader)(dropped);
};

self.onmessage = ({ ports }: MessageEvent) => {
  const [port] = ports;
  if (port === undefined) return;
  const tryOut = tryOutBy({ repair: repairBy({ qpdf, pdfium: () => bytesAt(pdfium) }), typeface: () => bytesAt(latin) });
  serveRecognition(port, { tryOut, readScan: packagedScanReader("beside"), readCodes });
};
