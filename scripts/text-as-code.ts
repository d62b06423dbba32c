/**
 * What libraries carry and the extension never uses: making code from text, or markup from text. Content policies forbid the first, reviewers of the
 * stores ask about both. Each is taken out of what is shipped; a build stops when a library no longer holds what is replaced here, so that a new
 * version is looked at.
 */

interface Cut {
  /** End of the module's path. */
  readonly file: string;
  readonly text: string;
  readonly instead: string;
  readonly times: number;
}

const REFUSED = '(() => { throw new Error("no markup from text in this extension"); })()';

const CUTS: readonly Cut[] = [
  // zod asks whether it may compile its schemas; the extension tells it that it may not, and the question itself stays in the bundle.
  {
    file: "/zod/v4/core/util.js",
    text: 'const F = Function;\n        new F("");\n        return true;',
    instead: "return false;",
    times: 1,
  },
  // And what would compile them: an object is read as it is where nothing may be compiled.
  {
    file: "/zod/v4/classic/schemas.js",
    text: "core.$ZodObjectJIT.init(inst, def);",
    instead: "core.$ZodObject.init(inst, def);",
    times: 1,
  },
  // React's dangerouslySetInnerHTML, which no component uses.
  {
    file: "/react-dom/cjs/react-dom-client.production.js",
    text: "(domElement.innerHTML = key)",
    instead: REFUSED,
    times: 2,
  },
  // pdf.js's decoders of JPEG 2000 and colours, emptied by unpdf: what is left calls an object. What scans need is decoded by the decoders below.
  { file: "/unpdf/dist/pdfjs.mjs", text: "={}();", instead: '=(() => { throw new Error("no picture is decoded here"); })();', times: 2 },
  // Where zxing-wasm would fetch its program, were it not given.
  {
    file: "/zxing-wasm/dist/es/share.js",
    text: "https://fastly.jsdelivr.net/npm/zxing-wasm@3.1.6/dist/",
    instead: "",
    times: 1,
  },
  // pdf.js's decoders of faxes and JPEG 2000 as scripts, for browsers without WebAssembly.
  {
    file: "/pdfjs-dist/image_decoders/pdf.image_decoders.mjs",
    text: "await import(\n      /*webpackIgnore: true*/\n      /*@vite-ignore*/",
    instead: 'await (() => { throw new Error("no other decoder in this extension"); })(',
    times: 1,
  },
];

/** A plugin of vite and rolldown. @throws {Error} from the build, naming the library whose text is not what was read here */
export function withoutCodeFromText() {
  return {
    name: "pli-pret:text-as-code",
    apply: "build",
    transform(code: string, id: string): { code: string; map: null } | null {
      const path = id.replaceAll("\\", "/").split("?")[0] ?? "";
      const cut = CUTS.find(({ file }) => path.endsWith(file));
      if (cut === undefined) return null;
      return { code: withoutText(code, cut), map: null };
    },
  } as const;
}

function withoutText(code: string, { file, text, instead, times }: Cut): string {
  const parts = code.split(text);
  if (parts.length - 1 !== times)
    throw new Error(`${file} : « ${text} » est là ${parts.length - 1} fois au lieu de ${times}. Relire scripts/text-as-code.ts.`);
  return parts.join(instead);
}
