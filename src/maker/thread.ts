/** The dedicated worker in which a dossier is made: a page starts it, never the service worker, which may be stopped at any moment. */
import pdfium from "@embedpdf/pdfium/pdfium.wasm?url";
import cyrillicRegular from "@fontsource/source-sans-3/files/source-sans-3-cyrillic-400-normal.woff?url";
import cyrillicBold from "@fontsource/source-sans-3/files/source-sans-3-cyrillic-600-normal.woff?url";
import greekRegular from "@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff?url";
import greekBold from "@fontsource/source-sans-3/files/source-sans-3-greek-600-normal.woff?url";
import latinRegular from "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff?url";
import latinBold from "@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff?url";
import latinExtRegular from "@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff?url";
import latinExtBold from "@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff?url";
import qpdf from "@neslinesli93/qpdf-wasm/dist/qpdf.wasm?url";
import { serveMaking } from "../documents/make/serve.ts";
import type { Typefaces } from "../documents/pdf/letters.ts";
import { repairBy } from "../documents/pdf/repair.ts";
import { serveForms } from "./serve-forms.ts";

const REGULAR = [latinRegular, latinExtRegular, greekRegular, cyrillicRegular];
const BOLD = [latinBold, latinExtBold, greekBold, cyrillicBold];

/** Fonts and repair programs are in the extension: nothing comes from the network. */
const bytesAt = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());

async function typefaces(): Promise<Typefaces> {
  return { regular: await Promise.all(REGULAR.map(bytesAt)), bold: await Promise.all(BOLD.map(bytesAt)) };
}

self.onmessage = ({ ports, data }: MessageEvent<"dossier" | "forms">) => {
  const [port] = ports;
  if (port === undefined) return;
  if (data === "forms") serveForms(port, typefaces);
  else serveMaking(port, { typefaces, repair: repairBy({ qpdf, pdfium: () => bytesAt(pdfium) }) });
};
