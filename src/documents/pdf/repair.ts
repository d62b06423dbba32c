/**
 * Repairs what pdf-lib cannot read: damaged tables, unusual encryption, pages missing from the tree. By qpdf compiled to
 * WebAssembly, loaded at the first document that needs it, from the extension's own package.
 */
import type { PdfiumFile, Rebuild } from "./rebuild.ts";

/** `clean` is false when something was repaired or lost on the way: the person must look at the pages. */
export type Repaired = { readonly bytes: Uint8Array<ArrayBuffer>; readonly clean: boolean } | { readonly failed: "password" | "damaged" };
export interface Repair {
  /** Rewrites it by qpdf: everything is kept, but lost parts are not restored. */
  readonly tidy: (bytes: Uint8Array) => Promise<Repaired>;
  /** Takes what can still be shown of it. */
  readonly rebuild: Rebuild;
}

/** The members that are used of the package's module. */
interface Qpdf {
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void;
    readFile(path: string): Uint8Array<ArrayBuffer>;
    unlink(path: string): void;
  };
  /** @returns the program's status */
  callMain(args: readonly string[]): number;
}
type MakeQpdf = (about: { locateFile: () => string }) => Promise<Qpdf>;

/** qpdf's exit statuses; any other is a failure. */
const DONE = 0;
const WARNED = 3;

const FROM = "/from.pdf";
const TO = "/to.pdf";
/** After a file this large, qpdf is started again to free its memory. */
const LARGE = 16 << 20;

/** @param qpdf where the program is: an address of the extension, or a path under Node */
export function repairBy({ qpdf, pdfium }: { readonly qpdf: string; readonly pdfium: PdfiumFile }): Repair {
  let rebuilding: Promise<Rebuild> | null = null;
  return {
    tidy: tidyBy(qpdf),
    rebuild: async (bytes) => {
      rebuilding ??= import("./rebuild.ts").then(({ rebuildBy }) => rebuildBy(pdfium));
      return (await rebuilding)(bytes);
    },
  };
}

function tidyBy(wasm: string): Repair["tidy"] {
  let running: Promise<Qpdf> | null = null;

  async function start(): Promise<Qpdf> {
    const { default: make } = await import("@neslinesli93/qpdf-wasm");
    return (make as unknown as MakeQpdf)({ locateFile: () => wasm });
  }

  return async (bytes) => {
    running ??= start();
    const { FS, callMain } = await running;
    try {
      FS.writeFile(FROM, bytes);
      // Asking for every page makes qpdf walk the tree, and repair what it finds.
      const status = callMain([FROM, "--no-warn", "--decrypt", "--object-streams=disable", "--pages", FROM, "1-z", "--", TO]);
      if (status !== DONE && status !== WARNED) {
        return { failed: callMain([FROM, "--requires-password"]) === DONE ? "password" : "damaged" };
      }
      return { bytes: withCatalogType(FS.readFile(TO).slice()), clean: status === DONE };
    } catch {
      running = null;
      return { failed: "damaged" };
    } finally {
      for (const path of [FROM, TO]) discard(FS, path);
      if (bytes.length > LARGE) running = null;
    }
  };
}

const CATALOG_STARTS = "1 0 obj\n<< ";

/** qpdf writes the catalog first, and leaves it without its type when it had none: pdf-lib then finds no catalog. */
function withCatalogType(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1 << 16));
  const at = head.indexOf(CATALOG_STARTS);
  const end = head.indexOf("endobj", at);
  if (at === -1 || end === -1 || /\/Type \/Catalog\b/.test(head.slice(at, end))) return bytes;
  const type = new TextEncoder().encode("/Type /Catalog ");
  const after = at + CATALOG_STARTS.length;
  const whole = new Uint8Array(bytes.length + type.length);
  whole.set(bytes.subarray(0, after));
  whole.set(type, after);
  whole.set(bytes.subarray(after), after + type.length);
  return whole;
}

function discard(FS: Qpdf["FS"], path: string): void {
  try {
    FS.unlink(path);
  } catch {
    // The file was never written.
  }
}
