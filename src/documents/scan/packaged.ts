/** The reader of scans with its program and its data, from the extension's package: nothing is fetched from the network. For a worker. */
import french from "@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz?url";
import jbig2 from "pdfjs-dist/wasm/jbig2.wasm?url";
import openjpeg from "pdfjs-dist/wasm/openjpeg.wasm?url";
import tesseract from "tesseract.js-core/tesseract-core-simd-lstm.wasm?url";
import type { Dropped, ReadScan } from "../recognise/port.ts";
import type { LinesOfScan } from "./scan.ts";

const bytesAt = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
const DECODERS: Readonly<Record<string, string>> = { "jbig2.wasm": jbig2, "openjpeg.wasm": openjpeg };

/** The text recognition is loaded at the first scan. */
export function packagedScanReader(lines: LinesOfScan): ReadScan {
  const start = async () =>
    (await import("./scan.ts")).scanReaderBy(
      { core: tesseract, data: () => bytesAt(french), decoder: (fileName) => bytesAt(DECODERS[fileName] ?? "") },
      lines,
    );
  let starting: ReturnType<typeof start> | null = null;
  return async function* readScan(dropped: Dropped) {
    starting ??= start();
    yield* (await starting)(dropped);
  };
}
