/** The fonts of the dossier, read from the package as the extension's worker fetches them. */
import { readFileSync } from "node:fs";
import type { Typefaces } from "../../src/documents/pdf/letters.ts";

const file = (subset: string, weight: number) =>
  new Uint8Array(
    readFileSync(
      new URL(`../../node_modules/@fontsource/source-sans-3/files/source-sans-3-${subset}-${weight}-normal.woff`, import.meta.url),
    ),
  );
const SUBSETS = ["latin", "latin-ext", "greek", "cyrillic"];

/** The first regular one, which writes form values. */
export const TYPEFACE = async () => file("latin", 400);

export const TYPEFACES: Typefaces = {
  regular: SUBSETS.map((subset) => file(subset, 400)),
  bold: SUBSETS.map((subset) => file(subset, 600)),
};
