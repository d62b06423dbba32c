/** Recognition in a worker of its own: the page stays alive while long documents are read. */
import qpdf from "@neslinesli93/qpdf-wasm/dist/qpdf.wasm?url";
import { repairBy } from "../documents/pdf/repair.ts";
import { tryOutBy } from "../documents/pdf/try-out.ts";
import { serveRecognition } from "../documents/recognise/port.ts";

self.onmessage = ({ ports }: MessageEvent) => {
  const [port] = ports;
  if (port !== undefined) serveRecognition(port, tryOutBy(repairBy(qpdf)));
};
