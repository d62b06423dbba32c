/** Writing text in a PDF with fonts that are embedded: accents show everywhere, and no character makes it fail. */

import * as fontkit from "@cantoo/fontkit";
import type { PDFDocument, PDFFont, PDFPage, RGB } from "pdf-lib";
import { baseOf } from "../../domain/plain.ts";
import { present } from "../../domain/present.ts";

/** Font files (WOFF): a letter is drawn by the first font that has it. */
export interface Typefaces {
  readonly regular: readonly Uint8Array[];
  readonly bold: readonly Uint8Array[];
}

type Weight = keyof Typefaces;

interface Run {
  readonly text: string;
  readonly font: PDFFont;
}

export interface TextStyle {
  readonly size: number;
  readonly color: RGB;
  readonly weight?: Weight;
}

export interface Letters {
  width(text: string, style: Pick<TextStyle, "size" | "weight">): number;
  draw(page: PDFPage, text: string, at: { readonly x: number; readonly y: number }, style: TextStyle): void;
  /** Lines that fit in a width; a word longer than the line is cut. */
  lines(text: string, width: number, style: Pick<TextStyle, "size" | "weight">): string[];
  /** The main font, for text drawn in one piece, with that text as the font can write it. */
  readonly main: PDFFont;
  plain(text: string): string;
}

/** The font that writes form values, the same as `main`, in a document that is only tried. @param file the first of the regular typefaces */
export async function embedMain(doc: PDFDocument, file: Uint8Array): Promise<PDFFont> {
  doc.registerFontkit(fontkit as unknown as Parameters<PDFDocument["registerFontkit"]>[0]);
  return doc.embedFont(file, { subset: true, features: PLAIN });
}

/** @param texts all texts that will be written: a font is embedded only when a letter needs it */
export async function lettersFor(doc: PDFDocument, typefaces: Typefaces, texts: readonly string[]): Promise<Letters> {
  doc.registerFontkit(fontkit as unknown as Parameters<PDFDocument["registerFontkit"]>[0]);
  const needed = new Set(texts.flatMap((text) => [...tidy(text)].map((letter) => letter.codePointAt(0) ?? 0)));
  const fonts = {
    regular: await fontsFor(doc, typefaces.regular, needed),
    bold: await fontsFor(doc, typefaces.bold, needed),
  };
  const main = fonts.regular[0]?.font;
  if (main === undefined) throw new Error("No font was given.");

  const of = { regular: letterOf(fonts.regular), bold: letterOf(fonts.bold) };

  function runs(text: string, weight: Weight = "regular"): Run[] {
    const found: { text: string; font: PDFFont }[] = [];
    for (const letter of tidy(text)) {
      const { written, font } = of[weight](letter);
      const last = found.at(-1);
      if (last?.font === font) last.text += written;
      else found.push({ text: written, font });
    }
    return found;
  }

  const width: Letters["width"] = (text, { size, weight = "regular" }) => {
    let sum = 0;
    for (const letter of tidy(text)) sum += of[weight](letter).width;
    return sum * size;
  };

  return {
    main,
    plain: (text) =>
      [...tidy(text)].map((letter) => writable(letter, [{ font: main, known: new Set(main.getCharacterSet()) }])[0]).join(""),
    width,
    draw: (page, text, { x, y }, { size, color, weight }) => {
      let left = x;
      for (const run of runs(text, weight)) {
        page.drawText(run.text, { x: left, y, size, color, font: run.font });
        left += width(run.text, { size, ...present({ weight }) });
      }
    },
    lines: (text, room, style) => {
      const lines: string[] = [];
      let line = "";
      for (const word of tidy(text)
        .split(" ")
        .flatMap((one) => pieces(one, room, (part) => width(part, style)))) {
        const longer = line === "" ? word : `${line} ${word}`;
        if (line !== "" && width(longer, style) > room) {
          lines.push(line);
          line = word;
        } else line = longer;
      }
      return [...lines, line];
    },
  };
}

interface Letter {
  readonly written: string;
  readonly font: PDFFont;
  /** Width at size 1. */
  readonly width: number;
}

/** Looks up and measures each letter once. */
function letterOf(fonts: readonly KnownFont[]): (letter: string) => Letter {
  const met = new Map<string, Letter>();
  return (letter) => {
    const known = met.get(letter);
    if (known !== undefined) return known;
    const [written, font] = writable(letter, fonts);
    const found = { written, font, width: font.widthOfTextAtSize(written, 1) };
    met.set(letter, found);
    return found;
  };
}

/** Font features to turn off. Without ligatures and fractions a letter always has the same glyph and width; searching for them is slow. */
const PLAIN = Object.fromEntries(
  "calt ccmp clig curs frac kern liga locl mark mkmk rclt rlig".split(" ").map((feature) => [feature, false]),
);

interface KnownFont {
  readonly font: PDFFont;
  readonly known: ReadonlySet<number>;
}

function lettersIn(file: Uint8Array): ReadonlySet<number> {
  const font = fontkit.create(file as Buffer);
  return new Set("characterSet" in font ? font.characterSet : []);
}

async function fontsFor(doc: PDFDocument, files: readonly Uint8Array[], needed: ReadonlySet<number>): Promise<KnownFont[]> {
  const fonts: KnownFont[] = [];
  let missing = needed;
  for (const file of files) {
    if (fonts.length > 0 && missing.size === 0) break;
    const known = lettersIn(file);
    if (fonts.length > 0 && ![...missing].some((letter) => known.has(letter))) continue;
    fonts.push({ font: await doc.embedFont(file, { subset: true, features: PLAIN }), known });
    missing = new Set([...missing].filter((letter) => !known.has(letter)));
  }
  return fonts;
}

/** A letter and the font that has it; else the letter without its accent; else a question mark. */
function writable(letter: string, fonts: readonly KnownFont[]): readonly [string, PDFFont] {
  for (const written of [letter, baseOf(letter), "?"]) {
    const code = written.codePointAt(0);
    const found = fonts.find(({ known }) => code !== undefined && known.has(code));
    if (found !== undefined) return [written, found.font];
  }
  throw new Error("The font cannot write a question mark.");
}

/** Composes accents, and turns every kind of space and control character into a space. */
function tidy(text: string): string {
  return text.normalize("NFC").replace(/[\p{Z}\p{Cc}\p{Cf}]+/gu, " ");
}

function pieces(word: string, room: number, width: (text: string) => number): string[] {
  if (width(word) <= room) return [word];
  const parts: string[] = [];
  let part = "";
  for (const letter of word) {
    if (part !== "" && width(part + letter) > room) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  return [...parts, part];
}
