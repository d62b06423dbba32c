/** Types for the parts that are used of two packages without types. */
declare module "tesseract.js-core/tesseract-core-simd-lstm.js" {
  interface Api {
    /** @returns 0 when it is ready */
    Init(path: null, language: string, mode: number): number;
    SetVariable(name: string, value: string): boolean;
    /** @returns 1 when the picture cannot be read */
    SetImageFile(exif: number, angle: number): number;
    Recognize(monitor: null): number;
    /** A table: level, page, block, paragraph, line, word, left, top, width, height, sureness, text; separated by tabs. */
    GetTSVText(page: number): string;
    Clear(): void;
  }
  export interface Tesseract {
    readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
    readonly TessBaseAPI: new () => Api;
  }
  export default function make(about: { locateFile: () => string; print: () => void; printErr: () => void }): Promise<Tesseract>;
}

declare module "pdfjs-dist/image_decoders/pdf.image_decoders.mjs" {
  interface WasmDecoder {
    readonly instance: { decode(bytes: Uint8Array, ...about: unknown[]): Promise<Uint8Array> };
    setOptions(options: {
      readonly handler: { sendWithPromise(what: string, wanted: { readonly filename: string }): Promise<Uint8Array> };
      readonly useWasm: boolean;
      readonly useWorkerFetch: boolean;
      readonly wasmUrl: string;
    }): void;
  }
  export const Jbig2Image: WasmDecoder;
  export const JpxImage: WasmDecoder;
}
