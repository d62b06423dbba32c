/** The dedicated worker in which a consultation's files are read. */
import { textOf } from "../documents/recognise/text.ts";
import { packagedScanReader } from "../documents/scan/packaged.ts";
import { serveReading } from "./port.ts";
import type { PagesReader } from "./texts.ts";

const pagesOf: PagesReader = async (bytes, pages) => {
  const outcome = await textOf(bytes, { pages, lines: "drawn" });
  if (outcome.state === "text") return outcome.text.pages;
  return outcome.state === "unreadable" ? "damaged" : outcome.state;
};
const readScan = packagedScanReader("drawn");

self.onmessage = ({ ports }: MessageEvent) => {
  const [port] = ports;
  if (port !== undefined) serveReading(port, { pagesOf, readScan: (bytes) => readScan({ bytes, type: "application/pdf" }) });
};
