/**
 * Takes out what libraries carry and the extension never uses: making code or markup from text. Content policies forbid the first,
 * reviewers of the stores ask about both. A build stops when a library no longer holds what is replaced here, so that somebody looks at the
 * new version.
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
  // zod tests whether it may compile its schemas. The extension tells it not to, but the test itself stays in the bundle.
  {
    file: "/zod/v4/core/util.js",
    text: 'const F = Function;\n        new F("");\n        return true;',
    instead: "return false;",
    times: 1,
  },
  // The code that would compile them: without it, zod checks objects without compiling.
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
  // pdf.js's decoders of JPEG 2000 and colours, emptied by unpdf: the rest calls an empty object. Scans use the decoders below.
  { file: "/unpdf/dist/pdfjs.mjs", text: "={}();", instead: '=(() => { throw new Error("no picture is decoded here"); })();', times: 2 },
  // The address from which zxing-wasm would fetch its program, if the extension did not give it.
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

/** A plugin of vite and rolldown. @throws {Error} from the build, naming the library whose text has changed */
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
