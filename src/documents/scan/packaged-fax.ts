/** The decoder of faxes, from the extension's package. */
import jbig2 from "pdfjs-dist/wasm/jbig2.wasm?url";
import { faxDecoderOf } from "./coded-images.ts";

export const packagedFaxDecoder = faxDecoderOf({ decoder: async () => new Uint8Array(await (await fetch(jbig2)).arrayBuffer()) });
