/** Has the code that a page draws with read while the page's first script runs: that script asks for it only afterwards. */
import { basename } from "node:path";
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";
import { reachedFrom } from "./few-files.ts";

/** The module that draws a page whose first script, `main.tsx`, asks what it shows. */
const DRAWS = "app.tsx";

type Bundle = Readonly<Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>>;

/** Names, in the page itself, the files of its `app.tsx` and all that they import. */
export function calledEarly(): Plugin {
  return {
    name: "called-early",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle, chunk }) => (bundle === undefined || chunk === undefined ? [] : linksOf(html, bundle, chunk)),
    },
  };
}

function linksOf(html: string, bundle: Bundle, first: Rolldown.OutputChunk): HtmlTagDescriptor[] {
  const importsOf = (file: string) => chunkOf(bundle, file)?.imports ?? [];
  const asked = [...reachedFrom([first.fileName], importsOf)].flatMap((file) => chunkOf(bundle, file)?.dynamicImports ?? []);
  const drawing = asked.filter((file) => basename(chunkOf(bundle, file)?.facadeModuleId ?? "") === DRAWS);
  const chunks = [...reachedFrom(drawing, importsOf)];
  const styles = new Set(chunks.flatMap((file) => [...(chunkOf(bundle, file)?.viteMetadata?.importedCss ?? [])]));
  const links = [
    ...chunks.map((file) => ({ rel: "modulepreload", crossorigin: true, href: `/${file}` })),
    ...[...styles].map((file) => ({ rel: "preload", as: "style", crossorigin: true, href: `/${file}` })),
  ];
  return links.filter(({ href }) => !html.includes(`"${href}"`)).map((attrs) => ({ tag: "link", attrs, injectTo: "head" }));
}

function chunkOf(bundle: Bundle, file: string): Rolldown.OutputChunk | undefined {
  const found = bundle[file];
  return found?.type === "chunk" ? found : undefined;
}
